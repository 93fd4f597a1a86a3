"""Each path in use, and why it is that one."""

from argparse import ArgumentParser, Namespace

from quizzer.cli.opening import opened
from quizzer.cli.printing import put_json, put_table
from quizzer.collection.settings import Settings


def configure(parser: ArgumentParser) -> None:
    """Add the options of `where`."""
    parser.add_argument("--json", action="store_true", help="one object a path, a line each")


def run(args: Namespace, settings: Settings) -> int:
    """Print the paths."""
    with opened(settings) as collection:
        places = collection.places()
    if args.json:
        for place in places:
            put_json({"name": place.name, "path": place.path, "why": place.why})
    else:
        put_table(("what", "path", "why"), [(p.name, p.path, p.why) for p in places], gives=1)
    return 0
