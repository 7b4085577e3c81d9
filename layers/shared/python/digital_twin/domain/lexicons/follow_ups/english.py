"""English."""

from __future__ import annotations

from digital_twin.domain.lexicons.english import ENGLISH
from digital_twin.domain.lexicons.follow_ups.forms import Anaphor, Antecedent, FollowUps

_JOB = "job|role|position|post|company|employer|firm|organi[sz]ation|business|workplace|team|hospital|clinic|stint"
_SCHOOL = "school|university|college|institute|degree|programme|program"
_PROJECT = "project|side project|tool|app|application"
_IN = "in|at|during|for|with|from|on"
_THIS = "that|this|the same"
_END = r"(?=\W*$)"
_NTH = "first|second|third|fourth|fifth|last"

ENGLISH_FOLLOW_UPS = FollowUps(
    lexicon=ENGLISH,
    opener=r"(?:(?:and|but|so|ok|okay|also|now)\W+)?(?:what|how) about|and(?: also)?|also",
    finite=(
        "who|what|which|whose|whom|when|where|why|how|is|are|was|were|do|does|did|has|have|had|can|could|will|would|"
        "should|may|might|tell|list|name|give|show|describe|explain|summari[sz]e|if|because|then"
    ),
    prepositions="in|at|with|on|for|during|from|by",
    alone=(
        "(?:for|since|until|till|from|by) (?:how long|when|what year)|how long|how many (?:years|months)|when|where|why|"
        "(?:in )?(?:what|which) year|how|how often|as what|in (?:what|which) (?:role|position|capacity)|who with|with whom"
    ),
    about="{q} at {x}?",
    adverbial="(?:since |until |for )?(?:when|how long|how many years)|where|why|(?:in )?(?:what|which) year|how",
    open="who|whom|whose|what|which|when|where|why|how|tell|list|name|give|show|describe|explain|summari[sz]e",
    ordinals={"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "last": -1, "former": 0, "latter": -1},
    anaphors=(
        Anaphor(
            Antecedent.SUBJECT,
            r"^\W*(?:and\W+)?(?:(?:what|how) about\W+)?(?:before(?: (?:that|this|it|then))?|previously|earlier)\W*$",
            "What came before {x}?",
        ),
        Anaphor(
            Antecedent.SUBJECT,
            r"^\W*(?:and\W+)?(?:(?:what|how) about\W+)?(?:after(?: (?:that|this|it))?|afterwards?|then|next|and then"
            r"|what (?:came |was )?next)\W*$",
            "What came after {x}?",
        ),
        Anaphor(
            Antecedent.THING,
            r"^\W*(?:please |can you |could you |and )*(?:(?:tell me|say|know) )?(?:some )?"
            r"(?:more|(?:any )?(?:more|further) details?|(?:any|some)thing (?:else|more)|what else|elaborate|go on)"
            r"(?: (?:about|on) (?:that|this|it))?(?: please)?\W*$",
            "Tell me more about {x}.",
        ),
        Anaphor(Antecedent.THINGS, r"^\W*(?:and\W+)?which (?:ones|one)?\W*$", "Which {x}?"),
        Anaphor(
            Antecedent.SUBJECT,
            rf"\b(?:before|prior to) (?:that|this|it|then)\b(?! (?:{_JOB}|{_SCHOOL}|{_PROJECT})\b)",
            "before {x}",
        ),
        Anaphor(Antecedent.SUBJECT, rf"\bbefore{_END}", "before {x}", is_unsaid=True),
        Anaphor(
            Antecedent.SUBJECT,
            rf"\b(?:afterwards?|thereafter|(?<!she )(?<!he )(?<!they )(?<!you )after){_END}",
            "after {x}",
            is_unsaid=True,
        ),
        Anaphor(
            Antecedent.SUBJECT,
            rf"\bafter (?:that|this|it)\b(?! (?:{_JOB}|{_SCHOOL}|{_PROJECT})\b)",
            "after {x}",
        ),
        Anaphor(Antecedent.JOB, rf"\b(?:{_IN}) (?:{_THIS}) (?:{_JOB})\b", "at {x}"),
        Anaphor(Antecedent.SCHOOL, rf"\b(?:{_IN}) (?:{_THIS}) (?:{_SCHOOL})\b", "at {x}"),
        Anaphor(Antecedent.PROJECT, rf"\b(?:{_IN}) (?:{_THIS}) (?:{_PROJECT})\b", "in {x}"),
        Anaphor(Antecedent.SUBJECT, r"\b(?:at|during|in) (?:that|this) (?:time|place|period)\b", "at {x}"),
        Anaphor(Antecedent.JOB, rf"\b(?:{_THIS}) (?:{_JOB})\b", "{x}"),
        Anaphor(Antecedent.SCHOOL, rf"\b(?:{_THIS}) (?:{_SCHOOL})\b", "{x}"),
        Anaphor(Antecedent.PROJECT, rf"\b(?:{_THIS}) (?:{_PROJECT})\b", "{x}"),
        Anaphor(
            Antecedent.SUBJECT,
            r"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bhas )(?<!\bhave )(?<!\bout )(?<!\bhello )(?<!\bhi )(?<!\bhey )\b(?:over |back |while )?"
            r"there\b(?! (?:is|are|was|were|any|an?|been|some)\b)",
            "at {x}",
        ),
        Anaphor(
            Antecedent.LISTED,
            rf"\bthe (?P<nth>{_NTH}) one\b|\bthe (?P<nth2>former|latter)\b"
            rf"|\bthe (?P<nth3>second|third|fourth|fifth) (?:{_JOB}|{_SCHOOL}|{_PROJECT})\b",
            "{x}",
        ),
        Anaphor(Antecedent.THINGS, r"\bof (?:those|these|them)\b", "of the {x}"),
        Anaphor(
            Antecedent.THINGS, rf"\b(?:those|these)(?:{_END}|(?= (?:is|are|was|were|did|do|has|have)\b))", "the {x}"
        ),
        Anaphor(
            Antecedent.SUBJECT,
            rf"\b(?:how long|how many years|why|until when|since when)\b.*\b(?P<verb>stay|remain|last)(?P<x>){_END}",
            " at {x}",
            is_unsaid=True,
        ),
        Anaphor(
            Antecedent.SUBJECT,
            rf"\b(?:when|why|(?:in )?(?:what|which) year)\b.*\b(?P<verb>leave|join|quit)(?P<x>){_END}",
            " {x}",
            is_unsaid=True,
        ),
        Anaphor(
            Antecedent.THING,
            r"(?<!\bmade )(?<!\bmake )(?<!\bmakes )(?<!\bmaking )\bit\b(?! (?:true|possible|correct|fair|right|likely|safe|seems?|that)\b)(?! take\W+\w)",
            "{x}",
        ),
        Anaphor(
            Antecedent.THING,
            rf"\b(?:that|this){_END}|(?<=\bdid )(?:that|this)(?= (?:take|work|go|help|last|happen|achieve|save|start|end)\b)",
            "{x}",
        ),
    ),
)
