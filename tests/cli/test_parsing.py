"""Words of a command line: which command is meant, wherever the global options stand."""

import pytest

from quizzer.cli.main import COMMANDS
from quizzer.cli.parsing import Parser, Words, take_apart

CASES = [
    ([], Words([], "", [])),
    (["due"], Words([], "due", [])),
    (["due", "--json"], Words([], "due", ["--json"])),
    (["--home", "h", "due"], Words(["--home=h"], "due", [])),
    (["--home=h", "due"], Words(["--home=h"], "due", [])),
    (["--decks", "a", "b", "due", "c"], Words(["--decks=a", "--decks=b"], "due", ["c"])),
    (["--decks", "due", "due"], Words(["--decks=due"], "due", [])),
    (["--decks", "a", "--home", "h", "study"], Words(["--decks=a", "--home=h"], "study", [])),
    (["--decks", "a", "b.yaml"], Words(["--decks=a", "--decks=b.yaml"], "", [])),
    (["--decks"], Words(["--decks"], "", [])),
    (["--home"], Words(["--home"], "", [])),
    (["--plain"], Words(["--plain"], "", [])),
    (["x.yaml", "--plain"], Words([], "x.yaml", ["--plain"])),
]


@pytest.mark.parametrize(("argv", "words"), CASES, ids=lambda value: " ".join(value) if isinstance(value, list) else "")
def test_global_options_may_stand_in_front(argv: list[str], words: Words) -> None:
    assert take_apart(argv, COMMANDS) == words


def test_what_stood_in_front_does_not_swallow_what_follows() -> None:
    parser = Parser("quizzer study", "")
    parser.add_argument("deck", nargs="*")
    parser.add_everywhere()
    args = parser.parse_args(["--decks=a", "--decks=b", "capitals"])
    assert (args.decks, args.deck) == (["a", "b"], ["capitals"])


def test_global_options_may_stand_behind() -> None:
    parser = Parser("quizzer study", "")
    parser.add_argument("deck", nargs="*")
    parser.add_everywhere()
    args = parser.parse_args(["capitals", "--decks", "a", "b", "--home", "h"])
    assert (args.deck, args.decks, args.home) == (["capitals"], ["a", "b"], "h")
