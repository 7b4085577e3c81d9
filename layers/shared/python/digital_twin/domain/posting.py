"""A job posting as lines of text, however it was copied: as it reads, from a web page's source, or from a feed.

It keeps what a reader would see and where lines begin. Markup that means nothing here is left for others to remove.
"""

from __future__ import annotations

import re
from html import unescape

# What marks an item of a list. Any symbol outside ASCII does: there are as many as there are typefaces, and emoji.
# Quotes, brackets and currencies open a text themselves.
_OPENING = r"\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb\u2026\u00bf\u00a1\u20ac\u00a3\u00a5\u300c\u3010\uff08"
_SYMBOLS = rf"[^\w\s\x00-\x7f{_OPENING}]+\s*"
_SYMBOL = re.compile(rf"^\s*{_SYMBOLS}(?=\S)")
_MARK = re.compile(rf"^\s*(?:[-*+]\s+|\(?(?:\d{{1,2}}|[a-z])[.)]\s+|{_SYMBOLS})(?=\S)")

# A heading stands alone on its line: marked as one, or a few words that end in a colon.
_HEADING = re.compile(r"^\s*(?:#{1,6}\s+\S.*|\*\*[^*]+\*\*[:\uff1a]?|[^.!?]{1,60}[:\uff1a])\s*$")

_UNSEEN = re.compile(r"<(script|style|head|template|noscript)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
# With one of these a text is a page's source, where the ends of lines mean nothing.
_IS_PAGE = re.compile(r"<(?:p|li|div|td)(?:\s[^<>]*)?>", re.IGNORECASE)
_ITEM = re.compile(r"<li(?:\s[^<>]*)?>(?:\s*<(?:p|div|span)(?:\s[^<>]*)?>)*", re.IGNORECASE)
_TITLE = re.compile(r"<h[1-6](?:\s[^<>]*)?>", re.IGNORECASE)
_BOLD = re.compile(r"</?(?:strong|b)(?:\s[^<>]*)?>", re.IGNORECASE)
_BLOCK = re.compile(
    r"</?(?:p|div|br|hr|h[1-6]|li|ul|ol|dl|dt|dd|table|tr|td|th|section|article|header|footer|main|body|html)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)


def readable(text: str) -> str:
    """The text with a page's source turned into lines: items with a dash, headings with `##`, bold with `**`.

    Feeds of job boards escape the source once more, so entities are resolved before and after.
    """
    shown = _UNSEEN.sub(" ", unescape(text))
    if _IS_PAGE.search(shown):
        shown = " ".join(shown.split())
    for tag, meaning in ((_ITEM, "\n- "), (_TITLE, "\n## "), (_BLOCK, "\n"), (_BOLD, "**")):
        shown = tag.sub(meaning, shown)
    return unescape(shown)


def is_item(line: str) -> bool:
    """Whether a line is an item of a list."""
    return _MARK.match(line) is not None


def without_mark(line: str) -> str:
    """The line without what marks it as an item."""
    return _MARK.sub("", line)


def heading(line: str) -> str | None:
    """What a line says if it is marked as a heading, perhaps after an emoji; None if it is not."""
    said = _SYMBOL.sub("", line)
    return said if _HEADING.match(said) and not is_item(said) else None


def bare(line: str) -> str | None:
    """What a line says if it may be a heading without a mark, perhaps after an emoji; None if it is an item."""
    said = _SYMBOL.sub("", line)
    return None if is_item(said) else said.strip()
