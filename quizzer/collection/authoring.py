"""Authoring: a deck that grows out of a document, or is written without one.

The drafts of a new document are only shown until a person decides something; then the deck is written with all of
them, and every decision is a change to the deck file that undo takes back. Nothing else is kept anywhere.
"""

import os
from collections.abc import Callable

from quizzer.collection.coverage import Places
from quizzer.collection.deck_edits import DeckEdits
from quizzer.collection.deck_view import FOUND_BY, DeckView
from quizzer.collection.documents import is_within, read_document
from quizzer.collection.drafting import Drafted, Progress, as_deck, changes_to, draft_document, fresh, name_in
from quizzer.collection.editing import (
    AddNote,
    Change,
    DeckFile,
    RemoveNote,
    ReplaceNote,
    SetKeys,
    open_deck,
    read,
    tried,
)
from quizzer.collection.placing import Placed
from quizzer.collection.shelf import Shelf
from quizzer.core.asking import text_version
from quizzer.core.cards import Note, cards_of
from quizzer.core.markup import plain
from quizzer.core.other_kinds import as_other_kinds
from quizzer.core.text import quoted
from quizzer.errors import DeckMoved, DiskRefused, EditRefused
from quizzer.formats.deck_writer import new_deck
from quizzer.formats.note_keys import keys_of
from quizzer.store.replacing import replace_file

MOST = 300
"""Drafts that a document brings, the most useful ones."""
_SHORT = 40


