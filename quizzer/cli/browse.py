"""Browse: cards to look at, all or those of a filter; search, flag, suspend, edit, one or many at once."""

from argparse import ArgumentParser, Namespace

from quizzer.cli.printing import Bar
from quizzer.cli.study import require_terminal
from quizzer.collection.settings import Settings


def configure(parser: ArgumentParser) -> None:
    """Add the options of `browse`."""
    text = "what to look for at first, as `cards` takes it: words, is:due, deck:D, tag:T, kind:K, rated:7 again"
    parser.add_argument("filter", nargs="*", metavar="FILTER", help=text)


def run(args: Namespace, settings: Settings) -> int:
    """Show the cards until the person leaves."""
    require_terminal("`quizzer cards` prints cards")
    from quizzer.tui.app import Start, run_app

    return run_app(settings, start=Start(browse=" ".join(args.filter)), tell=Bar())
