"""What an answer has to hold."""

from __future__ import annotations

import pytest
from support.evidence import chunk_of

from digital_twin.domain.demands import read_demands
from digital_twin.domain.evidence import Chunk, ChunkKind
from digital_twin.domain.question_words import recognise
from digital_twin.domain.text import fold


def meets(question: str, answer: str | Chunk) -> bool:
    """Whether a text, or a chunk, could be an answer to a question."""
    chunk = chunk_of(answer) if isinstance(answer, str) else answer
    return read_demands(fold(question), recognise(question)).met_by(chunk)


def highlight(text: str) -> Chunk:
    """A highlight with the header of its job."""
    return chunk_of(f"Nurse at Acme (2016 to 2019): {text}", path="/work/0/highlights/0")


@pytest.mark.parametrize(
    ("question", "met_by"),
    [
        ("How many dollars?", {"money"}),
        ("How many did she build?", {"money", "number"}),
        ("Which robots?", {"money", "number", "words"}),
    ],
)
def test_an_answer_is_of_the_kind_asked_for(question: str, met_by: set[str]) -> None:
    """Money for money, a number for how many, anything otherwise."""
    texts = {"money": "Costs $5 million.", "number": "Built three robots.", "words": "Built robots."}
    assert {kind for kind, text in texts.items() if meets(question, text)} == met_by


@pytest.mark.parametrize(
    "text",
    ["How much does she earn?", "How much money does Ada make?", "Wie hoch ist ihr Gehalt?", "What pay does she want?"],
)
def test_what_somebody_is_paid_is_answered_by_what_tells_of_pay(text: str) -> None:
    """Not by another sum of money."""
    assert meets(text, "compensation: base salary: $120,000")
    assert not meets(text, "Wrote the due diligence pack for the $18 million Series A round.")


def test_how_many_is_answered_by_a_number_of_just_that() -> None:
    """Under whatever name; a number of something else is a lure."""
    assert meets("How many robots did she build?", highlight("Built 40 robots."))
    assert meets("How many employees did she lead?", highlight("Led a team of 12."))
    assert meets("Wie viele Kräne hat sie berechnet?", highlight("Berechnete 15 Hafenkräne."))
    assert not meets("How many patients did she recruit?", highlight("Trained 16 pharmacists."))


def test_people_are_counted_under_any_name() -> None:
    """Who is asked how many people there were is served with nurses."""
    assert meets("How many people did she lead?", highlight("Led 48 nurses."))


def test_a_title_or_a_date_counts_nothing() -> None:
    """Only what a highlight itself says does."""
    assert not meets("How many nurses did she lead?", highlight("Led the surgical team through 2018."))
    assert not meets("How many nurses did she lead?", highlight("Healed 118 wounds."))


def test_a_computed_fact_counts_no_things() -> None:
    """It has numbers, of months."""
    tenure = chunk_of("Worked at Acme for 3 years 2 months (Nurse 2016 to 2019).", kind=ChunkKind.TENURE)
    employers = chunk_of("Worked for 3 employers: Acme, Globex, Initech.", kind=ChunkKind.EMPLOYERS)
    assert not meets("How many patients did she see at Acme?", tenure)
    assert meets("How many employers has she had?", employers)


@pytest.mark.parametrize(
    "question", ["Why did she leave Acme?", "Warum hat sie Acme verlassen?", "¿Por qué dejó Acme?"]
)
def test_why_is_answered_by_a_reason(question: str) -> None:
    """That she left is none."""
    assert meets(question, "Left Acme because the plant closed.")
    assert not meets(question, "Worked at Acme until 2019.")


def test_a_degree_is_answered_by_that_degree() -> None:
    """A bachelor's is no doctorate, and a grade is said to be one."""
    assert meets("When did she get her PhD?", "Doctorate in Physics, Thornmere (2018).")
    assert not meets("Does she have a PhD?", "Master of Science in Physics, Thornmere (2012).")
    assert meets("What grade did she get?", "BSc in Physics, Thornmere: score: First class honours.")
    assert not meets("What grade did she get?", "BSc in Physics, Thornmere (2012).")


@pytest.mark.parametrize(
    "text", ["CA de 7,8 M€", "12 Mio. Euro gespart", "$18 million", "3 millones de euros", "EUR 400"]
)
def test_money_is_known_in_any_notation(text: str) -> None:
    """Before or after the number, with or without a scale."""
    assert meets("How much revenue was it, in euros?", text)


def test_a_list_counts_its_entries_and_nothing_else() -> None:
    """How many jobs, but not how many nurses."""
    listed = chunk_of("5 jobs: Nurse at Acme; Teacher of nurses at Globex.", kind=ChunkKind.OVERVIEW, path="/work")
    assert meets("How many jobs has she had?", listed)
    assert not meets("How many nurses did she train?", listed)


@pytest.mark.parametrize("question", ["How many people did she lead there?", "Wie hoch war das Budget?"])
def test_a_list_counts_nobody(question: str) -> None:
    """How many jobs there were says nothing of how many people."""
    listed = chunk_of("5 jobs: Nurse at Acme; Teacher at Globex.", kind=ChunkKind.OVERVIEW, path="/work")
    assert not meets(question, listed)
    assert meets("How many things has she published?", listed)


