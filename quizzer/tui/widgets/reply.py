"""Reply: what a person has done with the card that is shown, as a value; the study screen holds one."""

from typing import TYPE_CHECKING, NamedTuple

from quizzer.core.asking import Asked, Form
from quizzer.core.buttons import Buttons, beside
from quizzer.core.schedule import Rating

if TYPE_CHECKING:
    from quizzer.core.verdict import Verdict

TRUE, FALSE = 0, 1
"""The places of the two options of a statement."""


class Reply(NamedTuple):
    """Before the reveal: what is picked. After it: the verdict and the highlighted rating."""

    picked: frozenset[int] = frozenset()
    """Places of options, in the order in which they are offered, from 0."""
    placed: tuple[tuple[int, int], ...] = ()
    """What was put in order or matched: the place it was put to and the place it was offered at, newest last."""
    cursor: int = -1
    """The place of the option under the cursor; -1 before the person has moved."""
    hinted: bool = False
    revealed: bool = False
    text: str = ""
    """What was typed."""
    verdict: "Verdict | None" = None
    overruled: bool = False
    """Whether the person has said that they were right."""
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
        one = asked.form in (Form.CHOOSE_ONE, Form.TRUE_FALSE)
        return self.pick(asked, place) if one else self._replace(cursor=place)

    def following(self, asked: Asked) -> int:
        """The place that is filled next; as many as there are items: all are."""
        taken = {spot for spot, _ in self.placed}
        return next(spot for spot in range(len(asked.options) + 1) if spot not in taken)

    def put(self, asked: Asked, option: int) -> "Reply":
        """With an item in the next place, or taken back from where it is."""
        if not 0 <= option < len(asked.options):
            return self
        kept = tuple(pair for pair in self.placed if pair[1] != option)
        if kept == self.placed:
            kept = (*kept, (self.following(asked), option))
        return self._replace(placed=kept, cursor=option)

    def chosen(self, asked: Asked, place: int) -> "Reply":
        """With what is offered at a place picked, or put."""
        return self.put(asked, place) if arranges(asked) else self.pick(asked, place)

    def freed(self, spot: int) -> "Reply":
        """With nothing in a place."""
        return self._replace(placed=tuple(pair for pair in self.placed if pair[0] != spot))

    def rubbed(self) -> "Reply":
        """With the item taken back that was put last."""
        return self._replace(placed=self.placed[:-1])

    def given(self, asked: Asked) -> bool:
        """Whether the person has picked something, or put everything somewhere."""
        return len(self.placed) == len(asked.options) if arranges(asked) else bool(self.picked)

    @property
    def contestable(self) -> bool:
        """Whether the person may say that they were right after all."""
        return self.revealed and self.verdict is not None and self.verdict.contestable

    def rated(self, buttons: Buttons, way: int) -> "Reply":
        """With the rating beside it highlighted."""
        return self._replace(rating=beside(buttons, self.rating, way))


def places(asked: Asked) -> int:
    """How many options are offered."""
    return 2 if asked.form is Form.TRUE_FALSE else len(asked.options)


def arranges(asked: Asked) -> bool:
    """Whether the card is answered by putting items in order, or to left sides."""
    return asked.form in (Form.ORDER, Form.MATCH)


def chooses(asked: Asked) -> bool:
    """Whether digits, arrows and the mouse choose among what is offered."""
    return picks(asked) or arranges(asked)


def spaced(asked: Asked) -> bool:
    """Whether Space takes what is under the cursor, and Enter only submits."""
    return arranges(asked) or asked.form is Form.CHOOSE_SEVERAL


def picks(asked: Asked) -> bool:
    """Whether the card is answered by picking."""
    return asked.form in (Form.CHOOSE_ONE, Form.CHOOSE_SEVERAL, Form.TRUE_FALSE)
