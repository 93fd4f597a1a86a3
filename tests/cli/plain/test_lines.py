"""A conversation: clean lines out at once, one line in."""

import io

import pytest

from quizzer.cli.plain.lines import LONGEST_LINE, EndOfInput, Lines


class Sink(io.StringIO):
    """Counts how often it was flushed."""

    flushed = 0

    def flush(self) -> None:
        self.flushed += 1


def test_what_is_said_is_clean_and_seen_at_once() -> None:
    sink = Sink()
    lines = Lines(io.StringIO(), sink)
    lines.say("one\x1b[2J")
    lines.say("two\nthree")
    assert sink.getvalue() == "one�[2J\ntwo\nthree\n"
    assert sink.flushed == 2


def test_what_is_heard_is_one_clean_line_until_there_is_none() -> None:
    lines = Lines(io.StringIO("  Paris \n\nx\x1b[2J\n" + "a" * (LONGEST_LINE + 5) + "\nlast"), io.StringIO())
    assert [lines.hear(), lines.hear(), lines.hear()] == ["Paris", "", "x�[2J"]
    assert len(lines.hear()) == LONGEST_LINE
    assert lines.hear() == "last"
    with pytest.raises(EndOfInput):
        lines.hear()
