"""The result of a quiz, as lines: score, topics, what was lost and where to read it again."""

from quizzer.cli.plain.showing import labelled, part_lines
from quizzer.collection.quiz_result import QuizResult, Reviewed
from quizzer.core.answers import clock_words, points_words, response_words, share_words
from quizzer.core.asking import Asked, solution
from quizzer.core.cards import Choice
from quizzer.core.day import local
from quizzer.core.grading import Outcome
from quizzer.core.markup import plain, plain_text
from quizzer.core.result import Mark
from quizzer.core.text import one_line


def result_lines(result: QuizResult) -> list[str]:
    """Score, prediction, topics, every question that lost something, and the reading list."""
    quiz, found = result.quiz, result.result
    counts = ", ".join(f"{found.count(mark)} {mark}" for mark in Mark if found.count(mark))
    lines = [
        f"Result: {points_words(found.got)} of {len(found.marked)}, {share_words(found.share)}, "
        f"in {clock_words(quiz.clock_ms)} minutes.",
        f"{counts.capitalize()}.",
        prediction_sentence(result),
    ]
    earlier = result.earlier
    if earlier is not None:
        when = local(earlier.at, earlier.offset)
        lines.append(f"Before, on {when:%a} {when.day} {when:%b}: {share_words(earlier.share)}.")
    if len(found.topics) > 1:
        lines += [
            f"Topic {one_line(one.topic)}: {points_words(one.got)} of {one.of}, {share_words(one.share)}, "
            f"predicted {share_words(one.expected)}."
            for one in found.topics
        ]
    numbers = {card: at for at, card in enumerate(result.rows, 1)}
    lost = result.to_learn
    lines.append(f"To learn from: {len(lost)}." if lost else "Nothing was lost.")
    for row in lost:
        lines += row_lines(numbers[row.question.card], row)
    for one in result.reading():
        place = ", ".join(one_line(part) for part in (one.passage.title, one.passage.place) if part)
        lines.append(f"Read again: {place}; {points_words(one.lost)} lost there.")
    lines.append(counted_sentence(result))
    return lines


def prediction_sentence(result: QuizResult) -> str:
    """What was expected, between what and what, and how the score stands to it."""
    share, found = result.result.share, result.result.prediction
    between = f"{round(found.low * 100)} to {round(found.high * 100)}"
    if not result.result.promised:
        return f"Guessing alone brings {share_words(found.expected)} ({between}): nothing of it was reviewed before."
    return f"Predicted {share_words(found.expected)} ({between}): {found.words(share)}."


def counted_sentence(result: QuizResult) -> str:
    """Whether the answers counted as reviews."""
    answers = sum(question.answered for question in result.quiz.questions)
    if not result.quiz.setup.counts:
        return "For practice: it counts as no reviews."
    return f"Counted as {answers} {'review' if answers == 1 else 'reviews'}."


def row_lines(number: int, row: Reviewed) -> list[str]:
    """One question: its mark, the response beside the solution, why, and where it stands."""
    verdict, note = row.verdict, row.card.note
    word = str(row.marked.mark).capitalize()
    if verdict is not None and verdict.outcome is Outcome.NEARLY and row.marked.mark is Mark.WRONG:
        word = "Nearly, which counts as wrong"
    lines = [f"{word}: question {number}. {_question(row.asked)}"]
    if row.question.answered:
        words = response_words(row.card, row.response)
        lines.append(labelled("You", plain(words) if words else "I don't know"))
    if verdict is not None and verdict.message and row.response is not None:
        lines.append(f"Why: {one_line(verdict.message)}.")
    if verdict is not None and verdict.parts:
        lines += part_lines(verdict)
    else:
        lines.append(labelled("Answer", plain(solution(row.card))))
    if isinstance(note.body, Choice) and isinstance(row.response, tuple):
        options = (*note.body.right, *note.body.wrong)
        for place in row.response:
            if 0 <= place < len(options) and options[place].because:
                word = "Right" if place < len(note.body.right) else "Wrong"
                lines.append(f"{word}: {one_line(options[place].text)} ({one_line(plain(options[place].because))})")
    if note.explanation:
        lines.append(labelled("Explanation", plain(note.explanation)))
    if note.quote:
        lines.append(labelled("Quote", note.quote.strip()))
    return lines


def _question(asked: Asked) -> str:
    return one_line(plain_text(asked.prompt.blocks))
