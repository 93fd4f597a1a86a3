"""Choosing: what study and quizzes share, options picked and items put with digits, letters, arrows and the mouse."""

from quizzer.core.asking import Asked, Form
from quizzer.tui.screens.base import QuizzerScreen
from quizzer.tui.widgets.card_rows import LEFT
from quizzer.tui.widgets.lines import Pane
from quizzer.tui.widgets.reply import Reply, arranges, chooses, spaced


class ChoosingScreen(QuizzerScreen):
    """Shows a question in `#question`; the reply is what the person has done with it."""

    reply: Reply

    @property
    def awaited(self) -> Asked | None:
        """The question that can be answered now, if there is one."""
        raise NotImplementedError

    def not_known(self) -> None:
        """Take it that the person does not know."""
        raise NotImplementedError

    def draw_reply(self) -> None:
        """Draw what the reply changes."""
        raise NotImplementedError

    @property
    def choosing(self) -> Asked | None:
        """The question that can be answered now by choosing among what is offered."""
        asked = self.awaited
        return asked if asked is not None and chooses(asked) else None

    def reply_with(self, reply: Reply) -> None:
        """Take a reply that is not yet an answer, and keep its option in view."""
        self.reply = reply
        self.draw_reply()
        self.query_one("#question", Pane).bring_target(str(reply.cursor))

    def choose(self, place: int) -> None:
        """Pick or put what is offered at a place; below 0: “I don't know”."""
        asked = self.choosing
        if asked is not None and place < 0:
            self.not_known()
        elif asked is not None:
            self.reply_with(self.reply.chosen(asked, place))

    def chose_with(self, key: str) -> bool:
        """Whether the key took what is under the cursor, as Space does where Enter only submits."""
        asked = self.choosing
        takes = key == "space" and asked is not None and spaced(asked) and self.reply.cursor >= 0
        if takes:
            self.choose(self.reply.cursor)
        return takes

    def choose_clicked(self, target: str) -> None:
        """Choose with the mouse, or free a place."""
        if self.choosing is None:
            return
        if target.startswith(LEFT):
            self.reply_with(self.reply.freed(int(target.removeprefix(LEFT))))
        else:
            self.choose(-1 if target == "none" else int(target))

    def moved(self, way: int) -> bool:
        """Whether the cursor went to another option; where there are none, something is to be scrolled."""
        asked = self.choosing
        if asked is not None:
            self.reply_with(self.reply.moved(asked, way))
        return asked is not None

    def action_letter(self, key: str) -> None:
        """Pick true or false."""
        asked = self.choosing
        if asked is not None and asked.form is Form.TRUE_FALSE:
            self.choose("tf".index(key))

    def action_rub(self) -> None:
        """Take back what was put in order or matched last."""
        asked = self.choosing
        if asked is not None and arranges(asked):
            self.reply_with(self.reply.rubbed())
