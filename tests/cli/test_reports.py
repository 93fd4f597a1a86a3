"""due, cards, log, where and schema: the figures and events, for people and for programs."""

import json
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from quizzer.core.event import Did, Event
from quizzer.store.log import Log
from tests.cli.running import KINDS, NOW, Quizzer

EVENT = ["id", "device", "at", "offset", "zone", "kind", "card", "data"]
CARD = ["id", "deck", "kind", "state", "due", "stability", "difficulty", "retrievability", "reps", "lapses"]
CARD += ["suspended", "buried"]


def objects(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_due_counts_per_deck_and_in_all(quizzer: Quizzer) -> None:
    quizzer.kinds()
    quizzer.deck("title: Other\ncards:\n  - a = b\n  - c = d\n", "other.yaml")
    ran = quizzer("due")
    assert (ran.code, ran.err) == (0, "")
    assert [line.split() for line in ran.out.splitlines()] == [
        ["deck", "new", "learning", "due"],
        ["All", "kinds", "11", "0", "0"],
        ["Other", "2", "0", "0"],
        ["in", "all", "13", "0", "0"],
    ]


def test_due_as_json(quizzer: Quizzer) -> None:
    quizzer.kinds()
    quizzer("study", "--plain", typed="\n\n")
    [counts] = objects(quizzer("due", "--json").out)
    deck = {"id": "kinds", "title": "All kinds", "new": 10, "learning": 1, "due": 0, "cards": 11}
    assert counts == {"new": 10, "learning": 1, "due": 0, "decks": [deck]}


def test_due_of_one_deck_is_in_all_only_that(quizzer: Quizzer) -> None:
    quizzer.kinds()
    quizzer.deck("title: Other\ncards:\n  - a = b\n", "other.yaml")
    for word in ("other", "Oth", str(quizzer.decks / "other.yaml")):
        [counts] = objects(quizzer("due", word, "--json").out)
        assert (counts["new"], [deck["id"] for deck in counts["decks"]]) == (1, ["other"])


def test_a_deck_that_is_not_there_is_named_with_the_nearest(quizzer: Quizzer) -> None:
    quizzer.kinds()
    for argv in (["due", "kindz"], ["study", "kindz", "--plain"], ["options", "kindz"]):
        ran = quizzer(*argv)
        assert (ran.code, ran.out) == (2, "")
        assert "kindz" in ran.err
        assert "did you mean kinds" in ran.err


def test_cards_as_json_hold_what_is_promised(quizzer: Quizzer) -> None:
    quizzer.kinds()
    quizzer("study", "--plain", typed="\n4\n")
    cards = objects(quizzer("cards", "--json").out)
    assert len(cards) == 11
    assert list(cards[0])[: len(CARD)] == CARD
    by_state = {card["state"]: card for card in cards}
    seen, new = by_state["review"], by_state["new"]
    assert seen["reps"] == 1
    assert seen["due"] > NOW[:10]
    assert seen["stability"] > 0
    assert seen["retrievability"] == 1
    assert (new["due"], new["stability"], new["difficulty"], new["retrievability"]) == (None, None, None, None)


def test_cards_with_info_tell_all_that_is_known_with_the_figures_of_the_others(quizzer: Quizzer) -> None:
    quizzer.deck("title: T\ncards:\n  - {id: a, question: A?, answer: One}\n  - {id: ab, question: B?, answer: Two}\n")
    quizzer("study", "--plain", "--limit", "1", typed="\n4\n")
    (said,) = map(json.loads, quizzer("cards", "kinds/a", "--info", "--json").out.splitlines())
    figures = next(
        card for card in map(json.loads, quizzer("cards", "--json").out.splitlines()) if card["id"] == said["id"]
    )
    assert figures.items() <= said.items()
    assert (said["question"], said["solution"], said["title"]) == ("A?", "One", "T")
    (review,) = said["history"]
    assert (review["rating"], review["fate"], review["due"]) == (4, "counts", said["due"])
    assert (review["at"], review["stability"]) == (NOW, said["stability"])
    assert said["texts"][0]["question"] == "A?"
    assert said["recall_by_week"][0] == said["retrievability"]
    lines = quizzer("cards", "--info").out.splitlines()
    assert lines.count("") == 1
    assert "If rated now: Again 1 min, Hard 6 min, Good 10 min, Easy 8 days." in lines
    assert any(line.startswith("Mon 23 Nov 2026 08:12: Easy, study") for line in lines)


def test_cards_for_people_are_a_table_that_words_narrow(quizzer: Quizzer) -> None:
    quizzer.kinds()
    quizzer("study", "--plain", typed="\n4\n")
    lines = quizzer("cards").out.splitlines()
    assert len(lines) == 12
    assert lines[0].split()[:4] == ["card", "kind", "state", "due"]
    assert "kinds/flash" in lines[1]
    assert quizzer("cards", "truth").out.splitlines()[1].split() == ["kinds/truth", "true-false", "new", "0", "0"]
    quizzer.deck("title: Other\ndefaults: {tags: [Résumé]}\ncards:\n  - a = b\n", "other.yaml")
    assert len(quizzer("cards", "re\N{COMBINING ACUTE ACCENT}sume\N{COMBINING ACUTE ACCENT}").out.splitlines()) == 2
    none = quizzer("cards", "nothing")
    assert (none.code, none.out, none.err) == (0, "", "no card is like that\n")


def test_cards_take_a_filter_over_all_that_is_known(quizzer: Quizzer) -> None:
    notes = "  - {id: p, question: Seine?, answer: Paris}\n  - {id: r, question: Tiber?, answer: Rome}\n"
    quizzer.deck(f"title: Towns\ncards:\n{notes}", "t.yaml")
    quizzer("study", "--plain", typed="because\n1\n:*\n:q\n")

    def found(*words: str) -> list[str]:
        return [row["id"] for row in objects(quizzer("cards", "--json", "--", *words).out)]

    assert found() == ["t/p", "t/r"]
    assert found("PARIS") == found("seine", "deck:town") == ["t/p"]
    assert found("rated:1", "again") == found("rated:1") == found("is:learning") == found("-is:new") == ["t/p"]
    assert found("rated:1", "good") == found("is:due") == found("is:orphan") == []
    assert found("-rated:1") == found("is:new") == ["t/r"]
    assert found("is:flagged") == ["t/r"]
    assert quizzer("cards", "is:new", "--resume").code == 0


def test_a_filter_with_a_typo_gets_the_place_and_the_nearest_word(quizzer: Quizzer) -> None:
    quizzer.kinds()
    for argv, sentence in (
        (["flash", "is:dew"], "At character 10 of the filter: is:dew is not known; did you mean new?"),
        (["tga:x"], "At character 1 of the filter: tga: is no field of a filter; did you mean tag?"),
        (['"flash'], 'At character 1 of the filter: this quote is not closed; put another " behind the phrase'),
    ):
        ran = quizzer("cards", *argv)
        assert (ran.code, ran.out) == (2, "")
        assert sentence in ran.err


def test_the_log_holds_every_event_as_it_was(quizzer: Quizzer) -> None:
    quizzer.kinds()
    quizzer("study", "--plain", typed="because\n1\n")
    quizzer("options", "new_per_day=7")
    events = objects(quizzer("log", "--json").out)
    assert all(list(event) == EVENT for event in events)
    assert {event["kind"] for event in events} == {"text_seen", "reviewed", "option_set"}
    [review] = [event for event in events if event["kind"] == "reviewed"]
    assert review["card"] == "kinds/flash"
    assert review["offset"] == 3600
    assert (review["data"]["rating"], review["data"]["response"], review["data"]["took_ms"]) == (1, "because", 0)
    [option] = [event for event in events if event["kind"] == "option_set"]
    assert option["card"] is None


@pytest.mark.parametrize("data", [None, 5, [], {}, "x", ["x", None, {}]])
@pytest.mark.parametrize("kind", Did)
def test_whatever_an_event_of_another_program_holds_everything_goes_on(
    quizzer: Quizzer, kind: Did, data: object
) -> None:
    """Its row is whole, its data is not what we write there: it says nothing, and hides nothing."""
    quizzer.kinds()
    quizzer("study", "--plain", typed="\n4\n")
    keys: tuple[str, ...] = (
        "rating",
        "mode",
        "events",
        "scope",
        "key",
        "value",
        "group",
        "words",
        "from",
        "response",
        "replaces",
    )
    keys += ("quiz", "cards", "seed", "took_ms", "question", "solution", "quote", "digest", "score", "counts", "by")
    with Log.open(str(quizzer.home / "progress.sqlite"), os.urandom) as log:
        at = log.newest_at(log.device) + 1
        event = Event(f"{at:032x}", log.device, at, 0, "", kind, "kinds/flash", dict.fromkeys(keys, data))
        log.append([event], None)
    for argv in (["due"], ["cards"], ["log"], ["options"], ["log", "--json"], ["scores"]):
        ran = quizzer(*argv)
        assert (ran.code, ran.out != "") == (0, True), ran.err
    assert quizzer("study", "--plain", typed=":u\n\n4\n").code == 0


def test_the_log_for_people_is_a_line_an_event(quizzer: Quizzer) -> None:
    quizzer.kinds()
    quizzer("study", "--plain", typed="\n1\n:-\n:u\n")
    quizzer("options", "new_per_day=7")
    said = quizzer("log").out
    assert "2026-11-23 08:12:00" in said
    for part in ("reviewed", "kinds/flash  Again", "Why **so**?", "buried", "undone", "new_per_day = 7 (all decks)"):
        assert part in said


def test_where_says_each_path_and_why(quizzer: Quizzer) -> None:
    ran = quizzer("where")
    assert ran.code == 0
    assert str(quizzer.home) in ran.out
    assert "QUIZZER_DECKS says so" in ran.out
    places = objects(quizzer("where", "--json").out)
    assert all(list(place) == ["name", "path", "why"] for place in places)
    assert [place["path"] for place in places if place["name"] == "decks"] == [str(quizzer.decks)]


def test_where_says_each_path_also_of_progress_that_cannot_be_read(quizzer: Quizzer) -> None:
    usual = quizzer("where").out
    (quizzer.home / "progress.sqlite").write_text("no progress")
    ran = quizzer("where")
    assert (ran.code, ran.out) == (1, usual)
    assert "progress.sqlite" in ran.err


def test_the_schema_is_one_that_accepts_a_good_deck(quizzer: Quizzer) -> None:
    import yaml

    ran = quizzer("schema")
    assert (ran.code, ran.err) == (0, "")
    schema = json.loads(ran.out)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(yaml.safe_load(KINDS), schema)


def test_a_deck_file_anywhere_can_be_studied_by_its_path(quizzer: Quizzer, tmp_path: Path) -> None:
    quizzer.kinds()
    (tmp_path / "elsewhere.yaml").write_text("title: Elsewhere\ncards:\n  - a = b\n")
    for argv in (["study", f"{tmp_path}/elsewhere.yaml", "--plain"], [f"{tmp_path}/elsewhere.yaml", "--plain"]):
        assert "Card 1, 1 to go: Elsewhere, new." in quizzer(*argv).out


def test_plain_alone_studies_everything(quizzer: Quizzer) -> None:
    quizzer.kinds()
    assert "Card 1, 11 to go: All kinds, new." in quizzer("--plain").out


def test_due_and_options_take_the_path_of_a_deck(quizzer: Quizzer, tmp_path: Path) -> None:
    path = tmp_path / "elsewhere.yaml"
    path.write_text("title: Elsewhere\ncards:\n  - a = b\n", "utf-8")
    assert "Elsewhere    1" in quizzer("due", str(path)).out
    assert quizzer("options", str(path), "retention=0.8").code == 0
    assert quizzer("due", str(tmp_path / "none.yaml")).code == 2


def test_suspended_and_buried_cards_can_be_brought_back_and_that_can_be_undone(quizzer: Quizzer) -> None:
    quizzer.deck("cards:\n  - a = b\n  - c = d\n", "two.yaml")
    quizzer("study", "--plain", typed=":@\n:-\n:q\n")
    assert '"new": 0' in quizzer("due", "--json").out
    ran = quizzer("cards", "--resume")
    assert "2 cards resumed" in ran.err
    assert '"new": 2' in quizzer("due", "--json").out
    assert "none of these" in quizzer("cards", "--resume").err
    quizzer("study", "--plain", typed=":u\n:q\n", now="2026-11-23T08:13:00+01:00")
    kinds = [event["kind"] for event in objects(quizzer("log", "--json").out)]
    assert kinds == ["suspended", "buried", "resumed", "resumed"]


def test_the_log_for_people_shows_no_braces(quizzer: Quizzer) -> None:
    quizzer.deck("cards:\n  - a = b\n", "one.yaml")
    quizzer("study", "--plain", typed=":*\n:u\n:q\n")
    out = quizzer("log").out
    assert "takes back " in out
    assert "[" not in out


def test_every_command_tells_once_of_damaged_rows(quizzer: Quizzer) -> None:
    quizzer.kinds()
    quizzer("study", "--plain", typed="\n\n")
    with closing(sqlite3.connect(quizzer.home / "progress.sqlite")) as connection, connection:
        connection.execute("DROP TRIGGER events_are_not_changed")
        connection.execute("UPDATE events SET at = at + 1 WHERE row = 1")
    shutil.rmtree(quizzer.home / "cache")
    for words in ("due", "due --json", "cards", "check", "log", "options", "where", "scores", "study --plain"):
        ran = quizzer(*words.split())
        assert ran.err.count("1 row of") == 1, words
        assert "is damaged and does not count: 1." in ran.err
        assert "damaged" not in ran.out
