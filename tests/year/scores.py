"""Every figure of the scores beside a recount: `python -m tests.year.scores --reviews 1000000 --cards 100000`.

Reviews, answers by rating, time, cards tested and remembered (young and mature apart), new cards, streaks, days and
hours: plain SQL over the log. Young and mature, calibration (log loss, RMSE (bins)), cards by state, leeches, the
forecast and average retrievability: card by card, with the memory of `tests.year.memory`.
It ends with the number of figures that were equal, or at the first that was not. A million reviews take some minutes.
"""

import argparse
import math
import sqlite3
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from quizzer.collection.collection import Collection
from quizzer.collection.score_calendar import calendar_seen
from quizzer.collection.score_memory import memory_seen
from quizzer.collection.scores import Scores, Wanted
from quizzer.collection.settings import Settings
from quizzer.core.stats.period import Period
from tests.bench.corpus import write_decks, write_years
from tests.year.memory import LEARNING, RELEARNING, REVIEW, Review, State, recall
from tests.year.recount import DEFAULTS

DAY, ROLLOVER = 86_400_000, 4 * 3_600_000
_REVIEWS = f"""
WITH reviews AS (
    SELECT card, at, id, (at - {ROLLOVER}) / {DAY} AS day, data ->> 'rating' AS rating, data ->> 'took_ms' AS took
    FROM events WHERE kind = 'reviewed'
), turns AS (
    SELECT *, min(day) OVER (PARTITION BY card) AS begun,
        row_number() OVER (PARTITION BY card ORDER BY at, id) AS nth,
        row_number() OVER (PARTITION BY card, day ORDER BY at, id) AS turn
    FROM reviews
)
"""
_SUMS = f"""{_REVIEWS}
SELECT count(*), sum(took), sum(nth = 1), sum(rating = 1), sum(rating = 2), sum(rating = 3), sum(rating = 4),
    sum(turn = 1 AND day > begun), sum(turn = 1 AND day > begun AND rating > 1) FROM turns WHERE day BETWEEN ? AND ?
"""


class Compared:
    """Counts what is equal."""

    def __init__(self) -> None:
        self.equal = 0

    def same(self, what: str, ours: Any, theirs: Any) -> None:
        """Hold two figures equal; real ones up to a millionth, what they are rounded to in sums."""
        close = isinstance(ours, float) and math.isclose(ours, theirs, abs_tol=2e-6)
        if not (close or ours == theirs):
            raise SystemExit(f"{what}: {ours}, and counted anew {theirs}")
        self.equal += 1


def compare(home: Path, decks: Path) -> int:
    """How many figures of the scores are what a recount gives."""
    compared = Compared()
    with Collection.open(Settings(home=str(home), decks=(str(decks),))) as collection:
        scores = collection.scores()
        log = sqlite3.connect(home / "progress.sqlite")
        _past(compared, scores, log)
        states, tests = _replayed(log)
        log.close()
        held = {report.id for report in collection.card_reports()}
        _promises(compared, scores, tests)
        _cards(compared, scores, states, held)
    return compared.equal


def _past(compared: Compared, scores: Scores, log: sqlite3.Connection) -> None:
    for period in Period:
        seen = scores.overview(Wanted("", period))
        tally, sums = seen.tally, log.execute(_SUMS, (period.first(seen.day), seen.day)).fetchone()
        ours = (tally.reviews, tally.took_ms, tally.new, tally.again, tally.hard, tally.good, tally.easy)
        for name, one, other in zip(
            ("reviews", "time", "new", "again", "hard", "good", "easy", "tested", "remembered"),
            (*ours, tally.tested, tally.right), sums, strict=True,
        ):  # fmt: skip
            compared.same(f"{name}, {period}", one, other or 0)
    calendar = calendar_seen(scores, Wanted("", Period.ALL))
    days = dict(log.execute(f"{_REVIEWS} SELECT day, count(*) FROM reviews GROUP BY day").fetchall())
    compared.same("reviews by day", calendar.reviews, days)
    hours = dict(log.execute(f"SELECT at % {DAY} / 3600000, count(*) FROM events WHERE kind = 'reviewed' GROUP BY 1"))
    compared.same("answers by hour", {hour: tally.reviews for hour, tally in calendar.hours.items()}, hours)
    runs = Counter(day - at for at, day in enumerate(sorted(days)))  # days in a row have one difference
    compared.same("longest streak", calendar.streak.longest, max(runs.values()))
    now = 0
    while scores.day - now - (scores.day not in days) in days:
        now += 1
    compared.same("streak", calendar.streak.now, now)
    compared.same("days", calendar.streak.days, len(days))


