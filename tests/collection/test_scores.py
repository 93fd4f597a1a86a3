"""Scores are what an independent count of the log says."""

import math
import sqlite3
from collections import Counter
from pathlib import Path

import pytest

from quizzer.collection.next_steps import next_steps
from quizzer.collection.rereading import Reread, documents_of, rereads
from quizzer.collection.score_calendar import calendar_seen
from quizzer.collection.score_memory import Confusion, memory_seen
from quizzer.collection.score_quizzes import quizzes_seen
from quizzer.collection.score_topics import topics_seen
from quizzer.collection.scores import Wanted
from quizzer.core.day import DAY_MS, HOUR_MS, date_of
from quizzer.core.event import Did, Event
from quizzer.core.moment import Moment
from quizzer.core.options import DEFAULTS
from quizzer.core.schedule import UNSEEN, State, review
from quizzer.core.selection import Setup
from quizzer.core.stats.period import Period
from quizzer.store.log import Log
from tests.collection.learners import START, Learner, Study, card_ids, forgotten
from tests.collection.people import Person

RIVERS = """title: Rivers
cards:
  - {question: Which river flows through Cologne?, answer: Rhine, accept: [the Rhine], id: rhine, tags: [europe]}
  - {question: Which river is the longest of Europe?, answer: Volga, id: volga, tags: [europe]}
  - {question: Which river is the longest of Asia?, answer: Yangtze, id: yangtze, tags: [asia]}
  - {question: What is a ford?, answer: A shallow place, id: ford, source: {doc: atlas, passage: "7"}}
  - {question: What is a delta?, answer: A mouth, id: delta}
sources:
  atlas: {title: Atlas}
"""
FORGETFUL = Learner("forgetful", lambda days, strength: 0.9 ** (days / strength), 2.0, 2.0, 0.3, 0.4)
DAYS = 60


def deck_text(cards: int, title: str = "Deck") -> str:
    lines = [f"title: {title}", "cards:"]
    for number in range(cards):
        wrong = ", wrong: [b, c, d]" if number % 2 else ""
        lines.append(f"  - {{question: Question {number}, id: n{number}, answer: a{wrong}}}")
    return "\n".join(lines) + "\n"


def at_day(day: int) -> str:
    """The clock at noon of a day of the study."""
    return f"{date_of(START // DAY_MS + day).isoformat()}T12:00:00+00:00"


@pytest.fixture
def learner(tmp_path: Path) -> Person:
    """Somebody who studied 40 of 50 cards for two months."""
    someone = Person(tmp_path, at_day(DAYS))
    someone.write("deck.yaml", deck_text(50))
    study = Study(FORGETFUL, card_ids(40), 1)
    (tmp_path / "home").mkdir()
    with Log.open(str(tmp_path / "home" / "progress.sqlite"), lambda count: bytes(range(count))) as log:
        log.append(list(study.days(DAYS)), None)
    return someone


# Plain SQL over the log. A card is tested by its first review of a study day after the one it was learnt on.
COUNTED = f"""
WITH reviews AS (
    SELECT card, at, (at - 4 * {HOUR_MS}) / {DAY_MS} AS day, data ->> 'rating' AS rating, data ->> 'took_ms' AS took
    FROM events WHERE kind = 'reviewed'
), firsts AS (
    SELECT *, min(day) OVER (PARTITION BY card) AS begun,
        row_number() OVER (PARTITION BY card, day ORDER BY at) AS turn
    FROM reviews
)
SELECT count(*), sum(took), sum(turn = 1 AND day > begun), sum(turn = 1 AND day > begun AND rating > 1),
    sum(turn = 1 AND day = begun), sum(rating = 1), count(DISTINCT day)
FROM firsts WHERE day >= ? AND day <= ?
"""


@pytest.mark.parametrize("period", Period)
def test_reviews_and_retention_are_what_plain_sql_counts(learner: Person, period: Period) -> None:
    with learner.opened() as collection:
        seen = collection.scores().overview(Wanted("", period))
        log = sqlite3.connect(f"{learner.home}/progress.sqlite")
        first, today = period.first(seen.day), seen.day
        reviews, took, tested, right, new, again, _ = log.execute(COUNTED, (first, today)).fetchone()
        log.close()
    tally = seen.tally
    assert (tally.reviews, tally.took_ms, tally.tested, tally.right) == (reviews, took, tested, right)
    assert (tally.new, tally.again) == (new, again)
    assert sum(one.tally.tested for one in seen.stretches) == tested
    assert tested > 30


