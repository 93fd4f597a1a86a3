"""Lists: the items under a sentence that leads to them, or a counted enumeration; in order where they are steps."""

import re
from collections.abc import Iterator

from quizzer.core.cards import Items, Kind, Order, Typed
from quizzer.core.draft import DraftRule
from quizzer.core.passage import Passage, ReadOut
from quizzer.documents.drafting.candidate import Asks, Candidate, Pool, Sentence
from quizzer.documents.drafting.context import is_to_readers, leans
from quizzer.documents.drafting.leaks import leaks
from quizzer.documents.drafting.sentences import Block, blocks

FEWEST, MOST = 3, 8
"""Items of a list that a person can be asked for."""
ITEM = 110
"""Characters of an item."""
ALONE = 50
"""Characters of an item in a list that only a heading leads to."""
_STEPS = re.compile(
    r"\b(?:steps?|stages?|phases?|order|sequence|process|procedure|schritte?|phasen?|reihenfolge|ablauf|étapes?|pasos|fasi)\b",
    re.IGNORECASE,
)
_COUNTS = re.compile(r" [(\"“]?(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even) ")
_COUNTED = re.compile(
    r"\b(two|three|four|five|six|seven) (?:\w+ ){0,2}?(\w{3,}s|people|men|women|children)(?: of \w+(?: \w+)?)?"
    r"(?:: | (?:are|were) |, namely )"
    r"([^.;:]{8,240})\.\Z",
    re.IGNORECASE,
)
_NUMBERS = {word: number for number, word in enumerate(["two", "three", "four", "five", "six", "seven"], 2)}
_HEAD = re.compile(r"([^:.–—]{1,59}[^:.–—\s]) ?(?:: | [–—] )")


def lists(passage: Passage, said: ReadOut, *, english: bool) -> Iterator[Candidate]:
    """A draft for each list in a passage."""
    lead: Block | None = None
    items: list[Block] = []
    for block in [*blocks(said.text), Block(len(said.text), len(said.text))]:
        if block.marker:
            items.append(block)
            continue
        if items:
            yield from _list(passage, said, lead, items, english=english)
            for item in items:
                yield from _term(passage, said, item, english=english)
        lead, items = block, []


def _list(
    passage: Passage, said: ReadOut, lead: Block | None, items: list[Block], *, english: bool
) -> Iterator[Candidate]:
    texts = [_short(" ".join(said.text[item.start : item.end].split())) for item in items]
    if not FEWEST <= len(texts) <= MOST or len({text.casefold() for text in texts}) < len(texts):
        return
    if any(not 2 <= len(text) <= ITEM or ". " in text or "::" in text for text in texts):
        return
    asks_from = " ".join(said.text[lead.start : lead.end].split()) if lead else ""
    intro = re.split(r"(?<=[.!?]) ", asks_from)[-1] if asks_from.endswith(":") else ""
    if intro and (leans(intro) or is_to_readers(intro)):
        return
    if not intro and (not passage.heading or max(map(len, texts)) > ALONE):
        return
    title = intro.rstrip(": \u00a0\u202f") or passage.heading
    steps = bool(_STEPS.search(title)) and items[0].marker.isdecimal()
    many = ["three", "four", "five", "six", "seven", "eight"][len(texts) - 3]
    call = ("Put them in order." if steps else f"Name all {many}.") if english else f"({len(texts)})"
    question = f"{title}. {call}" if intro else f"{title}: {call[0].lower()}{call[1:]}"
    question = question if english else f"{title} … {call}"
    body = Order(tuple(texts)) if steps else Items(tuple(texts))
    start = lead.start if lead and intro else items[0].start
    quote = passage.text[slice(*said.place(start, items[-1].end))]
    page = str(passage.page) if passage.page else ""
    whole = Sentence(title, quote, passage.number, page, start, english)
    kind = Kind.ORDER if steps else Kind.LIST
    worth = (0.8 if intro else 0.6) - 0.03 * max(0, len(texts) - 5)
    yield Candidate(
        DraftRule.LISTS, whole, (0, len(title)), round(worth, 2), "; ".join(texts), Asks(question, kind, body)
    )


def _term(passage: Passage, said: ReadOut, item: Block, *, english: bool) -> Iterator[Candidate]:
    """A draft for an item of the form `Term: what it is`."""
    text = " ".join(said.text[item.start : item.end].split())
    head = _HEAD.match(text)
    if not head or head[1].count(" ") > 4 or any(sign in text for sign in ("::", "{{", "}}", "?", "http")):
        return
    means = text[head.end() :].rstrip(".;, ")
    if not 2 <= means.count(" ") <= 30 or leaks(means, head[1]):
        return
    question = ("What is meant? " if english else "") + means[0].upper() + means[1:]
    quote = passage.text[slice(*said.place(item.start, item.end))]
    page = str(passage.page) if passage.page else ""
    whole = Sentence(text, quote, passage.number, page, item.start, english)
    asks = Asks(question, Kind.TYPED, Typed(head[1]))
    yield Candidate(DraftRule.DEFINITIONS, whole, head.span(1), 0.8, head[1], asks, Pool("term", 0.0, question))


def _short(item: str) -> str:
    """An item without its explanation and its closing sign."""
    head = _HEAD.match(item)
    return (head[1] if head else item).rstrip(".;, ").removesuffix(" and").removesuffix(" or").rstrip(",; ")


def enumerations(sentence: Sentence) -> Iterator[Candidate]:
    """A draft where a sentence counts what it enumerates: `three branches: A, B and C`."""
    text = sentence.text
    may = sentence.english and (": " in text or " are " in text or " were " in text or ", namely " in text)
    found = _COUNTED.search(text) if may and _COUNTS.search(f" {text}") else None
    if not found:
        return
    items = [item.strip() for item in re.split(r", (?:and |or )?| and | or ", found[3]) if item.strip()]
    if len(items) != _NUMBERS[found[1].lower()] or len(items) < FEWEST or len(set(items)) < len(items):
        return
    main = text[: found.start(3)].rstrip(" :,").removesuffix(", namely")
    asks = Asks(f"{main}: which?", Kind.LIST, Items(tuple(items)))
    yield Candidate(DraftRule.LISTS, sentence, found.span(3), 0.82, found[3], asks)
