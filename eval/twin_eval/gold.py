"""The gold set: fictional profiles, and questions about them with what an answer has to hold."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, cast

from pydantic import BaseModel, BeforeValidator, ConfigDict, TypeAdapter

from digital_twin.domain.access import Audience
from digital_twin.domain.answer import AnswerStatus
from digital_twin.domain.json_types import JsonObject

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "eval"
# People nobody has tuned anything for: what is measured on them tells how far the rest carries over.
HELD_OUT = GOLD / "held_out"

# The one profile that lives elsewhere, because the local stack publishes it.
_ELSEWHERE = {"example": ROOT / "examples" / "profile.json"}


class GoldQuestion(BaseModel):
    """A question as somebody of `audience` asks it.

    An answer must hold every item of `must_mention` (an item that is a list: any one of its spellings) and nothing of
    `must_not_mention`. Any one of `gold_paths`, pointers into the profile, is evidence enough. `kind` groups reports.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    question: str
    audience: Annotated[Audience, BeforeValidator(Audience.from_label)]
    kind: str
    expect: AnswerStatus
    must_mention: tuple[str | tuple[str, ...], ...]
    must_not_mention: tuple[str, ...]
    gold_paths: tuple[str, ...]

    @property
    def is_answerable(self) -> bool:
        """Whether the profile answers it, for this asker."""
        return self.expect is AnswerStatus.ANSWERED

    def missing_in(self, text: str) -> list[str | tuple[str, ...]]:
        """What a text should mention and does not."""
        return [item for item in self.must_mention if not any(form in text for form in _forms(item))]

    def forbidden_in(self, text: str) -> list[str]:
        """What a text mentions and must not, in whatever case."""
        return [item for item in self.must_not_mention if item.casefold() in text.casefold()]


@dataclass(frozen=True, slots=True)
class GoldProfile:
    """One fictional person: the document to publish, and the questions about them."""

    name: str
    document: JsonObject
    questions: tuple[GoldQuestion, ...]


_LIST = TypeAdapter(tuple[GoldQuestion, ...])


def load_gold(folder: Path = GOLD) -> tuple[GoldProfile, ...]:
    """Every profile of a set, in order of name: of the gold set, or of the one in another folder.

    Raises:
        ValidationError: a question is not of the documented shape.
    """
    return tuple(_profiles(folder))


def _profiles(folder: Path) -> Iterator[GoldProfile]:
    for path in sorted((folder / "questions").glob("*.json")):
        document = _ELSEWHERE.get(path.stem, folder / "profiles" / path.name)
        yield GoldProfile(
            path.stem,
            cast("JsonObject", json.loads(document.read_text(encoding="utf-8"))),
            _LIST.validate_json(path.read_bytes()),
        )


def _forms(item: str | tuple[str, ...]) -> tuple[str, ...]:
    return (item,) if isinstance(item, str) else item
