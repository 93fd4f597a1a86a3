"""Units as people write them: symbols and names that mean the same, and what SI prefixes and times scale by."""

import re
from decimal import Decimal

_NAMES = {
    "m": "metre metres meter meters",
    "g": "gram grams gramme grammes",
    "s": "second seconds sec secs",
    "min": "minute minutes mins",
    "h": "hour hours hr hrs",
    "d": "day days",
    "wk": "week weeks",
    "mo": "month months",
    "a": "year years yr yrs y annum",
    "l": "litre litres liter liters",
    "A": "ampere amperes amp amps",
    "V": "volt volts",
    "W": "watt watts",
    "J": "joule joules",
    "N": "newton newtons",
    "Pa": "pascal pascals",
    "Hz": "hertz",
    "K": "kelvin kelvins",
    "mol": "mole moles",
    "Ω": "ohm ohms",
    "B": "byte bytes",
    "bit": "bits",
    "eV": "electronvolt electronvolts",
    "cal": "calorie calories",
    "t": "tonne tonnes",
    "°C": "celsius degc c",
    "°F": "fahrenheit degf f",
    "°": "degree degrees deg",
    "%": "percent per_cent pct prozent",
    "€": "euro euros eur",
    "$": "dollar dollars usd us$",
    "£": "pound pounds gbp",
    "mi": "mile miles",
    "ft": "foot feet",
    "in": "inch inches",
    "lb": "lbs",
}
_PREFIXES = {"tera": "T", "giga": "G", "mega": "M", "kilo": "k", "hecto": "h", "deci": "d", "centi": "c", "milli": "m"}
_PREFIXES |= {"micro": "µ", "nano": "n", "pico": "p"}
_POWERS = {"T": 12, "G": 9, "M": 6, "k": 3, "h": 2, "d": -1, "c": -2, "m": -3, "µ": -6, "n": -9, "p": -12}
_SCALED = ("m", "g", "s", "l", "A", "V", "W", "J", "N", "Pa", "Hz", "K", "mol", "Ω", "B", "bit", "eV", "cal")
_SECONDS = {"min": 60, "h": 3600, "d": 86_400, "wk": 604_800}
_WORDS = {name: symbol for symbol, names in _NAMES.items() for name in names.split()}
_LOOSE = ({"°", "°c"}, {"c", "°c"}, {"°", "°f"}, {"f", "°f"})
"""What a thermometer is read as, loosely."""
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_SPELLED = {"^": "", "**": "", "μ": "µ", "Ω": "Ω", "K": "K", "·": " ", "*": " ", "per cent": "per_cent"}


def units_of(unit: str) -> tuple[str, ...]:
    """The units that a note names: one, several with `or` between them, or none.

    >>> units_of("km"), units_of("°C or °F"), units_of("")
    (('km',), ('°C', '°F'), ())
    """
    return tuple(part.strip() for part in re.split(r"\s+or\s+", unit) if part.strip())


def same_unit(a: str, b: str) -> bool:
    """Whether two texts name one unit.

    >>> same_unit("kilometers", "km"), same_unit("m²", "m2"), same_unit("mW", "MW"), same_unit("Percent", "%")
    (True, True, False, True)
    """
    first, second = symbol(a), symbol(b)
    if first == second or {first.casefold(), second.casefold()} in _LOOSE:
        return True
    return first.casefold() == second.casefold() and _scaled(first) is None and _scaled(second) is None


def scale(a: str, b: str) -> Decimal | None:
    """How many of the second unit one of the first is; None where they measure different things.

    >>> scale("m", "km"), scale("hours", "min"), scale("kg", "km")
    (Decimal('0.001'), Decimal('60'), None)
    """
    first, second = _measured(symbol(a)), _measured(symbol(b))
    if first is None or second is None or first[0] != second[0]:
        return None
    return first[1] / second[1]


def symbol(unit: str) -> str:
    """A unit as its symbol; words that are no unit's name stay.

    >>> symbol("Kilometres per hour"), symbol("degrees Celsius"), symbol("kg")
    ('km/h', '°C', 'kg')
    """
    text = " ".join(unit.translate(_RAISED).split())
    for written, meant in _SPELLED.items():
        text = text.replace(written, meant)
    text = re.sub(r"(?i)\bdegrees? (?=[a-z])", "", text)
    text = re.sub(r"(?i)\bus ?(?=\$|dollars?\b)", "", text)
    text = re.sub(r"(?i)\s*(?:/|\bper\b)\s*", "/", text)
    text = re.sub(r"(?i)\bsq(?:uare|\.)? (\w+)", r"\1 2", text)
    text = re.sub(r"(?i)\bcubic (\w+)", r"\1 3", text)
    text = re.sub(r"(?<=[a-z]) (?=[23]\b)", "", re.sub(r"[^\W\d]+", lambda word: _symbol(word[0]), text))
    return re.sub(r"° ?(?=[CF]\b)", "°", text).strip(". ")


def _symbol(word: str) -> str:
    name = word.casefold()
    if name in _WORDS and len(name) > 1:
        return _WORDS[name]
    for prefix, sign in _PREFIXES.items():
        if name.startswith(prefix) and name[len(prefix) :] in _WORDS:
            return sign + _WORDS[name[len(prefix) :]]
    return word


def _scaled(unit: str) -> tuple[str, int] | None:
    """The unit without its prefix, and the power of ten that the prefix stands for."""
    if unit in _SCALED:
        return unit, 0
    if unit[:1] in _POWERS and unit[1:] in _SCALED:
        return unit[1:], _POWERS[unit[0]]
    return None


def _measured(unit: str) -> tuple[str, Decimal] | None:
    if unit in _SECONDS:
        return "s", Decimal(_SECONDS[unit])
    found = _scaled(unit)
    return None if found is None else (found[0], Decimal(1).scaleb(found[1]))
