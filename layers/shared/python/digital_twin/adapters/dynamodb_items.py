"""DynamoDB's attribute values, written from and read into Python values. Knows no table and makes no call."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from digital_twin.errors import StoreUnavailable

if TYPE_CHECKING:
    from types_boto3_dynamodb.type_defs import AttributeValueTypeDef, UniversalAttributeValueTypeDef

type Attribute = UniversalAttributeValueTypeDef
type NewItem = dict[str, Attribute]
type StoredItem = Mapping[str, AttributeValueTypeDef]


def text(value: str) -> Attribute:
    """A string attribute."""
    return {"S": value}


def number(value: int) -> Attribute:
    """A number attribute; DynamoDB takes numbers as text."""
    return {"N": str(value)}


def binary(value: bytes) -> Attribute:
    """A binary attribute."""
    return {"B": value}


def moment(value: datetime) -> Attribute:
    """A point in time as ISO 8601 text, so that it reads back as the same value."""
    return text(value.isoformat())


def read_text(item: StoredItem, name: str) -> str:
    """Read a string attribute.

    Raises:
        StoreUnavailable: the item has none of that name.
    """
    value = _attribute(item, name).get("S")
    if value is None:
        raise _unreadable(name)
    return value


def read_number(item: StoredItem, name: str) -> int:
    """Read a number attribute that holds an integer.

    Raises:
        StoreUnavailable: the item has none of that name.
    """
    value = _attribute(item, name).get("N")
    if value is None:
        raise _unreadable(name)
    try:
        return int(value)
    except ValueError as error:
        raise _unreadable(name) from error


def read_binary(item: StoredItem, name: str) -> bytes:
    """Read a binary attribute.

    Raises:
        StoreUnavailable: the item has none of that name.
    """
    value = _attribute(item, name).get("B")
    if value is None:
        raise _unreadable(name)
    return value


def read_moment(item: StoredItem, name: str) -> datetime:
    """Read a point in time.

    Raises:
        StoreUnavailable: the item has none of that name.
    """
    value = read_text(item, name)
    try:
        return datetime.fromisoformat(value)
    except ValueError as error:
        raise _unreadable(name) from error


def _attribute(item: StoredItem, name: str) -> AttributeValueTypeDef:
    return item.get(name, {})


def _unreadable(name: str) -> StoreUnavailable:
    return StoreUnavailable(f"an item has no readable '{name}'")
