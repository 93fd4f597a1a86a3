"""The scores' second tab: what to expect deck by deck, or of one deck topic by topic."""

from typing import NamedTuple

from quizzer.collection.scores import Scores, Wanted
from quizzer.core.options import ALL
from quizzer.core.selection import Placed, topics
from quizzer.core.stats.expectation import Expectation, Held
from quizzer.core.stats.tally import DayTally
from quizzer.core.stats.topic import Topic, topics_of, weakest_first

MANY = 5_000
"""Notes of a deck beyond which passages are not looked for: each note has to be opened for it."""


class TopicRow(NamedTuple):
    """A topic and what is known of it."""

    topic: Topic
    deck: str
    tag: str = ""
    """The tag that makes it, if one does."""
    tally: DayTally | None = None
    """What the period's reviews come to, where they are counted so: of decks."""


class TopicsSeen(NamedTuple):
    """The second tab."""

    wanted: Wanted
    title: str
    what: str
    """What the rows are: decks, or topics."""
    rows: tuple[TopicRow, ...]
    whole: Expectation


def topics_seen(scores: Scores, wanted: Wanted) -> TopicsSeen:
    """The decks, or a deck's topics: the first tag that tells a card from others, else its passage; weakest first."""
    whole = scores.expected(wanted)
    if wanted.deck == ALL:
        tallies = scores.tallied(wanted).decks(wanted.period.first(scores.day))
        titles = scores.decks
        found = weakest_first({deck: scores.of_deck(deck, wanted.tag) for deck in titles})
        rows = tuple(
            TopicRow(topic._replace(name=titles.get(topic.name, topic.name)), topic.name, "", tallies.get(topic.name))
            for topic in found
        )
        return TopicsSeen(wanted, scores.title(wanted), "decks", rows, whole)
    cards, placed = _placed(scores, wanted)
    names = topics(placed)
    tags = {tag for one in placed.values() for tag in one.tags}
    found = topics_of(((names[id], held) for id, held in cards.items()), scores.day, scores.correction())
    rows = tuple(TopicRow(topic, wanted.deck, topic.name if topic.name in tags else "") for topic in found)
    return TopicsSeen(wanted, scores.title(wanted), "topics", rows, whole)


def _placed(scores: Scores, wanted: Wanted) -> tuple[dict[str, Held], dict[str, Placed]]:
    rows = scores.cards.placed(wanted.deck, wanted.tag)
    title, opened = scores.title(wanted), len(rows) <= MANY
    cards, placed = dict[str, Held](), dict[str, Placed]()
    decay = scores.decay(wanted.deck)
    passages: dict[str, str] = {}
    for row in rows:
        cards[row.id] = Held(row.stability, row.last_day, row.guess, row.lapses > 0, wanted.deck, decay)
        if opened and row.note not in passages:
            passages[row.note] = scores.passage_name(wanted.deck, row.note)
        placed[row.id] = Placed(title, row.tags, passages.get(row.note, ""))
    return cards, placed
