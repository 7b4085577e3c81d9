"""Lambda entry of the authorizer."""

from __future__ import annotations

import os

from authorizer_fn.authorizer import make_authorizer
from digital_twin.bootstrap import Container
from digital_twin.entry.snapstart import before_snapshot

handler = make_authorizer(before_snapshot(Container.from_environ(os.environ), Container.prime_credentials))
