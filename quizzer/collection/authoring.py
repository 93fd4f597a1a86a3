"""Authoring: a deck that grows out of a document, or is written without one.

The drafts of a new document are only shown until a person decides something; then the deck is written with all of
them, and every decision is a change to the deck file that undo takes back. Nothing else is kept anywhere.
"""

import os
from collections.abc import Callable
from typing import NamedTuple

from quizzer.collection.coverage import Coverage, Places, Strength, coverage
from quizzer.collection.deck_edits import DeckEdits
from quizzer.collection.documents import read_document
from quizzer.collection.drafting import Drafted, Progress, as_deck, changes_to, draft_document, name_in
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
from quizzer.collection.sitting import Showing
from quizzer.collection.weakness import recall
from quizzer.core.asking import asked, text_version
from quizzer.core.cards import Deck, Note, cards_of
from quizzer.core.markup import plain
from quizzer.core.other_kinds import as_other_kinds
from quizzer.core.passage import Document
from quizzer.core.progress import UNTOUCHED
from quizzer.core.quality import advice
from quizzer.core.schedule import State
from quizzer.core.text import quoted
from quizzer.errors import DeckMoved, EditRefused
from quizzer.formats.deck_writer import new_deck
from quizzer.formats.note_keys import keys_of
from quizzer.store.replacing import replace_file

MOST = 300
"""Drafts that a document brings, the most useful ones."""
_RULE = "found by the rule "
_SHORT = 40


class Counts(NamedTuple):
    """How far a deck is."""

    notes: int
    """Accepted ones."""
    drafts: int
    asked: int = 0
    """Passages of the document that a note asks about."""
    passages: int = 0
    """Passages that could be asked about."""
    new: int = 0
    """Cards that were never studied."""


