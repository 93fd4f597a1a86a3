"""What your shell needs to complete quizzer's commands and options: put it where that shell looks for such files.

bash: ~/.local/share/bash-completion/completions/quizzer; zsh: a file _quizzer in a folder of $fpath;
fish: ~/.config/fish/completions/quizzer.fish. The man page goes to ~/.local/share/man/man1/quizzer.1.
"""

import os
import sys
from argparse import ArgumentParser, Namespace

from quizzer.collection.settings import Settings

FILES = {"bash": "quizzer.bash", "zsh": "_quizzer", "fish": "quizzer.fish", "man": "quizzer.1"}


def configure(parser: ArgumentParser) -> None:
    """Add the name of the shell."""
    parser.add_argument("shell", choices=tuple(FILES), help="the shell, or `man` for the man page")


def run(args: Namespace, settings: Settings) -> int:
    """Print the file."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "shell", FILES[args.shell])  # noqa: PTH100, PTH118, PTH120
    with open(path, encoding="utf-8") as file:  # noqa: PTH123
        sys.stdout.write(file.read())
    return 0
