"""Straight into today's cards: all decks', or only those named (an id, the start of a title, or a file)."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace

from quizzer.cli.opening import opened
from quizzer.collection.settings import Settings
from quizzer.errors import NoTerminal


def configure(parser: ArgumentParser) -> None:
    """Add what narrows a sitting."""
    parser.add_argument("deck", nargs="*", metavar="DECK", help="a deck's id, the start of its title, or a file")
    parser.add_argument("--tag", default="", metavar="T", help="only cards with this tag")
    parser.add_argument("--limit", type=_count, metavar="N", help="stop after N cards")
    parser.add_argument("--minutes", type=_minutes, metavar="M", help="stop after M minutes")
    parser.add_argument("--cram", action="store_true", help="ask without changing the schedule")
    parser.add_argument(
        "--plain", action="store_true", help="line by line: for pipes, screen readers and dumb terminals"
    )


def everything() -> Namespace:
    """What `quizzer study` without further words asks for."""
    return Namespace(deck=[], tag="", limit=None, minutes=None, cram=False, plain=True)


def run(args: Namespace, settings: Settings) -> int:
    """Study until nothing is left or the person leaves."""
    if args.plain:
        return _plainly(args, settings)
    require_terminal()
    from quizzer.tui.app import Start, run_app

    start = Start(decks=tuple(args.deck), tag=args.tag, limit=args.limit, minutes=args.minutes, cram=args.cram)
    return run_app(settings, start=start)


def require_terminal() -> None:
    """Return only where screens can be shown.

    Raises:
        NoTerminal: input or output is no terminal, or one that cannot draw.
    """
    from quizzer.tui.terminal import terminal_trouble

    if trouble := terminal_trouble():
        raise NoTerminal(trouble)


def _plainly(args: Namespace, settings: Settings) -> int:
    import sys

    from quizzer.cli.plain.lines import Lines
    from quizzer.cli.plain.sitting import study

    with opened(settings) as collection:
        decks = collection.find_decks(args.deck)
        sitting = collection.sit(decks, tag=args.tag, limit=args.limit, minutes=args.minutes, cram=args.cram)
        study(sitting, Lines(sys.stdin, sys.stdout), collection.moment)
    return 0


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 100_000:
        raise ArgumentTypeError(f"wants a whole number from 1 to 100000, not {text!r}")
    return int(text)


def _minutes(text: str) -> float:
    try:
        minutes = float(text)
    except ValueError:
        minutes = 0.0
    if not 0 < minutes <= 1440:
        raise ArgumentTypeError(f"wants minutes, up to 1440, not {text!r}")
    return minutes
