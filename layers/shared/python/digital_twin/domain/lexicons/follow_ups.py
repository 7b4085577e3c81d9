"""How each language leans on what was said before. Data only; `leaning` reads with it.

Patterns are matched without regard to case, against the text as written: a rewriting has to know where.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from digital_twin.domain.lexicons.english import ENGLISH
from digital_twin.domain.lexicons.french import FRENCH
from digital_twin.domain.lexicons.german import GERMAN
from digital_twin.domain.lexicons.lexicon import Lexicon
from digital_twin.domain.lexicons.spanish import SPANISH


class Antecedent(StrEnum):
    """What a word that points back stands for: an employer, a school, a project, any of them, or a thing."""

    JOB = "job"
    SCHOOL = "school"
    PROJECT = "project"
    SUBJECT = "subject"
    THING = "thing"
    THINGS = "things"
    LISTED = "listed"


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A phrase that points back, and what is put in its place, with the antecedent at `{x}`.

    Replaced is the group `x`, which may be empty where something was left unsaid, or all that matches. Where `moves`
    is set, that is taken out and its replacement put at the end of the question. The group `nth` names a place in a
    list. `is_unsaid` marks what only lacks words: where the question has its own, beside the group `verb`, nothing is
    left out.
    """

    antecedent: Antecedent
    pattern: str
    template: str
    moves: bool = False
    is_unsaid: bool = False


@dataclass(frozen=True)
class FollowUps:
    """One language's follow-ups.

    `opener` begins a question that puts another word into the last one; what follows holds none of the `finite` words,
    which make a question of its own, and may begin with one of the `prepositions`. `alone` are questions of an
    interrogative only, `about` what is asked then of an employer: `{q} at {x}?`. `adverbial` begins questions whose
    interrogative another can take the place of, `open` all that ask for more than yes or no.
    """

    lexicon: Lexicon
    opener: str
    finite: str
    prepositions: str
    alone: str
    about: str
    adverbial: str
    open: str
    ordinals: dict[str, int]
    anaphors: tuple[Anaphor, ...]

    @cached_property
    def opens(self) -> re.Pattern[str]:
        """Matches what carries the last question on, up to what it is carried on to."""
        return re.compile(rf"\W*(?:{self.opener})\W+(?:(?:{self.prepositions})\s+)?", re.IGNORECASE)

    @cached_property
    def is_finite(self) -> re.Pattern[str]:
        """Matches in what is a question of its own."""
        return re.compile(rf"\b(?:{self.finite})\b", re.IGNORECASE)

    @cached_property
    def is_alone(self) -> re.Pattern[str]:
        """Matches a question that is no more than an interrogative; `q` is that."""
        return re.compile(rf"\W*(?:(?:{self.opener})\W+)?(?P<q>{self.alone})\W*", re.IGNORECASE)

    @cached_property
    def asks_adverbially(self) -> re.Pattern[str]:
        """Matches the interrogative that begins a question of when, where, why or how."""
        return re.compile(rf"\W*(?:{self.adverbial})\s+", re.IGNORECASE)

    @cached_property
    def asks_openly(self) -> re.Pattern[str]:
        """Matches the beginning of a question that yes or no does not answer."""
        return re.compile(rf"\W*(?:\w+\W+)?(?:{self.open})\b", re.IGNORECASE)

    @cached_property
    def points(self) -> tuple[tuple[Anaphor, re.Pattern[str]], ...]:
        """Every phrase that points back."""
        return tuple((anaphor, re.compile(anaphor.pattern, re.IGNORECASE)) for anaphor in self.anaphors)


_EN_JOB = "job|role|position|post|company|employer|firm|organi[sz]ation|business|workplace|team|hospital|clinic|stint"
_EN_SCHOOL = "school|university|college|institute|degree|programme|program"
_EN_PROJECT = "project|side project|tool|app|application"
_EN_IN = "in|at|during|for|with|from|on"
_EN_THIS = "that|this|the same"
_EN_END = r"(?=\W*$)"
_EN_NTH = "first|second|third|fourth|fifth|last"

