"""A new deck file, with an example of each kind of note in comments."""

from argparse import ArgumentParser, Namespace

from quizzer.cli.printing import put, tell
from quizzer.collection.settings import Settings
from quizzer.core.text import one_line


def configure(parser: ArgumentParser) -> None:
    """Add the argument of `new`."""
    parser.add_argument("path", metavar="PATH", help="the deck file to write; one that is there is never overwritten")


def run(args: Namespace, _settings: Settings) -> int:
    """Write the deck, and say where it is and what to do with it."""
    from quizzer.collection.beginning import begin

    deck, *others = begin(args.path)
    put(one_line(deck))
    for schema in others:
        tell(f"{one_line(schema)} lets editors complete what you type")
    tell(f"write your questions into it; `quizzer check {one_line(deck)}` says what is wrong")
    return 0
