"""The application: which screen follows which, and what the terminal may do to it."""

import asyncio
from collections.abc import Callable, Iterable
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import App, SystemCommand
from textual.screen import Screen
from textual.theme import Theme

from quizzer.core.text import one_line, quoted
from quizzer.errors import ProgressMoved
from quizzer.tui.keys import keys_of, show_as, shown
from quizzer.tui.screens.base import QuizzerScreen
from quizzer.tui.terminal import HANGUP, Pauses, on_endings, terminal_gone

if TYPE_CHECKING:
    from quizzer.collection.collection import Collection
    from quizzer.collection.quizzing import Quizzing
    from quizzer.collection.sitting import Sitting
    from quizzer.core.selection import Setup
    from quizzer.tui.keyboard import Keyboard
    from quizzer.tui.screens.authoring import AuthoringScreen
    from quizzer.tui.screens.browse import BrowseScreen
    from quizzer.tui.screens.home import HomeScreen
    from quizzer.tui.screens.options import OptionsScreen
    from quizzer.tui.screens.quiz import QuizScreen
    from quizzer.tui.screens.quiz_result import QuizResultScreen
    from quizzer.tui.screens.quiz_setup import QuizSetupScreen
    from quizzer.tui.screens.scores import ScoresScreen
    from quizzer.tui.screens.study import StudyScreen

USUAL_THEME = "textual-dark"
LOOK = 1.0
"""Seconds between two looks whether the terminal is still there."""


