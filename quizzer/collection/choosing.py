"""Setting an option: the fact that records it, or the sentence that says why it cannot be."""

from quizzer.core.event import Did, Fact
from quizzer.core.options import SPECS, UNSET, OptionError, find_key
from quizzer.errors import UsageError


def option_fact(deck: str, key: str, value: str) -> Fact:
    """The fact that sets an option for a deck, or for all decks (""); UNSET takes the setting away.

    Raises:
        UsageError: there is no such option, it holds for all decks only, or the value cannot be.
    """
    try:
        spec = SPECS[find_key(key)]
    except OptionError as error:
        raise UsageError(f"{error}.") from None
    if deck and spec.whole:
        raise UsageError(f"{spec.key} holds for all decks together: set it without naming a deck.")
    try:
        shown = value if value == UNSET else spec.show(spec.parse(value))
    except OptionError as error:
        raise UsageError(f"{spec.key} {error}.") from None
    return Fact(Did.OPTION_SET, "", {"scope": deck, "key": spec.key, "value": shown})