def test_the_streak_counts_study_days(learner: Person) -> None:
    with learner.opened() as collection:
        streak = collection.scores().overview(Wanted()).streak
        days = collection.scores().tallies.days()
    log = sqlite3.connect(f"{learner.home}/progress.sqlite")
    known = [day for (day,) in log.execute(f"SELECT DISTINCT (at - 4 * {HOUR_MS}) / {DAY_MS} FROM events ORDER BY 1")]
    log.close()
    assert sorted(days) == known
    assert streak.days == len(known)


def test_cards_stand_where_each_card_says(learner: Person) -> None:
    with learner.opened() as collection:
        seen = collection.scores().overview(Wanted())
        reports = list(collection.card_reports())
        expected, found = collection.scores().expected(Wanted()), collection.scores().states(Wanted())
    states = Counter(report.state for report in reports)
    assert found.new == states["new"] == expected.unseen
    assert found.learning == states["learning"] + states["relearning"]
    assert found.young + found.mature == states["review"]
    due = Counter(report.due for report in reports if report.state == "review")
    ahead = [date_of(seen.day + day).isoformat() for day in range(1, 30)]
    assert seen.forecast[1:] == [due[date] for date in ahead]
    assert seen.forecast[0] == sum(count for date, count in due.items() if date <= date_of(seen.day).isoformat())


def test_without_reviews_to_learn_from_scores_are_the_models(tmp_path: Path) -> None:
    someone = Person(tmp_path)
    someone.write("deck.yaml", deck_text(4))
    with someone.opened() as collection:
        expected = collection.scores().expected(Wanted("deck"))
    assert (expected.score, expected.cards, expected.unseen) == (0.125, 4, 4)


def test_each_quiz_stands_beside_its_prediction(learner: Person) -> None:
    with learner.opened() as collection:
        quizzing = collection.quizzes(lambda: 0.0).start(Setup(number=10, kinds=("choice",)))
        for _ in range(10):
            quizzing.answer((0,))
        result = quizzing.submit()
        found = quizzes_seen(collection.scores(), Wanted("deck"))
        assert quizzes_seen(collection.scores(), Wanted("other")).rows == ()
    (row,) = found.rows
    assert (row.questions, row.share, row.prediction) == (10, result.result.share, result.result.prediction)
    assert (found.share, found.expected) == (row.share, row.prediction.expected)
    assert found.within == row.within


def test_of_a_quiz_only_questions_on_the_deck_and_the_tag_count(tmp_path: Path) -> None:
    """What they brought, and what was expected of them alone."""
    someone = Person(tmp_path)
    someone.write("rivers.yaml", RIVERS.replace("answer: Volga", "answer: Volga, wrong: [Rhine, Elbe, Po]"))
    someone.write("deck.yaml", deck_text(4, "Others"))
    with someone.opened() as collection:
        quizzing = collection.quizzes().start(Setup(number=9))
        while quizzing.asking is not None:
            quizzing.answer("the Rhine" if quizzing.asking.card.note.id == "rhine" else (1,))
        quizzing.submit()
        found = {
            (deck, tag): [
                (row.asked, row.questions, row.share, row.prediction.expected)
                for row in quizzes_seen(collection.scores(), Wanted(deck, tag=tag)).rows
            ]
            for deck, tag in (("", ""), ("rivers", ""), ("", "europe"), ("rivers", "asia"), ("deck", "europe"))
        }
    assert found == {
        ("", ""): [(4, 4, 0.25, 0.1875)],
        ("rivers", ""): [(4, 2, 0.5, 0.125)],
        ("", "europe"): [(4, 2, 0.5, 0.125)],
        ("rivers", "asia"): [],
        ("deck", "europe"): [],
    }


def test_topics_are_decks_or_the_tags_of_one(tmp_path: Path) -> None:
    someone = Person(tmp_path)
    someone.write("rivers.yaml", RIVERS)
    someone.write("deck.yaml", deck_text(4, "Others"))
    with someone.opened() as collection:
        scores = collection.scores()
        decks, topics = topics_seen(scores, Wanted()), topics_seen(scores, Wanted("rivers"))
    assert [(row.topic.name, row.topic.expected.cards) for row in decks.rows] == [("Rivers", 5), ("Others", 4)]
    assert sorted((row.topic.name, row.tag) for row in topics.rows) == [
        ("Rivers", ""),
        ("asia", "asia"),
        ("europe", "europe"),
        ("passage 7", ""),
    ]


