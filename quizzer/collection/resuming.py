"""Resuming cards that are suspended or buried, all of them in one action."""

from collections.abc import Iterable

from quizzer.collection.ledger import Ledger
from quizzer.collection.reports import CardReport
from quizzer.core.event import Did, Fact


def resume(ledger: Ledger, reports: Iterable[CardReport]) -> list[str]:
    """Resume those of some cards that are hidden; their ids.

    Raises:
        ProgressMoved, DiskRefused: nothing was recorded.
    """
    cards = [report.id for report in reports if report.suspended or report.buried]
    group = ledger.throw("resumed group")
    facts = [(Fact(Did.RESUMED, card, {"group": group}), ledger.throw(f"resumed {card}")) for card in cards]
    if facts:
        ledger.record(facts)
    return cards
