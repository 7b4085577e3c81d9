"""The words people ask about a career with, and the parts of a profile they mean."""

from __future__ import annotations

from digital_twin.domain.text import stem

# Words of questions that name a section rather than a thing in it. A chunk need not repeat them.
_SECTION_WORDS: dict[str, str] = {
    "work": """job jobs work works worked working role roles position positions title employer employers employed
        employment company companies organization career experience experienced experiences history background
        tenure professional professionally occupation colleague workplace hired seniority promoted promotion""",
    "education": """education educated degree degrees university universities college school study studied studies
        graduate graduated graduation major bachelor master academic alma mater qualification qualifications""",
    "skills": """skill skills skilled technology technologies technical tech stack tool tools tooling language
        languages programming framework frameworks expertise proficient proficiency familiar""",
    "languages": "language languages speak speaks spoken fluent fluency bilingual",
    "projects": "project projects side portfolio",
    "publications": "publication publications published publish paper papers article articles author book",
    "awards": "award awards awarded prize prizes honor honors honour won win recognition",
    "certificates": "certificate certificates certification certifications certified credential credentials license",
    "volunteer": "volunteer volunteers volunteered volunteering community charity unpaid",
    "interests": "interest interests interested hobby hobbies passion passions fun free spare",
    "references": "reference references recommend recommendation referee",
    "basics": "based live lives living located location city country contact summary profile website",
}

# Words that frame a question without narrowing it.
_GENERIC_WORDS = """candidate person people anybody anything everything something everyone thing things stuff kind kinds
    type types describe explain list name names show share overview brief briefly summarise summarize summary version
    detail details long many number total overall example examples ever current currently present now nowadays today
    day days week moment recent recently last latest most least first earliest previous previously prior before after
    next following upon year years month months time times duration longest longer shortest shorter older newer
    know knows tell talk say says said write wrote written good best main key major different various certain specific
    question answer hold holds held join joined leave left leaving start starts started begin began finish finished
    end ended go goes went gone come came take took taken put get got getting make made do done run runs stay stayed
    spend spent actually really exactly big large small count old new own besides part while hands-on hands two three
    several same point place places firm firms industry straight quick quickly short please hi hello thanks right
    wich whats what's who's where's when's how's he's she's they're ur im i'm"""

# Words that ask for one contact field; nothing but that field answers them.
_FIELD_WORDS = {
    "/basics/email": "email e-mail mail",
    "/basics/phone": "phone telephone mobile cell",
    "/basics/location/address": "street",
}


def _stems(listed: str) -> frozenset[str]:
    return frozenset(stem(word) for word in listed.split())


SECTION_TERMS: dict[str, frozenset[str]] = {section: _stems(listed) for section, listed in _SECTION_WORDS.items()}
FIELD_TERMS: dict[str, frozenset[str]] = {path: _stems(listed) for path, listed in _FIELD_WORDS.items()}
TOPIC_TERMS: frozenset[str] = frozenset[str]().union(*SECTION_TERMS.values())
GENERIC_TERMS: frozenset[str] = _stems(_GENERIC_WORDS)


def sections_meant(question_terms: frozenset[str]) -> frozenset[str]:
    """The sections a question's words point at; empty if it names none."""
    return frozenset(section for section, listed in SECTION_TERMS.items() if listed & question_terms)


def fields_meant(question_terms: frozenset[str]) -> frozenset[str]:
    """The pointers of the contact fields a question asks for; empty if it asks for none."""
    return frozenset(path for path, listed in FIELD_TERMS.items() if listed & question_terms)
