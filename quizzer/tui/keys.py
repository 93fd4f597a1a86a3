"""The one table of keys: bindings, footers, the help screen, the palette and the README are made from it.

A row says what a key does on one screen. Key names are Textual's (`question_mark`); `shown` is what people read.
"""

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.binding import BindingType


PALETTE = "ctrl+p"
"""Bound by Textual itself."""


class Where(StrEnum):
    """The screens that have keys; the value is the screen's name for people."""

    HOME = "Home"
    STUDY = "Study"
    PASSAGE = "Passage"
    PROBLEMS = "Problems"
    LOOK = "Cards to look at"
    QUIZ_SETUP = "Quiz set-up"
    TICKS = "Ticks"
    QUIZ = "Quiz"
    QUIZ_MAP = "All questions"
    QUIZ_MARK = "Marking"
    QUIZ_RESULT = "Quiz result"
    SCORES = "Scores"
    OPTIONS = "Options"
    AUTHOR = "Author"
    FILE = "Which file"
    FORM = "Note form"
    WORDS = "A few words"
    HELP = "Help"
    ASK = "Question"
    WRITING = "Writing scores"


class Key(NamedTuple):
    """One thing that keys do on one screen."""

    id: str
    keys: str
    """Textual's key names, with commas between."""
    shown: str
    action: str
    """The screen's action; `{key}` stands for the key that was pressed."""
    word: str
    """What a footer says."""
    help: str
    where: Where
    listed: bool = True
    """Whether the palette offers it."""


def _moves(where: Where, what: str) -> tuple[Key, ...]:
    name = where.name.lower()
    return (
        Key(f"{name}.up", "up,k", "↑ k", "move(-1)", "up", f"Up in {what}", where, False),
        Key(f"{name}.down", "down,j", "↓ j", "move(1)", "down", f"Down in {what}", where, False),
        Key(f"{name}.page_up", "pageup", "PgUp", "page(-1)", "page up", "Up by a page", where, False),
        Key(f"{name}.page_down", "pagedown", "PgDn", "page(1)", "page down", "Down by a page", where, False),
        Key(f"{name}.first", "home", "Home", "ends(-1)", "first", "To the beginning", where, False),
        Key(f"{name}.last", "end", "End", "ends(1)", "last", "To the end", where, False),
    )


def _help(where: Where) -> tuple[Key, ...]:
    name = where.name.lower()
    return (
        Key(f"{name}.palette", PALETTE, "Ctrl+P", "app.command_palette", "everything", "Every command", where, False),
        Key(f"{name}.help", "question_mark,f1", "? F1", "app.show_help", "help", "This help", where),
    )


