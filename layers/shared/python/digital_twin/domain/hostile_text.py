"""What a text may hold that is not for its readers: hidden characters, markup, and instructions to a model.

It recognises and removes; whether to keep what is left is for others to decide.
"""

from __future__ import annotations

import re

# Zero-width and bidirectional controls, soft hyphen, and tag characters, which spell ASCII invisibly
# (https://www.unicode.org/reports/tr36/). The joiners U+200C and U+200D stay: Persian and emoji need them.
_HIDDEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]")
_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
# Elements by name, so that `List<String>` stays; the fences of the prompt among them.
_TAG = re.compile(
    r"</?(?:a|b|i|u|p|q|br|hr|em|div|img|svg|pre|code|span|font|form|base|link|meta|body|html|head|input|video|audio|"
    r"style|table|strong|script|iframe|object|embed|h[1-6]|ul|ol|li|td|tr|excerpts|question)(?:[\s/][^<>]*)?>",
    re.IGNORECASE,
)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s+[^()]*)?\)")
_EMPHASIS = re.compile(r"(?<!\w)(\*{1,3}|_{2,3}|`{1,3}|~~)(?=\S)(.+?)(?<=\S)\1(?!\w)")
# Emphasis that a cut between sentences left half of; between two words it is a power (`2**10`).
_LOOSE_STARS = re.compile(r"(?<!\w)\*\*|\*\*(?!\w)")
_PREFIX = re.compile(r"^\s*(?:#{1,6}|>|[-*+\u2022\u2013\u2014]|\d{1,2}[.)])\s+(?=\S)")

# Sentences that speak to a model. Each form names an order and what only a model has been given, so that a profile
# may still tell of prompts, rules and instructions.
_INSTRUCTIONS = re.compile(
    r"""
    \b(?:ignore|disregard|forget|override|bypass)\b.{0,30}
        \b(?:previous|prior|above|earlier|preceding|your|system|all|any|these|the)\b.{0,30}
        \b(?:instructions?|prompts?|rules|guidelines|directives|context)\b
    | \b(?:ignorier\w*|vergiss|missachte\w*)\b.{0,40}\b(?:anweisung|regel|vorgabe|instruktion)\w*
    | \b(?:ignor\w+|oubli\w+)\b.{0,40}\b(?:instructions?|consignes?|r[eè]gles)\b
    | \b(?:ignor\w+|olvid\w+)\b.{0,40}\b(?:instrucciones|reglas)\b
    | \b\u0438\u0433\u043d\u043e\u0440\u0438\u0440\w+\b.{0,40}\b\u0438\u043d\u0441\u0442\u0440\u0443\u043a\w+  # Russian
    | (?:忽略|无视|忘记|無視).{0,12}(?:指令|指示|规则|提示|說明|说明)
    | (?:^|[:;.]\s)\W*(?:system|assistant|developer|user)\s*(?:prompt|message|note|override)?\s*[:\]>|]
    | [<\[{|]+\s*/?\s*(?:system|assistant|inst|im_start|im_end|instructions?|sys|endoftext)\b\s*[|>\]}]
    | (?:^|[:;.]\s)\W*(?:note|message|instructions?|attention|important)\b.{0,20}
        \b(?:ai|llms?|language\s+models?|assistants?|models?|chatbots?|bots?)\b
    | \byou\s+are\s+now\b | \bfrom\s+now\s+on,?\s+you\b | \bas\s+an\s+ai\b
    | \b(?:reveal|print|repeat|output|show|leak|disclose)\b.{0,25}\b(?:your|the|system|hidden)\s+
        (?:\w+\s+)?(?:prompt|instructions)\b
    | \b(?:if|when|whenever)\s+(?:you\s+are\s+|anyone\s+)?ask(?:ed|s)\b.{0,60}
        \b(?:say|reply|answer|respond|state|output)\b
    | (?:^|[:;.]\s)\W*(?:say|reply|respond|answer|output|print|write|tell\s+(?:them|the\s+user|everyone))\s+
        (?:only\s+|exactly\s+|that\s+|with\s+|to\s+)
    | (?:^|[:;.]\s)\W*(?:say|state|claim|pretend|assert)\s+(?:that|he|she|they|it)\s+
    """,
    re.IGNORECASE | re.VERBOSE,
)


def without_hidden(text: str) -> str:
    """The text without characters that show nothing: what is left is what a reader sees."""
    return _HIDDEN.sub("", text)


def without_active(text: str) -> str:
    """The text without what a page would hide, run or fetch: hidden characters, comments, HTML, targets of links."""
    return _LINK.sub(r"\1", _TAG.sub("", _COMMENT.sub("", without_hidden(text)))).strip()


def without_markup(text: str) -> str:
    """A sentence as plain words: nothing active, no emphasis, headings or list markers."""
    plain = _PREFIX.sub("", _EMPHASIS.sub(r"\2", without_active(text)))
    return _LOOSE_STARS.sub("", plain).strip()


def is_instruction(sentence: str) -> bool:
    """Whether a sentence tells a model what to do instead of telling something about a person."""
    return _INSTRUCTIONS.search(without_hidden(sentence)) is not None
