"""Every problem in deck files, each with its place, its line and what to write instead."""

from argparse import ArgumentParser, Namespace
from functools import partial
from typing import TYPE_CHECKING

from quizzer.cli.opening import opened
from quizzer.cli.printing import Bar, columns, counted, put, put_json, tell
from quizzer.collection.settings import Settings
from quizzer.core.problem import Problem, Severity
from quizzer.core.text import one_line
from quizzer.errors import QuizzerError

if TYPE_CHECKING:
    from quizzer.collection.collection import Collection
    from quizzer.collection.mending import Mending

GUTTER = 12
"""Cells left to line numbers, in front of a source line."""


def configure(parser: ArgumentParser) -> None:
    """Add the options of `check`."""
    parser.add_argument("path", nargs="*", metavar="PATH", help="deck files or folders; without one, all decks in use")
    parser.add_argument(
        "--fix", action="store_true", help="write ids, and bring quotes, passages, checksums up to date"
    )
    parser.add_argument("--strict", action="store_true", help="warnings and advice, too, make the exit code 1")
    parser.add_argument("--json", action="store_true", help="one object a problem, a line each")


def run(args: Namespace, settings: Settings) -> int:
    """Print the problems, after mending what can be; 1 if there are errors, or any with `--strict`."""
    with opened(settings) as collection:
        for mending in collection.mendings(args.path) if args.fix else ():
            _mend(collection, mending, args.json)
        with Bar() as bar:
            told = partial(bar, what="reading a document")
            problems = collection.check(args.path, told) if args.path else collection.check_all(told)
    for problem in problems:
        if args.json:
            put_json(problem._asdict())
        else:
            put(problem.rendered(columns() - GUTTER))
    tell(_summary(problems))
    grave = problems if args.strict else [p for p in problems if p.severity is Severity.ERROR]
    return 1 if grave else 0


def _mend(collection: "Collection", mending: "Mending", as_json: bool) -> None:
    """Show what is to be written to a deck, then write it."""
    path = mending.file.path
    for amendment in mending.amendments:
        if as_json:
            put_json({"path": path, "fixed": amendment.key, **amendment._asdict()})
        else:
            whose = f"the note {amendment.note}" if amendment.note else f"the source {amendment.source}"
            if amendment.key == "id":
                put(one_line(f"{path}:{amendment.line}: id {amendment.new}"))
                continue
            put(one_line(f"{path}:{amendment.line}: {amendment.key} of {whose}"))
            put(f"  - {one_line(amendment.old)}\n  + {one_line(amendment.new)}")
    try:
        followed = collection.mend(mending)
    except QuizzerError as refusal:
        tell(f"{path} was not changed: {refusal}")
    else:
        keep = f"; {counted(followed, 'card keeps its', 'cards keep their')} history" if followed else ""
        tell(f"{path}: {counted(len(mending.amendments), 'change')} written{keep}")


def _summary(problems: list[Problem]) -> str:
    numbers = [sum(p.severity is severity for p in problems) for severity in Severity]
    words = [
        counted(number, severity.value, severity.value if severity is Severity.ADVICE else "")
        for number, severity in zip(numbers, Severity, strict=True)
        if number
    ]
    return ", ".join(words) if words else "no problems"
