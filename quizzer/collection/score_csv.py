"""Scores as a table for spreadsheets: a line a deck, after a line of names."""

import csv
import io
import os
from collections.abc import Iterable
from typing import Any

from quizzer.collection.score_report import COLUMNS, summary
from quizzer.collection.scores import Scores, Wanted
from quizzer.core.text import clean


def csv_text(decks: Iterable[dict[str, Any]]) -> str:
    """The table of what `score_report.summary` tells of each deck."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for deck in decks:
        writer.writerow(_cell(deck[column]) for column in COLUMNS)
    return out.getvalue()


def write_csv(scores: Scores, wanted: Wanted, path: str) -> str:
    """Write the table of the decks that are told of, all of it or nothing; its absolute path.

    Raises:
        DiskRefused: the file cannot be written; nothing was changed.
    """
    from quizzer.store.replacing import replace_file

    whole = os.path.abspath(path)
    decks = [summary(scores, wanted._replace(deck=deck)) for deck in sorted(scores.deck_ids(wanted))]
    replace_file(whole, csv_text(decks).encode())
    return whole


def _cell(value: Any) -> Any:
    """A cell that drives no terminal, and that no spreadsheet takes for a formula."""
    if not isinstance(value, str):
        return value
    text = clean(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
