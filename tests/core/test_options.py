"""Options: read, written, refused with a sentence, and resolved by rank."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.core.memory import learner
from quizzer.core.options import (
    DEFAULTS,
    SPECS,
    UNSET,
    OptionError,
    Options,
    Resolved,
    Setting,
    duration,
    find_key,
    latest,
    options_for,
    resolve,
)
from tests.core.scheduling import OPTIONS

WEIGHTS = "0.212 1.2931 2.3065 8.2956 6.4133 0.8334 3.0194 0.001 1.8722 0.1666 0.796 1.4835 0.0614 0.2629 "
WEIGHTS += "1.6483 0.6014 1.8729 0.5425 0.0912 0.0658 0.1542"


def test_every_option_has_a_spec_and_every_spec_an_option() -> None:
    """In the same order, which is that of the screens."""
    assert list(SPECS) == [key for key in Options._fields if key in SPECS]
    assert set(SPECS) == set(Options._fields)


@given(OPTIONS, st.integers(0, 9999), st.booleans(), st.integers(1, 604_800))
def test_what_is_shown_reads_back_the_same(options: Options, new: int, bury: bool, ahead: int) -> None:
    """parse(show(value)) == value, to the last digit."""
    options = options._replace(new_per_day=new, reviews_per_day=new, bury_siblings=bury, learn_ahead=ahead)
    for key, spec in SPECS.items():
        assert spec.parse(spec.show(getattr(options, key))) == getattr(options, key), key


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("desired_retention", "0.85", 0.85),
        ("new_per_day", "0", 0),
        ("steps", "1m 10m", (60, 600)),
        ("steps", "30s, 1h, 1d", (30, 3600, 86_400)),
        ("steps", "", ()),
        ("steps", "none", ()),
        ("relearning_steps", "7d", (604_800,)),
        ("learn_ahead", "20m", 1200),
        ("bury_siblings", "No", False),
        ("bury_siblings", "true", True),
        ("parameters", "", ()),
        ("parameters", WEIGHTS, tuple(float(word) for word in WEIGHTS.split())),
        ("parameters", WEIGHTS.replace(" ", ", "), tuple(float(word) for word in WEIGHTS.split())),
    ],
)
def test_values_as_people_type_them(key: str, text: str, value: object) -> None:
    """Commas and spaces part the items of a list; units are letters."""
    assert SPECS[key].parse(text) == value


@pytest.mark.parametrize(
    ("key", "text", "sentence"),
    [
        ("desired_retention", "1", "wants a number from 0.7 to 0.99, not “1”"),
        ("desired_retention", "nan", "wants a number from 0.7 to 0.99, not “nan”"),
        ("desired_retention", "much", "wants a number from 0.7 to 0.99, not “much”"),
        ("new_per_day", "-1", "wants a whole number from 0 to 9999, not “-1”"),
        ("new_per_day", "2.5", "wants a whole number from 0 to 9999, not “2.5”"),
        ("max_interval", "36501", "wants a whole number from 1 to 36500, not “36501”"),
        ("rollover", "24", "wants a whole number from 0 to 23, not “24”"),
        ("steps", "10", "wants times such as 30s, 10m, 2h or 1d (a week at most), not “10”"),
        ("steps", "m", "wants times such as 30s, 10m, 2h or 1d (a week at most), not “m”"),
        ("steps", "0m", "wants times such as 30s, 10m, 2h or 1d (a week at most), not “0m”"),
        ("steps", "8d", "wants times such as 30s, 10m, 2h or 1d (a week at most), not “8d”"),
        ("steps", "1.5h", "wants times such as 30s, 10m, 2h or 1d (a week at most), not “1.5h”"),
        ("steps", "10m 1m", "wants steps that grow, such as 1m 10m, not “10m 1m”"),
        ("steps", "1m 60s", "wants steps that grow, such as 1m 10m, not “1m 60s”"),
        ("learn_ahead", "", "wants times such as 30s, 10m, 2h or 1d (a week at most), not “”"),
        ("order", "worst", "wants remembered, oldest or random, not “worst”"),
        ("order", "", "wants remembered, oldest or random, not “”"),
        ("exam", "15.1.2027", "wants a date such as 2027-01-15, or none, not “15.1.2027”"),
        ("exam", "2027-02-30", "wants a date such as 2027-01-15, or none, not “2027-02-30”"),
        ("minutes_per_day", "1.5", "wants a whole number from 0 to 1440, not “1.5”"),
        ("bury_siblings", "maybe", "wants yes or no, not “maybe”"),
        ("parameters", "a b", "wants 21 numbers (FSRS-6), or nothing for the defaults"),
        ("parameters", "1 2", "wants 21 numbers (FSRS-6), or nothing for the defaults, not 2"),
        (
            "parameters",
            WEIGHTS.replace("2.3065", "500"),
            "wants w2, the number at place 3, from 0.001 to 100, not 500",
        ),
        (
            "parameters",
            WEIGHTS.replace("0.1542", "nan"),
            "wants w20, the number at place 21, from 0.1 to 0.8, not nan",
        ),
    ],
)
def test_impossible_values_get_a_sentence(key: str, text: str, sentence: str) -> None:
    """It says what the value may be."""
    with pytest.raises(OptionError) as refused:
        SPECS[key].parse(text)
    assert str(refused.value) == sentence


@given(st.text(alphabet="0123456789smhd. -,", max_size=12))
def test_no_text_is_anything_but_a_value_or_a_sentence(text: str) -> None:
    """Nothing typed crashes the reader of options."""
    for spec in SPECS.values():
        try:
            value = spec.parse(text)
        except OptionError as refused:
            assert str(refused).startswith("wants ")  # noqa: PT017
        else:
            assert spec.parse(spec.show(value)) == value


def test_orders_go_by_their_beginning_and_exams_may_be_none() -> None:
    assert SPECS["order"].parse("Old") == "oldest"
    assert [SPECS["exam"].parse(text) for text in ("2027-01-15", "none", "")] == ["2027-01-15", "", ""]
    assert SPECS["exam"].show("") == "none"


def test_an_endless_number_is_refused_like_any_other() -> None:
    """Python converts no more than 4,300 digits."""
    for key in ("steps", "learn_ahead", "new_per_day", "max_interval"):
        with pytest.raises(OptionError):
            SPECS[key].parse("9" * 5000 + "s")
        with pytest.raises(OptionError):
            SPECS[key].parse("9" * 5000)


def test_parameters_that_can_be_set_can_be_scheduled_with() -> None:
    """What the option lets through, the library takes."""
    learner(SPECS["parameters"].parse(WEIGHTS))


THIS, ALL, AUTHOR = ("d", "new_per_day", False), ("", "new_per_day", False), ("d", "new_per_day", True)


@pytest.mark.parametrize(
    ("settings", "suggested", "expected"),
    [
        ({}, {}, Resolved(20, "default")),
        ({}, {"new_per_day": "1"}, Resolved(1, "deck")),
        ({AUTHOR: "2"}, {"new_per_day": "1"}, Resolved(1, "deck")),
        ({AUTHOR: "2"}, {}, Resolved(2, "deck")),
        ({AUTHOR: "2", ALL: "3"}, {"new_per_day": "1"}, Resolved(3, "all")),
        ({AUTHOR: "2", ALL: "3", THIS: "4"}, {"new_per_day": "1"}, Resolved(4, "this deck")),
        ({THIS: "many"}, {"new_per_day": "1"}, Resolved(1, "deck")),
        ({}, {"new_per_day": "many"}, Resolved(20, "default")),
        ({("other", "new_per_day", False): "9"}, {}, Resolved(20, "default")),
    ],
    ids=[
        "the default, when nobody says otherwise",
        "the author's suggestion over the default",
        "what the file says now over what was recorded of it",
        "what was recorded of it where the file is silent",
        "a person's choice for all decks over the author's",
        "a person's choice for this deck over all",
        "what cannot be read is passed over",
        "also in a deck",
        "another deck's choice is nothing to this one",
    ],
)
def test_which_value_counts(
    settings: dict[tuple[str, str, bool], str], suggested: dict[str, str], expected: Resolved
) -> None:
    """This deck, all decks, the deck's author, the default."""
    assert resolve(settings, "d", suggested)["new_per_day"] == expected
    assert options_for(settings, "d", suggested).new_per_day == expected.value


