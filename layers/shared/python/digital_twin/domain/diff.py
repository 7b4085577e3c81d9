"""Differences between two documents as changes that can be read, stored and applied again."""

from __future__ import annotations

from collections.abc import Iterator

from digital_twin.domain.history import Change
from digital_twin.domain.json_types import JsonObject, JsonValue
from digital_twin.domain.pointer import format_pointer

type _Path = tuple[str | int, ...]


def diff(old: JsonObject, new: JsonObject) -> tuple[Change, ...]:
    """The changes that lead from `old` to `new`, in an order in which they can be applied.

    Objects are compared by key and lists by position; a list's surplus items are removed from its end.
    """
    return tuple(_differences((), old, new))


def merge_patch(target: JsonValue, patch: JsonValue) -> JsonValue:
    """Apply a JSON Merge Patch (RFC 7396, the algorithm of its section 2) and return the result."""
    if not isinstance(patch, dict):
        return patch
    merged = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            merged.pop(key, None)
        else:
            merged[key] = merge_patch(merged.get(key), value)
    return merged


def _differences(path: _Path, old: JsonValue, new: JsonValue) -> Iterator[Change]:
    if isinstance(old, dict) and isinstance(new, dict):
        yield from _object_differences(path, old, new)
    elif isinstance(old, list) and isinstance(new, list):
        yield from _list_differences(path, old, new)
    elif not _same_scalar(old, new):
        yield Change("replace", format_pointer(path), old, new)


def _object_differences(path: _Path, old: JsonObject, new: JsonObject) -> Iterator[Change]:
    for key in old:
        if key not in new:
            yield Change("remove", format_pointer((*path, key)), old=old[key])
        else:
            yield from _differences((*path, key), old[key], new[key])
    for key in new:
        if key not in old:
            yield Change("add", format_pointer((*path, key)), new=new[key])


def _list_differences(path: _Path, old: list[JsonValue], new: list[JsonValue]) -> Iterator[Change]:
    shared = min(len(old), len(new))
    for index in range(shared):
        yield from _differences((*path, index), old[index], new[index])
    for index in range(len(old) - 1, shared - 1, -1):
        yield Change("remove", format_pointer((*path, index)), old=old[index])
    for index in range(shared, len(new)):
        yield Change("add", format_pointer((*path, index)), new=new[index])


def _same_scalar(old: JsonValue, new: JsonValue) -> bool:
    """Equality that tells JSON's `true` from `1` (Python does not)."""
    return type(old) is type(new) and old == new