class Authoring(DeckView):
    """One deck, one of the documents it is written from, and what can be done."""

    def __init__(self, shelf: Shelf, place: Placed, use: Callable[[str, bool], str]) -> None:
        """`use` has a deck file in use, for good if it is told so, and says so in a sentence where that is news.

        Raises:
            DiskRefused: the deck cannot be read.
            EditRefused: it cannot be read as a deck.
        """
        self._use = use
        self.place = place
        self.kept = ""
        """What was done so that home knows the deck, in a sentence; empty where it did."""
        self.encoding = ""
        """What the document's text is in; empty: UTF-8, or UTF-16 with its mark."""
        self.left_over = 0
        """Drafts that were found and are not shown, since others are more useful."""
        self._origins: dict[str, Note] = {}
        self._pending: tuple[Change, ...] = ()
        self._base: DeckFile | None = None
        if os.path.lexists(place.deck):
            use(place.deck, False)
            self._base = open_deck(place.deck)
        title = os.path.splitext(os.path.basename(place.deck))[0]
        self._blank = read(place.deck, new_deck({"title": title}, []))
        file = self._base or self._blank
        if file.deck is None:
            raise EditRefused(f"{place.deck} cannot be read as a deck; p at home says why.")
        super().__init__(shelf, file)

    # The document

    @property
    def is_known(self) -> bool:
        """Whether the deck names the document already, so that nothing is drafted unless that is asked for."""
        return self._base is not None and self._source_named(self.place.document)

    def read(self, reading: Progress, drafting: Progress, again: bool = False) -> Drafted:
        """Read the document, and draft from it what a deck that does not know it will ask; needs nothing but files.

        Args:
            reading: told of parts that are read.
            drafting: told of passages that are looked at.
            again: whether to draft although the deck knows the document.

        Raises:
            DocumentUnreadable: it is not there, or cannot be read.
        """
        if self.is_known and not again:
            return Drafted(read_document(self.place.document, self.encoding, reading), ())
        return draft_document(self.place.document, self.encoding, reading, drafting)

    def take(self, drafted: Drafted) -> None:
        """Show a document that was read, and the drafts that the deck does not have yet.

        Raises:
            EditRefused: the deck cannot be changed where it stands.
        """
        folder = os.path.dirname(self.place.deck)
        self.file, self._pending = self._base or self._blank, ()
        new = fresh(self.deck, drafted, folder)
        best = drafted._replace(drafts=tuple(new[:MOST]))
        self.left_over = len(new) - len(best.drafts)
        name = name_in(self.deck, drafted.document, folder)
        if self._base is None:
            self.file = read(self.place.deck, as_deck(best, best.drafts, folder, beside=self.place.copies))
            name = self.deck.sources[0].name
        else:
            self._pending = tuple(changes_to(self.deck, best, folder, self.place.copies))
            self.file = tried(self._base, self._pending).file if self._pending else self._base
        self.document = drafted.document
        self.places = Places(drafted.document, name)
        self.look_again()

    def turn_to(self, document: str) -> None:
        """Go on with another document, which is still to be read; with none (""), all notes are shown.

        Raises:
            EditRefused: what the document before has brought cannot be written now.
        """
        if document and not self._source_named(document) and (self._pending or self._base is None):
            self.settle()
        within = not document or is_within(document, os.path.dirname(self.place.deck))
        self.place = Placed(self.place.deck, document, copies=not within)
        self.document = self.places = None
        self.encoding = ""
        self.look_again()

    def documents(self) -> list[str]:
        """The paths of the documents that the deck names and that are there."""
        folder = os.path.dirname(self.place.deck)
        paths = [os.path.join(folder, source.file) for source in self.deck.sources if source.file]
        if self.place.document and self.place.document not in paths and not self._source_named(self.place.document):
            paths.append(self.place.document)
        return [path for path in paths if os.path.isfile(path)]

    def _source_named(self, document: str) -> bool:
        folder, real = os.path.dirname(self.place.deck), os.path.realpath(document)
        sources = self._base.deck.sources if self._base and self._base.deck else ()
        return any(one.file and os.path.realpath(os.path.join(folder, one.file)) == real for one in sources)

    # What can be done

    def accept(self, note: Note) -> None:
        """Have a draft be a note like others, which is studied.

        Raises:
            DeckMoved: the file was changed meanwhile, and is read again now: decide again.
            EditRefused, ProgressMoved, DiskRefused: nothing was changed.
        """
        keys: dict[str, None] = {"draft": None}
        if self.rule(note):
            keys["comment"] = None
        self._change(SetKeys(note.id, keys), f"{_named(note)} accepted")
        if self._note(note.id).draft:  # the deck's defaults make drafts of all notes that do not say otherwise
            self._change(SetKeys(note.id, {"draft": False}), f"{_named(note)} accepted")

    def reject(self, note: Note) -> None:
        """Take a note or draft away. Raises: as `accept`."""
        self._change(RemoveNote(note.id), f"{_named(note)} {'rejected' if note.draft else 'deleted'}")

    def next_kind(self, note: Note) -> Note | None:
        """The note as the next kind that makes sense for it; None where there is no other."""
        origin = self._origins.get(note.id, note)
        kinds = as_other_kinds(origin)
        if note.kind not in [one.kind for one in kinds]:
            kinds = as_other_kinds(note)
        at = next(at for at, one in enumerate(kinds) if one.kind is note.kind)
        following = kinds[(at + 1) % len(kinds)]
        return None if len(kinds) < 2 else following._replace(id=note.id, draft=note.draft)

    def change_kind(self, note: Note) -> Note:
        """Ask a note as the next kind that makes sense for it; the note as it is now. Raises: as `accept`.

        The first form is remembered, so that going through all kinds comes back to it.
        """
        following = self.next_kind(note)
        if following is None:
            raise EditRefused(f"a {note.kind} note can be asked in no other way that makes sense here")
        origin = self._origins.setdefault(note.id, note)
        keys = dict(keys_of(following))
        if rule := self.rule(note):
            keys["comment"] = f"{FOUND_BY}{rule}"
        self._change(ReplaceNote(note.id, keys), f"{_named(note)} made a {following.kind} note")
        self._origins[note.id] = origin
        return self._note(note.id)

    def add(self, note: Note) -> Note:
        """Add a note of the person's own; as it is now, with its id. Raises: as `accept`."""
        ids = self._change(AddNote(keys_of(note)), f"{_named(note)} added")
        return self._note(ids[-1])

    def settle(self) -> None:
        """Write the deck with its drafts, if that is still to be done. Raises: as `accept`."""
        if self._base is None:
            if self.place.copies:
                self._copy_document()
            if os.path.lexists(self.place.deck):
                raise DeckMoved(f"{self.place.deck} has been made meanwhile: open it again")
            replace_file(self.place.deck, self.file.data)
            self._base = self.file
            self._list()
        elif self._pending:
            self._list()
            if self.place.copies:
                self._copy_document()
            made = DeckEdits(self._shelf).make(self._base, self._pending, self._what_pending())
            self._base = self.file = made.file
        self._pending = ()

    def reread(self) -> None:
        """Read the deck again, after undo or an editor has changed it."""
        if self._base is not None:
            self._base = self.file = open_deck(self.place.deck)
            self._pending = ()
            self.look_again()

    def _list(self) -> None:
        """Have home list the deck, once there is one; before it is changed, so that undo comes to it after that."""
        if self._base is not None:
            self.kept = self._use(self.place.deck, True) or self.kept

    def _change(self, change: Change, what: str) -> tuple[str, ...]:
        self._list()
        self.settle()
        try:
            made = DeckEdits(self._shelf).make(self.file, [change], f"{what} in {quoted(self.deck.title, _SHORT)}")
        except DeckMoved:
            self.reread()
            raise
        self._base = self.file = made.file
        self.look_again()
        return made.ids

    def _note(self, id: str) -> Note:
        return next(note for note in self.deck.notes if note.id == id)

    def _what_pending(self) -> str:
        count = sum(isinstance(change, AddNote) for change in self._pending)
        drafts = f"{count} draft{'s' * (count != 1)}"
        return f"{drafts} added to {quoted(self.deck.title, _SHORT)}"

    def _copy_document(self) -> None:
        copy = os.path.join(os.path.dirname(self.place.deck), os.path.basename(self.place.document))
        try:
            with open(self.place.document, "rb") as file:
                data = file.read()
            if os.path.lexists(copy):
                with open(copy, "rb") as file:
                    if file.read() != data:
                        raise EditRefused(f"there is another {os.path.basename(copy)} beside the deck already")
            else:
                replace_file(copy, data)
        except OSError as error:
            raise DiskRefused(f"{self.place.document} cannot be copied: {error.strerror or error}.") from error
        self.place = Placed(self.place.deck, copy)


def _named(note: Note) -> str:
    return quoted(plain(text_version(cards_of("", note)[0]).question), _SHORT)
