"""scores: words, JSON, CSV."""

import csv
import io
import json
import re
from pathlib import Path

from quizzer.collection.score_report import COLUMNS
from quizzer.store.log import Log
from tests.cli.running import Quizzer
from tests.collection.learners import forgotten

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
HEAD = "deck cards unseen if asked now likely remembered tested target answers time"


def studied(quizzer: Quizzer) -> None:
    """Two cards answered, three days apart."""
    quizzer.kinds()
    quizzer("study", "--plain", "--limit", "2", typed="\n3\n\n3\n", now="2026-11-18T08:00:00+01:00")
    quizzer("study", "--plain", "--limit", "2", typed="\n3\n\n1\n", now="2026-11-18T08:30:00+01:00")
    quizzer("study", "--plain", "--limit", "2", typed="\n3\n\n1\n", now="2026-11-22T08:00:00+01:00")


def test_before_the_first_review_there_are_guesses(quizzer: Quizzer) -> None:
    quizzer.kinds()
    ran = quizzer("scores", "--json")
    found = json.loads(ran.out)
    assert (ran.code, ran.err) == (0, "")
    assert (found["cards"], found["unseen"], found["reviews"]) == (11, 11, 0)
    assert found["remembered"] is None
    assert 0 < found["low"] <= found["expected"] <= found["high"] < 1
    assert [deck["deck"] for deck in found["decks"]] == ["kinds"]


def test_scores_in_words(quizzer: Quizzer) -> None:
    studied(quizzer)
    lines = quizzer("scores").out.splitlines()
    assert " ".join(lines[0].split()) == HEAD
    assert lines[1].startswith("All decks")
    assert lines[2].startswith("All kinds")
    assert "  streak: 1 day; longest 1, 2 in all" in lines
    assert lines[-1].split()[:4] == ["1", "Study", "today’s", "11"]
    assert lines[-1].endswith("points  quizzer study")


def test_scores_as_json(quizzer: Quizzer) -> None:
    studied(quizzer)
    found = json.loads(quizzer("scores", "kinds", "--json", "--period", "all").out)
    (deck,) = found["decks"]
    assert list(found) == ["decks"]
    assert deck["reviews"] == deck["again"] + deck["hard"] + deck["good"] + deck["easy"] > 0
    assert deck["tested"] == deck["young_tested"] + deck["mature_tested"] > 0
    assert sum(week["reviews"] for week in deck["over_time"]) == deck["reviews"]
    assert deck["expected_on"] == "2026-11-23"


def test_what_to_expect_on_a_day(quizzer: Quizzer) -> None:
    studied(quizzer)
    (now,) = json.loads(quizzer("scores", "kinds", "--json").out)["decks"]
    (later,) = json.loads(quizzer("scores", "kinds", "--json", "--on", "2027-03-01").out)["decks"]
    assert later["expected"] < now["expected"]
    assert later["expected_on"] == "2027-03-01"
    ran = quizzer("scores", "--on", "soon")
    assert (ran.code, ran.err) == (2, "quizzer: --on wants a date such as 2027-01-15, not “soon”.\n")


def test_an_exam_is_told_of(quizzer: Quizzer) -> None:
    studied(quizzer)
    quizzer("options", "kinds", "exam=2026-12-24", "new_per_day=1")
    (deck,) = json.loads(quizzer("scores", "kinds", "--json").out)["decks"]
    exam = deck["exam"]
    assert exam["on"] == "2026-12-24"
    assert exam["low"] <= exam["expected"] <= exam["high"]
    (line,) = [line for line in quizzer("scores", "kinds").out.splitlines() if "exam" in line]
    assert line.startswith(f"  exam of All kinds on 2026-12-24: {exam['expected']:.0%} (")


def test_scores_as_csv(quizzer: Quizzer) -> None:
    studied(quizzer)
    quizzer.deck("title: '=SUM(A1)'\ncards:\n  - a = b\n", "other.yaml")
    rows = list(csv.DictReader(io.StringIO(quizzer("scores", "--csv").out)))
    assert [list(row) for row in rows] == [list(COLUMNS)] * 2
    assert [row["title"] for row in rows] == ["All kinds", "'=SUM(A1)"]
    assert rows[1]["remembered"] == ""


def test_a_tag_that_no_card_bears_is_refused(quizzer: Quizzer) -> None:
    quizzer.kinds()
    ran = quizzer("scores", "--tag", "rivers")
    assert ran.code == 2
    assert "rivers" in ran.err


def test_the_page_is_written_where_asked(quizzer: Quizzer, tmp_path: Path) -> None:
    studied(quizzer)
    ran = quizzer("scores", "kinds", "--html", str(tmp_path / "scores.html"))
    assert (ran.code, ran.out, ran.err) == (0, "", f"written: {tmp_path / 'scores.html'}\n")
    assert "<h1>All kinds</h1>" in (tmp_path / "scores.html").read_text("utf-8")


def test_a_page_that_cannot_be_written_is_refused(quizzer: Quizzer, tmp_path: Path) -> None:
    quizzer.kinds()
    ran = quizzer("scores", "--html", str(tmp_path / "decks"))
    assert ran.code == 1
    assert "could not be written" in ran.err
    quizzer.deck("title: Other\ncards:\n  - a = b\n", "other.yaml")
    assert quizzer("scores", "kinds", "other", "--html", "x.html").code == 2


def fields(value: object) -> set[str]:
    """All names of fields in a value, but not what is counted by day, by hour, by strength or by recall."""
    if isinstance(value, list):
        return set().union(*map(fields, value)) if value else set()
    if not isinstance(value, dict):
        return set()
    found = set(value)
    for key, inner in value.items():
        if key not in ("reviews_by_day", "reviews_by_hour", "stability", "recall_now"):
            found |= fields(inner)
    return found


def test_readme_tells_of_each_field_of_json(quizzer: Quizzer) -> None:
    """Of a person with a quiz, an exam, a leech and things to do, so that every field is there."""
    quizzer("where")  # makes the home
    with Log.open(str(quizzer.home / "progress.sqlite"), lambda count: bytes(range(count))) as log:
        log.append(list(forgotten("kinds/typed", "Rome", 9)), None)
    studied(quizzer)
    quizzer("quiz", "--seed", "1", "-n", "2", "--plain", typed="1\n1\n:submit\ny\n")
    quizzer("options", "kinds", "exam=2026-12-24")
    found = json.loads(quizzer("scores", "--json", "--period", "all").out)
    assert found["quizzes"]
    assert found["leeches_found"]
    assert found["decks"][0]["exam"]
    section = README.partition("### Scores as data")[2].partition("\n## ")[0]
    told = set(re.findall(r"`(\w+)`", section))
    assert told == fields(found)


def test_what_is_told_of_alone_is_told_in_full(quizzer: Quizzer) -> None:
    studied(quizzer)
    found = json.loads(quizzer("scores", "--json", "--period", "all").out)
    assert sum(found["reviews_by_day"].values()) == found["reviews"] == sum(found["reviews_by_hour"].values())
    assert sum(found["stability"].values()) == found["cards"] - found["unseen"] == sum(found["recall_now"].values())
    assert found["calibration"]["tested"] == found["tested"]
    assert found["calibration"]["bins"]
    assert [topic["topic"] for topic in found["topics"]] == ["All kinds"]
    assert found["next"][0]["kind"] == "study"
    assert found["quizzes"] == found["leeches_found"] == []
    (deck,) = json.loads(quizzer("scores", "kinds", "--json").out)["decks"]
    assert deck["calibration"]["rmse_bins"] >= 0
    assert "calibration" not in found["decks"][0]
