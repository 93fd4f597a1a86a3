"""What is asked beside what is due, since a deck's exam is near: as many reviews as the day's limits leave."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from quizzer.core.exam import Week, exam_week
from quizzer.core.options import Options
from quizzer.core.quota import Quota

if TYPE_CHECKING:
    from quizzer.core.queue import Entry
    from quizzer.store.card_counts import CardCounts
    from quizzer.store.card_table import CardTable


def weeks(options_of: Callable[[str], Options], decks: Iterable[str], day: int) -> dict[str, Week]:
    """The decks whose exam is near on a study day."""
    found = {deck: exam_week(options_of(deck).exam, day) for deck in decks}
    return {deck: week for deck, week in found.items() if week is not None}


def exam_counts(
    options_of: Callable[[str], Options],
    counts: "CardCounts",
    quota: Quota,
    due: Mapping[str, int],
    near: Mapping[str, Week],
) -> dict[str, int]:
    """How many reviews of each deck are asked since its exam is near; arguments as those of `exam_entries`."""
    found = {}
    for deck, week in near.items():
        room = quota.of(deck).reviews - due.get(deck, 0)
        if room > 0:
            found[deck] = counts.before_exam(deck, week, options_of(deck).bury_siblings, room)
    return found


def exam_entries(
    options_of: Callable[[str], Options],
    cards: "CardTable",
    quota: Quota,
    due: Mapping[str, int],
    near: Mapping[str, Week],
    tag: str = "",
) -> "list[Entry]":
    """The reviews that may be asked since exams are near: of each deck, or of all that are alike, the least remembered.

    Args:
        options_of: what counts for a deck.
        cards: the cache's cards.
        quota: what the limits leave.
        due: reviews due, by deck, which come first.
        near: the decks whose exam is near.
        tag: only cards of this tag.
    """
    if not near:
        return []
    from quizzer.core.memory import decay_of

    rooms = {deck: quota.of(deck).reviews for deck in near}
    shared = quota.everything.reviews - sum(min(due.get(deck, 0), room) for deck, room in rooms.items())
    groups: dict[tuple[str, Week, bool, float], list[str]] = {}
    for deck, week in near.items():
        options = options_of(deck)
        alike = week, options.bury_siblings, decay_of(options.parameters)
        groups.setdefault((deck if deck in quota.own else "", *alike), []).append(deck)
    found: list[Entry] = []
    for (alone, week, bury, _), decks in groups.items():
        room = min(shared, rooms[alone] - due.get(alone, 0)) if alone else shared
        found += cards.before_exam(decks, week, room, bury, tag) if room > 0 else []
    return found
