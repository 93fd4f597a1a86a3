"""What scheduling uses, where each value comes from, and what it does; KEY=VALUE sets it, for a deck or for all.

KEY= takes a setting away again: what counts then is what is set for all decks, or by the deck's author, or the default.
Settings of this machine (theme, decks, editor, plain and the like) stand in config.yaml, the others in the log.
"""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from quizzer.cli.opening import opened, with_files
from quizzer.cli.printing import put_json, put_table, tell
from quizzer.collection.preferring import preferences_of, set_preference
from quizzer.collection.settings import Settings
from quizzer.collection.tuning import ORIGINS, SET
from quizzer.core.exam import is_past
from quizzer.core.options import SPECS, UNSET, OptionError, Resolved, find_key
from quizzer.core.preference_table import PREFERENCES, PreferenceError, parsed, shown
from quizzer.core.text import quoted
from quizzer.errors import UsageError

if TYPE_CHECKING:
    from quizzer.collection.collection import Collection


def configure(parser: ArgumentParser) -> None:
    """Add the options of `options`."""
    parser.add_argument(
        "words",
        nargs="*",
        metavar="DECK | KEY=VALUE",
        help="a deck (all without one), and values to set; KEY= takes one away",
    )
    parser.add_argument("--keys", action="store_true", help="list what keys do, by the ids that keys=ID:KEY takes")
    parser.add_argument("--json", action="store_true", help="one object an option, a line each")


def run(args: Namespace, settings: Settings) -> int:
    """Set what is to be set, then print what counts."""
    if args.keys:
        return _put_keys(args.json)
    named = [word for word in args.words if "=" not in word]
    if len(named) > 1:
        raise UsageError(f"Options are those of one deck or of all, not of {len(named)}: {', '.join(named)}")
    words = [word.partition("=")[::2] for word in args.words if "=" in word]
    wishes = [(preference, value) for name, value in words if (preference := _preference(name))]
    changes = [_change(name, value) for name, value in words if not _preference(name)]
    for key, value in wishes:
        _check_wish(key, value, named)
    with opened(with_files(settings, named)) as collection:
        deck = _one_deck(collection, named[0]) if named else ""
        for key, _ in changes:
            if deck and SPECS[key].whole:
                raise UsageError(f"{key} holds for all decks together: set it without naming a deck")
        for key, value in wishes:
            set_preference(settings, key, value)
            tell(f"{key} is {shown(parsed(key, value)) if value.strip() else 'no longer set'} on this machine")
        _set(collection, deck, changes)
        resolved = collection.options(deck)
    preferences = {} if named else preferences_of(settings)._asdict()
    if args.json:
        _put_objects(resolved, preferences)
    else:
        _put_tables(resolved, preferences)
    return 0


def _put_keys(as_json: bool) -> int:
    from quizzer.tui.keys.table import KEYS

    if as_json:
        for key in KEYS:
            put_json({"id": key.id, "keys": key.keys.split(","), "screen": key.where, "does": key.help})
    else:
        put_table(("id", "keys", "does"), [(key.id, key.keys, key.help) for key in KEYS], gives=2)
    return 0


def _preference(name: str) -> str:
    """The preference that goes by a name; empty where none does, so that it is an option."""
    key = name.strip().lower().replace("-", "_")
    return key if key in PREFERENCES else ""


def _check_wish(key: str, value: str, named: list[str]) -> None:
    if named:
        raise UsageError(f"{key} is a setting of this machine: set it without naming a deck")
    try:
        parsed(key, value)
    except PreferenceError as refusal:
        if value.strip():
            raise UsageError(f"{key} {refusal}") from None
    if key == "theme" and value.strip():
        from quizzer.tui.themes import require_theme

        require_theme(value.strip())


def _set(collection: "Collection", deck: str, changes: list[tuple[str, str]]) -> None:
    """Record the changes, and tell of each what counts now."""
    here, before = "this deck" if deck else "all", collection.options(deck)
    for key, value in changes:
        if value != UNSET or before[key].origin == here:
            collection.set_option(deck, key, value)
    resolved, whose = collection.options(deck), f"for {deck or 'all decks'}"
    for key, value in changes:
        found = resolved[key]
        words = _shown(key, found) or "empty"
        if value != UNSET:
            past = key == "exam" and is_past(str(found.value), collection.day())
            tell(f"{key} is {words} from now on, {whose}{'; that day is past, so no exam is ahead' * past}")
        else:
            gone = "is no longer set" if before[key].origin == here else "was not set"
            tell(f"{key} {gone} {whose}: {words} counts ({ORIGINS[found.origin]})")


def _put_objects(resolved: dict[str, Resolved], preferences: dict[str, Any]) -> None:
    for key, found in resolved.items():
        put_json({"key": key, "value": found.value, "origin": found.origin, "what": SPECS[key].what})
    for key, value in preferences.items():
        put_json({"key": key, "value": value, "origin": _origin(value), "what": PREFERENCES[key].what})


def _put_tables(resolved: dict[str, Resolved], preferences: dict[str, Any]) -> None:
    rows = [(key, _shown(key, found) or "–", ORIGINS[found.origin], SPECS[key].what) for key, found in resolved.items()]
    rows += [(key, shown(value) or "–", _origin(value), PREFERENCES[key].what) for key, value in preferences.items()]
    put_table(("option", "value", "from", "what it does"), rows, gives=3)


def _origin(value: Any) -> str:
    return SET if value else "default"


def _one_deck(collection: "Collection", word: str) -> str:
    decks = collection.find_decks([word])
    if len(decks) != 1:
        raise UsageError(f"{quoted(word)} means {len(decks)} decks ({', '.join(decks)}); options are those of one")
    return decks[0]


def _change(name: str, value: str) -> tuple[str, str]:
    """The key and the value (UNSET where there is none) of a `KEY=VALUE` word, both checked before anything is written.

    Raises:
        UsageError: no such key, or a value that it cannot have.
    """
    try:
        key = find_key(name)
        if value.strip().lower() in ("", UNSET):
            return key, UNSET
        SPECS[key].parse(value.strip())
    except OptionError as error:
        raise UsageError(_sentence(name, str(error))) from None
    return key, value.strip()


def _sentence(name: str, said: str) -> str:
    if said.startswith("There is no"):
        from difflib import get_close_matches

        near = get_close_matches(name.strip().lower().replace("-", "_"), [*SPECS, *PREFERENCES], n=1)
        return f"There is no option {quoted(name)}; did you mean {near[0]}?" if near else said
    return f"{find_key(name)} {said}"


def _shown(key: str, found: Resolved) -> str:
    return SPECS[key].show(found.value)
