"""Scales of pictures."""

from collections.abc import Sequence


def rounded_up(most: float) -> int:
    """The smallest round number for a scale that holds `most`: 1 to 6, 8, 10, 20 to 60, 80, 100 …

    >>> [rounded_up(n) for n in (0, 1, 3, 17, 25, 40, 61, 230)]
    [1, 1, 3, 20, 30, 40, 80, 300]
    """
    size = 1
    while True:
        for step in (1, 2, 3, 4, 5, 6, 8):
            if step * size >= most:
                return step * size
        size *= 10


def shades(counts: Sequence[int]) -> list[int]:
    """The least count of each of four shades: counts above nothing parted into quarters, strictly growing.

    >>> shades([1, 1, 2, 3, 5, 8, 13, 21])
    [1, 2, 5, 13]
    >>> shades([])
    [1, 2, 3, 4]
    """
    ordered = sorted(counts) or [1]
    bounds = [1]
    for part in (1, 2, 3):
        bounds.append(max(bounds[-1] + 1, ordered[len(ordered) * part // 4]))
    return bounds
