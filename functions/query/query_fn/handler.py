"""Lambda entry of the query function."""

from __future__ import annotations

import os

from digital_twin.bootstrap import Container
from digital_twin.entry.lambda_events import by_gateway
from digital_twin.entry.lambda_http import lambda_handler
from digital_twin.entry.snapstart import before_snapshot
from query_fn.app import make_app
from query_fn.socket import make_socket

_container = before_snapshot(Container.from_environ(os.environ), Container.prime_conversations)
handler = by_gateway(http=lambda_handler(make_app(_container)), socket=make_socket(_container))
