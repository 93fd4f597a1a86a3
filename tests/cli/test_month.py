"""A month of study by script gives the same reviews, dates and states each time."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.running import KINDS, Quizzer

START = datetime.fromisoformat("2026-10-12T07:30:00+02:00")
DECK = KINDS + "".join(
    f"  - {{id: n{number}, question: Number {number}?, answer: '{number}'}}\n" for number in range(30)
)


def studied(quizzer: Quizzer, home: Path) -> tuple[str, str, str]:
    """The log, the cards and what was said in a month with pauses, good days and bad ones."""
    said = []
    for day in range(30):
        if day % 9 == 7:
            continue
        answers = "".join(f"\n{rating}\n" for rating in (3, 1, 4, "", 2, 3, 3)[day % 5 :] * 4)
        now = (START + timedelta(days=day, minutes=17 * day)).isoformat()
        said.append(quizzer("--home", str(home), "study", "--plain", typed=answers, now=now).out)
        if day % 11 == 3:
            said.append(quizzer("--home", str(home), "study", "--plain", typed="\n1\n:u\n:-\n", now=now).out)
    end = (START + timedelta(days=31)).isoformat()
    log, cards = (quizzer("--home", str(home), name, "--json", now=end).out for name in ("log", "cards"))
    return log, cards, "".join(said)


@pytest.mark.parametrize("how", ["the cache kept", "the cache deleted"])
def test_a_month_twice_is_the_same_month(quizzer: Quizzer, tmp_path: Path, how: str) -> None:
    quizzer.deck(DECK)
    log, cards, said = first = studied(quizzer, tmp_path / "first")
    assert log.count('"reviewed"') > 200
    assert '"state": "review"' in cards
    assert "comes back" in said
    if how == "the cache kept":
        assert studied(quizzer, tmp_path / "second") == first
    else:
        for file in (tmp_path / "first" / "cache").iterdir():
            file.unlink()
        end = (START + timedelta(days=31)).isoformat()
        assert quizzer("--home", str(tmp_path / "first"), "cards", "--json", now=end).out == cards
