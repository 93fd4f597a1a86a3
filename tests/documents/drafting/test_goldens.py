"""Whole texts and what is drafted from them, as read and judged by a person.

`python -m tests.documents.drafting.test_goldens` writes the golden files anew, to be read in the diff.
"""

from pathlib import Path

import pytest

from tests.documents.drafting.drafted import drafts_of, line

TEXTS = Path(__file__).parent.parent / "drafts"
NAMES = ("technical.md", "lecture.md", "history.txt", "deutsch.txt", "company.txt", "biography.md")
SEEDS = Path(__file__).parents[3].parent / "shared" / "seeds"


def golden(name: str) -> str:
    path = TEXTS / name
    found = drafts_of(path.read_text("utf-8"), path.suffix)
    return "".join(f"{one.usefulness:.2f} {line(one)}\n" for one in found)


@pytest.mark.parametrize("name", NAMES)
def test_a_text_gives_the_drafts_that_were_read_and_judged(name: str) -> None:
    assert golden(name) == (TEXTS / f"{name}.golden").read_text("utf-8")


def test_the_first_document_gives_a_good_list() -> None:
    """What was judged good of it: at least fourteen answers worth keeping, in a list that is not much longer."""
    found = next(iter(sorted(SEEDS.glob("000_*.txt"))), None)
    if found is None:
        pytest.skip("the document is not here")
    drafted = [line(one) for one in drafts_of(found.read_text("utf-8"))]
    answers = [one.rsplit(" = ", 1)[1] for one in drafted]
    kept = {"1981", "November 2007", "1 October 2015", "Mahmoud Ahmadinejad", "Isa Qassim", "Barbara Leaf"}
    kept |= {"Risali Movement", "Al Khalifa", "Supreme Leader of Bahrain", "Hamad bin Isa Al Khalifa", "3 days"}
    kept |= {"Islamic Front for the Liberation of Bahrain", "serve foreign interests"}
    kept |= {"Mohammad Taqi al-Modarresi", "Hujjat al-Islam Hādī al-Mudarrisī"}
    assert len(kept & set(answers)) >= 14
    assert len(drafted) <= 18
    assert not [one for one in drafted if " [ … ] = " in one or "Through his" in one or "demagogic" in one]


if __name__ == "__main__":
    for each in NAMES:
        (TEXTS / f"{each}.golden").write_text(golden(each), "utf-8")
