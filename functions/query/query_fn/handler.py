"""Lambda entry of the query function."""

from __future__ import annotations

import os

from digital_twin.bootstrap import Container
from digital_twin.entry.lambda_http import lambda_handler
from query_fn.app import make_app

handler = lambda_handler(make_app(Container.from_environ(os.environ)))
