"""One colon makes a command, two a colon."""

import pytest

from quizzer.cli.plain.commands import HELP, Heard, help_lines, understand, unknown


@pytest.mark.parametrize(
    ("line", "heard"),
    [
        ("", Heard("")),
        ("Paris", Heard("Paris")),
        (":q", Heard("", "q")),
        (": u", Heard("", "u")),
        (":", Heard("", "?")),
        ("::", Heard(":")),
        ("::q", Heard(":q")),
        ("a:b", Heard("a:b")),
        (":smile", Heard("", "smile")),
    ],
)
def test_a_line_is_a_command_or_a_text(line: str, heard: Heard) -> None:
    assert understand(line) == heard


def test_help_names_every_command() -> None:
    said = "\n".join(help_lines())
    assert all(f":{letter} " in said for letter in HELP)


def test_a_command_that_is_none_is_told_so() -> None:
    assert "no command :smile" in unknown("smile")
