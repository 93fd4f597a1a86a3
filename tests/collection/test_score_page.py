"""The page of scores: whole, self-contained, safe, and drawn by a real browser."""

import os
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from quizzer.collection.score_page import write_page
from quizzer.collection.scores import Wanted
from quizzer.core.day import DAY_MS, date_of
from quizzer.core.stats.period import Period
from quizzer.store.log import Log
from tests.collection.learners import START, Learner, Study, card_ids
from tests.collection.people import Person
from tests.collection.test_scores import DAYS, at_day, deck_text

VOID = {"meta", "br", "img", "link", "input"}
HOSTILE = "<script>alert(1)</script> & \"'></svg>"


class Checked(HTMLParser):
    """Tags that are opened and closed in order, and what they name."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.names: set[str] = set()
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.names |= {name for name, _ in attrs}
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.names |= {name for name, _ in attrs}

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """The page of somebody who studied for two months a deck of a stranger."""
    someone = Person(tmp_path, at_day(DAYS))
    someone.write("deck.yaml", deck_text(50, f"'{HOSTILE.replace(chr(39), chr(39) * 2)}'"))
    study = Study(Learner("page", lambda days, strength: 0.9 ** (days / strength), 2.0, 2.0, 0.3, 0.4), card_ids(40), 1)
    with Log.open(str(tmp_path / "home" / "progress.sqlite"), lambda count: bytes(range(count))) as log:
        log.append(list(study.days(DAYS)), None)
    with someone.opened() as collection:
        return Path(write_page(collection.scores(), Wanted("deck", Period.ALL), str(tmp_path / "scores.html")))


def test_the_page_is_whole_and_fetches_nothing(page: Path) -> None:
    text = page.read_text("utf-8")
    found = Checked(text)
    assert found.open == []
    assert not {"script", "link", "img", "iframe"} & set(found.tags)
    assert not {"src", "href", "onload", "onclick"} & found.names
    assert not re.search(r"https?:|url\(|@import", text)
    assert "prefers-color-scheme: dark" in text
    assert "@media print" in text


def test_a_strangers_title_stays_text(page: Path) -> None:
    text = page.read_text("utf-8")
    assert "<script" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp;" in text


def test_the_page_tells_all_tabs(page: Path) -> None:
    heads = re.findall(r"<h2>(.*?)</h2>", page.read_text("utf-8"))
    assert heads == [
        "Do next",
        "Remembered over time",
        "Reviews to come",
        "Topics",
        "How strong memories are",
        "Promised and remembered",
        "Reviews by day",
        "Answers by hour",
    ]


def test_an_exam_is_told_of_and_marked(page: Path, tmp_path: Path) -> None:
    """Of all decks with the deck that has one; in the forecast at its day, with the plan in words."""
    assert "exam" not in page.read_text("utf-8").lower()
    someone = Person(tmp_path, at_day(DAYS))
    with someone.opened() as collection:
        collection.set_option("deck", "exam", str(date_of(START // DAY_MS + DAYS + 8)))
        scores = collection.scores()
        assert scores.overview(Wanted()).exams == scores.overview(Wanted("deck")).exams == (8,)
        whole, own = (Path(write_page(scores, Wanted(deck), str(tmp_path / "exam.html"))) for deck in ("", "deck"))
        of_tag = scores.overview(Wanted("deck", tag="none"))
    assert of_tag.exams == (8,)
    text = own.read_text("utf-8")
    assert "<h2>Exam</h2><figure><ul><li>Exam " in text
    assert re.search(r"in 8 days: \d+ % \(\d+–\d+\) if you keep to the plan\.", text)
    assert re.search(r"\d+ cards a day, ", text)
    assert text.count(">exam</text>") == whole.read_text("utf-8").count(">exam</text>") == 1


def test_the_page_of_a_newcomer_is_whole(tmp_path: Path) -> None:
    someone = Person(tmp_path)
    with someone.opened() as collection:
        empty = Path(write_page(collection.scores(), Wanted(), str(tmp_path / "empty.html")))
    someone.write("deck.yaml", deck_text(2))
    with someone.opened() as collection:
        new = Path(write_page(collection.scores(), Wanted(), str(tmp_path / "new.html")))
    for path in (empty, new):
        assert Checked(path.read_text("utf-8")).open == []


def browser() -> str:
    """A Chromium; without one the test is skipped, unless it is required."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        if os.environ.get("QUIZZER_TEST_BROWSER") == "required":
            pytest.fail("no Chromium is installed, and QUIZZER_TEST_BROWSER says that one is required")
        pytest.skip("no Chromium is installed")
    return found


def test_a_browser_draws_the_page(page: Path, tmp_path: Path) -> None:
    """Chromium reads the page as it was meant, and prints it on paper."""
    options = [browser(), "--headless", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    options += ["--no-sandbox"] if os.geteuid() == 0 else []
    options += ["--host-resolver-rules=MAP * ~NOTFOUND", "--no-first-run"]
    paper = tmp_path / "scores.pdf"
    for more in (["--dump-dom"], ["--no-pdf-header-footer", f"--print-to-pdf={paper}"]):
        done = subprocess.run([*options, *more, page.as_uri()], capture_output=True, text=True, timeout=120, check=True)
        if more == ["--dump-dom"]:
            text = page.read_text("utf-8")
            assert Checked(done.stdout).tags.count("svg") == text.count("<svg") > 5
            assert done.stdout.count("<rect") == text.count("<rect")
    assert paper.read_bytes().startswith(b"%PDF")
