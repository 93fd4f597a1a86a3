"""Giving a fact its place in time: a device's log never goes back, and never follows a broken clock.

Times are UTC milliseconds since 1970.
"""

from collections.abc import Iterable

from quizzer.core.event import Event, Fact
from quizzer.core.moment import Moment, clock_is_behind


def stamped(fact: Fact, moment: Moment, id: str, device: str, newest_at: int) -> Event:
    """The event of a fact: at its moment, or just after the device's newest if that is later.

    `newest_at` is 0 for a device that has recorded nothing. One more than ten minutes ahead is not followed,
    lest a clock once set wrong push every later event into the future.
    """
    at = moment.at if clock_is_behind(moment.at, newest_at) else max(moment.at, newest_at + 1)
    return Event(id, device, at, moment.offset, moment.zone, str(fact.kind), fact.card, fact.data)


def stamped_all(facts: Iterable[tuple[Fact, str]], moment: Moment, device: str, newest_at: int) -> list[Event]:
    """The events of facts with their ids, one after the other, at least a millisecond apart."""
    events: list[Event] = []
    for fact, id in facts:
        event = stamped(fact, moment, id, device, newest_at)
        events.append(event)
        newest_at = event.at
    return events
