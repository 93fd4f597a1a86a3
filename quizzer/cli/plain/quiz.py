"""A quiz line by line, from the one that was left half-way or a new one to the talk about its result."""

from collections.abc import Callable
from functools import partial

from quizzer.cli.plain.lines import EndOfInput, Leave, Lines
from quizzer.cli.plain.quiz_result import result_lines
from quizzer.cli.plain.quiz_taking import Taking
from quizzer.cli.plain.quiz_talk import Talk
from quizzer.collection.quiz_result import QuizResult
from quizzer.collection.quizzes import Quizzes
from quizzer.collection.quizzing import Quizzing
from quizzer.core.answers import clock_words
from quizzer.core.day import local
from quizzer.core.quiz import Quiz
from quizzer.core.selection import Setup
from quizzer.core.text import one_line


def take(quizzes: Quizzes, setup: Setup, lines: Lines) -> QuizResult | None:
    """Take a quiz, or go on with the one left open; None where it was left.

    Raises:
        NothingToAsk, UsageError: the set-up asks nothing.
    """
    return _asked(lines, lambda: _resumed(quizzes, lines) or quizzes.start(setup))


def talk_about(quizzes: Quizzes, result: QuizResult, lines: Lines) -> None:
    """Show a result and talk about it, and then about those of what is asked again."""
    shown: QuizResult | None = result
    try:
        while shown is not None:
            lines.say_all(result_lines(shown))
            cards, quiz = Talk(shown, lines).talk(), shown.quiz
            shown = _asked(lines, partial(quizzes.again, quiz, cards)) if cards else None
    except KeyboardInterrupt:
        lines.say("")


def _asked(lines: Lines, begin: Callable[[], Quizzing]) -> QuizResult | None:
    """The result of a quiz; None where it was left, which is said."""
    quizzing: Quizzing | None = None
    try:
        quizzing = begin()
        return Taking(quizzing, lines).take()
    except (Leave, EndOfInput):
        pass
    except KeyboardInterrupt:
        lines.say("")  # the terminal has written ^C on the line
    if quizzing is not None:
        lines.say("The quiz is saved with every answer: `quizzer quiz --plain` goes on with it.")
    return None


def _resumed(quizzes: Quizzes, lines: Lines) -> Quizzing | None:
    """The quiz that was left half-way, should there be one and the person want it."""
    quiz = quizzes.left_open()
    if quiz is None:
        return None
    quizzing = quizzes.resume(quiz)
    lines.say(open_sentence(quizzing, quiz))
    lines.say("Type r to go on with it, or n to throw it away and begin a new one. Empty means r.")
    while True:
        heard = lines.hear().casefold()
        if heard in ("", "r"):
            return quizzing
        if heard == "n":
            quizzes.discard(quiz)
            return None
        if heard in (":q", "q"):
            raise Leave
        lines.say("Type r or n.")


def open_sentence(quizzing: Quizzing, quiz: Quiz) -> str:
    """Which quiz was left half-way, when, and how far it had come."""
    when = local(quiz.at, quiz.offset)
    done = len(quizzing.quiz.questions) - len(quizzing.quiz.unanswered)
    left = quiz.left_ms(quiz.clock_ms)
    time = "" if left is None else f", {clock_words(left)} left"
    return (
        f"A quiz was left half-way: {one_line(quizzing.title)}, {when:%a} {when.day} {when:%b %H:%M}, "
        f"{done} of {len(quizzing.quiz.questions)} answered{time}."
    )
