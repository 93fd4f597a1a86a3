"""From the bytes of a deck file to text that YAML can read; what stands in the way becomes a problem.

Every stand-in is one character for one, so that lines and columns stay those of the file.
"""

import re

from quizzer.formats.findings import Findings

MAX_BYTES = 64_000_000
"""The largest file that is read."""

_BOMS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_REPORTED = 20
"""Control characters that are reported one by one."""


def decode(data: bytes, findings: Findings) -> bool:
    """Whether the file is text that can be read; it is then in `findings.text`, its line ends `\\n`."""
    if len(data) > MAX_BYTES:
        message = f"the file has {len(data):,} bytes; {MAX_BYTES:,} is the most"
        findings.add("too-large", 0, 0, message, "divide it into several decks")
        return False
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        findings.text = data.decode()
    except UnicodeDecodeError as error:
        _not_utf8(data, error.start, findings)
        return False
    if _is_full_of_nul(data):
        _not_utf8(data, 0, findings)
        return False
    if b"\r" in data:
        findings.text = findings.text.replace("\r\n", "\n").replace("\r", "\n")
    if not data.isascii():
        # YAML takes these for line ends, which editors do not.
        for mark in ("\x85", "\u2028", "\u2029"):
            findings.text = findings.text.replace(mark, " ")
        if "\ufeff" in findings.text:  # let through by the parser in Python, refused by libyaml
            replace_controls(findings)
    return True


def replace_controls(findings: Findings) -> bool:
    """Whether the text held control characters, which YAML refuses; they are reported and replaced by �."""
    text = findings.text
    found = list(_CONTROL.finditer(text))
    findings.text = _CONTROL.sub("\ufffd", text)
    line = start = 0
    for number, control in enumerate(found):
        line += text.count("\n", start, control.start())
        start = control.start()
        column = start - text.rfind("\n", 0, start) - 1
        if number == _REPORTED:
            rest = len(found) - _REPORTED
            findings.add("control-character", line, column, f"here and below are {rest} more control characters")
            break
        message = f"here is a control character, U+{ord(control[0]):04X}; it is shown as �"
        findings.add("control-character", line, column, message, "delete it, and type what was meant")
    return bool(found)


def _is_full_of_nul(data: bytes) -> bool:
    return data.count(0) > len(data) // 4


def _not_utf8(data: bytes, at: int, findings: Findings) -> None:
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), "")
    if not encoding and _is_full_of_nul(data):
        encoding = "UTF-16" if data.count(0) * 5 < len(data) * 3 else "UTF-32"
    # As Latin-1 every byte is a character, which serves to show where it is.
    findings.text = data.decode("latin-1").replace("\r\n", "\n").replace("\r", "\n") if not encoding else ""
    line = data.count(b"\n", 0, at)
    column = at - data.rfind(b"\n", 0, at) - 1
    encoding = encoding or "Latin-1 (or Windows-1252)"
    name = encoding.split()[0].replace("Latin-1", "WINDOWS-1252")
    findings.add(
        "not-utf8",
        line,
        column,
        f"the file is not UTF-8 text; it looks like {encoding}",
        f"save it as UTF-8 in your editor, or convert it: iconv -f {name} -t UTF-8 OLD.yaml > NEW.yaml",
    )
