"""Scales of pictures."""

from collections.abc import Sequence


def rounded_up(most: float) -> int:
    """The smallest round number for a scale that holds `most`: 1, 2, 5, 10, 20, 50 …

    >>> [rounded_up(n) for n in (0, 1, 3, 17, 40, 230)]
    [1, 1, 5, 20, 50, 500]
    """
    size = 1
    while True:
        for step in (1, 2, 5):
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
