"""Scores: what you know, what you would score, and what came of it until now; drawn from the cache's tallies."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from quizzer.collection.shelf import Shelf
from quizzer.core.cards import deck_of
from quizzer.core.exam import exam_day
from quizzer.core.memory import decay_of
from quizzer.core.options import ALL, LEECH_LAPSES
from quizzer.core.stats.correction import Correction, corrected_by
from quizzer.core.stats.expectation import Expectation, Expecting, Held, chance_of
from quizzer.core.stats.histogram import ByState
from quizzer.core.stats.period import Period, Streak, Stretch, streak_of, stretches, total
from quizzer.core.stats.tally import DayTally
from quizzer.store.cache import DeckEntry
from quizzer.store.score_cards import PlacedCard, ScoreCards
from quizzer.store.tally_table import TallyTable

if TYPE_CHECKING:
    from quizzer.collection.tag_tallies import TagTallies, Tallied

AHEAD = 30
"""Days that the forecast looks ahead."""


class Wanted(NamedTuple):
    """What scores are told of."""

    deck: str = ALL
    """The id of a deck; "" is all of them."""
    period: Period = Period.WEEKS
    tag: str = ""
    """Cards with this tag are told of; "" is all of them."""
    on: int = 0
    """A study day to come whose expected score is told too; 0: as `Scores.coming_day` says."""


class Overview(NamedTuple):
    """The figures of the first tab."""

    wanted: Wanted
    title: str
    day: int
    """The study day it is."""
    tally: DayTally
    """What the period's reviews come to."""
    stretches: list[Stretch]
    target: float
    """The retention that is wanted, 0–1."""
    streak: Streak
    forecast: list[int]
    """Reviews to come, today's first with all that is overdue."""
    leeches: int
    orphans: int
    """Cards with reviews that no deck holds any more."""
    exams: tuple[int, ...]
    """The days ahead that are a deck's exam, 1 being tomorrow, as far as the forecast looks."""

    @property
    def never(self) -> bool:
        """Whether nothing was ever reviewed."""
        return not self.streak.days


class Asked(NamedTuple):
    """What to expect of cards that are asked together."""

    chances: dict[str, float]
    """The score to expect of each."""
    seen: int
    """How many of them had been reviewed."""
    doubt: float
    """The variance of the mean of those scores, since nobody knows them quite."""


class _Learnt(NamedTuple):
    """A correction, and what it was learnt from: the newest row of the log, and the decks as they were read."""

    row: int
    decks: dict[str, DeckEntry]
    correction: Correction


