"""The collection: decks, progress and options of one person, as the front ends use them.

Opening it brings the cache level with decks and log; after that everything is read from the cache, and everything
that happens goes through `Ledger.record`. Parts that only some commands need are imported where they are used.
"""

from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Self

from quizzer.collection.clock import Clock
from quizzer.collection.identity import identity_of_programs
from quizzer.collection.ledger import Ledger
from quizzer.collection.library import Library
from quizzer.collection.locating import cache_path, deck_folders
from quizzer.collection.preferring import preference_problems, preferences_and_problems
from quizzer.collection.rooms import Rooms
from quizzer.collection.settings import Settings, Tell
from quizzer.collection.shelf import Shelf
from quizzer.core.moment import Moment
from quizzer.errors import DeckNotFound, DiskRefused, ProgressUnreadable, QuizzerError
from quizzer.store.cache import Cache
from quizzer.store.cache_files import remove_cache, remove_unused
from quizzer.store.log import Log
from quizzer.store.paths import Places, places
from quizzer.store.refusals import refusal_for

if TYPE_CHECKING:
    from quizzer.collection.authoring import Authoring
    from quizzer.collection.documents import Progress
    from quizzer.collection.listing import Listing
    from quizzer.collection.mending import Mending
    from quizzer.collection.overview import Overview
    from quizzer.collection.reports import CardReport
    from quizzer.collection.sitting import Sitting
    from quizzer.collection.tuning import Tuning
    from quizzer.collection.undoing import Undone
    from quizzer.collection.whereabouts import Place
    from quizzer.core.event import Event
    from quizzer.core.filtering import Term
    from quizzer.core.options import Resolved
    from quizzer.core.problem import Problem


