"""Which part of a document an audience sees. Every read path starts from `visible`, so there is one place to trust."""

from __future__ import annotations

from dataclasses import dataclass

from digital_twin.domain.access import Audience
from digital_twin.domain.json_types import JsonObject, JsonValue
from digital_twin.domain.pointer import Tokens, parse_pointer
from digital_twin.domain.profile import ADMINISTRATIVE, CONTACT_POINTERS, SECTIONS, audience_rules


@dataclass(frozen=True, slots=True)
class VisibilityRules:
    """Audience by place; a rule covers everything under it and the longest wins, defaults included.

    So an owner who makes `/basics` public has not published the phone number: `/basics/phone`, private by
    default, is the longer rule until it is given an audience of its own.
    """

    by_place: dict[Tokens, Audience]

    @classmethod
    def of(cls, document: JsonObject) -> VisibilityRules:
        """The rules of a validated document: the defaults, overridden by the owner's."""
        by_place: dict[Tokens, Audience] = {(): Audience.PRIVATE}
        by_place |= {(section,): Audience.PUBLIC for section in SECTIONS if section != "references"}
        by_place |= {(section,): Audience.PRIVATE for section in document if section not in SECTIONS}
        by_place |= {parse_pointer(pointer): Audience.PRIVATE for pointer in CONTACT_POINTERS}
        by_place[("references",)] = Audience.PRIVATE
        for pointer, label in audience_rules(document).items():
            by_place[parse_pointer(pointer)] = Audience.from_label(label)
        by_place |= {(name,): Audience.PRIVATE for name in ADMINISTRATIVE}
        return cls(by_place)


def visible(document: JsonObject, audience: Audience, *, keep_places: bool = False) -> JsonObject:
    """The document as an audience sees it.

    Args:
        document: a validated profile document.
        audience: who asks; `PRIVATE` sees everything.
        keep_places: leave null where a list item is hidden, so that indexes still name the same items.

    Returns:
        A new document without hidden leaves, and without containers that held nothing else.
    """
    if audience is Audience.PRIVATE:
        return document
    viewer = _Viewer(VisibilityRules.of(document), audience, keep_places)
    shown = viewer.shown(document, (), Audience.PRIVATE)
    return shown if isinstance(shown, dict) else {}


class _Hidden:
    """Stands for a value that is not shown (null is a value)."""


_HIDDEN = _Hidden()


@dataclass(frozen=True, slots=True)
class _Viewer:
    rules: VisibilityRules
    audience: Audience
    keep_places: bool

    def shown(self, value: JsonValue, place: Tokens, inherited: Audience) -> JsonValue | _Hidden:
        """What is left of a value; `inherited` is the audience of the nearest rule above its place."""
        here = self.rules.by_place.get(place, inherited)
        allowed = here <= self.audience
        if isinstance(value, dict):
            members = {key: self.shown(item, (*place, key), here) for key, item in value.items()}
            kept = {key: item for key, item in members.items() if not isinstance(item, _Hidden)}
            return kept if kept or (not value and allowed) else _HIDDEN
        if isinstance(value, list):
            items = [self.shown(item, (*place, str(index)), here) for index, item in enumerate(value)]
            shown = [item for item in items if not isinstance(item, _Hidden)]
            if not shown and (value or not allowed):
                return _HIDDEN
            return [None if isinstance(item, _Hidden) else item for item in items] if self.keep_places else shown
        return value if allowed else _HIDDEN
