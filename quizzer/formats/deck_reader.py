"""A deck file to a Deck, with every problem in it; reading never stops at the first.

A note with an error is left out and counted. Where YAML itself breaks off, notes are read one by one, so that one bad
note costs one note. There is no deck at all only where nothing can be read: no UTF-8, no `cards:`, no list under it.
"""

import gc
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath
from typing import NamedTuple, TypeVar

from quizzer.core.cards import Deck, Note
from quizzer.core.problem import Problem
from quizzer.core.text import clean
from quizzer.formats.fields import Fields
from quizzer.formats.findings import Findings, nearest, shown
from quizzer.formats.head_reader import Head, read_head
from quizzer.formats.note_reader import NoteReader
from quizzer.formats.quoting import in_quotes
from quizzer.formats.recovery import Division, Part, divide
from quizzer.formats.source_text import decode, replace_controls
from quizzer.formats.yaml_events import (
    FASTEST,
    Break,
    Loader,
    Mapping,
    Node,
    Place,
    Sequence,
    Tree,
    Trouble,
    is_missing,
    is_scalar,
    place,
    read_tree,
)
from quizzer.formats.yaml_hints import report_break

_C = TypeVar("_C", Mapping, Sequence)
_BATCH = 50
"""Notes that are read together where YAML breaks off somewhere."""


def read_deck(data: bytes, path: str, loader: Loader = FASTEST) -> tuple[Deck | None, list[Problem]]:
    """The deck in a file's bytes, None where nothing can be read, and its problems in the order of the file.

    Args:
        data: the bytes of the file.
        path: its path, for problems; the file's name is the deck's id where it gives none.
        loader: the YAML parser; results are the same with either.
    """
    findings = Findings(path)
    with _collector_paused():
        deck = _Reading(findings, path, loader).deck() if decode(data, findings) else None
    return deck, findings.sorted()


class Laid(NamedTuple):
    """A deck file laid out for a change: what was read, and where."""

    deck: Deck | None
    problems: list[Problem]
    text: str
    """What YAML was given: line ends are `\\n`, and characters stand in one for one."""
    parts: list[Part] | None
    """Its notes each alone, where YAML cannot read the file in one piece."""
    notes: dict[Place, Note]
    """The notes that can be used, by where their values begin."""


