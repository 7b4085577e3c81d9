"""The OpenAPI document in `docs/` is the one the code describes."""

from __future__ import annotations

from typing import Any

import pytest
from support.openapi import FILE, document, rendered

GUARDED = [
    pytest.param(operation["responses"], id=f"{method.upper()} {path}")
    for path, methods in document()["paths"].items()
    for method, operation in methods.items()
    if path.startswith("/v1/")
]


def test_openapi_is_current() -> None:
    """The file is what the applications generate; `make openapi` writes it anew."""
    assert FILE.read_text(encoding="utf-8") == rendered()


@pytest.mark.parametrize("responses", GUARDED)
def test_problems_are_declared(responses: dict[str, Any]) -> None:
    """A route that needs a credential says what is wrong without one, and every refusal of it is a problem."""
    refusals = {status: reply for status, reply in responses.items() if int(status) >= 400}
    assert {"401", "403", "429"} <= refusals.keys()
    assert all(list(reply["content"]) == ["application/problem+json"] for reply in refusals.values())
