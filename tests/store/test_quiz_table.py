"""Which quizzes there are, and what they are made of."""

from quizzer.store.cache import MEMORY, Cache
from quizzer.store.quiz_table import QuizTable


def test_quizzes_are_open_until_they_are_over_and_gone_when_taken_back() -> None:
    cache = Cache.open(MEMORY, "test")
    table = QuizTable(cache.connection)
    for id, quiz, kind, at in (
        ("a", "a", "quiz_started", 1),
        ("a1", "a", "quiz_answered", 2),
        ("a1", "a", "quiz_answered", 2),
        ("b", "b", "quiz_started", 3),
        ("a2", "a", "quiz_finished", 4),
        ("c", "c", "quiz_started", 5),
        ("c1", "c", "quiz_discarded", 6),
    ):
        table.put(id, quiz, kind, at)
    assert table.events("a") == ["a", "a1", "a2"]
    assert table.started() == ["c", "b", "a"]
    assert table.open() == ["b"]
    assert table.finished(before=9) == ["a"]
    assert table.finished(before=4) == []
    cache.put_voided(["a2", "c"])
    assert table.open() == ["b", "a"]
    assert table.finished(before=9) == []
    cache.forget_log()
    assert table.started() == []
    cache.close()
