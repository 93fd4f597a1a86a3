"""Options that scheduling reads: what each is, its default, and which value counts for a deck.

Values rest in the log as the text a person typed, and are parsed here. Scope "" is all decks.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from quizzer.core.text import quoted

ALL = ""
LEECH_LAPSES = 8
"""Lapses from which on a card counts as a leech; Anki's default."""
REMEMBERED, OLDEST, RANDOM = ORDERS = ("remembered", "oldest", "random")
"""Which reviews come first: the best remembered, those due longest, or by lot."""
UNSET = "default"
"""The value that takes a setting away again; no option has it as a value of its own."""


class Options(NamedTuple):
    """The values that count for one deck."""

    desired_retention: float = 0.9
    new_per_day: int = 20
    reviews_per_day: int = 200
    steps: tuple[int, ...] = (60, 600)
    """Learning steps, in seconds."""
    relearning_steps: tuple[int, ...] = (600,)
    rollover: int = 4
    bury_siblings: bool = True
    learn_ahead: int = 1200
    """Seconds."""
    max_interval: int = 36500
    """Days."""
    minutes_per_day: int = 0
    """What a study day's share may take at the person's pace; 0: any time."""
    order: str = REMEMBERED
    """One of `ORDERS`."""
    exam: str = ""
    """The date of the exam outside, such as `2027-01-15`; empty: there is none."""
    parameters: tuple[float, ...] = ()
    """FSRS-6 weights; empty: the library's defaults."""


class Spec(NamedTuple):
    """One option: how its text is read and written, and what it does."""

    key: str
    parse: Callable[[str], Any]
    show: Callable[[Any], str]
    what: str
    whole: bool = False
    """Only for all decks together, since the day must be one and the same."""


class OptionError(ValueError):
    """The sentence that says what a value may be."""


def _number(low: float, high: float, whole: bool = False, unit: str = "") -> Callable[[str], Any]:
    wanted = f"{'a whole number' if whole else 'a number'} from {low:g} to {high:g}{unit}"

    def parse(text: str) -> Any:
        try:
            value = int(text) if whole else float(text)
        except ValueError:
            raise OptionError(f"wants {wanted}, not {quoted(text)}") from None
        if not low <= value <= high:
            raise OptionError(f"wants {wanted}, not {quoted(text)}")
        return value

    return parse


_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


def _seconds(text: str) -> int:
    number, unit = text[:-1], text[-1:]
    # Six digits hold a week of seconds; an endless number would not convert.
    whole = int(number) if number.isdecimal() and len(number) <= 6 else 0
    if unit not in _UNITS or not 1 <= whole * _UNITS[unit] <= 7 * 86400:
        raise OptionError(f"wants times such as 30s, 10m, 2h or 1d (a week at most), not {quoted(text)}")
    return whole * _UNITS[unit]


def _steps(text: str) -> tuple[int, ...]:
    if text.lower() == "none":
        return ()
    steps = tuple(_seconds(word) for word in text.replace(",", " ").split())
    if list(steps) != sorted(set(steps)):
        raise OptionError(f"wants steps that grow, such as 1m 10m, not {quoted(text)}")
    return steps


def _parameters(text: str) -> tuple[float, ...]:
    from quizzer.core.memory import PARAMETER_BOUNDS

    try:
        values = tuple(float(word) for word in text.replace(",", " ").split())
    except ValueError:
        raise OptionError("wants 21 numbers (FSRS-6), or nothing for the defaults") from None
    if len(values) not in (0, 21):
        raise OptionError(f"wants 21 numbers (FSRS-6), or nothing for the defaults, not {len(values)}")
    for index, (value, (low, high)) in enumerate(zip(values, PARAMETER_BOUNDS, strict=False)):
        if not low <= value <= high:
            raise OptionError(
                f"wants w{index}, the number at place {index + 1}, from {low:g} to {high:g}, not {value:g}"
            )
    return values


def _show_parameters(values: tuple[float, ...]) -> str:
    return " ".join(str(value) for value in values)


def _yes(text: str) -> bool:
    if text.lower() not in ("yes", "no", "true", "false"):
        raise OptionError(f"wants yes or no, not {quoted(text)}")
    return text.lower() in ("yes", "true")


def _order(text: str) -> str:
    found = [order for order in ORDERS if text and order.startswith(text.lower())]
    if len(found) != 1:
        raise OptionError(f"wants {', '.join(ORDERS[:-1])} or {ORDERS[-1]}, not {quoted(text)}")
    return found[0]


def _date(text: str) -> str:
    if text.lower() in ("", "none"):
        return ""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise OptionError(f"wants a date such as 2027-01-15, or none, not {quoted(text)}") from None


