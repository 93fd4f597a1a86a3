"""The keys of the deck language and the kinds they make: the tables that reader, schema and manual share."""

from typing import NamedTuple

from quizzer.core.cards import Kind


class Key(NamedTuple):
    """One key of a note: the shape of its value and what it is for."""

    name: str
    shape: str
    """text, texts, flag, truth, number, tolerance, options, pairs, source or kind."""
    what: str


class KindRule(NamedTuple):
    """How a kind is written: the keys it needs, and those it may have besides the common ones."""

    kind: Kind
    needs: tuple[str, ...]
    may: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    """The discriminating keys: one of them makes a note this kind."""
    least: int = 1
    """The shortest list of its marks."""


COMMON = ("id", "kind", "hint", "explanation", "source", "quote", "tags", "draft", "comment")
"""Keys that every note may have."""

ASKS = ("question", "statement", "cloze")
"""Keys that ask; a note has one of them."""

KEYS: dict[str, Key] = {
    key.name: key
    for key in (
        Key("question", "text", "What is asked."),
        Key("statement", "text", "What is true or false; `answer` says which."),
        Key(
            "cloze",
            "text",
            "A text with `{{holes}}`: `{{text}}`, `{{text::hint}}`, or `{{c1::text}}` to ask several holes together.",
        ),
        Key("answer", "text", "The solution."),
        Key("answers", "options", "The right options, where a choice has several."),
        Key("accept", "texts", "Further right answers; the note is typed."),
        Key("ignore", "texts", "What judging overlooks, instead of the defaults; the note is typed."),
        Key("exact", "flag", "Whether every character counts; the note is typed."),
        Key("tolerance", "tolerance", "How far off a number may be: `5%` or `0.5`."),
        Key("unit", "text", "The unit of a number, such as `km`."),
        Key("wrong", "options", "The wrong options of a choice; each a text, or `{text: …, because: …}`."),
        Key("hide", "texts", "The words to hide in a `cloze` without `{{holes}}`."),
        Key("order", "texts", "Items in their right order, two or more."),
        Key("match", "pairs", "What belongs together, as `left: right`, two pairs or more."),
        Key("list", "texts", "Items to name, in any order, two or more."),
        Key("both_ways", "flag", "Whether the answer is also asked for its question, as a second card."),
        Key("id", "text", "The note's name in the deck. Its history hangs on it, so never change it."),
        Key("kind", "kind", "Turns a flashcard into `typed` or `number`, a cloze into `typed-cloze`."),
        Key("hint", "text", "Shown on request before the answer."),
        Key("explanation", "text", "Shown with the answer: why it is so."),
        Key(
            "source",
            "source",
            "Where it comes from: a name under `sources:`, or `{doc: …, passage: …, page: …}`.",
        ),
        Key("quote", "text", "The words of the source that the answer rests on."),
        Key("tags", "texts", "Words to study or filter by."),
        Key("draft", "flag", "Whether the note waits for your approval; a draft is never studied."),
        Key("comment", "text", "A remark for authors, never shown while studying."),
    )
}
"""Every key a note may have."""

RULES: dict[Kind, KindRule] = {
    rule.kind: rule
    for rule in (
        KindRule(Kind.FLASHCARD, ("question", "answer"), ("both_ways",), ("both_ways",)),
        KindRule(Kind.TYPED, ("question", "answer"), ("accept", "ignore", "exact"), ("accept", "ignore", "exact")),
        KindRule(Kind.NUMBER, ("question", "answer"), ("tolerance", "unit"), ("tolerance", "unit")),
        KindRule(Kind.CHOICE, ("question", "wrong"), ("answer", "answers"), ("wrong", "answers")),
        KindRule(Kind.TRUE_FALSE, ("statement", "answer"), (), ("statement",)),
        KindRule(Kind.CLOZE, ("cloze",), ("hide",), ("cloze", "hide")),
        KindRule(Kind.TYPED_CLOZE, ("cloze",), ("hide",)),
        KindRule(Kind.ORDER, ("question", "order"), (), ("order",), least=2),
        KindRule(Kind.MATCH, ("question", "match"), (), ("match",), least=2),
        KindRule(Kind.LIST, ("question", "list"), (), ("list",), least=2),
    )
}
"""How each kind is written."""

KIND_OF: dict[str, Kind] = {mark: rule.kind for rule in RULES.values() for mark in rule.marks}
"""The kind that a discriminating key makes."""

ALLOWED: dict[Kind, frozenset[str]] = {
    rule.kind: frozenset((*COMMON, *rule.needs, *rule.may)) for rule in RULES.values()
}
"""The keys that mean something in a note of each kind."""

TURNS: dict[Kind, frozenset[Kind]] = {
    Kind.FLASHCARD: frozenset((Kind.TYPED, Kind.NUMBER)),
    Kind.CLOZE: frozenset((Kind.TYPED_CLOZE,)),
}
"""What `kind:` may turn a note into that has no other kind's keys."""

DECK_KEYS: dict[str, str] = {
    "title": "The deck's name on every screen; the file's name where it lacks.",
    "id": "The deck's name in the history of its cards; the file's name where it lacks.",
    "language": "The language of the cards, such as `en`, or `{question: de, answer: en}`.",
    "sources": "The documents that notes name as their `source`.",
    "study": "Options the author suggests; a person's own choice counts more.",
    "defaults": "Keys of a note, for every note that lacks them.",
    "cards": "The notes: each a map of keys, or one line `question = answer; other answer`.",
}
"""Keys at the left edge of a deck."""

SOURCE_KEYS: dict[str, str] = {
    "title": "Title of the document.",
    "file": "Its file, relative to the deck.",
    "url": "Where it can be read.",
    "author": "Who wrote it.",
    "license": "On what terms it may be used.",
    "retrieved": "When it was fetched, such as 2026-11-23.",
    "sha256": "Checksum of the file, to notice that it has changed.",
}
"""Keys of an entry under `sources:`."""

PLACE_KEYS: dict[str, str] = {
    "doc": "The document: a name under `sources:`.",
    "passage": "The passage, as the document numbers it.",
    "page": "The page.",
}
"""Keys of a note's `source`."""

OPTION_KEYS: dict[str, str] = {
    "text": "The option.",
    "because": "Why it is wrong, or right.",
}
"""Keys of one option of a choice."""
