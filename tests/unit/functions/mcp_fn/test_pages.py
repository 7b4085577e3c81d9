"""Pages of lists: whole for every ordinary profile, and complete for one with many sections."""

from __future__ import annotations

import pytest
from support.container import FakeContainer, publish
from support.mcp_client import McpClient, mcp_handler
from support.people import OWNER

from digital_twin.domain.json_types import JsonObject
from digital_twin.entry.event_loop import run
from mcp_fn.pages import PAGE_SIZE

INVALID_PARAMS = -32602


def crowded() -> FakeContainer:
    """A container whose profile has more sections than fit one page."""
    container = FakeContainer()
    document: JsonObject = {"work": [{"name": "Acme"}]}
    document |= {f"x-{number}": f"note {number}" for number in range(2 * PAGE_SIZE)}
    run(publish(container, document))
    return container


def test_following_the_cursors_gives_everything_once(era: str) -> None:
    """In the order of the document."""
    client = McpClient(mcp_handler(crowded()), era, OWNER)

    names: list[str] = []
    cursor: str | None = None
    pages = 0
    while pages == 0 or cursor:
        page = client.result("resources/list", **({"cursor": cursor} if cursor else {}))
        names += [resource["name"] for resource in page["resources"]]
        cursor, pages = page.get("nextCursor"), pages + 1

    assert names == ["summary", "work", *(f"x-{n}" for n in range(2 * PAGE_SIZE))]
    assert pages == 3


@pytest.mark.parametrize("method", ["tools/list", "prompts/list", "resources/templates/list"])
def test_a_short_list_is_one_page(era: str, method: str) -> None:
    """Clients that do not follow cursors miss nothing."""
    assert "nextCursor" not in McpClient(mcp_handler(crowded()), era, OWNER).result(method)


@pytest.mark.parametrize("cursor", ["", "nonsense", "MTA=", "YWZ0ZXIgLTU=", "YWZ0ZXIgOTk5OTk="])
def test_a_cursor_that_was_never_given_out_is_refused(era: str, cursor: str) -> None:
    """The specification's code for it."""
    error = McpClient(mcp_handler(crowded()), era, OWNER).error("resources/list", cursor=cursor)

    assert (error["code"], error["message"]) == (INVALID_PARAMS, "Unknown cursor")
