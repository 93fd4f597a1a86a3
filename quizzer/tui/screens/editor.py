"""The person's own editor, in place of the screens while it is open."""

from textual.app import App, SuspendNotSupported

from quizzer.collection.own_editor import NONE_KNOWN, editor_words, run_editor


def open_editor(app: App[None], command: str, path: str, line: int) -> str:
    """Open a file at a line, and wait until the editor is closed; why it could not be, or nothing.

    Args:
        app: steps aside meanwhile.
        command: of `config.yaml`; empty: $VISUAL, then $EDITOR.
        path: of the file.
        line: from 1.
    """
    if not editor_words(command):
        return NONE_KNOWN
    try:
        with app.suspend():
            return run_editor(command, path, line)
    except SuspendNotSupported:
        return "This terminal cannot step aside for an editor."
