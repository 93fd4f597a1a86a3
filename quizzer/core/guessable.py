"""Advice on options and statements that can be guessed by who knows nothing of the matter."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from math import prod

from quizzer.core.advice import ALIKE, SHORTEST, Advice
from quizzer.core.cards import Choice, Note, TrueFalse
from quizzer.core.markup import plain
from quizzer.core.numbers import value_of
from quizzer.core.text import quoted

LONGER = 1.6
"""How many times as long as the longest wrong option the right one may be."""
LUCK = 1 / 50
"""How likely it may be that the right options of a deck stand in one place by chance, to be advice all the same."""


def longest_right(notes: Sequence[Note], _sources: bool) -> Iterator[Advice]:
    """A right option that is by far the longest."""
    for note in notes:
        if not isinstance(note.body, Choice) or len(note.body.right) > 1:
            continue
        right = len(plain(note.body.right[0].text))
        longest = max(len(plain(option.text)) for option in note.body.wrong)
        if right > LONGER * longest and right - longest > 2 * SHORTEST:
            message = f"the right option is by far the longest: {right} characters, the others {longest} at most"
            yield Advice("longest-is-right", note, message, "write options of about the same length")


_ABOVE = re.compile(
    r"\b(all|none|both|neither|either) of (the|these) (above|below|others?|options|answers)\b"
    r"|\b(all|none) of (these|them)\b|\b(alle|keine[rs]?) der (oben )?genannten\b"
    r"|\b(toutes|aucune) (de )?ces réponses\b|\b(todas|ninguna de) las anteriores\b"
    r"|^(both )?\(?[a-d]\)? (and|&|or) \(?[a-d]\)?\.?$",
    re.IGNORECASE,
)


def all_above(notes: Sequence[Note], _sources: bool) -> Iterator[Advice]:
    """An option that speaks of the others."""
    for note in notes:
        options = (*note.body.right, *note.body.wrong) if isinstance(note.body, Choice) else ()
        found = next((option.text for option in options if _ABOVE.search(option.text)), "")
        if found:
            message = f"{quoted(found)} is no option where options are shuffled, and it is easily guessed"
            yield Advice("all-of-the-above", note, message, "use `answers` for several that are right, or leave it out")


def always_the_same(notes: Sequence[Note], _sources: bool) -> Iterator[Advice]:
    """Statements that are all true, or all false."""
    statements = [(note, note.body.answer) for note in notes if isinstance(note.body, TrueFalse)]
    if len(statements) >= ALIKE and len({holds for _, holds in statements}) == 1:
        note, holds = statements[0]
        word = "true" if holds else "false"
        message = f"all {len(statements)} statements of this deck are {word}, so that nobody has to think"
        yield Advice("always-the-same", note, message, f"turn about half of them into {str(not holds).lower()} ones")


def always_in_place(notes: Sequence[Note], _sources: bool) -> Iterator[Advice]:
    """Right options that always stand in one place among the wrong ones.

    Options are shuffled, so that a place is what shuffling leaves: the letter that an author has written before each
    option, the rank among numbers, the greatest length.
    """
    choices = [(note, note.body) for note in notes if isinstance(note.body, Choice) and len(note.body.right) == 1]
    for what, place_in in (("with letters", _label), ("between numbers", _rank), ("of this deck", _length)):
        places = [(note, found) for note, body in choices if (found := place_in(body))]
        if len(places) < ALIKE or len({place for _, (place, _) in places}) > 1:
            continue
        note, (place, _) = places[0]
        if place and prod(chance for _, (_, chance) in places) < LUCK:
            message = f"in all {len(places)} choices {what} the right option is {place}"
            yield Advice("always-in-one-place", note, message, "see that it is another one in some of them")


_LABEL = re.compile(r"\(?([a-h]|[A-H]|[1-8])[.):]\s")


def _label(choice: Choice) -> tuple[str, float] | None:
    """The letter before the right option, and how likely it is by chance; None where some have none."""
    options = (*choice.right, *choice.wrong)
    labels = [found[1].upper() for option in options if (found := _LABEL.match(option.text))]
    return (quoted(labels[0]), 1 / len(options)) if len(labels) == len(options) else None


def _rank(choice: Choice) -> tuple[str, float] | None:
    """Where the right number stands among the wrong ones; None where it takes two, or some are no numbers."""
    right = value_of(choice.right[0].text)
    wrong = [value for option in choice.wrong if (value := value_of(option.text)) is not None]
    if right is None or len(wrong) < len(choice.wrong) or len(wrong) < 2:
        return None
    count = len(wrong) + 1
    if right < min(wrong) or right > max(wrong):
        return ("the smallest" if right < min(wrong) else "the largest", 1 / count)
    return "neither the smallest nor the largest", (count - 2) / count


def _length(choice: Choice) -> tuple[str, float]:
    """Whether the right option is the longest; an empty text where it is not."""
    lengths = Counter(len(plain(option.text)) for option in choice.wrong)
    is_longest = len(plain(choice.right[0].text)) > max(lengths)
    return "the longest" if is_longest else "", 1 / (len(choice.wrong) + 1)
