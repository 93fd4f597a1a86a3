"""Why YAML breaks off, in words for people who do not know YAML, and the line as it should be written.

The parsers' own messages name grammar, often far behind the cause, and differ between libyaml and Python. So the lines
up to the break are looked at again, roughly: keys, texts, quotes and brackets, each where it begins.
"""

import re
from typing import NamedTuple

from quizzer.formats.findings import Findings
from quizzer.formats.kinds import DECK_KEYS, KEYS, OPTION_KEYS
from quizzer.formats.quoting import LONGEST, in_quotes, quoted
from quizzer.formats.yaml_events import Break

_LEAD = re.compile(r"([ \t]*)((?:-(?:[ ]+|$))*)")
_KEY = re.compile(
    r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'"""  # a key in quotes
    r"""|(?:[^\s\-?:,\[\]{}#&*!|>'"%@`]|[-?:](?=\S))(?:[^:#]|:(?=\S)|(?<=\S)\#)*?)[ ]*:(?=\s|$)[ ]*"""
)
_BLOCK = re.compile(r"[|>][0-9+-]{0,2}[ ]*(#.*)?$")
_COLON = re.compile(r":(?=\s|$)")
_COMMENT = re.compile(r"(^|[ \t])#.*")
_DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_SINGLE = re.compile(r"'(?:[^']|'')*'(?!')", re.DOTALL)
_BAD_ESCAPE = re.compile(
    r"\\\\|\\(?:x[0-9A-Fa-f]{2}|u(?![dD][89a-fA-F])[0-9A-Fa-f]{4}|U00(?:0[0-9A-Fa-f]|10)[0-9A-Fa-f]{4})"
    r"|\\[0abt\tnvfre \"/N_LP\n]"
    r"|(?P<bad>\\)"
)
_KNOWN = re.compile(rf"[ ]*(?:-[ ]+)*({'|'.join((*KEYS, *DECK_KEYS, *OPTION_KEYS))}):(\s|$)")
_LONGEST_QUOTE = 500
"""Lines in which the end of a quoted text is looked for."""
_NEARLY_KEY = re.compile(rf"({'|'.join((*KEYS, *DECK_KEYS))})(?::(?=\S)|[ ]+:?|$)(.*)")
# In brackets: quoted texts as a whole, comments, and the brackets themselves.
_FLOW = re.compile(r"""(?<=[\[{,:\s])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')|(?<=\s)\#.*|[\[\]{}]""")
_NO_TEXT = re.compile(r"[`@%*&!|>\]},]|[-?:](\s|$)")


class Cause(NamedTuple):
    """A problem to be: its code, its place counted from 0, what it is and what to write."""

    code: str
    line: int
    column: int
    message: str
    hint: str


def report_break(findings: Findings, broken: Break, first: int, end: int) -> None:
    """Report why the lines from `first` up to `end` cannot be read as YAML."""
    if broken.code:
        findings.add(broken.code, broken.line, broken.column, *_BOUNDS[broken.code])
        return
    cause = _Look(findings.lines, first, end, min(broken.line, end - 1)).cause()
    if cause is None:
        line = min(broken.line, end - 1)
        cause = Cause("yaml-syntax", line, broken.column if line == broken.line else 0, *_UNKNOWN)
    findings.add(*cause)


_BOUNDS = {
    "too-deep": (
        "lists or maps are nested more than 50 deep here",
        "a deck needs four levels; close the brackets before it",
    ),
    "too-many-nodes": ("the file holds more than four million values", "divide it into several decks"),
}
_UNKNOWN = (
    "this cannot be read as YAML",
    "look at the indents, colons, brackets and quotes of this line and the one before; a text in quotes is safe",
)


