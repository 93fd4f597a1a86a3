"""Drafts of a text, as lines that a person can read and judge."""

from quizzer.core.asking import asked, solution
from quizzer.core.cards import Choice, cards_of
from quizzer.core.draft import Draft
from quizzer.core.passage import Passage
from quizzer.documents import markdown, plain_text
from quizzer.documents.blocks import led_in, number
from quizzer.documents.drafting.drafting import draft


def passages_of(text: str, ending: str = ".txt") -> tuple[Passage, ...]:
    return number(led_in(markdown.blocks(text) if ending == ".md" else plain_text.blocks(text)))


def drafts_of(text: str, ending: str = ".txt") -> tuple[Draft, ...]:
    return draft(passages_of(text, ending), "doc")


def line(one: Draft) -> str:
    """`rule kind: question = answer | wrong options`."""
    card = cards_of("deck", one.note)[0]
    asks = one.note.question or asked(card, "").prompt.text
    wrong = "".join(f" | {option.text}" for option in one.note.body.wrong) if isinstance(one.note.body, Choice) else ""
    answer = solution(card).replace("\n", " / ")
    return f"{one.rule} {one.note.kind}: {asks} = {answer}{wrong}"


def lines(text: str, rule: str = "", ending: str = ".txt") -> list[str]:
    """The drafts of a text, of one rule where it is named."""
    return [line(one) for one in drafts_of(text, ending) if not rule or one.rule == rule]