_ENGLISH = FollowUps(
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
            rf"\b(?:before|prior to) (?:that|this|it|then)\b(?! (?:{_EN_JOB}|{_EN_SCHOOL}|{_EN_PROJECT})\b)",
            "before {x}",
        ),
        Anaphor(Antecedent.SUBJECT, rf"\bbefore{_EN_END}", "before {x}", is_unsaid=True),
        Anaphor(
            Antecedent.SUBJECT,
            rf"\b(?:afterwards?|thereafter|(?<!she )(?<!he )(?<!they )(?<!you )after){_EN_END}",
            "after {x}",
            is_unsaid=True,
        ),
        Anaphor(
            Antecedent.SUBJECT,
            rf"\bafter (?:that|this|it)\b(?! (?:{_EN_JOB}|{_EN_SCHOOL}|{_EN_PROJECT})\b)",
            "after {x}",
        ),
        Anaphor(Antecedent.JOB, rf"\b(?:{_EN_IN}) (?:{_EN_THIS}) (?:{_EN_JOB})\b", "at {x}"),
        Anaphor(Antecedent.SCHOOL, rf"\b(?:{_EN_IN}) (?:{_EN_THIS}) (?:{_EN_SCHOOL})\b", "at {x}"),
        Anaphor(Antecedent.PROJECT, rf"\b(?:{_EN_IN}) (?:{_EN_THIS}) (?:{_EN_PROJECT})\b", "in {x}"),
        Anaphor(Antecedent.SUBJECT, r"\b(?:at|during|in) (?:that|this) (?:time|place|period)\b", "at {x}"),
        Anaphor(Antecedent.JOB, rf"\b(?:{_EN_THIS}) (?:{_EN_JOB})\b", "{x}"),
        Anaphor(Antecedent.SCHOOL, rf"\b(?:{_EN_THIS}) (?:{_EN_SCHOOL})\b", "{x}"),
        Anaphor(Antecedent.PROJECT, rf"\b(?:{_EN_THIS}) (?:{_EN_PROJECT})\b", "{x}"),
        Anaphor(
            Antecedent.SUBJECT,
            r"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bhas )(?<!\bhave )(?<!\bout )(?<!\bhello )(?<!\bhi )(?<!\bhey )\b(?:over |back |while )?"
            r"there\b(?! (?:is|are|was|were|any|an?|been|some)\b)",
            "at {x}",
        ),
        Anaphor(
            Antecedent.LISTED,
            rf"\bthe (?P<nth>{_EN_NTH}) one\b|\bthe (?P<nth2>former|latter)\b"
            rf"|\bthe (?P<nth3>second|third|fourth|fifth) (?:{_EN_JOB}|{_EN_SCHOOL}|{_EN_PROJECT})\b",
            "{x}",
        ),
        Anaphor(Antecedent.THINGS, r"\bof (?:those|these|them)\b", "of the {x}"),
        Anaphor(
            Antecedent.THINGS, rf"\b(?:those|these)(?:{_EN_END}|(?= (?:is|are|was|were|did|do|has|have)\b))", "the {x}"
        ),
        Anaphor(
            Antecedent.SUBJECT,
            rf"\b(?:how long|how many years|why|until when|since when)\b.*\b(?P<verb>stay|remain|last)(?P<x>){_EN_END}",
            " at {x}",
            is_unsaid=True,
        ),
        Anaphor(
            Antecedent.SUBJECT,
            rf"\b(?:when|why|(?:in )?(?:what|which) year)\b.*\b(?P<verb>leave|join|quit)(?P<x>){_EN_END}",
            " {x}",
            is_unsaid=True,
        ),
        Anaphor(
            Antecedent.THING,
            r"\bit\b(?! (?:true|possible|correct|fair|right|likely|safe|seems?|that)\b)(?! take\W+\w)",
            "{x}",
        ),
        Anaphor(
            Antecedent.THING,
            rf"\b(?:that|this){_EN_END}|(?<=\bdid )(?:that|this)(?= (?:take|work|go|help|last|happen|achieve|save|start|end)\b)",
            "{x}",
        ),
    ),
)

