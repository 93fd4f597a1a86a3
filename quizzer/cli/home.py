"""Home: every deck and what waits in it, on a screen of its own."""

from argparse import ArgumentParser, Namespace

from quizzer.cli import study
from quizzer.cli.printing import Bar
from quizzer.collection.preferring import preferences_of
from quizzer.collection.settings import Settings


def configure(parser: ArgumentParser) -> None:
    """Add the options of a bare `quizzer`."""
    parser.add_argument(
        "--plain", action="store_true", help="study everything due line by line, as `study --plain` does"
    )


def run(args: Namespace, settings: Settings) -> int:
    """Open home until the person leaves; line by line there is no home, only the day's cards."""
    if args.plain or preferences_of(settings).plain:
        return study.run(study.everything(), settings)
    study.require_terminal()
    from quizzer.tui.app import run_app

    return run_app(settings, tell=Bar())
