"""The clock and the dice: the only place that reads either.

QUIZZER_NOW stops the clock and loads the dice, so that a demonstration or a test gives the same reviews, dates and
states each time. It is not for real study: two machines with one QUIZZER_NOW would throw the same ids.
"""

import os
import time
from datetime import datetime

from quizzer.core.moment import Moment
from quizzer.core.text import quoted
from quizzer.errors import UsageError


class Clock:
    """The moment it is, and ids that nobody else will throw."""

    def __init__(self, now: str = "") -> None:
        """Take the system's clock, or one that stands still at `now`.

        Raises:
            UsageError: `now` is no ISO 8601 time with an offset.
        """
        self._text = now
        self._still = _parsed(now) if now else None
        self._zone = (-1, "")

    def moment(self) -> Moment:
        """Now, here."""
        if self._still is not None:
            return self._still
        at = time.time_ns() // 1_000_000
        offset = _offset(at)
        if self._zone[0] != offset:  # a person who travels gets another offset
            self._zone = (offset, _zone())
        return Moment(at, offset, self._zone[1])

    def throw(self, purpose: str) -> str:
        """A new id: 128 bits as 32 hexadecimal digits; the purpose tells one throw of loaded dice from another."""
        if self._still is None:
            return os.urandom(16).hex()
        from hashlib import blake2b

        return blake2b(f"{self._text} {purpose}".encode(), digest_size=16).hexdigest()


def _parsed(now: str) -> Moment:
    try:
        when = datetime.fromisoformat(now)
    except ValueError:
        when = None
    offset = when.utcoffset() if when else None
    if when is None or offset is None:
        raise UsageError(
            f"QUIZZER_NOW wants a time with an offset, such as 2026-11-23T08:12:00+01:00, not {quoted(now)}"
        )
    return Moment(int(when.timestamp() * 1000), int(offset.total_seconds()), "")


def _offset(at: int) -> int:
    return time.localtime(at / 1000).tm_gmtoff


def _zone() -> str:
    """The zone's name where the system tells it, such as Europe/Berlin."""
    named = os.environ.get("TZ", "").lstrip(":")
    if named:
        return named if not named.startswith("/") else named.partition("zoneinfo/")[2]
    try:
        return os.readlink("/etc/localtime").partition("zoneinfo/")[2]
    except OSError:
        return ""
