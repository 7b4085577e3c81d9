"""Lambda entry of the authorizer."""

from __future__ import annotations

import os

from authorizer_fn.authorizer import make_authorizer
from digital_twin.bootstrap import Container

handler = make_authorizer(Container.from_environ(os.environ))
