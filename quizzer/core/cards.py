"""Notes and the cards they make.

A note is what an author wrote; a card is one thing asked. All texts here are already clean (core.text) and
NFC, and still hold their light Markdown. Values are NamedTuples: cheap to make before the first frame.
"""

from enum import StrEnum
from typing import NamedTuple, TypeAlias


class Kind(StrEnum):
    """How a note asks; the value is the word used in decks, screens and JSON."""

    FLASHCARD = "flashcard"
    TYPED = "typed"
    NUMBER = "number"
    CHOICE = "choice"
    TRUE_FALSE = "true-false"
    CLOZE = "cloze"
    TYPED_CLOZE = "typed-cloze"
    ORDER = "order"
    MATCH = "match"
    LIST = "list"


class Source(NamedTuple):
    """Where a note comes from: a name under the deck's `sources:`, and a place in it."""

    doc: str
    passage: str = ""
    page: str = ""


class Option(NamedTuple):
    """One option of a choice, and why it is wrong (or right), if the author says so."""

    text: str
    because: str = ""


class Hole(NamedTuple):
    """A hidden span of a cloze. Holes of one `group` are hidden together and make one card."""

    text: str
    group: str
    """The part of the card's id: the author's number, or a hash of the text and its occurrence."""
    hint: str = ""


class Flashcard(NamedTuple):
    """Judged by the person."""

    answer: str
    both_ways: bool = False


class Typed(NamedTuple):
    """The solution is typed; `accept` are further right ones."""

    answer: str
    accept: tuple[str, ...] = ()
    ignore: tuple[str, ...] | None = None
    """What judging overlooks, replacing the defaults; None: the defaults."""
    exact: bool = False


class Number(NamedTuple):
    """A number as written by the author, with what may be off by and the unit."""

    answer: str
    tolerance: str = ""
    """`5%` or `0.5`, checked by the reader; empty: none."""
    unit: str = ""


class Choice(NamedTuple):
    """Options right and wrong, in the author's order; study shuffles them."""

    right: tuple[Option, ...]
    wrong: tuple[Option, ...]


class TrueFalse(NamedTuple):
    """Whether the statement holds."""

    answer: bool


class Cloze(NamedTuple):
    """Text and holes in reading order."""

    pieces: tuple[str | Hole, ...]
    typed: bool = False


class Order(NamedTuple):
    """Items in their right order."""

    items: tuple[str, ...]


class Match(NamedTuple):
    """Left and right sides that belong together."""

    pairs: tuple[tuple[str, str], ...]


class Items(NamedTuple):
    """All of these, in any order (kind `list`)."""

    items: tuple[str, ...]


Body: TypeAlias = Flashcard | Typed | Number | Choice | TrueFalse | Cloze | Order | Match | Items


class Note(NamedTuple):
    """One entry under a deck's `cards:` key."""

    id: str
    """Unique in the deck; `~` and a hash where the author gave none."""
    kind: Kind
    question: str
    """The question or statement; empty for a cloze, whose text is its body."""
    body: Body
    hint: str = ""
    explanation: str = ""
    source: Source | None = None
    quote: str = ""
    tags: tuple[str, ...] = ()
    draft: bool = False
    line: int = 0
    """Where the note begins in its file."""


class DeckSource(NamedTuple):
    """An entry under a deck's `sources:`."""

    name: str
    title: str = ""
    file: str = ""
    url: str = ""
    author: str = ""
    license: str = ""
    retrieved: str = ""
    sha256: str = ""


class Deck(NamedTuple):
    """A deck file that could be read; `left_out` notes had errors."""

    id: str
    title: str
    path: str
    question_language: str = ""
    answer_language: str = ""
    sources: tuple[DeckSource, ...] = ()
    study: tuple[tuple[str, str], ...] = ()
    """The author's suggested options, as typed."""
    notes: tuple[Note, ...] = ()
    left_out: int = 0


class Card(NamedTuple):
    """One thing asked. Its id is `deck/note`, with `#part` where the note makes several."""

    deck: str
    note: Note
    part: str = ""
    """Empty, `r` for the reverse of a flashcard, or a cloze group."""

    @property
    def id(self) -> str:
        """`deck/note` or `deck/note#part`."""
        return card_id(self.deck, self.note.id, self.part)


def card_id(deck: str, note: str, part: str = "") -> str:
    """The id of a card, from its parts."""
    return f"{deck}/{note}#{part}" if part else f"{deck}/{note}"


def split_id(card: str) -> tuple[str, str, str]:
    """Deck, note and part of a card's id, the other way round than `card_id`; what is not there is empty."""
    deck, _, rest = card.partition("/")
    note, _, part = rest.partition("#")
    return deck, note, part


def deck_of(card: str) -> str:
    """The deck's part of a card's id."""
    return split_id(card)[0]


def parts_of(note: Note) -> tuple[str, ...]:
    """The parts a note asks, in the author's order: one a card."""
    match note.body:
        case Flashcard(both_ways=True):
            return ("", "r")
        case Cloze(pieces=pieces):
            return tuple(dict.fromkeys(piece.group for piece in pieces if isinstance(piece, Hole)))
        case _:
            return ("",)


def cards_of(deck: str, note: Note) -> tuple[Card, ...]:
    """The cards of a note, in the author's order."""
    return tuple(Card(deck, note, part) for part in parts_of(note))