def test_leeches_tell_what_they_are_confused_with(tmp_path: Path) -> None:
    someone = Person(tmp_path, "2026-11-23T08:00:00+01:00")
    someone.write("rivers.yaml", RIVERS)
    with Log.open(str(tmp_path / "home" / "progress.sqlite"), lambda count: bytes(range(count))) as log:
        log.append(list(forgotten("rivers/rhine", "Volga", 9)), None)
    with someone.opened() as collection:
        seen = memory_seen(collection.scores(), Wanted("rivers"))
    (leech,) = seen.leeches
    assert (leech.card, leech.lapses) == ("rivers/rhine", 9)
    assert leech.confusions == (Confusion("Volga", 11, "Which river is the longest of Europe?"),)
    assert seen.calibration.tested == 9
    assert 0 < seen.recall < 1
    assert seen.correction.weights[0] > 0.5


def test_days_and_hours_are_counted(learner: Person) -> None:
    with learner.opened() as collection:
        seen = calendar_seen(collection.scores(), Wanted("", Period.ALL))
        overview = collection.scores().overview(Wanted("", Period.ALL))
    assert sum(seen.reviews.values()) == overview.tally.reviews == sum(one.reviews for one in seen.hours.values())
    assert sum(one.right for one in seen.hours.values()) == overview.tally.right
    assert set(seen.hours) <= {18, 19, 20, 21}


def test_reviews_of_cards_that_are_gone_count_in_the_past(learner: Person) -> None:
    with learner.opened() as collection:
        before, stood = collection.scores().overview(Wanted("deck")), collection.scores().states(Wanted("deck"))
    learner.write("deck.yaml", deck_text(30))
    with learner.opened() as collection:
        after, stand = collection.scores().overview(Wanted("deck")), collection.scores().states(Wanted("deck"))
    assert after.orphans == 10
    assert after.tally == before.tally
    assert stand.seen == stood.seen - 10


def test_what_to_do_next_and_what_it_brings(learner: Person) -> None:
    with learner.opened() as collection:
        scores = collection.scores()
        steps = [step for step in next_steps(scores, Wanted("deck"), 50) if step is not None]
        due = sum(scores.overview(Wanted("deck")).forecast[:1]) + 10
    (study,) = steps
    assert study.words == f"Study today’s {due} cards"
    assert study.points is not None
    assert study.minutes is not None
    assert 0 < study.points < 100 * due / 50
    assert 0 < study.minutes < due


def test_a_topic_a_passage_and_a_leech_are_worth_doing(tmp_path: Path) -> None:
    someone = Person(tmp_path, "2026-11-23T08:00:00+01:00")
    someone.write("rivers.yaml", RIVERS.replace("id: rhine,", "id: rhine, source: {doc: atlas, passage: '1'},"))
    someone.write("atlas.md", "# Atlas\n\n## 1. The Rhine\n\nIt flows through Cologne.\n")
    with Log.open(str(tmp_path / "home" / "progress.sqlite"), lambda count: bytes(range(count))) as log:
        log.append(list(forgotten("rivers/rhine", "Volga", 9)), None)
    with someone.opened() as collection:
        steps = {step.kind: step for step in next_steps(collection.scores(), Wanted("rivers"), 5) if step is not None}
        assert list(next_steps(collection.scores(), Wanted("rivers"), 0)) == []
    assert list(steps) == ["study", "topic", "reread", "rewrite"]
    assert steps["topic"].words == "Quiz on Rivers, weakest with 0 %"
    assert steps["reread"].at_most
    assert steps["rewrite"].at_most
    assert steps["rewrite"].points == steps["reread"].points == pytest.approx(20, abs=8)
    assert steps["rewrite"].words.startswith("Rewrite “Which river flows through")
    assert steps["rewrite"].words.endswith("”: 9 lapses")
    assert steps["rewrite"].more == "mixed up with “Which river is the longest of Europe?”"