class Scores:
    """The scores of a collection; each tab is computed in a module of its own."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self._learnt: _Learnt | None = None
        self._counted: dict[tuple[str, str, int], Expecting] = {}
        self._tagged: dict[tuple[str, str], TagTallies] = {}
        self._tagged_at: tuple[int, dict[str, DeckEntry]] = (-1, {})

    @property
    def day(self) -> int:
        """The study day it is."""
        return self.shelf.day()

    @property
    def decks(self) -> dict[str, str]:
        """The titles of the decks in use, by id."""
        return {deck.id: deck.title for deck in self.shelf.decks.values()}

    @property
    def tallies(self) -> TallyTable:
        """What reviews come to."""
        return TallyTable(self.shelf.ledger.cache.connection)

    def tallied(self, wanted: Wanted) -> "Tallied":
        """What the reviews of what is told of come to; those of a tag are counted first, if they have not been."""
        if not wanted.tag:
            return self.tallies
        for _ in self.tallying(wanted):
            pass
        return self._tags_counted()[wanted.deck, wanted.tag]

    def is_tallied(self, wanted: Wanted) -> bool:
        """Whether `tallied` knows at once."""
        return not wanted.tag or (wanted.deck, wanted.tag) in self._tags_counted()

    def tallying(self, wanted: Wanted) -> Iterator[float]:
        """Count what `tallied` is to tell, step by step: each time the share that is done."""
        if self.is_tallied(wanted):
            return
        from quizzer.collection.tag_tallies import TagTallies, counting
        from quizzer.core.stats.tally import Tallies

        row, tallies = self.shelf.ledger.row, Tallies()
        yield from counting(self.shelf, self.cards.tagged(self.deck_ids(wanted), wanted.tag), tallies)
        if row == self.shelf.ledger.row:
            self._tags_counted()[wanted.deck, wanted.tag] = TagTallies(tallies)

    def _tags_counted(self) -> "dict[tuple[str, str], TagTallies]":
        """What was counted of tags since something was recorded last, or a deck read."""
        now = self.shelf.ledger.row, self.shelf.decks
        if self._tagged_at[0] != now[0] or self._tagged_at[1] is not now[1]:
            self._tagged, self._tagged_at = {}, now
        return self._tagged

    @property
    def cards(self) -> ScoreCards:
        """Where cards stand."""
        return ScoreCards(self.shelf.ledger.cache.connection)

    def deck_ids(self, wanted: Wanted) -> tuple[str, ...]:
        """The decks that are told of."""
        return (wanted.deck,) if wanted.deck else tuple(self.shelf.decks)

    def title(self, wanted: Wanted) -> str:
        """What is told of, in words."""
        return self.decks.get(wanted.deck, wanted.deck) or "All decks"

    def decay(self, deck: str) -> float:
        """The exponent of the forgetting curve that counts for a deck."""
        return decay_of(self.shelf.options(deck).parameters)

    def require_tag(self, tag: str, decks: Sequence[str] = ()) -> None:
        """Return where a card of some decks (all where none are named) bears a tag.

        Raises:
            UsageError: none does.
        """
        from quizzer.collection.naming import require_tag

        require_tag(tag, self.shelf.ledger.cards.tags(tuple(decks) or tuple(self.shelf.decks)))

    def tags(self, deck: str) -> list[str]:
        """The tags that cards of a deck bear, or of all."""
        return sorted(self.shelf.ledger.cards.tags(self.deck_ids(Wanted(deck))))

    def coming_day(self, wanted: Wanted) -> int:
        """A day to come whose expected score is told: the one that is asked for, the exam's, or a week from today."""
        exam = exam_day(self.shelf.options(wanted.deck).exam)
        return wanted.on or (exam if exam is not None and exam > self.day else self.day + 7)

    def overview(self, wanted: Wanted) -> Overview:
        """The figures of the first tab."""
        shelf, day, decks, cards = self.shelf, self.day, self.deck_ids(wanted), self.cards
        days = self.tallied(wanted).days(wanted.deck)
        first = wanted.period.first(day)
        until, tag = day + AHEAD - 1, wanted.tag
        coming = cards.coming_tagged(decks, tag, until) if tag else cards.coming(decks, until)
        forecast = [sum(count for at, count in coming.items() if at <= day)]
        forecast += [coming.get(day + ahead, 0) for ahead in range(1, AHEAD)]
        return Overview(
            wanted,
            self.title(wanted),
            day,
            total(tally for at, tally in days.items() if first <= at <= day),
            stretches(days, first, day),
            shelf.options(wanted.deck).desired_retention,
            streak_of(days, day),
            forecast,
            len(self.leeches(wanted)),
            0 if tag else cards.orphans(None if wanted.deck == ALL else decks),
            self._exams(decks, day),
        )

    def _exams(self, decks: Sequence[str], day: int) -> tuple[int, ...]:
        dates = {self.shelf.options(deck).exam for deck in decks}
        days = {exam - day for exam in map(exam_day, dates) if exam is not None}
        return tuple(sorted(ahead for ahead in days if 0 < ahead < AHEAD))

    def states(self, wanted: Wanted) -> ByState:
        """Where the cards stand; each is looked at, so that of many it takes a moment."""
        return self.cards.by_state(self.deck_ids(wanted), wanted.tag)

    def leeches(self, wanted: Wanted) -> list[tuple[str, int]]:
        """The cards forgotten again and again with their lapses, worst first."""
        decks = self.deck_ids(wanted)
        rows = [row for row in self.shelf.ledger.counts.lapses(LEECH_LAPSES) if deck_of(row[0]) in decks]
        if wanted.tag:
            tagged = {row.id for row in self.cards.of_ids([id for id, _ in rows]) if wanted.tag in row.tags}
            rows = [row for row in rows if row[0] in tagged]
        return sorted(rows, key=lambda row: (-row[1], row[0]))

    def expected(self, wanted: Wanted, day: int | None = None) -> Expectation:
        """The score to expect if all the cards were asked on a study day (None: today), nothing studied until then."""
        *_, found = self.expecting(wanted, day)
        return found

    def expecting(self, wanted: Wanted, day: int | None = None) -> Iterator[Expectation]:
        """The same deck by deck, each time for the decks so far: of many cards it takes a while."""
        day = self.day if day is None else day
        whole = Expecting(day, self.correction())
        yield whole.found
        for deck in self.deck_ids(wanted):
            whole.join(self._expecting(deck, wanted.tag, day))
            yield whole.found

    def of_deck(self, deck: str, tag: str = "") -> Expectation:
        """The score to expect today of a deck's cards."""
        return self._expecting(deck, tag, self.day).found

    def _expecting(self, deck: str, tag: str, day: int) -> Expecting:
        """Of one deck, counted once until something is recorded."""
        correction = self.correction()
        key = (deck, tag, day)
        if key not in self._counted:
            self._counted[key] = Expecting(day, correction)
            self._counted[key].add(self._held(deck, tag))
        return self._counted[key]

    def asked(self, cards: Sequence[str]) -> Asked:
        """What to expect today of some cards that are asked together."""
        rows, day, correction = self.cards.of_ids(cards), self.day, self.correction()
        held = [self.held_of(row) for row in rows]
        expecting = Expecting(day, correction)
        expecting.add(held)
        chances = {row.id: chance_of(one, day, correction) for row, one in zip(rows, held, strict=True)}
        return Asked(chances, expecting.found.seen, expecting.doubt)

    def correction(self) -> Correction:
        """What the person's reviews teach about the promises of the memory model."""
        row, decks = self.shelf.ledger.row, self.shelf.decks
        if self._learnt is None or self._learnt.row != row or self._learnt.decks is not decks:
            learnt = corrected_by(self.tallies.groups(), lambda deck: self.tallies.groups(deck))
            self._learnt = _Learnt(row, decks, learnt)
            self._counted.clear()
        return self._learnt.correction

    def held(self, wanted: Wanted) -> Iterator[Held]:
        """The cards that are told of and not suspended, as far as it matters for what to expect of them."""
        for deck in self.deck_ids(wanted):
            yield from self._held(deck, wanted.tag)

    def _held(self, deck: str, tag: str) -> Iterator[Held]:
        decay = self.decay(deck)
        for stability, last_day, guess, lapses in self.cards.held(deck, tag):
            yield Held(stability, last_day, guess, lapses > 0, deck, decay)

    def held_of(self, row: PlacedCard) -> Held:
        """A card as far as it matters for what to expect of it."""
        return Held(row.stability, row.last_day, row.guess, row.lapses > 0, row.deck, self.decay(row.deck))

    def passage_name(self, deck: str, note: str) -> str:
        """Where a note's answer comes from, such as `passage 3`; empty where it names none."""
        from quizzer.formats.note_json import load_note

        body = self.shelf.ledger.cache.note(deck, note)
        source = load_note(body).source if body else None
        return f"passage {source.passage}" if source and source.passage else ""
