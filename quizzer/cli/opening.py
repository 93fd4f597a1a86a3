"""Opening the collection for a command; it is imported only here and only then, so that `--help` needs no disk."""

from typing import TYPE_CHECKING

from quizzer.cli.printing import progress
from quizzer.collection.settings import Settings

if TYPE_CHECKING:
    from quizzer.collection.collection import Collection


def opened(settings: Settings) -> "Collection":
    """The collection, to be closed by `with`; long work is told of on stderr."""
    from quizzer.collection.collection import Collection

    return Collection.open(settings, tell=progress)
