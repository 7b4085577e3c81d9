"""Spanish."""

from __future__ import annotations

from digital_twin.domain.lexicons.follow_ups.forms import Anaphor, Antecedent, FollowUps
from digital_twin.domain.lexicons.spanish import SPANISH

_JOB = "empresa|puesto|trabajo|cargo|rol|compañía|empleo|hospital|clínica|restaurante|hotel|organización|función"
_SCHOOL = "universidad|escuela|colegio|instituto|facultad|formación"
_PROJECT = "proyecto"
_THIS = "esa|ese|esta|este|aquel|aquella|dicha|dicho|la misma|el mismo"
_NTH = "primero|primera|primer|segundo|segunda|tercero|tercera|cuarto|cuarta|último|última"

SPANISH_FOLLOW_UPS = FollowUps(
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
        Anaphor(Antecedent.JOB, rf"\b(?:en|durante) (?:{_THIS}) (?:{_JOB})\b", "en {x}"),
        Anaphor(Antecedent.SCHOOL, rf"\b(?:en|durante) (?:{_THIS}) (?:{_SCHOOL})\b", "en {x}"),
        Anaphor(Antecedent.PROJECT, rf"\b(?:en|durante) (?:{_THIS}) (?:{_PROJECT})\b", "en {x}"),
        Anaphor(Antecedent.JOB, rf"\b(?:{_THIS}) (?:{_JOB})\b", "{x}"),
        Anaphor(Antecedent.SCHOOL, rf"\b(?:{_THIS}) (?:{_SCHOOL})\b", "{x}"),
        Anaphor(Antecedent.PROJECT, rf"\b(?:{_THIS}) (?:{_PROJECT})\b", "{x}"),
        Anaphor(Antecedent.SUBJECT, r"\b(?:all[íi]|ah[íi])(?=\W|$)", "en {x}"),
        Anaphor(Antecedent.LISTED, rf"\ben (?:el|la) (?P<nth>{_NTH})(?=\W*$)", "en {x}"),
        Anaphor(Antecedent.LISTED, rf"\b(?:el|la) (?P<nth>{_NTH})(?=\W*$)", "{x}"),
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
