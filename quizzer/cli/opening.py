"""Opening the collection for a command; it is imported only here and only then, so that `--help` needs no disk."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizzer.cli.printing import Bar, announce, tell
from quizzer.collection.finding import ENDINGS
from quizzer.collection.settings import Settings
from quizzer.errors import DeckNotFound

if TYPE_CHECKING:
    from quizzer.collection.collection import Collection


def opened(settings: Settings, *, plainly: bool = False) -> "Collection":
    """The collection, to be closed by `with`; long work is shown on stderr, `plainly` without moving the cursor."""
    from quizzer.collection.collection import Collection

    with Bar() as bar:
        collection = Collection.open(settings, tell=announce if plainly else bar)
    for said in filter(None, (collection.damage, collection.news)):
        tell(said)
    return collection


def require_decks(collection: "Collection") -> None:
    """Return only where there is a deck; tells what a person should know before they study.

    Raises:
        DeckNotFound: there is no deck file at all.
        QuizzerError: no deck file could be read.
    """
    for notice in collection.notices():
        if notice not in (collection.damage, collection.news):  # which are told already
            tell(notice)
    collection.require_decks()


def with_files(settings: Settings, words: Sequence[str]) -> Settings:
    """The settings with the deck files that words name in use.

    Raises:
        DeckNotFound: a word is the path of a deck file, and there is none.
    """
    files = [word for word in words if word.lower().endswith(ENDINGS)]
    for file in files:
        if not os.path.isfile(file):  # noqa: PTH113
            raise DeckNotFound(f"There is no deck file {file}")
    if not files or (len(files) < len(words) and not settings.decks):
        return settings
    paths = tuple(dict.fromkeys([*settings.decks, *map(os.path.abspath, files)]))
    return settings._replace(decks=paths, decks_from=settings.decks_from or "the command")
