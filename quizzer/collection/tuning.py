"""Tuning: every option and preference with its value, where it comes from and what it changes; and setting them.

Options act from the moment they are set and are in the log; preferences are lines of `config.yaml`.
"""

from typing import NamedTuple, Protocol

from quizzer.collection.budgeting import PACE_DAYS
from quizzer.collection.shelf import Shelf
from quizzer.core.effects import Workload, effect
from quizzer.core.exam import is_past
from quizzer.core.options import ALL, DEFAULTS, SPECS, UNSET, Options, Resolved
from quizzer.core.pace import Pace
from quizzer.core.preference_table import PREFERENCES, shown
from quizzer.core.preferences import Preferences


class Owner(Protocol):
    """Whose options these are: the collection."""

    preferences: Preferences

    def options(self, deck: str = ...) -> dict[str, Resolved]:
        """What counts for a deck."""

    def set_option(self, deck: str, key: str, value: str) -> str:
        """Set an option."""

    def prefer(self, key: str, value: str) -> None:
        """Set a preference."""

    def undo(self) -> object:
        """Take back the newest action."""


ORIGINS = {
    "default": "default",
    "deck": "the deck's author",
    "all": "set for all decks",
    "this deck": "set for this deck",
}
SET = "config.yaml"


class Tunable(NamedTuple):
    """An option or a preference as it stands."""

    key: str
    value: str
    """As it is shown and typed; empty where it is not set."""
    origin: str
    """Where the value comes from, in words."""
    set_here: bool
    """Whether it can be taken away here."""
    what: str
    default: str
    is_option: bool


class Change(NamedTuple):
    """One thing that was set, as it was before."""

    deck: str
    key: str
    value: str
    """"" or UNSET where nothing was set."""


class Tuning:
    """The options of all decks ("") or of one, and the preferences of the machine."""

    def __init__(self, owner: Owner, shelf: Shelf, deck: str = ALL) -> None:
        self._owner = owner
        self._shelf = shelf
        self.deck = deck
        self._before = self._options()
        self._work: Workload | None = None
        self.changes: list[Change] = []
        """What was set since this was made, the newest last."""

    def about(self, deck: str) -> None:
        """Turn to another deck, or to all ("")."""
        self.deck = deck
        self._before, self._work = self._options(), None

    @property
    def rows(self) -> list[Tunable]:
        """Every option that this scope can have, then the preferences, which all decks share."""
        here = "this deck" if self.deck else "all"
        options = [
            Tunable(
                key,
                SPECS[key].show(found.value),
                ORIGINS[found.origin],
                found.origin == here,
                SPECS[key].what,
                SPECS[key].show(getattr(DEFAULTS, key)),
                True,
            )
            for key, found in self._resolved().items()
            if not (self.deck and SPECS[key].whole)
        ]
        if self.deck:
            return options
        wanted = self._owner.preferences._asdict()
        return options + [
            Tunable(key, shown(wanted[key]), SET if wanted[key] else "default", bool(wanted[key]), one.what,
                    one.default, False)
            for key, one in PREFERENCES.items()
        ]  # fmt: skip

    def effect(self, key: str) -> str:
        """What an option changes against what counted at first, or against its default where it was not touched."""
        if key not in SPECS:
            return ""
        now = self._options()
        if key == "exam" and is_past(now.exam, self._shelf.day()):
            return "That day is past: no exam is ahead."
        before = self._before if getattr(self._before, key) != getattr(now, key) else DEFAULTS
        changed = before._replace(**{key: getattr(now, key)})
        return effect(key, before, changed, self._workload())

    def set(self, key: str, text: str) -> bool:
        """Set an option for this scope, or a preference; "" takes it away. Whether there was anything to do.

        Raises:
            UsageError: the value cannot be.
            ProgressMoved, DiskRefused: nothing was recorded, or written.
        """
        if key in SPECS:
            found = self._resolved()[key]
            here = found.origin == ("this deck" if self.deck else "all")
            if not text and not here:
                return False
            self._owner.set_option(self.deck, key, text or UNSET)
            self.changes.append(Change(self.deck, key, SPECS[key].show(found.value) if here else UNSET))
        else:
            before = shown(getattr(self._owner.preferences, key))
            self._owner.prefer(key, text)
            self.changes.append(Change(ALL, key, before if before != "no" else ""))
        return True

    def undo(self) -> str:
        """Take back the newest change made here; its key, or empty where there is none.

        Raises: as `set`.
        """
        if not self.changes:
            return ""
        change = self.changes[-1]
        if change.key in SPECS:
            self._owner.undo()
        else:
            self._owner.prefer(change.key, change.value)
        self.changes.pop()
        return change.key

    def _resolved(self) -> dict[str, Resolved]:
        return self._owner.options(self.deck)

    def _options(self) -> Options:
        return Options(**{key: found.value for key, found in self._resolved().items()})

    def _workload(self) -> Workload:
        if self._work is None:
            decks = (self.deck,) if self.deck else tuple(self._shelf.decks)
            stabilities, new, siblings = self._shelf.ledger.cards.burden(decks)
            due = sum(self._shelf.quota(self._shelf.day())[1].get(deck, 0) for deck in decks)
            pace = Pace(*self._shelf.ledger.cache.pace(PACE_DAYS))
            self._work = Workload(stabilities, new, due, siblings, pace.seconds)
        return self._work
