"""Dated events in order, the earliest first: from sentences such as `In 1789, the Bastille fell.` English only."""

from collections.abc import Iterator

from quizzer.core.cards import Kind, Order
from quizzer.core.draft import DraftRule
from quizzer.documents.drafting.candidate import Asks, Candidate, Sentence
from quizzer.documents.drafting.rule_dates import dated, opened_by

EACH = 4
"""Events that one note puts in order."""
LONGEST = 110
"""Characters of an event."""
KEPT = 400
"""Events of a document that are remembered."""


class Events:
    """The dated events of a document, as they are met."""

    def __init__(self) -> None:
        self._events: list[tuple[tuple[int, int, int], str, Sentence]] = []

    def look_at(self, sentence: Sentence) -> None:
        """Remember what a sentence says, if it opens with a date and holds no other."""
        if not sentence.english or len(self._events) == KEPT or sentence.text[:3] not in ("In ", "On "):
            return
        found = list(dated(sentence.text))
        if len(found) != 1 or found[0].shape == "period":
            return
        event = opened_by(sentence.text, found[0]).rstrip(".")
        if event and len(event) <= LONGEST:
            self._events.append((found[0].when, event, sentence))

    def candidates(self) -> Iterator[Candidate]:
        """A draft for each few events that follow one another in the document and are of different years."""
        group: dict[int, tuple[str, Sentence]] = {}
        for (year, _, _), event, sentence in self._events:
            group.setdefault(year, (event, sentence))
            if len(group) == EACH:
                yield _ordered(group)
                group = {}
        if len(group) >= 3:
            yield _ordered(group)


def _ordered(group: dict[int, tuple[str, Sentence]]) -> Candidate:
    items = tuple(group[year][0] for year in sorted(group))
    first = next(iter(group.values()))[1]
    asks = Asks("Put these in order, the earliest first.", Kind.ORDER, Order(items))
    return Candidate(DraftRule.EVENTS, first, (0, 0), 0.78, "; ".join(items), asks)
