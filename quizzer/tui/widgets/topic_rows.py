"""The scores' second tab: what to expect of each deck or topic, as a bar and in figures."""

from textual.content import Content

from quizzer.collection.score_topics import TopicRow, TopicsSeen
from quizzer.core.answers import share_words
from quizzer.core.stats.wording import between_words, counted
from quizzer.core.text import one_line, shorten
from quizzer.core.text import width as cells
from quizzer.tui.widgets.chart import level_bar
from quizzer.tui.widgets.drawing import line
from quizzer.tui.widgets.lines import Row

BAR = 10


def topic_rows(seen: TopicsSeen, cursor: int, width: int) -> list[Row]:
    """The tab at a width, the cursor on a topic."""
    if not seen.rows:
        return [Row(Content("")), Row(Content("   There are no cards here yet."))]
    of_decks = seen.what == "decks"
    name = max(8, min(max(cells(one_line(row.topic.name)) for row in seen.rows), width - 53))
    last = "remembered" if of_decks else "to gain"
    head = f" {'Deck' if of_decks else 'Topic':<{name}}  {'if asked now':<{BAR + 16}} {'seen':>9}  {last:>10}"
    rows = [Row(Content("")), Row(line((head.rstrip(), ".muted")))]
    rows += [Row(_topic(row, name, width, at == cursor, of_decks), str(at)) for at, row in enumerate(seen.rows)]
    return [*rows, Row(Content("")), *_weakest(seen, width)]


def _topic(row: TopicRow, name: int, width: int, here: bool, of_decks: bool) -> Content:
    expected = row.topic.expected
    title = shorten(one_line(row.topic.name), name)
    tally = row.tally
    last = f"{100 * row.topic.lost:.1f}"
    if of_decks:
        last = share_words(tally.right / tally.tested) if tally and tally.tested else "–"
    content = line(
        ("▸", ".accent") if here else " ",
        (title + " " * (name - cells(title)), ".title" if here else ""),
        "  ",
        level_bar(expected.score, BAR),
        f" {share_words(expected.score):>5} {between_words(expected.low, expected.high):<9}",
        f" {f'{expected.seen}/{expected.cards}':>9}  {last:>10}",
    )
    return content.truncate(max(1, width), ellipsis=True)


def _weakest(seen: TopicsSeen, width: int) -> list[Row]:
    """A sentence on where most is to be gained."""
    row = max(seen.rows, key=lambda row: row.topic.lost)
    expected = row.topic.expected
    words = (
        f"Most is to be gained in {shorten(one_line(row.topic.name), 30)}: {100 * row.topic.lost:.1f} points of the "
        f"whole, over {counted(expected.cards, 'card')}."
    )
    return [Row(Content(" ") + one) for one in line((words, ".muted")).wrap(max(8, width - 2))]
