"""The words people ask about a career with, one module a language. Data only; `questions` reads with it."""

from digital_twin.domain.lexicons.english import ENGLISH
from digital_twin.domain.lexicons.french import FRENCH
from digital_twin.domain.lexicons.german import GERMAN
from digital_twin.domain.lexicons.lexicon import Lexicon, Pattern
from digital_twin.domain.lexicons.spanish import SPANISH

# English first: it is what a question without a tell is read as.
LEXICONS: tuple[Lexicon, ...] = (ENGLISH, GERMAN, FRENCH, SPANISH)

__all__ = ["ENGLISH", "LEXICONS", "Lexicon", "Pattern"]
