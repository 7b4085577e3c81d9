"""An ASGI app as a Lambda handler."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from mangum import Mangum
from mangum.types import ASGI
from starlette.types import ASGIApp

from digital_twin.entry.event_loop import persistent_loop

# Whatever its content type, a body goes out as text (the empty word is in all of them): as base64, which Mangum would
# choose for problems, the API would pass it on undecoded.
_TEXT_TYPES = [""]

type LambdaHandler = Callable[[dict[str, Any], Any], dict[str, Any]]


def lambda_handler(app: ASGIApp) -> LambdaHandler:
    """An ASGI app as a Lambda handler for API Gateway proxy events, on the persistent loop."""
    persistent_loop()
    # Mangum names the three parameters of an ASGI app, Starlette does not: the same protocol, two spellings.
    return Mangum(cast("ASGI", app), lifespan="off", text_mime_types=_TEXT_TYPES)
