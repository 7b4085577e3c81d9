"""Attribute values and their readers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from digital_twin.adapters.dynamodb_items import (
    StoredItem,
    binary,
    moment,
    number,
    read_binary,
    read_moment,
    read_number,
    read_text,
    text,
)
from digital_twin.errors import StoreUnavailable


def test_values_are_written_with_their_type() -> None:
    """DynamoDB takes numbers as text, and a moment keeps its microseconds and zone."""
    assert text("") == {"S": ""}
    assert number(-7) == {"N": "-7"}
    assert binary(b"\x00") == {"B": b"\x00"}
    assert moment(datetime(2026, 3, 1, 12, 0, 0, 5, tzinfo=UTC)) == {"S": "2026-03-01T12:00:00.000005+00:00"}


def test_values_are_read_by_their_type() -> None:
    """Each reader gives back what its writer was given."""
    item: StoredItem = {"s": {"S": "x"}, "n": {"N": "12"}, "b": {"B": b"y"}, "t": {"S": "2026-03-01T12:00:00+00:00"}}
    assert read_text(item, "s") == "x"
    assert read_number(item, "n") == 12
    assert read_binary(item, "b") == b"y"
    assert read_moment(item, "t") == datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize("read", [read_text, read_number, read_binary, read_moment])
@pytest.mark.parametrize("item", [{}, {"a": {"BOOL": True}}], ids=["absent", "of another type"])
def test_an_attribute_that_is_not_there_makes_the_item_unreadable(
    read: Callable[[StoredItem, str], object], item: StoredItem
) -> None:
    """A damaged item is a failure of the store that names the attribute, never a KeyError."""
    with pytest.raises(StoreUnavailable, match="'a'"):
        read(item, "a")


def test_an_attribute_that_does_not_parse_makes_the_item_unreadable() -> None:
    """Neither a fraction for an integer nor prose for a moment is guessed at."""
    with pytest.raises(StoreUnavailable, match="'n'"):
        read_number({"n": {"N": "1.5"}}, "n")
    with pytest.raises(StoreUnavailable, match="'t'"):
        read_moment({"t": {"S": "yesterday"}}, "t")
