"""Browse: all cards, and what can be done to the one under the cursor or to those that are marked."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import on

from quizzer.collection.collection import Collection
from quizzer.core.event import Did
from quizzer.tui.keys import Where, bindings
from quizzer.tui.screens.base import SOON
from quizzer.tui.screens.card_list import CardList
from quizzer.tui.widgets.bar import NOTHING, Hints
from quizzer.tui.widgets.browse_rows import counted_cards
from quizzer.tui.widgets.lines import Listing

if TYPE_CHECKING:
    from quizzer.collection.group_deeds import Done, GroupDeeds

HINTS = (
    ("browse.leave", ""), ("browse.seek", ""), ("browse.help", ""), ("browse.mark", ""), ("browse.info", ""),
    ("browse.sort", ""), ("browse.suspend", ""), ("browse.flag", ""), ("browse.edit", ""), ("browse.undo", ""),
    ("browse.bury", ""), ("browse.author", ""), ("browse.mark_all", ""), ("browse.clear", ""), ("browse.reset", ""),
    ("browse.give", ""),
)  # fmt: skip
MANY = 2_000
"""Cards from which a deed takes long enough to be asked about first."""
SAID = {
    Did.SUSPENDED: ("suspended", "is suspended already"),
    Did.BURIED: ("buried until tomorrow", "is buried already"),
    Did.RESUMED: ("resumed", "is no card to be hidden"),
    Did.FLAGGED: ("flagged", "has that flag already"),
    Did.UNFLAGGED: ("no longer flagged", "has no flag"),
    Did.RESET: ("to begin afresh", "was never seen"),
}
"""What is said of cards that a deed was done to, and of each where it could be done to none."""


class BrowseScreen(CardList):
    """All cards, or those of a filter."""

    CSS_PATH = "browse.tcss"
    BINDINGS = bindings(Where.BROWSE)
    WHERE = Where.BROWSE

    def __init__(self, collection: Collection, text: str = "") -> None:
        super().__init__(collection, text)
        self._entered = False

    def on_mount(self) -> None:
        """Show the keys."""
        self.query_one(Hints).show(HINTS)

    def on_screen_resume(self) -> None:
        """Look again, since a note may have been edited or a draft decided on; the first time all is fresh."""
        if self._entered:
            self.look_again()
        self._entered = True

    def look_again(self) -> None:
        """Read what has changed, look for the same again, and say what history went with a card of another name."""
        told = self.collection.news
        changed = self.attempt(self.collection.refresh)
        if changed is None:
            return
        self.known()
        if changed and self.marked:
            self.marked = dict.fromkeys(self.browsing.known(list(self.marked)))
        self.search()
        if self.collection.news != told:
            self.say(self.collection.news)

    @on(Listing.Moved)
    def forget_notice(self) -> None:
        """Show the keys again; a notice has been read by now."""
        self.query_one(Hints).notify_of(NOTHING)

    # Marks

    def action_mark(self) -> None:
        """Mark the card under the cursor, or take its mark away; go on."""
        listing = self.query_one(Listing)
        if listing.cursor < len(self.cards):
            card = self.cards[listing.cursor]
            if card in self.marked:
                del self.marked[card]
            else:
                self.marked[card] = None
            self.draw_marks()
            listing.move(1)

    def action_mark_all(self) -> None:
        """Mark all cards that are listed."""
        if self.count is None or len(self.cards) < self.count:
            self.say("Not all are found yet: A once more marks them.")
            return
        self.marked |= dict.fromkeys(self.cards)
        self.draw_marks()

    def action_clear(self) -> None:
        """Take all marks away."""
        self.marked.clear()
        self.draw_marks()

    # Deeds

    @property
    def deeds(self) -> "GroupDeeds":
        """What can be done to cards."""
        return self.collection.deeds()

    def _meant(self) -> Sequence[str]:
        """The cards that a key acts on."""
        at = self.query_one(Listing).cursor
        return list(self.marked) or self.cards[at : at + 1]

    def _do(self, act: "Callable[[Sequence[str]], Done]") -> None:
        """Do something to the cards that are meant; to many, only after asking, and saying so while it lasts."""
        cards = self._meant()
        if len(cards) < MANY:
            self._do_to(cards, act)
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self.say(f"{counted_cards(len(cards))} …")
                self.set_timer(SOON, lambda: self._do_to(cards, act))

        from quizzer.tui.screens.ask import AskScreen

        self.app.push_screen(AskScreen(f"Do this to {counted_cards(len(cards))}?"), answered)

    def _do_to(self, cards: Sequence[str], act: "Callable[[Sequence[str]], Done]") -> None:
        """Do something to cards, and say to how many it was done."""
        if not cards:
            return
        done = self.tried(lambda: act(cards))
        if done is not None:
            self.known()
            self.search()
            self.say(_words(done, len(cards)))

    def action_suspend(self) -> None:
        """Suspend or resume."""
        self._do(self.deeds.suspend)

    def action_bury(self) -> None:
        """Bury or bring back."""
        self._do(self.deeds.bury)

    def action_reset(self) -> None:
        """Begin afresh."""
        self._do(self.deeds.reset)

    def action_flag(self) -> None:
        """Flag with a few words, or take flags away."""
        cards = self._meant()
        if self.deeds.are_flagged(cards):
            self._do(self.deeds.unflag)
        elif cards:
            from quizzer.tui.screens.words import WordsScreen

            self.app.push_screen(WordsScreen("A few words to yourself, or none:"), self._flag)

    def _flag(self, words: str | None) -> None:
        if words is not None:
            self._do(lambda cards: self.deeds.flag(cards, words))

    def action_give(self) -> None:
        """Give the history of an orphan to another card."""
        from quizzer.tui.screens.giving import give

        give(self, self.collection, self.browsing.rows(list(self._meant())[:3]), self._given)

    def _given(self) -> None:
        self.marked.clear()
        self.search()

    def action_undo(self) -> None:
        """Take back the newest action."""
        from quizzer.tui.screens.undoing import take_back

        take_back(self, self.collection, self.look_again)

    # Notes and decks

    async def action_edit(self) -> None:
        """Edit the note under the cursor."""
        from quizzer.tui.screens.card_editing import edit_card

        row = self.row(self.query_one(Listing).cursor)
        if row is not None:
            await edit_card(self, self.browsing.card(row.report.id), self._edited)

    async def _edited(self, wrong: str) -> None:
        self.search()
        if wrong:
            self.say(f"! {wrong}", ".nearly")

    @on(Listing.Opened)
    async def action_open(self) -> None:
        """Open what there is to look at: card info, or a draft in its deck."""
        row = self.row(self.query_one(Listing).cursor)
        if row is not None and row.report.draft:
            await self.action_author()
        else:
            self.action_info()

    def action_info(self) -> None:
        """Tell what is known of the card under the cursor."""
        from quizzer.tui.screens.card_info import show_info

        row = self.row(self.query_one(Listing).cursor)
        if row is not None:
            show_info(self, row.report.id)

    async def action_author(self) -> None:
        """Write the deck of the card under the cursor."""
        row = self.row(self.query_one(Listing).cursor)
        if row is None:
            return
        if not row.path:
            self.say("No deck holds this card any more.")
            return
        from quizzer.tui.screens.writing import write

        await write(self.app, self.collection, row.path)


def _words(done: "Done", of: int) -> str:
    """What was done, and to how many.

    >>> from quizzer.collection.group_deeds import Done
    >>> _words(Done(Did.SUSPENDED, ("a", "b")), 3)
    '2 of 3 cards suspended. u takes that back.'
    """
    did, none = SAID[done.did]
    if not done.cards:
        return f"{'This' if of == 1 else f'Each of {of:,}'} {none}."
    many = counted_cards(of) if len(done.cards) == of else f"{len(done.cards):,} of {counted_cards(of)}"
    return f"{many} {did}. u takes that back."
