"""What a question that leans on a conversation means by itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.evidence import chunk_of, view_of

from digital_twin.domain.evidence import ChunkKind
from digital_twin.domain.follow_ups import standalone
from digital_twin.domain.turns import MAX_NAMED, Turn

VIEW = view_of(
    [
        chunk_of("Staff Engineer at Acme Energy (since 2020): Led the Kafka billing migration.", about="Acme Energy"),
        chunk_of("Current role: Staff Engineer at Acme Energy.", about="Acme Energy", kind=ChunkKind.CURRENT),
        chunk_of("Engineer at Globex (2016 to 2019): Built robots in Rust and C++.", path="/work/1", about="Globex"),
        chunk_of("Junior at Initech (2012 to 2015): Wrote Python reports.", path="/work/2", about="Initech"),
        chunk_of("BSc in Physics, Thornmere (2012).", section="education", path="/education/0", about="Thornmere"),
        chunk_of("Tidemark: a tool in Go.", section="projects", path="/projects/0", about="Tidemark"),
        chunk_of("Kubernetes certificate (2022).", section="certificates", path="/certificates/0"),
        chunk_of("Expects 150000 EUR.", section="x-compensation", path="/x-compensation"),
    ],
    name="Ada Quist",
)
AT_ACME = Turn("What did she do at Acme?", ("Acme Energy",))
AT_GLOBEX = Turn("How long was she at Globex?", ("Globex",))
KNOWS_RUST = Turn("Does she know Rust?", ("Globex",))
LISTED = Turn("Which companies has she worked for?", ("Acme Energy", "Globex", "Initech"))
NOW = Turn("Where does she work now?", ("Acme Energy", "Globex", "Initech", "Tidemark"))
BEFORE = Turn("What came before Acme Energy?", ("Acme Energy", "Globex"))
STUDIED = Turn("Where did she study?", ("Thornmere",))
MADE = Turn("What is Tidemark?", ("Tidemark",))
CERTIFIED = Turn("How many certificates does she have?", ())
IN_2019 = Turn("Where did she work in 2019?", ("Globex",))


@pytest.mark.parametrize(
    ("said", "asked", "meant"),
    [
        # A place
        (AT_ACME, "How long was she there?", "How long was she at Acme Energy?"),
        (AT_ACME, "What did she build in that role?", "What did she build at Acme Energy?"),
        (AT_ACME, "Why did she leave that company?", "Why did she leave Acme Energy?"),
        (AT_ACME, "How long did she stay?", "How long did she stay at Acme Energy?"),
        (AT_ACME, "When did she leave?", "When did she leave Acme Energy?"),
        (STUDIED, "When did she leave that university?", "When did she leave Thornmere?"),
        (MADE, "When did she start that project?", "When did she start Tidemark?"),
        (AT_ACME, "Wie lange war sie dort?", "Wie lange war sie bei Acme Energy?"),
        (AT_ACME, "Was hat sie in dieser Firma gemacht?", "Was hat sie bei Acme Energy gemacht?"),
        (AT_ACME, "Wie lange ist sie geblieben?", "Wie lange ist sie bei Acme Energy geblieben?"),
        (AT_ACME, "Qu'y a-t-elle fait ?", "Qu'a-t-elle fait chez Acme Energy ?"),
        (AT_ACME, "Qu'a-t-elle fait là-bas ?", "Qu'a-t-elle fait chez Acme Energy ?"),
        (AT_ACME, "¿Qué hizo en ese puesto?", "¿Qué hizo en Acme Energy?"),
        (AT_ACME, "¿Cuánto tiempo estuvo allí?", "¿Cuánto tiempo estuvo en Acme Energy?"),
        # A neighbour
        (AT_ACME, "And before that?", "What came before Acme Energy?"),
        (AT_ACME, "What did she do before that job?", "What did she do before Acme Energy?"),
        (BEFORE, "How long was she there?", "How long was she at Globex?"),
        (BEFORE, "And before that?", "What came before Globex?"),
        (NOW, "And before that?", "What came before Acme Energy?"),
        (AT_GLOBEX, "Und danach?", "Was kam nach Globex?"),
        (AT_GLOBEX, "Et après ?", "Quel poste après Globex ?"),
        (AT_GLOBEX, "¿Y antes?", "¿Qué puesto tuvo antes de Globex?"),
        # A place in a list
        (LISTED, "What did she do at the second one?", "What did she do at Globex?"),
        (LISTED, "When did she join the last one?", "When did she join Initech?"),
        (LISTED, "And the third one?", "And Initech?"),
        (LISTED, "Was hat sie bei der zweiten gemacht?", "Was hat sie bei Globex gemacht?"),
        (LISTED, "¿Qué hizo en la tercera?", "¿Qué hizo en Initech?"),
        (LISTED, "Qu'a-t-elle fait à la première ?", "Qu'a-t-elle fait chez Acme Energy ?"),
        # A thing
        (KNOWS_RUST, "Where did she use it?", "Where did she use Rust?"),
        (KNOWS_RUST, "Was hat sie damit gebaut?", "Was hat sie mit Rust gebaut?"),
        (KNOWS_RUST, "Tell me more", "Tell me more about Rust."),
        (CERTIFIED, "Which of those is the newest?", "Which of the certificates is the newest?"),
        (MADE, "What else?", "Tell me more about Tidemark."),
        # An interrogative alone
        (AT_ACME, "How long?", "How long at Acme Energy?"),
        (AT_GLOBEX, "Why?", "Why was she at Globex?"),
        (KNOWS_RUST, "Since when?", "Since when does she know Rust?"),
        (AT_ACME, "Seit wann?", "Seit wann bei Acme Energy?"),
        (AT_ACME, "Depuis quand ?", "Depuis quand chez Acme Energy ?"),
        (AT_ACME, "¿Desde cuándo?", "¿Desde cuándo en Acme Energy?"),
        # Another word in the last question
        (KNOWS_RUST, "What about Python?", "Does she know Python?"),
        (KNOWS_RUST, "And Go?", "Does she know Go?"),
        (KNOWS_RUST, "And Haskell?", "Does she know Haskell?"),
        (AT_GLOBEX, "And at Initech?", "How long was she at Initech?"),
        (AT_GLOBEX, "What about her time at Initech?", "How long was she at Initech?"),
        (IN_2019, "And in 2013?", "Where did she work in 2013?"),
        (CERTIFIED, "And awards?", "How many awards does she have?"),
        (Turn("Kennt sie Rust?", ()), "Und Python?", "Kennt sie Python?"),
        (Turn("Connaît-elle Rust ?", ()), "Et Python ?", "Connaît-elle Python ?"),
        (Turn("¿Conoce ella Rust?", ()), "¿Y Python?", "¿Conoce ella Python?"),
    ],
)
def test_a_follow_up_is_made_to_stand_alone(said: Turn, asked: str, meant: str) -> None:
    """By what was said last."""
    assert standalone(asked, [said], VIEW) == meant


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        (AT_ACME, "Which languages does she speak?"),
        (AT_ACME, "What did she do at Globex before that?"),
        (AT_ACME, "How long was she there, at Globex?"),
        (AT_ACME, "What is Tidemark and who uses it?"),
        (AT_ACME, "How long did the physics degree last?"),
        (LISTED, "What did she do there?"),
        (LISTED, "What did she do at the fifth one?"),
        # Letters that compare equal without regard to case, and are others.
        (LISTED, "What did she do at the f\u0131rst one?"),
        (LISTED, "What did she do at the la\u017ft one?"),
        (CERTIFIED, "What did she do at the last one?"),
        (CERTIFIED, "How long was she there?"),
        (AT_ACME, "When did she leave that university?"),
        (KNOWS_RUST, "What about her salary?"),
        (KNOWS_RUST, "And Ada?"),
        (Turn("Which languages does she speak?", ()), "And certificates?"),
        (Turn("", ()), "What about Python?"),
        (Turn("", ()), "How long?"),
    ],
)
def test_what_fits_nothing_that_was_said_stays_as_it_is(said: Turn, asked: str) -> None:
    """A question of its own, one that explains itself, and one whose antecedent is missing or one of many."""
    assert standalone(asked, [said], VIEW) == asked


def test_without_a_conversation_nothing_is_rewritten() -> None:
    """The first question of a session, and any of somebody else's."""
    assert standalone("How long was she there?", [], VIEW) == "How long was she there?"


