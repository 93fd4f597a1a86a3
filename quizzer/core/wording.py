"""Waits in words, short enough for a button ("10 min", "8 days", "1.2 months"), and places in a row ("2nd")."""

from quizzer.core.schedule import Wait

_MONTH = 365.25 / 12  # days
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def wait_words(wait: Wait) -> str:
    """A wait in its largest fitting unit; "now" when none is left.

    >>> wait_words(Wait(seconds=330)), wait_words(Wait(days=8)), wait_words(Wait(days=840))
    ('6 min', '8 days', '2.3 years')
    """
    if wait.days:
        return days_words(wait.days)
    return seconds_words(wait.seconds) if wait.seconds else "now"


def seconds_words(seconds: int) -> str:
    """Seconds as "30 s", "10 min", "1.5 h", or in days from 24 hours on."""
    if seconds < 60:
        return f"{seconds} s"
    minutes = (seconds + 30) // 60
    if minutes < 60:
        return f"{minutes} min"
    hours = _tenths(seconds / 3600)
    return f"{hours} h" if seconds < 86_400 else _counted(seconds / 86_400, "day")


def days_words(days: int) -> str:
    """Days as "1 day", "30 days", "1.2 months", "2.3 years"."""
    if days < 31:
        return _counted(days, "day")
    if round(days / _MONTH, 1) < 12:
        return _counted(days / _MONTH, "month")
    return _counted(days / 365.25, "year")


def _tenths(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _counted(number: float, unit: str) -> str:
    digits = _tenths(number)
    return f"{digits} {unit}" if digits == "1" else f"{digits} {unit}s"


def ordinal(number: int) -> str:
    """A number as a place in a row.

    >>> [ordinal(number) for number in (1, 2, 3, 4, 11, 21)]
    ['1st', '2nd', '3rd', '4th', '11th', '21st']
    """
    ending = "th" if 10 < number % 100 < 20 else _ENDINGS.get(number % 10, "th")
    return f"{number}{ending}"
