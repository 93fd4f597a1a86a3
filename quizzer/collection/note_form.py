"""One note being edited as its own lines: what they are as a note, what is wrong in them, and writing them.

Only the keys that differ are written, so that comments, order and quotation marks of the others stay as they are.
"""

from collections.abc import Mapping

from quizzer.collection.deck_edits import DeckEdits
from quizzer.collection.editing import AddNote, Change, SetKeys, open_deck
from quizzer.collection.following import following
from quizzer.collection.placing import is_bundled
from quizzer.collection.shelf import Shelf
from quizzer.collection.sitting import Showing
from quizzer.core.asking import asked
from quizzer.core.cards import Kind, Note, cards_of
from quizzer.core.markup import plain
from quizzer.core.problem import Severity
from quizzer.core.progress import UNTOUCHED
from quizzer.core.text import quoted
from quizzer.errors import BundledDeck, DeckMoved, EditRefused
from quizzer.formats.deck_writer import head_at, keys_at
from quizzer.formats.note_keys import Keys, fresh_id
from quizzer.formats.note_text import Looked, as_kind, keys_in, kind_in, looked_at, text_of
from quizzer.formats.yaml_text import Value

__all__ = ("Looked", "NoteForm")

_SHORT = 40


class NoteForm:
    """A note of a deck file, or a new one for it.

    Raises:
        DeckNotFound, DiskRefused: the file cannot be read.
        EditRefused: there is no such note, or it cannot be changed where it stands.
    """

    def __init__(self, shelf: Shelf, path: str, note: str = "", keys: Keys | None = None) -> None:
        self._shelf = shelf
        self._path = path
        self.note = note
        """Its id; empty for a new note."""
        self.is_shown = False
        """Whether a card of it is being asked, which is to be found again whatever it is called afterwards."""
        self._was: dict[str, Value] = {}
        self._turned: tuple[str, Keys] = ("", {})
        """The lines as another kind, as they were made last, and the keys that they were made of."""
        self.reload()
        self.text = text_of(self._was if note else keys or as_kind(Kind.FLASHCARD, {}))
        """Its lines as they were when the form was opened."""

    @property
    def title(self) -> str:
        """Its deck's."""
        return self._file.deck.title if self._file.deck else self._path

    def reload(self) -> str:
        """Read the file again, on which the next `save` builds; the note's lines as they are there now.

        Raises: as the constructor.
        """
        file = open_deck(self._path)
        self._was = keys_at(file.data, self.note, self._path) if self.note else {}
        self._head = head_at(file.data, self._path)
        self._file = file
        return text_of(self._was)

    def looked_at(self, text: str) -> Looked:
        """What lines are as a note of this deck, and what is wrong in them."""
        return looked_at(text, self._head, self._path)

    def showings(self, note: Note) -> list[Showing]:
        """The cards of a note as study will show them."""
        cards = cards_of(self._file.deck.id if self._file.deck else "", note)
        return [Showing(card, asked(card, "preview"), self.title, UNTOUCHED, "", 0) for card in cards]

    def other_kind(self, text: str) -> str:
        """The lines as the next kind; what they lack for it is shown by an example.

        As long as nothing else changes them, they are made of what they were at first: no kind on the way costs a text.

        Raises:
            EditRefused: the lines cannot be read as keys.
        """
        keys, kinds = self._keys(text), list(Kind)
        made, first = self._turned
        first = first if text == made else keys
        made = text_of(as_kind(kinds[(kinds.index(kind_in(keys)) + 1) % len(kinds)], first))
        self._turned = made, first
        return made

    def save(self, text: str, copy: bool = False) -> str:
        """Write the note; its id as it is now.

        Args:
            text: its lines.
            copy: whether a deck that comes with quizzer is copied to the person's own decks first.

        Raises:
            BundledDeck: the deck comes with quizzer, and `copy` was not asked for.
            DeckMoved: the file was changed meanwhile, and is read again: saving once more builds on that.
            EditRefused, ProgressMoved, DiskRefused: nothing was changed.
        """
        keys = self._keys(text)
        looked = self.looked_at(text)
        wrong = next((one for one in looked.problems if one.severity is Severity.ERROR), None)
        if wrong or looked.note is None:
            where = f"line {wrong.line}: {wrong.message}" if wrong else "these lines are not one note"
            raise EditRefused(f"nothing is saved yet, since {where}")
        edits = DeckEdits(self._shelf)
        if is_bundled(self._path):
            if not copy:
                raise BundledDeck(
                    f"{self.title} comes with quizzer and is not changed; with a copy among your own decks it can be."
                )
            self._path = edits.copy(self._path)
            self.reload()
        change, id = self._change(keys)
        id = looked.note.id if keys.get("id") else id
        if change is None:
            return id
        did = "edited" if self.note else "added"
        what = f"{quoted(_asks(looked.note), _SHORT)} {did} in {quoted(self.title, _SHORT)}"
        deck, was = self._file.deck, self._note()
        edited = [(was, looked.note._replace(id=id))] if deck and was else []
        facts = following(self._shelf.ledger, deck.id if deck else "", edited, self.is_shown)
        try:
            made = edits.make(self._file, [change], what, facts=facts)
        except DeckMoved:
            self.reload()
            raise
        self._file = made.file
        self.note = id or made.ids[0]
        self._was = keys_at(made.file.data, self.note, self._path)
        return self.note

    def _keys(self, text: str) -> dict[str, Value]:
        keys = keys_in(text)
        if keys is None:
            problems = self.looked_at(text).problems
            where = f"line {problems[0].line}: {problems[0].message}" if problems else "these lines are no note"
            raise EditRefused(where)
        return keys

    def _change(self, keys: Mapping[str, Value]) -> tuple[Change | None, str]:
        """What is to be done, and the id that the note will have; empty: the one it gets."""
        if not self.note:
            return AddNote(dict(keys)), ""
        differing: dict[str, Value | None] = {key: value for key, value in keys.items() if self._was.get(key) != value}
        differing |= {key: None for key in self._was if key not in keys}
        if not differing:
            return None, self.note
        if "id" in self._was and not keys.get("id"):
            del differing["id"]  # a note that has a name keeps one
        elif "id" not in keys:
            differing["id"] = self._fresh(keys)
        return SetKeys(self.note, differing), str(differing.get("id") or self.note)

    def _fresh(self, keys: Mapping[str, Value]) -> str:
        return fresh_id(keys, {note.id for note in self._file.deck.notes} if self._file.deck else ())

    def _note(self) -> Note | None:
        """The note as the file has it; none where it is a new one."""
        notes = self._file.deck.notes if self._file.deck else ()
        return next((one for one in notes if one.id == self.note), None)


def _asks(note: Note) -> str:
    from quizzer.core.asking import text_version

    return plain(text_version(cards_of("", note)[0]).question)
