"""What is known of each card: where it stands, when it is due, and how likely it is remembered now."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from quizzer.cli.opening import opened
from quizzer.cli.printing import counted, put_json, put_table, tell
from quizzer.collection.settings import Settings

if TYPE_CHECKING:
    from quizzer.collection.reports import CardReport

HEAD = ("card", "kind", "state", "due", "stability", "difficulty", "recall", "reviews", "lapses", "")


def configure(parser: ArgumentParser) -> None:
    """Add the options of `cards`."""
    parser.add_argument("words", nargs="*", metavar="WORD", help="only cards whose id or tags hold every word")
    parser.add_argument("--json", action="store_true", help="one object a card, a line each")
    parser.add_argument("--resume", action="store_true", help="bring those back that are suspended or buried")


def run(args: Namespace, settings: Settings) -> int:
    """Print the cards."""
    with opened(settings) as collection:
        if args.resume:
            resumed = collection.resume(words=args.words)
            tell(f"{counted(len(resumed), 'card')} resumed" if resumed else "none of these is suspended or buried")
        reports = list(collection.card_reports(words=args.words))
    if args.json:
        for report in reports:
            put_json(report._asdict() | {"due": report.due or None})
    elif reports:
        put_table(HEAD, [_row(report) for report in reports], right=range(4, 9))
    else:
        tell("no card has these words in its id or tags" if args.words else "there are no cards")
    return 0


def _row(report: "CardReport") -> tuple[str, ...]:
    marks = {
        "suspended": report.suspended,
        "buried": report.buried,
        "flagged": report.flag is not None,
        "orphan": report.orphan,
    }
    return (
        report.id,
        report.kind,
        report.state,
        report.due[:16].replace("T", " "),
        _number(report.stability, "{:.1f} d"),
        _number(report.difficulty, "{:.1f}"),
        _number(report.retrievability, "{:.0%}"),
        str(report.reps),
        str(report.lapses),
        ", ".join(word for word, holds in marks.items() if holds),
    )


def _number(value: float | None, how: str) -> str:
    return "" if value is None else how.format(value)
