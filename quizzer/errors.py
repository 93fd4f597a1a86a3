"""What stops the program: one sentence that says what, where, and what to do.

QuizzerError
├── UsageError         the command's words are off (exit code 2)
├── DeckNotFound       no deck goes by that name (exit code 2)
├── DocumentUnreadable a document is not there, or cannot be read
├── NoTerminal         a screen was asked for where there is none (exit code 2)
├── ProgressUnreadable the progress file is damaged, or not ours
├── ProgressTooNew     a later quizzer wrote the progress file
├── DiskRefused        full, read-only or locked: nothing was written
│   └── CacheRefused   the same of the cache, which one can do without
├── ProgressMoved      another quizzer answered meanwhile: look again
└── EditRefused        a deck cannot be changed like that: nothing was written
    ├── DeckMoved      the file has changed since it was read: read it again
    └── BundledDeck    the deck comes with quizzer: it takes a copy of one's own
"""


class QuizzerError(Exception):
    """A sentence for the person, and the exit code for the shell."""

    exit_code = 1


class UsageError(QuizzerError):
    """The command's words are off."""

    exit_code = 2


class DeckNotFound(UsageError):
    """No deck goes by that name."""


class DocumentUnreadable(QuizzerError):
    """A document is not there, or cannot be read."""


class NoTerminal(UsageError):
    """A screen was asked for where there is none."""


class ProgressUnreadable(QuizzerError):
    """The progress file is damaged, or is not a progress file."""


class ProgressTooNew(QuizzerError):
    """A later quizzer wrote the progress file."""


class DiskRefused(QuizzerError):
    """The disk is full, read-only or locked; nothing was written."""


class CacheRefused(DiskRefused):
    """The cache could not be written; the log is not concerned."""


class ProgressMoved(QuizzerError):
    """Something newer stands in the log than the caller was built on."""


class EditRefused(QuizzerError):
    """A deck file cannot be changed like that; nothing was written."""


class DeckMoved(EditRefused):
    """A deck file has changed since it was read; nothing was written."""


class BundledDeck(EditRefused):
    """A deck comes with quizzer, and is changed only as a copy of the person's own."""
