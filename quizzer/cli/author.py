"""Write a deck on screen: from a document, whose drafts you accept, edit or reject, or note by note without one."""

import os
from argparse import ArgumentParser, Namespace

from quizzer.cli.printing import Bar
from quizzer.cli.study import require_terminal
from quizzer.collection.finding import ENDINGS
from quizzer.collection.settings import Settings
from quizzer.core.text import one_line
from quizzer.errors import DocumentUnreadable


def configure(parser: ArgumentParser) -> None:
    """Add what to write."""
    parser.add_argument(
        "file", metavar="FILE", help="a document (pdf, epub, docx, md, txt, html), or a deck, which need not be there"
    )
    parser.add_argument("--encoding", default="", metavar="E", help="of a text; else UTF-8, or UTF-16 with its mark")


def run(args: Namespace, settings: Settings) -> int:
    """Open the authoring screen over home until the person leaves."""
    is_deck = args.file.lower().endswith(ENDINGS)
    if not is_deck and not os.path.exists(args.file):  # noqa: PTH110
        raise DocumentUnreadable(f"{one_line(args.file)} cannot be read: there is no such file.")
    require_terminal("`quizzer draft` makes a deck without screens")
    from quizzer.tui.app import Start, run_app

    return run_app(settings, start=Start(document=args.file, encoding=args.encoding), tell=Bar())
