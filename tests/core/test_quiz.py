"""A quiz is what its events say: killed anywhere, it goes on as though it never had been."""

from hypothesis import given
from hypothesis import strategies as st

from quizzer.core.event import Did
from quizzer.core.quiz import Question, Quiz, Status, fold_quiz, quiz_id
from quizzer.core.selection import Setup
from tests.core.histories import START, event
from tests.core.quizzes import CARDS, DEEDS, Life


@given(DEEDS, st.integers(0, 15))
def test_killed_after_any_event_it_resumes_with_every_answer_given(deeds: list[tuple[str, object]], at: int) -> None:
    life, given_so_far = Life(), dict[str, object]()
    for what, value in deeds[:at]:
        shown = life.quiz.current if life.quiz.current < len(CARDS) else 0
        life.do(what, value)
        if what == "answer":
            given_so_far[CARDS[shown]] = value
    resumed = fold_quiz(life.events)
    assert resumed is not None
    assert {one.card: one.response for one in resumed.questions if one.answered} == given_so_far


@given(DEEDS, st.integers(0, 15))
def test_leaving_and_resuming_is_never_having_left(deeds: list[tuple[str, object]], at: int) -> None:
    """Also where the person stands, and how long they have been at it."""
    stayed, left = Life(), Life()
    for what, value in deeds:
        stayed.do(what, value)
    for turn, (what, value) in enumerate(deeds):
        if turn == at:
            again = fold_quiz(left.events)
            assert again is not None
            left.quiz = again
        left.do(what, value)
    assert left.quiz == stayed.quiz == fold_quiz(reversed(left.events))


def test_the_last_response_wins_and_the_next_open_question_is_shown() -> None:
    life = Life()
    life.do("answer", "first")
    life.quiz = life.quiz.went_to(0)
    life.do("answer", "second")
    assert life.quiz.questions[0].response == "second"
    assert life.quiz.current == 1
    life.do("skip")
    life.quiz = life.quiz.went_to(4)
    life.do("answer", None)
    assert life.quiz.current == len(CARDS)
    assert life.quiz.unanswered == (1, 2, 3)


def test_a_skipped_question_can_be_answered_and_an_answer_is_not_skipped_away() -> None:
    life = Life()
    life.do("skip")
    assert (life.quiz.questions[0].skipped, life.quiz.current) == (True, 1)
    life.quiz = life.quiz.went_to(0)
    life.do("answer", "x")
    life.quiz = life.quiz.went_to(0)
    life.do("skip")
    assert life.quiz.questions[0].answered
    assert not life.quiz.questions[0].skipped


def test_a_flag_stays_on_the_question_and_the_question_in_view() -> None:
    life = Life()
    life.do("flag", True)
    assert (life.quiz.questions[0].flagged, life.quiz.current) == (True, 0)
    life.do("flag", False)
    assert not life.quiz.questions[0].flagged


def test_time_is_that_of_the_quiz_and_not_of_the_day() -> None:
    life = Life(Setup(seconds=10))
    life.do("answer", "x")
    life.do("answer", "y")
    assert life.quiz.clock_ms == 3000
    assert [question.took_ms for question in life.quiz.questions[:2]] == [1500, 1500]
    assert life.quiz.left_ms(4000) == 6000
    assert life.quiz.left_ms(99_000) == 0
    assert Life().quiz.left_ms(4000) is None


def test_a_finished_quiz_has_its_scores_and_takes_no_more_answers() -> None:
    life = Life()
    life.do("answer", "x")
    life.finish([0.5, 1.0])
    life.do("answer", "y")
    assert life.quiz.status is Status.FINISHED
    assert [question.score for question in life.quiz.questions] == [0.5, 1.0]
    assert life.quiz.questions[0].response == "x"


def test_i_was_right_changes_the_score_of_the_review_it_names() -> None:
    life = Life()
    life.do("answer", "x")
    life.finish([0.0])
    review = life.review(CARDS[0], {"rating": 1, "score": 0})
    life.review(CARDS[0], {"rating": 3, "score": 1, "replaces": "f" * 32})
    assert life.quiz.questions[0].score == 0
    life.review(CARDS[0], {"rating": 3, "score": 1, "replaces": review.id})
    life.review("d/unknown", {"rating": 3, "score": 1})
    assert (life.quiz.questions[0].score, life.quiz.questions[0].overruled) == (1, True)
    assert fold_quiz(life.events) == life.quiz


def test_a_question_is_marked_by_hand_before_the_end() -> None:
    life = Life()
    life.do("answer", "in my words")
    life.quiz = life.quiz.after(life.record(life.quiz.mark(0, 0.5)))
    assert (life.quiz.questions[0].score, life.quiz.current) == (0.5, 1)


def test_a_quiz_thrown_away_is_over() -> None:
    life = Life()
    life.quiz = life.quiz.after(life.record(life.quiz.discard()))
    life.finish([1.0])
    assert life.quiz.status is Status.DISCARDED


def test_a_result_that_makes_no_sense_is_that_of_no_question() -> None:
    life = Life()
    assert life.quiz.after(event(9, Did.QUIZ_FINISHED, data={"scores": 3})).questions == ()


def test_events_that_make_no_sense_are_passed_over() -> None:
    life = Life()
    before = life.quiz
    for data in ({}, {"response": "x"}, {"clock_ms": "late"}, {"scores": 3}):
        for kind in (Did.QUIZ_ANSWERED, Did.FLAGGED):
            life.quiz = life.quiz.after(event(99, kind, "d/unknown", {"quiz": before.id, **data}))
    life.quiz = life.quiz.after(event(98, Did.QUIZ_ANSWERED, CARDS[0], {"quiz": before.id}))
    assert life.quiz == before
    assert fold_quiz([]) is None
    assert fold_quiz([event(1, Did.QUIZ_STARTED, data={"cards": []})]) is None
    assert fold_quiz([event(1, Did.QUIZ_STARTED, data={"cards": "abc"}), *life.events]) is not None
    odd = fold_quiz([event(1, Did.QUIZ_STARTED, data={"cards": ["d/1", 2], "chances": ["x"]})])
    assert odd == Quiz(f"{1:032x}", START, 3600, Setup(), (Question("d/1"),))


def test_events_say_to_which_quiz_they_belong() -> None:
    life = Life()
    life.do("answer", "x")
    assert {quiz_id(one) for one in life.events} == {life.quiz.id}
    assert quiz_id(event(1, Did.REVIEWED, "d/1", {"rating": 3})) == quiz_id(event(1, Did.FLAGGED, "d/1")) == ""
    other = event(7, Did.QUIZ_ANSWERED, CARDS[0], {"quiz": "another", "response": "x"}, at=START + 9_999)
    assert fold_quiz([*life.events[:1], other]) == fold_quiz(life.events[:1])
