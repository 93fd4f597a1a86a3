"""The tabs of the scores: what each shows, which of it the cursor goes to, and what that means."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from quizzer.collection.scores import Scores, Wanted
from quizzer.core.stats.expectation import Expectation
from quizzer.core.stats.histogram import ByState
from quizzer.core.stats.meaning import MEANINGS
from quizzer.tui.widgets.drawing import line
from quizzer.tui.widgets.lines import Row

if TYPE_CHECKING:
    from quizzer.collection.exam_plans import ExamPlan
    from quizzer.collection.next_steps import Step
    from quizzer.tui.widgets.score_sheet import Figure


class Tab:
    """A tab over what is wanted; what takes long is counted in steps after the first frame."""

    NAME: ClassVar[str]

    def __init__(self, scores: Scores, wanted: Wanted) -> None:
        self.scores = scores
        self.wanted = wanted
        self.progress = ""
        """How far what takes long is counted; empty where nothing is to be said of it."""

    def filling(self) -> Iterator[None]:
        """Count what takes long, step by step: here what the past of a tag's cards comes to."""
        for share in self.scores.tallying(self.wanted):
            self.progress = f"{share:.0%}"
            yield
        self.progress = ""

    @property
    def targets(self) -> Sequence[str]:
        """What the cursor goes to, by the targets of its rows."""
        raise NotImplementedError

    def rows(self, cursor: int, width: int) -> list[Row]:
        """The tab at a width."""
        raise NotImplementedError

    def meaning(self, cursor: int) -> str:
        """What stands under the cursor, in one sentence."""
        raise NotImplementedError

    def inside(self, cursor: int) -> str:
        """The deck that Enter goes into; empty for none."""
        return ""

    def step(self, cursor: int) -> "Step | None":
        """What is to do under the cursor, if anything is."""
        return None


class _Counted(Tab):
    """A tab all of which takes a while where there are many cards."""

    def rows(self, cursor: int, width: int) -> list[Row]:
        """The rows, or that they are being counted."""
        if not self.counted:
            words = f"   … being counted{f', {self.progress}' if self.progress else ''}"
            return [Row(Content("")), Row(line((words, ".muted")))]
        return self.counted_rows(cursor, width)

    @property
    def counted(self) -> bool:
        """Whether it is there yet."""
        raise NotImplementedError

    def counted_rows(self, cursor: int, width: int) -> list[Row]:
        """The rows, once they are counted."""
        raise NotImplementedError


class OverviewTab(_Counted):
    """What you would score, how much you remember, what is coming."""

    NAME = "Overview"

    def __init__(self, scores: Scores, wanted: Wanted) -> None:
        super().__init__(scores, wanted)
        self.seen = scores.overview(wanted) if scores.is_tallied(wanted) else None
        self.expected: Expectation | None = None
        self.on = scores.coming_day(wanted)
        self.expected_on: Expectation | None = None
        self.states: ByState | None = None
        self.exam: ExamPlan | None = None
        self.steps: Sequence[Step] | None = None

    def filling(self) -> Iterator[None]:
        """Count what is expected, deck by deck, and what else is not known yet."""
        yield from super().filling()
        self.seen = self.seen or self.scores.overview(self.wanted)
        yield
        self.states = self.states or self.scores.states(self.wanted)
        found = Expectation()
        for found in self.scores.expecting(self.wanted):  # noqa: B007  the last one is for all decks
            yield
        self.expected = later = found
        for later in self.scores.expecting(self.wanted, self.on):  # noqa: B007
            yield
        self.expected_on = later
        yield
        if self.steps is not None:
            return
        if not self.wanted.tag and self.scores.shelf.options(self.wanted.deck).exam:
            from quizzer.collection.exam_plans import exam_plan

            self.exam = exam_plan(self.scores, self.wanted.deck)
            yield
        from quizzer.collection.next_steps import next_steps

        steps: list[Step] = []
        for step in next_steps(self.scores, self.wanted, found.cards):
            steps += [] if step is None else [step]
            yield
        self.steps = steps

    def look_on(self, day: int) -> None:
        """Tell what to expect on another day."""
        self.on, self.expected_on = day, None

    @property
    def targets(self) -> Sequence[str]:
        """The figures, two pictures, and what to do next."""
        if not self.seen:
            return ["expected"]
        keys = [figure.key for figure in self.figures]
        return [*keys, "weeks", "forecast", *(f"step {at}" for at in range(len(self.steps or ())))]

    @property
    def counted(self) -> bool:
        """Whether what is past is known."""
        return self.seen is not None

    def counted_rows(self, cursor: int, width: int) -> list[Row]:
        """Figures, two pictures, what to do next."""
        from quizzer.tui.widgets.overview_rows import overview_rows

        return overview_rows(self.seen, self.figures, self.steps, cursor, width) if self.seen else []

    @property
    def figures(self) -> "list[Figure]":
        """What stands above the pictures."""
        from quizzer.tui.widgets.overview_rows import figures

        seen = self.seen
        return figures(seen, self.expected, (self.on, self.expected_on), self.states, self.exam) if seen else []

    def meaning(self, cursor: int) -> str:
        """Of the figure."""
        target = self.targets[cursor]
        return MEANINGS["next" if target.startswith("step") else target]

    def step(self, cursor: int) -> "Step | None":
        """What is to do under the cursor."""
        target = self.targets[cursor]
        return self.steps[int(target[5:])] if self.steps and target.startswith("step") else None


