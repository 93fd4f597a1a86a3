"""Opening: screens of passages whose documents may take long to read. They are read beside the screen, and told of."""

from functools import partial

from textual.worker import get_current_worker

from quizzer.collection.reading import PassageView
from quizzer.tui.screens.reading import ReadingScreen
from quizzer.tui.widgets.bar import Bar
from quizzer.tui.widgets.drawing import line
from quizzer.tui.widgets.lines import Pane


class _Left(Exception):
    """The person has left; the rest of a document need not be read."""


class OpeningScreen(ReadingScreen):
    """Passages, some of whose documents are still to be read."""

    def __init__(self, passages: list[PassageView]) -> None:
        super().__init__()
        self.passages = passages

    def on_mount(self) -> None:
        """Draw what is known, and read the rest."""
        super().on_mount()
        if any(passage.opens for passage in self.passages):
            self._tell("opening the document …")
            self.run_worker(self._open, thread=True)

    def opened(self) -> None:
        """Draw what was read."""
        super().on_mount()

    def _open(self) -> None:
        worker = get_current_worker()

        def told(done: int, of: int) -> None:
            if worker.is_cancelled:
                raise _Left
            if of > 1:
                self.app.call_from_thread(self._tell, f"reading part {done} of {of} …")

        try:
            for at, passage in enumerate(self.passages):
                read = passage.opens(told) if passage.opens else None
                if read is not None and not worker.is_cancelled:
                    self.app.call_from_thread(partial(self._put, at, read))
        except _Left:
            return

    def _put(self, at: int, passage: PassageView) -> None:
        self.passages[at] = passage
        if self.is_attached:
            self.opened()

    def _tell(self, words: str) -> None:
        if self.is_attached:
            left, _ = self.heading()
            self.query_one(Bar).show(line((left, ".title")), line((words, ".muted")))
            self.query_one(Pane).show(self.rows, keep_place=True)
