"""An event as a row of the log, with its check, and back.

Apart from the log, as a start that has nothing new to read needs none of it.
"""

import json
from collections.abc import Sequence
from typing import Any

from quizzer.core.event import Event
from quizzer.store.row_hash import row_check

# `dumps` would make one each time.
_ENCODE = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode


def row_of(event: Event) -> tuple[str | int | bytes, ...]:
    """The columns of a new row, without its number."""
    data = _ENCODE(event.data)
    # A lone surrogate has no UTF-8; spelt \udc80 it is JSON, and reads as what it was.
    data = data.encode("utf-8", "backslashreplace").decode("utf-8")
    fields = (*event[:5], str(event.kind), event.card, data)
    return (*fields, row_check(fields))


def event_of(fields: Sequence[Any], check: bytes) -> Event | None:
    """The event of a row's columns; none where they are not what was written, or hold no JSON object."""
    if row_check(fields) != check:
        return None
    try:
        data = json.loads(fields[-1])
    except (ValueError, RecursionError):
        return None
    return Event._make((*fields[:-1], data)) if isinstance(data, dict) else None
