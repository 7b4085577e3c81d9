"""What a profile document must be: JSON Resume 1.0.0, unknown fields kept, plus the owner's `x-twin` rules.

Validation reads the document and changes nothing: what is stored is what was sent.
"""

from __future__ import annotations

from typing import Annotated, cast

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from digital_twin.domain.access import Audience
from digital_twin.domain.json_types import JsonObject, JsonValue
from digital_twin.domain.partial_dates import PartialDate
from digital_twin.domain.pointer import format_pointer, parse_pointer, resolves
from digital_twin.errors import Fault, InvalidDocument

SECTIONS = (
    "basics",
    "work",
    "volunteer",
    "education",
    "awards",
    "certificates",
    "publications",
    "skills",
    "languages",
    "interests",
    "references",
    "projects",
)
# `$schema`, `meta` and `x-twin` speak about the document, not about the person.
ADMINISTRATIVE = ("$schema", "meta", "x-twin")
_OTHER_DATE = {"startDate": "endDate", "endDate": "startDate"}
# Contact fields; private until the owner gives them an audience.
CONTACT_POINTERS = ("/basics/email", "/basics/phone", "/basics/location/address", "/basics/location/postalCode")


def _is_partial_date(text: str) -> str:
    if text:  # many exporters write "" for "still there"
        PartialDate.parse(text)
    return text


type Text = str | None
type PartialDateText = Annotated[str, AfterValidator(_is_partial_date)] | None
type Texts = list[str] | None


class _Model(BaseModel):
    # Built by the first validation: building is half of this import, and most functions only want the constants.
    model_config = ConfigDict(strict=True, extra="allow", defer_build=True)


class _Location(_Model):
    address: Text = None
    postalCode: Text = None  # noqa: N815 - JSON Resume's name
    city: Text = None
    countryCode: Text = None  # noqa: N815 - JSON Resume's name
    region: Text = None


class _OnlineProfile(_Model):
    network: Text = None
    username: Text = None
    url: Text = None


class _Basics(_Model):
    name: Text = None
    label: Text = None
    image: Text = None
    email: Text = None
    phone: Text = None
    url: Text = None
    summary: Text = None
    location: _Location | None = None
    profiles: list[_OnlineProfile] | None = None


class _Period(_Model):
    startDate: PartialDateText = None  # noqa: N815 - JSON Resume's name
    endDate: PartialDateText = None  # noqa: N815 - JSON Resume's name


class _Work(_Period):
    name: Text = None
    location: Text = None
    description: Text = None
    position: Text = None
    url: Text = None
    summary: Text = None
    highlights: Texts = None


class _Volunteer(_Period):
    organization: Text = None
    position: Text = None
    url: Text = None
    summary: Text = None
    highlights: Texts = None


class _Education(_Period):
    institution: Text = None
    url: Text = None
    area: Text = None
    studyType: Text = None  # noqa: N815 - JSON Resume's name
    score: Text = None
    courses: Texts = None


class _Award(_Model):
    title: Text = None
    date: PartialDateText = None
    awarder: Text = None
    summary: Text = None


class _Certificate(_Model):
    name: Text = None
    date: PartialDateText = None
    url: Text = None
    issuer: Text = None


class _Publication(_Model):
    name: Text = None
    publisher: Text = None
    releaseDate: PartialDateText = None  # noqa: N815 - JSON Resume's name
    url: Text = None
    summary: Text = None


class _Skill(_Model):
    name: Text = None
    level: Text = None
    keywords: Texts = None


class _Language(_Model):
    language: Text = None
    fluency: Text = None


class _Interest(_Model):
    name: Text = None
    keywords: Texts = None


class _Reference(_Model):
    name: Text = None
    reference: Text = None


class _Project(_Period):
    name: Text = None
    description: Text = None
    highlights: Texts = None
    keywords: Texts = None
    url: Text = None
    roles: Texts = None
    entity: Text = None
    type: Text = None


class _TwinRules(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", defer_build=True)

    audience: dict[str, str] = Field(default_factory=dict)


class _Resume(_Model):
    basics: _Basics | None = None
    work: list[_Work] | None = None
    volunteer: list[_Volunteer] | None = None
    education: list[_Education] | None = None
    awards: list[_Award] | None = None
    certificates: list[_Certificate] | None = None
    publications: list[_Publication] | None = None
    skills: list[_Skill] | None = None
    languages: list[_Language] | None = None
    interests: list[_Interest] | None = None
    references: list[_Reference] | None = None
    projects: list[_Project] | None = None
    twin: Annotated[_TwinRules, Field(alias="x-twin", default_factory=_TwinRules)]


def validate_profile(document: JsonObject) -> None:
    """Check that a document is a profile that can be published.

    Raises:
        InvalidDocument: listing every fault with its JSON pointer; values are never repeated in the messages.
    """
    if not any(document.get(section) for section in SECTIONS):
        sections = ", ".join(SECTIONS[:3])
        raise InvalidDocument("the profile is empty", (Fault("", f"no section ({sections}, ...) has any content"),))
    try:
        resume = _Resume.model_validate(document)
    except ValidationError as error:
        faults = tuple(
            Fault(format_pointer(detail["loc"]), _message(detail["type"], detail["msg"]))
            for detail in error.errors(include_input=False, include_url=False, include_context=False)
        )
        raise InvalidDocument("the document is not a JSON Resume", faults) from error
    faults = tuple(_audience_faults(document, resume.twin.audience))
    if faults:
        raise InvalidDocument("an audience rule does not fit the document", faults)


def audience_rules(document: JsonObject) -> dict[str, str]:
    """The owner's audience rules of a validated document: JSON pointer -> audience label."""
    rules = cast("JsonObject", document.get("x-twin") or {})
    return cast("dict[str, str]", rules.get("audience") or {})


def _audience_faults(document: JsonValue, rules: dict[str, str]) -> list[Fault]:
    faults: list[Fault] = []
    for pointer, label in rules.items():
        place = format_pointer(("x-twin", "audience", pointer))
        try:
            tokens = parse_pointer(pointer)
            Audience.from_label(label)
        except ValueError as error:
            faults.append(Fault(place, str(error)))
            continue
        if not tokens:
            faults.append(Fault(place, "every default would overrule a rule for the whole document; name its sections"))
            continue
        # A mistyped pointer would silently leave its target at the default; a rule for a standard section or
        # contact field that is absent today is a policy, and kept.
        is_policy = pointer in CONTACT_POINTERS or (len(tokens) == 1 and tokens[0] in SECTIONS)
        if not is_policy and not resolves(document, tokens):
            faults.append(Fault(place, "the pointer names nothing in this document"))
        # Whoever sees that a job began but not that it ended is told that it still lasts.
        if tokens and (sibling := _OTHER_DATE.get(tokens[-1])) is not None:
            other = format_pointer((*tokens[:-1], sibling))
            if resolves(document, (*tokens[:-1], sibling)) and rules.get(other) != label:
                faults.append(Fault(place, f"give {other} the same audience: a period is shown whole or not at all"))
    return faults


def _message(kind: str, message: str) -> str:
    """Pydantic's message, without the names of our classes and its prefix for messages of ours."""
    return "Input should be an object" if kind == "model_type" else message.removeprefix("Value error, ")