class _Tests:
    """Cards tested, counted one by one."""

    def __init__(self) -> None:
        self.ages: Counter[tuple[bool, bool]] = Counter()
        self.losses: list[float] = []
        self.bins: dict[tuple[int, ...], list[float]] = {}

    def take(self, card: State, day: int, right: bool) -> None:
        """Count a card that was asked for the first time on a day after it was learnt."""
        promised = min(1 - 1e-6, max(1e-6, recall(card, day)))
        self.ages[card.state == REVIEW and card.due - card.last_day >= 21, right] += 1
        self.losses.append(-math.log(promised if right else 1 - promised))
        waits = math.log(day - card.last_day, 3.62), math.log(card.reps + 1, 1.89)
        lapses = math.floor(math.log(card.lapses, 1.73)) if card.lapses else -1
        own = self.bins.setdefault((*map(math.floor, waits), lapses), [0, 0.0])
        own[0] += 1
        own[1] += promised - right


def _replayed(log: sqlite3.Connection) -> tuple[dict[str, State], _Tests]:
    """Each card's history gone through by itself."""
    states: dict[str, State] = {}
    tests = _Tests()
    query = "SELECT card, at, id, data ->> 'rating' FROM events WHERE kind = 'reviewed' ORDER BY at, id"
    for card, at, id, rating in log.execute(query):
        before, day = states.get(card, State()), (at - ROLLOVER) // DAY
        if before.reps and day > before.last_day:
            tests.take(before, day, rating > 1)
        states[card] = Review(before, at, day, id, DEFAULTS).rated(rating)
    return states, tests


def _promises(compared: Compared, scores: Scores, tests: _Tests) -> None:
    tally = scores.overview(Wanted("", Period.ALL)).tally
    ages = tests.ages
    compared.same(
        "young", (tally.young, tally.young_right), (ages[False, True] + ages[False, False], ages[False, True])
    )
    compared.same(
        "mature", (tally.mature, tally.mature_right), (ages[True, True] + ages[True, False], ages[True, True])
    )
    held, tested = memory_seen(scores, Wanted()).calibration, len(tests.losses)
    compared.same("tested", held.tested, tested)
    compared.same("log loss", held.log_loss, math.fsum(tests.losses) / tested)
    off = math.fsum(distance**2 / count for count, distance in tests.bins.values())
    compared.same("RMSE (bins)", held.rmse, math.sqrt(off / tested))


def _cards(compared: Compared, scores: Scores, states: dict[str, State], held: set[str]) -> None:
    seen, found, expected = scores.overview(Wanted()), scores.states(Wanted()), scores.expected(Wanted())
    known = {card: state for card, state in states.items() if card in held}
    compared.same("new cards", found.new, len(held) - len(known))
    compared.same("learning", found.learning, sum(one.state in (LEARNING, RELEARNING) for one in known.values()))
    mature = sum(one.state == REVIEW and one.due - one.last_day >= 21 for one in known.values())
    compared.same("mature cards", found.mature, mature)
    compared.same("young cards", found.young, sum(one.state == REVIEW for one in known.values()) - mature)
    compared.same("leeches", seen.leeches, sum(one.lapses >= 8 for one in known.values()))
    due = Counter(max(one.due, seen.day) for one in known.values() if one.state == REVIEW)
    compared.same("reviews to come", seen.forecast, [due[seen.day + ahead] for ahead in range(30)])
    correction = scores.correction()
    constant, curve, strength, lapsed, late = correction.weights
    recalls = []
    for card, one in known.items():
        wait = max(0.5, seen.day - one.last_day)
        lost = -math.log((1 + (0.9 ** (1 / -0.1542) - 1) * wait / one.stability) ** -0.1542)
        power = constant + curve * math.log(lost) + strength * math.log(one.stability / 5) + lapsed * (one.lapses > 0)
        power += late * min(3.0, math.log(-math.log(0.9) * wait / one.stability / lost))
        recalls.append(math.exp(-correction.decks.get(card.partition("/")[0], 1.0) * math.exp(min(3.0, power))))
    compared.same("average retrievability", expected.recall, math.fsum(recalls) / len(recalls))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reviews", type=int, default=1_000_000)
    parser.add_argument("--cards", type=int, default=100_000)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home, decks = Path(folder) / "home", Path(folder) / "decks"
        write_decks(decks, args.cards)
        write_years(home, args.cards, args.reviews)
        print(f"{args.reviews} reviews of {args.cards} cards: {compare(home, decks)} figures equal their recount")


if __name__ == "__main__":
    main()
