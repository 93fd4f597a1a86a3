"""The options that counted at each moment, as the log's `option_set` events tell."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from quizzer.core.options import DEFAULTS, Options, Setting, latest, options_for

if TYPE_CHECKING:
    from quizzer.core.event import Event

Order = tuple[int, str, str]
"""An event's place in the fold."""


class Timeline:
    """The options that counted at each moment: the settings of the log, in fold order."""

    def __init__(self, changes: Iterable[tuple[Order, Setting]] = ()) -> None:
        ordered = sorted(changes)
        self._orders = [order for order, _ in ordered]
        self._settings = [setting for _, setting in ordered]
        self._known: dict[tuple[int, str], Options] = {}
        self._now: dict[tuple[str, str, bool], str] | None = None

    def at(self, order: Order, deck: str) -> Options:
        """The options of a deck just before the event of that order; "" is all decks."""
        if not self._orders:
            return DEFAULTS
        past = bisect_left(self._orders, order)
        key = (past, deck)
        if key not in self._known:
            settings = self.now() if past == len(self._orders) else latest(self._settings[:past])
            self._known[key] = options_for(settings, deck)
        return self._known[key]

    def now(self) -> Mapping[tuple[str, str, bool], str]:
        """The newest value by (scope, key, by_deck)."""
        if self._now is None:
            self._now = latest(self._settings)
        return self._now


def setting_of(event: "Event") -> Setting:
    """The setting that an `option_set` event records."""
    data: dict[str, Any] = event.data
    return Setting(
        str(data.get("scope", "")),
        str(data.get("key", "")),
        str(data.get("value", "")),
        data.get("by") == "deck",
    )


def timeline_of(events: "Iterable[Event]") -> Timeline:
    """The timeline of events that are not voided."""
    from quizzer.core.event import Did

    return Timeline((event.order, setting_of(event)) for event in events if event.kind == Did.OPTION_SET)
