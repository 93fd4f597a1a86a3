"""The completions and the man page, made from the commands' own parsers.

`python -m tests.cli.shell_files` writes them anew; a test holds them to what the commands say.
"""

import argparse
from importlib import import_module
from pathlib import Path

import pytest
import shtab
from argparse_manpage.manpage import Manpage

from quizzer.cli.completion import FILES
from quizzer.cli.main import COMMANDS
from quizzer.cli.parsing import Parser

FOLDER = Path(__file__).parents[2] / "quizzer" / "cli" / "shell"
_FILE_WORDS = {"path", "file", "document", "output", "decks", "deck", "words"}
ABOUT = {"project_name": "quizzer", "manual_title": "quizzer", "description": "learn from documents in the terminal"}
PREAMBLE = "Learn from documents in the terminal. Without a command, quizzer opens home."


def whole_parser() -> argparse.ArgumentParser:
    """One parser with every command; the program itself makes only the one that is asked for."""
    parser = Parser("quizzer", PREAMBLE)
    commands = parser.add_subparsers(metavar="COMMAND", parser_class=Parser)
    for name, what in COMMANDS.items():
        module = import_module(f"quizzer.cli.{name}")
        # Added by hand: argparse would give each parser a help of its own, which ours add themselves.
        command = Parser(f"quizzer {name}", (module.__doc__ or "").strip())
        module.configure(command)
        command.add_everywhere()
        commands._name_parser_map[name] = command
        commands._choices_actions.append(commands._ChoicesPseudoAction(name, [], what))
    parser.add_everywhere()
    for one in (parser, *commands._name_parser_map.values()):
        for action in one._actions:
            if action.dest in _FILE_WORDS:
                action.complete = shtab.FILE  # type: ignore[attr-defined]
    return parser


def made(name: str) -> str:
    """The text of one of the files."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("COLUMNS", "100")
        parser = whole_parser()
        if name != "man":
            return _clean(shtab.complete(parser, name))
        page = Manpage(parser, format="pretty", _data=ABOUT)
        page.date = ""
        return _clean(str(page))


def _clean(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip().split("\n")) + "\n"


def _write() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, file in FILES.items():
        (FOLDER / file).write_text(made(name), "utf-8")


if __name__ == "__main__":
    _write()