def lay_out(data: bytes, path: str, loader: Loader = FASTEST) -> Laid:
    """What `read_deck` gives, and where each note stands."""
    findings = Findings(path)
    with _collector_paused():
        reading = _Reading(findings, path, loader) if decode(data, findings) else None
        deck = reading.deck() if reading else None
    read = reading.read if reading else []
    notes = {Place(*place(node)): note for node, note in read if note}
    return Laid(deck, findings.sorted(), findings.text, reading.parts if reading else None, notes)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Without the garbage collector, which would look through all nodes again and again and find nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Reading:
    """The reading of one file."""

    def __init__(self, findings: Findings, path: str, loader: Loader) -> None:
        self.findings = findings
        self.fields = Fields(findings)
        self.path = path
        self.stem = clean(PurePath(path.replace("\\", "/")).stem)
        self.loader = loader
        self.has_fences = "`" in findings.text and "```" in findings.text  # one sign is looked for much faster
        self.read: list[tuple[Node, Note | None]] = []
        """Each note's node, with the note where it can be used."""
        self.parts: list[Part] | None = None

    def deck(self) -> Deck | None:
        """The deck, in one piece where YAML allows it, else note by note."""
        tree = self._tree(Part(self.findings.text, 0))
        if tree.end is not None and replace_controls(self.findings):
            tree = self._tree(Part(self.findings.text, 0))
        division = self._division(tree)
        if division is not None:
            self.fields.cut.clear()  # what breaks off may have been cut elsewhere
            return self._divided(division)
        if tree.end is None:
            return self._whole(tree)
        report_break(self.findings, tree.end, 0, len(self.findings.lines))
        return None

    def _division(self, tree: Tree) -> Division | None:
        """The deck in parts, where YAML breaks off or a slip hides notes from it; else None."""
        if tree.end is not None:
            return divide(self.findings.lines) if tree.end.code != "too-many-nodes" else None
        if any(trouble.code == "second-document" for trouble in tree.troubles):
            # Either another deck, or a line of dashes that has slipped into a note.
            return divide(self.findings.lines) if f"\n{self.findings.text}".count("\ncards:") < 2 else None
        keys = tree.root.items[::2] if isinstance(tree.root, Mapping) else []
        if not keys or keys[-1][0] == "cards":
            return None
        # A key behind the notes may have slipped out of one, and taken the notes behind it for its text.
        division = divide(self.findings.lines)
        return division if division and len(division.notes) > len(_notes_in(tree.root)) else None

    def _tree(self, part: Part) -> Tree:
        tree = read_tree(part.text, part.first_line, self.loader)
        self.fields.cut |= tree.cut
        self.fields.careful = bool(self.fields.cut) or self.has_fences
        return tree

    def _whole(self, tree: Tree) -> Deck | None:
        root = tree.root if isinstance(tree.root, Mapping) else Mapping([], Place(0, 0))
        # A second `cards:` is an error, but its notes are notes.
        lists = [(key, value) for key, value in root.pairs() if key[0] == "cards"]
        if not lists:
            self._report_no_cards(root)
            return None
        head = read_head(self.fields, root, self.stem)
        for _, cards in lists:
            if not isinstance(cards, Sequence) and not is_missing(cards):
                message = "`cards:` is a list: each note begins with `- `"
                self.fields.add("cards-not-list", cards, message, "- question: …")
        items = _notes_in(root)
        if not any(isinstance(cards, Sequence) or is_missing(cards) for _, cards in lists):
            return None
        if not items:
            self.fields.add("empty-deck", lists[0][0], "there is no note under `cards:`", "- question: …")
        troubled = self._troubled(tree.troubles, root, items)
        reader = self._reader(head)
        self.read = [(item, reader.read(item)) for number, item in enumerate(items) if number not in troubled]
        return self._made(head, len(items))

    def _report_no_cards(self, root: Mapping) -> None:
        keys = [key for key, _ in root.pairs() if is_scalar(key) and nearest(key[0], ("cards",))]
        line, column = place(keys[0]) if keys else (0, 0)
        hint = "the notes stand under `cards:`, each after `- `"
        self.findings.add("no-cards", line, column, "this is no deck: it has no `cards:` at its left edge", hint)

    def _troubled(self, troubles: list[Trouble], root: Mapping, items: list[Node]) -> set[int]:
        """The numbers of the notes that hold something decks do without; all of it is reported."""
        found: set[int] = set()
        if not troubles:
            return found
        keys = [place(key) for key, _ in root.pairs()]
        names = [key[0] for key, _ in root.pairs()]
        starts = [place(item) for item in items]
        for trouble in troubles:
            self._report(trouble)
            at = Place(trouble.line, trouble.column)
            key = bisect_right(keys, at) - 1
            if key >= 0 and names[key] == "cards" and trouble.code != "second-document":
                found.add(bisect_right(starts, at) - 1)
        return found

    def _report(self, trouble: Trouble) -> None:
        what, instead = _TROUBLES[trouble.code]
        message = f"{what} `{shown(trouble.name)}`" if trouble.name else what
        hint = instead or in_quotes(self.findings.line(trouble.line), trouble.column)
        self.findings.add(trouble.code, trouble.line, trouble.column, message, hint)

    def _reader(self, head: Head) -> NoteReader:
        return NoteReader(self.fields, frozenset(source.name for source in head.sources), head.defaults)

    def _made(self, head: Head, items: int) -> Deck:
        notes = [note for _, note in self.read if note]
        return Deck(
            id=head.id,
            title=head.title,
            path=self.path,
            question_language=head.question_language,
            answer_language=head.answer_language,
            sources=head.sources,
            study=head.study,
            notes=tuple(notes),
            left_out=items - len(notes),
        )

    def _divided(self, division: Division) -> Deck:
        """The deck from its keys and notes, each read alone."""
        items: list[Node] = []
        for part in division.keys:
            root = self._alone(part, Mapping)
            items += root.items if root else []
        head = read_head(self.fields, Mapping(items, Place(0, 0)), self.stem)
        reader = self._reader(head)
        self.parts = division.notes
        self.read = [(node, reader.read(node)) for node in self._nodes(division.notes)]
        return self._made(head, len(division.notes))

    def _nodes(self, parts: list[Part]) -> Iterator[Node]:
        """The notes that YAML can read, in order."""
        for start in range(0, len(parts), _BATCH):
            batch = parts[start : start + _BATCH]
            tree = self._tree(Part("".join(part.text for part in batch), batch[0].first_line))
            items = tree.root.items if isinstance(tree.root, Sequence) else []
            if len(items) == len(batch) and not tree.troubles:
                yield from items
                continue
            for part in batch:
                root = self._alone(part, Sequence)
                if root:
                    yield root.items[0]

    def _alone(self, part: Part, wanted: type[_C]) -> _C | None:
        """The list or map in a part of the file; None where it cannot be read or holds what decks do without."""
        tree = self._tree(part)
        for trouble in tree.troubles:
            self._report(trouble)
        if isinstance(tree.root, wanted) and not tree.troubles:
            return tree.root
        if not tree.troubles:
            broken = tree.end or Break(part.first_line, 0)
            report_break(self.findings, broken, part.first_line, part.first_line + part.text.count("\n"))
        return None


def _notes_in(root: Node | None) -> list[Node]:
    """What stands in the lists under `cards:`."""
    pairs = root.pairs() if isinstance(root, Mapping) else []
    lists = [cards.items for key, cards in pairs if key[0] == "cards" and isinstance(cards, Sequence)]
    return lists[0] if len(lists) == 1 else [item for items in lists for item in items]


_TROUBLES = {
    "anchor": ("this makes an anchor", ""),
    "alias": ("this refers to an anchor", ""),
    "tag": ("this makes a tag", ""),
    "second-document": ("a second document begins here", "delete this line; a deck is one document"),
}
