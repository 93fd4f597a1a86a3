"""Every event, oldest first: what happened, on which device, when and to which card."""

from argparse import ArgumentParser, Namespace

from quizzer.cli.opening import opened
from quizzer.cli.printing import put, put_json
from quizzer.collection.settings import Settings
from quizzer.core.day import local
from quizzer.core.event import Did, Event
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
                put(one_line(f"{local(event.at, event.offset):%Y-%m-%d %H:%M:%S}  {event.kind:<12} {_told(event)}"))
    return 0


def _told(event: Event) -> str:
    """What an event says, in a few words; kinds that are not ours show their data."""
    data = event.data
    match event.kind:
        case Did.REVIEWED:
            rating = RATINGS.get(data.get("rating", 0), "?")
            mode = data.get("mode", "study")
            return f"{event.card}  {rating}" + ("" if mode == "study" else f" ({mode})")
        case Did.TEXT_SEEN:
            return f"{event.card}  {data.get('question', '')}"
        case Did.OPTION_SET:
            return f"{data.get('key')} = {data.get('value')}  ({data.get('scope') or 'all decks'})"
        case _:
            return f"{event.card}  {', '.join(f'{key} {value}' for key, value in data.items())}"
