"""What is looked for in a card: all that `haystack` is given of it."""

from quizzer.core.asking import question, solution
from quizzer.core.cards import Card
from quizzer.core.filtering import haystack
from quizzer.core.markup import plain


def searched(card: Card) -> str:
    """A card's question, solution, tags and id; its deck's title stands with its deck."""
    return haystack(plain(question(card)), plain(solution(card)), *card.note.tags, card.id)
