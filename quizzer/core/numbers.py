"""Numbers as people write them, and judging them. Values are exact decimals: 0.1 is 0.1.

A response is read as its language writes numbers: `1,981` is a whole number in English and none in German. Decks may
write both a point and a comma before decimals, as their authors do.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, localcontext
from typing import NamedTuple
from unicodedata import decimal, normalize

from quizzer.core.cards import Number
from quizzer.core.differences import unlike
from quizzer.core.languages import decimal_comma
from quizzer.core.text import one_line
from quizzer.core.units import same_unit, scale, units_of
from quizzer.core.verdict import Outcome, Verdict, nearly

LONGEST = 200
"""Characters of a response that are read."""
_SPACES = " \u00a0\u2009\u202f"
_GROUPS = (rf"(?:[{_SPACES}]\d{{3}})+", r"(?:['’_]\d{3})+", r"(?:,\d{2,3})*,\d{3}", r"(?:\.\d{3})+")
_WHOLE = "|".join([*(rf"\d{{1,3}}{groups}" for groups in _GROUPS), r"\d+"])
_NUMBER = re.compile(
    rf"(?P<sign>[+\-]?) ?(?:(?P<whole>{_WHOLE})(?:(?P<mark>[.,])(?P<rest>\d+))?(?![\d.,]\d)|[.,](?P<only>\d+))"
    r"(?: ?e(?P<e>[+\-]?\d{1,3})(?!\w)| ?[x*·]? ?10(?:\^|\*\*)(?P<power>[+\-]?\d{1,3}))?"
)
_POWER = re.compile(r"(?P<sign>[+\-]?)10(?:\^|\*\*)(?P<power>[+\-]?\d{1,3})")
_ABOUT = re.compile(r"(?:about|approx\.?|approximately|around|roughly|circa|ca\.?|c\.|etwa|environ|[~≈=])\s*")
_IDLE = ("st", "nd", "rd", "th", "the", "in", "year", "no", "exactly")
_FRACTION = re.compile(r"(?P<sign>[+\-]?) ?(?:(?P<whole>\d+) )?(?P<above>\d+) ?[/⁄] ?(?P<below>0*[1-9]\d*)(?![\d.,/])")
_SUPER = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_RAISED = re.compile("[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_VULGAR = re.compile("[¼-¾⅐-⅞]")
_WORDS = {"minus ": "-", "plus ": "+", "×": "x", "⋅": "·", "−": "-", "–": "-"}
_TIMES = {
    **dict.fromkeys(("thousand", "tausend", "mille", "mil", "k"), 3),
    **dict.fromkeys(("million", "millions", "millionen", "millón", "millones", "mio", "m", "mn"), 6),
    **dict.fromkeys(("milliard", "milliards", "milliarde", "milliarden", "mrd", "bn"), 9),
}
_LONG_SCALE = {"billion": 12, "billionen": 12, "billions": 12}
_SHORT_SCALE = {"billion": 9, "billions": 9, "trillion": 12, "trillions": 12}


class Reading(NamedTuple):
    """One way of reading a text as a number and what is said beside it."""

    value: Decimal
    beside: str
    """The text before and after: a unit, mostly."""
    times: int = 0
    """The power of ten of a word between them that was taken as a part of the unit ("million km")."""


def judge_number(body: Number, response: str, language: str, question: str) -> Verdict:
    """Whether a response is the number, within its tolerance, and in its unit if it names one.

    Args:
        body: the number, with what it may be off by.
        response: as typed; of a long one only the beginning is read.
        language: the answer's.
        question: words of it may stand beside the number ("5 apples").
    """
    response = response[: max(LONGEST, 2 * len(body.answer))]
    beside = unlike(one_line(response), f"{body.answer} {body.unit}".rstrip())
    best = Verdict(Outcome.WRONG, 0.0, "number", "this is no single number")
    with localcontext() as context:
        context.prec = 2 * len(response) + 2 * len(body.answer) + LONGEST  # so that nothing is rounded
        wanted = value_of(body.answer)
        readings = readings_of(response, language) if wanted is not None else ()
        verdicts = [_judged(body, wanted, reading, question) for reading in readings if wanted is not None]
        for verdict in filter(None, verdicts):
            if verdict.outcome is Outcome.RIGHT:
                return verdict
            best = best if best.outcome is Outcome.NEARLY else verdict
    return best._replace(differences=beside)


def _judged(body: Number, wanted: Decimal, reading: Reading, question: str) -> Verdict | None:
    """The verdict on one reading; None where it makes no sense with the unit that is wanted."""
    units = units_of(body.unit)
    if reading.times:
        behind = [unit.partition(" ")[2] for unit in units if reading.times in _times(unit.partition(" ")[0])]
        if not behind:
            return None
        units = tuple(filter(None, behind))
    factor, doubt = _in_units(reading.beside, units, question)
    if factor is None:
        return Verdict(Outcome.WRONG, 0.0, "unit", doubt)
    value = reading.value * factor
    off = abs(value - wanted)
    if off > tolerated(body.tolerance, wanted):
        return Verdict(Outcome.WRONG, 0.0, "number", "too high" if value > wanted else "too low")
    if doubt:
        return nearly("unit", doubt)
    return Verdict(Outcome.RIGHT, 1.0, "number", f"within {body.tolerance}" if off else "")


def _in_units(beside: str, units: Sequence[str], question: str) -> tuple[Decimal | None, str]:
    """What the number has to be multiplied by to be in a wanted unit (None: it is in another), and what is doubtful."""
    if not beside:
        return Decimal(1), f"the unit is missing: {' or '.join(units)}" if len(units) > 1 else ""
    if any(same_unit(beside, unit) for unit in units):
        return Decimal(1), ""
    if units:
        factor = next((found for unit in units if (found := scale(beside, unit)) is not None), None)
        return factor, "" if factor is not None else f"another unit than {' or '.join(units)}"
    return Decimal(1), "" if _in_question(beside, question) else "no unit was asked for"


def _in_question(beside: str, question: str) -> bool:
    words = [*re.findall(r"\w+", question.casefold()), *_IDLE]
    return all(word in words for word in re.findall(r"\w+", beside.casefold()))


def tolerated(tolerance: str, wanted: Decimal) -> Decimal:
    """How far off a response may be: `0.5`, or `5%` of what is wanted.

    >>> tolerated("5%", Decimal(-200)), tolerated("0,5", Decimal(3)), tolerated("", Decimal(3))
    (Decimal('10'), Decimal('0.5'), Decimal('0'))
    """
    found = value_of(tolerance.rstrip("% ")) or Decimal(0)
    return abs(wanted) * found / 100 if tolerance.endswith("%") else found


def value_of(text: str) -> Decimal | None:
    """The number that an author has written: a point or a single comma before decimals; None for no number.

    >>> value_of("384,400"), value_of("3.14"), value_of("1,5e3"), value_of("1.5 × 10^8")
    (Decimal('384400'), Decimal('3.14'), Decimal('1.5E+3'), Decimal('1.5E+8'))
    """
    return next((reading.value for reading in readings_of(text, "") if not reading.beside), None)


def readings_of(text: str, language: str) -> Iterator[Reading]:
    """The ways in which a text can be read as a number with something beside it, the likeliest first."""
    text = _prepared(text)
    text = text[found.end() :] if (found := _ABOUT.match(text)) else text
    fraction = _FRACTION.match(text)
    if fraction:
        value = int(fraction["whole"] or 0) + Decimal(fraction["above"]) / Decimal(fraction["below"])
        yield Reading(-value if fraction["sign"] == "-" else value, text[fraction.end() :].strip())
        return
    number = _POWER.search(text)
    if number and number.start() == 0:
        yield from _reading(number["sign"], "1", int(number["power"]), text[number.end() :], language)
        return
    number = _NUMBER.search(text)
    if number is None:
        return
    before, after = text[: number.start()].strip(), text[number.end() :].strip()
    beside = f"{before} {after}".strip()
    if after.startswith("^") or re.search(r"\d", re.sub(r"\^-?\d|[^\W\d]+\d\b", "", beside)):
        return  # a second number, or a power of the first
    power = int(number["e"] or number["power"] or 0)
    for digits in _digits(number, decimal_comma(language)):
        yield from _reading(number["sign"], digits, power, beside, language)


def _digits(number: re.Match[str], comma: bool) -> Iterator[str]:
    """The digits with a point before decimals; both ways where a language leaves two."""
    whole, rest = number["whole"], number["rest"]
    if whole is None:
        yield "0." + number["only"]
        return
    bare = re.sub(r"\D", "", whole)
    if rest is not None:
        yield f"{bare}.{rest}"
        return
    inner = [char for char in whole if char in ",."]
    if inner and whole[0] == "0":  # no group begins with a nought
        yield whole.replace(",", ".")
        return
    if len(inner) != 1:  # none, or groups of three
        yield bare
        return
    as_decimals = whole.replace(",", ".")
    if inner == ["."]:
        yield as_decimals
        if comma:
            yield bare
    else:
        yield as_decimals if comma else bare


def _reading(sign: str, digits: str, power: int, beside: str, language: str) -> Iterator[Reading]:
    beside = beside.strip()
    word, _, rest = beside.partition(" ")
    rest, single = rest.strip(), len(word) == 1
    plainly = Decimal(f"{sign}{digits}e{power}")
    times = _times(word, language)
    if times and (not single or not rest):
        yield Reading(Decimal(f"{sign}{digits}e{power + times[0]}"), rest)
    if times and not single:
        yield Reading(plainly, rest, times[0])
    else:
        yield Reading(plainly, beside)


def _times(word: str, language: str | None = None) -> tuple[int, ...]:
    """The power of ten that a word multiplies by; those of both scales where no language is given."""
    word = word.casefold().rstrip(".")
    found = [_TIMES.get(word)]
    if language is None or decimal_comma(language):
        found.append(_LONG_SCALE.get(word))
    if language is None or not decimal_comma(language):
        found.append(_SHORT_SCALE.get(word))
    return tuple(power for power in found if power is not None)


def _prepared(text: str) -> str:
    """Digits of any script as ASCII ones, raised ones as a power, signs as a keyboard has them."""
    text = normalize("NFC", one_line(text))
    text = _RAISED.sub(lambda raised: "^" + raised[0].translate(_SUPER), text)
    text = "".join(_digit(char) for char in _VULGAR.sub(lambda vulgar: normalize("NFKC", " " + vulgar[0]), text))
    for written, meant in _WORDS.items():
        text = text.replace(written, meant)
    return re.sub(r"(?<=\d)E(?=[+\-]?\d)", "e", text).rstrip(".;:!? ").lstrip(" ;:")


def _digit(char: str) -> str:
    value = decimal(char, None)
    return char if value is None else str(value)