def test_some_options_are_one_for_all_decks() -> None:
    """The day begins once, so no deck and no author can move it."""
    settings = {("d", "rollover", False): "1", ("d", "rollover", True): "2"}
    assert resolve(settings, "d", {"rollover": "3"})["rollover"] == Resolved(4, "default")
    assert resolve({**settings, ("", "rollover", False): "5"}, "d")["rollover"] == Resolved(5, "all")


def test_for_all_decks_only_what_was_set_for_all_counts() -> None:
    """The empty scope is no deck."""
    assert options_for({}, "") == DEFAULTS
    assert resolve({("", "steps", False): "5m"}, "")["steps"] == Resolved((300,), "all")


def test_the_newest_setting_counts() -> None:
    """Settings come in fold order; an author's and a person's are kept apart."""
    settings = [
        Setting("d", "new_per_day", "1"),
        Setting("d", "new_per_day", "2"),
        Setting("d", "new_per_day", "3", by_deck=True),
    ]
    assert latest(settings) == {THIS: "2", AUTHOR: "3"}


@pytest.mark.parametrize(
    ("word", "key"),
    [("new_per_day", "new_per_day"), ("New per day", "new_per_day"), ("retention", "desired_retention")],
)
def test_a_key_goes_by_part_of_its_name(word: str, key: str) -> None:
    """When only one holds it."""
    assert find_key(word) == key


