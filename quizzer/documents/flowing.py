"""Long texts worked on piece by piece, where Python would hold every word at once."""

import re
from collections.abc import Iterator

PIECE = 1 << 16
_SPACES = re.compile(r"\s+")
_SEVERAL = re.compile(" {2,}")


def pieces(text: str, before: str) -> Iterator[str]:
    """The text in pieces of moderate length, each but the first beginning with a certain character."""
    start = 0
    while len(text) - start > PIECE and (end := text.find(before, start + PIECE)) >= 0:
        yield text[start:end]
        start = end
    yield text[start:]


def squeezed(text: str) -> str:
    """The text with one space for every run of white space, and none at its ends.

    >>> squeezed(" It\\n  failed. ")
    'It failed.'
    """
    if len(text) <= PIECE:
        return " ".join(text.split())
    flat = "".join(_SPACES.sub(" ", text[at : at + PIECE]) for at in range(0, len(text), PIECE))
    return _SEVERAL.sub(" ", flat).strip()  # a run that was cut has left several
