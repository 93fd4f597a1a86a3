"""An exam in sentences: what to expect if one keeps to the plan, what that asks of each day, what stands in the way."""

from typing import TYPE_CHECKING

from quizzer.core.answers import share_words
from quizzer.core.day import date_of
from quizzer.core.pace import minutes_words
from quizzer.core.stats.wording import between_words, counted

if TYPE_CHECKING:
    from quizzer.collection.exam_plans import ExamPlan


def exam_lines(plan: "ExamPlan") -> tuple[str, ...]:
    """What to expect, and if there is more to say, a second line."""
    on, expected = date_of(plan.exam), plan.expected
    when = f"{on:%a} {on.day} {on:%b}" + (f" {on.year}" if on.year != date_of(plan.day).year else "")
    ahead = "tomorrow" if plan.days == 1 else f"in {plan.days} days"
    share = f"{share_words(expected.score)} {between_words(expected.low, expected.high)}"
    first = f"Exam {when}, {ahead}: {share} if you keep to the plan."
    more = " ".join(filter(None, (_daily(plan), _unseen(plan), _late(plan))))
    return (first, more) if more else (first,)


def daily_words(plan: "ExamPlan") -> str:
    """What the plan asks of each day, as part of a sentence; empty where that is nothing."""
    if not plan.cards_a_day:
        return ""
    return f"{counted(max(1, round(plan.cards_a_day)), 'card')} a day, {minutes_words(plan.seconds_a_day)}"


def _daily(plan: "ExamPlan") -> str:
    return f"{words}." if (words := daily_words(plan)) else ""


def _unseen(plan: "ExamPlan") -> str:
    """Which cards are not seen until the exam, and what would change that; empty where all are."""
    if not plan.unseen:
        return ""
    some = counted(plan.unseen, "card stays unseen", "cards stay unseen")
    if plan.enough_new <= plan.new_per_day:
        return f"{some}: reviews come first, and the day's limits leave no room."
    whose = " from all decks" if plan.shared and plan.deck else ""
    return f"At {plan.new_per_day} new a day{whose} {some}; {plan.enough_new} a day would leave none."


def _late(plan: "ExamPlan") -> str:
    if not plan.not_again:
        return ""
    return f"{counted(plan.not_again, 'card does', 'cards do')} not come again in the last week."
