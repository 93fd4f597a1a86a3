"""Entry: the line that an answer is typed on."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from quizzer.core.text import one_line

LONGEST = 2_000
"""Characters; longer than any answer that a person types."""


class Field(Input):
    """An input that takes in only what may be shown."""

    def insert_text_at_cursor(self, text: str) -> None:
        """Insert typed or pasted text, made safe."""
        super().insert_text_at_cursor(text if text.isprintable() and text.isascii() else one_line(text) or " ")


class Entry(Horizontal):
    """A prompt sign and a field."""

    class Submitted(Message):
        """The person pressed Enter in the field."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def compose(self) -> ComposeResult:
        """The sign, the field, and a unit after it."""
        yield Static(Content("›"), id="sign", markup=False)
        yield Field(id="field", compact=True, select_on_focus=False, max_length=LONGEST)

    @property
    def field(self) -> Field:
        """The field."""
        return self.query_one(Field)

    def open(self) -> None:
        """Show an empty field and put the cursor there."""
        self.display = True
        self.field.disabled = False
        self.field.value = ""
        self.enter()

    def enter(self) -> None:
        """Put the cursor into the field, at once: what is drawn next must know it."""
        self.screen.set_focus(self.field)

    def close(self) -> None:
        """Leave the text in view and take the cursor away."""
        self.screen.set_focus(None)
        self.field.disabled = True

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Tell what was typed."""
        event.stop()
        self.post_message(self.Submitted(event.value))
