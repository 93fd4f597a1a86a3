"""The words of a command line: which command is meant, and parsers that are made only for that one.

The global options (`--home`, `--decks`) may stand before or after the command.
"""

import argparse
import sys
from collections.abc import Collection, Sequence
from typing import NamedTuple, NoReturn

from quizzer.cli.printing import columns
from quizzer.core.text import one_line, quoted

WIDEST_HELP = 100

# argparse has its own words translated, for which each parser would look in a dozen places; Python brings no
# translation along, and sentences half in another language would help nobody.
vars(argparse)["_"] = str


class Help(argparse.RawDescriptionHelpFormatter):
    """Help that keeps its line breaks. Told its width, it never has to import shutil to learn it."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=26, width=min(WIDEST_HELP, columns() - 2))


class Parser(argparse.ArgumentParser):
    """A parser of one command, with the global options; errors are one sentence, exit code 2."""

    def __init__(self, prog: str, description: str, epilog: str = "") -> None:
        super().__init__(
            prog=prog, description=description, epilog=epilog, formatter_class=Help, allow_abbrev=False, add_help=False
        )

    def add_everywhere(self) -> None:
        """Add the global options, after the command's own."""
        everywhere = self.add_argument_group("everywhere")
        everywhere.add_argument(
            "--home", default="", metavar="DIR", help="keep progress, settings and cache here (QUIZZER_HOME)"
        )
        everywhere.add_argument(
            "--decks",
            metavar="PATH",
            nargs="+",
            action="extend",
            default=[],
            help="use only the decks in these folders and files (QUIZZER_DECKS)",
        )
        everywhere.add_argument("--version", action=_Version, nargs=0, help="print quizzer's version")
        everywhere.add_argument("-h", "--help", action="help", help="print this help")

    def error(self, message: str) -> NoReturn:
        """Leave with one sentence that says where help is."""
        self.exit(2, one_line(f"{self.prog}: {message}; see {self.prog} --help") + "\n")


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        sys.stdout.write(f"quizzer {version('quizzer-tui')}\n")
        parser.exit()


class Words(NamedTuple):
    """A command line, taken apart."""

    before: list[str]
    """The options in front of the command, each in one word (`--home=DIR`)."""
    command: str
    """The first word that is no option; empty if there is none."""
    after: list[str]


def take_apart(argv: Sequence[str], commands: Collection[str]) -> Words:
    """The command and what stands around it.

    In front of the command, `--decks` takes every word up to the next option or command.
    """
    before: list[str] = []
    at = 0
    while at < len(argv):
        word = argv[at]
        at += 1
        if word == "--home" and at < len(argv):
            before.append(f"--home={argv[at]}")
            at += 1
        elif word == "--decks":
            first = at
            while at < len(argv) and not argv[at].startswith("-") and (at == first or argv[at] not in commands):
                before.append(f"--decks={argv[at]}")
                at += 1
            if at == first:
                before.append(word)
        elif word.startswith("-"):
            before.append(word)
        else:
            return Words(before, word, list(argv[at:]))
    return Words(before, "", [])


def percent(text: str) -> float:
    """A share, 0–1, written as percent.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    try:
        found = float(text.removesuffix("%"))
    except ValueError:
        found = -1.0
    if not 0 <= found <= 100:
        raise argparse.ArgumentTypeError(f"wants percent, such as 70%, not {quoted(text)}")
    return found / 100
