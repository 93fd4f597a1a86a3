"""The last word when quizzer itself is wrong: one sentence instead of a traceback, and exit code 70."""

import os
import sys
from types import TracebackType

EXIT_BUG = 70


def report_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Say that this is a bug and where its traceback lies, then leave; for `sys.excepthook`."""
    if os.environ.get("QUIZZER_DEBUG"):
        sys.__excepthook__(kind, error, trace)
    else:
        sys.stderr.write(
            f"quizzer met a bug ({kind.__name__}); nothing you answered is lost. "
            f"{_where(kind, error, trace)} Please report it.\n"
        )
    sys.exit(EXIT_BUG)


def _where(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    import tempfile
    import traceback

    from quizzer.core.text import clean, one_line

    text = clean("".join(traceback.format_exception(kind, error, trace)))
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", prefix="quizzer-bug-", suffix=".txt", delete=False
        ) as file:
            file.write(text)
    except OSError:
        return "QUIZZER_DEBUG=1 shows what happened."
    return f"What happened is written to {one_line(file.name)}."