_DE_JOB = "firma|unternehmen|unternehmens|stelle|rolle|position|funktion|arbeitgeber|job|posten|klinik|kanzlei|behörde|betrieb"
_DE_SCHOOL = "hochschule|universität|uni|schule|studium|fakultät|ausbildung"
_DE_PROJECT = "projekt|projekts|projektes|vorhaben"
_DE_THIS = "diese[rsnm]?|jene[rsnm]?|der gleichen|der selben|derselben|demselben"
_DE_PARTICIPLE = (
    "gemacht|gearbeitet|getan|erreicht|geleistet|gewesen|geblieben|beschäftigt|genau|gelernt|gebaut|geleitet|"
    "entwickelt|verantwortet|angestellt|tätig|verantwortlich|zuständig|noch"
)
_DE_NTH = "erste|zweite|dritte|vierte|letzte"

_GERMAN = FollowUps(
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
        Anaphor(Antecedent.JOB, rf"\b(?:bei|in|an|auf|während) (?:{_DE_THIS}) (?:{_DE_JOB})\b", "bei {x}"),
        Anaphor(Antecedent.SCHOOL, rf"\b(?:bei|in|an|auf|während) (?:{_DE_THIS}) (?:{_DE_SCHOOL})\b", "bei {x}"),
        Anaphor(Antecedent.PROJECT, rf"\b(?:bei|in|an|auf|während) (?:{_DE_THIS}) (?:{_DE_PROJECT})\b", "bei {x}"),
        Anaphor(Antecedent.SUBJECT, r"\bin dieser zeit\b|\bwährend dieser zeit\b", "bei {x}"),
        Anaphor(Antecedent.JOB, rf"\b(?:{_DE_THIS}) (?:{_DE_JOB})\b", "{x}"),
        Anaphor(Antecedent.SCHOOL, rf"\b(?:{_DE_THIS}) (?:{_DE_SCHOOL})\b", "{x}"),
        Anaphor(Antecedent.PROJECT, rf"\b(?:{_DE_THIS}) (?:{_DE_PROJECT})\b", "{x}"),
        Anaphor(Antecedent.SUBJECT, r"\bdort\b", "bei {x}"),
        Anaphor(Antecedent.SUBJECT, rf"(?<=\w )\bda(?=\W*$| (?:{_DE_PARTICIPLE})\b)", "bei {x}"),
        Anaphor(
            Antecedent.LISTED,
            rf"\b(?:bei|in|an) (?:der|dem|den) (?P<nth>{_DE_NTH})[nrsm]?(?=\W*$| (?:{_DE_PARTICIPLE})\b)",
            "bei {x}",
        ),
        Anaphor(Antecedent.LISTED, rf"\b(?:der|die|das|den|dem) (?P<nth>{_DE_NTH})[nrsm]?(?=\W*$)", "{x}"),
        Anaphor(
            Antecedent.LISTED,
            rf"\b(?:bei|in|an) (?:der|dem|den) (?P<nth>zweite|dritte|vierte)[nrsm]? (?:{_DE_JOB}|{_DE_SCHOOL}|{_DE_PROJECT})\b",
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

# Straight, or as a printer sets it.
_AP = "['\u2019]"
_FR_JOB = "entreprise|société|poste|rôle|emploi|fonction|hôpital|clinique|boîte|employeur|cabinet|agence|travail"
_FR_SCHOOL = "école|université|établissement|formation|lycée|fac"
_FR_PROJECT = "projet"
_FR_THIS = "cette|ce|cet|la même|le même"
_FR_IN = "dans|à|chez|pendant|durant|de|pour|sur"
_FR_NTH = "premier|première|deuxième|second|seconde|troisième|quatrième|dernier|dernière"

_FRENCH = FollowUps(
    lexicon=FRENCH,
    opener=rf"(?:(?:et|mais)\W+)?(?:qu{_AP}en est-il|quid|que dire)(?: de la| de l{_AP}| du| des| de)?|et(?: aussi)?",
    finite=(
        "qui|que|quoi|quel|quelle|quels|quelles|lequel|laquelle|quand|où|pourquoi|comment|combien|est-ce|est|sont|a|ont|"
        "était|sait|parle|connaît|travaille|dis|dites|donne|donnez|liste|décris|si|puis|alors"
    ),
    prepositions="chez|à|au|en|dans|avec|pour|sur",
    alone=(
        f"(?:depuis|jusqu{_AP}à|à partir de) quand|quand|(?:pendant |depuis )?combien de temps|"
        f"combien d{_AP}années|pourquoi|où|comment|en quelle année|à quel poste|dans quel rôle|"
        "en quelle qualité|avec qui"
    ),
    about="{q} chez {x} ?",
    adverbial=f"(?:depuis |jusqu{_AP}à )?quand|(?:pendant )?combien de temps|pourquoi|où|en quelle année|comment",
    open=(
        "qui|qu|que|quoi|quel|quelle|quels|quelles|lequel|laquelle|quand|où|pourquoi|comment|combien|dis|dites|parle-moi|"
        "donne|donnez|décris|résume"
    ),
    ordinals={
        "premier": 0,
        "première": 0,
        "deuxième": 1,
        "second": 1,
        "seconde": 1,
        "troisième": 2,
        "quatrième": 3,
        "dernier": -1,
        "dernière": -1,
    },
    anaphors=(
        Anaphor(
            Antecedent.SUBJECT,
            r"^\W*(?:et\W+)?(?:avant(?: (?:cela|ça|ceci))?|auparavant|précédemment)\W*$",
            "Quel poste avant {x} ?",
        ),
        Anaphor(
            Antecedent.SUBJECT,
            r"^\W*(?:et\W+)?(?:après(?: (?:cela|ça|ceci))?|ensuite|puis|par la suite)\W*$",
            "Quel poste après {x} ?",
        ),
        Anaphor(
            Antecedent.THING,
            rf"^\W*(?:(?:dis|dites|raconte|racontez)[- ](?:m{_AP}en|moi(?: en)?) (?:plus|davantage)|(?:plus|davantage) de détails|"
            rf"quoi d{_AP}autre|autre chose|et encore|en savoir plus)(?: s{_AP}il (?:te|vous) plaît)?\W*$",
            "Que dire de plus sur {x} ?",
        ),
        Anaphor(Antecedent.THINGS, r"^\W*(?:et\W+)?(?:lesquels|lesquelles)\W*$", "Quels {x} ?"),
        Anaphor(Antecedent.SUBJECT, r"\b(?:avant (?:cela|ça|ceci)|auparavant)(?=\W|$)", "avant {x}"),
        Anaphor(Antecedent.SUBJECT, r"\bavant(?=\W*$)", "avant {x}", is_unsaid=True),
        Anaphor(Antecedent.SUBJECT, r"\b(?:après (?:cela|ça|ceci)|par la suite|ensuite)(?=\W|$)", "après {x}"),
        Anaphor(Antecedent.SUBJECT, r"\baprès(?=\W*$)", "après {x}", is_unsaid=True),
        Anaphor(Antecedent.JOB, rf"(?<!\w)(?:{_FR_IN}) (?:{_FR_THIS}) (?:{_FR_JOB})\b", "chez {x}"),
        Anaphor(Antecedent.SCHOOL, rf"(?<!\w)(?:{_FR_IN}) (?:{_FR_THIS}) (?:{_FR_SCHOOL})\b", "à {x}"),
        Anaphor(Antecedent.PROJECT, rf"(?<!\w)(?:{_FR_IN}) (?:{_FR_THIS}) (?:{_FR_PROJECT})\b", "dans {x}"),
        Anaphor(Antecedent.JOB, rf"\b(?:{_FR_THIS}) (?:{_FR_JOB})\b", "{x}"),
        Anaphor(Antecedent.SCHOOL, rf"\b(?:{_FR_THIS}) (?:{_FR_SCHOOL})\b", "{x}"),
        Anaphor(Antecedent.PROJECT, rf"\b(?:{_FR_THIS}) (?:{_FR_PROJECT})\b", "{x}"),
        Anaphor(Antecedent.SUBJECT, r"\blà-bas\b", "chez {x}"),
        Anaphor(Antecedent.SUBJECT, r"\blà(?=\W*$)", "chez {x}"),
        Anaphor(
            Antecedent.SUBJECT,
            rf"(?:(?<=\w )|(?<={_AP}))(?<!\bil )(?<!\bn{_AP})(?P<x>y )(?!a-t-il\b|avait-il\b|a\b(?!-| (?:fait|travaillé|étudié|appris|passé)\b))",
            " chez {x}",
            moves=True,
        ),
        Anaphor(
            Antecedent.LISTED,
            rf"(?<!\w)(?:au|à la|dans la|dans le|chez la|chez le) (?P<nth>{_FR_NTH})(?=\W*$)",
            "chez {x}",
        ),
        Anaphor(Antecedent.LISTED, rf"\b(?:le|la) (?P<nth>{_FR_NTH})(?=\W*$)", "{x}"),
        Anaphor(
            Antecedent.SUBJECT,
            r"\b(?:combien de temps|quand|pourquoi)\b.*(?P<verb>restée?|arrivée?|entrée?|commencé)(?P<x>)(?=\W*$)",
            " chez {x}",
            is_unsaid=True,
        ),
        Anaphor(
            Antecedent.SUBJECT,
            r"\b(?:quand|pourquoi)\b.*(?P<verb>partie?|quittée?)(?P<x>)(?=\W*$)",
            " {x}",
            is_unsaid=True,
        ),
        Anaphor(Antecedent.THING, r"\b(?:cela|ça)(?=\W|$)", "{x}"),
    ),
)

_ES_JOB = "empresa|puesto|trabajo|cargo|rol|compañía|empleo|hospital|clínica|restaurante|hotel|organización|función"
_ES_SCHOOL = "universidad|escuela|colegio|instituto|facultad|formación"
_ES_PROJECT = "proyecto"
_ES_THIS = "esa|ese|esta|este|aquel|aquella|dicha|dicho|la misma|el mismo"
_ES_NTH = "primero|primera|primer|segundo|segunda|tercero|tercera|cuarto|cuarta|último|última"

_SPANISH = FollowUps(
    lexicon=SPANISH,
    opener=r"(?:(?:y|pero)\W+)?(?:qué (?:tal|hay de|pasa con|me dices de))|y(?! a-t|-)(?: también)?",
    finite=(
        "quién|quiénes|qué|cuál|cuáles|cuándo|dónde|por|cómo|cuánto|cuánta|cuántos|cuántas|es|son|fue|era|ha|han|tiene|"
        "se|habla|sabe|puede|trabaja|trabajó|estudió|conoce|hay|dime|cuéntame|describe|entonces|si"
    ),
    prepositions="en|con|de|para|durante",
    alone=(
        "(?:desde|hasta) cuándo|cuándo|(?:durante |por )?cuánto tiempo|cuántos (?:años|meses)|por qué|dónde|cómo|"
        "en qué año|en qué (?:puesto|cargo)|con quién"
    ),
    about="¿{q} en {x}?",
    adverbial="(?:desde |hasta )?cuándo|(?:durante )?cuánto tiempo|por qué|dónde|en qué año|cómo",
    open=(
        "quién|quiénes|qué|cuál|cuáles|cuándo|dónde|por qué|cómo|cuánto|cuánta|cuántos|cuántas|dime|cuéntame|háblame|"
        "describe|resume"
    ),
    ordinals={
        "primero": 0,
        "primera": 0,
        "primer": 0,
        "segundo": 1,
        "segunda": 1,
        "tercero": 2,
        "tercera": 2,
        "cuarto": 3,
        "cuarta": 3,
        "último": -1,
        "última": -1,
    },
    anaphors=(
        Anaphor(
            Antecedent.SUBJECT,
            r"^\W*(?:y\W+)?(?:antes(?: de (?:eso|ello|esto))?|anteriormente)\W*$",
            "¿Qué puesto tuvo antes de {x}?",
        ),
        Anaphor(
            Antecedent.SUBJECT,
            r"^\W*(?:y\W+)?(?:después(?: de (?:eso|ello|esto))?|luego|a continuación)\W*$",
            "¿Qué puesto tuvo después de {x}?",
        ),
        Anaphor(
            Antecedent.THING,
            r"^\W*(?:y )?(?:(?:cuéntame|dime|explícame) (?:algo )?más|más detalles|algo más|qué más|sigue|continúa)"
            r"(?: (?:de|sobre) (?:eso|ello|esto))?(?: por favor)?\W*$",
            "Cuéntame más de {x}.",
        ),
        Anaphor(Antecedent.THINGS, r"^\W*(?:y\W+)?cuáles\W*$", "¿Cuáles {x}?"),
        Anaphor(Antecedent.SUBJECT, r"\bantes de (?:eso|ello|esto)\b", "antes de {x}"),
        Anaphor(Antecedent.SUBJECT, r"\bantes(?=\W*$)", "antes de {x}", is_unsaid=True),
        Anaphor(Antecedent.SUBJECT, r"\bdespués de (?:eso|ello|esto)\b", "después de {x}"),
        Anaphor(Antecedent.SUBJECT, r"\b(?:después|luego)(?=\W*$)", "después de {x}", is_unsaid=True),
        Anaphor(Antecedent.JOB, rf"\b(?:en|durante) (?:{_ES_THIS}) (?:{_ES_JOB})\b", "en {x}"),
        Anaphor(Antecedent.SCHOOL, rf"\b(?:en|durante) (?:{_ES_THIS}) (?:{_ES_SCHOOL})\b", "en {x}"),
        Anaphor(Antecedent.PROJECT, rf"\b(?:en|durante) (?:{_ES_THIS}) (?:{_ES_PROJECT})\b", "en {x}"),
        Anaphor(Antecedent.JOB, rf"\b(?:{_ES_THIS}) (?:{_ES_JOB})\b", "{x}"),
        Anaphor(Antecedent.SCHOOL, rf"\b(?:{_ES_THIS}) (?:{_ES_SCHOOL})\b", "{x}"),
        Anaphor(Antecedent.PROJECT, rf"\b(?:{_ES_THIS}) (?:{_ES_PROJECT})\b", "{x}"),
        Anaphor(Antecedent.SUBJECT, r"\b(?:all[íi]|ah[íi])(?=\W|$)", "en {x}"),
        Anaphor(Antecedent.LISTED, rf"\ben (?:el|la) (?P<nth>{_ES_NTH})(?=\W*$)", "en {x}"),
        Anaphor(Antecedent.LISTED, rf"\b(?:el|la) (?P<nth>{_ES_NTH})(?=\W*$)", "{x}"),
        Anaphor(Antecedent.THINGS, r"\bde (?:ellos|ellas|esos|esas|estos|estas)\b", "de {x}"),
        Anaphor(
            Antecedent.SUBJECT,
            r"\b(?:cuánto tiempo|cuándo|por qué)\b.*\b(?P<verb>quedó|estuvo|entró|empezó|incorporó|comenzó)(?P<x>)(?=\W*$)",
            " en {x}",
            is_unsaid=True,
        ),
        Anaphor(
            Antecedent.SUBJECT,
            r"\b(?:cuándo|por qué)\b.*\b(?P<verb>se fue|marchó|salió)(?P<x>)(?=\W*$)",
            " de {x}",
            is_unsaid=True,
        ),
        Anaphor(
            Antecedent.SUBJECT,
            r"\b(?:cuándo|por qué)\b.*\b(?P<verb>la dejó|lo dejó|dejó)(?P<x>)(?=\W*$)",
            " {x}",
            is_unsaid=True,
        ),
        Anaphor(Antecedent.THING, r"\b(?:eso|esto|ello)\b", "{x}"),
    ),
)

# In the order of `LEXICONS`.
FOLLOW_UPS: tuple[FollowUps, ...] = (_ENGLISH, _GERMAN, _FRENCH, _SPANISH)