# fmt: off
KEYS: tuple[Key, ...] = (
    Key("home.study", "enter", "Enter", "study", "study", "Study the deck under the cursor", Where.HOME),
    *_moves(Where.HOME, "the decks"),
    Key("home.minutes", "m", "m", "minutes", "10 minutes",
        "Ten minutes of today's cards, those first that bring most in the time", Where.HOME),
    Key("home.quiz", "x", "x", "quiz", "quiz", "A scored test of the deck under the cursor", Where.HOME),
    Key("home.author", "a", "a", "author", "author",
        "Write the deck under the cursor; in the last line, one of your own", Where.HOME),
    Key("home.cram", "c", "c", "cram", "cram",
        "All cards of the deck under the cursor, weakest first; changes no schedule", Where.HOME),
    Key("home.more_new", "n", "n", "more_new", "more new cards",
        "Ten more new cards today, of the deck under the cursor", Where.HOME),
    Key("home.spread", "s", "s", "spread", "spread the backlog",
        "Spread a backlog over 7 days; again: 14, 30, then the usual limit", Where.HOME),
    Key("home.unlimited", "A", "A", "unlimited", "as many as I can",
        "Everything that is due, whatever the day's limit says", Where.HOME),
    Key("home.seek", "slash", "/", "seek", "filter", "Show only decks whose names hold what you type", Where.HOME),
    Key("home.all", "escape", "Esc", "all", "all decks", "Show all decks again", Where.HOME, False),
    Key("home.scores", "t", "t", "scores", "scores",
        "What you know, what you would score, and what to do next", Where.HOME),
    Key("home.options", "o", "o", "options", "options",
        "Options of the deck under the cursor, or of all, and settings of this machine", Where.HOME),
    Key("home.undo", "u", "u", "undo", "undo",
        "Take back the newest action, also one of an earlier day", Where.HOME),
    Key("home.problems", "p", "p", "problems", "problems",
        "What is wrong in deck files, and how to mend it", Where.HOME),
    Key("home.drafts", "d", "d", "drafts", "drafts", "Notes that wait to be accepted", Where.HOME),
    Key("home.flagged", "f", "f", "flagged", "flagged", "The cards you flagged", Where.HOME),
    Key("home.leeches", "l", "l", "leeches", "leeches", "The cards you forget again and again", Where.HOME),
    *_help(Where.HOME),
    Key("home.quit", "q", "q", "app.quit", "quit", "Leave quizzer; everything is saved already", Where.HOME),
    Key("study.go", "space,enter", "Space Enter", "go('{key}')", "show the answer",
        "Show the answer, then take the rating; where you pick or put in order, Space does and Enter submits",
        Where.STUDY, False),
    Key("study.rate", "1,2,3,4", "1 2 3 4", "digit('{key}')", "rate",
        "Again (forgotten), Hard, Good, Easy (all remembered); before that, pick or put in the next place",
        Where.STUDY, False),
    Key("study.pick", "5,6,7,8,9,0", "5 … 9 0", "digit('{key}')", "pick",
        "Pick that option, or put it in the next place; 0 means “I don’t know”", Where.STUDY, False),
    Key("study.rub", "backspace", "Backspace", "rub", "take one back",
        "Where items are put in order or matched: take the last one back", Where.STUDY, False),
    Key("study.letter", "t,f", "t f", "letter('{key}')", "true or false",
        "True or false, where a statement is asked", Where.STUDY, False),
    Key("study.left", "left", "←", "sideways(-1)", "left",
        "The rating (or the option) to the left", Where.STUDY, False),
    Key("study.right", "right", "→", "sideways(1)", "right",
        "The rating (or the option) to the right", Where.STUDY, False),
    Key("study.field", "tab", "Tab", "field", "type",
        "Back to the field, after Esc has left it", Where.STUDY, False),
    Key("study.hint", "h,f2", "h F2", "hint", "hint", "Show the hint, if the author gave one", Where.STUDY),
    Key("study.passage", "s", "s", "passage", "whole passage",
        "The passage the answer comes from, once it is shown", Where.STUDY),
    Key("study.was_right", "y", "y", "was_right", "was right",
        "You were right, whatever was judged: it counts so", Where.STUDY),
    Key("study.accept", "Y", "Y", "accept", "accept from now on",
        "You were right, and your response is right from now on: it joins what the note accepts", Where.STUDY),
    Key("study.undo", "u", "u", "undo", "undo", "Take back the newest action, and see the card again", Where.STUDY),
    Key("study.edit", "e", "e", "edit", "edit",
        "Edit the note: in your editor (`quizzer options editor=…`, $VISUAL, $EDITOR), else in a form", Where.STUDY),
    Key("study.flag", "asterisk", "*", "flag", "flag",
        "Flag the card for a later look, with a few words to yourself, or take the flag away", Where.STUDY),
    Key("study.bury", "minus", "-", "hide('card', 'bury')", "bury",
        "Bury the card: hidden until tomorrow", Where.STUDY),
    Key("study.bury_note", "equals_sign", "=", "hide('note', 'bury')", "bury note",
        "Bury all cards of the note", Where.STUDY),
    Key("study.suspend", "at", "@", "hide('card', 'suspend')", "suspend",
        "Suspend the card: hidden until you resume it", Where.STUDY),
    Key("study.suspend_note", "exclamation_mark", "!", "hide('note', 'suspend')", "suspend note",
        "Suspend all cards of the note", Where.STUDY),
    *_moves(Where.STUDY, "the options or the answer"),
    Key("study.question_up", "shift+up", "Shift+↑", "question(-1)", "question up",
        "Up in a long question", Where.STUDY, False),
    Key("study.question_down", "shift+down", "Shift+↓", "question(1)", "question down",
        "Down in a long question", Where.STUDY, False),
    Key("study.leave", "escape", "Esc", "leave", "stop",
        "Leave the field, then the sitting; every answer is saved", Where.STUDY),
    *_help(Where.STUDY),
    *_moves(Where.SCORES, "the figures"),
    Key("scores.tab_before", "left,shift+tab,h", "←", "tab(-1)", "tab", "The tab before", Where.SCORES, False),
    Key("scores.tab", "right,tab,l", "→", "tab(1)", "tab", "The next tab", Where.SCORES, False),
    Key("scores.explain", "question_mark", "?", "explain", "explains it",
        "What the figure under the cursor means, with its formula", Where.SCORES),
    Key("scores.open", "enter", "Enter", "open", "open",
        "Go into the deck under the cursor; elsewhere as ?", Where.SCORES, False),
    Key("scores.do", "1,2,3,4", "1 … 4", "do('{key}')", "do it",
        "Do what stands under Do next at that number", Where.SCORES, False),
    Key("scores.deck", "d", "d", "deck(1)", "deck", "The scores of the next deck, or of all", Where.SCORES),
    Key("scores.deck_before", "D", "D", "deck(-1)", "deck before", "The deck before", Where.SCORES, False),
    Key("scores.period", "p", "p", "period", "period", "Another period: weeks, months, a year, all time", Where.SCORES),
    Key("scores.tag", "g", "g", "tag(1)", "tag", "Only cards with the next tag, or all", Where.SCORES),
    Key("scores.tag_before", "G", "G", "tag(-1)", "tag before", "Only cards with the tag before", Where.SCORES, False),
    Key("scores.later", "plus", "+", "later(1)", "a day later", "What to expect a day later", Where.SCORES, False),
    Key("scores.sooner", "minus", "-", "later(-1)", "a day sooner", "What to expect a day sooner", Where.SCORES, False),
    Key("scores.week_later", "greater_than_sign", ">", "later(7)", "later", "A week later", Where.SCORES, False),
    Key("scores.week_sooner", "less_than_sign", "<", "later(-7)", "sooner", "A week sooner", Where.SCORES, False),
    Key("scores.write", "w", "w", "write", "write html/csv",
        "Write the scores into the folder you are in: as one page for a browser, or as a table", Where.SCORES),
    Key("scores.leave", "escape,t,q", "Esc t", "app.back", "home", "Back home", Where.SCORES),
    Key("scores.palette", PALETTE, "Ctrl+P", "app.command_palette", "everything", "Every command", Where.SCORES, False),
    Key("scores.help", "f1", "F1", "app.show_help", "help", "This help", Where.SCORES),
    *_moves(Where.PASSAGE, "the passage"),
    Key("passage.leave", "escape,s,q,enter,space", "Esc s", "app.back", "back", "Back to the card", Where.PASSAGE),
    *_help(Where.PASSAGE),
    *_moves(Where.PROBLEMS, "the problems"),
    Key("problems.again", "r", "r", "again", "look again",
        "Read the decks again, after you have mended something", Where.PROBLEMS),
    Key("problems.leave", "escape,p,q", "Esc p", "app.back", "back", "Back home", Where.PROBLEMS),
    *_help(Where.PROBLEMS),
    Key("quiz_setup.begin", "enter", "Enter", "begin", "begin",
        "Begin, or go on with the quiz that was left half-way", Where.QUIZ_SETUP),
    *_moves(Where.LOOK, "the cards"),
    Key("look.unflag", "asterisk", "*", "unflag", "take the flag away", "Take the flag away from the card", Where.LOOK),
    Key("look.edit", "e", "e", "edit", "edit", "Edit the note, in your editor or in a form", Where.LOOK),
    Key("look.suspend", "at", "@", "suspend", "suspend",
        "Suspend the card: hidden until you resume it", Where.LOOK),
    Key("look.author", "enter,a", "Enter a", "author", "accept or reject",
        "Open the deck of the draft, to accept, edit or reject it", Where.LOOK),
    Key("look.leave", "escape,d,f,l,q", "Esc", "app.back", "home", "Back home", Where.LOOK),
    *_help(Where.LOOK),
    *_moves(Where.QUIZ_SETUP, "the settings"),
    Key("quiz_setup.left", "left,h", "← h", "change(-1)", "change", "The value before", Where.QUIZ_SETUP, False),
    Key("quiz_setup.right", "right,l", "→ l", "change(1)", "change", "The value after", Where.QUIZ_SETUP, False),
    Key("quiz_setup.several", "space", "Space", "several", "several",
        "Tick several decks or kinds; the value after, of other settings", Where.QUIZ_SETUP, False),
    Key("quiz_setup.digit", "0,1,2,3,4,5,6,7,8,9", "0 … 9", "digit('{key}')", "type",
        "Type a number of questions or minutes, or a seed", Where.QUIZ_SETUP, False),
    Key("quiz_setup.rub", "backspace", "Backspace", "rub", "rub out", "Rub out a digit", Where.QUIZ_SETUP, False),
    Key("quiz_setup.discard", "d", "d", "discard", "throw away",
        "Throw away the quiz that was left half-way", Where.QUIZ_SETUP),
    Key("quiz_setup.result", "r", "r", "result", "last result", "The result of the last quiz", Where.QUIZ_SETUP),
    Key("quiz_setup.leave", "escape,q", "Esc", "app.back", "home", "Back home", Where.QUIZ_SETUP),
    *_help(Where.QUIZ_SETUP),
    Key("ticks.tick", "space,x", "Space", "tick", "tick", "Tick it, or take its tick away", Where.TICKS),
    Key("ticks.none", "a", "a", "none", "all of them", "Take all ticks away, which means all of them", Where.TICKS),
    *_moves(Where.TICKS, "the list"),
    Key("ticks.leave", "enter,escape,q", "Enter Esc", "app.back", "done", "Back to the set-up", Where.TICKS),
    *_help(Where.TICKS),
    Key("quiz.go", "space,enter", "Space Enter", "go('{key}')", "answer",
        "Answer and go on; where several are wanted, Space ticks or puts and Enter answers", Where.QUIZ, False),
    Key("quiz.pick", "1,2,3,4,5,6,7,8,9,0", "1 … 9 0", "digit('{key}')", "pick",
        "Pick that option, or put it in the next place; 0 means “I don’t know”", Where.QUIZ, False),
    Key("quiz.rub", "backspace", "Backspace", "rub", "take one back",
        "Where items are put in order or matched: take the last one back", Where.QUIZ, False),
    Key("quiz.letter", "t,f", "t f", "letter('{key}')", "true or false",
        "True or false, where a statement is asked", Where.QUIZ, False),
    Key("quiz.up", "up,k", "↑ k", "move(-1)", "up", "Up in the options or the question", Where.QUIZ, False),
    Key("quiz.down", "down,j", "↓ j", "move(1)", "down", "Down in the options or the question", Where.QUIZ, False),
    Key("quiz.question_up", "shift+up", "Shift+↑", "scroll(-1)", "question up",
        "Up in a long question", Where.QUIZ, False),
    Key("quiz.question_down", "shift+down", "Shift+↓", "scroll(1)", "question down",
        "Down in a long question", Where.QUIZ, False),
    Key("quiz.field", "tab", "Tab", "field", "type", "Back to the field, after Esc has left it", Where.QUIZ, False),
    Key("quiz.skip", "pagedown,s", "PgDn s", "skip", "skip", "Leave the question for later", Where.QUIZ),
    Key("quiz.back", "pageup,b", "PgUp b", "step(-1)", "back", "The question before", Where.QUIZ),
    Key("quiz.before", "left", "←", "step(-1)", "before", "The question before", Where.QUIZ, False),
    Key("quiz.after", "right", "→", "step(1)", "after", "The question after", Where.QUIZ, False),
    Key("quiz.flag", "asterisk,f3", "* F3", "flag", "flag",
        "Flag the question, to come back to it, or take the flag away", Where.QUIZ),
    Key("quiz.map", "m,f4", "m F4", "map", "map, hand in", "All questions, and handing in", Where.QUIZ),
    Key("quiz.leave", "escape", "Esc", "leave", "leave",
        "Leave the field, then the quiz; every answer is saved, and the quiz goes on later", Where.QUIZ),
    *_help(Where.QUIZ),
    Key("quiz_map.go", "enter,space", "Enter", "go", "go there", "Go to the question under the cursor", Where.QUIZ_MAP),
    *_moves(Where.QUIZ_MAP, "the questions"),
    Key("quiz_map.submit", "h,f10", "h F10", "submit", "hand in",
        "Hand the quiz in; unanswered questions bring nothing", Where.QUIZ_MAP),
    Key("quiz_map.leave", "escape,m,f4,q", "Esc m", "app.back", "back", "Back to the question", Where.QUIZ_MAP),
    *_help(Where.QUIZ_MAP),
    Key("quiz_mark.mark", "1,2,3", "1 2 3", "mark('{key}')", "mark",
        "Your response is wrong, partly right, right", Where.QUIZ_MARK, False),
    *_moves(Where.QUIZ_MARK, "the answer"),
    Key("quiz_mark.leave", "escape,q", "Esc", "app.back", "back", "Back to the quiz; marks are kept", Where.QUIZ_MARK),
    *_help(Where.QUIZ_MARK),
    *_moves(Where.QUIZ_RESULT, "the questions"),
    Key("quiz_result.again", "w", "w", "again", "ask these again",
        "Ask what lost something again, for practice", Where.QUIZ_RESULT),
    Key("quiz_result.reread", "r", "r", "reread", "reread",
        "Read the passages where something was lost", Where.QUIZ_RESULT),
    Key("quiz_result.passage", "s", "s", "passage", "whole passage",
        "The passage that the answer comes from", Where.QUIZ_RESULT),
    Key("quiz_result.all", "a", "a", "all", "all", "All questions, or only what lost something", Where.QUIZ_RESULT),
    Key("quiz_result.right", "y", "y", "was_right", "was right",
        "You were right on the question under the cursor: it counts so", Where.QUIZ_RESULT),
    Key("quiz_result.accept", "Y", "Y", "accept", "accept from now on",
        "You were right there, and your response is right from now on", Where.QUIZ_RESULT),
    Key("quiz_result.undo", "u", "u", "undo", "undo",
        "Take back the newest action; after that, the whole quiz", Where.QUIZ_RESULT),
    Key("quiz_result.detail_up", "shift+up", "Shift+↑", "scroll(-1)", "answer up",
        "Up in a long answer", Where.QUIZ_RESULT, False),
    Key("quiz_result.detail_down", "shift+down", "Shift+↓", "scroll(1)", "answer down",
        "Down in a long answer", Where.QUIZ_RESULT, False),
    Key("quiz_result.leave", "enter,escape,q", "Enter Esc", "app.back", "home", "Back home", Where.QUIZ_RESULT),
    *_help(Where.QUIZ_RESULT),
    *_moves(Where.OPTIONS, "the options"),
    Key("options.left", "left,h,minus", "← h -", "change(-1)", "change", "The value before", Where.OPTIONS, False),
    Key("options.right", "right,l,plus,space", "→ l + Space", "change(1)", "change", "The value after",
        Where.OPTIONS, False),
    Key("options.type", "enter", "Enter", "type", "type a value", "Type a value", Where.OPTIONS),
    Key("options.away", "backspace,delete", "Backspace Del", "away", "as it was by default",
        "Take the setting away: what counts then is said beside it", Where.OPTIONS),
    Key("options.deck", "d", "d", "deck(1)", "another deck", "Options of all decks, then of each deck", Where.OPTIONS),
    Key("options.deck_back", "D", "D", "deck(-1)", "the deck before", "Options of the deck before", Where.OPTIONS,
        False),
    Key("options.undo", "u", "u", "undo", "undo", "Take back the newest change made here", Where.OPTIONS),
    Key("options.leave", "escape,q", "Esc", "leave", "home", "Leave the field, then go home", Where.OPTIONS),
    *_help(Where.OPTIONS),
    Key("author.accept", "enter", "Enter", "accept", "accept",
        "Accept the draft: from then on it is studied; go on to the next", Where.AUTHOR),
    Key("author.reject", "r,delete", "r Del", "reject", "reject",
        "Reject the draft, or delete the note", Where.AUTHOR),
    Key("author.kind", "k", "k", "kind", "kind",
        "Ask it in another way: typed, as a flashcard, as a number …", Where.AUTHOR),
    Key("author.edit", "e", "e", "edit", "edit", "Edit the note under the cursor, in a form", Where.AUTHOR),
    Key("author.up", "up", "↑", "move(-1)", "up", "The note before, or the passage before", Where.AUTHOR, False),
    Key("author.down", "down", "↓", "move(1)", "down", "The next note, or the next passage", Where.AUTHOR, False),
    Key("author.across", "right", "→", "across(1)", "next uncovered",
        "The next passage that nothing asks about; while marking, the next word", Where.AUTHOR),
    Key("author.across_back", "left", "←", "across(-1)", "uncovered before",
        "The passage before that nothing asks about; while marking, the word before", Where.AUTHOR, False),
    Key("author.side", "tab", "Tab", "side", "side", "Arrows move through the document, or among notes", Where.AUTHOR),
    Key("author.mark", "space", "Space", "mark", "mark words",
        "Begin to mark words of the passage; then mark a word, and go to the next", Where.AUTHOR),
    Key("author.cloze", "c", "c", "cloze", "cloze", "Hide the marked words in their sentence", Where.AUTHOR),
    Key("author.question", "q", "q", "question", "question",
        "Ask a question that the marked words answer", Where.AUTHOR),
    Key("author.list", "l", "l", "list", "list", "Ask for the marked words as a list", Where.AUTHOR),
    Key("author.new", "n", "n", "new", "blank form", "Write a note from nothing, in a form", Where.AUTHOR),
    Key("author.undo", "u", "u", "undo", "undo", "Take back the newest action", Where.AUTHOR),
    Key("author.study", "S", "S", "study", "study", "Study what was accepted", Where.AUTHOR),
    Key("author.editor", "E", "E", "editor", "editor", "Open the deck in your editor, at the note", Where.AUTHOR),
    Key("author.document", "plus", "+", "document", "document", "Add another document to the deck", Where.AUTHOR),
    Key("author.next_document", "d", "d", "next_document", "next document",
        "The deck's next document; after the last, its notes that are about none", Where.AUTHOR),
    Key("author.redraft", "D", "D", "redraft", "draft again",
        "Look for drafts again, also those you rejected", Where.AUTHOR),
    Key("author.problems", "p", "p", "problems", "problems", "What is wrong in deck files", Where.AUTHOR),
    Key("author.page_up", "pageup", "PgUp", "page(-1)", "page up",
        "The preview up; in the document, five passages", Where.AUTHOR, False),
    Key("author.page_down", "pagedown", "PgDn", "page(1)", "page down",
        "The preview down; in the document, five passages", Where.AUTHOR, False),
    Key("author.first", "home", "Home", "ends(-1)", "first", "To the beginning", Where.AUTHOR, False),
    Key("author.last", "end", "End", "ends(1)", "last", "To the end", Where.AUTHOR, False),
    Key("author.leave", "escape", "Esc", "leave", "home",
        "Leave the field, stop marking, then go home; everything is saved", Where.AUTHOR),
    *_help(Where.AUTHOR),
    Key("file.open", "enter", "Enter", "open", "open", "Open the file under the cursor", Where.FILE, False),
    Key("file.complete", "tab", "Tab", "complete", "complete", "Type the path under the cursor", Where.FILE, False),
    Key("file.up", "up", "↑", "move(-1)", "up", "Up in the files", Where.FILE, False),
    Key("file.down", "down", "↑ ↓", "move(1)", "choose", "Down in the files", Where.FILE, False),
    Key("file.page_up", "pageup", "PgUp", "page(-1)", "page up", "Up by a page", Where.FILE, False),
    Key("file.page_down", "pagedown", "PgDn", "page(1)", "page down", "Down by a page", Where.FILE, False),
    Key("file.leave", "escape", "Esc", "app.back", "back", "Back without opening anything", Where.FILE),
    Key("file.palette", PALETTE, "Ctrl+P", "app.command_palette", "everything", "Every command", Where.FILE, False),
    Key("file.help", "f1,question_mark", "F1", "app.show_help", "help", "This help", Where.FILE),
    Key("form.save", "ctrl+s", "Ctrl+S", "save", "save", "Save the note, and go back", Where.FORM),
    Key("form.kind", "ctrl+t", "Ctrl+T", "kind", "next kind",
        "The note as the next kind; what that lacks is shown by an example", Where.FORM),
    Key("form.next", "tab", "Tab", "next(1)", "next key", "To the end of the next key's text", Where.FORM, False),
    Key("form.before", "shift+tab", "Shift+Tab", "next(-1)", "key before",
        "To the end of the text of the key before", Where.FORM, False),
    Key("form.reload", "ctrl+r", "Ctrl+R", "reload", "as in the file",
        "Take the note as it stands in the file now; Ctrl+Z takes that back", Where.FORM),
    Key("form.leave", "escape", "Esc", "leave", "leave", "Leave; asks first where something is changed", Where.FORM),
    Key("form.palette", PALETTE, "Ctrl+P", "app.command_palette", "everything", "Every command", Where.FORM, False),
    Key("form.help", "f1,question_mark", "F1", "app.show_help", "help", "This help", Where.FORM),
    Key("words.take", "enter", "Enter", "take", "take them", "Take the words, or none", Where.WORDS, False),
    Key("words.leave", "escape", "Esc", "leave", "leave", "Do nothing", Where.WORDS),
    Key("words.palette", PALETTE, "Ctrl+P", "app.command_palette", "everything", "Every command", Where.WORDS, False),
    Key("words.help", "f1,question_mark", "F1", "app.show_help", "help", "This help", Where.WORDS),
    *_moves(Where.HELP, "the help"),
    Key("help.leave", "escape,question_mark,f1,q,enter,space", "Esc ?", "app.back", "back",
        "Back to where you were", Where.HELP),
    Key("writing.html", "h,enter", "Enter h", "take('html')", "html", "One page for a browser", Where.WRITING, False),
    Key("writing.csv", "c", "c", "take('csv')", "csv", "A table for a spreadsheet", Where.WRITING, False),
    Key("writing.leave", "escape,q", "Esc", "take('')", "leave it", "Write nothing", Where.WRITING, False),
    Key("ask.yes", "y,enter", "Enter y", "yes", "yes", "Yes, do it", Where.ASK, False),
    Key("ask.no", "n,escape,q", "Esc n", "no", "no", "No, leave everything as it is", Where.ASK, False),
)
# fmt: on
BY_ID = {key.id: key for key in KEYS}


_SHOWN: dict[str, str] = {}


def show_as(own: "Mapping[str, str]") -> None:
    """From now on, show these keys of a person's own in place of the table's, by the ids of its rows."""
    _SHOWN.clear()
    _SHOWN.update(own)


def shown(key: Key) -> str:
    """What people read: the table's words, or those of a key of one's own."""
    return _SHOWN.get(key.id, key.shown)


def keys_of(where: Where) -> tuple[Key, ...]:
    """The rows of one screen, in the order in which help tells them."""
    return tuple(key for key in KEYS if key.where == where)


def bindings(where: Where) -> "list[BindingType]":
    """Textual's bindings of one screen; those of the app itself (the palette) are Textual's own."""
    from textual.binding import Binding

    return [
        Binding(
            name,
            key.action.replace("{key}", name),
            key.word,
            show=False,
            id=key.id if name == key.keys else f"{key.id}.{name}",
        )
        for key in keys_of(where)
        if key.keys != PALETTE
        for name in key.keys.split(",")
    ]
