"""YAML text to light nodes that know where they stand: one iterative pass over the parser's events.

No constructor, no resolver, no recursion: a value is the text as typed, whatever YAML thinks of it, and depth and
number of nodes are bounded. What decks do without (anchors, aliases, tags, second documents) is read as far as it goes
and listed in `Tree.troubles`. Lines and columns count from 0.
"""

import re
from typing import Any, NamedTuple, Protocol, TypeAlias, TypeGuard

import yaml
from yaml import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

MAX_DEPTH = 50
MAX_EVENTS = 4_000_000


class EventSource(Protocol):
    """A YAML parser of PyYAML's."""

    def get_event(self) -> Any:
        """The next event; Any, since the stubs think that its marks may lack."""


class Loader(Protocol):
    """What makes a parser from a text."""

    def __call__(self, stream: str, /) -> EventSource:
        """A parser of that text."""


class _Pure(yaml.SafeLoader):
    """PyYAML's parser in Python, brought to take and refuse what libyaml does.

    By itself it ends a text in brackets at `?` and takes no tabs between words, and it takes escapes of surrogates.
    Stand-ins, one character for one, bring the first two past it.
    """

    def __init__(self, stream: str) -> None:
        super().__init__(_TABS.sub(_stand_in, _QUESTION_MARK.sub(_ASKS, stream)))

    def get_event(self) -> Any:
        event: Any = super().get_event()  # type: ignore[no-untyped-call]
        if isinstance(event, ScalarEvent):
            event.value = event.value.replace(_ASKS, "?").replace(_TAB, "\t")
            if _SURROGATE.search(event.value):
                raise ValueError("an escape of half a character")
        return event


_ASKS, _TAB = "\U0010fffc", "\U0010fffd"
_QUESTION_MARK = re.compile(r"(?<=[^\s\[{,])\?")
_TABS = re.compile(r"(?<=(\S))[ ]*\t[ \t]*(?=(\S))")
_SURROGATE = re.compile("[\ud800-\udfff]")


def _stand_in(gap: re.Match[str]) -> str:
    """Tabs between words stand in for themselves; those that set marks apart may be spaces."""
    return gap[0].replace("\t", " " if gap[1] in ":,-[{" or gap[2] == "#" else _TAB)


_TOO_DEEP = "exceeded maximum nesting depth"
"""How libyaml says, from 0.2.6 on, that there are more than a thousand: it scans so far ahead of our own bound."""

PURE: Loader = _Pure
"""The parser in Python: sixty times slower, always there."""
FASTEST: Loader = getattr(yaml, "CSafeLoader", PURE)
"""libyaml's parser where PyYAML was built with it."""


class Place(NamedTuple):
    """Where something stands: line and column, counted from 0."""

    line: int
    column: int


Scalar: TypeAlias = tuple[str, Any, str | None]
"""One text as typed; the mark where it begins; its style: `'`, `"`, `|` or `>`, falsy where it is plain.

There is one for every key and text of a deck, so it is the cheapest thing Python has: a class of its own costs as much
as libyaml's parsing, and so would copying the line and column out of the parser's mark.
"""


class Mapping(NamedTuple):
    """Keys and values in turn, so that duplicates and order stay."""

    items: "list[Node]"
    mark: Any

    def pairs(self) -> "list[tuple[Node, Node]]":
        """Each key with its value."""
        return list(zip(self.items[::2], self.items[1::2], strict=True))


class Sequence(NamedTuple):
    """Values in order."""

    items: "list[Node]"
    mark: Any


Node: TypeAlias = Scalar | Mapping | Sequence


def is_scalar(node: Node) -> TypeGuard[Scalar]:
    """Whether a node is a text."""
    return type(node) is tuple


def is_missing(node: Node) -> bool:
    """Whether nothing stands there: a key without a value, which is as good as no key."""
    return is_scalar(node) and not node[0] and not node[2]


def place(node: Node) -> Place:
    """Where a node begins."""
    mark = node[1]
    return Place(mark.line, mark.column)


class Trouble(NamedTuple):
    """Something that decks do without; `name` is what the author called it."""

    code: str
    line: int
    column: int
    name: str


class Break(NamedTuple):
    """Where YAML cannot be read on."""

    line: int
    column: int
    code: str = ""
    """Set where a bound of ours was met."""


