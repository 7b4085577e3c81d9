"""Building commits, and the audit chain."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digital_twin.domain.commits import GENESIS_HASH, audit_record, build_commit, canonical_json, document_digest
from digital_twin.domain.history import AuditRecord, Change, Commit, Head
from digital_twin.domain.json_types import JsonObject

NOW = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
DOCUMENTS: list[JsonObject] = [{"basics": {"name": name}} for name in ("Ada", "Ada E.", "Ada Example")]


def commit(document: JsonObject, head: Head | None = None, live: JsonObject | None = None) -> Commit:
    """The commit of a document over HEAD."""
    return build_commit(
        "ada", head=head, live=live or {}, document=document, author="key-1", reason="why", source="put", now=NOW
    )


def history() -> list[Commit]:
    """Three commits, one upon another."""
    commits = [commit(DOCUMENTS[0])]
    for document in DOCUMENTS[1:]:
        commits.append(commit(document, commits[-1].head, commits[-1].version.document))
    return commits


def hash_again(record: AuditRecord) -> str:
    """The hash that a record's content gives."""
    return audit_record(
        sequence=record.sequence,
        previous=record.previous,
        at=record.at,
        actor=record.actor,
        action=record.action,
        details=record.details,
    ).hash


def test_the_first_commit_expects_nothing() -> None:
    """It is version 1, begins the audit chain, and its changes add the whole document."""
    first = commit(DOCUMENTS[0])
    assert first.expected is None
    assert first.version.number == first.head.version == 1
    assert first.version.changes == (Change("add", "/basics", new={"name": "Ada"}),)
    assert (first.audit.sequence, first.audit.previous) == (1, GENESIS_HASH)
    assert (first.version.author, first.version.reason, first.version.source) == ("key-1", "why", "put")


def test_versions_count_up_and_expect_their_predecessor() -> None:
    """History is linear: each commit names the version it replaces and chains on its audit record."""
    commits = history()
    assert [item.version.number for item in commits] == [1, 2, 3]
    assert [item.expected for item in commits] == [None, 1, 2]
    for earlier, later in pairwise(commits):
        assert later.audit.previous == earlier.audit.hash == earlier.head.audit_hash
        assert later.head.audit_length == later.audit.sequence == earlier.audit.sequence + 1


def test_an_etag_is_strong_and_names_version_and_content() -> None:
    """RFC 9110 section 8.8.3: quoted, without `W/`; publishing the same document again gives another one."""
    first = commit(DOCUMENTS[0])
    again = commit(DOCUMENTS[0], first.head, DOCUMENTS[0])
    assert re.fullmatch(r'"v1-[0-9a-f]{16}"', first.version.etag)
    assert first.head.etag == first.version.etag
    assert first.head.digest.startswith(first.version.etag[4:-1])
    assert again.version.etag == first.version.etag.replace("v1", "v2")
    assert again.version.changes == ()


def test_the_audit_record_says_what_was_published() -> None:
    """The document itself is not repeated, its digest is."""
    record = commit(DOCUMENTS[0]).audit
    assert (record.actor, record.action, record.at) == ("key-1", "profile.published", NOW)
    assert record.details == {
        "version": 1,
        "digest": document_digest(DOCUMENTS[0]),
        "reason": "why",
        "source": "put",
    }


@pytest.mark.parametrize("position", range(3))
def test_records_hold_their_own_hash(position: int) -> None:
    """An untouched chain checks out."""
    record = history()[position].audit
    assert hash_again(record) == record.hash


_texts = st.text(st.characters(codec="utf-8"), max_size=20)
_edits = st.one_of(
    st.fixed_dictionaries({"sequence": st.integers()}),
    st.fixed_dictionaries({"previous": _texts}),
    st.fixed_dictionaries({"at": st.datetimes(timezones=st.just(UTC))}),
    st.fixed_dictionaries({"actor": _texts}),
    st.fixed_dictionaries({"action": _texts}),
    st.fixed_dictionaries({"details": st.dictionaries(_texts, st.none() | st.integers() | _texts)}),
)


@given(position=st.integers(0, 2), edit=_edits)
def test_any_edit_of_a_record_is_detected(position: int, edit: dict[str, object]) -> None:
    """Whichever field is changed, and to whatever, the hash no longer fits."""
    record = history()[position].audit
    edited = replace(record, **edit)  # pyright: ignore[reportArgumentType] - fields of the right types, by construction
    assert (hash_again(edited) == record.hash) is (edited == record)


def test_fields_cannot_flow_into_each_other() -> None:
    """Moving a character from one field to the next changes the hash."""
    record = history()[0].audit
    moved = replace(record, actor=record.actor[:-1], action=record.actor[-1] + record.action)
    assert hash_again(moved) != record.hash


@given(st.dictionaries(_texts, st.none() | st.booleans() | st.integers() | _texts))
def test_canonical_json_has_one_spelling_for_each_value(document: JsonObject) -> None:
    """The order in which the keys were written does not count, and nothing is escaped that need not be."""
    backwards = dict(reversed(document.items()))
    assert canonical_json(document) == canonical_json(backwards)
    assert document_digest(document) == document_digest(backwards)


def test_canonical_json_is_compact_utf_8() -> None:
    """Pinned: stored digests and chains depend on it."""
    assert canonical_json({"b": [1, 1.0, True, None], "a": "é ☃"}) == '{"a":"é ☃","b":[1,1.0,true,null]}'.encode()
