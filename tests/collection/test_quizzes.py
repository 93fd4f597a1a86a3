"""Quizzes over real decks and a real log: left, killed, resumed, handed in, corrected and taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizzer.collection.collection import Collection
from quizzer.collection.quiz_result import QuizResult
from quizzer.collection.quizzes import MARKED, NothingToAsk
from quizzer.collection.quizzing import LONGEST_RESPONSE, Quizzing
from quizzer.core.cards import Kind
from quizzer.core.event import Did, Event
from quizzer.core.grading import Response
from quizzer.core.progress import fold
from quizzer.core.quiz import Status
from quizzer.core.result import Mark
from quizzer.core.schedule import Rating
from quizzer.core.selection import Pick, Setup
from quizzer.errors import ProgressMoved
from tests.collection.people import ATLAS, CAPITALS, Person

QUIZ = """\
title: Rivers
id: rivers
sources:
  atlas: {title: Pocket Atlas, file: atlas.md}
cards:
  - {question: Which river?, id: tiber, answer: Tiber, wrong: [Rhine, Elbe, Po], tags: [italy]}
  - {question: Capital of France?, id: paris, answer: Paris, accept: [], tags: [france],
     quote: "Paris, capital of France", source: {doc: atlas, passage: "1"}}
  - {statement: Rome lies on the Tiber., id: rome, answer: true, tags: [italy]}
  - {question: Which two?, id: two, answers: [Ada, Grace], wrong: [Blaise, Isaac], tags: [people]}
  - {question: In your own words?, id: words, answer: Many words, tags: [people]}
