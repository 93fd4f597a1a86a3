"""Listing: a deck that lies in no folder of decks is in use while it is written, and home lists it once something is.

What home lists is kept in `config.yaml`; that it was added is an event of the log, so that `u` takes it back. Whatever
else has changed in the file since stays.
"""

from collections.abc import Iterable
from typing import Protocol

from quizzer.collection.finding import Folder
from quizzer.collection.ledger import Ledger
from quizzer.collection.library import Library
from quizzer.collection.placing import is_in
from quizzer.core.event import Did, Event, Fact
from quizzer.core.preferences import Preferences
from quizzer.core.text import quoted


class Preferring(Protocol):
    """Who keeps the preferences of this machine."""

    preferences: Preferences

    def prefer(self, key: str, value: str) -> None:
        """Set a preference."""

    def refresh(self) -> bool:
        """Read decks that changed."""


class Listing:
    """The decks in use beside those of the folders."""

    def __init__(self, keeper: Preferring, library: Library, ledger: Ledger, chosen: bool) -> None:
        """`chosen` is whether the person has named the decks of this run, so that none is listed."""
        self._keeper = keeper
        self._library = library
        self._ledger = ledger
        self._chosen = chosen

    def use(self, deck: str, keep: bool) -> str:
        """Have a deck file in use; where it is to be kept and was in no folder of decks, the sentence that says so."""
        lent = Folder(deck, lent=True)
        if not is_in(deck, self._library.folders):
            self._library.folders = (*self._library.folders, lent)
        self._keeper.refresh()
        if not keep or lent not in self._library.folders or self._chosen or "," in deck:
            return ""
        self._library.folders = tuple(one if one != lent else Folder(deck) for one in self._library.folders)
        self._keeper.prefer("decks", ", ".join([*self._keeper.preferences.decks, deck]))
        fact = Fact(Did.DECK_EDITED, "", {"what": f"{quoted(deck)} listed at home", "listed": deck})
        self._ledger.record([(fact, self._ledger.throw("deck listed"))])
        return "Home lists this deck from now on (config.yaml, decks)."

    def take_back(self, events: Iterable[Event]) -> None:
        """Have home list no longer what some events say it was made to list; it is in use until the person leaves.

        Raises:
            QuizzerError: `config.yaml` cannot be read.
            DiskRefused: it cannot be written.
        """
        for event in events:
            deck = event.data.get("listed")
            if deck not in self._keeper.preferences.decks:
                continue
            rest = [one for one in self._keeper.preferences.decks if one != deck]
            self._keeper.prefer("decks", ", ".join(rest))
            lent = Folder(str(deck), lent=True)
            self._library.folders = tuple(lent if one == Folder(lent.path) else one for one in self._library.folders)
