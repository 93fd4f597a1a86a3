"""Reply: what a person has done with the card that is shown, as a value; the study screen holds one."""

from typing import TYPE_CHECKING, NamedTuple

from quizzer.core.asking import Asked, Form
from quizzer.core.schedule import Rating

if TYPE_CHECKING:
    from quizzer.core.grading import Verdict

TRUE, FALSE = 0, 1
"""The places of the two options of a statement."""


class Reply(NamedTuple):
    """Before the reveal: what is picked. After it: the verdict and the highlighted rating."""

    picked: frozenset[int] = frozenset()
    """Places of options, in the order in which they are offered, from 0."""
    cursor: int = -1
    """The place of the option under the cursor; -1 before the person has moved."""
    hinted: bool = False
    revealed: bool = False
    text: str = ""
    """What was typed."""
    verdict: "Verdict | None" = None
    rating: Rating = Rating.GOOD

    def pick(self, asked: Asked, place: int) -> "Reply":
        """With an option picked, or no longer picked where several may be; the cursor goes there."""
        if not 0 <= place < places(asked):
            return self
        if asked.form is Form.CHOOSE_SEVERAL:
            return self._replace(picked=self.picked ^ {place}, cursor=place)
        return self._replace(picked=frozenset({place}), cursor=place)

    def moved(self, asked: Asked, way: int) -> "Reply":
        """With the cursor on another option; where only one may be picked, it is."""
        place = (
            max(0, min(self.cursor + way, places(asked) - 1))
            if self.cursor >= 0
            else (0 if way > 0 else places(asked) - 1)
        )
        return self._replace(cursor=place) if asked.form is Form.CHOOSE_SEVERAL else self.pick(asked, place)

    def rated(self, way: int) -> "Reply":
        """With the rating beside it highlighted."""
        return self._replace(rating=Rating(max(1, min(4, self.rating + way))))


def places(asked: Asked) -> int:
    """How many options are offered."""
    return 2 if asked.form is Form.TRUE_FALSE else len(asked.options)


def picks(asked: Asked) -> bool:
    """Whether the card is answered by picking."""
    return asked.form in (Form.CHOOSE_ONE, Form.CHOOSE_SEVERAL, Form.TRUE_FALSE)
