"""Words that mean the same when one talks about a career, whatever the language: English, German, French, Spanish.

Data only; `thesaurus` reads it. A line is a concept. Words are folded (lower case, no accents), `word*` stands for
every word that begins so, and a word may belong to several concepts. What follows `>` is of the concept, but does not
stand for it: who asks for databases is served with PostgreSQL, who asks for PostgreSQL not with another.
"""

from digital_twin.domain.lexicons.concepts.activities import ACTIVITIES
from digital_twin.domain.lexicons.concepts.languages import LANGUAGES
from digital_twin.domain.lexicons.concepts.learning import LEARNING
from digital_twin.domain.lexicons.concepts.leisure import LEISURE
from digital_twin.domain.lexicons.concepts.organisation import ORGANISATION
from digital_twin.domain.lexicons.concepts.places import PLACES
from digital_twin.domain.lexicons.concepts.professions import PROFESSIONS
from digital_twin.domain.lexicons.concepts.technology import TECHNOLOGY
from digital_twin.domain.lexicons.concepts.things import THINGS
from digital_twin.domain.lexicons.concepts.working_life import WORKING_LIFE

CONCEPTS = (
    ACTIVITIES
    + WORKING_LIFE
    + ORGANISATION
    + PROFESSIONS
    + LEARNING
    + LANGUAGES
    + PLACES
    + TECHNOLOGY
    + THINGS
    + LEISURE
)

__all__ = ["CONCEPTS"]
