"""Writes README's tables of keys from the one table: `python -m tests.key_table`."""

from pathlib import Path

from quizzer.tui.keys import Where, keys_of

README = Path(__file__).parent.parent / "README.md"
BEGIN, END = "<!-- keys -->\n", "<!-- end of keys -->\n"
OPEN = (Where.HOME, Where.STUDY)
"""The screens whose keys a reader sees without unfolding anything."""


def table() -> str:
    """All keys as Markdown tables, one a screen."""
    return "\n".join(_screen(where) for where in sorted(Where, key=lambda where: where not in OPEN))


def _screen(where: Where) -> str:
    opening = "<details open>" if where in OPEN else "<details>"
    rows = [f"| {_quoted(key.shown)} | {key.help} |" for key in keys_of(where)]
    return "\n".join(
        [opening, f"<summary>{where}</summary>", "", "| key | does |", "|---|---|", *rows, "", "</details>", ""]
    )


def _quoted(shown: str) -> str:
    return " ".join(word if word == "…" else f"`{word}`" for word in shown.split())


def main() -> None:
    before, rest = README.read_text("utf-8").split(BEGIN)
    README.write_text(before + BEGIN + table() + END + rest.split(END)[1], "utf-8")


if __name__ == "__main__":
    main()
