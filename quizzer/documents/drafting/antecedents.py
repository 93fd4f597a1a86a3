"""Whom and what the sentences before are about, so that `she` or `the company` can be said by name. English only.

Nothing is put in that could be another: of two persons in a sentence, or two companies under a heading, neither is.
"""

import re
from collections import deque
from collections.abc import Iterable
from typing import TypeAlias

from quizzer.documents.drafting.spans import Name, Named
from quizzer.documents.drafting.spans import names as find_names
from quizzer.documents.drafting.survey import Survey
from quizzer.documents.drafting.vocabulary import FIRMS, OF_MEN, OF_WOMEN

BACK = 20
"""Sentences before a pronoun at most, among which its person is looked for."""
MET = 5_000
"""Surnames, and nouns that name something, that are remembered."""

_IS_A = re.compile(
    r"(?: \([^()]{1,60}\))? (?:is|was) (?:an?|the) (?:[\w-]+ ){0,3}?(\w+)"
    r"(?=[,.]| (?:of|that|which|who|in|for|from|by|with|at|on|to|based|made|founded)\b)"
)
_ANOTHER = re.compile(rf"(?<!is )(?<!was )\b(?:an?|the|another) (?:\w+ ){{0,3}}(?:{'|'.join(sorted(FIRMS))})\b")
"""Talk of a firm inside a sentence, where it is not the one just spoken of."""
_PRONOUN = re.compile(r"\b(?:he|she|him|his|her|He|She|His|Her)\b")
_WORD = re.compile(r"\w+")


_Said: TypeAlias = tuple[str, str, bool, tuple[Name, ...] | None]
"""An English sentence that came before; who was put in for a pronoun of it; whether it leans on the one before it; the
names in it, where they are known."""


class Before:
    """What was said under the same headings before a sentence."""

    def __init__(self, known: Survey) -> None:
        self.trail: tuple[str, ...] = ()
        self.about: frozenset[str] = frozenset()
        """The words of the headings, in lower case."""
        self._known = known
        self._said: deque[_Said] = deque(maxlen=BACK)
        self._surnames: set[str] = set()
        self._things: dict[str, str] = {}
        self._firm = ""

    def move_to(self, trail: tuple[str, ...], title: str = "") -> None:
        """Go on under other headings: what was said under those before is another matter."""
        self.trail = trail
        self.about = frozenset(_WORD.findall(" ".join((title, *trail)).casefold()))
        self._said.clear()
        self._things.clear()
        if not self._is_topic(self._firm):
            self._firm = ""

    def _is_topic(self, name: str) -> bool:
        return bool(name) and self.about.issuperset(_WORD.findall(name.removeprefix("the ").casefold()))

    def note(self, text: str, given: str, found: tuple[Name, ...] | None = None, *, leans: bool) -> None:
        """Another sentence; one that leans may be about whom those before it are about."""
        if not leans:
            self._said.clear()
        self._said.append((text, given, leans, found))

    def meet(self, text: str, found: Iterable[Name]) -> None:
        """The names of a sentence: surnames, and what may be spoken of by one word of it or what it was said to be."""
        for name in found:
            others, _, last = name.text.rpartition(" ")
            if others and name.what is Named.PERSON:
                if len(self._surnames) < MET:
                    self._surnames.add(last)
            elif others:
                self._call(last.casefold(), text, name)
                if " of " in name.text:
                    self._call(name.text.split(" of ")[0].rpartition(" ")[2].casefold(), text, name)
            if name.start <= len("The "):
                said_to_be = _IS_A.match(text, name.end)
                if said_to_be:
                    self._call(said_to_be[1].casefold(), text, name)
                    if said_to_be[1] in FIRMS and self._is_topic(name.text):
                        self._firm = self._with_article(text, name)

    def _call(self, noun: str, text: str, name: Name) -> None:
        if len(self._things) < MET or noun in self._things:
            full = self._with_article(text, name)
            if self._things.setdefault(noun, full).removeprefix("the ") != name.text:
                self._things[noun] = ""

    @staticmethod
    def _with_article(text: str, name: Name) -> str:
        return f"the {name.text}" if text.endswith(("the ", "The "), 0, name.start) else name.text

    def forget(self) -> None:
        """What came now is no sentence that says whom it is about."""
        self._said.clear()

    def is_said_whom(self, text: str, found: Iterable[Name]) -> bool:
        """Whether a sentence names somebody whom its first pronoun may stand for, or has none."""
        if " he" not in text and " she" not in text and " hi" not in text and text[0] not in "HS":
            return True
        pronoun = _PRONOUN.search(text)
        return not pronoun or any(
            name.start < pronoun.start() and (name.what in (Named.PERSON, Named.OTHER) or name.text in self._surnames)
            for name in found
        )

    def thing(self, noun: str) -> str:
        """What is called by that noun, with its article; empty for nothing or several.

        The firm that the headings name is also called so by other words for one, unless there was talk of another.
        """
        if noun in self._things or noun not in FIRMS or (self._said and _ANOTHER.search(self._said[-1][0])):
            return self._things.get(noun, "")
        return self._firm

    def person(self, pronoun: str) -> str:
        """The only one that the last sentence names; where it leans and names none, the one before it.

        >>> before = Before(Survey())
        >>> before.note("Lady Ann Wendle met King Frederick.", "", leans=False)
        >>> before.person("she"), before.person("him")
        ('Ann Wendle', 'Frederick')
        """
        others = OF_WOMEN if pronoun.casefold() in ("he", "him", "his") else OF_MEN
        while self._said:
            text, given, leans, found = self._said[-1]
            people = {given: ""} if given else {}
            opener = ""
            for name in find_names(text, self._known) if found is None else found:
                if name.what is Named.PERSON or name.text in self._surnames:
                    people[name.text] = name.title
                elif name.what is Named.OTHER and not text[: name.start].strip("\"'“„«( "):
                    opener = name.text  # it may be a surname that was not met before
            if people or not leans:
                fit = [name for name, title in people.items() if title not in others]
                fit = [name for name in fit if not any(other.endswith(f" {name}") for other in fit)]
                return fit[0] if len(fit) == 1 and not opener else ""
            self._said.pop()
        return ""
