"""Straight into today's cards: all decks', or only those named (an id, the start of a title, or a file)."""

import gc
import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace

from quizzer.cli.opening import opened, require_decks, with_files
from quizzer.cli.printing import Bar, counted, tell
from quizzer.collection.preferring import preferences_of
from quizzer.collection.settings import Settings
from quizzer.core.text import quoted
from quizzer.errors import NoTerminal


def configure(parser: ArgumentParser) -> None:
    """Add what narrows a sitting."""
    parser.add_argument("deck", nargs="*", metavar="DECK", help="a deck's id, the start of its title, or a file")
    parser.add_argument("--tag", default="", metavar="T", help="only cards with this tag")
    parser.add_argument("--limit", type=_count, metavar="N", help="stop after N cards")
    parser.add_argument("--minutes", type=_minutes, metavar="M", help="stop after M minutes")
    parser.add_argument(
        "--cram", action="store_true", help="all their cards, due or not, the weakest first; changes no schedule"
    )
    parser.add_argument(
        "--plain", action="store_true", help="line by line: for pipes, screen readers and dumb terminals"
    )


def everything() -> Namespace:
    """What `quizzer study` without further words asks for."""
    return Namespace(deck=[], tag="", limit=None, minutes=None, cram=False, plain=True)


def run(args: Namespace, settings: Settings) -> int:
    """Study until nothing is left or the person leaves."""
    settings = with_files(settings, args.deck)
    if args.plain or preferences_of(settings).plain:
        return _plainly(args, settings)
    require_terminal()
    from quizzer.tui.app import Start, run_app

    start = Start(tuple(args.deck), args.tag, args.limit, args.minutes, args.cram)
    return run_app(settings, start=start, tell=Bar())


def require_terminal(way_out: str = "`quizzer study --plain` studies line by line") -> None:
    """Return only where screens can be shown; the way out is told where they cannot.

    Raises:
        NoTerminal: input or output is no terminal, or one that cannot draw.
    """
    if os.environ.get("TERM") in ("dumb", "unknown"):
        raise NoTerminal(f"This terminal cannot draw screens (TERM={os.environ['TERM']}); {way_out}")
    for stream, name in ((sys.stdin, "input"), (sys.stdout, "output")):
        if stream is None or not stream.isatty():
            raise NoTerminal(f"The {name} is no terminal, so there is nowhere to show screens; {way_out}")


def _plainly(args: Namespace, settings: Settings) -> int:
    from quizzer.cli.plain.lines import Lines
    from quizzer.cli.plain.sitting import study

    with opened(settings, plainly=True) as collection:
        decks = collection.find_decks(args.deck)  # first: of a file by its path there is more to say
        require_decks(collection)
        lines = Lines(sys.stdin, sys.stdout)
        for row in collection.counted()[1]:
            if row.id in decks and row.left_out:
                left_out = counted(row.left_out, "note")
                cards = counted(row.cards, "card")
                tell(f"{row.title}: {cards}, {left_out} left out; `quizzer check {row.path}` says why")
        gc.enable()  # off since start-up; a sitting may be long
        sitting = collection.sit(decks, tag=args.tag, limit=args.limit, minutes=args.minutes, cram=args.cram)
        study(collection, sitting, lines)
    return 0


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 100_000:
        raise ArgumentTypeError(f"wants a whole number from 1 to 100000, not {quoted(text)}")
    return int(text)


def _minutes(text: str) -> float:
    try:
        minutes = float(text)
    except ValueError:
        minutes = 0.0
    if not 0 < minutes <= 1440:
        raise ArgumentTypeError(f"wants minutes, up to 1440, not {quoted(text)}")
    return minutes
