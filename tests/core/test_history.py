"""A card's history: told as the fold sees it, and what moves no schedule is told as such."""

from hypothesis import given, settings

from quizzer.core.cards import Card, Choice, Kind, Note, Option
from quizzer.core.event import Did, Event
from quizzer.core.history import TOLD, Fate, history, last_review, texts_of
from quizzer.core.memory import interval
from quizzer.core.options import DEFAULTS
from quizzer.core.progress import counts, fold, replaced
from quizzer.core.schedule import UNSEEN, State
from quizzer.core.timeline import Timeline
from tests.core.histories import CARDS, START, event, histories, reviewed

DAY = 86_400_000
ON = Timeline().at


@given(histories())
@settings(max_examples=150, deadline=None)
def test_a_history_ends_where_the_fold_does(events: list[Event]) -> None:
    """The last review tells the schedule of the fold, and each event is told once, with what became of it."""
    whole = fold(events)
    for card in CARDS:
        own = [one for one in events if whole.heirs.get(one.card, one.card) == card]
        told = history(own, whole.voided, whole.timeline.at, heirs=whole.heirs)
        last, standing = last_review(told), whole.standings.get(card)
        schedule = standing.schedule if standing else UNSEEN
        assert (last.after if last else UNSEEN) == schedule
        wanted = sorted((one for one in own if one.kind in TOLD and not replaced(one)), key=lambda one: one.order)
        assert [past.id for past in told] == [one.id for one in wanted]
        for past, one in zip(told, wanted, strict=True):
            assert (past.fate is Fate.UNDONE) == (one.id in whole.voided)
            assert (past.after is not None) == (counts(one) and one.id not in whole.voided)
            if past.after is not None:
                assert (past.after.last_at, past.rating > 0) == (past.after.last_at, True)


def test_each_review_says_how_it_was_made_and_what_came_of_it() -> None:
    first = reviewed(1, "a/one", 1, START)._replace(
        data={"rating": 1, "mode": "study", "counts": True, "took_ms": 4200, "response": "Rome", "score": 0}
    )
    crammed = event(2, Did.REVIEWED, "a/one", {"rating": 3, "mode": "cram", "counts": False}, START + DAY)
    practised = event(3, Did.REVIEWED, "a/one", {"rating": 3, "mode": "quiz", "counts": False}, START + 2 * DAY)
    undone = reviewed(4, "a/one", 4, START + 3 * DAY)
    wrong = reviewed(5, "a/one", 1, START + 4 * DAY)
    right = event(6, Did.REVIEWED, "a/one", {"rating": 4, "mode": "quiz", "replaces": wrong.id}, START + 5 * DAY)
    silly = event(7, Did.REVIEWED, "a/one", {"rating": 7, "took_ms": "long", "score": "?", "response": {}})
    told = history([right, wrong, undone, practised, crammed, first, silly], {undone.id}, ON)
    assert [past.fate for past in told if past.id != silly.id] == [
        Fate.COUNTS, Fate.CRAM, Fate.PRACTICE, Fate.UNDONE, Fate.REPLACED
    ]  # fmt: skip
    one = told[0]
    assert (one.given, one.mode, one.took_ms, one.response, one.score, one.wanted) == (1, "study", 4200, "Rome", 0, 0)
    odd = next(past for past in told if past.id == silly.id)
    assert (odd.rating, odd.took_ms, odd.score, odd.response, odd.wanted) == (0, 0, None, "", 0.0)
    last = last_review(told)
    assert last is not None
    assert (last.id, last.given, last.rating) == (wrong.id, 1, 4)
    assert last.after is not None
    assert last.after.state is State.REVIEW
    assert last.wanted == interval(last.after.stability, DEFAULTS.desired_retention)


def test_what_else_was_done_is_told_with_its_words() -> None:
    events = [
        event(1, Did.FLAGGED, "a/one", {"words": "typo"}),
        event(2, Did.DECK_EDITED, "a/one", {"what": "“Roma” accepted"}, START + 1),
        event(3, Did.BURIED, "a/one", at=START + 2),
        event(4, Did.TEXT_SEEN, "a/one", {"digest": "x"}, START + 3),
        event(5, Did.QUIZ_ANSWERED, "a/one", at=START + 4),
    ]
    told = history(events, (), ON)
    assert [(past.kind, past.words) for past in told] == [
        ("flagged", "typo"),
        ("deck_edited", "“Roma” accepted"),
        ("buried", ""),
    ]
    assert last_review(told) is None


def test_a_reset_begins_afresh() -> None:
    told = history([reviewed(1, "a/one", 4, START), event(2, Did.RESET, "a/one", at=START + DAY)], (), ON)
    assert (len(told), last_review(told)) == (2, None)


def test_picks_of_a_quiz_are_told_by_their_texts_where_a_deck_has_them() -> None:
    body = Choice((Option("Rome"),), (Option("Milan"), Option("Turin")))
    card = Card("a", Note("one", Kind.CHOICE, "Capital?", body))
    events = [
        event(at, Did.REVIEWED, "a/one", {"rating": 1, "mode": "quiz", "response": response}, START + at)
        for at, response in enumerate(([1, 2], [], True, None, [9]), 1)
    ]
    assert [past.response for past in history(events, (), ON, card)] == ["Milan · Turin", "", "True", "", "10"]
    assert history(events[:1], (), ON)[0].response == "2 · 3"


def test_versions_of_a_text_are_told_in_their_order() -> None:
    def seen(number: int, digest: str) -> Event:
        data: dict[str, object] = {"question": f"Q{digest}", "solution": "S", "quote": "", "digest": digest}
        return event(number, Did.TEXT_SEEN, "a/one", data, START + number)

    events = [seen(4, "x"), seen(1, "x"), seen(2, "x"), seen(3, "y"), event(5, Did.FLAGGED, "a/one")]
    assert [(text.question, text.at) for text in texts_of(events)] == [
        ("Qx", START + 1),
        ("Qy", START + 3),
        ("Qx", START + 4),
    ]
