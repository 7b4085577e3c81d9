"""The metadata filter language, rule by rule."""

from __future__ import annotations

import pytest

from twin_local.upstash_vector.filters import InvalidFilter, parse_filter

CITY = {
    "city": "Istanbul",
    "population": 15.5,
    "capital": False,
    "tags": ["port", "old", 7],
    "geo": {"continent": "Asia", "points": [{"lat": 41}, {"lat": 29}]},
    "twinned": None,
}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "city = 'Istanbul'",
        'city = "Istanbul"',
        "city != 'Ankara'",
        "population > 15 and population < 16",
        "population >= 15.5 AND population <= 15.5",
        "population > -1.5e1",
        "capital = false",
        "capital = 0",
        "capital != true",
        "city GLOB 'Is*[a-m]?l'",
        "city glob '[^a]*'",
        "city NOT GLOB 'is*'",
        "tags CONTAINS 'port'",
        "tags CONTAINS 7",
        "tags NOT CONTAINS 'new'",
        "city IN ('Ankara', 'Istanbul')",
        "population NOT IN (1, 2)",
        "HAS FIELD geo.continent",
        "HAS FIELD twinned",
        "has not field geo.planet",
        "geo.continent = 'Asia'",
        "geo.points[0].lat = 41",
        "geo.points[#-1].lat = 29",
        "tags[1] = 'old'",
        "(city = 'Ankara')or(capital=0)",
        # AND binds tighter than OR.
        "city = 'Istanbul' OR city = 'Ankara' AND capital = 1",
    ],
)
def test_it_holds(text: str) -> None:
    """Filters the example satisfies."""
    assert parse_filter(text)(CITY)


@pytest.mark.parametrize(
    "text",
    [
        "city = 'istanbul'",
        "city = 15.5",
        "population = '15.5'",
        "population < 15.5",
        "capital = 1",
        "city > 3",
        "city CONTAINS 'Ist'",
        "population GLOB '*'",
        "tags = 'port'",
        "city IN ('Ankara')",
        "HAS FIELD planet",
        "HAS NOT FIELD city",
        "tags[3] = 7",
        "tags[#-4] = 'port'",
        "city[0] = 'I'",
        "geo.points.lat = 41",
        "(city = 'Istanbul' OR city = 'Ankara') AND capital = 1",
        # A missing field satisfies no comparison, negated or not.
        "planet = 'Earth'",
        "planet != 'Earth'",
        "planet NOT IN ('Earth')",
        "planet NOT GLOB '*'",
        "planet < 1",
    ],
)
def test_it_does_not_hold(text: str) -> None:
    """Filters the example fails."""
    assert not parse_filter(text)(CITY)


@pytest.mark.parametrize(
    "text",
    [
        "city",
        "= 'Istanbul'",
        "city = ",
        "city = Istanbul",
        "city == 'Istanbul'",
        "city < 'Istanbul'",
        "city = 'it's'",
        "city = 'open",
        "city IN ()",
        "city IN ('a'",
        "city IN 'a'",
        "city GLOB 3",
        "city NOT = 'a'",
        "(city = 'a'",
        "city = 'a')",
        "city = 'a' city = 'b'",
        "city = 'a' AND",
        "HAS city",
        "HAS FIELD",
        "tags[x] = 1",
        "1 = 1",
        "city ~ 'a'",
    ],
)
def test_what_is_no_filter_is_refused(text: str) -> None:
    """Nothing is guessed: a filter that cannot be read must not widen a search."""
    with pytest.raises(InvalidFilter):
        parse_filter(text)
