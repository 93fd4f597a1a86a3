"""Giving the history of a card that no deck holds any more to another card."""

from collections.abc import Callable, Sequence

from quizzer.collection.browsing import Browsed
from quizzer.collection.collection import Collection
from quizzer.core.text import quoted
from quizzer.errors import ProgressMoved
from quizzer.tui.screens.ask import AskScreen
from quizzer.tui.screens.base import QuizzerScreen

NONE = "None is like it: mark it and, with Space too, the card that takes its history; then g."


def give(screen: QuizzerScreen, collection: Collection, meant: Sequence[Browsed], done: Callable[[], object]) -> None:
    """Ask whether to give the history of an orphan to a card, and do it.

    Args:
        screen: says what came of it.
        collection: that is open.
        meant: the orphan, for which a card is looked for; or with it, in whatever order, the card.
        done: is called once it is given.
    """
    orphans, others = ([row for row in meant if row.report.orphan is so] for so in (True, False))
    if len(orphans) != 1 or len(others) > 1:
        screen.say("History is given by orphans: put the cursor on one, or mark one and the card that takes it.")
        return
    adopting, alike = collection.adopting(), ""
    if not others:
        proposal = screen.attempt(lambda: (adopting.proposal(orphans[0].report.id),))
        if proposal is None or proposal[0] is None:
            screen.say(NONE)
            return
        others = collection.browsing().rows([proposal[0].card])
        alike = f" ({proposal[0].closeness:.0%} alike)".replace("%", " %") if proposal[0].closeness else ""
    source, target = orphans[0], others[0]

    def answered(yes: bool | None) -> None:
        if not yes:
            return
        try:
            given = screen.managed(lambda: adopting.adopt([(source.report.id, target.report.id)]))
        except ProgressMoved as moved:
            screen.say(f"! {moved}", ".nearly")
            return
        if given:
            done()
            screen.say(f"The history counts for {quoted(target.question, 40)}. u takes that back.")

    question = f"Have the history of {quoted(source.question)} count for {quoted(target.question)}{alike}?"
    screen.app.push_screen(AskScreen(question), answered)
