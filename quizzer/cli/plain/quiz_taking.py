"""Asking a quiz line by line: one line a question, no feedback, until it is handed in.

A line that starts with one colon is a command instead: `:skip`, `:back`, `:left`, `:submit` and others.
"""

from quizzer.cli.plain.commands import understand
from quizzer.cli.plain.lines import Leave, Lines
from quizzer.cli.plain.responses import NotAllowed, response_of
from quizzer.cli.plain.showing import asked_lines, labelled
from quizzer.collection.quiz_result import QuizResult
from quizzer.collection.quizzing import Asking, Quizzing
from quizzer.core.answers import clock_words, response_words
from quizzer.core.asking import solution
from quizzer.core.markup import plain
from quizzer.core.quiz import Quiz
from quizzer.core.text import one_line

HELP = (
    "An answer takes one line; an empty one means: I don't know. The last answer to a question counts.",
    ":skip leaves the question for later. :back goes to the one before, :7 to question 7.",
    ":flag flags the question, or takes the flag away.",
    ":left says how much time is left and what is unanswered.",
    ":submit hands the quiz in.",
    ":q leaves; every answer is saved, and `quizzer quiz --plain` goes on with it.",
    ":: at the start of a response stands for one colon.",
)
MARKS = {"1": 0.0, "wrong": 0.0, "w": 0.0, "2": 0.5, "partly": 0.5, "p": 0.5, "3": 1.0, "right": 1.0, "r": 1.0}


class Taking:
    """One quiz, from where it stands to its result."""

    def __init__(self, quizzing: Quizzing, lines: Lines) -> None:
        self._quizzing = quizzing
        self._lines = lines
        self._warned = False

    def take(self) -> QuizResult:
        """Ask, have marked what no machine can mark, and hand in."""
        self._begin()
        while not self._over():
            asking = self._quizzing.asking
            if (self._ask(asking) if asking else self._end()) is True:
                break
        self._mark()
        return self._quizzing.submit()

    def _begin(self) -> None:
        quizzing, setup = self._quizzing, self._quizzing.quiz.setup
        count = len(quizzing.quiz.questions)
        left = quizzing.left_ms()
        time = "" if left is None else f", {clock_words(left)} minutes"
        counts = "" if setup.counts else ", for practice: it counts as no reviews"
        self._lines.say(
            f"Quiz: {one_line(quizzing.title)}, {count} {'question' if count == 1 else 'questions'}{time}{counts}."
        )
        if quizzing.lost:
            self._lines.say(f"{quizzing.lost} of its questions are in no deck any more, and left out.")
        self._lines.say("There is no feedback until the end. :? lists the commands.")

    def _over(self) -> bool:
        if self._quizzing.left_ms() != 0:
            return False
        self._lines.say("The time is over: the quiz is handed in as it stands.")
        return True

    def _ask(self, asking: Asking) -> bool:
        """Ask one question; whether the quiz is to be handed in."""
        total, question = len(self._quizzing.quiz.questions), asking.question
        notes = [
            ", flagged" * question.flagged,
            ", answered already" * question.answered,
            ", skipped" * question.skipped,
        ]
        self._lines.say(f"Question {asking.place + 1} of {total}{''.join(notes)}.")
        self._lines.say_all(asked_lines(asking.asked))
        if asking.by_hand:
            self._lines.say("You mark this one yourself at the end.")
        while True:
            heard = understand(self._lines.hear())
            if heard.command:
                done = self._obey(heard.command, asking)
                if done is not None:
                    return done
                continue
            try:
                response = response_of(asking.asked, heard.text)
            except NotAllowed as reason:
                self._lines.say(str(reason))
                continue
            # An empty line is "I don't know", whatever the form.
            if not self._quizzing.answer(response if heard.text and response != () else None):
                self._lines.say("That answer came too late.")
            return False

    def _obey(self, command: str, asking: Asking | None) -> bool | None:
        """Do what a command says: True hands in, False shows what is to be shown now, None hears on."""
        quizzing = self._quizzing
        match command:
            case "q":
                quizzing.leave()
                raise Leave
            case "?":
                self._lines.say_all(HELP)
            case "skip" if asking:
                quizzing.skip()
                return False
            case "flag" if asking:
                quizzing.flag()
                flagged = self._quizzing.quiz.questions[asking.place].flagged
                self._lines.say("Flagged." if flagged else "The flag is gone.")
            case "back":
                quizzing.go(quizzing.quiz.current - 1)
                return False
            case "left":
                self._left()
            case "submit":
                if asking is None or not quizzing.quiz.unanswered:
                    return True
                quizzing.go(len(quizzing.quiz.questions))
                return False
            case _ if command.isascii() and command.isdecimal():
                return self._go(command)
            case _:
                self._lines.say(f"There is no command :{command} here. :? lists them.")
        return None

    def _go(self, number: str) -> bool | None:
        total = len(self._quizzing.quiz.questions)
        if not 1 <= int(number[:9]) <= total:
            self._lines.say(f"Questions are 1 to {total}.")
            return None
        self._quizzing.go(int(number) - 1)
        return False

    def _left(self) -> None:
        left = self._quizzing.left_ms()
        self._lines.say("There is no time limit." if left is None else f"{clock_words(left)} minutes are left.")
        self._lines.say(unanswered_sentence(self._quizzing.quiz))

    def _end(self) -> bool:
        """Past the last question: hand in, or go back to one."""
        self._lines.say(f"That was the last question. {unanswered_sentence(self._quizzing.quiz)}")
        self._lines.say("An empty line hands the quiz in; a number goes to that question.")
        while True:
            line = self._lines.hear()
            heard = understand(line)
            if not line:
                return True
            number = heard.text if heard.text.isascii() and heard.text.isdecimal() else ""
            done = self._obey(heard.command or number or "?", None)
            if done is not None:
                return done

    def _mark(self) -> None:
        to_mark = self._quizzing.to_mark()
        for turn, asking in enumerate(to_mark, 1):
            response = asking.question.response
            self._lines.say(f"Mark it yourself, {turn} of {len(to_mark)}: question {asking.place + 1}.")
            self._lines.say(asked_lines(asking.asked)[0])
            self._lines.say(labelled("You", response_words(asking.card, response)))
            self._lines.say(labelled("Answer", plain(solution(asking.card))))
            self._lines.say("1 wrong, 2 partly, 3 right?")
            while (heard := self._lines.hear().casefold()) not in MARKS:
                if heard == ":q":
                    raise Leave
                self._lines.say("Type 1 for wrong, 2 for partly, or 3 for right.")
            self._quizzing.mark(asking.place, MARKS[heard])


def unanswered_sentence(quiz: Quiz) -> str:
    """Which questions have no answer yet."""
    places = [str(place + 1) for place in quiz.unanswered]
    if not places:
        return "All questions are answered."
    flagged = [str(place + 1) for place, question in enumerate(quiz.questions) if question.flagged]
    verb = "is" if len(places) == 1 else "are"
    more = f" Flagged: {', '.join(flagged)}." if flagged else ""
    return f"{len(places)} {verb} unanswered: {', '.join(places)}.{more}"
