"""A seeded life with quizzer: studies, misses weeks, changes options and its mind, adds and edits decks, travels."""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from quizzer.collection.collection import Collection
from quizzer.collection.overview import Overview
from quizzer.collection.sitting import Sitting
from quizzer.core.event import Did
from quizzer.core.schedule import Rating
from tests.collection.people import Person
from tests.year.memory import NEW, REVIEW, State, recall
from tests.year.recount import Figures, Recount

ZONES = ("Europe/Berlin", "America/New_York", "Asia/Tokyo", "Pacific/Auckland", "America/St_Johns", "Asia/Kathmandu")
BEGIN = date(2026, 3, 1)
FIELDS = ("day", "today", "yesterday", "streak", "flagged", "leeches", "pace", "away")


class Life:
    """Somebody who lives day by day; each day's figures are compared with a recount."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.dice = random.Random(seed)
        self.person = Person(folder)
        self.zone = ZONES[0]
        self.notes: dict[str, list[tuple[str, list[str]]]] = {}
        self.made = 0
        self.checks: Counter[str] = Counter()
        self.promise: tuple[int, int, object] | None = None
        self.edits = 0
        self.moved: list[tuple[str, str]] = []
        """Cards and what became of them since quizzer was open last."""
        self.doubtful: set[int] = set()
        """Numbers of notes of which nobody can be sure any more what became of them."""
        self.away = 0
        self.today = BEGIN
        for _ in range(2):
            self.add_deck()

    def day(self, number: int) -> None:
        """Live one day of the year."""
        self.today = BEGIN + timedelta(days=number)
        dice = self.dice
        if dice.random() < 0.02:
            self.zone = dice.choice(ZONES)
        if dice.random() < 0.015 and not self.away:
            self.away = dice.choice((3, 9, 20))
        self.away = max(0, self.away - 1)
        if dice.random() < 0.04 and len(self.notes) < 9:
            self.add_deck()
        if dice.random() < 0.12:
            self.edit_deck()
        for hour in sorted(dice.sample(range(24), dice.choice((1, 1, 2)))):
            when = datetime.combine(BEGIN + timedelta(days=number), time(hour, dice.randrange(60)))
            self.session(when.replace(tzinfo=ZoneInfo(self.zone)))

    def session(self, when: datetime) -> None:
        """Open quizzer, look at home, study or not, look again."""
        self.person.now = when.isoformat()
        if self.dice.random() < 0.02:
            for file in (self.person.home / "cache").glob("*"):
                file.unlink()
            self.doubtful |= {number_of(card) for card, _ in self.moved}  # nobody knows that their decks are gone
        with self.person.opened() as collection:
            self.compare_moved(collection, when)
            if collection._ledger.clock_is_behind():  # travelled westwards within the hour, or the clock went back
                self.checks["clock behind"] += 1
            figures = self.compare(collection, when)
            if self.away:
                return
            for act in self.acts():
                act(collection)
                self.checks["acts"] += 1
            self.study(collection, figures)
            self.compare(collection, when)

    def acts(self) -> Iterator[Callable[[Collection], object]]:
        """What is done besides studying, now and then."""
        dice = self.dice
        for chance, act in (
            (0.08, self.set_option), (0.06, self.more_new), (0.06, self.spread), (0.04, self.hide), (0.03, self.resume),
            (0.04, self.flag), (0.05, lambda collection: collection.undo()), (0.03, self.cram),
        ):  # fmt: skip
            if dice.random() < chance:
                yield act

    def study(self, collection: Collection, figures: Figures) -> None:
        """Answer some cards as somebody does whose memory is what the schedule says."""
        dice, decks = self.dice, sorted(self.notes)
        some = [] if dice.random() < 0.7 else [dice.choice(decks)]
        how = dice.choice([{}] * 8 + [{"minutes": 10.0, "best": True}, {"unlimited": True}])
        sitting = collection.sit(some, **how)  # type: ignore[arg-type]
        most = dice.choice((5, 20, 60, 200))
        while sitting.showing and sitting.done < most:
            self.answer(sitting, figures.day)
            if dice.random() < 0.02:
                sitting.undo()
                self.checks["undone"] += 1

    def answer(self, sitting: Sitting, day: int) -> None:
        assert sitting.showing is not None
        schedule, dice = sitting.showing.schedule, self.dice
        known = State(stability=schedule.stability, last_day=schedule.last_day)
        chance = 0.6 if schedule.state != REVIEW else recall(known, day)
        remembered = dice.random() < chance
        rating = dice.choice((2, 3, 3, 3, 3, 4)) if remembered else 1
        sitting.answer(Rating(rating), took_ms=dice.choice((0, dice.randrange(1_500, 25_000))))
        self.checks["answers"] += 1

    # What is done besides studying.

    def set_option(self, collection: Collection) -> None:
        deck = self.dice.choice(["", *sorted(self.notes)])
        key, value = self.dice.choice(
            [("new_per_day", n) for n in ("0", "5", "15", "30", "default")]
            + [("reviews_per_day", n) for n in ("10", "30", "200", "default")]
            + [("desired_retention", n) for n in ("0.8", "0.9", "0.95")]
            + [("bury_siblings", "no"), ("bury_siblings", "yes"), ("steps", "none"), ("steps", "1m 10m 1d")]
            + [("relearning_steps", "none"), ("relearning_steps", "10m"), ("max_interval", "180")]
            + [("rollover", "2"), ("rollover", "4")]
            + [("minutes_per_day", n) for n in ("3", "10", "0", "default")]
            + [("exam", str(self.today + timedelta(days=n))) for n in (2, 6, 9, 12)]
            + [("order", n) for n in ("oldest", "random", "remembered")]
        )
        collection.set_option("" if key == "rollover" else deck, key, value)

    def more_new(self, collection: Collection) -> None:
        decks = [] if self.dice.random() < 0.5 else [self.dice.choice(sorted(self.notes))]
        before = collection.sit(decks).left.new
        more = collection.allowing().more_new(decks)
        assert collection.sit(decks).left.new == before + more
        self.checks["more new"] += more > 0

    def spread(self, collection: Collection) -> None:
        if self.dice.random() < 0.3:
            collection.allowing().end_spread()
        elif collection.overview().behind:
            collection.allowing().spread(self.dice.choice((7, 14)))
            self.checks["spread"] += 1

    def hide(self, collection: Collection) -> None:
        sitting = collection.sit()
        if sitting.showing:
            sitting.hide(self.dice.choice((Did.BURIED, Did.SUSPENDED)), self.dice.random() < 0.5)

    def resume(self, collection: Collection) -> None:
        collection.resume()

    def flag(self, collection: Collection) -> None:
        sitting = collection.sit()
        if sitting.showing:
            sitting.flag()

    def cram(self, collection: Collection) -> None:
        sitting = collection.sit(cram=True)
        for _ in range(3):
            if sitting.showing:
                sitting.answer(Rating.GOOD, took_ms=4000)

    # Decks.

    def add_deck(self) -> None:
        deck = f"deck{len(self.notes)}x{self.made}"
        self.notes[deck] = []
        self.add_notes(deck, self.dice.randrange(20, 60))

    def edit_deck(self) -> None:
        deck = self.dice.choice(sorted(self.notes))
        notes = self.notes[deck]
        how = self.dice.random()
        if how < 0.25 and len(notes) > 10:
            del notes[self.dice.randrange(len(notes))]
            self.write(deck)
        elif how < 0.6 and notes:
            self.move_note(deck, self.dice.choice([deck, *sorted(self.notes)]))
        elif how < 0.7:
            self.rename_deck(deck)
        else:
            self.add_notes(deck, self.dice.randrange(1, 12))

    def move_note(self, deck: str, other: str) -> None:
        """Put a note into another deck, perhaps under another id; or leave it there with another one."""
        id, cards = self.notes[deck].pop(self.dice.randrange(len(self.notes[deck])))
        name = id if deck != other and self.dice.random() < 0.5 else f"{'m' if id[0] == 'n' else 'n'}{id[1:]}"
        now = [f"{other}/{name}{card.partition(id)[2]}" for card in cards]
        self.notes[other].insert(self.dice.randrange(len(self.notes[other]) + 1), (name, now))
        self.moved += zip(cards, now, strict=True)
        for one in {deck, other}:
            self.write(one)
        self.checks["notes moved"] += 1

    def rename_deck(self, deck: str) -> None:
        """Give a deck another id, and its file another name."""
        other = f"{deck.partition('-')[0]}-{self.edits}"
        notes = [(id, [f"{other}/{card.partition('/')[2]}" for card in cards]) for id, cards in self.notes.pop(deck)]
        old = [f"{deck}/{card.partition('/')[2]}" for _, cards in notes for card in cards]
        self.moved += zip(old, [card for _, cards in notes for card in cards], strict=True)
        self.notes[other] = notes
        (self.person.decks / f"{deck}.yaml").unlink()
        self.write(other)
        self.checks["decks renamed"] += 1

    def add_notes(self, deck: str, count: int) -> None:
        for _ in range(count):
            self.made += 1
            id = f"n{self.made}"
            parts = self.dice.choice(((), (), (), ("", "#r"), ("#1", "#2", "#3"))) or ("",)
            self.notes[deck].append((id, [f"{deck}/{id}{part}" for part in parts]))
        self.write(deck)

    def write(self, deck: str) -> None:
        self.edits += 1
        lines = [f"id: {deck}", "cards:"]
        for id, cards in self.notes[deck]:
            number = id[1:]
            if len(cards) == 3:
                holes = ", ".join(f"{{{{c{n}::{word}{number}}}}}" for n, word in ((1, "one"), (2, "two"), (3, "three")))
                lines.append(f"  - {{id: {id}, cloze: '{holes}'}}")
            else:
                both = ", both_ways: true" if len(cards) == 2 else ""
                lines.append(f"  - {{id: {id}, question: Question {number}?, answer: Answer {number}{both}}}")
        self.person.write(f"{deck}.yaml", "\n".join(lines) + "\n")

    # The comparison.

    def compare(self, collection: Collection, when: datetime) -> Figures:
        """Compare home with a recount, with what a sitting asks, and cards with their states."""
        moment = collection.moment()
        offset = when.utcoffset()
        assert offset is not None
        wanted = Recount(collection.events()).figures(self.notes, moment.at, int(offset.total_seconds()))
        seen = collection.overview()
        rows = {row.id: (row.new, row.learning, row.due, row.due_in_all) for row in (seen.everything, *seen.decks)}
        found = (
            seen.day, seen.reviewed_today, seen.reviewed_yesterday, seen.streak, seen.flagged, seen.leeches,
            tuple(seen.pace), seen.away,
        )  # fmt: skip
        for name, value in zip(FIELDS, found, strict=True):
            self.equal(name, value, getattr(wanted, name), when)
        for deck in {*rows, *wanted.rows}:
            self.equal(f"row {deck or 'everything'}", rows.get(deck), wanted.rows.get(deck), when)
        self.keep_promise(seen, when)
        self.equal("sitting", tuple(collection.sit().left), rows[""][:3], when)
        self.compare_cards(collection, wanted, when)
        return wanted

    def compare_moved(self, collection: Collection, when: datetime) -> None:
        """What was studied and then moved keeps its history, but for where an adoption was taken back before."""
        if not self.moved:
            return
        recount, became = Recount(collection.events()), dict[str, str]()
        self.doubtful |= {number_of(card) for card in recount.taken_back}
        for old, now in self.moved:
            became = {one: now if other == old else other for one, other in became.items()} | {old: now}
        self.moved.clear()
        held = {card for notes in self.notes.values() for _, cards in notes for card in cards}
        for old, now in became.items():
            if now in held and old != now and recount.knows(old) and number_of(old) not in self.doubtful:
                self.equal(f"what became of {old}", recount.by_now(old), now, when)
                self.checks["cards followed"] += 1

    def keep_promise(self, seen: Overview, when: datetime) -> None:
        """What was said to come next comes then and not before, where nothing but time has changed meanwhile."""
        same = (self.edits, self.checks["answers"], self.checks["acts"], when.utcoffset())
        if self.promise and self.promise[2] == same and seen.day <= self.promise[0]:
            waits = self.promise[1] if seen.day == self.promise[0] else 0
            self.equal("what was promised", seen.everything.today, waits, when)
            self.checks["promises"] += 1
        whole = seen.everything
        self.promise = None if whole.next_day is None else (whole.next_day, whole.next_count, same)

    def compare_cards(self, collection: Collection, wanted: Figures, when: datetime) -> None:
        there = {card for notes in self.notes.values() for _, cards in notes for card in cards}
        for row in collection._ledger.cards.rows():
            if row.position is not None:
                there.discard(row.id)
            mine, its = wanted.states.get(row.id, State()), row.standing.schedule
            if mine.state == NEW:
                self.equal(row.id, int(its.state), NEW, when)
                continue
            fields = ("state", "due", "reps", "lapses", "last_day")
            found, recounted = (tuple(int(getattr(one, field)) for field in fields) for one in (its, mine))
            self.equal(row.id, found, recounted, when)
            assert abs(its.stability - mine.stability) < 1e-6 * mine.stability
        self.equal("cards that home lacks", there, set(), when)

    def equal(self, name: str, found: object, wanted: object, when: datetime) -> None:
        self.checks["figures"] += 1
        assert found == wanted, f"{name} at {when.isoformat()}: {found} at home, {wanted} counted anew"


def number_of(card: str) -> int:
    """What stays the same of a card whatever it is called."""
    return int(card.partition("/")[2].partition("#")[0][1:])
