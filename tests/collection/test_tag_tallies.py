"""What the past of a tag's cards comes to is what the cache tells of a deck that is nothing else."""

from pathlib import Path

import pytest

from quizzer.collection.score_calendar import calendar_seen
from quizzer.collection.scores import Wanted
from quizzer.core.schedule import Rating
from quizzer.core.stats.period import total
from quizzer.store.log import Log
from tests.collection.learners import Study, card_ids
from tests.collection.people import Person
from tests.collection.test_scores import DAYS, FORGETFUL, at_day


@pytest.fixture
def person(tmp_path: Path) -> Person:
    """Somebody with two decks: all cards of the first are `early` or `late`, none of the second is."""
    someone = Person(tmp_path, at_day(DAYS))
    tags = ("early", "late")
    cards = "".join(f"  - {{question: Q{n}, id: n{n}, answer: a, tags: [{tags[n > 9]}, every]}}\n" for n in range(30))
    someone.write("deck.yaml", f"title: Deck\ncards:\n{cards}")
    someone.write("other.yaml", "title: Other\ncards:\n  - {question: Q, id: q, answer: a}\n")
    (tmp_path / "home").mkdir()
    with Log.open(str(tmp_path / "home" / "progress.sqlite"), lambda count: bytes(range(count))) as log:
        log.append(list(Study(FORGETFUL, card_ids(28), 1, 2).days(DAYS)), None)
    return someone


def test_a_tag_of_all_cards_comes_to_what_their_deck_does(person: Person) -> None:
    """Also after an answer, and after one that was taken back."""
    with person.opened() as collection:
        scores = collection.scores()
        for step in ("before", "answered", "taken back"):
            if step == "answered":
                collection.sit(decks=("deck",)).answer(Rating.AGAIN, took_ms=5000)
            elif step == "taken back":
                assert collection.undo()
            kept = scores.tallies
            for deck in ("", "deck"):
                counted = scores.tallied(Wanted(deck, tag="every"))
                for since in (-(10**9), scores.day - 20):
                    assert counted.days(deck, since) == kept.days("deck", since)
                    assert counted.hours(deck, since) == kept.hours("deck", since)
                    assert counted.decks(since) == {"deck": kept.decks(since)["deck"]}
                assert counted.promises(deck) == kept.promises("deck")
                assert scores.tallied(Wanted(deck, tag="every")) is counted


def test_tags_part_what_a_deck_comes_to(person: Person) -> None:
    with person.opened() as collection:
        scores = collection.scores()
        assert not scores.is_tallied(Wanted("deck", tag="early"))
        early, late = (scores.overview(Wanted("deck", tag=tag)) for tag in ("early", "late"))
        assert scores.is_tallied(Wanted("deck", tag="early"))
        whole = scores.overview(Wanted("deck"))
        assert early.tally.plus(late.tally) == whole.tally == total([early.tally, late.tally])
        assert 0 < early.tally.reviews < whole.tally.reviews
        days = calendar_seen(scores, Wanted(tag="early"))
        assert sum(days.reviews.values()) < sum(calendar_seen(scores, Wanted()).reviews.values())
        assert calendar_seen(scores, Wanted("other", tag="every")).reviews == {}
