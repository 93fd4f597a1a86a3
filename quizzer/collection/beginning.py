"""A new deck file, with the schema beside it that editors complete from."""

import os

from quizzer.collection.finding import ENDINGS
from quizzer.collection.schema import schema_text
from quizzer.errors import UsageError
from quizzer.formats.first_lines import first_lines
from quizzer.store.replacing import replace_file

SCHEMA = "deck.schema.json"


def begin(path: str) -> list[str]:
    """Write a new deck file; the paths written, the deck first.

    Raises:
        UsageError: the name is no deck's, or the file is there already.
        DiskRefused: it cannot be written.
    """
    stem, ending = os.path.splitext(os.path.basename(path))
    if ending.lower() not in ENDINGS or not stem:
        raise UsageError(f"Deck files end in .yaml: `quizzer new {path.rstrip('/')}.yaml`")
    if os.path.lexists(path):
        raise UsageError(f"{path} is there already, and is left as it is: choose another name")
    replace_file(path, first_lines(stem).encode())
    schema = os.path.join(os.path.dirname(path), SCHEMA)
    if os.path.lexists(schema):
        return [path]
    replace_file(schema, schema_text().encode())
    return [path, schema]
