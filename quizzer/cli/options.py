"""What scheduling uses, where each value comes from, and what it does; KEY=VALUE sets it, for a deck or for all.

KEY= takes a setting away again: what counts then is what is set for all decks, or by the deck's author, or the default.
"""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from quizzer.cli.opening import opened, with_files
from quizzer.cli.printing import put_json, put_table, tell
from quizzer.collection.settings import Settings
from quizzer.core.options import SPECS, UNSET, OptionError, Resolved, find_key
from quizzer.core.text import quoted
from quizzer.errors import UsageError

if TYPE_CHECKING:
    from quizzer.collection.collection import Collection

ORIGINS = {
    "default": "default",
    "deck": "the deck's author",
    "all": "set for all decks",
    "this deck": "set for this deck",
}


def configure(parser: ArgumentParser) -> None:
    """Add the options of `options`."""
    parser.add_argument(
        "words",
        nargs="*",
        metavar="DECK | KEY=VALUE",
        help="a deck (all without one), and values to set; KEY= takes one away",
    )
    parser.add_argument("--json", action="store_true", help="one object an option, a line each")


def run(args: Namespace, settings: Settings) -> int:
    """Set what is to be set, then print what counts."""
    named = [word for word in args.words if "=" not in word]
    if len(named) > 1:
        raise UsageError(f"options are those of one deck or of all, not of {len(named)}: {', '.join(named)}")
    changes = [_change(word) for word in args.words if "=" in word]
    with opened(with_files(settings, named)) as collection:
        deck = _one_deck(collection, named[0]) if named else ""
        here = "this deck" if deck else "all"
        for key, _ in changes:
            if deck and SPECS[key].whole:
                raise UsageError(f"{key} holds for all decks together: set it without naming a deck")
        before = collection.options(deck)
        for key, value in changes:
            if value != UNSET or before[key].origin == here:
                collection.set_option(deck, key, value)
        resolved = collection.options(deck)
    for key, value in changes:
        found, whose = resolved[key], f"for {deck or 'all decks'}"
        shown = _shown(key, found) or "empty"
        if value != UNSET:
            tell(f"{key} is {shown} from now on, {whose}")
        else:
            gone = "is no longer set" if before[key].origin == here else "was not set"
            tell(f"{key} {gone} {whose}: {shown} counts ({ORIGINS[found.origin]})")
    if args.json:
        for key, found in resolved.items():
            put_json({"key": key, "value": found.value, "origin": found.origin, "what": SPECS[key].what})
    else:
        rows = [
            (key, _shown(key, found) or "–", ORIGINS[found.origin], SPECS[key].what) for key, found in resolved.items()
        ]
        put_table(("option", "value", "from", "what it does"), rows, gives=3)
    return 0


def _one_deck(collection: "Collection", word: str) -> str:
    decks = collection.find_decks([word])
    if len(decks) != 1:
        raise UsageError(f"{quoted(word)} means {len(decks)} decks ({', '.join(decks)}); options are those of one")
    return decks[0]


def _change(word: str) -> tuple[str, str]:
    """The key and the value (UNSET where there is none) of a `KEY=VALUE` word, both checked before anything is written.

    Raises:
        UsageError: no such key, or a value that it cannot have.
    """
    name, _, value = word.partition("=")
    try:
        key = find_key(name)
        if value.strip().lower() in ("", UNSET):
            return key, UNSET
        SPECS[key].parse(value.strip())
    except OptionError as error:
        raise UsageError(_sentence(name, str(error))) from None
    return key, value.strip()


def _sentence(name: str, said: str) -> str:
    if said.startswith("there is no"):
        from difflib import get_close_matches

        near = get_close_matches(name.strip().lower().replace("-", "_"), SPECS, n=1)
        return f"there is no option {quoted(name)}; did you mean {near[0]}?" if near else said
    return f"{find_key(name)} {said}"


def _shown(key: str, found: Resolved) -> str:
    return SPECS[key].show(found.value)
