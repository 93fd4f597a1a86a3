"""What one run of quizzer was told: where things are, what time it is, how to show things."""

import os
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

Tell = Callable[[int, int, str], None]
"""Hears of long work: done, total, what."""


class Settings(NamedTuple):
    """What command line and environment say; empty texts where they say nothing."""

    home: str = ""
    """`--home` or QUIZZER_HOME: progress, options and cache rest there."""
    decks: tuple[str, ...] = ()
    """`--decks` or QUIZZER_DECKS: files and folders in place of the usual ones."""
    now: str = ""
    """QUIZZER_NOW: ISO 8601 with an offset; stops the clock there."""
    home_from: str = ""
    """Where `home` was said: `--home`, `QUIZZER_HOME`, or nowhere."""
    decks_from: str = ""
    """Where `decks` was said: `--decks`, `QUIZZER_DECKS`, or nowhere."""


def settings_from(home: str, decks: Sequence[str], environ: Mapping[str, str]) -> Settings:
    """What the command line says, and the environment where that is silent."""
    from_environ = tuple(path for path in environ.get("QUIZZER_DECKS", "").split(os.pathsep) if path)
    home_from = "--home" if home else "QUIZZER_HOME" if environ.get("QUIZZER_HOME") else ""
    decks_from = "--decks" if decks else "QUIZZER_DECKS" if from_environ else ""
    return Settings(
        home=os.path.abspath(home or environ["QUIZZER_HOME"]) if home_from else "",
        decks=tuple(os.path.abspath(path) for path in (decks or from_environ)),
        now=environ.get("QUIZZER_NOW", ""),
        home_from=home_from,
        decks_from=decks_from,
    )
