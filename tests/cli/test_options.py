"""options: what counts and where it comes from; setting it; what is refused."""

import json

import pytest

from quizzer.core.options import SPECS
from quizzer.core.preference_table import PREFERENCES
from quizzer.tui.keys.table import KEYS
from tests.cli.running import KINDS, Quizzer


def test_every_option_is_shown_with_its_value_its_origin_and_what_it_does(quizzer: Quizzer) -> None:
    quizzer.deck(KINDS.replace("id: kinds\n", "id: kinds\nstudy: {desired_retention: 0.85}\n"))
    said = quizzer("options", "kinds").out
    assert all(key in said and spec.what in said for key, spec in SPECS.items())
    rows = {line.split("  ")[0]: line for line in said.splitlines()}
    assert "0.85" in rows["desired_retention"]
    assert "the deck's author" in rows["desired_retention"]
    assert "default" in rows["new_per_day"]


def test_a_value_is_set_for_all_or_for_one_deck(quizzer: Quizzer) -> None:
    quizzer.kinds()
    ran = quizzer("options", "new-per-day=7", "steps=2m 20m")
    assert ran.code == 0
    assert "new_per_day is 7 from now on, for all decks" in ran.err
    assert "set for all decks" in ran.out
    quizzer("options", "All kinds", "new_per_day=3")
    values = {}
    for argv in (["options", "--json"], ["options", "kinds", "--json"]):
        found = {one["key"]: one for one in map(json.loads, quizzer(*argv).out.splitlines())}
        assert list(found) == (list(SPECS) if argv[1] == "kinds" else [*SPECS, *PREFERENCES])
        values[argv[1]] = (found["new_per_day"]["value"], found["new_per_day"]["origin"])
        assert found["steps"]["value"] == [120, 1200]
    assert values == {"--json": (7, "all"), "kinds": (3, "this deck")}


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["new_per_dya=7"], "There is no option “new_per_dya”; did you mean new_per_day?"),
        (["theem=nord"], "There is no option “theem”; did you mean theme?"),
        (["theme=nrd"], "There is no theme “nrd”; did you mean nord?"),
        (["theme=q"], "There is no theme “q”; there are ansi-dark, "),
        (["plain=perhaps"], "plain wants yes or no, not “perhaps”"),
        (["kinds", "plain=yes"], "plain is a setting of this machine: set it without naming a deck"),
        (["xyzzy=1"], "There is no option “xyzzy”"),
        (["new_per_day=many"], "new_per_day wants a whole number from 0 to 9999, not “many”"),
        (["new_per_day=7", "rollover=25"], "rollover wants a whole number from 0 to 23"),
        (["kinds", "new_per_day=5", "rollover=3"], "rollover holds for all decks together"),
        (["kinds", "other"], "Options are those of one deck or of all, not of 2"),
    ],
)
def test_what_cannot_be_is_refused_whole_in_one_sentence(quizzer: Quizzer, argv: list[str], said: str) -> None:
    quizzer.kinds()
    ran = quizzer("options", *argv)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert quizzer("log").out == ""


def test_a_setting_can_be_taken_away_again(quizzer: Quizzer) -> None:
    quizzer.deck(KINDS.replace("id: kinds\n", "id: kinds\nstudy: {new_per_day: 5}\n"))
    quizzer("options", "new_per_day=7", "steps=none")
    quizzer("options", "kinds", "new_per_day=3")
    said = quizzer("options", "kinds", "new_per_day=").err
    assert said == "new_per_day is no longer set for kinds: 7 counts (set for all decks)\n"
    said = quizzer("options", "new_per_day=default", "steps=").err
    assert "new_per_day is no longer set for all decks: 20 counts (default)\n" in said
    assert "steps is no longer set for all decks: 1m 10m counts (default)\n" in said
    assert "the deck's author" in quizzer("options", "kinds").out
    log = quizzer("log").out
    said = quizzer("options", "new_per_day=").err
    assert said == "new_per_day was not set for all decks: 20 counts (default)\n"
    assert quizzer("log").out == log


def test_an_exam_that_is_past_is_said_to_be(quizzer: Quizzer) -> None:
    quizzer.kinds()
    said = quizzer("options", "kinds", "exam=2020-01-01").err
    assert said == "exam is 2020-01-01 from now on, for kinds; that day is past, so no exam is ahead\n"
    assert quizzer("options", "kinds", "exam=2099-01-01").err == "exam is 2099-01-01 from now on, for kinds\n"


def test_taking_a_setting_away_is_taken_back_like_anything_else(quizzer: Quizzer) -> None:
    quizzer.kinds()
    quizzer("options", "new_per_day=7")
    quizzer("options", "new_per_day=")
    said = quizzer("study", "--plain", typed=":u\ny\n").out
    assert "the option new_per_day no longer set" in said
    assert "set for all decks" in quizzer("options").out


def test_settings_of_this_machine_are_set_in_its_file(quizzer: Quizzer) -> None:
    quizzer.kinds()
    ran = quizzer("options", "theme=nord", "two-buttons=yes")
    assert "theme is nord on this machine\ntwo_buttons is yes on this machine\n" in ran.err
    rows = {line.split("  ")[0]: line for line in ran.out.splitlines()}
    assert rows["theme"].split()[1:3] == ["nord", "config.yaml"]
    assert rows["editor"].split()[1:3] == ["–", "default"]
    assert "theme is no longer set on this machine" in quizzer("options", "theme=").err
    assert quizzer("log").out == ""


def test_plain_may_be_how_one_always_studies(quizzer: Quizzer) -> None:
    quizzer.kinds()
    quizzer("options", "plain=yes")
    ran = quizzer("study", typed="")
    assert ran.code == 0
    assert "no terminal" not in ran.err


def test_the_ids_of_keys_are_listed(quizzer: Quizzer) -> None:
    rows = [line.split() for line in quizzer("options", "--keys").out.splitlines()]
    assert ["study.undo", "u"] in [row[:2] for row in rows]
    objects = [json.loads(line) for line in quizzer("options", "--keys", "--json").out.splitlines()]
    assert len(objects) == len(rows) - 1
    assert objects[0] == {"id": "home.study", "keys": ["enter"], "screen": "Home", "does": KEYS[0].help}
