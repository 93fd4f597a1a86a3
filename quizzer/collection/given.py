"""Given: the response to a card, and what it was found to be worth."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from quizzer.core.verdict import Response, Verdict


class Given(NamedTuple):
    """The response to the card that is shown, and what it was found to be worth."""

    response: "Response" = None
    verdict: "Verdict | None" = None
    """The machine's; None where the person judges."""
    overruled: bool = False
    """Whether the person has said that they were right."""

    @property
    def counts(self) -> "Verdict | None":
        """The verdict that counts."""
        from quizzer.core.verdict import overruled

        return overruled(self.verdict) if self.overruled and self.verdict else self.verdict
