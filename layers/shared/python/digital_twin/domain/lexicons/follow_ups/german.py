"""German."""

from __future__ import annotations

from digital_twin.domain.lexicons.follow_ups.forms import Anaphor, Antecedent, FollowUps
from digital_twin.domain.lexicons.german import GERMAN

_JOB = "firma|unternehmen|unternehmens|stelle|rolle|position|funktion|arbeitgeber|job|posten|klinik|kanzlei|behörde|betrieb"
_SCHOOL = "hochschule|universität|uni|schule|studium|fakultät|ausbildung"
_PROJECT = "projekt|projekts|projektes|vorhaben"
_THIS = "diese[rsnm]?|jene[rsnm]?|der gleichen|der selben|derselben|demselben"
_PARTICIPLE = (
    "gemacht|gearbeitet|getan|erreicht|geleistet|gewesen|geblieben|beschäftigt|genau|gelernt|gebaut|geleitet|"
    "entwickelt|verantwortet|angestellt|tätig|verantwortlich|zuständig|noch"
)
_NTH = "erste|zweite|dritte|vierte|letzte"

GERMAN_FOLLOW_UPS = FollowUps(
    lexicon=GERMAN,
    opener=(
        r"(?:(?:und|aber|ok|okay)\W+)?(?:was ist mit|wie (?:sieht|steht|sah|stand|ist|war) es (?:aus )?(?:mit|bei|in))"
        r"|und(?: auch)?"
    ),
    finite=(
        "wer|wen|wem|was|welche[rsnm]?|wann|wo|woher|wohin|warum|wieso|weshalb|wie|womit|wofür|woran|ist|sind|war|waren|"
        "hat|haben|hatte|kann|konnte|spricht|arbeitet|kennt|gibt|nenne|zeige?|erzähle?|beschreibe?|dann|ob"
    ),
    prepositions="bei|beim|in|im|an|mit|auf|für|von",
    alone=(
        "(?:seit|bis|ab|von) wann|wann|wie lange|wie viele (?:jahre|monate)|warum|wieso|weshalb|wo|in welchem jahr|wie|"
        "als was|in welcher (?:rolle|funktion|position)|mit wem|wie oft"
    ),
    about="{q} bei {x}?",
    adverbial="(?:seit |bis |ab )?wann|wie lange|wie viele jahre|warum|wieso|weshalb|wo|in welchem jahr|wie",
    open=(
        "wer|wen|wem|wessen|was|welche[rsnm]?|wann|wo|woher|wohin|warum|wieso|weshalb|wie|womit|wofür|worin|woran|nenne|"
        "zeige?|erzähle?|beschreibe?|liste"
    ),
    ordinals={"erste": 0, "zweite": 1, "dritte": 2, "vierte": 3, "letzte": -1},
    anaphors=(
        Anaphor(
            Antecedent.SUBJECT, r"^\W*(?:und\W+)?(?:was (?:war|kam) )?(?:davor|vorher|zuvor)\W*$", "Was kam vor {x}?"
        ),
        Anaphor(
            Antecedent.SUBJECT,
            r"^\W*(?:und\W+)?(?:was (?:war|kam) )?(?:danach|dann|anschließend|nachher)\W*$",
            "Was kam nach {x}?",
        ),
        Anaphor(
            Antecedent.THING,
            r"^\W*(?:und |bitte |kannst du |können sie )*(?:erzähle?(?:n sie)? )?(?:mir )?(?:noch |bitte )*"
            r"(?:mehr(?: details)?|was noch|(?:noch |sonst noch )?(?:et)?was(?: anderes)?|weitere details|und sonst|sonst noch was)"
            r"(?: dazu| davon| darüber)?(?: erzählen| sagen)?(?: bitte)?\W*$",
            "Erzähl mehr über {x}.",
        ),
        Anaphor(Antecedent.THINGS, r"^\W*(?:und\W+)?welche[rsn]?\W*$", "Welche {x}?"),
        Anaphor(Antecedent.SUBJECT, r"\b(?:davor|vorher|zuvor)\b(?! schon)", "vor {x}", is_unsaid=True),
        Anaphor(Antecedent.SUBJECT, r"\b(?:danach|anschließend)\b", "nach {x}", is_unsaid=True),
        Anaphor(Antecedent.JOB, rf"\b(?:bei|in|an|auf|während) (?:{_THIS}) (?:{_JOB})\b", "bei {x}"),
        Anaphor(Antecedent.SCHOOL, rf"\b(?:bei|in|an|auf|während) (?:{_THIS}) (?:{_SCHOOL})\b", "bei {x}"),
        Anaphor(Antecedent.PROJECT, rf"\b(?:bei|in|an|auf|während) (?:{_THIS}) (?:{_PROJECT})\b", "bei {x}"),
        Anaphor(Antecedent.SUBJECT, r"\bin dieser zeit\b|\bwährend dieser zeit\b", "bei {x}"),
        Anaphor(Antecedent.JOB, rf"\b(?:{_THIS}) (?:{_JOB})\b", "{x}"),
        Anaphor(Antecedent.SCHOOL, rf"\b(?:{_THIS}) (?:{_SCHOOL})\b", "{x}"),
        Anaphor(Antecedent.PROJECT, rf"\b(?:{_THIS}) (?:{_PROJECT})\b", "{x}"),
        Anaphor(Antecedent.SUBJECT, r"\bdort\b", "bei {x}"),
        Anaphor(Antecedent.SUBJECT, rf"(?<=\w )\bda(?=\W*$| (?:{_PARTICIPLE})\b)", "bei {x}"),
        Anaphor(
            Antecedent.LISTED,
            rf"\b(?:bei|in|an) (?:der|dem|den) (?P<nth>{_NTH})[nrsm]?(?=\W*$| (?:{_PARTICIPLE})\b)",
            "bei {x}",
        ),
        Anaphor(Antecedent.LISTED, rf"\b(?:der|die|das|den|dem) (?P<nth>{_NTH})[nrsm]?(?=\W*$)", "{x}"),
        Anaphor(
            Antecedent.LISTED,
            rf"\b(?:bei|in|an) (?:der|dem|den) (?P<nth>zweite|dritte|vierte)[nrsm]? (?:{_JOB}|{_SCHOOL}|{_PROJECT})\b",
            "bei {x}",
        ),
        Anaphor(Antecedent.THINGS, r"\bwelche[rsn]? davon\b", "welche {x}"),
        Anaphor(
            Antecedent.SUBJECT,
            r"\b(?:wie lange|wann|warum|wieso)\b.* (?P<x>)(?P<verb>geblieben|gegangen|ausgeschieden|angefangen|aufgehört|eingestiegen)(?=\W*$)",
            "bei {x} ",
            is_unsaid=True,
        ),
        Anaphor(
            Antecedent.SUBJECT,
            r"\b(?:wie lange|bis wann) (?:blieb|war) (?P<verb>sie|er)(?P<x>)(?=\W*$)",
            " bei {x}",
            is_unsaid=True,
        ),
        Anaphor(Antecedent.THING, r"\bdamit\b", "mit {x}"),
        Anaphor(Antecedent.THING, r"\bdaran\b", "an {x}"),
        Anaphor(Antecedent.THING, r"\bdarüber\b", "über {x}"),
        Anaphor(Antecedent.THING, r"\bdafür\b", "für {x}"),
        Anaphor(Antecedent.THING, r"\bdavon\b", "von {x}"),
        Anaphor(
            Antecedent.THING,
            r"(?<=\b(?:war|ist|hat) )das(?=\W*$| (?:gedauert|gemacht|funktioniert|genau|gebracht|passiert|gewesen)\b)",
            "{x}",
        ),
    ),
)
