"""Keys of one map of a YAML text set or taken away, whatever the map is written like."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from quizzer.errors import EditRefused
from quizzer.formats.kinds import OPTION_KEYS
from quizzer.formats.splicing import Page, Splice
from quizzer.formats.yaml_events import Place
from quizzer.formats.yaml_spots import Spot
from quizzer.formats.yaml_text import Value, bracketed, pair, under_key

_COLON = re.compile(r"\s*:(?=\s|$)")


class Put(NamedTuple):
    """How keys are put into a map."""

    page: Page
    order: Sequence[str]
    """The order in which keys are written; others go last."""
    flat: frozenset[str] = frozenset()
    """Keys whose lists and maps stand in brackets where they fit."""
    json: bool = False


def put_keys(put: Put, spot: Spot, keys: Mapping[str, Value | None]) -> list[Splice]:
    """The splices that set keys of a map, or with None take them away.

    Raises:
        EditRefused: the map is written in a way that cannot be changed.
    """
    pairs = spot.pairs()
    gone = [key for key, value in keys.items() if value is None and spot.find(key)]
    if pairs and len(gone) == len(pairs):
        raise EditRefused("a map cannot lose all of its keys")
    splices = _removed(put, spot, gone)
    later: dict[Place, list[Splice]] = {}
    for key in sorted(keys, key=lambda name: _rank(put.order, name)):
        value, found = keys[key], spot.find(key)
        if value is None:
            continue
        if found:
            splices.append(_replaced(put, spot, found, key, value))
        else:
            one = _inserted(put, spot, key, value, gone)
            later.setdefault(one.start, []).append(one)
    return splices + [Splice(at, at, "".join(one.text for one in some)) for at, some in later.items()]


def _rank(order: Sequence[str], name: str) -> int:
    return order.index(name) if name in order else len(order)


def _replaced(put: Put, spot: Spot, found: tuple[Spot, Spot], key: str, value: Value) -> Splice:
    old, was = found
    if spot.in_brackets:
        return Splice(old.end, was.end, f": {bracketed(value, put.json)}")
    colon = _COLON.match(put.page.line(old.end.line)[old.end.column :])
    if colon is None:
        raise EditRefused(f"`{key}` is written in a way that cannot be changed: write it as `{key}: …`")
    first, *rest = under_key(key, value, old.start.column, key in put.flat)
    if isinstance(value, str) and not rest and put.page.rest_of_line(was.end).lstrip().startswith("#"):
        first = f": {bracketed(value, json=True)}"  # in quotes, the comment behind it is not taken for a cut text
    start = Place(old.end.line, old.end.column + colon.end())
    return put.page.replaced(start, max(was.end, start), [first.lstrip(" ").partition(":")[2], *rest])


def _inserted(put: Put, spot: Spot, key: str, value: Value, gone: Sequence[str]) -> Splice:
    """A new key behind the last of those that are written before it."""
    pairs = [one for one in spot.pairs() if one[0].text not in gone]
    before = [one for one in pairs if _rank(put.order, one[0].text) < _rank(put.order, key)]
    old, was = before[-1] if before else pairs[0]
    if not put.order:
        old, was = pairs[-1]
    if spot.in_brackets:
        return Splice(was.end, was.end, f", {pair(key, value, put.json)}")
    return put.page.below(max(was.end, old.end), under_key(key, value, old.start.column, key in put.flat))


def _removed(put: Put, spot: Spot, gone: Sequence[str]) -> list[Splice]:
    pairs = spot.pairs()
    stays = [key.text not in gone for key, _ in pairs]
    splices = []
    for at, (key, value) in enumerate(pairs):
        if stays[at]:
            continue
        if not any(stays[:at]):  # what stays first takes its place
            splices.append(Splice(key.start, pairs[at + 1][0].start, ""))
        elif spot.in_brackets:
            splices.append(Splice(pairs[at - 1][1].end, value.end, ""))
        else:
            splices.append(put.page.without_lines(key.start.line, max(key.end, value.end).line))
    return splices


def values_of(spot: Spot) -> Value:
    """What stands at a spot, as a value to be written again."""
    if spot.items is None:
        return spot.text
    if not spot.is_map:
        return [_joined(item) for item in spot.items]
    return {key.text: values_of(value) for key, value in spot.pairs()}


def written_value(spot: Spot) -> Value:
    """The same for the value of a note's key, where `true` and `false` are flags if nothing quotes them."""
    flag = {"true": True, "false": False}.get(spot.text.lower()) if spot.is_scalar and not spot.style else None
    return values_of(spot) if flag is None else flag


def _joined(spot: Spot) -> Value:
    """`1981: Coup` in a list is a text, though YAML takes it for a map."""
    pairs = spot.pairs()
    bare = len(pairs) == 1 and spot.start == pairs[0][0].start  # no brace stands before it
    if bare and pairs[0][1].is_scalar and pairs[0][0].text not in OPTION_KEYS:
        return f"{pairs[0][0].text}: {pairs[0][1].text}"
    return values_of(spot)
