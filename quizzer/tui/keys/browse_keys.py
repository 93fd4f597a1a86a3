"""The keys of browse."""

from quizzer.tui.keys.key import Key, Where, help_keys, moves

# fmt: off
BROWSE_KEYS: tuple[Key, ...] = (
    Key("browse.seek", "slash,tab", "/ Tab", "seek", "search",
        "Search: words, or is:due, is:leech, deck:…, tag:…, kind:…, rated:7 again; - leaves out", Where.BROWSE),
    *moves(Where.BROWSE, "the cards, also while you type"),
    Key("browse.open", "enter", "Enter", "open", "open",
        "Card info; of a draft its deck, to accept, edit or reject it", Where.BROWSE),
    Key("browse.info", "i", "i", "info", "info",
        "What is known of the card: why it is due, memory, forecast, history", Where.BROWSE),
    Key("browse.sort", "s", "s", "sort(1)", "sort",
        "Another order: by deck, question, due date, stability, lapses", Where.BROWSE),
    Key("browse.turn", "S", "S", "turn", "turn round", "The order turned round: the last come first", Where.BROWSE),
    Key("browse.mark", "space", "Space", "mark", "mark", "Mark the card, or take its mark away; go to the next",
        Where.BROWSE),
    Key("browse.mark_all", "A", "A", "mark_all", "mark all", "Mark all cards that are listed", Where.BROWSE),
    Key("browse.clear", "c", "c", "clear", "clear marks", "Take all marks away", Where.BROWSE),
    Key("browse.edit", "e", "e", "edit", "edit", "Edit the note under the cursor, in your editor or in a form",
        Where.BROWSE),
    Key("browse.suspend", "at", "@", "suspend", "suspend",
        "Suspend the card or the marked ones; resume them where all are suspended", Where.BROWSE),
    Key("browse.bury", "minus", "-", "bury", "bury",
        "Bury the card or the marked ones until tomorrow; bring them back where all are buried", Where.BROWSE),
    Key("browse.flag", "asterisk", "*", "flag", "flag",
        "Flag the card or the marked ones, with a few words; take flags away where all have one", Where.BROWSE),
    Key("browse.reset", "r", "r", "reset", "begin afresh",
        "Have the card or the marked ones begin afresh, as if never seen", Where.BROWSE),
    Key("browse.give", "g", "g", "give", "give history",
        "Give the history of an orphan to a card that is like it, or to the one marked with it", Where.BROWSE),
    Key("browse.author", "a", "a", "author", "author", "Write the deck of the card under the cursor", Where.BROWSE),
    Key("browse.undo", "u", "u", "undo", "undo", "Take back the newest action, of however many cards", Where.BROWSE),
    Key("browse.leave", "escape,q", "Esc", "leave", "home", "Leave the field, then go home", Where.BROWSE),
    *help_keys(Where.BROWSE),
)
# fmt: on
