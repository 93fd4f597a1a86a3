"""Changes to the text of a deck that touch nothing but the note, source or key concerned.

Values are found by where YAML says that they stand, and spliced; comments, order, quotation marks and line ends of
everything else stay as they are. Nothing here looks whether the result is a good deck: `collection.editing` does.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, TypeAlias, assert_never

from quizzer.core.cards import Note, Typed
from quizzer.errors import EditRefused
from quizzer.formats.deck_reader import Laid, lay_out
from quizzer.formats.kinds import DECK_KEYS, SOURCE_KEYS
from quizzer.formats.note_keys import ORDER, Keys, in_order
from quizzer.formats.splicing import Page, Splice
from quizzer.formats.yaml_events import Place
from quizzer.formats.yaml_map import Put, put_keys, values_of, written_value
from quizzer.formats.yaml_spots import Spot, read_spots
from quizzer.formats.yaml_text import Value, beneath, bracketed, escaped, goes_on, needs_block, under_key

_ORDER_OF_DECK = tuple(DECK_KEYS)
_ORDER_OF_SOURCE = tuple(SOURCE_KEYS)


class AddNote(NamedTuple):
    """A new note at the end of the deck, or after another."""

    keys: Keys
    after: str = ""
    """The id of the note before it; empty: at the end."""


class ReplaceNote(NamedTuple):
    """Other keys for a note."""

    note: str | int
    """Its id; the line it begins on where it cannot be used, and so has no id."""
    keys: Keys


class RemoveNote(NamedTuple):
    """A note less."""

    note: str | int
    """As in `ReplaceNote`."""


class SetKeys(NamedTuple):
    """Some keys of a note set, or with None taken away."""

    note: str | int
    """As in `ReplaceNote`."""
    keys: Mapping[str, Value | None]


class Append(NamedTuple):
    """One more text under a key that holds a list, such as `accept`; the key is made where it lacks."""

    note: str
    key: str
    text: str


class SetSource(NamedTuple):
    """Some keys of an entry under `sources:` set, or with None taken away; the entry is made where it lacks."""

    name: str
    keys: Mapping[str, str | None]


class SetHead(NamedTuple):
    """Some keys at the deck's left edge set, or with None taken away; all but `cards`."""

    keys: Mapping[str, Value | None]


Change: TypeAlias = AddNote | ReplaceNote | RemoveNote | SetKeys | Append | SetSource | SetHead


def changed(data: bytes, changes: Sequence[Change], path: str = "") -> bytes:
    """The bytes of a deck file after some changes, one after the other.

    Raises:
        EditRefused: there is no such note, or the text is written in a way that cannot be changed.
    """
    for some in _together(changes):
        data = _changed(data, some, path)
    return data


def new_deck(head: Mapping[str, Value], notes: Sequence[Keys], lead: Sequence[str] = ()) -> bytes:
    """The bytes of a whole deck.

    Args:
        head: its keys but for `cards`.
        notes: the keys of its notes.
        lead: comment lines that stand at its top.
    """
    lines = list(lead)
    for name in _ORDER_OF_DECK:
        if name in head and name != "cards":
            lines += under_key(name, head[name], 0, flat=name in ("language", "study", "defaults"))
    lines += ["cards:"] if notes else ["cards: []"]
    for keys in notes:
        lines += ["", *_item(keys, 2)]
    return "".join(f"{line}\n" for line in lines).encode()


def keys_at(data: bytes, note: str | int, path: str = "") -> dict[str, Value]:
    """The keys of a note as its deck has them, what nobody knows of included.

    Raises:
        EditRefused: there is no such note, or it cannot be changed where it stands.
    """
    laid = lay_out(data, path)
    return _Writing(Page(data, laid.text), laid).keys(note)


def head_at(data: bytes, path: str = "") -> dict[str, Value]:
    """The keys at a deck's left edge but for `cards`; none where YAML cannot read it in one piece."""
    whole = read_spots(lay_out(data, path).text)
    return {key.text: values_of(value) for key, value in whole.pairs() if key.text != "cards"} if whole else {}


