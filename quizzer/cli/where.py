"""Each path in use, and why it is that one."""

from argparse import ArgumentParser, Namespace

from quizzer.cli.opening import opened
from quizzer.cli.printing import put_json, put_table, tell
from quizzer.collection.settings import Settings
from quizzer.core.text import one_line
from quizzer.errors import ProgressTooNew, ProgressUnreadable


def configure(parser: ArgumentParser) -> None:
    """Add the options of `where`."""
    parser.add_argument("--json", action="store_true", help="one object a path, a line each")


def run(args: Namespace, settings: Settings) -> int:
    """Print the paths, also where there is something about them that keeps everything else from going on."""
    code = 0
    try:
        with opened(settings) as collection:
            places = collection.places()
    except (ProgressTooNew, ProgressUnreadable) as refusal:
        from quizzer.collection.whereabouts import without_progress

        tell(f"quizzer: {one_line(str(refusal))}")
        places, code = without_progress(settings), refusal.exit_code
    if args.json:
        for place in places:
            put_json({"name": place.name, "path": place.path, "why": place.why})
    else:
        put_table(("what", "path", "why"), [(p.name, p.path, p.why) for p in places], gives=1)
    return code