class QuizzerApp(App[None]):
    """Home, with the other screens over it; or a sitting or browse at once, with home after it."""

    TITLE = "quizzer"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar = [("ctrl+z", "suspend_process", "Pause")]  # as everywhere in a terminal; fg goes on

    def __init__(
        self,
        collection: "Collection",
        sitting: "Sitting | None" = None,
        clock: Callable[[], float] = monotonic,
        browsed: str | None = None,
    ) -> None:
        bottom = "browse" if browsed is not None else "home" if sitting is None else "study"
        # Textual loads the style of the screen at the bottom only with the application's own.
        super().__init__(css_path=["app.tcss", f"screens/{bottom}.tcss"])
        self.collection = collection
        self.sitting = sitting
        self.browsed = browsed
        """The filter of the cards that are shown at once; None: not they come first."""
        self.clock = clock
        self.drawn: Callable[[], None] = lambda: None
        """Called when the first frame has been drawn."""
        self.first_setup: Setup | None = None
        """The quiz whose set-up is opened over home at once."""
        self.first_written = ("", "")
        """The deck or document that is opened for authoring over home at once, and what its text is in."""
        self._keyboard: Keyboard | None = None
        self._complaints = self._take_preferences()
        self.share: float | None = None
        """The score of the last quiz that was handed in, 0–1."""

    @property
    def failure(self) -> Exception | None:
        """What ended the application before the person did."""
        in_a_thread: Exception | None = getattr(self._exception, "error", None)
        return in_a_thread or self._exception

    def _print_error_renderables(self) -> None:
        self._exit_renderables.clear()  # no traceback over the terminal: who runs the application says it in a sentence

    def get_default_screen(self) -> Screen[Any]:
        """The screen at the bottom: the one that is seen first."""
        if self.browsed is not None:
            return self._browse(self.browsed)
        return self._home() if self.sitting is None else self._study(self.sitting)

    def _home(self) -> "HomeScreen":
        from quizzer.tui.screens.home import HomeScreen

        return HomeScreen(self.collection)

    def _browse(self, text: str) -> "BrowseScreen":
        from quizzer.tui.screens.browse import BrowseScreen

        return BrowseScreen(self.collection, text)

    def _study(self, sitting: "Sitting") -> "StudyScreen":
        from quizzer.core.buttons import FOUR, TWO
        from quizzer.tui.screens.study import StudyScreen

        return StudyScreen(sitting, self.clock, TWO if self.collection.preferences.two_buttons else FOUR)

    def on_mount(self) -> None:
        """Guard the terminal; say what home would, where a sitting comes first."""
        self.call_after_refresh(self.drawn)
        if self.sitting is not None or self._complaints:
            self.call_after_refresh(self._warn)
        if self.first_setup is not None:
            self.set_up_quiz(self.first_setup)
        if self.first_written[0]:
            self.call_after_refresh(self.write, *self.first_written)
        self.theme_changed_signal.subscribe(self, self._keep_theme)
        if not self.is_headless:
            # A signal handler may run while the loop sleeps: only a threadsafe call wakes it.
            soon = asyncio.get_running_loop().call_soon_threadsafe
            on_endings(lambda code: soon(self.end, code))
            self._pauses = Pauses(lambda: soon(self.refresh_all))
            self._pauses.guard()
            self.set_interval(LOOK, self._watch_terminal)

    def _take_preferences(self) -> list[str]:
        """Take colours and keys as the person wants them; what cannot be followed, in sentences."""
        wanted = self.collection.preferences
        show_as(self.keyboard.shown if wanted.keys else {})
        # What the environment names may be a list; it is in force already, and to set it would style everything anew.
        self.set_reactive(App.theme, self.current_theme.name)
        if wanted.theme in self.available_themes:
            self.theme = wanted.theme
        elif wanted.theme:
            return [f"There is no theme {quoted(wanted.theme)}: Ctrl+P, then Theme, shows those there are."]
        return self.keyboard.complaints if wanted.keys else []

    @property
    def keyboard(self) -> "Keyboard":
        """What keys mean to this person; made when the first is pressed."""
        if self._keyboard is None:
            from quizzer.tui.keyboard import Keyboard

            self._keyboard = Keyboard(self.collection.preferences.keyboard, self.collection.preferences.keys)
        return self._keyboard

    async def on_event(self, event: events.Event) -> None:
        """Take a key for what it means on this person's keyboard, and go on as usual."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            from quizzer.tui.keyboard import Pressed

            where = getattr(self.screen, "WHERE", None)
            pressed = Pressed(event.key, event.character)
            meant = self.keyboard.meant(where, pressed, typing=self.focused is not None)
            if meant is None:
                return
            if meant != pressed:
                event.key, event.character = meant
        await super().on_event(event)

    def _keep_theme(self, theme: Theme) -> None:
        """Keep the colours that were chosen for the next time."""
        wanted = self.collection.preferences.theme
        if theme.name != (wanted or USUAL_THEME) and isinstance(self.screen, QuizzerScreen):
            self.screen.attempt(lambda: self.collection.prefer("theme", theme.name))

    def _warn(self) -> None:
        notice = next(self.collection.notices() if self.sitting is not None else iter(()), "")
        notice = notice or next(iter(self._complaints), "")
        if notice and isinstance(self.screen, QuizzerScreen):
            self.screen.say(f"! {one_line(notice)}", ".nearly")

    def on_app_focus(self) -> None:
        """Look again when the person comes back from another window; Textual tells only the application."""
        from quizzer.tui.screens.watching import WatchingScreen

        if isinstance(self.screen, WatchingScreen):
            self.screen.look_again()

    def end(self, code: int) -> None:
        """Leave in good order, with an exit code."""
        self.exit(return_code=code)

    def refresh_all(self) -> None:
        """Draw everything anew."""
        self.refresh(layout=True)

    def _watch_terminal(self) -> None:
        if terminal_gone():
            self.exit(return_code=HANGUP)

    # From screen to screen; each is loaded when it is first wanted.

    def on_home_screen_study(self, wish: "HomeScreen.Study") -> None:
        """Open a sitting over home."""
        sitting = wish.home.attempt(lambda: self.collection.sit(wish.decks, **wish.how))
        if sitting is not None:
            self.push_screen(self._study(sitting))

    def on_study_screen_left(self, left: "StudyScreen.Left") -> None:
        """Back home, which says what was saved."""
        home = self._leave_for_home()
        if left.answers:
            saved = "1 answer is saved." if left.answers == 1 else f"{left.answers} answers are saved."
            home.farewell = saved  # type: ignore[attr-defined]  # a sitting stands on nothing but home

    def _leave_for_home(self) -> Screen[Any]:
        """Home, which is under the screen that is left; over one that the application began with, it is opened."""
        if len(self.screen_stack) > 1:
            home = self.screen_stack[-2]
            self.pop_screen()
        else:
            home = self._home()
            self.push_screen(home)  # the screen at the bottom cannot be taken away
        return home

    def on_home_screen_quiz(self, wish: "HomeScreen.Quiz") -> None:
        """Open the set-up of a quiz, with the last settings, of the deck under the cursor if there is one."""
        self.set_up_quiz(self.collection.quizzes(self.clock).last_setup(wish.decks))

    def set_up_quiz(self, setup: "Setup") -> None:
        """Open the set-up of a quiz."""
        from quizzer.tui.screens.quiz_setup import QuizSetupScreen

        self.push_screen(QuizSetupScreen(self.collection, self.collection.quizzes(self.clock), setup))

    def on_quiz_setup_screen_begun(self, begun: "QuizSetupScreen.Begun") -> None:
        """Ask."""
        self._ask(begun.quizzing)

    def on_quiz_setup_screen_result(self, wish: "QuizSetupScreen.Result") -> None:
        """Show the last result in the set-up's place."""
        from quizzer.tui.screens.quiz_result import QuizResultScreen

        self.switch_screen(QuizResultScreen(wish.result))

    def on_quiz_result_screen_again(self, wish: "QuizResultScreen.Again") -> None:
        """Ask again what lost something."""
        quizzes = self.collection.quizzes(self.clock)
        if isinstance(self.screen, QuizzerScreen):
            try:
                quizzing = self.screen.attempt(lambda: quizzes.again(wish.result.quiz, wish.cards))
            except ProgressMoved as moved:
                self.collection.refresh()
                self.screen.say(f"! {moved} Press the key again.", ".nearly")
                return
            if quizzing is not None:
                self._ask(quizzing)

    def _ask(self, quizzing: "Quizzing") -> None:
        from quizzer.tui.screens.quiz import QuizScreen

        self.switch_screen(QuizScreen(quizzing, self.clock))

    def on_quiz_screen_map(self, wish: "QuizScreen.Map") -> None:
        """Show all questions over the quiz."""
        from quizzer.tui.screens.quiz_map import QuizMapScreen

        self.push_screen(QuizMapScreen(wish.quiz.quizzing, wish.quiz.go, wish.quiz.hand_in))

    def on_quiz_screen_mark(self, wish: "QuizScreen.Mark") -> None:
        """Have marked what no machine can mark, then hand in."""
        from quizzer.tui.screens.quiz_mark import QuizMarkScreen

        self._back_to(wish.quiz)
        self.push_screen(QuizMarkScreen(wish.quiz.quizzing, lambda: wish.quiz.hand_in(wish.notice)))

    def on_quiz_screen_finished(self, finished: "QuizScreen.Finished") -> None:
        """Show the result in the quiz's place."""
        from quizzer.tui.screens.quiz_result import QuizResultScreen

        if not finished.result.quiz.again:
            self.share = finished.result.result.share
        self._back_to(finished.quiz)
        self.switch_screen(QuizResultScreen(finished.result, finished.notice))

    def on_quiz_screen_left(self, left: "QuizScreen.Left") -> None:
        """Back home, which says what was saved."""
        self._back_to(left.quiz)
        self._go_home(left.words)

    def on_quiz_result_screen_gone(self, gone: "QuizResultScreen.Gone") -> None:
        """Back home, which says what was taken back."""
        self._go_home(gone.what)

    def _back_to(self, screen: Screen[Any]) -> None:
        """Close what lies over a screen."""
        while self.screen is not screen and len(self.screen_stack) > 1:
            self.pop_screen()

    def _go_home(self, words: str) -> None:
        home = self.screen_stack[-2]
        self.pop_screen()
        home.farewell = words  # type: ignore[attr-defined]  # a quiz stands on nothing but home

    def on_home_screen_scores(self, wish: "HomeScreen.Scores") -> None:
        """Open the scores."""
        from quizzer.tui.screens.scores import ScoresScreen

        self.push_screen(ScoresScreen(self.collection, wish.deck))

    def on_home_screen_options(self, wish: "HomeScreen.Options") -> None:
        """Open the options over home."""
        from quizzer.tui.screens.options import OptionsScreen

        titles = {row.id: row.title for row in self.collection.overview().decks}
        self.push_screen(OptionsScreen(self.collection.tuning(wish.deck), titles))

    def on_options_screen_themed(self, chosen: "OptionsScreen.Themed") -> None:
        """Show other colours at once."""
        self.theme = chosen.theme or USUAL_THEME

    def on_scores_screen_study(self, wish: "ScoresScreen.Study") -> None:
        """Open a sitting over the scores."""
        decks = (wish.deck,) if wish.deck else ()
        sitting = wish.scores.attempt(lambda: self.collection.sit(decks, wish.tag))
        if sitting is not None:
            self.push_screen(self._study(sitting))

    def on_scores_screen_quiz(self, wish: "ScoresScreen.Quiz") -> None:
        """Open the set-up of a quiz over a topic."""
        setup = self.collection.quizzes(self.clock).last_setup()
        decks, tags = (wish.deck,) if wish.deck else (), (wish.tag,) if wish.tag else ()
        self.set_up_quiz(setup._replace(decks=decks, tags=tags))

    async def on_home_screen_write(self, wish: "HomeScreen.Write") -> None:
        """Open a deck or document for authoring."""
        await self.write(wish.path)

    async def write(self, path: str, encoding: str = "") -> None:
        """Open a deck or document for authoring; which one, is asked first where that is empty."""
        from quizzer.tui.screens.writing import write

        await write(self, self.collection, path, encoding)

    def on_authoring_screen_study(self, wish: "AuthoringScreen.Study") -> None:
        """Open a sitting over the deck that is written."""
        sitting = wish.screen.attempt(lambda: self.collection.sit((wish.deck,)))
        if sitting is not None and sitting.showing is None:
            wish.screen.say("Nothing more is asked today: n at home allows ten more new cards, c asks all.")
        elif sitting is not None:
            self.push_screen(self._study(sitting))

    def on_authoring_screen_problems(self) -> None:
        """Open the problems."""
        self.on_home_screen_problems()

    def on_home_screen_browse(self, wish: "HomeScreen.Browse") -> None:
        """Open the cards of a filter."""
        self.push_screen(self._browse(wish.text))

    def on_card_list_left(self) -> None:
        """Back home."""
        self._leave_for_home()

    def on_home_screen_problems(self) -> None:
        """Open the problems."""
        from quizzer.tui.screens.problems import ProblemsScreen

        self.push_screen(ProblemsScreen(self.collection))

    def on_home_screen_undo(self, wish: "HomeScreen.Undo") -> None:
        """Take back the newest action, after asking where it is of an earlier sitting."""
        from quizzer.tui.screens.undoing import take_back

        take_back(wish.home, self.collection, wish.home.look_again)

    def action_show_help(self) -> None:
        """Open the help of this screen."""
        from quizzer.tui.screens.help import HelpScreen

        where = getattr(self.screen, "WHERE", None)
        if where is not None:
            self.push_screen(HelpScreen(where, self.collection.preferences.two_buttons))

    async def action_quit(self) -> None:
        """Quit from anywhere, but not over lines that are not saved."""
        unsaved = next((one for one in self.screen_stack if isinstance(one, QuizzerScreen) and one.unsaved), None)
        if unsaved is None:
            await super().action_quit()
        else:
            unsaved.say("! This is not saved: Ctrl+S saves it, Esc leaves it as it was.", ".nearly")

    def action_help_quit(self) -> None:
        """Say how to leave, where Ctrl+C was pressed out of habit; Textual's own words would cover the screen."""
        if isinstance(self.screen, QuizzerScreen):
            self.screen.say("Ctrl+Q quits; Esc goes back a step.")

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What the palette offers: the keys of this screen, and the theme."""
        if isinstance(screen, QuizzerScreen):
            for key in keys_of(screen.WHERE):
                if key.listed:
                    yield SystemCommand(
                        f"{key.word[0].upper()}{key.word[1:]}  ({shown(key)})", key.help, self._does(screen, key.action)
                    )
        yield SystemCommand("Theme", "Choose other colours", self.action_change_theme)

    def _does(self, screen: Screen[Any], action: str) -> Callable[[], None]:
        def do() -> None:
            screen.call_later(screen.run_action, action.replace("{key}", "enter"))

        return do
