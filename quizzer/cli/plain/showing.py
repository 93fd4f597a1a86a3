"""What plain mode says about a card, as lines: no colour, no symbols that words do not say as well."""

from collections.abc import Sequence

from quizzer.cli.plain.responses import NotAllowed, example, places_of
from quizzer.collection.reading import PassageView
from quizzer.collection.sitting import Showing
from quizzer.core.asking import Asked, Form, revealed_cloze, solution
from quizzer.core.buttons import FOUR, Buttons
from quizzer.core.cards import Cloze
from quizzer.core.differences import Op, Piece
from quizzer.core.grading import Verdict
from quizzer.core.markup import plain, plain_text
from quizzer.core.schedule import Rating, State
from quizzer.core.text import one_line

STATES = {State.NEW: "new", State.LEARNING: "learning", State.REVIEW: "due", State.RELEARNING: "learning again"}


def question_lines(showing: Showing, number: int, left: int) -> list[str]:
    """Which card it is, its question, its options, and what may be typed."""
    asked = showing.asked
    words = one_line(showing.standing.flag or "")
    flag = f", flagged: {words}" if words else ", flagged" if showing.flagged else ""
    state = "cram" if showing.cram else STATES[showing.schedule.state]
    return [f"Card {number}, {left} to go: {one_line(showing.deck_title)}, {state}{flag}.", *asked_lines(asked)]


def asked_lines(asked: Asked) -> list[str]:
    """The question, its options, and what may be typed."""
    lines = [plain_text(asked.prompt.blocks)]
    lines += [f"{letter(place)}: {_within(plain(left.text))}" for place, left in enumerate(asked.lefts)]
    lines += [f"{place}: {_within(plain(option.text))}" for place, option in enumerate(asked.options, 1)]
    lines.append(_how(asked))
    return lines


def _how(asked: Asked) -> str:
    count = len(asked.options)
    match asked.form:
        case Form.TYPE if asked.wanted > 1:
            return f"Type {asked.wanted} answers with ; between them. Empty means I don't know."
        case Form.TYPE:
            unit = f" in {one_line(asked.unit)}" if asked.unit else ""
            return f"Type the answer{unit}. Empty means I don't know."
        case Form.ORDER:
            return f"Type their numbers in the right order, as in {example(count)}. Empty means I don't know."
        case Form.MATCH:
            last = letter(count - 1)
            return f"Type the numbers that go with a to {last}, as in {example(count)}. Empty means I don't know."
        case Form.TRUE_FALSE:
            return "True or false? Empty means I don't know."
        case Form.CHOOSE_ONE:
            return "Type the number of one option. Empty means I don't know."
        case Form.CHOOSE_SEVERAL:
            return f"Choose {asked.wanted}: type their numbers, as in 1 3. Empty means I don't know."
        case _:
            return "Think of the answer. An empty line reveals it."


def letter(place: int) -> str:
    """What a left side is called, from 0.

    >>> letter(0), letter(27)
    ('a', 'b2')
    """
    return "abcdefghijklmnopqrstuvwxyz"[place % 26] + (str(place // 26 + 1) if place >= 26 else "")


def reveal_lines(showing: Showing, line: str, verdict: Verdict | None) -> list[str]:
    """The verdict, its word first; the right answer; the explanation and where it comes from."""
    card, asked = showing.card, showing.asked
    lines = [] if verdict is None else [_verdict(verdict)]
    if verdict is not None and verdict.parts:
        lines += part_lines(verdict)
    elif asked.form in (Form.CHOOSE_ONE, Form.CHOOSE_SEVERAL):
        lines += _picked(asked, line)
    elif verdict is not None and verdict.differences is not None:
        if line:
            lines.append(f"You: {_pieces(verdict.differences.yours)}")
        lines.append(f"Answer: {_pieces(verdict.differences.right)}")
    else:
        lines.append(labelled("Answer", plain(solution(card))))
    if isinstance(card.note.body, Cloze):
        lines.append(labelled("In full", plain_text(revealed_cloze(card).blocks)))
    if card.note.explanation:
        lines.append(labelled("Explanation", plain(card.note.explanation)))
    if card.note.quote:
        lines.append(labelled("Quote", card.note.quote.strip()))
    return lines


def _verdict(verdict: Verdict) -> str:
    word = verdict.outcome.capitalize()
    return f"{word}: {one_line(verdict.message)}." if verdict.message else f"{word}."


def _picked(asked: Asked, line: str) -> list[str]:
    """The right options, and what was picked wrongly with the reason if there is one."""
    try:
        picked = places_of(asked, line)
    except NotAllowed:
        picked = []
    lines = []
    for place, option in enumerate(asked.options, 1):
        if option.right or place in picked:
            label = "Answer" if option.right else "You"
            because = f" ({_within(plain(option.because))})" if option.because else ""
            lines.append(f"{label}: {place}, {_within(plain(option.text))}{because}")
    return lines


def part_lines(verdict: Verdict) -> list[str]:
    """What was wanted, a line each, with what there was of it; a word first."""
    lines = []
    for place, part in enumerate(verdict.parts, 1):
        number = f"{place}, " if verdict.rule == "order" else ""
        words = [f"yours: {one_line(plain(part.yours))}"] if part.yours and part.right else []
        words += [part.words] if part.words and part.words != "missing" else []
        word = "Missing" if part.words == "missing" else part.outcome.capitalize()
        aside = f" ({', '.join(words)})" if words else ""
        lines.append(f"{word}: {number}{_within(plain(part.right or part.yours))}{aside}")
    return lines


def _pieces(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text if piece.op in (Op.SAME, Op.OTHER) else f"[{piece.text}]" for piece in pieces)


def labelled(label: str, text: str) -> str:
    """A text after its label; one of several lines begins on its own."""
    return f"{label}:\n{text}" if "\n" in text else f"{label}: {text}"


def _within(text: str) -> str:
    """Text on one line, unless its lines matter."""
    return text if "\n" in text else one_line(text)


def rating_line(waits: Sequence[str], suggestion: Rating, buttons: Buttons = FOUR) -> str:
    """The ratings, how long each has the card wait, and which an empty line takes.

    Args:
        waits: of all four ratings.
        suggestion: what an empty line takes, one of those that are offered.
        buttons: what is offered.
    """
    offers = ", ".join(f"{at} {button.name} {waits[button.rating - 1]}" for at, button in enumerate(buttons, 1))
    taken = next(button.name for button in buttons if button.rating is suggestion)
    return f"Rate: {offers}. Empty means {taken}."


def passage_lines(passage: PassageView | None) -> list[str]:
    """The passage with the quote between » and «, or the sentence that says that there is none."""
    if passage is None:
        return ["This card names no source."]
    place = ", ".join(one_line(part) for part in (passage.title, passage.place) if part)
    lines = [f"Source: {place}." if place else "Source:"]
    if passage.heading:
        lines.append(one_line(passage.heading))
    if passage.text:
        text, at = "", 0
        for start, end in passage.marks:
            text += f"{passage.text[at:start]}»{passage.text[start:end]}«"
            at = end
        lines.append(text + passage.text[at:])
    return [*lines, one_line(passage.note)] if passage.note else lines
