"""How many cards stand where, how many are how strong, and how likely to be remembered now."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import Final, NamedTuple

from quizzer.core.stats.correction import Correction
from quizzer.core.stats.expectation import Held, recall_of

DAYS: Final = (1, 3, 7, 21, 60, 180, 365)
"""Bounds of stability, in days."""
DAYS_NAMES: Final = ("under 1 d", "1–3 d", "3–7 d", "1–3 wk", "3–9 wk", "2–6 mo", "½–1 yr", "over 1 yr")
SHARES: Final = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
"""Bounds of the probability of recall."""
SHARES_NAMES: Final = ("under 50 %", "50–60 %", "60–70 %", "70–80 %", "80–90 %", "90–95 %", "over 95 %")


class ByState(NamedTuple):
    """How many cards of some decks stand where."""

    new: int = 0
    learning: int = 0
    """Learning and relearning."""
    young: int = 0
    """Due again within 21 days of their last review."""
    mature: int = 0
    suspended: int = 0

    @property
    def seen(self) -> int:
        """Those that were reviewed and are not suspended."""
        return self.learning + self.young + self.mature


class Histograms(NamedTuple):
    """Cards seen, counted."""

    stability: tuple[int, ...]
    """As many as `DAYS_NAMES`."""
    recall: tuple[int, ...]
    """As many as `SHARES_NAMES`."""


def histograms(cards: Iterable[Held], day: int, correction: Correction) -> Histograms:
    """The cards seen, by stability and by probability of recall on a study day."""
    strong, known = [0] * len(DAYS_NAMES), [0] * len(SHARES_NAMES)
    for card in cards:
        if card.stability:
            strong[bisect_right(DAYS, card.stability)] += 1
            known[bisect_right(SHARES, recall_of(card, day, correction))] += 1
    return Histograms(tuple(strong), tuple(known))
