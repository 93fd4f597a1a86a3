"""How long a PDF may take: a book has its time, a file made to waste time has five seconds.

What tells the two apart is what comes of the waiting. A book gives some 60 pages and 300,000 characters a second, for
some 300 kB of its file; a tenth of that is asked for, so that slow machines and pages full of drawings do too. A page
that has come before counts for nothing, nor does more text than the file's size can account for: so a small file that
shows one page five thousand times, and one filled up with nothing, have their five seconds.
"""

PATIENCE = 5.0
"""Seconds that any PDF may take in all, and any page of a long one."""
WHOLE = 120.0
"""Seconds after which even a PDF that goes on and on is given up."""
_A_PAGE = 0.1
_CHARACTERS = 20_000
_BYTES = 20_000
"""Of text that has been read, and of the file: a second."""
LITTLE = int(PATIENCE * _BYTES)
"""Bytes of a file that never gets more than the least."""


def allowed(size: int, pages: int, characters: int) -> float:
    """Seconds that a PDF may have taken until now.

    Args:
        size: bytes of the file.
        pages: that have been read and differ.
        characters: of the text on these.

    >>> allowed(1_800_000, 0, 0), allowed(1_800_000, 100, 500_000), allowed(20_000, 100, 500_000)
    (5.0, 35.0, 5.0)
    """
    earned = pages * _A_PAGE + characters / _CHARACTERS
    return max(PATIENCE, min(earned, size / _BYTES, WHOLE))