def _together(changes: Sequence[Change]) -> list[list[Change]]:
    """Changes that are made to one reading of the text: those to the keys of different notes."""
    runs: list[list[Change]] = []
    named: set[str | int] = set()
    for change in changes:
        if isinstance(change, SetKeys | Append) and isinstance(change.note, str) and change.note not in named:
            if not named:
                runs.append([])
            runs[-1].append(change)
            named.add(change.note)
            if isinstance(change, SetKeys) and isinstance(change.keys.get("id"), str):
                named.add(str(change.keys["id"]))
        else:
            runs.append([change])
            named = set()
    return runs


def _changed(data: bytes, changes: Sequence[Change], path: str) -> bytes:
    laid = lay_out(data, path)
    writing = _Writing(Page(data, laid.text), laid)
    return writing.page.spliced([splice for change in changes for splice in writing.splices(change)])


def _item(keys: Keys, indent: int) -> list[str]:
    """The lines of a note in a list."""
    first, *rest = _note(keys, indent + 2)
    return [f"{' ' * indent}- {first.lstrip(' ')}", *rest]


def _note(keys: Keys, indent: int) -> list[str]:
    return [line for name, value in keys.items() for line in under_key(name, value, indent, flat=name in FLAT)]


FLAT = frozenset(("accept", "ignore", "hide", "source", "tags"))
"""Keys whose lists and maps stand in brackets where they fit."""


