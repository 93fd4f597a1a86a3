"""A quiz as lines: its map, its questions one a line, and between what the log keeps and what the screen holds."""

from typing import TYPE_CHECKING, Final

from textual.content import Content

from quizzer.core.answers import clock_words
from quizzer.core.asking import Asked, Form
from quizzer.core.markup import plain_text
from quizzer.core.quiz import Question, Quiz
from quizzer.core.text import one_line, shorten
from quizzer.tui.widgets.drawing import Part, line
from quizzer.tui.widgets.reply import FALSE, TRUE, Reply
from quizzer.tui.widgets.responses import prompt_for

if TYPE_CHECKING:
    from quizzer.core.grading import Response

FIVE: Final = 5
_BACK: Final = (("   Backspace", ".key"), (" takes one back", ".muted"))


def quiz_prompt(asked: Asked, reply: Reply, typing: bool, by_hand: bool) -> Content:
    """What to press now; `typing` while the field takes the letters."""
    enter: list[Part] = [("Enter", ".key"), (" answers and goes on", ".muted")]
    unknown = ("; empty means you don’t know", ".muted")
    match asked.form:
        case Form.TYPE if not typing:
            return line(
                " ", ("Tab", ".key"), (" goes back to the field; ", ".muted"), ("Esc", ".key"), (" leaves", ".muted")
            )
        case Form.TYPE if by_hand:
            return line((" Say it in your words, and mark it yourself at the end; ", ".muted"), *enter[:1], " goes on")
        case Form.TYPE if asked.wanted > 1:
            return line(" ", (";", ".key"), (f" between the {asked.wanted} answers; ", ".muted"), *enter, unknown)
        case Form.TYPE:
            return line(" ", *enter, unknown)
        case Form.ORDER | Form.MATCH:
            return line(" ", *enter, *_BACK) if reply.given(asked) else line(" ", prompt_for(asked, reply, typing))
        case Form.TRUE_FALSE:
            keys: list[Part] = [("t", ".key"), (" or ", ".muted"), ("f", ".key")]
        case _:
            keys = [("1", ".key"), ("–", ".muted"), (str(len(asked.options)), ".key")]
    several = asked.form is Form.CHOOSE_SEVERAL
    choose = f"Choose {asked.wanted}.  " if several else ""
    picked = f"   {len(reply.picked)} picked" if several else ""
    return line(" ", choose, *keys, (" pick  ", ".muted"), *enter, (picked, ".muted"))


def sign_of(question: Question) -> tuple[str, str]:
    """A question's state as one character: never whether it is right."""
    if question.answered:
        return "●", ".good"
    return ("–", ".nearly") if question.skipped else ("○", ".muted")


def map_line(quiz: Quiz, width: int) -> Content:
    """All questions, one character each in fives, or as many of them around the current one as there is room for."""
    room = max(10, width * FIVE // (FIVE + 1) // FIVE * FIVE)
    first = max(0, min(quiz.current - room // 2, len(quiz.questions) - room)) // FIVE * FIVE
    parts: list[Part] = []
    for place in range(first, min(len(quiz.questions), first + room)):
        question = quiz.questions[place]
        sign, style = ("*", ".nearly") if question.flagged else sign_of(question)
        parts += [" "] if parts and place % FIVE == 0 else []
        parts.append((sign, "" if place == quiz.current else style))
    return line(*parts)


def answered_words(quiz: Quiz) -> str:
    """How many questions are answered."""
    return f"{len(quiz.questions) - len(quiz.unanswered)} of {len(quiz.questions)} answered"


def clock_part(left_ms: int | None, clock_ms: int) -> Content:
    """The time that is left, or without a limit the time that has passed."""
    if left_ms is None:
        return line((clock_words(clock_ms), ".muted"))
    return line((f"{clock_words(left_ms)} left", ".nearly" if left_ms < 60_000 else ".title"))


def map_row(place: int, question: Question, asked: Asked, width: int, here: bool) -> Content:
    """One question on one line: its number, its state in words, and how it begins."""
    sign, style = sign_of(question)
    word = "answered" if question.answered else "skipped" if question.skipped else "open"
    text = one_line(plain_text(asked.prompt.blocks))
    lead = line(
        (" ▸ ", ".accent") if here else "   ",
        (f"{place + 1:>4} ", ".key"),
        (f"{sign} {word:<9}", style),
        ("* flagged " if question.flagged else "          ", ".nearly"),
    )
    content = lead + Content(shorten(text, max(8, width - lead.cell_length - 1)))
    content = content.pad_right(max(0, width - content.cell_length))
    return content.stylize(".cursor") if here else content


def reply_of(asked: Asked, response: "Response") -> Reply:
    """The reply that a response came from, so that a question one goes back to shows it."""
    if isinstance(response, bool):
        return Reply(picked=frozenset({TRUE if response else FALSE}), cursor=TRUE if response else FALSE)
    if isinstance(response, tuple) and asked.form in (Form.CHOOSE_ONE, Form.CHOOSE_SEVERAL):
        picked = frozenset(place for place, option in enumerate(asked.options) if option.original in response)
        return Reply(picked=picked, cursor=min(picked, default=-1))
    if isinstance(response, tuple) and asked.form is Form.ORDER:
        at = {option.original: place for place, option in enumerate(asked.options)}
        return Reply(placed=tuple((spot, at[original]) for spot, original in enumerate(response) if original in at))
    if isinstance(response, tuple) and asked.form is Form.MATCH:
        at = {option.original: place for place, option in enumerate(asked.options)}
        spots = (
            (spot, response[left.original]) for spot, left in enumerate(asked.lefts) if left.original < len(response)
        )
        return Reply(placed=tuple((spot, at[original]) for spot, original in spots if original in at))
    return Reply(text=response if isinstance(response, str) else "")
