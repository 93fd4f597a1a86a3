"""A quiz line by line: one line a question, no feedback until the end; then the result.

A line that starts with one colon is a command instead: `:skip`, `:back`, `:left`, `:submit` and others.
"""

from collections.abc import Iterable

from quizzer.cli.plain.commands import understand
from quizzer.cli.plain.lines import EndOfInput, Lines
from quizzer.cli.plain.quiz_result import result_lines, row_lines
from quizzer.cli.plain.responses import NotAllowed, response_of
from quizzer.cli.plain.showing import asked_lines, labelled, passage_lines
from quizzer.collection.quiz_result import QuizResult
from quizzer.collection.quizzes import Quizzes
from quizzer.collection.quizzing import Asking, Quizzing
from quizzer.core.answers import clock_words, response_words
from quizzer.core.asking import solution
from quizzer.core.day import local
from quizzer.core.markup import plain
from quizzer.core.quiz import Quiz
from quizzer.core.selection import Setup
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


class Leave(Exception):
    """The person stops."""


def take(quizzes: Quizzes, setup: Setup, lines: Lines, *, talk: bool = True) -> QuizResult | None:
    """Take a quiz, or go on with the one left open; None where it was left.

    Args:
        quizzes: the collection's.
        setup: what to ask.
        lines: the conversation.
        talk: whether to show the result and talk about it; else it is only given back.

    Raises:
        NothingToAsk, UsageError: the set-up asks nothing.
    """
    quizzing: Quizzing | None = None
    try:
        quizzing = _resumed(quizzes, lines) or quizzes.start(setup)
        result = _Taking(quizzing, lines).take()
        while talk:
            _say(lines, result_lines(result))
            again = _Talk(result, lines).talk()
            if not again:
                break
            result = _Taking(quizzes.again(result.quiz, again), lines).take()
    except (Leave, EndOfInput):
        pass
    except KeyboardInterrupt:
        lines.say("")  # the terminal has written ^C on the line
    else:
        return result
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


class _Taking:
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
        _say(self._lines, asked_lines(asking.asked))
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
                _say(self._lines, HELP)
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


class _Talk:
    """What a person does with a result."""

    def __init__(self, result: QuizResult, lines: Lines) -> None:
        self._result = result
        self._lines = lines

    def talk(self) -> list[str]:
        """Hear until there is nothing more; the cards to be asked again, or none."""
        self._lines.say(
            ":y 3 says that you were right on question 3, :s 3 shows its passage, :a all questions, :w asks again what "
            "went wrong, :u takes back. An empty line ends."
        )
        while True:
            try:
                heard = understand(self._lines.hear())
            except EndOfInput:
                return []
            letter, _, number = heard.command.partition(" ")
            if not heard.command or letter == "q" or (letter == "u" and not self._undo()):
                return []
            if letter == "w" and self._result.to_learn:
                return [row.card.id for row in self._result.to_learn]
            if letter != "u":
                self._obey(letter, number)

    def _obey(self, letter: str, number: str) -> None:
        rows = list(self._result.rows.values())
        row = rows[int(number) - 1] if number.isdecimal() and 1 <= int(number[:9]) <= len(rows) else None
        if letter == "a":
            for at, one in enumerate(rows, 1):
                _say(self._lines, row_lines(at, one))
        elif letter == "s" and row:
            _say(self._lines, passage_lines(self._result.passage(row)))
        elif letter == "y" and row:
            why_not = self._result.why_not_right(row)
            if not why_not:
                self._result.was_right(row)
            self._lines.say(why_not or f"You were right, then. {result_lines(self._result)[0]}")
        else:
            self._lines.say("Type :y, :s, :a, :w or :u, with the number of a question after :y and :s.")

    def _undo(self) -> bool:
        """Take back the newest action; whether the quiz is still there."""
        undone = self._result.undoable()
        if undone is None:
            self._lines.say("There is nothing to take back.")
            return True
        if undone.earlier_sitting:
            self._lines.say(f"Take back {one_line(undone.what)}? Type y, or anything else.")
            if self._lines.hear().casefold() not in ("y", "yes"):
                self._lines.say("It stays.")
                return True
        there = self._result.undo()
        self._lines.say(f"Taken back: {one_line(undone.what)}.")
        return there


def unanswered_sentence(quiz: Quiz) -> str:
    """Which questions have no answer yet."""
    places = [str(place + 1) for place in quiz.unanswered]
    if not places:
        return "All questions are answered."
    flagged = [str(place + 1) for place, question in enumerate(quiz.questions) if question.flagged]
    verb = "is" if len(places) == 1 else "are"
    more = f" Flagged: {', '.join(flagged)}." if flagged else ""
    return f"{len(places)} {verb} unanswered: {', '.join(places)}.{more}"


def _say(lines: Lines, texts: Iterable[str]) -> None:
    for text in texts:
        lines.say(text)