def test_a_number_counts_what_stands_beside_it() -> None:
    """Not what the rest of the sentence tells of, and a percentage nothing."""
    assert meets("How many seals did she see?", highlight("Saw 12 young seals in two winters."))
    assert meets("How many subscriptions were there?", highlight("Grew subscriptions from 300 to 900."))
    assert not meets("How many seals did she see?", highlight("Spent two winters on the ice, watching seals."))
    assert not meets("How many families use it?", highlight("Used by 41% of families."))


@pytest.mark.parametrize("question", ["Why did she leave Acme?", "Warum hat sie Acme verlassen?"])
def test_what_happened_when_somebody_left_is_why(question: str) -> None:
    """Few say `because`; but why something else was done is not told by a departure."""
    assert meets(question, highlight("Left when the works moved to Leeds."))
    assert not meets(question, highlight("Built 40 robots."))
    assert not meets("Why did she choose nursing?", highlight("Left when the works moved to Leeds."))


def test_what_an_award_is_for_is_why_it_was_given() -> None:
    """Its summary says so without a word for why."""
    award = chunk_of("Safety Star, Acme: For a faulty strut.", section="awards", path="/awards/0")
    assert meets("Why was she given the Safety Star?", award)


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("When did she become a first aider?", "First Aider (2021-03).", "First Aider."),
        ("In which month did she start?", "Consultant since March 2019.", "Consultant since 2019."),
        ("When does her licence expire?", "Licence (2020), valid until 2027.", "Licence (2020)."),
        ("Does she hold a patent on the sonar?", "Patent on a sonar.", "Designed a sonar."),
        ("Would she move to Leeds?", "Open to relocation.", "Nurse in Leeds."),
        ("What class of degree does she have?", "BSc in Physics: score: 2:1.", "BSc in Physics."),
        ("How many nurses did she hire?", "Hired 4 nurses.", "Led 4 nurses."),
        ("What is her notice period?", "availability: notice: 3 months", "availability: hybrid"),
        ("Has she a driving licence?", "Driving licence B.", "Forklift licence."),
        ("Has she worked as a midwife?", "Midwife at Acme.", "Nurse at Acme."),
        ("Is he a qualified actuary?", "Actuary at Acme.", "Lawyer at Acme."),
        ("Which manufacturer made the pumps?", "Pumps of the manufacturer Acme.", "Installed pumps."),
        ("Wann läuft ihr Schein ab?", "Schein, gültig bis 2027.", "Schein (2020)."),
        ("Quelle note a-t-elle obtenue ?", "Licence : mention bien.", "Licence de physique."),
        ("¿Cuándo caduca su carnet?", "Carnet, válido hasta 2027, vence en mayo.", "Carnet (2020)."),
    ],
)
def test_an_answer_tells_of_what_is_asked_about(question: str, told: str, untold: str) -> None:
    """Of the date, the expiry or the grade, not only of the thing that would have it."""
    assert meets(question, told)
    assert not meets(question, untold)


def test_who_did_something_is_told_by_who_else_had_a_part() -> None:
    """What the person did is no answer to who did it."""
    assert meets("Who supervised her doctorate?", "Doctorate, supervised by Prof. Berg.")
    assert not meets("Who supervised her doctorate?", highlight("Supervised two doctoral students."))
    award = chunk_of("Silver Chisel, Guild of Masons (2019).", section="awards", path="/awards/0")
    assert meets("Who gave her the award?", award)


def test_which_one_is_told_by_naming_one() -> None:
    """That there was one, or several, names none."""
    assert meets("Which football club did he audit?", "Audited the football club Harrow Town.")
    assert not meets("Which football club did he audit?", "Audited retailers and a football club.")
    assert not meets("Which research groups are using it?", "Used by eleven research groups.")
    assert not meets("Which insurer did he work for?", "Built the feature store of Acme.")
    assert meets("Which company did he work for?", "Built the feature store of Acme.")


def test_a_certificate_is_earned_without_pay() -> None:
    """What somebody earns is money only where no certificate is."""
    assert meets("Which certificate did she earn first?", "Google Cloud Engineer (2021).")
    assert not meets("What is she earning now?", "Google Cloud Engineer (2021).")


def test_what_stands_before_a_number_is_counted_if_the_number_is_of_it() -> None:
    """A team of twelve are employees; what was made beside them is no developer."""
    assert meets("How many developers report to her?", highlight("Leads a team of 12 developers."))
    assert not meets("How many developers report to her?", highlight("Made 48 visits to observe teachers."))


def test_what_somebody_was_stands_in_the_title() -> None:
    """Others may be told of in the rest of a highlight, unless it says what was become."""
    asked = "When did she qualify as a pharmacist?"
    assert not meets(asked, highlight("Set up a lounge with the pharmacist."))
    assert meets(asked, highlight("Qualified as a pharmacist in 2015."))
    assert meets("Has she worked as a nurse?", highlight("Ran the night shift."))


def test_money_is_known_by_any_currency() -> None:
    """Not only by those with a sign of their own."""
    assert meets("What does she want to be paid, in dollars?", "compensation: CAD 130 million")