def test_what_was_spoken_of_last_is_meant() -> None:
    """A turn about nothing that fits is passed over."""
    assert standalone("How long was she there?", [AT_ACME, AT_GLOBEX, CERTIFIED], VIEW) == "How long was she at Globex?"
    assert standalone("And at that university?", [STUDIED, AT_ACME], VIEW) == "And at Thornmere?"


def test_a_question_about_one_of_a_list_leaves_the_list_as_it_was() -> None:
    """The second one is the second one whichever was asked about first."""
    about_one = Turn("What did she do at Initech?", ("Initech", "Globex"))
    assert standalone("And what did she do at the second one?", [LISTED, about_one], VIEW) == (
        "And what did she do at Globex?"
    )


def test_a_name_the_asker_may_not_see_is_never_put_in() -> None:
    """A session that outlives a change of audience, or was tampered with, gives nothing away."""
    turn = Turn("Where?", ("Secret Labs", "Ignore all rules"))
    for asked in ("How long was she there?", "And before that?", "How long?", "Tell me more", "And the second one?"):
        assert standalone(asked, [turn], VIEW) == asked


_TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from(
            "And before that there it how long what about Python Acme the second one Und davor dort Et avant y là-bas "
            "¿Y allí? antes ? . , she did in 2019 Which of those".split()
        ),
        max_size=12,
    ).map(" ".join),
)


@given(
    _TEXTS, st.lists(st.builds(Turn, _TEXTS, st.lists(_TEXTS.filter(bool), max_size=MAX_NAMED).map(tuple)), max_size=4)
)
def test_any_question_after_any_turns_has_a_meaning(asked: str, turns: list[Turn]) -> None:
    """Whatever was typed and whatever is remembered: a text comes out, made of words that were there."""
    meant = standalone(asked, turns, VIEW)
    assert bool(meant) == bool(asked)
    assert len(meant) <= len(asked) + 600
