"""Every problem in deck files, each with its place, its line and what to write instead."""

from argparse import ArgumentParser, Namespace

from quizzer.cli.opening import opened
from quizzer.cli.printing import columns, counted, put, put_json, tell
from quizzer.collection.settings import Settings
from quizzer.core.problem import Problem, Severity

GUTTER = 12
"""Cells left to line numbers, in front of a source line."""


def configure(parser: ArgumentParser) -> None:
    """Add the options of `check`."""
    parser.add_argument("path", nargs="*", metavar="PATH", help="deck files or folders; without one, all decks in use")
    parser.add_argument("--strict", action="store_true", help="warnings and advice, too, make the exit code 1")
    parser.add_argument("--json", action="store_true", help="one object a problem, a line each")


def run(args: Namespace, settings: Settings) -> int:
    """Print the problems; 1 if there are errors, or any with `--strict`."""
    with opened(settings) as collection:
        problems = collection.check(args.path) if args.path else collection.check_all()
    for problem in problems:
        if args.json:
            put_json(problem._asdict())
        else:
            put(problem.rendered(columns() - GUTTER))
    tell(_summary(problems))
    grave = problems if args.strict else [p for p in problems if p.severity is Severity.ERROR]
    return 1 if grave else 0


def _summary(problems: list[Problem]) -> str:
    numbers = [sum(p.severity is severity for p in problems) for severity in Severity]
    words = [
        counted(number, severity.value, severity.value if severity is Severity.ADVICE else "")
        for number, severity in zip(numbers, Severity, strict=True)
        if number
    ]
    return ", ".join(words) if words else "no problems"