def test_promises_and_ages_are_what_a_recount_card_by_card_gives(learner: Person) -> None:
    """Young and mature, log loss and RMSE (bins), from the events alone, each card's history gone through by itself."""
    with learner.opened() as collection:
        events = [event for event in collection.events() if event.kind == Did.REVIEWED]
        seen = memory_seen(collection.scores(), Wanted("", Period.ALL)).calibration
        tally = collection.scores().overview(Wanted("", Period.ALL)).tally
    by_card: dict[str, list[Event]] = {}
    for event in sorted(events, key=lambda event: event.order):
        by_card.setdefault(event.card, []).append(event)
    ages: Counter[tuple[str, bool]] = Counter()
    losses: list[float] = []
    bins: dict[tuple[int, ...], list[tuple[float, bool]]] = {}
    for own in by_card.values():
        card = UNSEEN
        for nth, event in enumerate(own, 1):
            day, right = (event.at - 4 * HOUR_MS) // DAY_MS, event.data["rating"] > 1
            if nth > 1 and day > card.last_day:
                promised = (1 + (0.9 ** (1 / -0.1542) - 1) * (day - card.last_day) / card.stability) ** -0.1542
                mature = card.state is State.REVIEW and card.due - card.last_day >= 21
                ages["mature" if mature else "young", right] += 1
                losses.append(-math.log(promised if right else 1 - promised))
                logs = (math.log(day - card.last_day, 3.62), math.log(nth, 1.89))
                lapses = math.floor(math.log(card.lapses, 1.73)) if card.lapses else -1
                bins.setdefault((*map(math.floor, logs), lapses), []).append((promised, right))
            card = review(card, event.data["rating"], Moment(event.at), DEFAULTS, event.id)
    assert (tally.young_right, tally.young) == (ages["young", True], ages["young", True] + ages["young", False])
    assert (tally.mature_right, tally.mature) == (ages["mature", True], ages["mature", True] + ages["mature", False])
    assert seen.tested == len(losses) > 50
    assert seen.log_loss == pytest.approx(sum(losses) / len(losses), abs=1e-5)
    off = sum(sum(p - y for p, y in own) ** 2 / len(own) for own in bins.values())
    assert seen.rmse == pytest.approx(math.sqrt(off / len(losses)), abs=1e-5)


def test_passages_are_ordered_by_what_rereading_can_bring(tmp_path: Path) -> None:
    """Twice two passages of two documents; what each can bring is what its cards are likely to lose."""
    someone = Person(tmp_path, at_day(DAYS))
    places = ["atlas, passage: '1'", "atlas, passage: '2'", "almanac, passage: '1'"]
    cards = [
        f"  - {{question: Question {number}, id: n{number}, answer: a, tags: [{'even' if number % 2 == 0 else 'odd'}],"
        f" source: {{doc: {places[number % 3 if number < 30 else 2]}}}}}"
        for number in range(40)
    ]
    sources = "sources:\n  atlas: {title: Atlas, file: atlas.md}\n  almanac: {title: Almanac, file: almanac.md}\n"
    someone.write("deck.yaml", "title: Deck\ncards:\n" + "\n".join(cards) + "\n" + sources)
    someone.write("atlas.md", "# Atlas\n\n## 1. One\n\nFirst.\n\n## 2. Two\n\nSecond.\n")
    study = Study(FORGETFUL, card_ids(40), 1)
    with Log.open(str(tmp_path / "home" / "progress.sqlite"), lambda count: bytes(range(count))) as log:
        log.append(list(study.days(DAYS)), None)
    with someone.opened() as collection:
        scores = collection.scores()
        found, odd = rereads(scores, Wanted("deck"), 40), rereads(scores, Wanted("deck", tag="odd"), 40)
        asked = scores.asked(card_ids(40)).chances
    assert [(one.document, one.passage.place, one.cards) for one in found] == [
        ("almanac", "passage 1", 20),
        *sorted([("atlas", "passage 1", 10), ("atlas", "passage 2", 10)], key=lambda one: -dict_of(found)[one[:2]]),
    ]
    assert sum(one.points for one in found) == pytest.approx(
        100 * sum(1 - share for share in asked.values()) / 40, rel=0.2
    )
    assert [(one.title, one.passages) for one in documents_of(found)] in (
        [("Almanac", 1), ("Atlas", 2)],
        [("Atlas", 2), ("Almanac", 1)],
    )
    assert [one.points for one in documents_of(found)] == sorted(
        (one.points for one in documents_of(found)), reverse=True
    )
    assert sum(one.cards for one in odd) == 20
    assert found[1].minutes is not None
    assert found[1].minutes < 0.1


def dict_of(found: list[Reread]) -> dict[tuple[str, str], float]:
    """Points by document and place."""
    return {(one.document, one.passage.place): one.points for one in found}
