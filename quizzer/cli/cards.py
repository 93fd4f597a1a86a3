"""What is known of each card: where it stands, when it is due, and how likely it is remembered now."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizzer.cli.opening import opened
from quizzer.cli.printing import counted, put, put_json, put_table, tell
from quizzer.collection.settings import Settings
from quizzer.core.filtering import Mistake, parse_filter
from quizzer.core.text import one_line
from quizzer.errors import UsageError

if TYPE_CHECKING:
    from quizzer.collection.collection import Collection
    from quizzer.collection.reports import CardReport

HEAD = ("card", "kind", "state", "due", "stability", "difficulty", "recall", "reviews", "lapses", "")


def configure(parser: ArgumentParser) -> None:
    """Add the options of `cards`."""
    text = (
        "only cards for which all of it holds: words, is:due, deck:D, tag:T, kind:K, rated:7 again; - turns one round"
    )
    parser.add_argument("filter", nargs="*", metavar="FILTER", help=text)
    parser.add_argument("--json", action="store_true", help="one object a card, a line each")
    parser.add_argument(
        "--info", action="store_true", help="all that is known of each: why it is due, memory, forecast, history"
    )
    parser.add_argument("--resume", action="store_true", help="bring those back that are suspended or buried")


def run(args: Namespace, settings: Settings) -> int:
    """Print the cards."""
    text = " ".join(args.filter)
    terms = parse_filter(text)
    if isinstance(terms, Mistake):
        raise UsageError(f"At character {terms.at + 1} of the filter: {terms.sentence}")
    with opened(settings) as collection:
        if args.resume:
            resumed = collection.resume(terms=terms)
            tell(f"{counted(len(resumed), 'card')} resumed" if resumed else "none of these is suspended or buried")
        reports = list(collection.card_reports(terms=terms))
        if args.info and reports:
            _tell_all(collection, [report.id for report in reports], text.strip(), args.json)
            return 0
    if args.json:
        for report in reports:
            put_json(report._asdict() | {"due": report.due or None})
    elif reports:
        put_table(HEAD, [_row(report) for report in reports], right=range(4, 9))
    else:
        tell("no card is like that" if terms else "there are no cards")
    return 0


def _tell_all(collection: "Collection", cards: Sequence[str], text: str, as_json: bool) -> None:
    """Print all that is known of some cards; where the filter is the id of one, of that one only."""
    from quizzer.cli.plain.info import info_lines
    from quizzer.collection.card_data import card_data

    for at, card in enumerate([text] if text in cards else cards):
        info = collection.card_info(card)
        if as_json:
            put_json(card_data(info))
        else:
            put("\n" * (at > 0) + "\n".join(info_lines(info)))


def _row(report: "CardReport") -> tuple[str, ...]:
    marks = {
        "suspended": report.suspended,
        "buried": report.buried,
        f"flagged: {one_line(report.flag)}" if report.flag else "flagged": report.flag is not None,
        "orphan": report.orphan,
        "draft": report.draft,
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
