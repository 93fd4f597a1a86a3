"""Scores in words."""

import math


def counted(number: int, one: str, several: str = "") -> str:
    """A number and what is counted.

    >>> counted(1, "card"), counted(3, "card"), counted(2, "leech", "leeches")
    ('1 card', '3 cards', '2 leeches')
    """
    return f"{number} {one if number == 1 else several or one + 's'}"


def between_words(low: float, high: float) -> str:
    """An interval of shares in percent.

    >>> between_words(0.668, 0.81)
    '(67–81)'
    """
    return f"({round(low * 100)}–{round(high * 100)})"


def time_words(ms: int) -> str:
    """A time as people say it.

    >>> time_words(41_000), time_words(720_000), time_words(11_520_000)
    ('41 s', '12 min', '3 h 12 min')
    """
    minutes = round(ms / 60_000)
    if ms < 60_000:
        return f"{round(ms / 1000)} s"
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"


FEW = 30
"""Cards tested below which a retention says little."""


def retention_words(share: float | None, target: float, tested: int) -> str:
    """How a retention stands to its target; the words follow the target.

    >>> retention_words(0.87, 0.9, 400), retention_words(0.895, 0.9, 400), retention_words(0.5, 0.9, 4)
    (': a little low', ': as wanted', ': too few yet to tell')
    >>> retention_words(None, 0.9, 0), retention_words(0.99, 0.9, 400)
    ('; nothing tested yet', ': too high')
    """
    if share is None:
        return "; nothing tested yet"
    if tested < FEW:
        return ": too few yet to tell"
    off = share - target
    if abs(off) < 0.02:
        return ": as wanted"
    return f": {'a little ' if abs(off) < 0.06 else 'too '}{'high' if off > 0 else 'low'}"


def pace_words(forgotten: float, expected: float) -> str:
    """How often one forgot beside what was promised, as far as chance (twice the root of what is counted) allows.

    >>> pace_words(70, 35)
    'You forgot 2.0 times as often as promised; expected scores are corrected for it.'
    >>> pace_words(40, 35)
    'You forgot about as often as promised.'
    """
    if abs(forgotten - expected) <= 2 * math.sqrt(max(expected, 1.0)):
        return "You forgot about as often as promised."
    return f"You forgot {forgotten / expected:.1f} times as often as promised; expected scores are corrected for it."


def gain_words(points: float | None, at_most: bool = False) -> str:
    """What something brings, in points.

    >>> gain_words(3.2), gain_words(0.42), gain_words(0.01), gain_words(2.0, at_most=True), gain_words(None)
    ('+3 points', '+0.4 points', 'under 0.1 points', 'up to +2 points', '')
    """
    if points is None:
        return ""
    if points < 0.05:
        return "under 0.1 points"
    figure = f"{points:.0f}" if points >= 0.95 else f"{points:.1f}"
    return f"{'up to ' if at_most else ''}+{figure} point{'s' * (figure != '1')}"
