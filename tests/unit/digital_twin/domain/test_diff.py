"""Differences between documents, and merge patches."""

from __future__ import annotations

from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digital_twin.domain.diff import diff, merge_patch
from digital_twin.domain.history import Change
from digital_twin.domain.json_types import JsonObject, JsonValue
from digital_twin.domain.pointer import parse_pointer

# Few keys and values, so that two random documents have much in common.
_keys = st.sampled_from(["", "a", "b", "a/b", "~", "0"])
_values: st.SearchStrategy[JsonValue] = st.recursive(
    st.sampled_from([None, True, False, 0, 1, 1.0, 0.0, "", "text"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_keys, inner, max_size=4),
    max_leaves=12,
)
documents: st.SearchStrategy[JsonObject] = st.dictionaries(_keys, _values, max_size=4)


def apply(changes: tuple[Change, ...], document: JsonObject) -> JsonObject:
    """Carry changes out in order, each against exactly what it says was there."""
    result = deepcopy(document)
    for change in changes:
        *parents, last = parse_pointer(change.path)
        parent: JsonValue = result
        for token in parents:
            parent = member(parent, token)
        if isinstance(parent, list):
            apply_to_list(change, parent, int(last))
        else:
            apply_to_object(change, members(parent), last)
    return result


def member(value: JsonValue, token: str) -> JsonValue:
    """What a token of a pointer names in a container."""
    return value[int(token)] if isinstance(value, list) else members(value)[token]


def members(value: JsonValue) -> JsonObject:
    """The value, which has to be an object."""
    assert isinstance(value, dict)
    return value


def apply_to_list(change: Change, items: list[JsonValue], index: int) -> None:
    """One change of a list's item."""
    if change.op == "add":
        assert index == len(items)
        items.append(change.new)
        return
    assert exactly(items[index], change.old)
    if change.op == "remove":
        assert index == len(items) - 1
        items.pop()
    else:
        items[index] = change.new


def apply_to_object(change: Change, parent: JsonObject, key: str) -> None:
    """One change of an object's member."""
    if change.op == "add":
        assert key not in parent
        parent[key] = change.new
        return
    assert exactly(parent[key], change.old)
    if change.op == "remove":
        del parent[key]
    else:
        parent[key] = change.new


def exactly(one: JsonValue, other: JsonValue) -> bool:
    """Equality of JSON values, in which `true` is not `1` (in Python it is)."""
    return repr(one) == repr(other)


def ordered(value: JsonValue) -> JsonValue:
    """A value with the members of its objects in one order."""
    if isinstance(value, dict):
        return {key: ordered(value[key]) for key in sorted(value)}
    return [ordered(item) for item in value] if isinstance(value, list) else value


@given(documents, documents)
def test_diff_then_apply_is_identity(old: JsonObject, new: JsonObject) -> None:
    """The changes lead from one document to exactly the other, and back to no change."""
    changes = diff(old, new)
    assert exactly(ordered(apply(changes, old)), ordered(new))
    assert bool(changes) is not exactly(ordered(old), ordered(new))


def test_a_change_names_the_smallest_place() -> None:
    """Objects are compared by key, lists by position, surplus items removed from the end."""
    old: JsonObject = {"work": [{"name": "Acme", "url": "u"}, 1, 2], "gone": 1}
    new: JsonObject = {"work": [{"name": "Globex", "url": "u"}], "a/b": [1]}
    assert diff(old, new) == (
        Change("replace", "/work/0/name", "Acme", "Globex"),
        Change("remove", "/work/2", old=2),
        Change("remove", "/work/1", old=1),
        Change("remove", "/gone", old=1),
        Change("add", "/a~1b", new=[1]),
    )


def test_true_is_not_one() -> None:
    """JSON tells them apart, Python does not."""
    assert diff({"a": 1}, {"a": True}) == (Change("replace", "/a", 1, True),)


# RFC 7396, appendix A.
RFC_7396: list[tuple[JsonValue, JsonValue, JsonValue]] = [
    ({"a": "b"}, {"a": "c"}, {"a": "c"}),
    ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}),
    ({"a": "b"}, {"a": None}, {}),
    ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}),
    ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
    ({"a": "c"}, {"a": ["b"]}, {"a": ["b"]}),
    ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d"}}),
    ({"a": [{"b": "c"}]}, {"a": [1]}, {"a": [1]}),
    (["a", "b"], ["c", "d"], ["c", "d"]),
    ({"a": "b"}, ["c"], ["c"]),
    ({"a": "foo"}, None, None),
    ({"a": "foo"}, "bar", "bar"),
    ({"e": None}, {"a": 1}, {"e": None, "a": 1}),
    ([1, 2], {"a": "b", "c": None}, {"a": "b"}),
    ({}, {"a": {"bb": {"ccc": None}}}, {"a": {"bb": {}}}),
]


@pytest.mark.parametrize(("target", "patch", "result"), RFC_7396)
def test_a_merge_patch_does_what_the_standard_says(target: JsonValue, patch: JsonValue, result: JsonValue) -> None:
    """The examples of RFC 7396, appendix A; neither the target nor the patch is changed."""
    before = deepcopy((target, patch))
    assert merge_patch(target, patch) == result
    assert (target, patch) == before
