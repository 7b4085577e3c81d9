"""An answer in the pieces it is streamed in. Cuts only: joined, the pieces are the answer again."""

from __future__ import annotations

import re

# Each checked sentence is followed by its markers (`grounding`), whatever stops there are inside it.
_CITED_SENTENCE = re.compile(r".+?(?:\[\d+\])+(?:\s+|$)|.+", re.DOTALL)
# A declined answer cites nothing.
_PLAIN_SENTENCE = re.compile(r".+?[.!?](?:\s+|$)|.+", re.DOTALL)
_MARKER = re.compile(r"\[\d+\]")


def deltas(answer: str) -> list[str]:
    """The sentences of an answer, each with the space that follows it."""
    sentence = _CITED_SENTENCE if _MARKER.search(answer) else _PLAIN_SENTENCE
    return sentence.findall(answer)
