"""Changes to decks as actions: each is an event of the log with its inverse, so that `u` takes it back.

The event comes first, then the file: whatever happens between the two, undo finds a file that holds the change, or one
that does not, and makes it the latter.
"""

import os
from collections.abc import Sequence
from typing import Any

from quizzer.collection.editing import Append, Back, Change, DeckFile, Edit, open_deck, take_back, tried, write
from quizzer.collection.placing import is_bundled
from quizzer.collection.shelf import Shelf
from quizzer.core.cards import Card, Typed
from quizzer.core.event import Did, Event, Fact
from quizzer.core.text import one_line, quoted
from quizzer.errors import BundledDeck, EditRefused, QuizzerError
from quizzer.store.replacing import replace_file

_LONGEST = 200
"""Characters of a response that may be accepted from now on."""


class DeckEdits:
    """Changes to the decks of a shelf."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def make(
        self,
        file: DeckFile,
        changes: Sequence[Change],
        what: str,
        card: str = "",
        facts: Sequence[tuple[Fact, str]] = (),
        built_on: int | None = None,
    ) -> Edit:
        """Change a deck file, all of it or nothing, as one action.

        Args:
            file: the deck as it was read.
            changes: what to change.
            what: the action in words, for undo: `a note added to “Capitals”`.
            card: the card it is about, if it is about one.
            facts: what belongs to the same action, each with the id of its event.
            built_on: the newest row of the log that the person had before them.

        Raises:
            EditRefused, DeckMoved: as `editing.edit` does; nothing was recorded.
            ProgressMoved, DiskRefused: nothing was changed.
        """
        made = tried(file, changes)
        ledger = self._shelf.ledger
        group = {"group": ledger.throw("edit group")} if facts else {}
        edited = Fact(Did.DECK_EDITED, card, {"what": what, **group, **_data(made.back)}), ledger.throw("deck edited")
        grouped = [(fact._replace(data={**fact.data, **group}), id) for fact, id in facts]
        events = ledger.record([*grouped, edited], built_on)
        try:
            write(file, made)
        except QuizzerError:
            self._void([event.id for event in events])
            raise
        self._shelf.reload()
        return made

    def why_not(self, card: Card, response: object) -> str:
        """Why a response to a card cannot be accepted from now on; empty where it can."""
        if not isinstance(card.note.body, Typed):
            return "Only a typed note lists what else is right; y has it count this once."
        if not isinstance(response, str) or not one_line(response):
            return "You gave no answer here."
        return "" if len(response) <= _LONGEST else "That is too long to be accepted from now on."

    def accept(
        self,
        card: Card,
        response: str,
        facts: Sequence[tuple[Fact, str]] = (),
        built_on: int | None = None,
        copy: bool = False,
    ) -> Edit:
        """Have a response to a card be right from now on: it joins what its note accepts.

        Args:
            card: a card of a typed note.
            response: what was typed.
            facts: what belongs to the same action, each with the id of its event.
            built_on: the newest row of the log that the person had before them.
            copy: whether a deck that comes with quizzer is copied to the person's own decks first.

        Raises:
            BundledDeck: the deck comes with quizzer, and `copy` was not asked for.
            EditRefused, DeckMoved, ProgressMoved, DiskRefused: as `make` does.
        """
        if why_not := self.why_not(card, response):
            raise EditRefused(why_not)
        deck = self._shelf.decks.get(card.deck)
        if deck is None:
            raise EditRefused("The deck of this card is gone or cannot be read: nothing was changed.")
        path = deck.path
        if is_bundled(path):
            if not copy:
                raise BundledDeck(
                    f"{deck.title} comes with quizzer and is not changed; with a copy among your own decks it can be."
                )
            path = self.copy(path)
        words = one_line(response)
        return self.make(
            open_deck(path),
            [Append(card.note.id, "accept", words)],
            f"{quoted(words, 30)} accepted from now on",
            card.id,
            facts,
            built_on,
        )

    def copy(self, path: str) -> str:
        """The path of the person's own copy of a bundled deck, made with its documents if it is not there.

        Raises:
            EditRefused: the person's own decks are not in use.
            DiskRefused: it cannot be written.
        """
        folder = self._shelf.own_decks
        if not folder:
            raise EditRefused("a copy would not be used, since --decks names other folders: copy the deck there")
        copy = os.path.join(folder, os.path.basename(path))
        if os.path.exists(copy):
            raise EditRefused(f"there is a {copy} already, which is not used for this deck: see `quizzer check`")
        deck = open_deck(path)
        beside = [source.file for source in deck.deck.sources if source.file] if deck.deck else []
        for name in [*beside, os.path.basename(path)]:  # the deck last: with it, the copy counts
            original, target = os.path.join(os.path.dirname(path), name), os.path.join(folder, name)
            if os.path.isfile(original) and not os.path.exists(target):
                with open(original, "rb") as file:
                    replace_file(target, file.read())
        return copy

    def take_back(self, events: Sequence[Event]) -> None:
        """Take the changes of an action back in their files, the newest first.

        Raises:
            DeckMoved: a file has changed since; the change to it stays, and undo goes on to what came before.
            DiskRefused: a file cannot be written.
        """
        for event in events:
            if event.kind != Did.DECK_EDITED or (back := _back(event.data)) is None:
                continue
            try:
                take_back(back)
            except EditRefused:
                self._void([event.id])
                raise
        if any(event.kind == Did.DECK_EDITED for event in events):
            self._shelf.read()  # and no more: what was adopted by the edit is yet to be taken back

    def _void(self, ids: list[str]) -> None:
        ledger = self._shelf.ledger
        ledger.catch_up()
        ledger.record([(Fact(Did.UNDONE, "", {"events": ids}), ledger.throw("undone"))])


def _data(back: Back) -> dict[str, Any]:
    return back._asdict() | {"path": os.path.abspath(back.path), "old": back.old.decode(), "new": back.new.decode()}


def _back(data: dict[str, Any]) -> Back | None:
    """How an edit is taken back, as its event says; None where it does not."""
    try:
        path, before, after = str(data["path"]), str(data["before"]), str(data["after"])
        return Back(path, before, after, int(data["start"]), str(data["old"]).encode(), str(data["new"]).encode())
    except (KeyError, ValueError, TypeError):
        return None
