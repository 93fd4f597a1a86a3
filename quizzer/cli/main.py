"""The command line: finds the command, imports only that one, and turns what stops it into a sentence and a code.

Exit codes: 0 done, 1 problems found or work refused, 2 the words are off, 70 a bug, 130 interrupted, 141 the reader
of our output went away.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType

from quizzer.cli.parsing import Parser, Words, take_apart
from quizzer.cli.printing import tell
from quizzer.core.text import one_line, quoted
from quizzer.errors import QuizzerError, UsageError

EXIT_FAILED, EXIT_INTERRUPTED, EXIT_PIPE = 1, 130, 141

COMMANDS = {
    "study": "straight into today's cards",
    "quiz": "a scored test, with feedback at the end",
    "due": "how many cards wait: new, learning, due",
    "scores": "what you know, what you would score, and how it went",
    "check": "every problem in deck files",
    "new": "a new deck file, with an example of each kind",
    "author": "write a deck, from a document or without one",
    "draft": "notes that a document suggests, as a deck",
    "cards": "what is known of each card",
    "browse": "cards to look at: search, flag, suspend, edit",
    "log": "every event, oldest first",
    "options": "what scheduling uses and where each value comes from; set it",
    "where": "each path in use, and why",
    "adopt": "cards that no deck holds any more; give their history to others",
    "schema": "the JSON Schema of deck files, for editors",
    "completion": "what a shell needs to complete commands, and the man page",
}
"""Name and one-line help; each lives in the module of its name."""

LATER = ("import", "export", "sync", "backup", "restore", "doctor")
DOCUMENT_ENDINGS = (".pdf", ".epub", ".docx", ".md", ".txt", ".html", ".htm")

_DESCRIPTION = (
    "Learn from documents in the terminal. `quizzer` alone opens home; `quizzer FILE.yaml` studies that deck; "
    "`quizzer FILE` opens a document (pdf, epub, docx, md, txt, html) to make a deck from."
)


def run(argv: Sequence[str]) -> int:
    """Run one command line; the result is the exit code."""
    _tolerate_any_text()
    try:
        try:
            code = _dispatch(argv)
        except SystemExit as ended:  # argparse's way to end, after --help and after words that are off
            code = ended.code if isinstance(ended.code, int) else 0
        sys.stdout.flush()
    except QuizzerError as error:
        tell(f"quizzer: {_sentence(str(error))}")
        return error.exit_code
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        _close_quietly()
        return EXIT_PIPE
    except OSError as error:
        place = f": {one_line(os.fsdecode(error.filename))}" if isinstance(error.filename, str | bytes) else ""
        _close_quietly()
        sys.stderr.write(f"quizzer: The system refused{place} ({error.strerror or type(error).__name__}).\n")
        return EXIT_FAILED
    return code


def _dispatch(argv: Sequence[str]) -> int:
    words = take_apart(argv, COMMANDS)
    if not words.command:
        return _home(words)
    if words.command not in COMMANDS:
        words = _opening(words)
    module = import_module(f"quizzer.cli.{words.command}")
    parser = Parser(f"quizzer {words.command}", module.__doc__ or "")
    return _finish(module, parser, [*words.before, *words.after])


def _home(words: Words) -> int:
    """Without a command: home, or with `--plain` everything due line by line."""
    listing = "\n".join(f"  {name:<10} {line}" for name, line in COMMANDS.items())
    parser = Parser("quizzer", _DESCRIPTION, f"commands:\n{listing}\n\n`quizzer COMMAND --help` says more.")
    return _finish(import_module("quizzer.cli.home"), parser, words.before)


def _finish(module: ModuleType, parser: Parser, argv: list[str]) -> int:
    module.configure(parser)
    parser.add_everywhere()
    args = parser.parse_args(argv)
    from quizzer.collection.settings import settings_from

    code: int = module.run(args, settings_from(args.home, args.decks, os.environ))
    return code


def _opening(words: Words) -> Words:
    """The command that a first word which is none stands for: studying a deck file, or authoring from a document.

    Raises:
        UsageError: it is neither.
    """
    word = words.command
    ending = os.path.splitext(word)[1].lower()  # noqa: PTH122  pathlib costs 5 ms here
    if ending in (".yaml", ".yml"):
        return Words(words.before, "study", [word, *words.after])
    if ending in DOCUMENT_ENDINGS:
        return Words(words.before, "author", [word, *words.after])
    if word in LATER:
        raise UsageError(f"`quizzer {word}` comes in a later version; `quizzer --help` lists what there is")
    if os.path.isdir(word):  # noqa: PTH112
        raise UsageError(f"{word} is a folder; `quizzer --decks {word}` opens home with the decks in it")
    from difflib import get_close_matches

    near = get_close_matches(word, COMMANDS, n=1)
    raise UsageError(
        f"There is no command {quoted(word)}; "
        + (f"did you mean `quizzer {near[0]}`?" if near else "`quizzer --help` lists them")
    )


def _sentence(text: str) -> str:
    """What an error says, on one line and with its full stop."""
    said = one_line(text)
    return said if said.endswith((".", "?", "!")) else f"{said}."


def _tolerate_any_text() -> None:
    """A terminal that cannot write a character gets its code instead; an input that is no text, a mark."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="backslashreplace")
    if reconfigure := getattr(sys.stdin, "reconfigure", None):
        reconfigure(errors="replace")


def _close_quietly() -> None:
    """Point stdout nowhere, so that the interpreter's last flush does not fail a second time."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return
