"""Writes README's table of keys from the one table: `python -m tests.key_table`."""

import re
from pathlib import Path

from quizzer.tui.keys import KEYS

README = Path(__file__).parent.parent / "README.md"
MARK = "<!-- keys -->\n"


def table() -> str:
    """All keys as a Markdown table."""
    lines = ["| screen | key | does |", "|---|---|---|"]
    lines += [f"| {key.where} | {_quoted(key.shown)} | {key.help} |" for key in KEYS]
    return "\n".join(lines) + "\n"


def _quoted(shown: str) -> str:
    return " ".join(word if word == "…" else f"`{word}`" for word in shown.split())


def main() -> None:
    before, after = README.read_text("utf-8").split(MARK)
    README.write_text(before + MARK + table() + re.sub(r"\A(\|.*\n)+", "", after), "utf-8")


if __name__ == "__main__":
    main()
