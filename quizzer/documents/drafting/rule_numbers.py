"""Numbers with their units: with signs and symbols in any language, with counted things (`3 days`) in English."""

import re
from collections.abc import Iterator

from quizzer.core.asking import BLANK
from quizzer.core.cards import Kind, Number
from quizzer.core.draft import DraftRule
from quizzer.documents.drafting.candidate import HIDES, Asks, Candidate, Sentence, shown

_COUNTS = re.compile(r"\d[ \u00a0\u202f]?[^\W\d_]|\d[ \u00a0\u202f]?[%‰°]")
_DIGIT = re.compile(r"\d")
_NUMBER = (
    r"\d(?<![\w.,/:=$€£¥-]\d)"
    r"(?>\d{0,2}(?:,\d{3})++(?!\d)(?:\.\d++)?|\d{0,2}(?:\.\d{3})++(?!\d)(?:,\d++)?|\d*+(?:[.,]\d++)?)"
)
_UNITS = (
    r"%|‰|°C|°F|°|µm|μm|nm|mm|cm|dm|km²|km2|km/h|km|m²|m³|m/s|mph|ha|mg|kg|g|t|ml|cl|hl|l|L|ms|µs|ns|s|min|h"
    r"|Hz|kHz|MHz|GHz|KB|kB|MB|GB|TB|PB|bit|kbit|Mbit|Gbit|V|kV|mV|A|mA|W|kW|MW|GW|TW|kWh|J|kJ|MJ|kcal|N|Pa|hPa|kPa|K"
    r"|mol|dB|eV|keV|MeV|GeV"
)
_WITH_UNIT = re.compile(
    rf"(?P<number>{_NUMBER})[ \u00a0\u202f]?(?:(?P<unit>{_UNITS})(?![\w²³/-])|"
    r"(?P<things>(?:million |billion |per cent|percent|(?:square |cubic |light |nautical )?[a-z]{3,}s\b|feet\b|people\b"
    r"|men\b|women\b|children\b)(?:[a-z]{3,}s\b|people\b)?))"
)
_CONVERTED = re.compile(rf"({re.escape(BLANK)}[^()]{{0,20}}?) \([^()\d]{{0,12}}\d[^()]{{0,24}}\)")
"""The same in another unit, which gives the number away: `160 km (99 mi)`."""
_ABOUT = re.compile(r"\b(?:about|around|some|nearly|almost|roughly|approximately|ca\.) \Z", re.IGNORECASE)
_LABEL = re.compile(
    r"\b(?:chapters?|sections?|figures?|tables?|parts?|steps?|numbers?|values?|versions?|pages?|lines?|levels?|types?"
    r"|articles?|rooms?|class|grade|phase|stage|units?|no\.|editions?|lessons?|listings?|volumes?) \Z",
    re.IGNORECASE,
)
"""Before a number that counts nothing."""
_SHORT_S = re.compile(r"(?:was|has|is|as|his|its|this|does|plus|minus|times|versus|ss|us)\Z")


def numbers(sentence: Sentence) -> Iterator[Candidate]:
    """A draft for each number of something."""
    text = sentence.text
    first = _DIGIT.search(text)
    if not first or not _COUNTS.search(text, first.start()):
        return
    seen = False
    for found in _WITH_UNIT.finditer(text, first.start()):
        if found["number"] in ("0", "1") or re.match(r"0\d", found["number"]) or text.count(found["number"]) > 1:
            continue
        if found["things"] and (not sentence.english or _SHORT_S.search(found["things"])):
            continue
        number, unit = found["number"], found["unit"] or found["things"].strip()
        if (
            unit in ("s", "A", "K", "N", "V", "W", "J", "L", "t", "h", "g", "m", "l")
            and len(number) == 4
            and number < "2100"
        ):
            continue  # a year and a word of one letter
        if found["things"] and len(number) == 4 and number.isdecimal() and 1000 < int(number) < 2100:
            continue
        span = found.span("number")
        if found["things"] and _LABEL.search(text, max(0, span[0] - 20), span[0]):
            continue
        question = _CONVERTED.sub(r"\1", shown(Candidate(DraftRule.NUMBERS, sentence, span, 0, number, HIDES)))
        rough = bool(_ABOUT.search(text, max(0, span[0] - 16), span[0])) and sentence.english
        asks = Asks(question, Kind.NUMBER, Number(number, "10%" if rough else "", unit))
        worth = 0.64 + (0.06 if found["unit"] else 0) - (0.1 if seen else 0)
        seen = True
        yield Candidate(DraftRule.NUMBERS, sentence, span, worth, number, asks)
