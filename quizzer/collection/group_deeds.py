"""What is done to cards, one or many of them, as one action that undo takes back at once."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from quizzer.collection.ledger import Ledger
from quizzer.core.event import Did, Fact
from quizzer.core.progress import Standing
from quizzer.store.card_table import CardRow


class Done(NamedTuple):
    """What came of a deed."""

    did: Did
    cards: tuple[str, ...]
    """Those it was done to; others were so already."""


class GroupDeeds:
    """Deeds on cards that are given by their ids; ids of drafts, which are no cards yet, are passed over.

    Each raises ProgressMoved or DiskRefused where nothing was recorded.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def suspend(self, cards: Sequence[str]) -> Done:
        """Hide cards until they are resumed; where all of them are suspended already, resume them."""
        return self._hide(cards, Did.SUSPENDED, lambda standing: standing.suspended)

    def bury(self, cards: Sequence[str]) -> Done:
        """Hide cards until the next study day; where all of them are buried already, resume them."""
        today = self._ledger.today()
        return self._hide(cards, Did.BURIED, lambda standing: standing.buried >= today)

    def resume(self, cards: Sequence[str]) -> Done:
        """Bring back those that are suspended or buried."""
        today = self._ledger.today()
        hidden = [row for row in self._rows(cards) if row.standing.suspended or row.standing.buried >= today]
        return self._do(Did.RESUMED, hidden)

    def flag(self, cards: Sequence[str], words: str) -> Done:
        """Flag cards with a few words, or none; words of flags they have are replaced."""
        return self._do(Did.FLAGGED, [row for row in self._rows(cards) if row.standing.flag != words], {"words": words})

    def unflag(self, cards: Sequence[str]) -> Done:
        """Take flags away."""
        return self._do(Did.UNFLAGGED, [row for row in self._rows(cards) if row.standing.flag is not None])

    def reset(self, cards: Sequence[str]) -> Done:
        """Have cards begin afresh, as if never seen; past reviews stay in the log and in its figures."""
        return self._do(Did.RESET, [row for row in self._rows(cards) if row.standing.schedule.reps])

    def are_flagged(self, cards: Sequence[str]) -> bool:
        """Whether all of them bear a flag."""
        rows = self._rows(cards)
        return bool(rows) and all(row.standing.flag is not None for row in rows)

    def _hide(self, cards: Sequence[str], did: Did, hidden: Callable[[Standing], bool]) -> Done:
        rows = self._rows(cards)
        wanted = [row for row in rows if not hidden(row.standing)]
        return self._do(did, wanted) if wanted else self._do(Did.RESUMED, rows)

    def _rows(self, cards: Sequence[str]) -> list[CardRow]:
        return list(self._ledger.cards.rows_of(cards))

    def _do(self, did: Did, rows: Sequence[CardRow], data: dict[str, Any] | None = None) -> Done:
        group = {"group": self._ledger.throw(f"{did} group")} if len(rows) > 1 else {}
        facts = [(Fact(did, row.id, {**(data or {}), **group}), self._ledger.throw(f"{did} {row.id}")) for row in rows]
        if facts:
            self._ledger.record(facts)
        return Done(did, tuple(row.id for row in rows))