class Tree(NamedTuple):
    """What could be read of a YAML text."""

    root: Node | None
    """None: nothing stood there, or YAML breaks off."""
    troubles: list[Trouble]
    cut: set[Place]
    """Where plain texts begin that ` #` ended."""
    end: Break | None = None


def read_tree(text: str, first_line: int = 0, loader: Loader = FASTEST) -> Tree:
    """The nodes of a YAML text whose first line is line `first_line` of its file."""
    builder = _Builder(first_line, _comment_lines(text))
    try:
        broken = builder.build(loader(text))
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        # Control characters, and the pure parser on escapes of characters that do not exist, give no mark.
        mark = getattr(error, "problem_mark", None) or Place(text.count("\n"), 0)
        too_deep = getattr(error, "problem", "") == _TOO_DEEP
        broken = Break(mark.line + first_line, mark.column, "too-deep" if too_deep else "")
    root = builder.roots[0] if builder.roots and broken is None else None
    return Tree(root, builder.troubles, builder.cut, broken)


def _comment_lines(text: str) -> dict[int, str]:
    """The lines where ` #` stands behind other text, which a parser may have taken for a comment."""
    found: dict[int, str] = {}
    if "#" not in text:  # one sign is looked for ten times as fast as two
        return found
    for mark in (" #", "\t#"):
        line = start = 0
        at = text.find(mark)
        while at >= 0:
            line += text.count("\n", start, at)
            start = text.rfind("\n", 0, at) + 1
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            whole = text[start:end]
            if whole[: at - start].strip():
                found[line] = whole
            start = end
            at = text.find(mark, end)
    return found


class _Builder:
    """Open containers and what was found so far."""

    def __init__(self, first_line: int, comment_lines: dict[int, str]) -> None:
        self.first_line = first_line
        self.comment_lines = comment_lines
        self.roots: list[Node] = []
        self.troubles: list[Trouble] = []
        self.cut: set[Place] = set()

    def build(self, source: EventSource) -> Break | None:
        """Where the text breaks one of our bounds, if it does.

        Raises:
            yaml.YAMLError: YAML breaks off.
        """
        get_event, first, comment_lines = source.get_event, self.first_line, self.comment_lines
        items = self.roots
        open_items: list[list[Node]] = []
        event = None
        for _ in range(MAX_EVENTS):
            event = get_event()
            kind = event.__class__
            if kind is ScalarEvent:
                mark = Place(event.start_mark.line + first, event.start_mark.column) if first else event.start_mark
                items.append((event.value, mark, event.style))
                if event.anchor is not None or event.tag is not None:
                    self._trouble(event)
                if comment_lines:
                    self._look_for_cut(event)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                items = open_items.pop()
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                inner: list[Node] = []
                items.append(self._container(event, inner))
                open_items.append(items)
                items = inner
                if len(open_items) > MAX_DEPTH:
                    return self._bound("too-deep", event)
            elif kind is AliasEvent:
                items.append(self._alias(event))
            elif kind is StreamEndEvent or (kind is DocumentStartEvent and self._is_second(event)):
                return None
        return self._bound("too-many-nodes", event)

    def _container(self, event: Any, inner: list[Node]) -> Mapping | Sequence:
        if event.anchor is not None or event.tag is not None:
            self._trouble(event)
        mark = self._place(event) if self.first_line else event.start_mark
        return Mapping(inner, mark) if event.__class__ is MappingStartEvent else Sequence(inner, mark)

    def _place(self, event: Any) -> Place:
        return Place(event.start_mark.line + self.first_line, event.start_mark.column)

    def _look_for_cut(self, event: Any) -> None:
        end = event.end_mark
        if event.style or end.line not in self.comment_lines:
            return
        if self.comment_lines[end.line][end.column :].lstrip(" \t").startswith("#"):
            self.cut.add(self._place(event))

    def _alias(self, event: Any) -> Scalar:
        mark = self._place(event)
        self.troubles.append(Trouble("alias", *mark, event.anchor))
        return "*" + event.anchor, mark, None

    def _is_second(self, event: Any) -> bool:
        if self.roots:
            self.troubles.append(Trouble("second-document", *self._place(event), ""))
        return bool(self.roots)

    def _trouble(self, event: Any) -> None:
        code, name = ("tag", event.tag) if event.tag is not None else ("anchor", event.anchor)
        self.troubles.append(Trouble(code, *self._place(event), name or ""))

    def _bound(self, code: str, event: Any) -> Break:
        return Break(*self._place(event), code)
