"""What became of cards that no deck holds any more: which present card each of them is now.

Cards of one note go together. A match is *unmistakable* where one of a note's cards

- asks all but the same: questions and solutions are alike to `ALL_BUT_EQUAL`, with the same numbers and denials; or
- has the same note id in another deck (or is another part of the same note), and is alike to `SAME_NAME`, since short
  ids such as `q1` stand in many decks;

and no other note of either side matches as well. A card of which nobody knows what it asked, since it was hidden or
flagged before it was ever asked, goes by its note's id to where other notes of its deck have gone. What is alike to
`OFFERED` is only offered. Texts are compared without markup, and without regard to capitals and white space; of
questions and solutions, those that are less alike count.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from quizzer.core.cards import split_id
from quizzer.core.markup import plain

ALL_BUT_EQUAL = 0.9
SAME_NAME = 0.5
OFFERED = 0.5
_NEAREST = 20
"""Cards with the questions most alike, whose solutions are looked at too."""
_BEST = 2
_DENYING = {
    "not", "no", "never", "none", "nor", "without", "except", "cannot", "nicht", "nie", "kein", "keine", "keinen",
    "keiner", "ohne", "ausser", "ne", "pas", "jamais", "sans", "sauf", "nunca", "sin", "non", "mai", "senza", "niet",
    "geen", "nooit", "zonder", "não", "sem",
}  # fmt: skip
"""Folded words of some languages that turn a question round."""

Name: TypeAlias = tuple[str, str]
"""Deck and note."""
Heard: TypeAlias = Callable[[int, int], None]
"""Hears how many notes of how many are done."""


class Text(NamedTuple):
    """A card and what it asks, as it is compared; made by `text_of`."""

    id: str
    question: str
    """Empty, as the solution is, where nobody knows."""
    solution: str


class Proposal(NamedTuple):
    """What an orphan may be now."""

    orphan: str
    card: str
    closeness: float
    """How much alike they are, 0–1; 0 where nobody knows what the orphan asked."""
    unmistakable: bool


class _Match(NamedTuple):
    """Two notes that may be the same one."""

    gone: Name
    there: Name
    level: int
    """`_BEST`: same id and all but equal; 1: one of the two; 0: alike."""
    closeness: float
    """Of all the cards of the note that is gone, in the mean."""
    cards: tuple[tuple[str, str, float], ...]
    """Orphan, present card and their closeness."""

    @property
    def is_of_one_name(self) -> bool:
        """Whether the notes have the same id."""
        return self.gone[1] == self.there[1]


def text_of(id: str, question: str, solution: str) -> Text:
    """A card with its texts folded."""
    return Text(id, *(" ".join(plain(text).casefold().split()) for text in (question, solution)))


def closeness(orphan: Text, card: Text) -> float:
    """How much alike an orphan and a present card are, 0–1.

    >>> closeness(text_of("a/x", "Capital of *France*?", "Paris"), text_of("b/y", "capital of  france?", "Pariss"))
    0.9090909090909091
    """
    if _is_hash(orphan.id) and split_id(orphan.id)[1:] == split_id(card.id)[1:]:
        return 1.0  # the id itself says what is asked and what the solution is
    if not orphan.question and not orphan.solution:
        return 0.0
    return min(_ratio(orphan.question, card.question), _ratio(orphan.solution, card.solution))


def proposals(
    orphans: Iterable[Text], present: Sequence[Text], least: float | None = OFFERED, heard: Heard | None = None
) -> list[Proposal]:
    """For each orphan the present card that it may be now, as far as there is one; each card is proposed once.

    Args:
        orphans: cards that no deck holds.
        present: cards that may be one of them.
        least: how much alike questions have to be that are not the same, to be found without the same note id; None:
            none is looked for, since that takes a while among many cards.
        heard: told of every note.
    """
    gone, there = _by_note(orphans), _by_note(present)
    nearby = _Nearby(present, least)
    matches: list[_Match] = []
    for done, (name, cards) in enumerate(gone.items()):
        if heard:
            heard(done, len(gone))
        near = _matches(name, cards, nearby.same(name, cards), there)
        if all(match.level < _BEST for match in near):
            near = _matches(name, cards, nearby.alike(name, cards), there)
        matches += near
    rivals = Counter(key for match in matches for key in _counted(match))
    free = {("gone", name) for name in gone} | {("there", name) for name in there}
    found: list[Proposal] = []
    followed: set[tuple[str, str]] = set()
    for match in sorted(matches, key=lambda one: (-one.level, -one.closeness, one.gone, one.there)):
        sides = {("gone", match.gone), ("there", match.there)}
        if sides <= free:
            free -= sides
            decks = (match.gone[0], match.there[0])
            sure = match.level > 0 and all(rivals[key] == 1 for key in _counted(match)[:2])
            sure = sure or (decks in followed and match.is_of_one_name and not match.closeness)
            followed |= {decks} if sure else set()
            found += [Proposal(*pair, sure) for pair in match.cards]
    return sorted(found)


def _matches(
    name: Name, cards: Sequence[Text], others: Iterable[Name], there: Mapping[Name, Sequence[Text]]
) -> list[_Match]:
    return list(filter(None, (_matched(name, cards, other, there[other]) for other in sorted(others))))


def _counted(match: _Match) -> list[tuple[str, Name, int]]:
    """By what a match is counted: among those of its level and better on either side."""
    sides = (("gone", match.gone), ("there", match.there))
    return [(*side, level) for level in range(match.level, 0, -1) for side in sides]


def _by_note(cards: Iterable[Text]) -> dict[Name, list[Text]]:
    found: dict[Name, list[Text]] = defaultdict(list)
    for card in sorted(cards):
        found[_name(card.id)].append(card)
    return found


class _Nearby:
    """Finds the notes among which a note that is gone may be."""

    def __init__(self, present: Sequence[Text], least: float | None) -> None:
        self._present = present
        self._least = 100 * (least or 0.0)
        self._questions = [card.question for card in present] if least is not None else []
        self._named: dict[str, dict[Name, str]] = defaultdict(dict)
        self._asking: dict[tuple[str, str], set[Name]] = defaultdict(set)
        for card in present:
            name = _name(card.id)
            self._named[name[1]].setdefault(name, card.question)
            self._asking[card.question, card.solution].add(name)

    def same(self, name: Name, cards: Sequence[Text]) -> set[Name]:
        """The notes of the same id, and of the same texts."""
        found = self._of_id(name[1], cards)
        for card in cards:
            if card.question or card.solution:
                found |= self._asking.get((card.question, card.solution), set())
        return found

    def alike(self, name: Name, cards: Sequence[Text]) -> set[Name]:
        """Those, and the notes of questions that are nearly alike."""
        found = self.same(name, cards)
        for card in cards if self._questions else ():
            if card.question:
                found |= {_name(self._present[at].id) for at in self._like(card.question)}
        return found

    def _of_id(self, note: str, cards: Sequence[Text]) -> set[Name]:
        """The notes of an id; of an id that stands in very many decks, those with the questions most alike."""
        named = self._named.get(note, {})
        if len(named) <= _NEAREST:
            return set(named)
        from rapidfuzz import fuzz, process

        likest = process.extract(cards[0].question, named, scorer=fuzz.ratio, limit=_NEAREST)
        return {name for _, _, name in likest}

    def _like(self, question: str) -> list[int]:
        from rapidfuzz import fuzz, process

        found = process.extract(question, self._questions, scorer=fuzz.ratio, score_cutoff=self._least, limit=_NEAREST)
        return [at for _, _, at in found]


def _matched(gone: Name, orphans: Sequence[Text], there: Name, cards: Sequence[Text]) -> _Match | None:
    """How two notes match; None where none of their cards are alike."""
    pairs = paired(orphans, cards, by_part=gone[1] == there[1])
    if not pairs:
        return None
    named = gone[1] == there[1] and any(near >= SAME_NAME for _, _, near in pairs)
    equal = any(near >= ALL_BUT_EQUAL and _turning(one) == _turning(other) for one, other, near in pairs)
    mean = sum(near for _, _, near in pairs) / len(orphans)
    return _Match(gone, there, named + equal, mean, tuple((one.id, other.id, near) for one, other, near in pairs))


def paired(
    orphans: Sequence[Text], cards: Sequence[Text], least: float = OFFERED, *, by_part: bool = True
) -> list[tuple[Text, Text, float]]:
    """Which card of a note belongs to which of another, and how alike they are: of the same part, else the most alike.

    Args:
        orphans: the cards of the one.
        cards: the cards of the other.
        least: how alike they have to be.
        by_part: whether an orphan of which nobody knows what it asked belongs to the card of its part.
    """
    left = {split_id(card.id)[2]: card for card in cards}
    found: list[tuple[Text, Text, float]] = []
    rest: list[Text] = []
    for orphan in orphans:
        part, unknown = split_id(orphan.id)[2], not orphan.question and not orphan.solution
        near = closeness(orphan, left[part]) if part in left else 0.0
        if part in left and (near >= least or (unknown and by_part)):
            found.append((orphan, left.pop(part), near))
        else:
            rest.append(orphan)
    others = [(closeness(orphan, card), orphan, card) for orphan in rest for card in left.values()]
    for near, orphan, card in sorted(others, key=lambda one: (-one[0], one[1].id, one[2].id)):
        if near >= least and orphan in rest and card in left.values():
            rest.remove(orphan)
            del left[split_id(card.id)[2]]
            found.append((orphan, card, near))
    return found


def _name(card: str) -> Name:
    return split_id(card)[:2]


def _is_hash(card: str) -> bool:
    return split_id(card)[1].startswith("~")


def _turning(card: Text) -> list[str]:
    """What makes another question of one in nearly the same words: its numbers, and whether it denies."""
    return [
        word
        for word in re.findall(r"\d+|[^\W\d]+", f"{card.question} {card.solution}")
        if word in _DENYING or word.isdigit()
    ]


def _ratio(one: str, other: str) -> float:
    if one == other:
        return 1.0
    from rapidfuzz import fuzz

    return fuzz.ratio(one, other) / 100
