"""What an option changes, in words and figures."""

import pytest

from quizzer.core.effects import Workload, effect, load, reviews_of_a_new_card
from quizzer.core.options import Options

WORK = Workload(stabilities=(10.0,) * 100, new=60, due=300, siblings=4)
USUAL = Options()


def test_a_card_costs_one_review_an_interval() -> None:
    assert load((10.0,) * 100, USUAL) == pytest.approx(10.0)
    assert load((0.1,), USUAL) == 1.0
    assert load((1000.0,), USUAL._replace(max_interval=20)) == pytest.approx(1 / 20)
    assert load((10.0,), USUAL._replace(desired_retention=0.8)) < load((10.0,), USUAL)


def test_a_new_card_is_asked_more_often_the_surer_one_wants_to_be() -> None:
    counts = [reviews_of_a_new_card(USUAL._replace(desired_retention=wanted)) for wanted in (0.75, 0.9, 0.97)]
    assert counts == sorted(counts)
    assert counts[0] < counts[-1]
    assert reviews_of_a_new_card(USUAL, days=1) == 0


@pytest.mark.parametrize(
    ("key", "values", "said"),
    [
        ("desired_retention", {"desired_retention": 0.8}, "About 7 fewer reviews a day."),
        ("desired_retention", {"desired_retention": 0.95}, "About 15 more reviews a day."),
        ("new_per_day", {"new_per_day": 0}, "No new cards come; 60 wait."),
        ("reviews_per_day", {"reviews_per_day": 5},
         "About 10 reviews come a day: more than that, so that what waits grows."),
        ("reviews_per_day", {"reviews_per_day": 110}, "The 300 that wait are clear in about 3 days."),
        ("reviews_per_day", {"reviews_per_day": 400}, "About 10 reviews come a day: within the limit."),
        ("max_interval", {"max_interval": 5}, "About 10 more reviews a day."),
        ("steps", {"steps": ()}, "A new card is asked once, and then comes back in days."),
        ("steps", {"steps": (60, 3600)},
         "A new card is asked 3 times before days count: at once, after 1m and after 1h."),
        ("bury_siblings", {"bury_siblings": False},
         "4 cards that have siblings may come on one day; one may tell the other's answer."),
        ("minutes_per_day", {"minutes_per_day": 30}, "At your pace about 180 reviews a day; new cards take the rest."),
        ("order", {"order": "oldest"},
         "Those that have waited longest come first."),
        ("exam", {"exam": "2027-01-15"}, "Home and scores say what to expect on that day, and what it takes a day."),
        ("rollover", {"rollover": 5}, ""),
        ("new_per_day", {}, ""),
    ],
)  # fmt: skip
def test_a_change_is_told_in_a_sentence(key: str, values: dict[str, object], said: str) -> None:
    assert effect(key, USUAL, USUAL._replace(**values), WORK) == said  # type: ignore[arg-type]


def test_more_new_cards_cost_more_reviews_in_a_month() -> None:
    more = effect("new_per_day", USUAL, USUAL._replace(new_per_day=30), WORK)
    assert more.startswith("60 new cards are all seen in 2 days, not 3 days. In a month: about ")
    assert more.endswith(" more reviews a day.")
    again = effect("new_per_day", USUAL._replace(new_per_day=0), USUAL, WORK)
    assert again.startswith("60 new cards are all seen in 3 days. In a month: ")


def test_siblings_are_buried_again() -> None:
    off = USUAL._replace(bury_siblings=False)
    assert effect("bury_siblings", off, USUAL, WORK) == "Of 4 cards that have siblings, one a note is asked a day."


def test_with_nothing_to_learn_nothing_changes() -> None:
    nothing = Workload()
    changed = Options(0.8, 5, 5, (), (), 4, False, 1200, 50)
    said = [effect(key, USUAL, changed, nothing) for key in ("desired_retention", "new_per_day", "reviews_per_day",
                                                             "max_interval", "bury_siblings")]  # fmt: skip
    assert said == [
        "No card has been learnt yet, so nothing changes today.",
        "There are no new cards, so nothing changes today.",
        "",
        "",
        "No note makes more than one card, so nothing changes.",
    ]


def test_minutes_may_be_taken_away_again() -> None:
    assert (
        effect("minutes_per_day", USUAL._replace(minutes_per_day=5), USUAL, WORK) == "Today's share may take any time."
    )


def test_an_exam_may_be_taken_away_again() -> None:
    assert effect("exam", USUAL._replace(exam="2027-01-15"), USUAL, WORK) == "No exam is prepared for."