class Collection(Rooms):
    """An open collection; use it with `with`."""

    def __init__(self, settings: Settings, found: Places, clock: Clock, log: Log, cache: Cache) -> None:
        self._settings = settings
        self._places = found
        self._clock = clock
        self._log = log
        self._cache = cache
        self._began = clock.moment().at
        self._ledger = Ledger(log, cache, clock)
        self.preferences, self._badly_set = preferences_and_problems(settings)
        self._library = Library(deck_folders(settings, found, self.preferences.decks), cache)
        super().__init__(Shelf(self._ledger))
        self._shelf.reload, self._shelf.read = self.refresh, self._read
        self._shelf.files = self._library.found
        self._shelf.own_decks = "" if settings.decks else found.decks
        self._shelf.knows_all = not settings.decks

    @classmethod
    def open(cls, settings: Settings, tell: Tell | None = None) -> Self:
        """The collection that the settings name, read and folded up to this moment.

        Args:
            settings: where things are.
            tell: hears of work that takes long: done, total, what.

        Raises:
            ProgressUnreadable, ProgressTooNew, DiskRefused: the progress file cannot be used.
            DeckNotFound: a path of `--decks` is not there.
            UsageError: QUIZZER_NOW is no time.
        """
        clock = Clock(settings.now)
        found = places(settings.home or None, {})
        log = _log(found.progress, clock)
        path = cache_path(settings, found)
        try:
            return cls._ready(settings, found, clock, log, path, tell)
        except BaseException as error:
            if not _is_damage(error):
                log.close()
                raise
        remove_cache(path)  # damaged; it can be made anew
        try:
            return cls._ready(settings, found, clock, log, path, tell)
        except BaseException:
            log.close()
            raise

    @classmethod
    def _ready(cls, settings: Settings, found: Places, clock: Clock, log: Log, path: str, tell: Tell | None) -> Self:
        cache = Cache.open(path, identity_of_programs())
        try:
            collection = cls(settings, found, clock, log, cache)
            collection.refresh(tell)
        except BaseException:
            cache.close()
            raise
        return collection

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
        if _is_damage(error):
            remove_cache(self._cache.path)
            raise DiskRefused(
                f"The cache {self._cache.path} was damaged and is thrown away; your progress is not in it. "
                "Start quizzer again."
            ) from error

    def close(self) -> None:
        """Let go of the files."""
        self._cache.close()
        self._log.close()
        if self._settings.decks:
            remove_unused(self._cache.path, self._clock.moment().at // 1000)

    def refresh(self, tell: Tell | None = None) -> bool:
        """Read decks that changed, fold events that came, and find vanished cards again; whether there were any."""
        changed = self._read(tell)
        return self._settle(tell) or changed

    def _read(self, tell: Tell | None = None) -> bool:
        read = self._library.refresh(tell)
        folded = self._ledger.catch_up(tell)
        reread = self._shelf.reread()  # whoever read the files: another quizzer may have been first
        return read or folded or reread

    def moment(self) -> Moment:
        """Now, here."""
        return self._clock.moment()

    def day(self) -> int:
        """The study day it is."""
        return self._shelf.day()

    def overview(self) -> "Overview":
        """What each deck has today, and what comes next."""
        from quizzer.collection.overview import overview

        return overview(self._shelf, self._library.count_problems(), tuple(self.notices()))

    def find_decks(self, words: Sequence[str]) -> tuple[str, ...]:
        """The ids of the decks that words mean: an id, the beginning of a title, or a path. None means all.

        Raises:
            DeckNotFound: a word means no deck, or several.
            QuizzerError: a word is the path of a file in which nothing can be asked.
        """
        if not words:
            return tuple(self._shelf.decks)
        from quizzer.collection.naming import find_deck, refuse_unreadable

        for word in words:
            refuse_unreadable(word, self._library.problems, self._shelf.decks)
        return tuple(dict.fromkeys(find_deck(word, self._shelf.decks) for word in words))

    def sit(
        self,
        decks: Sequence[str] = (),
        tag: str = "",
        limit: int | None = None,
        minutes: float | None = None,
        cram: bool = False,
        unlimited: bool = False,
        best: bool = False,
    ) -> "Sitting":
        """A sitting over today's cards of some decks (all where none are named).

        Args:
            decks: deck ids.
            tag: only cards that bear it.
            limit: how many cards to rate at most.
            minutes: how long to ask at most.
            cram: whether to ask all their cards, the weakest first, without any effect on the schedule.
            unlimited: whether to ask all reviews that are due, whatever the limits say.
            best: whether to ask only what is worth most in the minutes.
        """
        from quizzer.collection.queueing import Scope
        from quizzer.collection.sitting import Sitting

        scope = Scope(tuple(decks) or tuple(self._shelf.decks), tag, limit, minutes, cram, unlimited, best, not decks)
        return Sitting.over(self._shelf, scope)

    def require_decks(self, or_problems: bool = False) -> None:
        """Return only where there is a deck to study, or where asked for, problems of decks to look at.

        Raises:
            DeckNotFound: there is no deck file at all.
            QuizzerError: no deck file could be read.
        """
        if not self._shelf.decks:
            if self._library.count_problems():
                if or_problems:
                    return
                raise QuizzerError("No deck here can be read; `quizzer check` says why")
            raise DeckNotFound(self._library.nothing_found())

    def resume(self, decks: Sequence[str] = (), terms: "Sequence[Term]" = ()) -> list[str]:
        """Resume the cards that `card_reports` finds and that are suspended or buried; their ids.

        Raises:
            ProgressMoved, DiskRefused: nothing was recorded.
        """
        return list(self.deeds().resume([report.id for report in self.card_reports(decks, terms)]).cards)

    def undoable(self) -> "Undone | None":
        """What undo would take back."""
        from quizzer.collection.undoing import Undoing

        return Undoing(self._shelf, self._began).next()

    def undo(self) -> "Undone | None":
        """Take back this device's newest action; what it was, or None where there is none.

        Raises:
            ProgressMoved, DiskRefused: nothing was recorded.
            QuizzerError: `config.yaml` cannot be read, where it is to be changed back.
        """
        from quizzer.collection.undoing import Undoing

        undoing = Undoing(self._shelf, self._began)
        undone = undoing.next()
        if undone is not None:
            if undone.edits:
                self._listing().take_back(undone.edits)
            undoing.take_back(undone)
        return undone

    def authoring(self, path: str) -> "Authoring":
        """Writing a deck: that of a path, or the one that the document at a path goes into.

        Raises:
            BundledDeck: the deck comes with quizzer; `edits().copy` makes a copy of the person's own.
            EditRefused: it cannot be read as a deck, or there is no folder to write one to.
            DiskRefused: it cannot be read.
        """
        from quizzer.collection.authoring import Authoring
        from quizzer.collection.placing import placed

        return Authoring(self._shelf, placed(path, self._shelf), self._listing().use)

    @property
    def own_decks(self) -> str:
        """The folder of the person's own decks; empty where `--decks` names other folders."""
        return self._shelf.own_decks

    def _listing(self) -> "Listing":
        from quizzer.collection.listing import Listing

        return Listing(self, self._library, self._ledger, bool(self._settings.decks))

    def problems(self) -> "list[Problem]":
        """Every problem of the deck files in use."""
        return self._library.problems()

    def check(self, paths: Sequence[str], progress: "Progress | None" = None) -> "list[Problem]":
        """Every problem of some deck files, or of the files in folders, read anew; `progress` of long documents.

        Raises:
            DeckNotFound: a path is not there, or a folder holds no deck file.
        """
        from quizzer.collection.checking import checked

        return checked(paths, progress)

    def mendings(self, paths: Sequence[str] = ()) -> "Iterator[Mending]":
        """What can be brought up to date in some deck files, else in all decks in use; to be shown, then written.

        Raises:
            DeckNotFound: a path is not there, or a folder holds no deck file.
        """
        from quizzer.collection.checking import named_files
        from quizzer.collection.mending import planned

        files = named_files(paths) if paths else (entry.path for entry in self._shelf.decks.values())
        return filter(None, map(planned, files))

    def check_all(self, progress: "Progress | None" = None) -> "list[Problem]":
        """Every problem of the decks in use, also those that show only when their documents are opened."""
        from quizzer.collection.checking import in_file, unverified

        found = unverified((entry.path for entry in self._shelf.decks.values()), progress)
        return [*preference_problems(self._settings), *sorted([*self.problems(), *found], key=in_file)]

    def card_reports(self, decks: Sequence[str] = (), terms: "Sequence[Term]" = ()) -> "Iterator[CardReport]":
        """What is known of the cards of some decks for which the terms of a filter hold."""
        from quizzer.collection.reports import card_reports

        return card_reports(self._shelf, decks or self._shelf.known, terms)

    def events(self) -> "Iterator[Event]":
        """Every event, in the order in which they were recorded."""
        for chunk in self._log.chunks():
            yield from (event for _, event in chunk)

    def options(self, deck: str = "") -> "dict[str, Resolved]":
        """Each option that scheduling reads, and where its value comes from; "" is all decks."""
        from quizzer.core.options import resolve

        return resolve(self._ledger.timeline.now(), deck, self._shelf.study(deck))

    def set_option(self, deck: str, key: str, value: str) -> str:
        """Set an option for a deck, or for all (""), or with UNSET take that away; the key it means.

        It acts from now on.

        Raises:
            UsageError: there is no such option, or the value cannot be.
            ProgressMoved, DiskRefused: nothing was recorded.
        """
        from quizzer.collection.choosing import option_fact

        fact = option_fact(deck, key, value)
        self._ledger.record([(fact, self._ledger.throw("option"))])
        return str(fact.data["key"])

    def tuning(self, deck: str = "") -> "Tuning":
        """Options of all decks or of one, and preferences, to look at and to set."""
        from quizzer.collection.tuning import Tuning

        return Tuning(self, self._shelf, deck)

    def prefer(self, key: str, value: str) -> None:
        """Set a preference of this machine, or with "" take it away.

        Raises: as `preferring.set_preference`.
        """
        from quizzer.collection.preferring import set_preference

        self.preferences = set_preference(self._settings, key, value)

    def places(self) -> "list[Place]":
        """Each path in use, and why."""
        from quizzer.collection.whereabouts import whereabouts

        usual = cache_path(self._settings, self._places)
        return whereabouts(self._settings, self._places, self._cache.path, usual, self._library.folders)

    def notices(self) -> Iterator[str]:
        """What a person should know before they study, in sentences."""
        if self._ledger.clock_is_behind():
            yield "Your clock stands before your newest review: see that date and time are right."
        if self.damage:
            yield self.damage
        if self._log.refusal:
            yield f"You can look, but no answer can be kept. {self._log.refusal}"
        if self._cache.get("news"):
            from quizzer.collection.settling import news

            yield from filter(None, [news(self._shelf)])
        if self._badly_set:
            yield f"{self._places.settings} has problems: `quizzer check` tells what counts in spite of them."
        if self._cache.refusal:
            yield f"{self._cache.refusal} Nothing is lost: it is kept in memory until you leave."


def _log(path: str, clock: Clock) -> Log:
    try:
        return Log.open(path, lambda count: bytes.fromhex(clock.throw("identity"))[:count])
    except DiskRefused as refused:
        return Log.peek(path, str(refused))


def _is_damage(error: BaseException | None) -> bool:
    """Whether SQLite says that the cache is damaged, not that it is busy or that we are wrong."""
    return error is not None and isinstance(refusal_for(error, ""), ProgressUnreadable)
