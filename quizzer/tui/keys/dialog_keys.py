"""The keys of what opens over any screen."""

from quizzer.tui.keys.key import PALETTE, Key, Where, moves

# fmt: off
DIALOG_KEYS: tuple[Key, ...] = (
    Key("words.take", "enter", "Enter", "take", "take them", "Take the words, or none", Where.WORDS, False),
    Key("words.leave", "escape", "Esc", "leave", "leave", "Do nothing", Where.WORDS),
    Key("words.palette", PALETTE, "Ctrl+P", "app.command_palette", "everything", "Every command", Where.WORDS, False),
    Key("words.help", "f1,question_mark", "F1", "app.show_help", "help", "This help", Where.WORDS),
    *moves(Where.HELP, "the help"),
    Key("help.leave", "escape,question_mark,f1,q,enter,space", "Esc ?", "app.back", "back",
        "Back to where you were", Where.HELP),
    Key("writing.html", "h,enter", "Enter h", "take('html')", "html", "One page for a browser", Where.WRITING, False),
    Key("writing.csv", "c", "c", "take('csv')", "csv", "A table for a spreadsheet", Where.WRITING, False),
    Key("writing.leave", "escape,q", "Esc", "take('')", "leave it", "Write nothing", Where.WRITING, False),
    Key("ask.yes", "y,enter", "Enter y", "yes", "yes", "Yes, do it", Where.ASK, False),
    Key("ask.no", "n,escape,q", "Esc n", "no", "no", "No, leave everything as it is", Where.ASK, False),
)
# fmt: on
