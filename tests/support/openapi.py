"""The OpenAPI document of the REST API, generated from the functions' applications.

`python -m support.openapi`, with `tests` on the path, writes it to `docs/openapi.json`; a test holds the file to the
code.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Any

import ingest_fn.app
import query_fn.app
from support.container import FakeContainer

FILE = Path(__file__).parents[2] / "docs" / "openapi.json"

type Json = dict[str, Any]  # an OpenAPI document is free-form JSON

_INFO = {
    "title": "Digital twin",
    "version": "1",
    "description": "Questions about one professional, answered from their published profile with citations.",
    "license": {"name": "MIT", "identifier": "MIT"},
}
_SERVERS = [{"url": "http://127.0.0.1:8787", "description": "The local stack"}]
_BEARER = {"type": "http", "scheme": "bearer", "description": "An API key."}
_TEXT = {"type": "string"}
_PROBLEM = {
    "type": "object",
    "description": "A problem (RFC 9457).",
    "required": ["type", "title", "status", "detail", "request_id"],
    "properties": {
        "type": {"type": "string", "format": "uri", "description": "The kind of problem; stable."},
        "title": _TEXT,
        "status": {"type": "integer"},
        "detail": _TEXT,
        "request_id": _TEXT,
        "errors": {
            "type": "array",
            "description": "What is wrong with the input, and where.",
            "items": {
                "type": "object",
                "required": ["pointer", "message"],
                "properties": {
                    "pointer": {
                        "type": "string",
                        "description": "A JSON pointer into the body, or the name of a header or query parameter.",
                    },
                    "message": _TEXT,
                },
            },
        },
        "limit": {"type": "string", "description": "The limit that was reached."},
        "quota": {"type": "integer", "description": "What that limit allows in its window."},
    },
}
_HEADERS = {
    "X-Request-Id": {"description": "The request's id, which logs and problems name.", "schema": _TEXT},
    "Server-Timing": {"description": "`app`: milliseconds until the reply began.", "schema": _TEXT},
}

# FastAPI declares it for any application; ours answers with problems.
_UNUSED = ("HTTPValidationError", "ValidationError")


def document() -> Json:
    """The OpenAPI document of all functions together."""
    container = FakeContainer()
    paths: Json = {}
    schemas: Json = {"Problem": _PROBLEM}
    for app in (query_fn.app.make_app(container), ingest_fn.app.make_app(container)):
        part: Json = json.loads(json.dumps(app.openapi()))  # a copy: applications keep what they return
        paths |= part["paths"]
        schemas |= part["components"]["schemas"]
    for path, operation in _operations(paths):
        if not path.startswith("/v1/"):
            operation["security"] = []
        for status, response in operation["responses"].items():
            # A refusal may be the gateway's, which measures nothing.
            common = ["X-Request-Id"] if int(status) >= HTTPStatus.BAD_REQUEST else list(_HEADERS)
            refs = {name: {"$ref": f"#/components/headers/{name}"} for name in common}
            response["headers"] = refs | response.get("headers", {})
    return {
        "openapi": "3.1.0",
        "info": _INFO,
        "servers": _SERVERS,
        "security": [{"bearer": []}],
        "paths": dict(sorted(paths.items())),
        "components": {
            "headers": _HEADERS,
            "schemas": {name: schemas[name] for name in sorted(schemas) if name not in _UNUSED},
            "securitySchemes": {"bearer": _BEARER},
        },
    }


def rendered() -> str:
    """The document as the file holds it."""
    return json.dumps(document(), indent=2) + "\n"


def _operations(paths: Json) -> Iterator[tuple[str, Json]]:
    for path, methods in paths.items():
        for operation in methods.values():
            yield path, operation


if __name__ == "__main__":
    FILE.write_text(rendered(), encoding="utf-8")
