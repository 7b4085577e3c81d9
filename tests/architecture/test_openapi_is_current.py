"""The OpenAPI document in `docs/` is the one the code describes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from support.openapi import FILE, document, rendered


def operations() -> Iterator[Any]:
    """Every operation, named by its method and path."""
    for path, methods in document()["paths"].items():
        for method, operation in methods.items():
            yield pytest.param(path, operation, id=f"{method.upper()} {path}")


def test_openapi_is_current() -> None:
    """The file is what the applications generate; `make openapi` writes it anew."""
    assert FILE.read_text(encoding="utf-8") == rendered()


@pytest.mark.parametrize(("path", "operation"), operations())
def test_problems_are_declared(path: str, operation: dict[str, Any]) -> None:
    """A route that needs a credential says that it may be missing, and every refusal is a problem."""
    refusals = {status: reply for status, reply in operation["responses"].items() if int(status) >= 400}
    if path.startswith("/v1/"):
        assert {"401", "403", "429"} <= refusals.keys()
        assert all(list(reply["content"]) == ["application/problem+json"] for reply in refusals.values())
    else:
        assert operation["security"] == []