def test_steps_are_the_learning_steps() -> None:
    """A whole name wins over a longer one that holds it; so does what other programs call them."""
    assert find_key("steps") == find_key("learning-steps") == "steps"
    with pytest.raises(OptionError, match="the options are relearning_steps, steps"):
        find_key("learning")


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("per-day", "There is no option “per_day”; the options are new_per_day, reviews_per_day, minutes_per_day"),
        ("colour", f"There is no option “colour”; the options are {', '.join(SPECS)}"),
        (" ", f"There is no option “”; the options are {', '.join(SPECS)}"),
    ],
)
def test_a_word_that_means_no_one_key_gets_the_list(word: str, sentence: str) -> None:
    """Of those it may mean, or of all."""
    with pytest.raises(OptionError) as refused:
        find_key(word)
    assert str(refused.value) == sentence


@pytest.mark.parametrize(("seconds", "text"), [(45, "45s"), (90, "90s"), (600, "10m"), (7200, "2h"), (86_400, "1d")])
def test_durations_take_the_largest_unit_that_leaves_no_rest(seconds: int, text: str) -> None:
    """So that they read back exactly."""
    assert duration(seconds) == text


def test_a_setting_taken_away_counts_no_more() -> None:
    settings = {("", "new_per_day", False): "7", ("d", "new_per_day", False): UNSET}
    assert resolve(settings, "d")["new_per_day"] == Resolved(7, "all")
    settings["", "new_per_day", False] = UNSET
    assert resolve(settings, "d", {"new_per_day": "5"})["new_per_day"] == Resolved(5, "deck")
    assert resolve(settings, "d")["new_per_day"] == Resolved(20, "default")


@pytest.mark.parametrize("key", SPECS)
def test_the_word_that_takes_a_setting_away_is_no_value(key: str) -> None:
    with pytest.raises(OptionError):
        SPECS[key].parse(UNSET)
