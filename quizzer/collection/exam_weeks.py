"""What is asked beside what is due, since a deck's exam is near: as many reviews as the day's limits leave."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from quizzer.core.exam import Week, exam_week
from quizzer.core.options import Options
from quizzer.core.quota import Quota

if TYPE_CHECKING:
    from quizzer.core.queue import Entry
    from quizzer.store.card_table import CardTable


def weeks(options_of: Callable[[str], Options], decks: Iterable[str], day: int) -> dict[str, Week]:
    """The decks whose exam is near on a study day."""
    found = {deck: exam_week(options_of(deck).exam, day) for deck in decks}
    return {deck: week for deck, week in found.items() if week is not None}


def exam_entries(
    options_of: Callable[[str], Options],
    cards: "CardTable",
    quota: Quota,
    due: Mapping[str, int],
    near: Mapping[str, Week],
    tag: str = "",
) -> "dict[str, list[Entry]]":
    """The reviews that are asked for near exams, by deck, each the least remembered first.

    Args:
        options_of: what counts for a deck.
        cards: the cache's cards.
        quota: what the limits leave.
        due: reviews due, by deck, which come first.
        near: the decks whose exam is near.
        tag: only cards of this tag.
    """
    found = {}
    for deck, week in near.items():
        room = quota.of(deck).reviews - due.get(deck, 0)
        if room > 0:
            found[deck] = cards.before_exam(deck, week, room, options_of(deck).bury_siblings, tag)
    return found
