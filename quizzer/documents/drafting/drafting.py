"""Drafts from a document: each sentence goes through the rules, and the best of what they find is kept.

Offline, without dice or models: the same document always gives the same drafts. What is held besides the document
grows no further than `MOST` drafts and what they need.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from typing import TypeAlias

from quizzer.core.cards import Note, Number, Source
from quizzer.core.draft import Draft
from quizzer.core.passage import Passage, ReadOut, Role, read_out
from quizzer.documents.drafting.antecedents import Before
from quizzer.documents.drafting.candidate import Asks, Candidate, Pool, Sentence, Span, asked, shown
from quizzer.documents.drafting.context import fit
from quizzer.documents.drafting.leaks import leaks
from quizzer.documents.drafting.options import Pools
from quizzer.documents.drafting.rule_causes import causes
from quizzer.documents.drafting.rule_dates import dates
from quizzer.documents.drafting.rule_definitions import definitions
from quizzer.documents.drafting.rule_events import Events
from quizzer.documents.drafting.rule_expansions import expansions
from quizzer.documents.drafting.rule_lists import enumerations, lists
from quizzer.documents.drafting.rule_names import names
from quizzer.documents.drafting.rule_numbers import numbers
from quizzer.documents.drafting.rule_quotations import quotations
from quizzer.documents.drafting.sentences import LONGEST, blocks, sentences
from quizzer.documents.drafting.spans import Name
from quizzer.documents.drafting.spans import names as find_names
from quizzer.documents.drafting.survey import Survey, is_english, survey
from quizzer.documents.drafting.worth import MORE, are_twins, weighed

MOST = 3_000
"""Drafts of a document at most, the most useful ones."""
A_SENTENCE = 3
"""Drafts of one sentence at most."""
NOBODY = 0.85
"""How well a sentence stands alone that says `she` of nobody it names."""
FAR = 100
"""How far the terms of one list are from those of the next; neighbours are 1 apart."""
LEAST = 0.5
"""The usefulness that a draft must have."""

Weighed: TypeAlias = tuple[float, Candidate]
"""A candidate and its usefulness beside others."""
Rule: TypeAlias = Callable[[Sentence], Iterator[Candidate]]
Sign: TypeAlias = Callable[[str], object] | None
Tell: TypeAlias = Callable[[int, int], None]
"""Called with how many passages are done, of how many."""

_DIGIT = re.compile(r"\d").search
RULES: tuple[tuple[Rule, Sign], ...] = (
    (expansions, lambda text: "(" in text),
    (dates, _DIGIT),
    (causes, lambda text: "because" in text or "response to" in text or "result of" in text or "owing to" in text),
    (definitions, None),
    (enumerations, None),
    (quotations, lambda text: '"' in text or "“" in text or "„" in text or "«" in text),
    (numbers, _DIGIT),
)
"""The rules that look at one sentence, with what it must hold; names come after them, and lists and events look at more
than one."""

_MAY_BE_CODE = re.compile(r"[{}\ufffd=_<]|--|->|\(\)|!\(|\);|:[:/]|www\.")
_CODE = re.compile(r"\{\{|\}\}|::|https?:/|www\.|\ufffd|(?:^| )--\w|\w=\w|\w_\w|\(\)|->|\w!\(|\);|\w<\w")
"""What no sentence has that a person would ask about, and signs without which there is none of it."""
_ENDS = frozenset(".!。！…")
_CLOSERS = "\"'”’»)"
_ITEM = re.compile(r"(?:-|\d{1,3}[.)]) ")


def draft(passages: Sequence[Passage], source: str, tell: Tell | None = None, title: str = "") -> tuple[Draft, ...]:
    """The drafts of a document, the most useful first; equally useful ones as they stand in it.

    Args:
        passages: of one document.
        source: the name that the notes give it.
        tell: hears how far it is, now and then.
        title: of the document; empty where it has none.
    """
    known = survey(passages)
    found = _Found()
    events = Events()
    before = Before(known)
    for done, passage in enumerate(passages):
        if tell and done % 200 == 0:
            tell(done, len(passages))
        if not passage.is_asked_about or passage.role in (Role.CODE, Role.TABLE) or "{{" in passage.text:
            continue
        if before.trail != passage.trail:
            before.move_to(passage.trail, title)
        said = read_out(passage)
        told = is_english(said.text)
        english = known.english if told is None else told
        if passage.role is Role.LIST:
            found.add((one.usefulness, one) for one in lists(passage, said, english=english))
        for sentence, named in _fit_sentences(passage, said, known, before, english=english):
            found.add(_from_sentence(sentence, named, known, before.about, found.pools))
            events.look_at(sentence, passage.trail)
    found.add((one.usefulness, one) for one in events.candidates(title))
    if tell:
        tell(len(passages), len(passages))
    return tuple(_drafts(found, source))


class _Found:
    """The best candidate for each answer; never more than a few times `MOST`."""

    def __init__(self) -> None:
        self.pools = Pools()
        self._best: dict[str, tuple[float, int, Candidate]] = {}
        self._count = 0
        self._terms = 0
        self._passage = ""

    def add(self, candidates: Iterable[Weighed]) -> None:
        for worth, candidate in candidates:
            if candidate.pool and candidate.pool.name == "term":
                candidate = self._placed(candidate, candidate.pool)
            self._count += 1
            answer = _solution(candidate)
            if answer not in self._best or worth > self._best[answer][0]:
                self._best[answer] = (worth, -self._count, candidate)
        if len(self._best) > 4 * MOST:
            self._best = {_solution(entry[2]): entry for entry in self._ranked()[: 2 * MOST]}

    def _placed(self, candidate: Candidate, pool: Pool) -> Candidate:
        """A term, which is the best wrong option for those of its own list."""
        sentence = candidate.sentence
        self._terms += 1 if sentence.passage == self._passage else FAR
        self._passage = sentence.passage
        pool = pool._replace(place=self._terms)
        self.pools.add(pool, candidate.answer, sentence.text)
        return candidate._replace(pool=pool)

    def ranked(self) -> Iterator[Candidate]:
        for worth, _, candidate in self._ranked():
            yield candidate._replace(usefulness=worth)

    def _ranked(self) -> list[tuple[float, int, Candidate]]:
        return sorted(self._best.values(), key=lambda entry: entry[:2], reverse=True)


def _fit_sentences(
    passage: Passage, said: ReadOut, known: Survey, before: Before, *, english: bool
) -> Iterator[tuple[Sentence, tuple[Name, ...]]]:
    """The sentences of a passage that can be asked about, and the names in them."""
    for block in blocks(said.text):
        for start, end in sentences(said.text, block.start, block.end):
            if end - start > LONGEST or end - start < 12:
                before.forget()
                continue
            text = said.text[start:end]
            if "  " in text or not text.isprintable():  # line ends, and blanks that are none of ASCII
                text = " ".join(text.split())
            made = None
            if (text[-1] in _ENDS or text.rstrip(_CLOSERS)[-1:] in _ENDS) and _is_whole(text):
                made = fit(text, before, english=english)
            if english and not made:
                before.note(text, "", leans=True)
            if made:
                quote = passage.text[slice(*said.place(start, end))]
                page = str(passage.page) if passage.page else ""
                closed = _closed(made.text) if '"' in made.text or "“" in made.text else made.text
                found = tuple(find_names(made.text, known)) if english else ()
                stands = made.stands
                if english:
                    before.note(made.text, made.given, found, leans=False)
                    before.meet(made.text, found)
                    stands *= 1.0 if before.is_said_whom(made.text, found) else NOBODY
                yield Sentence(closed, quote, passage.number, page, start, english, stands, made.given), found


def _is_whole(text: str) -> bool:
    return not (_ITEM.match(text) or (_MAY_BE_CODE.search(text) and _CODE.search(text)))


def _closed(text: str) -> str:
    """With the closing mark of a quotation that goes on in the next sentence."""
    if text.count('"') % 2:
        return text + '"' if text.rfind(' "') > 0 or text.startswith('"') else text
    return text + "”" if "„" not in text and text.count("“") == text.count("”") + 1 else text


def _from_sentence(
    sentence: Sentence, named: tuple[Name, ...], known: Survey, about: Container[str], pools: Pools
) -> list[Weighed]:
    """The best candidates of a sentence, apart from one another."""
    made = _made(sentence, named)
    for candidate in made:
        if candidate.pool:
            pools.add(candidate.pool, candidate.answer, sentence.text)
    if len(made) > 1:
        made.sort(key=_first)
    kept: list[Weighed] = []
    for candidate in made:
        if len(kept) == A_SENTENCE or candidate.usefulness * sentence.stands + MORE < LEAST + 0.04 * len(kept):
            break
        if kept and _is_taken(candidate, kept):
            continue
        worth = weighed(candidate, known, about) - 0.04 * len(kept)
        if worth >= LEAST and not leaks(shown(candidate), candidate.answer):
            kept.append((round(worth, 2), candidate))
    return kept


def _made(sentence: Sentence, named: tuple[Name, ...]) -> list[Candidate]:
    """What the rules find in a sentence."""
    made: list[Candidate] = []
    for rule, sign in RULES:
        if not sign or sign(sentence.text):
            made += rule(sentence)
    if named:
        made += names(sentence, named)
    return made


def _is_taken(candidate: Candidate, kept: list[Weighed]) -> bool:
    """Whether another candidate of its sentence asks for the same words, or near the same."""
    start, end = candidate.span
    return any((start < other.span[1] and other.span[0] < end) or are_twins(candidate, other) for _, other in kept)


def _first(candidate: Candidate) -> tuple[float, Span]:
    return -candidate.usefulness, candidate.span


def _drafts(found: _Found, source: str) -> Iterator[Draft]:
    """The candidates as notes: no answer twice, since one of two would give the other away."""
    seen: set[str] = set()
    made: list[tuple[float, int, Draft]] = []
    for at, plain in enumerate(found.ranked()):
        candidate = found.pools.with_options(plain)
        question = shown(candidate).casefold()
        if question in seen or leaks(question, candidate.answer):
            continue
        seen.add(question)
        sentence, asks = candidate.sentence, asked(candidate)
        note = Note(
            id="",
            kind=asks.kind,
            question=asks.question,
            body=asks.body,
            source=Source(source, sentence.passage, sentence.page),
            quote=sentence.quote,
            draft=True,
        )
        made.append((candidate.usefulness, -at, Draft(note, candidate.rule, candidate.usefulness)))
        if len(made) == MOST:
            break
    for _, _, draft in sorted(made, key=lambda entry: entry[:2], reverse=True):
        yield draft


def _solution(candidate: Candidate) -> str:
    """What two drafts of one document must not have in common."""
    asks = candidate.asks
    unit = f" {asks.body.unit}" if isinstance(asks, Asks) and isinstance(asks.body, Number) else ""
    return (candidate.answer.casefold() + unit).removeprefix("the ")