"""
RIGHT: dict[str, Response] = {"tiber": (0,), "paris": "Paris", "rome": True, "two": (0, 1), "words": "Many words"}
WRONG: dict[str, Response] = {"tiber": (1,), "paris": "Rome", "rome": False, "two": (2, 3), "words": None}


class Seconds:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def rivers(tmp_path: Path) -> Person:
    return somebody(tmp_path)


def somebody(folder: Path) -> Person:
    person = Person(folder)
    person.write("rivers.yaml", QUIZ)
    person.write("atlas.md", ATLAS)
    return person


def note(quizzing: Quizzing) -> str:
    assert quizzing.asking is not None
    return quizzing.asking.card.note.id


def answer_all(quizzing: Quizzing, responses: dict[str, Response]) -> None:
    while quizzing.asking is not None:
        quizzing.answer(responses[note(quizzing)])


def events(collection: Collection, kind: Did) -> list[Event]:
    return [event for event in collection.events() if event.kind == kind]


def test_reviews_are_written_at_the_end_and_unanswered_questions_are_none(rivers: Person) -> None:
    with rivers.opened() as collection:
        quizzing = collection.quizzes().start(Setup())
        assert len(quizzing.quiz.questions) == 4
        answered = [note(quizzing)]
        quizzing.answer(RIGHT[answered[0]])
        quizzing.skip()
        answered.append(note(quizzing))
        quizzing.answer(WRONG[answered[1]])
        assert events(collection, Did.REVIEWED) == []
        result = quizzing.submit()
        reviews = events(collection, Did.REVIEWED)
        assert [review.card for review in reviews] == [f"rivers/{one}" for one in answered]
        assert [review.data["rating"] for review in reviews] == [Rating.GOOD, Rating.AGAIN]
        assert all(review.data["mode"] == "quiz" and review.data["counts"] for review in reviews)
        assert (result.result.got, result.result.count(Mark.SKIPPED)) == (1, 2)
        assert collection.quizzes().left_open() is None
        assert collection.overview().reviewed_today == 2


@pytest.mark.parametrize("kind", Kind)
def test_the_kinds_that_a_machine_marks_are_those_that_are_judged(kind: Kind, rivers: Person) -> None:
    from tests.cli.running import KINDS

    typed = "  - {id: blank, kind: typed-cloze, cloze: 'A {{b}} c'}\n"
    rivers.write("kinds.yaml", KINDS + typed)
    with rivers.opened() as collection:
        quizzing = collection.quizzes().start(Setup(decks=("kinds",), kinds=(kind,), by_hand=True, number=1))
        assert quizzing.asking is not None
        assert quizzing.asking.by_hand == (kind not in MARKED)


def test_a_quiz_left_half_way_goes_on_in_another_run(rivers: Person) -> None:
    with rivers.opened() as collection:
        quizzing = collection.quizzes().start(Setup(number=4))
        quizzing.answer(RIGHT[note(quizzing)])
        quizzing.flag()
        quizzing.skip()
        quizzing.leave()
        before = quizzing.quiz
    with rivers.opened() as collection:
        quiz = collection.quizzes().left_open()
        assert quiz == before
        again = collection.quizzes().resume(quiz)
        answer_all(again, RIGHT)
        again.go(1)
        answer_all(again, RIGHT)
        assert again.submit().result.share == 1


@given(
    st.lists(st.sampled_from(["right", "wrong", "unknown", "skip", "flag", "back", "leave"]), max_size=10),
    st.integers(0, 10),
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_closed_after_any_deed_the_result_is_that_of_never_having_left(
    tmp_path_factory: pytest.TempPathFactory, deeds: list[str], at: int
) -> None:
    """A process that ends without a word, after any deed, leaves what the next one needs."""
    stayed = _lived(somebody(tmp_path_factory.mktemp("stayed")), deeds, None)
    left = _lived(somebody(tmp_path_factory.mktemp("left")), deeds, at)
    assert left == stayed


def _lived(person: Person, deeds: list[str], leave_at: int | None) -> object:
    collection = person.opened()
    quizzing = collection.quizzes(Seconds()).start(Setup(seed="s", number=4))
    for turn, deed in enumerate(deeds):
        if turn == leave_at:
            place = quizzing.quiz.current
            collection.close()
            collection = person.opened()
            quiz = collection.quizzes().left_open()
            assert quiz is not None
            quizzing = collection.quizzes(Seconds()).resume(quiz)
            quizzing.go(place)  # going back and forth leaves nothing behind
        _do(quizzing, deed)
    data = quizzing.submit().data()
    standings = {report.id: report for report in collection.card_reports()}
    collection.close()
    return {key: value for key, value in data.items() if key != "quiz"}, standings.keys()


def _do(quizzing: Quizzing, deed: str) -> None:
    if deed == "back":
        quizzing.go(quizzing.quiz.current - 1)
    if quizzing.asking is None:
        return
    here: dict[str, Callable[[], object]] = {
        "right": lambda: quizzing.answer(RIGHT[note(quizzing)]),
        "wrong": lambda: quizzing.answer(WRONG[note(quizzing)]),
        "unknown": lambda: quizzing.answer(None),
        "skip": quizzing.skip,
        "flag": quizzing.flag,
        "leave": quizzing.leave,
    }
    here.get(deed, lambda: None)()


def test_a_seed_gives_the_same_quiz_with_options_in_the_same_order(rivers: Person) -> None:
    with rivers.opened() as collection:
        first, again, other = (collection.quizzes().start(Setup(seed=seed)) for seed in ("s", "s", "t"))
        assert [q.card for q in first.quiz.questions] == [q.card for q in again.quiz.questions]
        for place in range(4):
            one, same = first.asking_at(place), again.asking_at(place)
            assert one is not None
            assert same is not None
            assert one.asked == same.asked
        assert [first.asking_at(p) for p in range(4)] != [other.asking_at(p) for p in range(4)]


def test_the_order_of_options_changes_no_score(rivers: Person) -> None:
    with rivers.opened() as collection:
        shares, orders = set(), set()
        for seed in "abcdefgh":
            quizzing = collection.quizzes().start(Setup(seed=seed, kinds=("choice",), counts=False))
            while quizzing.asking is not None:
                asked = quizzing.asking.asked
                orders.add(tuple(option.original for option in asked.options))
                place = next(at for at, option in enumerate(asked.options) if option.right)
                quizzing.answer((asked.options[place].original,))
            shares.add(quizzing.submit().result.share)
        assert shares == {0.75}
        assert len(orders) > 2


def test_i_was_right_replaces_the_review_as_though_it_had_been_right_at_once(rivers: Person) -> None:
    with rivers.opened() as collection:
        result = _finished(collection, WRONG)
        row = result.rows["rivers/paris"]
        result.was_right(row)
        assert result.rows["rivers/paris"].marked.mark is Mark.RIGHT
        assert result.result.got == 1
        with pytest.raises(ValueError, match="right already"):
            result.was_right(result.rows["rivers/paris"])
        standing = fold(collection.events()).standings["rivers/paris"]
        assert (standing.schedule.reps, standing.schedule.step) == (1, 1)
        (report,) = (row for row in collection.card_reports() if "paris" in row.tags or "paris" in row.id)
        assert report.due == "2026-11-23T08:22:00+01:00"
        undone = result.undoable()
        assert undone is not None
        assert undone.what.startswith("“I was right” on “Capital of France?”")
        assert result.undo() is True
        assert result.result.got == 0
        assert fold(collection.events()).standings["rivers/paris"].schedule.step == 0


def _finished(collection: Collection, responses: dict[str, Response], setup: Setup | None = None) -> QuizResult:
    quizzing = collection.quizzes().start(setup or Setup())
    answer_all(quizzing, responses)
    return quizzing.submit()


def test_a_finished_quiz_is_taken_back_as_a_whole(rivers: Person) -> None:
    with rivers.opened() as collection:
        sitting = collection.sit()
        result = _finished(collection, RIGHT)
        undone = result.undoable()
        assert undone is not None
        assert undone.earlier_sitting
        assert undone.what.startswith("a whole quiz with 4 answers and 4 reviews, today")
        assert result.undo() is False
        assert result.undo() is True  # there is nothing else
        assert collection.quizzes().left_open() is None
        assert all(standing.untouched or standing.seen for standing in fold(collection.events()).standings.values())
        assert collection.overview().reviewed_today == 0
        del sitting


def test_a_quiz_taken_back_in_a_sitting_brings_its_cards_back(rivers: Person) -> None:
    with rivers.opened() as collection:
        _finished(collection, RIGHT)
        sitting = collection.sit()
        before = sitting.left
        assert sitting.undo() is not None
        assert sitting.left.new == before.new + 4


def test_a_quiz_for_practice_moves_no_schedule(rivers: Person) -> None:
    with rivers.opened() as collection:
        result = _finished(collection, WRONG, Setup(counts=False))
        assert [event.data["counts"] for event in events(collection, Did.REVIEWED)] == [False] * 4
        result.was_right(result.rows["rivers/paris"])
        assert all(not standing.schedule.reps for standing in fold(collection.events()).standings.values())
        assert collection.overview().reviewed_today == 0


def test_what_went_wrong_can_be_asked_again(rivers: Person) -> None:
    with rivers.opened() as collection:
        result = _finished(collection, {**RIGHT, "paris": "Rome", "two": (0, 2)})
        assert [row.card.note.id for row in result.to_learn] == ["paris", "two"]
        again = collection.quizzes().again(result.quiz, [row.card.id for row in result.to_learn])
        assert again.quiz.setup.counts is False
        assert [question.card for question in again.quiz.questions] == ["rivers/paris", "rivers/two"]
        assert again.quiz.questions[0].chance > 0.8
        assert again.quiz.seen == 2


def test_asking_again_is_neither_the_last_set_up_nor_a_quiz_to_compare_with(rivers: Person) -> None:
    with rivers.opened() as collection:
        usual = Setup(number=4)
        first = _finished(collection, WRONG, usual)
        again = collection.quizzes().again(first.quiz, ["rivers/paris"])
        answer_all(again, RIGHT)
        assert again.submit().result.share == 1
        assert collection.quizzes().last_setup() == usual
    rivers.now = "2026-11-24T08:12:00+01:00"
    with rivers.opened() as collection:
        before = _finished(collection, RIGHT, usual).earlier
        assert before is not None
        assert before.share == 0


def test_where_nothing_was_reviewed_before_nothing_was_promised(rivers: Person) -> None:
    with rivers.opened() as collection:
        first = _finished(collection, RIGHT)
        assert (first.result.promised, first.data()["reviewed"]) == (False, 0)
        second = _finished(collection, RIGHT)
        assert (second.result.promised, second.data()["reviewed"]) == (True, 4)


def test_a_near_miss_is_wrong_until_the_person_says_otherwise(rivers: Person) -> None:
    with rivers.opened() as collection:
        result = _finished(collection, {**RIGHT, "paris": "Pariss"})
        row = result.rows["rivers/paris"]
        assert row.verdict is not None
        assert row.verdict.outcome == "nearly"
        assert (row.marked.score, row.marked.mark) == (0, Mark.WRONG)
        assert result.why_not_right(row) == ""


def test_a_response_that_is_far_too_long_is_kept_in_part(rivers: Person) -> None:
    with rivers.opened() as collection:
        quizzing = collection.quizzes().start(Setup(kinds=("typed",)))
        quizzing.answer("x" * 1_000_000)
        assert quizzing.submit().result.share == 0
        (review,) = events(collection, Did.REVIEWED)
        assert len(review.data["response"]) == LONGEST_RESPONSE


def test_an_empty_response_is_no_answer_that_could_have_been_right(rivers: Person) -> None:
    with rivers.opened() as collection:
        result = _finished(collection, dict.fromkeys(RIGHT))
        assert all(result.why_not_right(row) == "You gave no answer here." for row in result.rows.values())
        assert [event.data["rating"] for event in events(collection, Did.REVIEWED)] == [Rating.AGAIN] * 4


def test_what_no_machine_can_mark_is_left_out_or_marked_by_the_person(rivers: Person) -> None:
    with rivers.opened() as collection:
        quizzes = collection.quizzes()
        assert quizzes.plan(Setup())[:3] == (4, 4, 1)
        assert quizzes.plan(Setup(by_hand=True)).asked == 5
        quizzing = quizzes.start(Setup(by_hand=True, decks=("rivers",)))
        answer_all(quizzing, RIGHT)
        (asking,) = quizzing.to_mark()
        assert asking.by_hand
        assert asking.asked.form == "type"
        quizzing.mark(asking.place, 0.5)
        assert quizzing.to_mark() == []
        result = quizzing.submit()
        assert (result.rows["rivers/words"].marked.mark, result.result.got) == (Mark.PARTLY, 4.5)


def test_topics_are_tags_passages_and_what_was_lost_there_is_to_be_read(rivers: Person) -> None:
    with rivers.opened() as collection:
        result = _finished(collection, {**RIGHT, "paris": "Rome", "tiber": (1,)})
        assert [(one.topic, one.got, one.of) for one in result.result.topics] == [
            ("france", 0, 1),
            ("italy", 1, 2),
            ("people", 1, 1),
        ]
        (reading,) = result.reading()
        assert (reading.passage.place, reading.lost) == ("passage 1", 1)
        view = result.passage(result.rows["rivers/paris"])
        assert view is not None
        assert "lies on the Seine" in view.text


def test_a_quiz_by_topic_takes_of_each_in_turn(rivers: Person) -> None:
    with rivers.opened() as collection:
        quizzing = collection.quizzes().start(Setup(pick=Pick.TOPICS, number=3))
        tags = [quizzing.cards[question.card].note.tags[0] for question in quizzing.quiz.questions]
        assert sorted(tags) == ["france", "italy", "people"]


def test_the_score_stands_beside_what_was_expected_and_the_quiz_before(rivers: Person) -> None:
    with rivers.opened() as collection:
        first = _finished(collection, WRONG)
        assert first.earlier is None
        assert first.result.prediction.expected == pytest.approx((1 / 4 + 0 + 1 / 2 + 1 / 6) / 4, abs=1e-4)
    rivers.now = "2026-11-24T08:12:00+01:00"
    with rivers.opened() as collection:
        second = _finished(collection, RIGHT)
        before = second.earlier
        assert before is not None
        assert before.share == 0
        assert second.data()["before"] == 0
        assert second.data()["share"] == 1
        assert second.result.prediction.expected > 0.5


def test_time_away_does_not_count_and_an_answer_too_late_is_none(rivers: Person) -> None:
    seconds = Seconds()
    with rivers.opened() as collection:
        quizzing = collection.quizzes(seconds).start(Setup(seconds=60))
        seconds.now = 40
        assert quizzing.left_ms() == 20_000
        assert quizzing.answer(None)
        seconds.now = 45
        quizzing.leave()
    seconds.now = 10_000
    with rivers.opened() as collection:
        quiz = collection.quizzes(seconds).left_open()
        assert quiz is not None
        quizzing = collection.quizzes(seconds).resume(quiz)
        seconds.now += 14
        assert quizzing.left_ms() == 1_000
        seconds.now += 2
        assert quizzing.answer("Paris") is False
        assert quizzing.skip() is False
        result = quizzing.submit()
        assert result.result.count(Mark.SKIPPED) == 3
        assert result.quiz.clock_ms == 60_000


def test_another_quizzer_that_studies_meanwhile_costs_no_answer(rivers: Person) -> None:
    with rivers.opened() as collection, rivers.opened() as other:
        quizzing = collection.quizzes().start(Setup())
        other.refresh()
        other.sit().flag()
        assert quizzing.answer(RIGHT[note(quizzing)])
        other.refresh()
        quiz = other.quizzes().left_open()
        assert quiz is not None
        assert len(quiz.unanswered) == 3
        other.quizzes().discard(quiz)
        assert other.quizzes().left_open() is None
        with pytest.raises(ProgressMoved):
            quizzing.answer("x")
        assert quizzing.quiz.status is Status.DISCARDED


def test_handed_in_here_it_holds_what_was_answered_elsewhere_meanwhile(rivers: Person) -> None:
    with rivers.opened() as collection, rivers.opened() as other:
        here = collection.quizzes().start(Setup())
        other.refresh()
        left = other.quizzes().left_open()
        assert left is not None
        answer_all(other.quizzes().resume(left), RIGHT)
        result = here.submit()
        assert result.result.share == 1
        assert len(events(collection, Did.REVIEWED)) == 4


def test_a_quiz_of_which_no_deck_holds_a_question_is_not_offered(rivers: Person) -> None:
    with rivers.opened() as collection:
        left = collection.quizzes().start(Setup()).quiz
    deck = rivers.decks / "rivers.yaml"
    text = deck.read_text("utf-8")
    rivers.write("capitals.yaml", CAPITALS)
    deck.unlink()
    with rivers.opened() as collection:
        assert collection.quizzes().left_open() is None
    rivers.write("rivers.yaml", text)
    with rivers.opened() as collection:
        assert collection.quizzes().left_open() == left


def test_a_quiz_taken_back_elsewhere_is_over_here(rivers: Person) -> None:
    with rivers.opened() as collection, rivers.opened() as other:
        quizzing = collection.quizzes().start(Setup())
        other.refresh()
        assert other.undo() is not None
        with pytest.raises(ProgressMoved):
            quizzing.answer("x")


def test_throwing_away_is_taken_back_with_every_answer(rivers: Person) -> None:
    with rivers.opened() as collection:
        quizzing = collection.quizzes().start(Setup())
        quizzing.answer(RIGHT[note(quizzing)])
        collection.quizzes().discard(quizzing.quiz)
        undone = collection.undo()
        assert undone is not None
        assert undone.what.startswith("a quiz thrown away, today")
        quiz = collection.quizzes().left_open()
        assert quiz is not None
        assert len(quiz.unanswered) == 3


def test_questions_that_left_their_deck_are_left_out_of_the_result(rivers: Person) -> None:
    with rivers.opened() as collection:
        quizzing = collection.quizzes().start(Setup())
        quizzing.answer(RIGHT[note(quizzing)])
        gone = next(question.card for question in quizzing.quiz.questions if not question.answered)
    lines = QUIZ.splitlines(keepends=True)
    keep = [line for line in lines if f"id: {gone.partition('/')[2]}," not in line and "quote:" not in line]
    rivers.write("rivers.yaml", "".join(keep).replace("tags: [france],\n", "tags: [france]}\n"))
    with rivers.opened() as collection:
        quiz = collection.quizzes().left_open()
        assert quiz is not None
        quizzing = collection.quizzes().resume(quiz)
        assert quizzing.lost == 1
        answer_all(quizzing, RIGHT)
        result = quizzing.submit()
        assert len(result.result.marked) == 3
        assert result.result.share == 1


def test_the_last_set_up_is_remembered(rivers: Person) -> None:
    with rivers.opened() as collection:
        assert collection.quizzes().last_setup() == Setup()
        wanted = Setup(decks=("rivers",), number=2, seconds=600, pick=Pick.TOPICS, counts=False)
        collection.quizzes().start(wanted)
        assert collection.quizzes().last_setup() == wanted


def test_the_last_set_up_goes_with_other_decks_as_far_as_it_can(rivers: Person) -> None:
    rivers.write("capitals.yaml", CAPITALS)
    with rivers.opened() as collection:
        collection.quizzes().start(Setup(decks=("rivers",), tags=("italy", "people"), number=2, seed="s"))
        assert collection.quizzes().last_setup() == Setup(decks=("rivers",), tags=("italy", "people"), number=2)
        assert collection.quizzes().last_setup(["capitals"]) == Setup(decks=("capitals",), number=2)


def test_a_quiz_asks_what_bears_one_of_several_tags(rivers: Person) -> None:
    with rivers.opened() as collection:
        wanted = Setup(tags=("Italy", "france"))
        assert collection.quizzes().plan(wanted).marked == 3
        cards = collection.quizzes().start(wanted).cards
        assert sorted(cards) == ["rivers/paris", "rivers/rome", "rivers/tiber"]


@pytest.mark.parametrize(
    ("setup", "words"),
    [
        (Setup(kinds=("flashcard",)), "1 card fits, but no machine can mark it"),
        (Setup(kinds=("number",)), "no card of kind number is in these decks. There are 2 choice, 1 flashcard, 1 t"),
        (Setup(tags=("italy",), kinds=("typed",)), "no card of kind typed with the tag italy"),
        (Setup(decks=("none",)), "these decks hold no card"),
    ],
)
def test_a_quiz_over_no_questions_says_why(rivers: Person, setup: Setup, words: str) -> None:
    with rivers.opened() as collection:
        assert words in collection.quizzes().plan(setup).why_not
        with pytest.raises(NothingToAsk, match="There is nothing to ask"):
            collection.quizzes().start(setup)
        assert list(collection.events()) == []


def test_the_cache_made_anew_knows_the_quizzes(rivers: Person) -> None:
    with rivers.opened() as collection:
        quizzing = collection.quizzes().start(Setup())
        quizzing.answer(RIGHT[note(quizzing)])
        left, cache = quizzing.quiz, next(place.path for place in collection.places() if place.name == "cache")
    Path(cache).unlink()
    with rivers.opened() as collection:
        assert collection.quizzes().left_open() == left
        assert collection.quizzes().tags(()) == ["france", "italy", "people"]


def test_a_quiz_goes_on_with_cards_that_are_found_under_other_ids(rivers: Person) -> None:
    """Left half-way, its deck renamed: nothing is lost, and its reviews count for the cards as they are now."""
    with rivers.opened() as collection:
        _finished(collection, WRONG)
        quizzing = collection.quizzes().start(Setup())
        quizzing.answer(WRONG[note(quizzing)])
    rivers.write("rivers.yaml", QUIZ.replace("id: rivers", "id: waters"))
    with rivers.opened() as collection:
        left = collection.quizzes().left_open()
        assert left is not None
        quizzing = collection.quizzes().resume(left)
        assert quizzing.lost == 0
        answer_all(quizzing, WRONG)
        result = quizzing.submit()
        assert (result.result.got, len(result.result.marked)) == (0, 4)
        row = result.rows["rivers/paris"]
        assert (row.card.id, row.verdict is not None) == ("waters/paris", True)
        result.was_right(row)
        assert result.result.got == 1
        result.accept(result.rows["rivers/paris"])
        assert result.undo()
        seen = {one.id: one.reps for one in collection.card_reports() if one.reps}
        assert seen == {f"waters/{name}": 2 for name in ("tiber", "paris", "rome", "two")}
        assert collection.quizzes().last_result().result.got == 1
        undone = collection.undoable()
        assert undone is not None
        assert undone.what.startswith("“I was right” on “Capital of France?”")
