"""Cards that were studied and that no deck holds any more: what became of each, and giving its history to that card.

FROM and TO are ids of cards, of notes (all their cards), or of decks (notes of the same ids). `u` at home takes an
adoption back.
"""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from quizzer.cli.opening import opened
from quizzer.cli.parsing import percent
from quizzer.cli.printing import Bar, counted, put_json, put_table, tell
from quizzer.collection.settings import Settings
from quizzer.core.text import one_line
from quizzer.errors import UsageError

if TYPE_CHECKING:
    from quizzer.collection.adopting import Orphan

HEAD = ("orphan", "asked", "may be now", "alike", "")
_SHORT = 40


def configure(parser: ArgumentParser) -> None:
    """Add the options of `adopt`."""
    parser.add_argument("card", nargs="*", metavar="FROM TO", help="an orphan, and the card that takes its history")
    parser.add_argument("--yes", action="store_true", help="adopt all that are unmistakable")
    parser.add_argument(
        "--above", type=percent, metavar="P", help="with --yes, also all that are at least so much alike, such as 80%%"
    )
    parser.add_argument("--json", action="store_true", help="one object an orphan, or an adoption, a line each")


def run(args: Namespace, settings: Settings) -> int:
    """List the orphans, or adopt."""
    if args.above is not None and not args.yes:
        raise UsageError("--above says what --yes adopts: write both")
    if args.card and args.yes:
        raise UsageError("--yes adopts all that match: name no card with it")
    if len(args.card) not in (0, 2):
        raise UsageError("It takes two words, an orphan and the card that takes its history; none lists the orphans")
    with opened(settings) as collection:
        adopting = collection.adopting()
        if args.card:
            pairs = adopting.meant(*args.card)
        else:
            with Bar() as bar:
                orphans = adopting.orphans(lambda done, of: bar(done, of, "looking for orphans"))
            if not args.yes:
                _list(orphans, adopting.hidden(), args.json)
                return 0
            least = 2.0 if args.above is None else args.above
            pairs = [
                (one.orphan, one.card)
                for orphan in orphans
                if (one := orphan.proposal) and (one.unmistakable or one.closeness >= least)
            ]
        adopting.adopt(pairs)
    for orphan_id, card in pairs if args.json else ():
        put_json({"from": orphan_id, "to": card})
    if pairs:
        first = "" if len(pairs) > 1 else f": {one_line(pairs[0][0])} counts for {one_line(pairs[0][1])}"
        tell(f"{counted(len(pairs), 'card')} adopted{first}; u at home takes it back")
    else:
        tell("nothing to adopt")
    return 0


def _list(orphans: "list[Orphan]", hidden: int, as_json: bool) -> None:
    for orphan in orphans if as_json else ():
        found = orphan.proposal
        put_json(
            {
                "orphan": orphan.id,
                "question": orphan.question or None,
                "solution": orphan.solution or None,
                "reviews": orphan.reviews,
                "card": found.card if found else None,
                "closeness": round(found.closeness, 4) if found else None,
                "unmistakable": found.unmistakable if found else False,
            }
        )
    if not as_json and orphans:
        put_table(HEAD, [_row(orphan) for orphan in orphans], right=(3,), gives=1)
    sure = sum(orphan.proposal is not None and orphan.proposal.unmistakable for orphan in orphans)
    some = sum(orphan.proposal is not None for orphan in orphans)
    if not orphans:
        may = f"{counted(hidden, 'card')} may stand in a deck with errors: see `quizzer check`"
        tell(
            f"there are no orphans; {may}"
            if hidden
            else "there are no orphans: each card that was studied is in a deck"
        )
    elif sure:
        tell(f"`quizzer adopt --yes` adopts the {sure} that are unmistakable")
    elif some:
        tell("`quizzer adopt FROM TO` adopts one; `--yes --above 80%` all that are so much alike")
    else:
        tell("nothing in your decks is like them; their history stays, should they come back")


def _row(orphan: "Orphan") -> tuple[str, ...]:
    found = orphan.proposal
    return (
        orphan.id,
        one_line(orphan.question),
        found.card if found else "",
        f"{found.closeness:.0%}" if found and found.closeness else "",
        "unmistakable" if found and found.unmistakable else "",
    )
