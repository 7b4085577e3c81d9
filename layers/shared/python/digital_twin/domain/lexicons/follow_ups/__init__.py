"""How each language leans on what was said before, one module a language. Data only; `leaning` reads with it."""

from digital_twin.domain.lexicons.follow_ups.english import ENGLISH_FOLLOW_UPS
from digital_twin.domain.lexicons.follow_ups.forms import Anaphor, Antecedent, FollowUps
from digital_twin.domain.lexicons.follow_ups.french import FRENCH_FOLLOW_UPS
from digital_twin.domain.lexicons.follow_ups.german import GERMAN_FOLLOW_UPS
from digital_twin.domain.lexicons.follow_ups.spanish import SPANISH_FOLLOW_UPS

# In the order of `LEXICONS`.
FOLLOW_UPS: tuple[FollowUps, ...] = (
    ENGLISH_FOLLOW_UPS,
    GERMAN_FOLLOW_UPS,
    FRENCH_FOLLOW_UPS,
    SPANISH_FOLLOW_UPS,
)

__all__ = ["FOLLOW_UPS", "Anaphor", "Antecedent", "FollowUps"]
