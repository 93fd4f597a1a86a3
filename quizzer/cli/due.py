"""How many cards wait, per deck and in all: new, learning and due. Quick enough for a status bar."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from quizzer.cli.opening import opened, require_decks, with_files
from quizzer.cli.printing import put_json, put_table
from quizzer.collection.settings import Settings

if TYPE_CHECKING:
    from quizzer.collection.counting import DeckRow


def configure(parser: ArgumentParser) -> None:
    """Add the options of `due`."""
    parser.add_argument("deck", nargs="*", metavar="DECK", help="only these decks")
    parser.add_argument("--json", action="store_true", help="one object")


def run(args: Namespace, settings: Settings) -> int:
    """Print the counts."""
    with opened(with_files(settings, args.deck)) as collection:
        wanted = collection.find_decks(args.deck) if args.deck else ()
        require_decks(collection)
        everything, rows = collection.counted()
    rows = [row for row in rows if not wanted or row.id in wanted]
    total = _sum(rows if wanted else [everything])
    if args.json:
        put_json(_counts(total) | {"decks": [_deck(row) for row in rows]})
    else:
        table = [(row.title, str(row.new), str(row.learning), str(row.due)) for row in rows]
        if len(rows) > 1:
            table.append(("in all", str(total[0]), str(total[1]), str(total[2])))
        put_table(("deck", "new", "learning", "due"), table, right=(1, 2, 3))
    return 0


def _sum(rows: "list[DeckRow]") -> tuple[int, int, int]:
    return sum(r.new for r in rows), sum(r.learning for r in rows), sum(r.due for r in rows)


def _counts(counts: tuple[int, int, int]) -> dict[str, object]:
    return dict(zip(("new", "learning", "due"), counts, strict=True))


def _deck(row: "DeckRow") -> dict[str, object]:
    return {"id": row.id, "title": row.title, **_counts((row.new, row.learning, row.due)), "cards": row.cards}
