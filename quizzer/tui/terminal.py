"""What can happen to a terminal: it goes away, or the system asks the program to end or pause.

Textual alone would leave the terminal raw, or wait for ever on one that is gone.
"""

import os
import select
import signal
import sys
from collections.abc import Callable, Mapping
from types import FrameType
from typing import Any

ENDINGS = ("SIGTERM", "SIGHUP", "SIGQUIT")
"""Signals that end the program in good order, with exit code 128 + their number."""
HANGUP = 129
"""The exit code where the terminal went away without a signal."""

Handler = Callable[[int, FrameType | None], Any]


def few_colours(environ: Mapping[str, str]) -> bool:
    """Whether the terminal has sixteen colours at most, or is to show none (NO_COLOR), as far as it tells."""
    if environ.get("NO_COLOR"):
        return True
    if os.name == "nt" or environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return False
    many = ("256color", "direct", "kitty", "ghostty", "alacritty")
    return not any(word in environ.get("TERM", "") for word in many)


def on_endings(end: Callable[[int], object]) -> None:
    """From now on, signals that would kill the program call `end` with its exit code instead."""
    for name in ENDINGS:
        number = getattr(signal, name, None)
        if number is not None:
            signal.signal(number, lambda received, frame: end(128 + received))


class Pauses:
    """Lets Textual resume only where it was suspended.

    A bare SIGCONT (from `kill -CONT`, or after SIGSTOP) would start a second reader of the keyboard, which swallows
    keys and leaves the terminal raw; there the screen is only drawn again, by `woken`. So it is after a pause: Textual
    takes the terminal back, but draws nothing on it before something changes.
    """

    def __init__(self, woken: Callable[[], object]) -> None:
        self._woken = woken
        self._paused = False
        self._pause: Handler | None = None
        self._resume: Handler | None = None

    def guard(self) -> None:
        """Put the guard before the handlers that are installed now."""
        if not hasattr(signal, "SIGCONT"):
            return
        pause, resume = signal.getsignal(signal.SIGTSTP), signal.getsignal(signal.SIGCONT)
        if callable(pause) and callable(resume):
            self._pause, self._resume = pause, resume
            signal.signal(signal.SIGTSTP, self._on_pause)
            signal.signal(signal.SIGCONT, self._on_resume)

    def _on_pause(self, number: int, frame: FrameType | None) -> None:
        self._paused = True
        if self._pause is not None:
            self._pause(number, frame)

    def _on_resume(self, number: int, frame: FrameType | None) -> None:
        if self._paused and self._resume is not None:
            self._paused = False
            self._resume(number, frame)
        self._woken()


def terminal_gone() -> bool:
    """Whether the terminal behind standard input has been closed."""
    if not hasattr(select, "poll") or sys.__stdin__ is None or sys.__stdin__.closed:
        return False
    watch = select.poll()
    try:
        watch.register(sys.__stdin__.fileno(), 0)
    except (OSError, ValueError):
        return False
    return any(event & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, event in watch.poll(0))
