"""What a review is worth, a second of answering."""

from quizzer.core.options import DEFAULTS
from quizzer.core.queue import Entry
from quizzer.core.schedule import State
from quizzer.core.worth import Candidate, answers, gain, worth_most

DAY = 20_780


def due(name: str, stability: float, ago: int) -> Candidate:
    return Candidate(Entry(name, "d", name, State.REVIEW, DAY, stability, DAY - ago), 5.0, DEFAULTS)


FRESH, FADING, FIRM = due("fresh", 10, 1), due("fading", 5, 12), due("firm", 900, 30)
NEW = Candidate(Entry("new", "d", "new"), 0.0, DEFAULTS)


def test_what_is_being_forgotten_gains_more_than_what_is_fresh_or_firm() -> None:
    assert gain(FADING, DAY) > gain(FRESH, DAY) > 0
    assert gain(FADING, DAY) > gain(FIRM, DAY) > 0


def test_a_new_card_gains_most_but_takes_several_answers() -> None:
    assert gain(NEW, DAY) > gain(FADING, DAY)
    assert answers(NEW.entry, DEFAULTS) > 2 * answers(FADING.entry, DEFAULTS)


def test_the_best_come_first_and_no_more_than_fit_but_one_at_least() -> None:
    some = [FIRM, FRESH, FADING]
    assert [entry.card for entry in worth_most(some, DAY, 99)] == ["fading", "fresh", "firm"]
    assert [entry.card for entry in worth_most(some, DAY, 2.5)] == ["fading", "fresh"]
    assert [entry.card for entry in worth_most(some, DAY, 0.1)] == ["fading"]
    assert worth_most([], DAY, 9) == ()
