"""Merge patches of metadata."""

from __future__ import annotations

import pytest

from twin_local.upstash_vector.records import JsonObject, merge_patch


@pytest.mark.parametrize(
    ("target", "patch", "result"),
    [
        ({"a": "b"}, {"a": "c"}, {"a": "c"}),
        ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}),
        ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}),
        ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
        ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d"}}),
        ({"a": "c"}, {"a": {"bb": {"ccc": None}}}, {"a": {"bb": {}}}),
        ({"e": None}, {"a": 1}, {"e": None, "a": 1}),
    ],
)
def test_patches_merge_as_rfc_7396_shows(target: JsonObject, patch: JsonObject, result: JsonObject) -> None:
    """Cases of the RFC's appendix A that start from an object."""
    assert merge_patch(target, patch) == result