class _Writing:
    """One change to one deck text."""

    def __init__(self, page: Page, laid: Laid) -> None:
        self.page = page
        self.laid = laid
        if laid.deck is None:
            raise EditRefused("the file cannot be read as a deck; `quizzer check` says why")
        self.whole = None if laid.parts is not None else read_spots(laid.text)
        self.json = bool(self.whole and self.whole.in_brackets)

    def splices(self, change: Change) -> list[Splice]:
        """What a change puts in place of what."""
        match change:
            case AddNote(keys, after):
                return self.add(in_order(keys), after)
            case ReplaceNote(note, keys):
                return [self.replace(self.spot(note), in_order(keys))]
            case RemoveNote(note):
                return [self.remove(self.spot(note))]
            case SetKeys(note, keys):
                return self.set_keys(self.spot(note), keys)
            case Append(note, key, text):
                return self.append(note, key, text)
            case SetSource(name, keys):
                return self.set_source(name, keys)
            case SetHead(keys):
                return self.put(self.root(), keys, _ORDER_OF_DECK)
            case _:
                assert_never(change)

    def root(self) -> Spot:
        """The deck's own map."""
        if self.whole is None or not self.whole.is_map:
            raise EditRefused("YAML cannot read this deck in one piece; `quizzer check` says why")
        return self.whole

    def keys(self, note: str | int) -> dict[str, Value]:
        """The keys of a note as they are written."""
        spot = self.spot(note)
        if self._is_map(spot):
            return {key.text: written_value(value) for key, value in spot.pairs()}
        keys = _one_line_keys(self.laid.notes[spot.start])
        return in_order({key: value for key, value in keys.items() if value is not None})

    def lists(self) -> list[Spot]:
        """What stands under `cards:`, with each of its notes."""
        if self.whole is not None:
            return [value for key, value in self.whole.pairs() if key.text == "cards"]
        return [part for one in self.laid.parts or () if (part := read_spots(one.text, one.first_line))]

    def notes(self) -> list[Spot]:
        """Every note."""
        return [item for one in self.lists() if not one.is_map for item in one.items or ()]

    def spot(self, note: str | int) -> Spot:
        """Where a note's value stands.

        Raises:
            EditRefused: there is none.
        """
        if (found := self._by_name.get(note)) is not None:
            return found
        what = f"note “{note}”" if isinstance(note, str) else f"note on line {note}"
        raise EditRefused(f"there is no {what} in the deck, or it cannot be changed where it stands")

    @cached_property
    def _by_name(self) -> dict[str | int, Spot]:
        """The notes by id and by line; of several on a line, the first."""
        found: dict[str | int, Spot] = {}
        for spot in self.notes():
            found.setdefault(spot.start.line + 1, spot)
            if note := self.laid.notes.get(spot.start):
                found[note.id] = spot
        return found

    @cached_property
    def _in_brackets(self) -> frozenset[Place]:
        """Where the notes begin that stand in a list in brackets."""
        return frozenset(item.start for one in self.lists() if one.in_brackets for item in one.items or ())

    def add(self, keys: Keys, after: str) -> list[Splice]:
        """A new note."""
        lists = self.lists()
        notes = self.notes()
        if not notes:
            return self._add_first(lists[0], keys)
        last = self.spot(after) if after else notes[-1]
        around = next(one for one in lists if last in (one.items or ()))
        if around.in_brackets:
            own_line = not self.page.before(last.start).strip()
            gap = f",{self.page.eol}{self.page.before(last.start)}" if own_line else ", "
            return [Splice(last.end, last.end, gap + bracketed(keys, self.json))]
        spaced = [""] if self._is_spaced(last, notes) else []
        return [self.page.below(last.end, [*spaced, *_item(keys, around.start.column)])]

    def _add_first(self, cards: Spot, keys: Keys) -> list[Splice]:
        if self.json:
            return [Splice(cards.start, cards.end, f"[{bracketed(keys, self.json)}]")]
        rest = self.page.rest_of_line(cards.end)
        end = self.page.line_end(cards.end)
        start = cards.start._replace(column=len(self.page.before(cards.start).rstrip(" ")))
        return [Splice(start, end, f"{rest}{self.page.eol}{self.page.eol.join(_item(keys, 2))}")]

    def _is_spaced(self, note: Spot, notes: list[Spot]) -> bool:
        """Whether an empty line stands between notes here."""
        at = notes.index(note)
        one, two = (notes[at - 1], note) if at else (note, notes[1] if len(notes) > 1 else note)
        return any(not self.page.line(number).strip() for number in range(one.end.line + 1, two.start.line))

    def replace(self, spot: Spot, keys: Keys) -> Splice:
        """Other keys for a note, in the form in which it is written, as a block where that is in none."""
        if self._is_in_brackets(spot):
            return Splice(spot.start, spot.end, bracketed(keys, self.json))
        first, *rest = _note(keys, spot.start.column)
        return self.page.replaced(spot.start, spot.end, [first.lstrip(" "), *rest])

    def _is_in_brackets(self, spot: Spot) -> bool:
        """Whether a note stands in a list in brackets, so that it cannot be a block."""
        return self.json or spot.start in self._in_brackets

    def remove(self, spot: Spot) -> Splice:
        """A note less, with the empty lines that would be left doubled."""
        around = next(one for one in self.lists() if spot in (one.items or ()))
        if around.in_brackets:
            return _without(around.items or [], spot)
        return self.page.without_lines(self._dash_line(spot), spot.end.line, closed=True)

    def _dash_line(self, spot: Spot) -> int:
        """The line on which the dash of a note stands."""
        line = spot.start.line
        if self.page.before(spot.start).strip():
            return line
        while line and not re.match(r"\s*-(\s|$)", self.page.line(line - 1)):
            line -= 1
        return line - 1

    def set_keys(self, spot: Spot, keys: Mapping[str, Value | None]) -> list[Splice]:
        """Some keys of a note."""
        if self._is_map(spot):
            return self.put(spot, keys, ORDER)
        return [self.replace(spot, _merged(_one_line_keys(self.laid.notes[spot.start]), keys))]

    def _is_map(self, spot: Spot) -> bool:
        """Whether a note is a map of keys, and no line that looks like one to YAML."""
        return spot.is_map and any(key.text in ORDER for key, _ in spot.pairs())

    def put(self, spot: Spot, keys: Mapping[str, Value | None], order: Sequence[str]) -> list[Splice]:
        """Some keys of a map, which becomes a block where the values do not fit in brackets."""
        put = Put(self.page, order, FLAT if order is ORDER else frozenset(("language", "study", "defaults")), self.json)
        crowded = spot.in_brackets and not self.json and any(_wants_lines(value) for value in keys.values())
        if not crowded or self._is_in_brackets(spot) or order is not ORDER:
            return put_keys(put, spot, keys)
        return [self.replace(spot, _merged({key.text: values_of(value) for key, value in spot.pairs()}, keys))]

    def append(self, note: str, key: str, text: str) -> list[Splice]:
        """One more text of a list."""
        spot = self.spot(note)
        read = self.laid.notes[spot.start]
        if not self._is_map(spot):
            line = _longer_line(self.page, spot, text, self._is_in_brackets(spot)) if key == "accept" else None
            return [line] if line else self.set_keys(spot, {key: [*_accepted(read), text]})
        found = spot.find(key)
        if found is None or found[1].is_missing:
            return self.set_keys(spot, {key: [*(_accepted(read) if key == "accept" else ()), text]})
        value = found[1]
        if value.is_scalar or value.is_map or not value.items:
            before = [] if value.in_brackets and not value.items else [values_of(value)]
            return self.set_keys(spot, {key: [*before, text]})
        last = value.items[-1]
        if not value.in_brackets:
            return [self.page.below(last.end, beneath([text], value.start.column))]
        if needs_block(text) and not self.json:
            return self.set_keys(spot, {key: [*map(values_of, value.items), text]})
        return [Splice(last.end, last.end, f", {bracketed(text, self.json)}")]

    def set_source(self, name: str, keys: Mapping[str, str | None]) -> list[Splice]:
        """Some keys of a source."""
        root = self.root()
        given = {key: value for key, value in keys.items() if value is not None}
        sources = root.find("sources")
        if sources is None or not sources[1].is_map or not sources[1].items:
            return self.put(root, {"sources": {name: given}}, _ORDER_OF_DECK)
        entry = sources[1].find(name)
        if entry is None or not entry[1].is_map or not entry[1].items:
            return self.put(sources[1], {name: given}, ())
        return self.put(entry[1], keys, _ORDER_OF_SOURCE)


