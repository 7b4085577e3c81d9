"""French."""

from __future__ import annotations

from digital_twin.domain.lexicons.follow_ups.forms import Anaphor, Antecedent, FollowUps
from digital_twin.domain.lexicons.french import FRENCH

# Straight, or as a printer sets it.
_AP = "['\u2019]"
_JOB = "entreprise|société|poste|rôle|emploi|fonction|hôpital|clinique|boîte|employeur|cabinet|agence|travail"
_SCHOOL = "école|université|établissement|formation|lycée|fac"
_PROJECT = "projet"
_THIS = "cette|ce|cet|la même|le même"
_IN = "dans|à|chez|pendant|durant|de|pour|sur"
_NTH = "premier|première|deuxième|second|seconde|troisième|quatrième|dernier|dernière"

FRENCH_FOLLOW_UPS = FollowUps(
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
        Anaphor(Antecedent.JOB, rf"(?<!\w)(?:{_IN}) (?:{_THIS}) (?:{_JOB})\b", "chez {x}"),
        Anaphor(Antecedent.SCHOOL, rf"(?<!\w)(?:{_IN}) (?:{_THIS}) (?:{_SCHOOL})\b", "à {x}"),
        Anaphor(Antecedent.PROJECT, rf"(?<!\w)(?:{_IN}) (?:{_THIS}) (?:{_PROJECT})\b", "dans {x}"),
        Anaphor(Antecedent.JOB, rf"\b(?:{_THIS}) (?:{_JOB})\b", "{x}"),
        Anaphor(Antecedent.SCHOOL, rf"\b(?:{_THIS}) (?:{_SCHOOL})\b", "{x}"),
        Anaphor(Antecedent.PROJECT, rf"\b(?:{_THIS}) (?:{_PROJECT})\b", "{x}"),
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
            rf"(?<!\w)(?:au|à la|dans la|dans le|chez la|chez le) (?P<nth>{_NTH})(?=\W*$)",
            "chez {x}",
        ),
        Anaphor(Antecedent.LISTED, rf"\b(?:le|la) (?P<nth>{_NTH})(?=\W*$)", "{x}"),
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