class TopicsTab(_Counted):
    """What to expect deck by deck, or topic by topic."""

    NAME = "Topics"

    def __init__(self, scores: Scores, wanted: Wanted) -> None:
        super().__init__(scores, wanted)
        from quizzer.collection.score_topics import TopicsSeen

        self.seen: TopicsSeen | None = None

    def filling(self) -> Iterator[None]:
        """Count topics."""
        from quizzer.collection.score_topics import topics_seen

        yield
        yield from super().filling()
        self.seen = topics_seen(self.scores, self.wanted)

    @property
    def counted(self) -> bool:
        """Whether it is there yet."""
        return self.seen is not None

    @property
    def targets(self) -> Sequence[str]:
        """The topics."""
        return [str(at) for at in range(len(self.seen.rows))] if self.seen else []

    def counted_rows(self, cursor: int, width: int) -> list[Row]:
        """The topics."""
        from quizzer.tui.widgets.topic_rows import topic_rows

        return topic_rows(self.seen, cursor, width) if self.seen else []

    def meaning(self, cursor: int) -> str:
        """Of all of them."""
        return MEANINGS["topics"]

    def inside(self, cursor: int) -> str:
        """The deck under the cursor, where decks are shown."""
        decks = self.seen is not None and self.seen.what == "decks" and self.seen.rows
        return decks[cursor].deck if decks else ""


class QuizzesTab(Tab):
    """Each quiz beside its prediction."""

    NAME = "Quizzes"

    def __init__(self, scores: Scores, wanted: Wanted) -> None:
        super().__init__(scores, wanted)
        from quizzer.collection.score_quizzes import quizzes_seen

        self.seen = quizzes_seen(scores, wanted)

    @property
    def targets(self) -> Sequence[str]:
        """The quizzes."""
        return [str(at) for at in range(len(self.seen.rows))]

    def rows(self, cursor: int, width: int) -> list[Row]:
        """The quizzes, newest first."""
        from quizzer.tui.widgets.quiz_score_rows import quiz_score_rows

        return quiz_score_rows(self.seen, cursor, width)

    def meaning(self, cursor: int) -> str:
        """Of the quiz under the cursor."""
        from quizzer.tui.widgets.quiz_score_rows import quiz_words

        words = quiz_words(self.seen.rows[cursor]) if self.seen.rows else ""
        return f"{words} {MEANINGS['quizzes']}".strip()


class MemoryTab(_Counted):
    """Strength and recall of cards, promises and what came of them, leeches."""

    NAME = "Cards"

    def __init__(self, scores: Scores, wanted: Wanted) -> None:
        super().__init__(scores, wanted)
        from quizzer.collection.score_memory import MemorySeen

        self.seen: MemorySeen | None = None

    def filling(self) -> Iterator[None]:
        """Count the cards."""
        from quizzer.collection.score_memory import memory_seen

        yield
        yield from super().filling()
        self.seen = memory_seen(self.scores, self.wanted)

    @property
    def counted(self) -> bool:
        """Whether it is there yet."""
        return self.seen is not None

    @property
    def targets(self) -> Sequence[str]:
        """Three pictures, then the leeches."""
        from quizzer.tui.widgets.memory_rows import SPOTS

        leeches = self.seen.leeches if self.seen else ()
        return [*SPOTS, *(f"leech {at}" for at in range(len(leeches)))]

    def counted_rows(self, cursor: int, width: int) -> list[Row]:
        """Histograms, calibration, leeches."""
        from quizzer.tui.widgets.memory_rows import memory_rows

        return memory_rows(self.seen, cursor, width) if self.seen else []

    def meaning(self, cursor: int) -> str:
        """Of the picture, or of leeches."""
        target = self.targets[cursor]
        return MEANINGS["leeches" if target.startswith("leech") else target]


class CalendarTab(_Counted):
    """A year of days, and the hours of the day."""

    NAME = "Calendar"

    def __init__(self, scores: Scores, wanted: Wanted) -> None:
        super().__init__(scores, wanted)
        from quizzer.collection.score_calendar import calendar_seen

        self.seen = calendar_seen(scores, wanted) if scores.is_tallied(wanted) else None

    def filling(self) -> Iterator[None]:
        """Count the days of a tag's cards."""
        from quizzer.collection.score_calendar import calendar_seen

        yield from super().filling()
        self.seen = self.seen or calendar_seen(self.scores, self.wanted)

    @property
    def counted(self) -> bool:
        """Whether it is there yet."""
        return self.seen is not None

    @property
    def targets(self) -> Sequence[str]:
        """Two pictures."""
        from quizzer.tui.widgets.calendar_rows import SPOTS

        return SPOTS

    def counted_rows(self, cursor: int, width: int) -> list[Row]:
        """Heat map and hours."""
        from quizzer.tui.widgets.calendar_rows import calendar_rows

        return calendar_rows(self.seen, cursor, width) if self.seen else []

    def meaning(self, cursor: int) -> str:
        """Of the picture."""
        return MEANINGS[self.targets[cursor]]


TABS: tuple[type[Tab], ...] = (OverviewTab, TopicsTab, QuizzesTab, MemoryTab, CalendarTab)