def _wants_lines(value: Value | None) -> bool:
    if isinstance(value, str):
        return needs_block(value)
    if isinstance(value, Mapping):
        return any(map(_wants_lines, value.values()))
    return not isinstance(value, bool) and value is not None and any(map(_wants_lines, value))


def _accepted(note: Note) -> tuple[str, ...]:
    return note.body.accept if isinstance(note.body, Typed) else ()


def _merged(before: Mapping[str, Value | None], keys: Mapping[str, Value | None]) -> Keys:
    return in_order({key: value for key, value in {**before, **keys}.items() if value is not None})


def _one_line_keys(note: Note) -> dict[str, Value | None]:
    """The keys that say what a note on one line says."""
    answer = note.body.answer if isinstance(note.body, Typed) else ""
    return {"question": note.question, "kind": "typed", "answer": answer, "accept": _accepted(note) or None}


def _longer_line(page: Page, spot: Spot, text: str, in_brackets: bool) -> Splice | None:
    """One more answer at the end of a note on one line, where it can stand there."""
    text = text.replace(";", "\\;")
    if "\n" in text or text.endswith("\\") or not spot.is_scalar or spot.style in ("|", ">"):
        return None
    end = Place(spot.end.line, spot.end.column - 1)
    if spot.style == "'":
        return Splice(end, end, "; " + text.replace("'", "''"))
    if spot.style == '"':
        return Splice(end, end, "; " + escaped(text)[1:-1])
    return Splice(spot.end, spot.end, f"; {text}") if goes_on(f"; {text}", in_brackets) else None


def _without(items: Sequence[Spot], spot: Spot) -> Splice:
    """A thing less in a list in brackets."""
    at = items.index(spot)
    if at:
        return Splice(items[at - 1].end, spot.end, "")
    return Splice(spot.start, items[1].start if len(items) > 1 else spot.end, "")