class Authoring:
    """One deck, and one of the documents it is written from."""

    def __init__(self, shelf: Shelf, place: Placed, use: Callable[[str], str]) -> None:
        self._shelf = shelf
        self._use = use
        self.place = place
        self.document: Document | None = None
        self.places: Places | None = None
        self.kept = ""
        """What was done so that home knows the deck, in a sentence; empty where it did."""
        self._origins: dict[str, Note] = {}
        self._pending: tuple[Change, ...] = ()
        self._base: DeckFile | None = None
        if os.path.lexists(place.deck):
            self._use(place.deck)
            self._base = open_deck(place.deck)
            self.file = self._base
        else:
            title = os.path.splitext(os.path.basename(place.deck))[0]
            self.file = read(place.deck, new_deck({"title": title}, []))
        self._taken_up()

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
            return Drafted(read_document(self.place.document, "", reading), ())
        return draft_document(self.place.document, "", reading, drafting)

    def take(self, drafted: Drafted) -> None:
        """Show a document that was read, and the drafts that the deck does not have yet.

        Raises:
            EditRefused: the deck cannot be changed where it stands.
        """
        best = drafted._replace(drafts=drafted.drafts[:MOST])
        folder = os.path.dirname(self.place.deck)
        if self._base is None:
            self.file = read(self.place.deck, as_deck(best, best.drafts, folder, beside=self.place.copies))
        else:
            self._pending = tuple(changes_to(self._whole(), best, folder))
            self.file = tried(self._base, self._pending).file if self._pending else self._base
        self.document = drafted.document
        self.places = Places(drafted.document, name_in(self._whole(), drafted.document, folder))
        self._taken_up()

    def documents(self) -> list[str]:
        """The paths of the documents that the deck names and that are there."""
        folder = os.path.dirname(self.place.deck)
        paths = [os.path.join(folder, source.file) for source in self._whole().sources if source.file]
        if self.place.document and self.place.document not in paths and not self._source_named(self.place.document):
            paths.append(self.place.document)
        return [path for path in paths if os.path.isfile(path)]

    def _source_named(self, document: str) -> bool:
        folder, real = os.path.dirname(self.place.deck), os.path.realpath(document)
        sources = self._base.deck.sources if self._base and self._base.deck else ()
        return any(one.file and os.path.realpath(os.path.join(folder, one.file)) == real for one in sources)

    # What there is

    @property
    def deck(self) -> Deck:
        """The deck as it stands, drafts included."""
        return self._whole()

    def _whole(self) -> Deck:
        if self.file.deck is None:
            raise EditRefused(f"{self.file.path} cannot be read as a deck; `quizzer check` says why.")
        return self.file.deck

    def _taken_up(self) -> None:
        """Look at the file again."""
        notes = self.file.deck.notes if self.file.deck else ()
        grouped = self.places.grouped(notes) if self.places else {}
        self.grouped = {at: tuple(some) for at, some in grouped.items()}
        """The notes of each passage of the document, by its index."""
        placed = {note.id for some in self.grouped.values() for note in some}
        self.others = tuple(note for note in notes if note.id not in placed)
        """The notes that are about no passage of the document."""
        self._advice: dict[str, list[str]] | None = None

    def coverage(self, at: int) -> Coverage:
        """What is asked about a passage of the document."""
        if self.document is None:
            return Coverage.NOTHING
        return coverage(self.document.passages[at], self.grouped.get(at, ()), self.strength)

    def strength(self, note: Note) -> Strength | None:
        """How well the cards of a note are remembered; None where none was ever studied."""
        deck = self._whole().id
        standing = (self._shelf.ledger.cards.standing(card.id) for card in cards_of(deck, note))
        seen = [one.schedule for one in standing if one is not None and one.schedule.state is not State.NEW]
        if not seen:
            return None
        known = [recall(self._shelf, deck, one.stability, one.last_day) for one in seen]
        return Strength(sum(known) / len(known), any(one.state is not State.REVIEW for one in seen))

    def counts(self) -> Counts:
        """How far the deck is."""
        deck = self._whole()
        accepted = [note for note in deck.notes if not note.draft]
        cards = self._shelf.ledger.cards
        new = sum(
            standing is None or standing.schedule.state is State.NEW
            for note in accepted
            for card in cards_of(deck.id, note)
            for standing in (cards.standing(card.id),)
        )
        passages = self.document.passages if self.document else ()
        askable = [at for at, passage in enumerate(passages) if passage.is_asked_about]
        asked_about = sum(any(not note.draft for note in self.grouped.get(at, ())) for at in askable)
        return Counts(len(accepted), len(deck.notes) - len(accepted), asked_about, len(askable), new)

    def showing(self, note: Note, part: int = 0) -> Showing:
        """A card of a note as study will show it, the first one if there are several."""
        deck = self._whole()
        cards = cards_of(deck.id, note)
        card = cards[part % len(cards)]
        return Showing(card, asked(card, "preview"), deck.title, UNTOUCHED, "", 0)

    def rule(self, note: Note) -> str:
        """The rule that found a draft; empty where none did."""
        lines = self.file.data.decode("utf-8", "replace").splitlines()[note.line - 1 :]
        for at, text in enumerate(lines):
            if at and text.lstrip().startswith("- ") and len(text) - len(text.lstrip()) <= 2:
                break
            if _RULE in text:
                return text.partition(_RULE)[2].strip("'\" ")
        return ""

    def advised(self, note: Note) -> list[str]:
        """What could be better about a note."""
        if self._advice is None:
            self._advice = {}
            for found in advice(self._whole()):
                if found.code not in ("no-id", "no-source"):
                    self._advice.setdefault(found.note.id, []).append(found.message)
        return self._advice.get(note.id, [])

    def is_quote_found(self, note: Note) -> bool | None:
        """Whether the words a note quotes stand in the document; None where it quotes none, or of another one."""
        if self.places is None or not note.quote or self.places.of(note) is None:
            return None
        return self.places.quote_stands(note)

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
            keys["comment"] = f"{_RULE}{rule}"
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
            self.kept = self._use(self.place.deck)
            self._base = self.file
        elif self._pending:
            made = DeckEdits(self._shelf).make(self._base, self._pending, self._what_pending())
            self._base = self.file = made.file
        self._pending = ()

    def reread(self) -> None:
        """Read the deck again, after undo or an editor has changed it."""
        if self._base is not None:
            self._base = self.file = open_deck(self.place.deck)
            self._pending = ()
            self._taken_up()

    def _change(self, change: Change, what: str) -> tuple[str, ...]:
        self.settle()
        try:
            made = DeckEdits(self._shelf).make(self.file, [change], f"{what} in {quoted(self._whole().title, _SHORT)}")
        except DeckMoved:
            self.reread()
            raise
        self._base = self.file = made.file
        self._taken_up()
        return made.ids

    def _note(self, id: str) -> Note:
        return next(note for note in self._whole().notes if note.id == id)

    def _what_pending(self) -> str:
        count = sum(isinstance(change, AddNote) for change in self._pending)
        drafts = f"{count} draft{'s' * (count != 1)}"
        return f"{drafts} added to {quoted(self._whole().title, _SHORT)}"

    def _copy_document(self) -> None:
        copy = os.path.join(os.path.dirname(self.place.deck), os.path.basename(self.place.document))
        if not os.path.lexists(copy):
            with open(self.place.document, "rb") as file:
                replace_file(copy, file.read())


def _named(note: Note) -> str:
    return quoted(plain(text_version(cards_of("", note)[0]).question), _SHORT)
