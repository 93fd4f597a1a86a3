"""What home finds out only after its first frame, since it grows with the cards: step by step, between keys."""

from collections.abc import Iterator

from quizzer.collection.collection import Collection
from quizzer.collection.overview import Overview
from quizzer.core.exam import exam_day
from quizzer.core.options import ALL
from quizzer.tui.widgets.deck_rows import FAR, NOTHING, Later


def found_later(collection: Collection, seen: Overview, later: dict[str, Later]) -> Iterator[bool]:
    """Find out when backlogs are clear, then what each deck would bring if it were asked now.

    After each step it says whether what is told of the deck under the cursor may have changed.

    Args:
        collection: the decks.
        seen: home's figures.
        later: takes what is found, by deck.
    """
    from quizzer.collection.scores import Wanted

    rows = (seen.everything, *seen.decks)
    clear = collection.allowing().clear_days() if seen.behind else {}
    behind = {row.id: clear.get(row.id, FAR) for row in rows if row.due_in_all > row.due}
    for row in rows:
        later[row.id] = later.get(row.id, NOTHING)._replace(clear=behind.get(row.id))
    yield bool(behind)
    scores, points, cards, known = collection.scores(), 0.0, 0, 0
    for row in seen.decks:
        found = scores.expected(Wanted(row.id))
        points, cards, known = points + found.score * found.cards, cards + found.cards, known + found.seen
        later[row.id] = later[row.id]._replace(expected=found.score if found.seen else None)
        yield False
    later[ALL] = later[ALL]._replace(expected=points / cards if known else None)
    yield False
    for row in rows:
        exam = _exam(collection, row.id)
        if exam != later[row.id].exam:
            later[row.id] = later[row.id]._replace(exam=exam)
            yield True


def _exam(collection: Collection, deck: str) -> tuple[str, ...]:
    """What is to be said of a deck's exam; no more is loaded where there is none."""
    exam = exam_day(collection.options(deck)["exam"].value)
    if exam is None or exam <= collection.day():
        return ("Your exam is today.",) if exam == collection.day() else ()
    from quizzer.collection.exam_plans import exam_plan
    from quizzer.collection.exam_words import exam_lines

    plan = exam_plan(collection.scores(), deck)
    return () if plan is None else exam_lines(plan)
