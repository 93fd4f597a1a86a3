"""Accepting a response from now on: a bundled deck takes a copy, which is asked for."""

from collections.abc import Callable

from quizzer.cli.plain.lines import Lines
from quizzer.errors import BundledDeck, DiskRefused, EditRefused


def accepted(lines: Lines, act: Callable[[bool], object]) -> bool:
    """Whether the act was done; what stands against it is said. The act is told whether to copy the deck.

    Raises:
        ProgressMoved: nothing was changed; look again.
    """
    try:
        try:
            act(False)
        except BundledDeck as bundled:
            lines.say(f"{bundled} Make one? Type y, or anything else.")
            if lines.hear().casefold() not in ("y", "yes"):
                lines.say("It stays as it is.")
                return False
            act(True)
    except (EditRefused, DiskRefused) as refused:
        lines.say(str(refused))
        return False
    return True
