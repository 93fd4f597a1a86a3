"""Every problem in deck files, each with its place, its line and what to write instead."""

from argparse import ArgumentParser, Namespace

from quizzer.cli.opening import opened
from quizzer.cli.printing import columns, counted, put, put_json, tell
from quizzer.collection.settings import Settings
from quizzer.core.problem import Problem, Severity
from quizzer.core.text import one_line, shorten, width

BEFORE_CARET = 0.6
"""The share of a shortened source line that stands before the caret."""


def configure(parser: ArgumentParser) -> None:
    """Add the options of `check`."""
    parser.add_argument("path", nargs="*", metavar="PATH", help="deck files or folders; without one, all decks in use")
    parser.add_argument("--strict", action="store_true", help="warnings and advice, too, make the exit code 1")
    parser.add_argument("--json", action="store_true", help="one object a problem, a line each")


def run(args: Namespace, settings: Settings) -> int:
    """Print the problems; 1 if there are errors, or any with `--strict`."""
    with opened(settings) as collection:
        problems = collection.check(args.path)
    for problem in problems:
        if args.json:
            put_json(problem._asdict())
        else:
            put("\n".join(rendered(problem, columns())))
    tell(_summary(problems))
    grave = problems if args.strict else [p for p in problems if p.severity is Severity.ERROR]
    return 1 if grave else 0


def rendered(problem: Problem, cells: int) -> list[str]:
    """The lines that show a problem: its headline, the line it is on with a caret, and the hint."""
    lines = [one_line(problem.headline())]
    if problem.source.strip():
        lines += _pointed(problem.source, problem.column, cells - 4)
    if problem.hint:
        lines += [f"    {line}" for line in f"hint: {problem.hint}".splitlines()]
    return lines


def _pointed(source: str, column: int, cells: int) -> list[str]:
    """The source line and a caret beneath its column; a long line is cut to the part around the caret."""
    before, after = source[: column - 1], source[column - 1 :]
    keep = int(cells * BEFORE_CARET)
    lead = ""
    if len(before) > keep:
        lead, before = "…", before[-keep:]
    else:
        before = before.lstrip()
    before = lead + one_line(f"|{before}|")[1:-1] if before else lead
    line = shorten(f"{before}{one_line(after[: 2 * cells])}", cells)
    return [f"    {line}", f"    {' ' * width(before)}^"]


def _summary(problems: list[Problem]) -> str:
    numbers = [sum(p.severity is severity for p in problems) for severity in Severity]
    words = [
        counted(number, severity.value, severity.value if severity is Severity.ADVICE else "")
        for number, severity in zip(numbers, Severity, strict=True)
        if number
    ]
    return ", ".join(words) if words else "no problems"
