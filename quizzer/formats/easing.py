"""Lines of a note as people type them who do not think of YAML: a text gets the quotes without which it would break."""

import re

from quizzer.formats.yaml_text import begins, goes_on, one_line

_TEXT = re.compile(r"(?:question|statement|cloze|answer|explanation|hint|comment): +(?=\S)")
_ITEM = re.compile(r" *- +(?=\S)(?!(?:text|because):(?: |$))")
_BAR = re.compile(r"( *)(?:- +)?(?:\w+: +)?[|>][-+\d]*\s*")
_QUOTED = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?:\s+#.*)?""")


def eased(text: str) -> str:
    r"""The lines of a note, with quotes around texts on one line that YAML would take apart.

    What stands in quotes, on several lines, or in brackets where a list may be, stays as it is.

    >>> print(eased("question: Why: so?\ncloze: {{Paris}} it is\nanswer: fine\nwrong: [a, b]"))
    question: "Why: so?"
    cloze: "{{Paris}} it is"
    answer: fine
    wrong: [a, b]
    """
    lines, bar = text.split("\n"), -1
    made = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        indent = len(line) - len(line.lstrip(" "))
        if line.strip() and indent <= bar:
            bar = -1
        if bar < 0 and (found := _BAR.fullmatch(line)):
            bar = len(found[1])
        elif bar < 0 and not _goes_on_below(following, indent):
            line = _eased(line)
        made.append(line)
    return "\n".join(made)


def _eased(line: str) -> str:
    found = _TEXT.match(line) or _ITEM.match(line)
    if found is None:
        return line
    value = line[found.end() :].rstrip()
    may_be_list = value[0] in "[{" and found.re is _ITEM
    if may_be_list or _QUOTED.fullmatch(value) or (begins(value) and goes_on(value)):
        return line
    return found[0] + one_line(value)


def _goes_on_below(line: str, indent: int) -> bool:
    """Whether a line belongs to the value of the one above, which stands that far in."""
    return len(line) - len(line.lstrip(" ")) > indent and bool(line.strip()) and not _ITEM.match(line)
