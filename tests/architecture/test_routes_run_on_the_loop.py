"""Every route, and everything it depends on, is a coroutine function.

FastAPI calls a plain function in a thread, and a thread pool lives no longer than a request does here: each request
would start a thread and end it, which takes a tenth of a cached answer's processor time.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from support.container import FakeContainer

import ingest_fn.app
import query_fn.app

ROUTES = [
    pytest.param(route, id=f"{route.name} of {app.title}")
    for app in (query_fn.app.make_app(FakeContainer()), ingest_fn.app.make_app(FakeContainer()))
    for route in app.routes
    if isinstance(route, APIRoute)
]


@pytest.mark.parametrize("route", ROUTES)
def test_nothing_of_a_route_needs_a_thread(route: APIRoute) -> None:
    """Whatever FastAPI calls for it is awaited."""
    assert [call.__name__ for call in called_for(route.dependant) if not inspect.iscoroutinefunction(call)] == []


def called_for(dependant: Dependant) -> Iterator[Callable[..., Any]]:
    """The function of a route or dependency, and of everything it depends on."""
    if dependant.call is not None:
        yield dependant.call
    for needed in dependant.dependencies:
        yield from called_for(needed)
