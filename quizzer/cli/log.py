"""Every event, oldest first: what happened, on which device, when and to which card."""

from argparse import ArgumentParser, Namespace

from quizzer.cli.opening import opened
from quizzer.cli.printing import put, put_json
from quizzer.collection.settings import Settings
from quizzer.core.day import local
from quizzer.core.event import Did, Event
from quizzer.core.progress import voids
from quizzer.core.schedule import Rating
from quizzer.core.text import one_line

RATINGS = {int(rating): rating.name.title() for rating in Rating}


def configure(parser: ArgumentParser) -> None:
    """Add the options of `log`."""
    parser.add_argument("--json", action="store_true", help="one object an event, a line each")


def run(args: Namespace, settings: Settings) -> int:
    """Print the log."""
    with opened(settings) as collection:
        for event in collection.events():
            if args.json:
                put_json(event._asdict() | {"card": event.card or None})
            else:
                put(f"{local(event.at, event.offset):%Y-%m-%d %H:%M:%S}  {one_line(event.kind):<11}  {_told(event)}")
    return 0


def _told(event: Event) -> str:
    """What an event says, in a few words; kinds that are not ours show their data."""
    data = event.data
    match event.kind:
        case Did.REVIEWED:
            mode = data.get("mode", "study")
            words = next((name for rating, name in RATINGS.items() if rating == data.get("rating")), "?") + (
                "" if mode == "study" else f" ({mode})"
            )
        case Did.TEXT_SEEN:
            words = data.get("question", "")
        case Did.OPTION_SET:
            words = f"{data.get('key')} = {data.get('value')} ({data.get('scope') or 'all decks'})"
        case Did.DECK_EDITED:
            words = f"{data.get('what', '')} ({data.get('path', '')})"
        case Did.UNDONE:
            words = "takes back " + ", ".join(id[:8] for id in voids(event))
        case _:
            data = {key: value for key, value in data.items() if key != "group" and value != ""}
            words = ", ".join(f"{key} {value}" for key, value in data.items())
    return "  ".join(one_line(part) for part in (event.card, str(words)) if part)
