"""Reading the values of keys: texts, lists of texts, flags; what does not fit becomes a problem.

A reader that meets a problem returns an empty value and goes on, so that one look finds them all; `Findings.errors`
says whether the note can be used.
"""

import re
from collections.abc import KeysView
from operator import itemgetter
from typing import Any

from quizzer.core.text import clean
from quizzer.formats.findings import Findings, nearest, shown
from quizzer.formats.quoting import LONGEST, in_quotes, in_single_quotes, quoted, unquoted
from quizzer.formats.yaml_events import Mapping, Node, Place, Scalar, Sequence, is_missing, is_scalar, place

MAX_TEXT = 20_000
"""Characters of a text."""
MAX_ITEMS = 200
"""Items of a list, pairs of a map, holes of a cloze."""
FLAGS = {"true": True, "yes": True, "false": False, "no": False}

# Letters that double quotes turn into tabs and line ends, at the start of words that people write in formulas.
_FORMULA = re.compile(r"\t(?:heta|imes|ext|au|an|o)\b|\n(?:abla|eq|u|ot|e)\b")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_FENCE = re.compile(r"```[^`\n]*\n")
_first = itemgetter(0)


class Fields:
    """Reads the values of one map after the other; keeps the file's problems."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.cut: set[Place] = set()
        """Where unquoted texts begin that a comment ended."""
        self.careful = False
        """Whether texts may be cut by comments or hold fenced code, for which each has to be looked at."""

    def add(self, code: str, node: Node, message: str, hint: str = "") -> None:
        """Note a problem where a node stands."""
        self.findings.add(code, *place(node), message, hint)

    def text(self, node: Node) -> str:
        """The text of a node: clean, NFC, without white space around it; empty where it is none."""
        if isinstance(node, Mapping) or isinstance(node, Sequence):  # noqa: SIM101 – twice as fast as a tuple of them
            return self._joined(node)
        value, _, style = node
        # YAML lets no control characters through: only escapes in double quotes can make some.
        if not style and value.isascii() and not self.careful and len(value) <= MAX_TEXT:
            return value
        return self._checked(node)

    def line(self, node: Node) -> str:
        """The text of a node on one line."""
        return " ".join(self.text(node).split())

    def needed(self, node: Node, name: str) -> str:
        """The text of a node, which may not be empty."""
        text = self.text(node)
        if not text and is_scalar(node) and not clean(node[0]).strip():
            self.add("empty-text", node, f"{name} is empty", "write a text, or leave the entry out")
        return text

    def texts(self, node: Node, name: str) -> tuple[str, ...]:
        """The texts of a list, none of them empty; a single text is a list of one."""
        items = self.items(node, name)
        texts = [self.text(item) for item in items]
        if not all(texts):
            for item in items:
                self.needed(item, f"an entry of `{name}`")
        return tuple(texts)

    def items(self, node: Node, name: str) -> list[Node]:
        """The nodes of a list; any other node is a list of one."""
        if not isinstance(node, Sequence):
            return [node]
        if len(node.items) > MAX_ITEMS:
            self.too_many(node, f"`{name}` has {len(node.items)} entries")
            return []
        return node.items

    def too_many(self, node: Node, what: str) -> None:
        """Report that something has more parts than a note can show."""
        self.add("too-many-items", node, f"{what}; {MAX_ITEMS} is the most", "divide the note into several")

    def flag(self, node: Node, name: str) -> bool:
        """Whether a flag is set."""
        value = FLAGS.get(node[0].lower()) if is_scalar(node) else None
        if value is None:
            self.add("not-a-flag", node, f"`{name}` is true or false", f"{name}: true")
        return bool(value)

    def map(self, node: Node, name: str) -> dict[str, Node]:
        """Keys and values of a map, keys without a value left out."""
        if isinstance(node, Mapping):
            return self.entries(node)
        self.add("map-expected", node, f"`{name}` is a map: keys and values", f"{name}: {{key: value}}")
        return {}

    def entries(self, mapping: Mapping) -> dict[str, Node]:
        """Keys and values of a map, keys without a value left out; duplicate and odd keys are problems."""
        turns = iter(mapping.items)
        try:
            # The first of a scalar is its text; that of a list or map is a list, which is no key.
            found: dict[Any, Node] = {key[0]: value for key, value in zip(turns, turns, strict=True)}
        except TypeError:
            return self._odd_entries(mapping)
        if 2 * len(found) < len(mapping.items) or "<<" in found or not all(map(_first, found.values())):
            return self._odd_entries(mapping)
        return found

    def known(self, mapping: Mapping, known: KeysView[str], where: str) -> dict[str, Node]:
        """The entries of a map whose keys are known; others are problems."""
        values = self.entries(mapping)
        if 2 * len(values) < len(mapping.items) or not values.keys() <= known:
            self.check_keys(mapping, tuple(known), where)
        return values

    def _odd_entries(self, mapping: Mapping) -> dict[str, Node]:
        found: dict[str, Node] = {}
        lines: dict[str, int] = {}
        for key, value in mapping.pairs():
            if is_scalar(key) and not _is_merge(key):
                name = key[0]
                if name in lines:
                    message = f"`{shown(name)}` stands here again, after line {lines[name] + 1}"
                    self.add("duplicate-key", key, message, "keep one of the two")
                    continue
                lines[name] = place(key).line
                if not is_missing(value):
                    found[name] = value
                elif is_scalar(value) and place(value) in self.cut:
                    self._add_cut(value)
            elif is_scalar(key):
                message = "merge keys are not part of the deck language"
                self.add("merge-key", key, message, "use `defaults:` for what notes share")
            else:
                self.add(
                    "complex-key", key, "a list or a map is used as a key", "keys are texts; put this one in quotes"
                )
        return found

    def check_keys(self, mapping: Mapping, known: tuple[str, ...], where: str) -> None:
        """Report keys that are not among the known ones."""
        for key, value in mapping.pairs():
            if not is_scalar(key) or key[0] in known or _is_merge(key):
                continue
            if is_missing(value) and self.in_braces(mapping):
                self.add_lonely(mapping, key)
                continue
            meant = nearest(key[0], known)
            hint = f"did you mean `{meant}`?" if meant else f"the keys are {', '.join(known)}"
            self.add("unknown-key", key, f"{where} has no key `{shown(key[0])}`", hint)

    def in_braces(self, node: Node) -> bool:
        """Whether a map is written as `{…}`."""
        return self._source(node)[1].startswith("{")

    def add_lonely(self, mapping: Mapping, key: Scalar) -> None:
        """Report a key without a value that is none of ours: inside `{…}` a comma has made it."""
        words = shown(key[0])
        if not self.in_braces(mapping):
            self.add("empty-text", key, f"“{words}” has nothing on its right side", "write a text behind its colon")
            return
        hint = "put the text with the comma in quotes"
        at = next(number for number, item in enumerate(mapping.items) if item is key)
        before = place(mapping.items[at - 1])
        (line, column), (lead, rest) = place(key), self._source(key)
        if at and before.line == line and len(lead + rest) <= LONGEST:
            text = quoted(unquoted(lead[before.column :] + rest[: len(key[0])]))
            hint += f": {lead[: before.column].lstrip()}{text}{rest[len(key[0]) :].rstrip()}"
        message = f"inside {{…}} a comma ends a text; “{words}” is a key of its own here"
        self.findings.add("comma-in-braces", line, column, message, hint)

    def _source(self, node: Node) -> tuple[str, str]:
        """The line that a node begins on, up to the node and from it on."""
        line, column = place(node)
        source = self.findings.line(line)
        return source[:column], source[column:]

    def add_cut(self, node: Scalar) -> None:
        """Report that a comment ended a text, if one did."""
        if place(node) in self.cut:
            self._add_cut(node)

    def _add_cut(self, node: Scalar) -> None:
        line, column = place(node)
        source = self.findings.line(line)
        start = len(source) - len(source[column:].lstrip(" :"))
        self.findings.add(
            "cut-by-comment",
            line,
            max(source.find("#", start), column),
            "what follows ` #` is a comment and not part of the text",
            in_quotes(source, start),
        )

    def _checked(self, node: Scalar) -> str:
        """The text of a scalar that may need more than to be taken as it is."""
        value, _, style = node
        if self.cut:
            self.add_cut(node)
        if len(value) > MAX_TEXT:
            message = f"the text has {len(value):,} characters; {MAX_TEXT:,} is the most"
            self.add("too-long", node, message, "divide the note into several")
            return ""
        if style == '"' and (_CONTROL.search(value) or _FORMULA.search(value)):
            message = "a backslash in these double quotes makes a control character"
            self.add("control-escape", node, message, in_single_quotes(*self._source(node)))
        text = value if value.isascii() and style != '"' else clean(value)
        if "```" in text and style != "|" and not _FENCE.search(text.strip()):
            lead, rest = self._source(node)
            if text.strip() not in rest:
                hint = f"end the line with | and write the code below it: {lead.lstrip()}|"
                self.add("folded-code", node, "the line ends of this code are lost", hint)
        return text.rstrip().lstrip("\n") if "\n" in text else text.strip()

    def _joined(self, node: Mapping | Sequence) -> str:
        """`1981: Coup`, which YAML takes for a map, as the text that it is."""
        if isinstance(node, Mapping) and len(node.items) == 2 and not self.in_braces(node):
            key, value = node.items
            if is_scalar(key) and is_scalar(value) and not key[2] and not value[2]:
                self.add_cut(value)
                return self._checked((f"{key[0]}: {value[0]}", node.mark, "'"))
        what = "a map" if isinstance(node, Mapping) else "a list"
        lead, rest = self._source(node)
        hint = "write one text here; a text of several lines begins with |"
        if rest.startswith(("[", "{")):
            hint = in_quotes(lead + rest, len(lead))
        self.add("text-expected", node, f"here is {what} where a text is expected", hint)
        return ""


def _is_merge(key: Scalar) -> bool:
    return key[0] == "<<" and not key[2]
