"""Checking deck files: every problem, also those that show only when a deck's documents are opened."""

import os
from collections.abc import Iterable, Iterator, Sequence

from quizzer.collection.documents import Progress
from quizzer.collection.finding import deck_files
from quizzer.collection.intake import clashes, read_file
from quizzer.collection.verifying import verify
from quizzer.core.problem import Problem
from quizzer.errors import DeckNotFound


def checked(paths: Sequence[str], progress: Progress | None = None) -> list[Problem]:
    """Every problem of some deck files, or of the files in folders, read anew.

    Raises:
        DeckNotFound: a path is not there, or a folder holds no deck file.
    """
    problems, ids = [], list[tuple[str, str]]()
    for file in named_files(paths):
        deck, found = read_file(file)
        problems += sorted([*found, *(verify(deck, progress).problems if deck else ())], key=in_file)
        if deck is not None:
            ids.append((deck.id, file))
    return [*problems, *clashes(list(dict.fromkeys(ids)))]


def named_files(paths: Sequence[str]) -> Iterator[str]:
    """The deck files that paths name, those in folders among them.

    Raises:
        DeckNotFound: a path is not there, or a folder holds no deck file.
    """
    for path in paths:
        if not os.path.exists(path):
            raise DeckNotFound(f"There is no {path}: name a deck file, or a folder that holds some.")
        files = list(deck_files(path))
        if not files:
            raise DeckNotFound(f"The folder {path} holds no decks: a deck is a file that ends in .yaml.")
        yield from files


def unverified(paths: Iterable[str], progress: Progress | None = None) -> Iterator[Problem]:
    """What shows only when the documents of decks are opened."""
    for path in paths:
        deck, _ = read_file(path)
        yield from verify(deck, progress).problems if deck else ()


def in_file(problem: Problem) -> tuple[str, int, int]:
    """The order of problems as a person goes through files."""
    return problem.path, problem.line, problem.column
