"""What you know, what you would score if asked now, how much you remembered, and what is coming."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from quizzer.cli.opening import opened, require_decks, with_files
from quizzer.cli.printing import Bar, counted, put, put_json, put_table, tell
from quizzer.collection.settings import Settings
from quizzer.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizzer.collection.next_steps import Step
    from quizzer.collection.scores import Scores, Wanted

PERIODS = {"weeks": "WEEKS", "quarter": "QUARTER", "year": "YEAR", "all": "ALL"}


def configure(parser: ArgumentParser) -> None:
    """Add the options of `scores`."""
    parser.add_argument("deck", nargs="*", metavar="DECK", help="only these decks")
    parser.add_argument("--tag", default="", metavar="T", help="what to expect of cards with this tag only")
    parser.add_argument("--period", choices=PERIODS, default="weeks", help="how far back (default: weeks, six of them)")
    parser.add_argument(
        "--on", default="", metavar="DATE", help="what to expect on that day, nothing studied until then"
    )
    out = parser.add_mutually_exclusive_group()
    out.add_argument("--json", action="store_true", help="one object")
    out.add_argument("--html", default="", metavar="FILE", help="write one page for a browser (of one deck, or all)")
    out.add_argument("--csv", action="store_true", help="a line a deck, after a line of names")


def run(args: Namespace, settings: Settings) -> int:
    """Print the scores."""
    on = _day(args.on)
    with opened(with_files(settings, args.deck)) as collection:
        named = collection.find_decks(args.deck) if args.deck else ()
        require_decks(collection)
        scores = collection.scores()
        if args.tag:
            scores.require_tag(args.tag, named)
        if args.html:
            return _write_page(scores, named, args)
        decks, ids = [], named or sorted(scores.decks)
        with Bar() as bar:
            for at, deck in enumerate(ids):
                bar(at, len(ids), "Counting decks")
                decks.append(_summary(scores, deck, args, on))
        everything = None if named else _summary(scores, "", args, on)
        if args.json and everything is not None:
            everything |= _details(scores, "", args)
        elif args.json:
            decks = [deck | _details(scores, deck["deck"], args) for deck in decks]
        found = [*([] if everything is None else [everything]), *decks]
        alone = [] if args.json or args.csv else found[:1] if everything else found
        steps = list(filter(None, (_steps(scores, one, args) for one in alone)))
    if args.json:
        put_json(({} if everything is None else everything) | {"decks": decks})
    elif args.csv:
        from quizzer.collection.score_csv import csv_text

        put(csv_text(decks).rstrip("\n"))
    else:
        _put_words(found, args)
        for some in steps:
            _put_next(some)
    return 0


def _write_page(scores: "Scores", named: tuple[str, ...], args: Namespace) -> int:
    """Write the page.

    Raises:
        UsageError: several decks are named.
        DiskRefused: the file cannot be written.
    """
    if len(named) > 1:
        raise UsageError("--html writes the page of one deck, or of all: name one, or none")
    from quizzer.collection.score_page import write_page

    path = write_page(scores, _wanted(named[0] if named else "", args), args.html)
    tell(f"written: {path}")
    return 0


def _summary(scores: "Scores", deck: str, args: Namespace, on: int | None) -> dict[str, Any]:
    from quizzer.collection.score_report import summary

    return summary(scores, _wanted(deck, args), on)


def _details(scores: "Scores", deck: str, args: Namespace) -> dict[str, Any]:
    from quizzer.collection.score_report import details

    return details(scores, _wanted(deck, args))


def _steps(scores: "Scores", one: dict[str, Any], args: Namespace) -> "list[Step]":
    from quizzer.collection.next_steps import next_steps

    return [step for step in next_steps(scores, _wanted(one["deck"], args), one["cards"]) if step is not None]


def _wanted(deck: str, args: Namespace) -> "Wanted":
    from quizzer.collection.scores import Wanted
    from quizzer.core.stats.period import Period

    return Wanted(deck, Period[PERIODS[args.period]], args.tag)


def _day(text: str) -> int | None:
    """The study day that begins on a date; None for no text.

    Raises:
        UsageError: it is no date.
    """
    if not text:
        return None
    from datetime import date

    from quizzer.core.day import day_of
    from quizzer.core.text import quoted

    try:
        return day_of(date.fromisoformat(text))
    except ValueError:
        raise UsageError(f"--on wants a date such as 2027-01-15, not {quoted(text)}") from None


def _put_words(found: list[dict[str, Any]], args: Namespace) -> None:
    rows = [
        (
            one["title"],
            str(one["cards"]),
            str(one["unseen"]),
            _percent(one["expected"]),
            "" if one["expected"] is None else f"{one['low']:.0%}–{one['high']:.0%}",
            _percent(one["remembered"]),
            str(one["tested"]),
            _percent(one["target"]),
            str(one["reviews"]),
            f"{one['minutes']:.0f} min",
        )
        for one in found
    ]
    asked = f"on {args.on}" if args.on else "if asked now"
    head = ("deck", "cards", "unseen", asked, "likely", "remembered", "tested", "target", "answers", "time")
    put_table(head, rows, right=range(1, 10))
    first = found[0]
    put()
    put(f"Of {first['title']}, {first['period']}:")
    states = first["states"]
    put(f"  cards: {', '.join(f'{count} {name}' for name, count in states.items())}")
    put(f"  streak: {counted(first['streak'], 'day')}; longest {first['longest_streak']}, {first['days']} in all")
    put(f"  young cards: {_percent(first['young'])} of {first['young_tested']} remembered")
    put(f"  mature cards: {_percent(first['mature'])} of {first['mature_tested']} remembered")
    put(f"  reviews to come: {', '.join(map(str, first['forecast'][:7]))} (today and six days after)")
    for one in found:
        _put_exam(one)
    if first["leeches"]:
        put(f"  leeches: {first['leeches']}")
    if first["gone"]:
        put(f"  {first['gone']} cards are in no deck any more; their reviews count in the past")


def _put_next(steps: "Sequence[Step]") -> None:
    """What to do next, with what it brings and how it is begun."""
    from quizzer.core.stats.wording import gain_words

    put()
    rows = [
        (
            f"{at} {step.words}",
            "" if step.minutes is None else f"{max(1, round(step.minutes))} min",
            gain_words(step.points, step.at_most),
            _how(step) or f"t {at} at home",
        )
        for at, step in enumerate(steps, 1)
    ]
    put_table(("do next", "time", "brings", "how"), rows, right=(1,))


def _how(step: "Step") -> str:
    """The command that does it; empty where there is none."""
    import shlex

    command = {"study": "study", "topic": "quiz"}.get(step.kind, "")
    more = [*([step.deck] if step.deck else []), *(["--tag", step.tag] if step.tag else [])]
    return shlex.join(["quizzer", command, *more]) if command else ""


def _put_exam(one: dict[str, Any]) -> None:
    exam = one["exam"]
    if exam:
        from quizzer.core.pace import minutes_words

        whose = f"of {one['title']} " if one["deck"] else ""
        unseen = f"; {exam['unseen']} cards stay unseen" if exam["unseen"] else ""
        put(
            f"  exam {whose}on {exam['on']}: {exam['expected']:.0%} ({exam['low']:.0%}–{exam['high']:.0%}) if you keep"
            f" to {counted(round(exam['cards_a_day']), 'card')} a day,"
            f" {minutes_words(60 * exam['minutes_a_day'])}{unseen}"
        )


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.0%}"