def duration(seconds: int) -> str:
    """`90` as `90s`, `600` as `10m`: the largest unit that leaves no rest."""
    unit, size = max(((u, n) for u, n in _UNITS.items() if seconds % n == 0), key=lambda pair: pair[1])
    return f"{seconds // size}{unit}"


def _show_steps(steps: tuple[int, ...]) -> str:
    return " ".join(duration(step) for step in steps) or "none"


SPECS: dict[str, Spec] = {
    spec.key: spec
    for spec in (
        Spec("desired_retention", _number(0.7, 0.99), str, "how sure to be of a card when it comes back"),
        Spec("new_per_day", _number(0, 9999, whole=True), str, "new cards a study day"),
        Spec("reviews_per_day", _number(0, 99999, whole=True), str, "reviews a study day"),
        Spec("steps", _steps, _show_steps, "waits between the first showings of a new card"),
        Spec("relearning_steps", _steps, _show_steps, "waits after forgetting, before days count again"),
        Spec("rollover", _number(0, 23, whole=True), str, "hour at which a study day starts", whole=True),
        Spec("bury_siblings", _yes, lambda on: "yes" if on else "no", "ask one card of a note a study day"),
        Spec("learn_ahead", _seconds, duration, "how early a learning card may come if none is due", whole=True),
        Spec("max_interval", _number(1, 36500, whole=True), str, "longest wait between two reviews, in days"),
        Spec("minutes_per_day", _number(0, 1440, whole=True), str, "minutes a study day's share may take; 0: any time"),
        Spec("order", _order, str, "which reviews come first: the best remembered, the oldest, or at random"),
        Spec("exam", _date, lambda day: day or "none", "the day of your exam; every card is seen in the week before"),
        Spec("parameters", _parameters, _show_parameters, "FSRS-6 weights; empty: the defaults"),
    )
}

DEFAULTS = Options()

_ELSEWHERE = {"learning_steps": "steps"}
"""What other programs call an option; without it, `relearning_steps` alone would hold those words."""


def find_key(word: str) -> str:
    """The key that a word means: the key itself, or the only one that holds it; of `steps`, also its name elsewhere.

    Raises:
        OptionError: no key, or more than one, goes by that word.
    """
    word = word.strip().lower().replace("-", "_").replace(" ", "_")
    names = {key: key for key in SPECS} | _ELSEWHERE
    if word in names:
        return names[word]
    found = list(dict.fromkeys(key for name, key in names.items() if word and word in name))
    if len(found) == 1:
        return found[0]
    raise OptionError(f"There is no option {quoted(word)}; the options are {', '.join(found or SPECS)}")


class Setting(NamedTuple):
    """A recorded choice; `by_deck` marks an author's suggestion, which ranks beneath a person's."""

    scope: str
    key: str
    value: str
    by_deck: bool = False


class Resolved(NamedTuple):
    """A value and where it comes from: `default`, `deck` (its author), `all`, or `this deck`."""

    value: Any
    origin: str


def resolve(
    settings: Mapping[tuple[str, str, bool], str],
    deck: str,
    suggested: Mapping[str, str] = {},
    keys: Iterable[str] = SPECS,
) -> dict[str, Resolved]:
    """What counts for a deck: its own setting, else that for all, else the author's, else the default.

    Args:
        settings: the newest value by (scope, key, by_deck).
        deck: the deck's id, or "" for all decks.
        suggested: the deck's `study:` map as typed; values that cannot be read are passed over.
        keys: the options that are wanted.
    """
    result = {}
    for key in keys:
        spec = SPECS[key]
        result[key] = Resolved(getattr(DEFAULTS, key), "default")
        for origin, text in (
            ("this deck", settings.get((deck, key, False)) if deck and not spec.whole else None),
            ("all", settings.get((ALL, key, False))),
            ("deck", suggested.get(key) if not spec.whole else None),
            ("deck", settings.get((deck, key, True)) if deck and not spec.whole else None),
        ):
            if text is None or text == UNSET:
                continue
            try:
                result[key] = Resolved(spec.parse(text), origin)
            except OptionError:
                continue
            break
    return result


def options_for(settings: Mapping[tuple[str, str, bool], str], deck: str, suggested: Mapping[str, str] = {}) -> Options:
    """The values of `resolve`, as one value."""
    return Options(**{key: found.value for key, found in resolve(settings, deck, suggested).items()})


def latest(settings: Iterable[Setting]) -> dict[tuple[str, str, bool], str]:
    """The newest value by (scope, key, by_deck), from settings in fold order."""
    return {(s.scope, s.key, s.by_deck): s.value for s in settings}
