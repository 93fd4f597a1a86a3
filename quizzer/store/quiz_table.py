"""The cache's list of the events that quizzes are made of; the events themselves rest in the log."""

import sqlite3

_STANDS = "id NOT IN (SELECT id FROM voided)"
_OVER = f"SELECT quiz FROM quiz_events WHERE kind IN ('quiz_finished', 'quiz_discarded') AND {_STANDS}"

EVER = 1 << 62
"""An instant after all others."""


class QuizTable:
    """The quizzes of a cache's connection; what was taken back is not among them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def put(self, id: str, quiz: str, kind: str, at: int) -> None:
        """Remember that an event belongs to a quiz."""
        self._connection.execute("INSERT OR IGNORE INTO quiz_events VALUES (?, ?, ?, ?)", (id, quiz, kind, at))

    def events(self, quiz: str) -> list[str]:
        """The ids of a quiz's events."""
        return self._ids(f"SELECT id FROM quiz_events WHERE quiz = ? AND {_STANDS} ORDER BY at, id", quiz)

    def started(self) -> list[str]:
        """The quizzes that were begun, whatever became of them, newest first."""
        return self._ids(f"SELECT id FROM quiz_events WHERE kind = 'quiz_started' AND {_STANDS} ORDER BY at DESC, id")

    def open(self) -> list[str]:
        """The quizzes that can still be answered, newest first."""
        over = set(self._ids(_OVER))
        return [quiz for quiz in self.started() if quiz not in over]

    def finished(self, before: int = EVER) -> list[str]:
        """The quizzes that were finished before an instant (UTC milliseconds), newest first."""
        query = (
            f"SELECT quiz FROM quiz_events WHERE kind = 'quiz_finished' AND at < ? AND {_STANDS} ORDER BY at DESC, id"
        )
        return self._ids(query, before)

    def _ids(self, query: str, *values: str | int) -> list[str]:
        return [id for (id,) in self._connection.execute(query, values).fetchall()]
