"""Words and sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digital_twin.domain.text import clean_question, fold, replaced_terms, sentences, stem, terms, without_terms, words


def test_words_keep_what_technical_names_are_made_of() -> None:
    """C++ is not C, Node.js not a sentence end, CI/CD one word."""
    text = "C++ and C# on .NET, Node.js; CI/CD, gpt-4 (99.9 %). R&D!"
    assert words(text) == ["C++", "and", "C#", "on", ".NET", "Node.js", "CI/CD", "gpt-4", "99.9", "R&D"]


def test_terms_are_stems_without_stop_words() -> None:
    """Inflections meet, function words go, compounds are found whole and by their parts."""
    assert terms("She was migrating the billing systems") == ["migrat", "bill", "system"]
    assert terms("a CI/CD pipeline") == ["ci/cd", "ci", "cd", "pipelin"]
    assert terms("Ada's migrations") == terms("ADA\u2019S MIGRATION") == ["ada", "migrat"]
    assert terms("C++ C# .NET C") == ["c++", "c#", ".net", "c"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("café", "CAFE"), ("Zürich", "zurich"), ("\ufb01nance", "finance"), ("Straße", "STRASSE"), ("\u2019", "'")],
)
def test_spellings_of_one_word_compare_equal(one: str, other: str) -> None:
    """Case, accents, ligatures and typographic apostrophes make no difference."""
    assert fold(one) == fold(other)
    assert stem(one) == stem(other)


def test_words_of_other_scripts_pass_through() -> None:
    """The stemmer is for English; others are only folded."""
    assert terms("Владивосток 東京") == [fold("Владивосток"), "東京"]


def test_unwanted_terms_are_taken_out() -> None:
    """Unless nothing else would be left."""
    unwanted = frozenset({"ada", "exampl"})
    assert without_terms("What did Ada Example's team build?", unwanted) == "What did team build?"
    assert without_terms("Ada Example?", unwanted) == "Ada Example?"


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Led a team. Cut costs!  Why? Because…", ["Led a team.", "Cut costs!", "Why?", "Because…"]),
        ("Worked for Dr. Smith at Acme Inc. in Paris. Left.", ["Worked for Dr. Smith at Acme Inc. in Paris.", "Left."]),
        ("J. R. R. Tolkien wrote, e.g. The Hobbit. End", ["J. R. R. Tolkien wrote, e.g. The Hobbit.", "End"]),
        ("Uses Node.js. It is v1.2.3. Costs $4.1 million.", ["Uses Node.js.", "It is v1.2.3.", "Costs $4.1 million."]),
        ('He said "Go." (And left.) Then "why?"', ['He said "Go."', "(And left.)", 'Then "why?"']),
        (
            "Baut mit Brunnen für Morgen e. V. seit 2019. Z. B. in Malawi.",
            ["Baut mit Brunnen für Morgen e. V. seit 2019.", "Z. B. in Malawi."],
        ),
        (
            "Dr. rer. nat. Weiß, M. Sc. Physik, kam am 3. Mai 2018. Im 4. Quartal ging sie.",
            ["Dr. rer. nat. Weiß, M. Sc. Physik, kam am 3. Mai 2018.", "Im 4. Quartal ging sie."],
        ),
        (
            "Start: 1. Jänner 2019. Rund 2,4 Mio. Euro, ca. 300 Brunnen.",
            ["Start: 1. Jänner 2019.", "Rund 2,4 Mio. Euro, ca. 300 Brunnen."],
        ),
        (
            "De 14 à 3. Mme. Petit, env. 40 000 €. Étude finie.",
            ["De 14 à 3.", "Mme. Petit, env. 40 000 €.", "Étude finie."],
        ),
        (
            "Madrid, EE. UU. y Ávila. La Sra. Ruiz, S. A. de C. V., Feb. 2020.",
            ["Madrid, EE. UU. y Ávila.", "La Sra. Ruiz, S. A. de C. V., Feb. 2020."],
        ),
        (
            "Cut pages from 14 to 3. May be more. Did R&D. It was Ada's. They won't. Ask.",
            ["Cut pages from 14 to 3.", "May be more.", "Did R&D.", "It was Ada's.", "They won't.", "Ask."],
        ),
        ("no stop\n\n  next line ", ["no stop", "next line"]),
        ("ends. with lower case", ["ends. with lower case"]),
        ("終わり。 次", ["終わり。", "次"]),
        (" \n ", []),
    ],
)
def test_sentences_end_where_readers_see_them_end(text: str, cut: list[str]) -> None:
    """Abbreviations, initials, versions and amounts of money do not end one; closing quotes stay with theirs."""
    assert sentences(text) == cut


@given(st.text(alphabet=st.sampled_from("aB1 .!?\"'”()[]\n\t\u2028")) | st.text())
def test_sentences_are_verbatim_and_lose_nothing(text: str) -> None:
    """Each is a part of the text as it stands, in order; only white space lies between them."""
    rest = text
    for sentence in sentences(text):
        gap, found, rest = rest.partition(sentence)
        assert found == sentence == sentence.strip() != ""
        assert not gap.strip()
    assert not rest.strip()


@pytest.mark.parametrize(
    ("asked", "cleaned"),
    [
        ("  Who\t leads\r\nbilling ?", "Who leads billing ?"),
        ("What\x00 is\x1b[0m it", "What is [0m it"),
        ("left\u202eright\u2066\u200b\ufeff", "leftright"),
        ("re\u0301sume\u0301", "résumé"),
        ("odd \ue000\ud800\U000e0041 ones", "odd ones"),
        ("a\u00a0b\u3000c\u2028d", "a b c d"),
        ("\u200b \n", ""),
    ],
)
def test_a_question_is_cleaned_of_what_is_not_seen(asked: str, cleaned: str) -> None:
    """Control, bidi, zero-width, private-use, surrogate and tag characters go; spaces are single, letters NFC."""
    assert clean_question(asked) == cleaned


@given(st.text())
def test_a_clean_question_stays_as_it_is(text: str) -> None:
    """Cleaning twice is cleaning once, so one question has one cache key."""
    cleaned = clean_question(text)
    assert clean_question(cleaned) == cleaned


def test_a_name_gives_way_to_a_pronoun() -> None:
    """One for all its words in a row, and its possessive stays."""
    names = frozenset({"ada", "quist"})
    assert replaced_terms("Is Ada Quist in? Ada's robot, Quist", names, "they") == "Is they in? they's robot, they"
