"""Everything answers may be made of, as a pure function of a stored version."""

from __future__ import annotations

from datetime import UTC, datetime

from support.examples import example_profile

from digital_twin.domain.access import Audience
from digital_twin.domain.history import Version
from digital_twin.domain.json_types import JsonObject, JsonValue
from digital_twin.domain.snapshot import Snapshot

CREATED = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)


def snapshot_of(document: JsonObject) -> Snapshot:
    """The snapshot of a document committed as version 3."""
    return Snapshot.of(Version(3, '"v3"', CREATED, "owner", "", "put", (), document))


def test_a_snapshot_depends_on_its_version_alone() -> None:
    """Made twice it is the same: open-ended jobs count up to the commit, not to the day of the question."""
    one, other = snapshot_of(example_profile()), snapshot_of(example_profile())
    assert one == other
    assert one.version == 3
    assert any("as of March 2026" in chunk.text for chunk in one.all_chunks().values())


def test_the_index_holds_every_chunk_of_every_audience() -> None:
    """What a region is filled with is the union of the views, each chunk once."""
    snapshot = snapshot_of(example_profile())
    chunks = snapshot.all_chunks()
    assert {chunk_id for view in snapshot.views.values() for chunk_id in view.chunks} == chunks.keys()
    assert all(chunk.id == chunk_id for chunk_id, chunk in chunks.items())
    assert {chunk.audience for chunk in chunks.values()} == set(Audience)


def test_the_lexical_half_knows_only_its_own_audience() -> None:
    """A word that only the owner may see is unknown to the public's index."""
    snapshot = snapshot_of(example_profile())
    assert snapshot.views[Audience.PRIVATE].lexical.knows("lanternwick")
    assert not snapshot.views[Audience.PUBLIC].lexical.knows("lanternwick")


def test_the_name_is_known_to_those_who_see_it() -> None:
    """The terms that need no citation are those of the visible name, or of what stands for it."""
    hidden: JsonObject = {"basics": {"name": "Ada Quist"}, "x-twin": {"audience": {"/basics/name": "private"}}}
    views = snapshot_of(hidden).views
    assert views[Audience.PRIVATE].name_terms == {"ada", "quist"}
    assert views[Audience.PUBLIC].name_terms == {"person"}


def test_a_view_of_one_section_holds_only_it() -> None:
    """And is empty for a section the audience does not see, so its existence does not show."""
    view = snapshot_of(example_profile()).views[Audience.PUBLIC]
    assert view.of_section("education").sections == ["education"]
    assert view.of_section("education").name_terms == view.name_terms
    assert view.of_section("x-compensation").chunks == {}
    assert view.sections[:2] == ["basics", "work"]


def test_subjects_are_what_the_entries_are_about() -> None:
    """Employers, schools and projects; not the words of highlights."""
    view = snapshot_of(example_profile()).views[Audience.PUBLIC]
    assert {"quillhaven", "thornmer", "tidemark"} <= view.subjects.keys()
    assert "kafka" not in view.subjects


def test_a_school_is_told_by_its_name_not_by_what_it_is() -> None:
    """However rare the word `university` is in a profile."""
    school: JsonObject = {"studyType": "BSc", "institution": "University of Thornmere"}
    view = snapshot_of({"education": [school], "interests": [{"name": "Thornmere walks"}]}).views[Audience.PRIVATE]
    assert view.subjects == {"thornmer": "University of Thornmere"}


def test_words_with_a_capital_inside_a_sentence_are_proper() -> None:
    """What begins one may be any word."""
    skills: JsonValue = [{"name": "Languages", "keywords": ["Go", "Rust"]}]
    proper = snapshot_of({"skills": skills}).views[Audience.PRIVATE].proper_words
    assert {"Go", "Rust"} <= proper
    assert "Languages" not in proper


def test_a_firm_that_bears_the_owners_name_is_told_by_its_other_words() -> None:
    """A question about the person by name is not one about the firm."""
    document: JsonObject = {
        "basics": {"name": "Ada Quist"},
        "work": [{"name": "Quist Robotics", "position": "Owner", "startDate": "2019"}],
    }
    view = snapshot_of(document).views[Audience.PUBLIC]
    assert view.subjects_told_by(["quist"]) == {}
    assert view.subjects_told_by(["robot"]) == {"robot": "Quist Robotics"}


def test_an_index_may_propose_what_wider_audiences_see() -> None:
    """It knows nothing of views; what only narrower ones see it never proposes."""
    views = snapshot_of(example_profile()).views
    assert views[Audience.PUBLIC].indexed == views[Audience.PUBLIC].chunks.keys()
    assert views[Audience.RECRUITER].indexed == {*views[Audience.PUBLIC].chunks, *views[Audience.RECRUITER].chunks}
