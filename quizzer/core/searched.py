"""What is looked for in a card: all that `haystack` is given of it."""

from quizzer.core.asking import text_version
from quizzer.core.cards import Card
from quizzer.core.filtering import haystack
from quizzer.core.markup import plain


def searched(card: Card) -> str:
    """A card's question, solution, tags and id; its deck's title stands with its deck."""
    text = text_version(card)
    return haystack(plain(text.question), plain(text.solution), *card.note.tags, card.id)
