"""A scored test: no feedback until the end, then score, topics, and every question with its solution.

Where nothing but decks is said, it asks as the last quiz did.
"""

import gc
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace

from quizzer.cli.opening import opened, require_decks, with_files
from quizzer.cli.parsing import percent
from quizzer.cli.printing import Bar, put_json
from quizzer.collection.preferring import preferences_of
from quizzer.collection.settings import Settings
from quizzer.core.cards import Kind
from quizzer.core.selection import LONGEST, MOST, Pick, Setup
from quizzer.core.text import clean, quoted

FAILED = 1


def configure(parser: ArgumentParser) -> None:
    """Add what sets a quiz up."""
    add = parser.add_argument
    add("deck", nargs="*", metavar="DECK", help="a deck's id, the start of its title, or a file")
    add("-n", "--number", type=_number, metavar="N", help=f"how many questions ({Setup().number})")
    add("--time", type=_time, metavar="T", help="how long it may take, such as 20m, 90s or 1h")
    add("--seed", default="", metavar="S", help="any word: the same one asks the same questions in the same order")
    add("--tag", action="append", type=_tag, default=[], metavar="T", help="only cards with this tag; may be repeated")
    add("--kind", action="append", type=_kind, default=[], metavar="K", help="only cards of this kind; may be repeated")
    add("--balanced", action="store_true", help="as many questions of each topic; else the weakest cards first")
    add("--by-hand", action="store_true", help="ask what no machine can mark too, and mark it yourself at the end")
    add("--practice", action="store_true", help="the answers do not count as reviews")
    add("--pass", dest="passes", type=percent, metavar="P", help="exit code 1 below this score, such as 70%%")
    add(
        "--last",
        action="store_true",
        help="ask nothing: say the result of the last quiz once more, line by line",
    )
    add("--plain", action="store_true", help="line by line: for pipes, screen readers and dumb terminals")
    add("--json", action="store_true", help="line by line on stderr, and the result on stdout as one object")


def run(args: Namespace, settings: Settings) -> int:
    """Ask, and say what it brought; 1 where that is less than `--pass`, or the quiz was left."""
    settings = with_files(settings, args.deck)
    if args.plain or args.json or args.last or preferences_of(settings).plain:
        return _plainly(args, settings)
    from quizzer.cli.study import require_terminal

    require_terminal("`quizzer quiz --plain` asks line by line")
    from quizzer.tui.app import QuizStart, Start, run_app

    return run_app(settings, Start(tuple(args.deck), quiz=QuizStart(setup_from(args), args.passes)), tell=Bar())


def setup_from(args: Namespace) -> Setup | None:
    """The set-up that a command line says, its decks aside; None where it says nothing."""
    setup = Setup(
        tags=tuple(dict.fromkeys(filter(None, args.tag))),
        kinds=tuple(dict.fromkeys(args.kind)),
        number=args.number or Setup().number,
        seconds=args.time or 0,
        seed=args.seed,
        pick=Pick.TOPICS if args.balanced else Pick.WEAK,
        by_hand=args.by_hand,
        counts=not args.practice,
    )
    said = (args.tag, args.kind, args.number, args.time, args.seed, args.balanced, args.by_hand, args.practice)
    return setup if any(said) else None


def _plainly(args: Namespace, settings: Settings) -> int:
    from quizzer.cli.plain.lines import Lines
    from quizzer.cli.plain.quiz import take, talk_about

    with opened(settings, plainly=True) as collection:
        decks = collection.find_decks(args.deck)
        require_decks(collection)
        gc.enable()  # off since start-up; a quiz may be long
        quizzes, named = collection.quizzes(), decks if args.deck else ()
        usual = Setup(named) if args.json else quizzes.last_setup(named)
        setup = setup_from(args)
        setup = usual if setup is None else setup._replace(decks=named)
        lines = Lines(sys.stdin, sys.stderr if args.json else sys.stdout)
        result = quizzes.last_result() if args.last else take(quizzes, setup, lines)
        if result is None:
            return 0 if args.passes is None else FAILED
        if args.json:
            put_json(result.data())
        else:
            talk_about(quizzes, result, lines)
        return FAILED if args.passes is not None and result.result.share < args.passes - 1e-9 else 0


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or not 1 <= int(text[:9]) <= MOST:
        raise ArgumentTypeError(f"wants a whole number from 1 to {MOST}, not {quoted(text)}")
    return int(text)


def _time(text: str) -> int:
    number, unit = text[:-1], {"s": 1, "m": 60, "h": 3600}.get(text[-1:].lower(), 0)
    seconds = int(number) * unit if number.isascii() and number.isdecimal() and len(number) < 7 else 0
    if not 1 <= seconds <= LONGEST:
        raise ArgumentTypeError(f"wants a time such as 20m, 90s or 1h (24h at most), not {quoted(text)}")
    return seconds


def _tag(text: str) -> str:
    return clean(text).casefold()


def _kind(text: str) -> str:
    if text not in list(Kind):
        raise ArgumentTypeError(f"wants one of {', '.join(Kind)}, not {quoted(text)}")
    return text
