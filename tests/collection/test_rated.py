"""`rated:` counts reviews as they stand: none taken back or crammed, and a replaced one as what came in its place."""

from random import Random

import pytest

from quizzer.collection.collection import Collection
from quizzer.core.event import Did, Event
from quizzer.core.filtering import Mistake, parse_filter
from quizzer.core.history import Fate
from quizzer.core.schedule import Rating
from quizzer.store.log import Log
from tests.collection.people import Person

DAY = 86_400_000
CARDS = ("capitals/paris", "capitals/rome", "capitals/rome#r", "capitals/madrid")


def found(collection: Collection, text: str) -> list[str]:
    terms = parse_filter(text)
    assert not isinstance(terms, Mistake), terms
    return [report.id for report in collection.card_reports(terms=terms)]


def recorded(person: Person, *did: tuple[str, str, dict[str, object], int]) -> None:
    """Write what was done so many days ago: kind, card, data."""
    with person.opened() as collection:
        now, path = collection.moment().at, collection.places()[0].path
    with Log.open(path, Random(1).randbytes) as log:
        at = log.newest_at(log.device)
        log.append(
            [
                Event(
                    f"{number:032x}", log.device, max(at + number, now - ago * DAY + number), 3600, "", kind, card, data
                )
                for number, (kind, card, data, ago) in enumerate(did, 1)
            ],
            None,
        )


def review(card: str, rating: int, ago: int, **data: object) -> tuple[str, str, dict[str, object], int]:
    return Did.REVIEWED, card, {"rating": rating, "mode": "study", "counts": True, "took_ms": 1000, **data}, ago


def test_what_was_taken_back_is_not_rated(person: Person) -> None:
    with person.opened() as collection:
        collection.sit().answer(Rating.AGAIN)
        assert found(collection, "rated:1 again") == ["capitals/paris"]
        collection.undo()
        assert found(collection, "rated:1") == found(collection, "rated:1 again") == []
        assert found(collection, "-rated:1") == list(CARDS)


def test_a_cram_and_a_quiz_for_practice_are_no_ratings(person: Person) -> None:
    recorded(
        person,
        review("capitals/paris", 1, 0, mode="cram", counts=False),
        review("capitals/rome", 1, 0, mode="quiz", counts=False),
        review("capitals/madrid", 1, 0, mode="quiz"),
    )
    with person.opened() as collection:
        assert found(collection, "rated:1") == found(collection, "rated:1 again") == ["capitals/madrid"]


def test_a_replaced_review_counts_as_what_replaced_it_on_its_own_day_until_that_is_taken_back(person: Person) -> None:
    wrong = f"{1:032x}"
    right = review("capitals/paris", 3, 0, mode="quiz", replaces=wrong)
    recorded(person, review("capitals/paris", 1, 5), right)
    with person.opened() as collection:
        assert found(collection, "rated:6 good") == ["capitals/paris"]
        assert found(collection, "rated:6 again") == found(collection, "rated:5") == []
        collection.undo()
        assert found(collection, "rated:6 again") == ["capitals/paris"]
        assert found(collection, "rated:6 good") == []


@pytest.mark.parametrize("seed", [1, 2])
def test_a_filter_finds_what_the_histories_tell(person: Person, seed: int) -> None:
    """Many reviews, some of them taken back, replaced (which may be taken back too), crammed or for practice."""
    dice, did = Random(seed), list[tuple[str, str, dict[str, object], int]]()
    for number in range(60):
        card, ago = dice.choice(CARDS), 14 - number // 4
        match dice.randrange(8) if did else 7:
            case 0:
                did.append((Did.UNDONE, "", {"events": [f"{dice.randint(1, len(did)):032x}"]}, ago))
            case 1:
                replaced = dice.randint(1, len(did))
                did.append(review(did[replaced - 1][1] or card, dice.randint(1, 4), ago, replaces=f"{replaced:032x}"))
            case 2:
                did.append(review(card, dice.randint(1, 4), ago, mode="cram", counts=False))
            case 3:
                did.append(review(card, dice.randint(1, 4), ago, mode="quiz", counts=False))
            case _:
                did.append(review(card, dice.randint(1, 4), ago))
    recorded(person, *did)
    with person.opened() as collection:
        infos = [collection.card_info(card) for card in CARDS]
        for days in (1, 3, 7, 14, 15, 30):
            for rating in (None, *Rating):
                wanted = [
                    info.report.id
                    for info in infos
                    for past in info.past
                    if past.fate in (Fate.COUNTS, Fate.REPLACED)
                    and past.rating in ([rating] if rating else [1, 2, 3, 4])
                    and info.day - past.day < days
                ]
                text = f"rated:{days}" + (f" {rating.name.lower()}" if rating else "")
                assert found(collection, text) == [card for card in CARDS if card in wanted], text
