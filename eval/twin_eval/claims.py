"""Whether an answer claims only what it shows: checked from the published profile, and not by the code that grounds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digital_twin.domain.answer import Answer, AnswerStatus
from digital_twin.domain.snapshot import View
from digital_twin.domain.text import sentences

_MARKER = re.compile(r"\[(\d+)\]")
_MARKERS = re.compile(r"((?:\s*\[\d+\])+)")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_COUNTED = "one two three four five six seven eight nine ten eleven twelve".split()


def claims(answer: Answer) -> list[tuple[str, tuple[int, ...]]]:
    """The sentences of an answer with the markers that follow each; none of a declined one."""
    return list(_claims(answer.text)) if answer.status is AnswerStatus.ANSWERED else []


def unsupported(answer: Answer, view: View) -> list[str]:
    """The sentences that do not rest on what the asker may see.

    A sentence is supported if it has markers, each marker has a citation whose chunk the asker may see and holds the
    quote verbatim, and the numbers of the sentence occur in the chunks it cites.
    """
    sources = {
        citation.marker: view.chunks[citation.chunk_id].text
        for citation in answer.citations
        if citation.chunk_id in view.chunks and citation.quote in view.chunks[citation.chunk_id].text
    }
    return [
        claim
        for claim, markers in claims(answer)
        if not markers
        or not sources.keys() >= set(markers)
        or not _numbers(claim) <= _numbers(" ".join(sources[marker] for marker in markers), in_words=True)
    ]


def _claims(text: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    parts = [*_MARKERS.split(text), ""]
    for said, marked in zip(parts[::2], parts[1::2], strict=True):
        *bare, last = sentences(said) or [""]
        yield from ((sentence, ()) for sentence in bare)
        if last.strip(" .!?"):
            yield last, tuple(int(number) for number in _MARKER.findall(marked))


def _numbers(text: str, *, in_words: bool = False) -> set[str]:
    """The numbers of a text, without thousands separators; with small ones spelt out if a source may spell them."""
    found = {re.sub(r",(?=\d{3})", "", number) for number in _NUMBER.findall(text)}
    lower = set(re.findall(r"\w+", text.casefold())) if in_words else set[str]()
    return found | {str(value) for value, word in enumerate(_COUNTED, start=1) if word in lower}