class _Look:
    """One look over the lines of a note, or of a key at the left edge, until something is wrong."""

    def __init__(self, lines: list[str], first: int, end: int, last: int) -> None:
        self.lines = lines
        self.end = end
        self.last = last
        self.number = first
        self.owner = -1
        """Column of the key or dash that the newest text belongs to."""
        self.text = (first, 0)
        """Where the newest text begins."""
        self.open = False
        """Whether the newest text is unquoted and may go on on the next line."""
        self.nests = True
        """Whether the newest key or dash has no text, so that deeper lines are its value."""
        self.columns: list[int] = []
        """Columns of the maps and lists that are open."""

    def cause(self) -> Cause | None:
        """What is wrong first, if it is one of the known mistakes."""
        while self.number <= self.last:
            line = self.lines[self.number]
            if line.strip() and not line.lstrip(" ").startswith("#"):
                found = self._line(line)
                if found:
                    return found
            self.number += 1
        return None

    def _cause(self, code: str, column: int, message: str, hint: str) -> Cause:
        return Cause(code, self.number, column, message, hint)

    def _line(self, line: str) -> Cause | None:
        lead = _LEAD.match(line)
        indent, dashes = (lead[1], lead[2]) if lead else ("", "")
        if "\t" in indent:
            return self._cause(
                "tab-indent",
                indent.index("\t"),
                "YAML takes no tabs as indent",
                "use spaces, two for each level",
            )
        if self.open and len(indent) > self.owner:
            return self._continued(line)
        misplaced = self._is_misplaced(len(indent))
        column = len(indent) + len(dashes)
        key = _KEY.match(line, column)
        if not key and not dashes:
            text = self.nests and not misplaced and column > self.owner
            return self._value(line, column, is_text=False) if text else self._without_key(line, column)
        if misplaced:
            return self._cause(
                "indentation",
                len(indent),
                "this line is not in line with those it belongs to",
                "give it the same indent as the keys of its note, or as the notes before it",
            )
        self.columns += [len(indent) + at for at, char in enumerate(dashes) if char == "-" and at]
        self.owner = self.columns[-1]
        if key:
            if dashes:
                self.columns.append(column)
            self.owner, column = column, key.end()
        return self._value(line, column, is_text=bool(dashes and key and not _KNOWN.match(line)))

    def _is_misplaced(self, column: int) -> bool:
        """Whether a line begins where nothing is open and nothing may be opened."""
        popped = False
        while self.columns and self.columns[-1] > column:
            self.columns.pop()
            popped = True
        if self.columns and self.columns[-1] == column:
            return False
        self.columns.append(column)
        return popped or not self.nests

    def _continued(self, line: str) -> Cause | None:
        """A further line of an unquoted text."""
        colon = _COLON.search(_COMMENT.sub("", line))
        if colon is None:
            return None
        if _KNOWN.match(line):
            return self._cause(
                "indentation",
                len(line) - len(line.lstrip()),
                "this line is indented as if it belonged to the text above it",
                "give it the same indent as the other keys of its note",
            )
        return self._without_bar(colon.start())

    def _without_bar(self, column: int) -> Cause:
        number, start = self.text
        first = self.lines[number]
        below = []
        for line in self.lines[number + 1 : self.end]:
            if line.strip() and len(line) - len(line.lstrip(" ")) <= self.owner:
                break
            below.append(line)
        indent = min((len(line) - len(line.lstrip(" ")) for line in below if line.strip()), default=0)
        deeper = "  " if first.rstrip().endswith((":", "{", "(", "[")) else ""
        shown = [f"  {first[start:]}", *(f"  {deeper}{line[indent:]}".rstrip() for line in below)]
        if len(shown) > 5:
            shown[4:] = ["  …"]
        return self._cause(
            "code-without-bar",
            column,
            "YAML cannot read this text of several lines",
            "\n".join(
                [
                    "end the line of the key with | and write the text below it:",
                    first[:start].lstrip() + "|",
                    *shown,
                ]
            ),
        )

    def _without_key(self, line: str, column: int) -> Cause:
        if _NO_TEXT.match(line, column):
            return self._leading(line, column)
        hint = "a key ends in a colon and a space; a text that goes on is indented further than its key"
        key = _NEARLY_KEY.match(line, column)
        if key and len(line) <= LONGEST:
            hint = f"a key ends in a colon and a space: {key[1]}: {key[2].strip()}".rstrip()
        return self._cause("missing-colon", column, "there is no key on this line", hint)

    def _value(self, line: str, column: int, is_text: bool) -> Cause | None:
        """The text behind a key or a dash."""
        value = line[column:]
        self.text = (self.number, column)
        self.open = False
        self.nests = not value.strip() or value.startswith("#")
        if self.nests:
            return None
        if _BLOCK.match(value):
            self._skip_block()
            return None
        if value[0] in "\"'":
            return self._quoted(line, column)
        if value[0] in "[{":
            return self._bracketed(line, column)
        if value.startswith("```") and self._goes_on():
            return self._without_bar(column)
        if _NO_TEXT.match(value):
            return self._leading(line, column)
        colon = _COLON.search(_COMMENT.sub("", value))
        self.open = True
        if colon is None:
            return None
        if self._goes_on():
            return self._without_bar(column + colon.start())
        # `- 1981: Coup: 2` is a text from its dash on, `answer: a: b` from its key on.
        text = len(line) - len(line.lstrip(" -")) if is_text else column
        return self._cause(
            "colon-in-text",
            column + colon.start(),
            "a colon and a space end the text here",
            in_quotes(line, text),
        )

    def _goes_on(self) -> bool:
        """Whether the next line belongs to the text of this one."""
        after = self.lines[self.number + 1] if self.number + 1 < self.end else ""
        return bool(after.strip()) and len(after) - len(after.lstrip(" ")) > self.owner and not _KNOWN.match(after)

    def _skip_block(self) -> None:
        inner = -1
        for number in range(self.number + 1, self.end):
            line = self.lines[number]
            indent = len(line) - len(line.lstrip(" "))
            if line.strip():
                inner = indent if inner < 0 else inner
                if indent <= self.owner or indent < inner:
                    return
            self.number = number

    def _leading(self, line: str, column: int) -> Cause:
        return self._cause(
            "leading-character",
            column,
            f"a text cannot begin with {line[column]} unless it is in quotes",
            in_quotes(line, column),
        )

    def _quoted(self, line: str, column: int) -> Cause | None:
        mark = line[column]
        closed = _DOUBLE if mark == '"' else _SINGLE
        below = line
        found = closed.match(line, column)
        if found is None:
            below = "\n".join(self.lines[self.number : min(self.end, self.number + _LONGEST_QUOTE)])
            found = closed.match(below, column)
        inner = found[0] if found else line[column:]
        swallowed = any(map(_KNOWN.match, inner.split("\n")[1:]))
        if mark == '"' and not swallowed:
            escape = next((bad for bad in _BAD_ESCAPE.finditer(inner) if bad["bad"]), None)
            if escape:
                return self._bad_escape(line, column, inner, escape.start())
        if found is None or swallowed:
            return self._cause("unclosed-quote", column, f"this {mark} is not closed", self._closing_hint(line, column))
        rest = below[found.end() :].split("\n")[0]
        self.number += inner.count("\n")
        if rest.strip() and not rest.lstrip().startswith("#"):
            at = len(self.lines[self.number]) - len(rest.lstrip())
            whole = in_quotes(line, column) if "\n" not in inner else "put the whole text in the other kind of quotes"
            return self._cause("leading-character", at, "the text goes on after its closing quote", whole)
        return None

    def _closing_hint(self, line: str, column: int) -> str:
        mark, text = line[column], line[column + 1 :].rstrip()
        if len(line) > LONGEST:
            return f"close it with {mark}"
        lead = line[:column].lstrip()
        return f"close it: {lead}{mark}{text}{mark}, or, where it belongs to the text: {lead}{quoted(mark + text)}"

    def _bad_escape(self, line: str, column: int, inner: str, at: int) -> Cause:
        before = inner[:at]
        number = self.number + before.count("\n")
        place = column + at if "\n" not in before else at - before.rfind("\n") - 1
        hint = "in single quotes a backslash is a backslash"
        if len(line) <= LONGEST and "\n" not in inner:
            text = inner.strip('"').replace("'", "''")
            hint += f": {line[:column].lstrip()}'{text}'"
        return Cause(
            "bad-escape",
            number,
            place,
            "a backslash in double quotes begins an escape, and this is none",
            hint,
        )

    def _bracketed(self, line: str, column: int) -> Cause | None:
        place = self._closed(column)
        if place is None:
            closer = {"[": "]", "{": "}"}[line[column]]
            hint = f"close it: {line.strip()}{closer}" if len(line) <= LONGEST else f"close it with {closer}"
            return self._cause("unclosed-bracket", column, f"this {line[column]} is not closed", hint)
        self.number, after = place
        rest = self.lines[self.number][after:].strip()
        if rest and not rest.startswith("#"):
            return self._leading(line, column) if self.lines[self.number] == line else None
        return None

    def _closed(self, column: int) -> tuple[int, int] | None:
        """Where the bracket at a column of this line is closed: behind which character of which line."""
        depth = 0
        for number in range(self.number, self.end):
            line = self.lines[number]
            at = column if number == self.number else 0
            for found in _FLOW.finditer(line, at):
                if found[0][0] == "#":
                    break
                depth += (found[0][-1] in "[{") - (found[0][-1] in "]}")
                if depth == 0:
                    return number, found.end()
        return None
