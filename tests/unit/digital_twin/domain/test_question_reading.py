"""Reading a question against what the asker may see."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.evidence import chunk_of, view_of

from digital_twin.domain.evidence import ChunkKind
from digital_twin.domain.question_reading import read_question
from digital_twin.domain.questions import Question

VIEW = view_of(
    [
        chunk_of("Staff Engineer at Acme (since 2020): Led the Kafka billing migration.", about="Acme"),
        chunk_of("Engineer at Globex (2016 to 2019): Built robots in Rust and C++.", about="Globex"),
        chunk_of("BSc in Physics, Thornmere (2012).", section="education", path="/education/0", about="Thornmere"),
    ],
    name="Ada Quist",
)


def read(text: str) -> Question:
    """The question as read by somebody who sees `VIEW`."""
    return read_question(text, VIEW)


def test_a_question_is_about_entities_and_content_words() -> None:
    """Employers, schools and projects on one side, whatever else narrows it on the other; the name is neither."""
    question = read("What did Ada Quist migrate to Kafka at Acme?")
    assert question.entities == {"Acme"}
    assert [word.text for word in question.content] == ["migrate", "Kafka"]
    assert not question.is_general


def test_a_question_that_only_names_a_section_asks_for_the_list() -> None:
    """Framing words narrow nothing."""
    question = read("Which degrees does Ada hold?")
    assert question.sections == {"education"}
    assert question.is_general


@pytest.mark.parametrize("text", ["Did she work at Netflix?", "Does she know DynamoDB?", "Which role at Initech?"])
def test_a_name_the_profile_never_mentions_is_unknown(text: str) -> None:
    """Whatever resembles it is about something else."""
    assert len(read(text).unknown_names) == 1


@pytest.mark.parametrize("text", ["Did Ada work at Acme?", "Does she know C++?", "KAFKA?", "Is Ada's degree a BSc?"])
def test_a_name_the_asker_may_see_is_known(text: str) -> None:
    """In any case and inflection, the person's own name included."""
    assert read(text).unknown_names == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Where does Ada work now?", ChunkKind.CURRENT),
        ("What did Ada do before Acme?", ChunkKind.BEFORE),
        ("What did Ada do after Globex?", ChunkKind.AFTER),
        ("What was Ada's first job?", ChunkKind.FIRST),
        ("How long did Ada stay at Acme?", ChunkKind.TENURE),
        ("How many years of work experience does Ada have?", ChunkKind.TOTAL),
        ("Which companies did Ada work for?", ChunkKind.EMPLOYERS),
        ("Where did Ada stay longest?", ChunkKind.LONGEST),
    ],
)
def test_a_question_asks_for_the_computed_fact_it_needs(text: str, kind: ChunkKind) -> None:
    """So that no model has to calculate."""
    assert kind in read(text).facts


def test_a_fact_about_an_employer_answers_only_questions_that_name_it() -> None:
    """The tenure at Globex says nothing about Acme; a total is about no employer in particular."""
    tenure = chunk_of("Worked at Acme for 6 years.", kind=ChunkKind.TENURE, about="Acme")
    total = chunk_of("Work experience in total: 10 years.", kind=ChunkKind.TOTAL)
    assert read("How long did Ada work at Acme?").asks_for(tenure)
    assert not read("How long did Ada work at Globex?").asks_for(tenure)
    assert not read("How long did Ada lead the billing migration at Acme?").asks_for(tenure)
    assert read("How many years of work experience?").asks_for(total)
    assert not read("How many years of work at Acme?").asks_for(total)
    assert not read("Which companies?").asks_for(tenure)


@pytest.mark.parametrize(
    ("text", "yes_no"), [("Has Ada led a team?", True), ("And does she know C++?", True), ("Who led it?", False)]
)
def test_a_yes_no_question_is_known_by_its_form(text: str, yes_no: bool) -> None:
    """It begins with an auxiliary verb."""
    assert read(text).is_yes_no is yes_no


def test_who_somebody_is_is_answered_by_the_summary() -> None:
    """A question about the person as a whole names no entry of the profile."""
    question = read("Who is Ada?")
    assert question.asks_for(chunk_of("Builds billing.", section="basics", path="/basics/summary"))
    assert not question.asks_for(chunk_of("Label: Engineer", section="basics", path="/basics/url"))


def test_the_previous_job_is_the_one_before_todays() -> None:
    """Without an employer in the question, today's is meant."""
    view = view_of(
        [chunk_of("Current role: Engineer at Acme.", kind=ChunkKind.CURRENT, about="Acme")], name="Ada Quist"
    )
    before = chunk_of("Job before Engineer at Acme: Intern at Beta.", kind=ChunkKind.BEFORE, about="Acme")
    earlier = chunk_of("Job before Intern at Beta: Clerk at Gamma.", kind=ChunkKind.BEFORE, about="Beta")
    question = read_question("What was her previous job?", view)
    assert question.asks_for(before)
    assert not question.asks_for(earlier)


