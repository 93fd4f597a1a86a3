"""Talking about a quiz's result line by line: its passages, what was right after all, what is asked again."""

from quizzer.cli.plain.accepting import accepted
from quizzer.cli.plain.commands import understand
from quizzer.cli.plain.lines import EndOfInput, Lines
from quizzer.cli.plain.quiz_result import result_lines, row_lines
from quizzer.cli.plain.showing import passage_lines
from quizzer.collection.quiz_result import QuizResult
from quizzer.core.text import one_line
from quizzer.errors import EditRefused


class Talk:
    """What a person does with a result."""

    def __init__(self, result: QuizResult, lines: Lines) -> None:
        self._result = result
        self._lines = lines

    def talk(self) -> list[str]:
        """Hear until there is nothing more; the cards to be asked again, or none."""
        self._lines.say(
            ":y 3 says that you were right on question 3, :Y 3 accepts that response from now on too, :s 3 shows its "
            "passage, :a all questions, :w asks again what went wrong, :u takes back. An empty line ends."
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
                self._lines.say_all(row_lines(at, one))
        elif letter == "s" and row:
            self._lines.say_all(passage_lines(self._result.passage(row, wait=True)))
        elif letter == "y" and row:
            why_not = self._result.why_not_right(row)
            if not why_not:
                self._result.was_right(row)
            self._lines.say(why_not or f"You were right, then. {result_lines(self._result)[0]}")
        elif letter == "Y" and row:
            why_not = self._result.why_not_accept(row)
            if why_not:
                self._lines.say(why_not)
            elif accepted(self._lines, lambda copy: self._result.accept(row, copy)):
                self._lines.say(f"You were right, and that is right from now on. {result_lines(self._result)[0]}")
        else:
            self._lines.say("Type :y, :Y, :s, :a, :w or :u, with the number of a question after :y, :Y and :s.")

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
        try:
            there = self._result.undo()
        except EditRefused as refused:
            self._lines.say(str(refused))
            return True
        self._lines.say(f"Taken back: {one_line(undone.what)}.")
        return there
