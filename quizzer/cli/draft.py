"""Notes that a document suggests, found by rules: a deck of drafts, none of which is studied before you accept it."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import TYPE_CHECKING

from quizzer.cli.printing import Bar, counted, put, put_json, tell
from quizzer.collection.settings import Settings
from quizzer.core.text import one_line, quoted

if TYPE_CHECKING:
    from quizzer.collection.drafting import Drafted

MOST = 100


def configure(parser: ArgumentParser) -> None:
    """Add what to draft from, and where the drafts go."""
    add = parser.add_argument
    add("document", metavar="DOCUMENT", help="a text, Markdown, HTML, EPUB, DOCX or PDF file")
    add("-o", "--output", metavar="DECK", help="write a new deck file, or add to one; else the deck goes to stdout")
    add("-n", "--number", type=_number, default=MOST, metavar="N", help=f"the best N drafts ({MOST})")
    add("--encoding", default="", metavar="E", help="of a text; else UTF-8, or UTF-16 with its mark")
    add("--json", action="store_true", help="one object a draft, a line each, the most useful first")


def run(args: Namespace, settings: Settings) -> int:
    """Print the drafts, or write them into a deck."""
    try:
        with Bar() as bar:
            drafted = _drafted(args, bar)
    except KeyboardInterrupt:
        tell("stopped before anything was written")
        raise
    if args.json:
        _put_json(drafted, args.number)
    if not args.output:
        _put(drafted, args.number, args.json)
        return 0
    try:
        _write(drafted, args.output, args.number)
    except KeyboardInterrupt:
        tell(f"stopped; {one_line(args.output)} has either all of these drafts or none of them")
        raise
    return 0


def _drafted(args: Namespace, bar: Bar) -> "Drafted":
    from quizzer.collection.drafting import draft_document

    return draft_document(
        args.document,
        args.encoding,
        lambda done, of: bar(done, of, "reading"),
        lambda done, of: bar(done, of, "drafting"),
    )


def _put(drafted: "Drafted", most: int, as_json: bool) -> None:
    from quizzer.collection.drafting import as_deck

    best = drafted.drafts[:most]
    if best and not as_json:
        put(as_deck(drafted, best).decode().removesuffix("\n"))
    more = len(drafted.drafts) - len(best)
    tell(counted(len(best), "draft") + (f", and {more} more with `-n {len(drafted.drafts)}`" if more else ""))


def _write(drafted: "Drafted", path: str, most: int) -> None:
    from quizzer.collection.drafting import add_to_deck

    added = add_to_deck(drafted, path, most)
    where = f"{'the new deck ' if added.is_new else ''}{one_line(path)}"
    known = f"; it asks {counted(added.known, 'other')} already" if added.known else ""
    tell(f"added {counted(added.written, 'draft')} to {where}{known}")
    if added.written and not added.is_beside:
        tell("the document lies outside the deck's folder: put it there and name it under `sources:` to see passages")


def _put_json(drafted: "Drafted", most: int) -> None:
    from quizzer.collection.drafting import keys_of_draft

    for draft in drafted.drafts[:most]:
        what = {"rule": draft.rule, "usefulness": draft.usefulness, "kind": draft.note.kind}
        put_json({**what, **keys_of_draft(draft)})


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or not 1 <= int(text[:9]) <= 9999:
        raise ArgumentTypeError(f"wants a whole number from 1 to 9999, not {quoted(text)}")
    return int(text)