def test_something_in_particular_of_todays_job_is_about_now() -> None:
    """Unless it is about another part of the profile."""
    assert read("How big is her Kafka team now?").is_about_now
    assert not read("Where does she live now?").is_about_now


def test_who_explains_first_comes_to_the_point_last() -> None:
    """Names in a preamble are not what is asked about."""
    question = read("Hello! I hire for Initech in Cork; which degrees does she hold?")
    assert question.unknown_names == ()
    assert question.sections == {"education"}
    assert read("We need somebody for Kafka. What can you say?").content[0].text == "Kafka"


def test_a_year_asks_for_the_jobs_that_lasted_in_it() -> None:
    """And is no unknown name."""
    during = replace(chunk_of("Engineer at Acme (2013 to 2015)."), months=range(2013 * 12, 2016 * 12))
    view = view_of([during])
    assert read_question("Where did she work in 2014?", view).asks_for(during)
    assert not read_question("Where did she work in 2016?", view).asks_for(during)
    assert read_question("Where did she work in 2016?", view).unknown_names == ()


def test_a_position_or_a_place_names_the_employer_whose_entry_holds_it() -> None:
    """If it is the only one's."""
    leeds = replace(chunk_of("Nurse at Northmoor: location: Leeds.", about="Northmoor"), months=range(5))
    cork = replace(chunk_of("Nurse at Saltby: location: Cork.", path="/work/1", about="Saltby"), months=range(5))
    view = view_of([leeds, cork])
    assert read_question("How long was she in Leeds?", view).entities == {"Northmoor"}
    assert read_question("How long was she a nurse?", view).entities == frozenset()


def test_of_a_field_within_another_the_inner_one_is_meant() -> None:
    """Who asks for the street is not told the city instead."""
    assert read("What street does she live in?").fields == {"/basics/location/address"}
    assert read("Where does she live?").fields == {"/basics/location"}


def test_a_contact_field_may_be_asked_for_in_any_way() -> None:
    """Also in words that otherwise ask for advice."""
    question = read("What email address should I write to?")
    assert question.fields == {"/basics/email"}
    assert not question.is_outside


def test_the_entry_of_todays_job_is_asked_for_with_the_role() -> None:
    """What the employer does is no fact to compute."""
    entry = replace(chunk_of("Engineer at Acme: Maps.", about="Acme"), months=range(24240, 24300))
    view = view_of([entry, chunk_of("Current role: Engineer at Acme.", kind=ChunkKind.CURRENT, about="Acme")])
    assert read_question("What does her present employer do?", view).asks_for(entry)
    assert not read_question("What did her first employer do?", view).asks_for(entry)


@pytest.mark.parametrize(
    "text",
    ["Who is she in a nutshell?", "Tell me about Ada in a few words.", "Erzählen Sie mir etwas über Frau Quist."],
)
def test_what_asks_for_the_person_asks_for_nothing_in_particular(text: str) -> None:
    """However many words it takes."""
    assert read(text).wants_summary
    assert not read(text).narrowing


def test_what_names_something_known_does_not_ask_for_the_person() -> None:
    """`Tell me about` is said of projects, too."""
    assert [word.text for word in read("Tell me about Kafka.").content] == ["Kafka"]


def test_several_words_that_mean_what_one_does_are_read_as_it() -> None:
    """At home is not where somebody lives, and at work is no job."""
    assert read("Can she work from home?").sections == {"availability"}
    assert read("What does she do outside of work?").sections == {"interests"}


def test_a_month_is_no_name() -> None:
    """Nothing is unknown about it."""
    assert read("What did she do in February?").unknown_names == ()


def test_a_name_that_is_a_common_word_is_one_where_the_profile_spells_it_so() -> None:
    """`Go` is a language to whoever knows it."""
    view = view_of([chunk_of("Languages: includes: Kotlin, Go, Python.", section="skills", path="/skills/0")])
    assert [word.text for word in read_question("Does she know Go?", view).content] == ["Go"]
    assert not read_question("Where did she go?", view).content


def test_a_field_named_by_a_word_of_its_own_is_meant_alone() -> None:
    """`Contact` alone means any."""
    assert read("What is the best phone number to reach her on?").fields == {"/basics/phone"}
    assert read("How can I reach her?").fields == {"/basics/email", "/basics/phone"}
    assert read("What pass rate did her students reach?").fields == frozenset()


def test_where_somebody_lives_is_no_word_of_systems() -> None:
    """A live database is nobody's home."""
    assert read("Where does Ada live?").fields == {"/basics/location"}
    assert read("Has she moved a live database?").fields == frozenset()


def test_jobs_at_the_same_time_are_those_of_the_year_asked_about() -> None:
    """If one is named."""
    fact = chunk_of("At the same time: A and B, 2019.", kind=ChunkKind.OVERLAP, path="/work")
    then = replace(fact, months=range(2019 * 12, 2020 * 12))
    assert read("Which two jobs did she hold at the same time in 2019?").asks_for(then)
    assert not read("Which two jobs did she hold at the same time in 2014?").asks_for(then)
    assert read("Which two jobs did she hold at the same time?").asks_for(then)


