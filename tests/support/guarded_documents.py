"""Random profiles in which every leaf is a canary: a word or year that occurs once, whose audience is known.

The audience of each is worked out here from the rules of the contract, not by the code under test.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hypothesis import strategies as st

from digital_twin.domain.access import Audience
from digital_twin.domain.json_types import JsonObject, JsonValue
from digital_twin.domain.pointer import format_pointer

type _Place = tuple[str | int, ...]
type _Strategy = st.SearchStrategy[JsonValue]

_TEXT, _DATE = "a text", "a date"
_FIRST_YEAR = 1900

_PUBLIC_SECTIONS = ("basics", "work", "volunteer", "education", "publications", "skills", "languages", "projects")
_PRIVATE_FIELDS = ("/basics/email", "/basics/phone", "/basics/location/address", "/basics/location/postalCode")


def _lists_of(items: _Strategy) -> _Strategy:
    return st.lists(items, max_size=3)


def _objects(optional: dict[str, _Strategy]) -> _Strategy:
    return st.fixed_dictionaries({}, optional=optional)


def _anything() -> _Strategy:
    keys = st.sampled_from(["note", "a/b", "c~d", "0"])
    return st.recursive(
        st.just(_TEXT),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
        max_leaves=6,
    )


def _entries(*texts: str, lists: tuple[str, ...] = (), dates: tuple[str, ...] = ()) -> _Strategy:
    fields: dict[str, _Strategy] = {field: st.just(_TEXT) for field in texts}
    fields |= {field: _lists_of(st.just(_TEXT)) for field in lists}
    fields |= {field: st.just(_DATE) for field in dates}
    return _lists_of(_objects(fields | {"x-extra": _anything()}))


def _basics() -> _Strategy:
    fields: dict[str, _Strategy] = {
        field: st.just(_TEXT) for field in ("name", "label", "email", "phone", "summary", "x-extra")
    }
    location = _objects({field: st.just(_TEXT) for field in ("address", "postalCode", "city", "region")})
    return _objects(fields | {"location": location, "profiles": _entries("network", "username", "url")})


_PERIOD = ("startDate", "endDate")
_shapes = st.fixed_dictionaries(
    {"work": _entries("name", "position", "summary", lists=("highlights",), dates=_PERIOD)},
    optional={
        "basics": _basics(),
        "education": _entries("institution", "area", "studyType", lists=("courses",), dates=_PERIOD),
        "publications": _entries("name", "publisher", "summary", dates=("releaseDate",)),
        "skills": _entries("name", "level", lists=("keywords",)),
        "languages": _entries("language", "fluency"),
        "projects": _entries("name", "description", "entity", lists=("highlights", "keywords"), dates=_PERIOD),
        "references": _entries("name", "reference"),
        "x-compensation": _anything(),
        "availability": _anything(),
    },
)


@dataclass(frozen=True)
class GuardedDocument:
    """A profile with audience rules; `canaries` gives each leaf's text and the lowest audience that may see it."""

    document: JsonObject
    canaries: dict[str, Audience]

    def kept_from(self, audience: Audience) -> list[str]:
        """The canaries an audience must not see."""
        return [canary for canary, lowest in self.canaries.items() if lowest > audience]


@st.composite
def guarded_documents(draw: st.DrawFn) -> GuardedDocument:
    """Profiles of any shape under any rules."""
    document = draw(_shapes)
    leaves: dict[_Place, str] = {}
    _plant(document, (), leaves)
    places = [format_pointer(place) for place in _places(document, ())]
    labels = st.sampled_from([audience.label for audience in Audience])
    rules = draw(st.dictionaries(st.sampled_from(places), labels, max_size=8)) if places else {}
    document["x-twin"] = {"audience": dict(rules)}
    canaries = {canary: _lowest_audience(place, rules) for place, canary in leaves.items()}
    return GuardedDocument(document, canaries)


def _plant(value: JsonValue, place: _Place, leaves: dict[_Place, str]) -> JsonValue:
    """Put a canary of its own in the place of each leaf; containers are changed where they are."""
    if isinstance(value, dict):
        for key, item in value.items():
            value[key] = _plant(item, (*place, key), leaves)
        return value
    if isinstance(value, list):
        value[:] = [_plant(item, (*place, index), leaves) for index, item in enumerate(value)]
        return value
    canary = str(_FIRST_YEAR + len(leaves)) if value == _DATE else f"canary{len(leaves)}q"
    leaves[place] = canary
    return canary


def _places(value: JsonValue, place: _Place) -> Iterator[_Place]:
    if place:
        yield place
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in members:
        yield from _places(item, (*place, key))


def _lowest_audience(place: _Place, rules: dict[str, str]) -> Audience:
    """Contract, "Profile document": a rule covers everything under it, the longest wins, defaults included."""
    for length in range(len(place), 0, -1):
        pointer = format_pointer(place[:length])
        if pointer in rules:
            return Audience.from_label(rules[pointer])
        if pointer in _PRIVATE_FIELDS:
            return Audience.PRIVATE
    return Audience.PUBLIC if place[0] in _PUBLIC_SECTIONS else Audience.PRIVATE
