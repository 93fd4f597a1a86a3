"""The shelf: decks in use and their cards, as the cache holds them, with the options that count for each."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from quizzer.collection.budgeting import budgets
from quizzer.collection.exam_weeks import exam_counts, exam_entries, weeks
from quizzer.collection.ledger import Ledger
from quizzer.core.day import day_end
from quizzer.core.moment import Moment
from quizzer.core.options import ALL, Options, options_for
from quizzer.core.quota import Done, Quota, limited, quota
from quizzer.core.timeline import Timeline
from quizzer.store.cache import DeckEntry

if TYPE_CHECKING:
    from quizzer.collection.finding import Found
    from quizzer.core.cards import Card
    from quizzer.core.queue import Entry
    from quizzer.core.surroundings import Others


class Shelf:
    """Decks, cards and options, read through a ledger's cache; empty until `reread`."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.decks: dict[str, DeckEntry] = {}
        self.paths: dict[str, str] = {}
        """The files of decks, also of those that cannot be read since an edit."""
        self._about: dict[str, dict[str, Any]] = {}
        self._solutions: dict[str, Others] = {}
        self._options: dict[str, Options] = {}
        self._alike: dict[tuple[str, tuple[tuple[str, bool, str], ...]], Options] = {}
        self._own: dict[str, tuple[tuple[str, bool, str], ...]] = {}
        self._suggested: dict[str, dict[str, str]] = {"": {}}
        self._options_from: Timeline | None = None
        self.reload: Callable[[], object] = self.reread
        """Reads deck files that have changed, and has cards that are found under other ids keep their history."""
        self.read: Callable[[], object] = self.reread
        """Only reads them."""
        self.files: Callable[[], Iterator[Found]] = lambda: iter(())
        """Finds the deck files in use. Raises: as `find_files`."""
        self.own_decks = ""
        """The folder for copies of bundled decks; empty where the person's own decks are not in use."""
        self.knows_all = True
        """Whether all decks of the person are in use, so that a card in none of them is an orphan."""

    @property
    def known(self) -> tuple[str, ...] | None:
        """The decks of whose cards anything is known; None: all, also those that no deck holds any more."""
        return None if self.knows_all else tuple(self.decks)

    def reread(self) -> bool:
        """Look at the cache again; whether the decks in use have changed."""
        before = self.decks
        self.decks = {deck.id: deck for deck in self.ledger.cache.decks()}
        self.paths |= {deck.id: deck.path for deck in self.decks.values()}
        self._about, self._solutions = {}, {}
        self._options = {}
        return self.decks != before

    def about(self, deck: str) -> dict[str, Any]:
        """Languages and sources of a deck; empty for a deck that is not in use."""
        if deck not in self._about:
            import json

            self._about[deck] = json.loads(self.decks[deck].about) if deck in self.decks else {}
        return self._about[deck]

    def study(self, deck: str) -> dict[str, str]:
        """The options that a deck's author suggests, as typed."""
        text = self.decks[deck].study if deck in self.decks else ""
        if text not in self._suggested:
            import json

            self._suggested[text] = json.loads(text)
        return self._suggested[text]

    def options(self, deck: str) -> Options:
        """The options that count for a deck now."""
        settings = self.ledger.timeline.now()
        if self._options_from is not self.ledger.timeline:
            self._options, self._alike, self._own = {}, {}, {}
            for (scope, key, by_deck), value in settings.items():
                self._own[scope] = (*self._own.get(scope, ()), (key, by_deck, value))
            self._options_from = self.ledger.timeline
        found = self._options.get(deck)
        if found is None:  # most decks choose nothing, or the same
            same = (self.decks[deck].study if deck in self.decks else "", self._own.get(deck, ()) if deck else ())
            found = self._alike.get(same) or options_for(settings, deck, self.study(deck))
            self._options[deck] = self._alike[same] = found
        return found

    def card(self, card: str) -> "Card | None":
        """A card by its id, if a deck in use holds it."""
        found = self.written(card)
        return None if found is None or found.note.draft else found

    def by_now(self, card: str) -> "Card | None":
        """What a card of earlier is now: itself, or the one that has adopted it, if a deck in use holds that."""
        found = self.card(card)
        heir = None if found else self.ledger.adoptions.heirs_among([card]).get(card)
        return found if heir is None else self.card(heir)

    def written(self, card: str) -> "Card | None":
        """A card by its id, or what a draft would make one, if a deck in use holds it."""
        from quizzer.core.cards import Card, parts_of, split_id
        from quizzer.formats.note_json import load_note

        deck, note, part = split_id(card)
        # By the decks as they were last looked at: another quizzer may have read others into the cache since.
        body = self.ledger.note(deck, note) if deck in self.decks else None
        found = None if body is None else load_note(body)
        return Card(deck, found, part) if found and part in parts_of(found) else None

    def solutions(self, deck: str) -> "Others":
        """The solutions of all cards of a deck; all its notes are read for them, once until the decks are looked at."""
        from quizzer.core.solutions import solutions_of
        from quizzer.core.surroundings import Others
        from quizzer.formats.note_json import load_note

        if deck not in self._solutions:
            bodies = self.ledger.cache.notes(deck)
            self._solutions[deck] = Others({text for body in bodies for text in solutions_of(load_note(body))})
        return self._solutions[deck]

    def day(self) -> int:
        """The study day it is."""
        return self.ledger.today()

    def day_end(self, moment: Moment) -> int:
        """When the study day of a moment ends, in UTC milliseconds, should the offset stay."""
        return day_end(moment.at, moment.offset, self.options(ALL).rollover)

    def quota(self, day: int) -> tuple[Quota, dict[str, int]]:
        """What the limits leave on a study day, and the reviews due by deck, where there are any."""
        counts = self.ledger.counts
        done = [Done(deck, new) for deck, _, new, _ in counts.asked(day)]
        left = quota(self.ledger.timeline.now(), {deck: self.study(deck) for deck in self.decks}, done, day)
        due: dict[str, int] = {}
        for bury, decks in self.by_burying(self.decks):
            due |= counts.due(decks, day, bury)
        times = budgets(self.options, self.ledger.cache, left.own, day)
        beside = self.exam_counts(left, due, day) if times else {}
        return limited(left, due, times, beside), due

    def exam_entries(
        self, quota: Quota, due: Mapping[str, int], day: int, decks: Iterable[str] = (), tag: str = ""
    ) -> "list[Entry]":
        """Reviews of decks (all where none are named) that are asked since exams are near, as far as limits let."""
        near = weeks(self.options, decks or self.decks, day)
        return exam_entries(self.options, self.ledger.cards, quota, due, near, tag) if near else []

    def exam_counts(self, quota: Quota, due: Mapping[str, int], day: int, decks: Iterable[str] = ()) -> dict[str, int]:
        """How many these are by deck, each deck by itself."""
        near = weeks(self.options, decks or self.decks, day)
        return exam_counts(self.options, self.ledger.counts, quota, due, near) if near else {}

    def by_burying(self, decks: Iterable[str]) -> list[tuple[bool, list[str]]]:
        """Decks apart by whether their siblings are buried; mostly all are."""
        groups: dict[bool, list[str]] = {}
        for deck in decks:
            groups.setdefault(self.options(deck).bury_siblings, []).append(deck)
        return list(groups.items())