def test_what_came_after_somebodys_work_is_no_job_if_a_number_is_asked() -> None:
    """Nor is what somebody looks after."""
    assert ChunkKind.AFTER not in read("How many players could the API handle after her work?").facts
    assert ChunkKind.AFTER not in read("Which accounts does she look after?").facts


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Which companies did she join before 2017?", 1900, 2016),
        ("What has she done since 2019?", 2019, 2099),
        ("Was machte sie zwischen 2012 und 2014?", 2012, 2014),
        ("Que faisait-elle en 2016 ?", 2016, 2016),
    ],
)
def test_a_time_may_be_told_by_the_years_around_it(text: str, first: int, last: int) -> None:
    """And a year is no job that another came before."""
    years = read(text).years
    assert (min(years), max(years)) == (first, last)
    assert ChunkKind.BEFORE not in read(text).facts


def test_an_entry_of_the_section_named_is_asked_for_by_its_years() -> None:
    """Studies are looked for among studies."""
    studied = chunk_of("MSc in Design.", section="education", path="/education/1", months=range(24252, 24264))
    assert read("What was she studying in 2021?").asks_for(studied)
    assert not read("Where did she work in 2021?").asks_for(studied)


def test_how_long_a_thing_lasts_asks_for_no_tenure() -> None:
    """Only the person has one, by name or not."""
    assert ChunkKind.TENURE not in read("How long do the batteries last?").facts
    assert ChunkKind.TENURE in read("How long did Ada Quist work with robots?").facts
    assert ChunkKind.TENURE in read("How long did the billing job last?").facts


@pytest.mark.parametrize(
    "text",
    [
        "How does Kafka work?",
        "Explain how Kafka works.",
        "Wie funktioniert Kafka?",
        "How many people does Acme employ?",
        "Does Ada have teenagers of her own?",
        "How long has Ada's manager been at Acme?",
    ],
)
def test_what_is_not_about_the_person_is_outside(text: str) -> None:
    """Whatever the profile says of the words in it."""
    assert read(text).is_outside


def test_what_the_person_does_is_not_outside() -> None:
    """The name stands for the person as a pronoun does."""
    assert not read("How does Ada test robots?").is_outside


def test_a_choice_is_between_what_differs() -> None:
    """Each thing to choose from, with what the question says of both."""
    choices = read("Did she migrate billing to Kafka or Rust?").choices
    assert [[word.text for word in choice] for choice in choices] == [
        ["migrate", "billing", "Kafka"],
        ["migrate", "billing", "Rust"],
    ]


def test_the_first_degree_is_no_job() -> None:
    """But the first job after it is."""
    assert not read("What was her first degree?").asks_for(chunk_of("First job: Engineer.", kind=ChunkKind.FIRST))
    assert read("What was her first job after university?").asks_for(
        chunk_of("First job: Engineer.", kind=ChunkKind.FIRST)
    )


def test_the_terms_of_work_are_asked_for_in_any_words() -> None:
    """What the owner says of pay answers what is asked about it, whatever else the question says."""
    pay = chunk_of("compensation: expected: EUR 70,000", section="x-compensation", path="/x-compensation")
    assert read("What salary is she hoping for?").asks_for(pay)
    assert not read("What salary did Acme pay?").asks_for(pay)


def test_who_joined_a_company_asks_for_no_availability() -> None:
    """Only who may join the one that asks does."""
    terms = chunk_of("availability: notice: 8 weeks", section="availability", path="/availability")
    assert not read("Which companies did she join before 2015?").asks_for(terms)
    assert read("When could she join us?").asks_for(terms)


@pytest.mark.parametrize(
    "text",
    [
        "We need somebody who has migrated billing to Kafka. Has she done that?",
        "Wir suchen jemanden, der billing zu Kafka migriert hat. Hat sie das gemacht?",
        "We migrate billing to Kafka. Does she have that kind of experience?",
    ],
)
def test_a_sentence_that_looks_back_asks_for_what_was_said_before(text: str) -> None:
    """Who explains first may put the question in a few words."""
    assert {"billing", "Kafka"} <= {word.text for word in read(text).content}
    assert "need" not in {word.text for word in read(text).content}


def test_work_outside_a_country_is_answered_with_every_place() -> None:
    """The country need not be in the profile."""
    question = read("Has she worked outside Germany?")
    assert question.facts == (ChunkKind.PLACES,)
    assert question.unknown_names == ()


def test_marks_that_one_language_alone_writes_tell_it() -> None:
    """However few of its words are in the question."""
    assert read("¿Kafka algún día?").is_outside


def test_ones_own_things_may_be_compared() -> None:
    """Which of two languages somebody knows better is no opinion; whether they are better than others is one."""
    assert not read("Is her Rust better than her C++?").is_outside
    assert read("Is she better than other engineers?").is_outside


def test_still_working_somewhere_asks_for_how_long() -> None:
    """The tenure says whether it lasts."""
    assert ChunkKind.TENURE in read("Is she still working for the robot maker?").facts
