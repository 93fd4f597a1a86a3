"""Opening the collection for a command; it is imported only here and only then, so that `--help` needs no disk."""

from typing import TYPE_CHECKING

from quizzer.cli.printing import Bar, announce, tell
from quizzer.collection.settings import Settings
from quizzer.errors import DeckNotFound, QuizzerError

if TYPE_CHECKING:
    from quizzer.collection.collection import Collection
    from quizzer.collection.overview import Overview


def opened(settings: Settings, *, plainly: bool = False) -> "Collection":
    """The collection, to be closed by `with`; long work is shown on stderr, `plainly` without moving the cursor."""
    from quizzer.collection.collection import Collection

    if plainly:
        return Collection.open(settings, tell=announce)
    bar = Bar()
    try:
        return Collection.open(settings, tell=bar)
    finally:
        bar.end()


def require_decks(overview: "Overview") -> None:
    """Return only where there is a deck; tell what a person should know before they study.

    Raises:
        DeckNotFound: there is no deck file at all.
        QuizzerError: no deck file could be read.
    """
    for notice in overview.notices:
        tell(notice)
    if overview.decks:
        return
    if overview.problems:
        raise QuizzerError("no deck here can be read; `quizzer check` says why")
    raise DeckNotFound(
        "there are no decks here; a deck is a file that ends in .yaml, and `quizzer where` says where to put it"
    )
