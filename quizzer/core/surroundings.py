"""What of a deck matters for judging one of its cards."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from quizzer.core.folding import Ignoring, Line, Solution, sought
from quizzer.core.markup import plain

_SIGNS = re.compile(r"[\W_]+")
_ARTICLE = 3
"""Letters of the longest article, which folding does take away."""


class Others:
    """The solutions of a deck, to compare one response after the other with: each is folded once at most."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._texts = texts
        self._folded: dict[tuple[str, frozenset[Ignoring], str], Solution] = {}

    def near(self, yours: Line, most: int, overlook: frozenset[Ignoring], language: str) -> Iterator[Solution]:
        """Those that may be as little as so many edits from a response, as both are compared, and few others."""
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        spelt, texts = self._spelt
        found = extract(letters(yours.trimmed), spelt, scorer=OSA.distance, score_cutoff=most + _ARTICLE, limit=None)
        for _, _, at in found:
            key = texts[at], overlook, language
            if key not in self._folded:
                self._folded[key] = Solution(*key)
            yield self._folded[key]

    @cached_property
    def _spelt(self) -> tuple[list[str], list[str]]:
        """The letters of each, of code also without its language's name; and in the same places, which text that is."""
        texts = list(self._texts)
        code = [text for text in texts if "`" in text]
        return [*map(letters, texts), *(letters(plain(text)) for text in code)], texts + code


def letters(text: str) -> str:
    """The letters and digits of a text without capitals and accents: nothing is in them that folding may take away.

    >>> letters("The *Hādī*’s Straße, no. 4")
    'thehadisstrasseno4'
    """
    return _SIGNS.sub("", sought(text))


class Surroundings(NamedTuple):
    """A deck, as far as judging looks at it."""

    language: str = ""
    """That of the answers, as the deck names it."""
    others: Callable[[], Others] = Others
    """The solutions of the deck, this card's among them or not; asked for only where a response is nearly right."""


NOWHERE = Surroundings()
"""A card on its own."""
