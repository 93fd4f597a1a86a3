"""The person's own editor: which one it is, how it is told the line, and what came of it."""

import os
import shlex
import subprocess

from quizzer.core.text import one_line

NONE_KNOWN = "No editor is known: set one with `quizzer options editor=nano`, or $EDITOR."

_JUMPS = ("vi", "vim", "nvim", "nano", "emacs", "emacsclient", "kak", "micro", "joe", "ne", "mg", "jed")
"""Editors that take `+LINE` before the file."""


def editor_words(command: str) -> list[str]:
    """The editor and its arguments, by `config.yaml`, else $VISUAL, else $EDITOR; nothing where none is set."""
    command = command or os.environ.get("VISUAL", "") or os.environ.get("EDITOR", "")
    try:
        return shlex.split(command)
    except ValueError:
        return [command]


def run_editor(command: str, path: str, line: int) -> str:
    """Open a file at a line, and wait until the editor is closed; why it could not be, or nothing.

    Args:
        command: of `config.yaml`; empty: $VISUAL, then $EDITOR.
        path: of the file.
        line: from 1.
    """
    words = editor_words(command)
    if not words:
        return NONE_KNOWN
    name = os.path.basename(words[0])
    if name in _JUMPS:
        words.append(f"+{line}")
    elif name in ("hx", "helix", "subl", "zed"):
        path = f"{path}:{line}"
    elif name in ("code", "codium"):
        words += ["--wait", "--goto"]
        path = f"{path}:{line}"
    try:
        code = subprocess.run([*words, path], check=False).returncode
    except OSError as error:
        return f"{one_line(words[0])} cannot be started: {error.strerror or error}."
    return f"{one_line(words[0])} ended with code {code}." if code else ""
