"""The person's own editor, in place of the screens while it is open."""

import os
import shlex
import subprocess

from textual.app import App, SuspendNotSupported

from quizzer.core.text import one_line

_JUMPS = ("vi", "vim", "nvim", "nano", "emacs", "emacsclient", "kak", "micro", "joe", "ne", "mg", "jed")
"""Editors that take `+LINE` before the file."""


def open_editor(app: App[None], command: str, path: str, line: int) -> str:
    """Open a file at a line, and wait until the editor is closed; why it could not be, or nothing.

    Args:
        app: steps aside meanwhile.
        command: of `config.yaml`; empty: $VISUAL, then $EDITOR.
        path: of the file.
        line: from 1.
    """
    words = editor_words(command)
    if not words:
        return "No editor is known: set one with `quizzer options editor=nano`, or $EDITOR."
    name = os.path.basename(words[0])  # noqa: PTH119
    if name in _JUMPS:
        words.append(f"+{line}")
    elif name in ("hx", "helix", "subl", "zed"):
        path = f"{path}:{line}"
    elif name in ("code", "codium"):
        words += ["--wait", "--goto"]
        path = f"{path}:{line}"
    try:
        with app.suspend():
            code = subprocess.run([*words, path], check=False).returncode
    except SuspendNotSupported:
        return "This terminal cannot step aside for an editor."
    except OSError as error:
        return f"{one_line(words[0])} cannot be started: {error.strerror or error}."
    return f"{one_line(words[0])} ended with code {code}." if code else ""


def editor_words(command: str) -> list[str]:
    """The editor and its arguments; nothing where none is set."""
    return _words(command or os.environ.get("VISUAL", "") or os.environ.get("EDITOR", ""))


def _words(command: str) -> list[str]:
    try:
        return shlex.split(command)
    except ValueError:
        return [command]
