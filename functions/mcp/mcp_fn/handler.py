"""Lambda entry of the MCP function."""

from __future__ import annotations

import os

from digital_twin.bootstrap import Container
from digital_twin.entry.lambda_http import lambda_handler
from digital_twin.entry.snapstart import before_snapshot
from mcp_fn.app import make_app

_container = before_snapshot(Container.from_environ(os.environ), Container.prime_questions)
handler = lambda_handler(make_app(_container))
