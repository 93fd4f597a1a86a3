"""What SQL finds is what the filter language means."""

from hypothesis import given
from hypothesis import strategies as st

from quizzer.core.card_order import Order
from quizzer.core.filtering import Facts, Field, Is, Rated, Term, haystack, matches
from quizzer.core.options import LEECH_LAPSES
from quizzer.core.progress import NEVER, Standing
from quizzer.core.schedule import Rating, Schedule, State
from quizzer.store.cache import MEMORY, Cache
from quizzer.store.card_places import Place
from quizzer.store.card_search import Sought, draft_notes, find_cards, voided
from quizzer.store.card_table import CardTable

DAY = 20_000
NOW = DAY * 86_400_000
TITLES = {"a": "Zoology", "b": "Été"}
KINDS = ("choice", "cloze")
TEXTS = ("Who won?\nNobody", "Hādī", "", "straße 5%")

STANDINGS = st.builds(
    lambda state, late, lapses, suspended, buried, flag: Standing(
        Schedule(state, 0, lapses + 1.0, 5.0, (DAY if state is State.REVIEW else NOW) + late, 1, DAY, 1, lapses),
        suspended=suspended,
        buried=buried,
        flag=flag,
    ),
    st.sampled_from(State),
    st.integers(-1, 1),
    st.sampled_from([0, LEECH_LAPSES - 1, LEECH_LAPSES]),
    st.booleans(),
    st.sampled_from([NEVER, DAY - 1, DAY]),
    st.sampled_from([None, "", "why"]),
)
CARDS = st.lists(
    st.tuples(STANDINGS, st.sampled_from("ab"), st.sampled_from(KINDS), st.sampled_from(TEXTS)), max_size=8
)
WORDS = st.sampled_from(["won", "hadi", "strasse 5%", "ete", "zoo", "a/", "war"])
TERMS = st.one_of(
    st.builds(Term, st.just(Field.IS), st.sampled_from(list(map(str, Is))), st.booleans(), st.none(), st.booleans()),
    st.builds(Term, st.sampled_from([Field.TEXT, Field.DECK, Field.TAG]), WORDS, st.booleans()),
    st.builds(Term, st.just(Field.KIND), st.sampled_from(KINDS), st.booleans()),
    st.builds(Term, st.just(Field.RATED), st.just("7"), st.booleans(), st.none() | st.just(Rating.AGAIN)),
)


def facts(id: str, standing: Standing, kind: str, text: str, reviews: tuple[Rated, ...]) -> Facts:
    schedule = standing.schedule
    until = DAY if schedule.state is State.REVIEW else NOW
    marks = {
        Is.DUE: schedule.state is not State.NEW and schedule.due <= until,
        Is.NEW: schedule.state is State.NEW,
        Is.LEARNING: schedule.state in (State.LEARNING, State.RELEARNING),
        Is.LEECH: schedule.lapses >= LEECH_LAPSES,
        Is.SUSPENDED: standing.suspended,
        Is.BURIED: standing.buried >= DAY,
        Is.HIDDEN: standing.suspended or standing.buried >= DAY,
        Is.FLAGGED: standing.flag is not None,
    }
    holds = frozenset(mark for mark, so in marks.items() if so)
    return Facts(id, id[0], TITLES[id[0]], kind, ("War",), holds, False, lambda: haystack(text), lambda: reviews)


@given(CARDS, st.lists(TERMS, max_size=4), st.sampled_from(Order))
def test_found_is_what_matches(
    given_cards: list[tuple[Standing, str, str, str]], terms: list[Term], order: Order
) -> None:
    cache = Cache.open(MEMORY, "test")
    cards, wanted = CardTable(cache.connection), set()
    named = [(f"{deck}/{at}", standing, kind, text) for at, (standing, deck, kind, text) in enumerate(given_cards)]
    reviews = {id: (Rated(3, 1 + at % 2),) for at, (id, *_) in enumerate(named) if at % 3}
    for deck in TITLES:
        places = [
            Place(id, id[2:], "", at, kind, "\nwar\n", True, 0, haystack(text, "War", id))
            for at, (id, _, kind, text) in enumerate(named)
            if id[0] == deck
        ]
        cards.replace(deck, places)
    for id, standing, kind, text in named:
        cards.put_standing(id, standing)
        if matches(terms, facts(id, standing, kind, text, reviews.get(id, ()))):
            wanted.add(id)
    rated = [
        [id for id, found in reviews.items() if term.rating in (None, found[0].rating)]
        for term in terms
        if term.field is Field.RATED
    ]
    found = find_cards(cache.connection, Sought(terms, TITLES, DAY, NOW, 0, rated, order))
    assert (len(found), set(found)) == (len(wanted), wanted)
    assert find_cards(cache.connection, Sought(terms, TITLES, DAY, NOW, 0, rated, order), 2) == found[:2]
    if order is Order.DECK:
        assert found == sorted(found)
    cache.close()


def filled() -> Cache:
    """Five cards of two decks: due yesterday and learnt an hour ago, due in a week, new twice."""
    cache = Cache.open(MEMORY, "test")
    cards = CardTable(cache.connection)
    for deck, texts in (("b", ("delta", "alpha")), ("a", ("echo", "bravo", "Charlie"))):
        ids = [f"{deck}/{at}" for at in range(len(texts))]
        cards.replace(
            deck,
            [Place(id, id[2:], "", at, "typed", "", True, 0, haystack(texts[at], id)) for at, id in enumerate(ids)],
        )
    for id, state, due, stability, lapses in (
        ("b/1", State.REVIEW, DAY + 7, 9.0, 0),
        ("a/0", State.REVIEW, DAY - 1, 3.0, 2),
        ("a/2", State.RELEARNING, NOW - 3_600_000, 0.5, 4),
    ):
        cards.put_standing(id, Standing(Schedule(state, 0, stability, 5.0, due, 1, DAY, 1, lapses)))
    return cache


def test_each_order_has_its_first_cards() -> None:
    cache = filled()
    orders = {
        Order.DECK: "b/0 b/1 a/0 a/1 a/2",
        Order.QUESTION: "b/1 a/1 a/2 b/0 a/0",
        Order.DUE: "a/2 a/0 b/1 b/0 a/1",
        Order.STABILITY: "a/2 a/0 b/1 b/0 a/1",
        Order.LAPSES: "a/2 a/0 b/0 b/1 a/1",
    }
    for order, ids in orders.items():
        shift = -2 * 86_400_000  # as far west as no zone is: what is learnt falls on the day before yesterday
        sought = Sought((), {"b": "Birds", "a": "Zoology"}, DAY, NOW, shift, order=order)
        assert " ".join(find_cards(cache.connection, sought)) == ids, order
    assert CardTable(cache.connection).first(("b", "none", "a"), 4) == ["b/0", "b/1", "a/0", "a/1"]
    assert CardTable(cache.connection).first(("b", "a"), 1) == ["b/0"]
    cache.close()


def test_what_left_its_deck_is_looked_for_no_more_and_is_an_orphan() -> None:
    cache = filled()
    cards = CardTable(cache.connection)
    cards.replace("a", [Place("a/1", "1", "", 0, "typed", "", True, 0, haystack("golf"))])
    bravo = Sought((Term(Field.TEXT, "bravo"),), {"a": "Zoology"}, DAY, NOW)
    assert find_cards(cache.connection, bravo) == []
    assert find_cards(cache.connection, bravo._replace(terms=(Term(Field.TEXT, "golf"),))) == ["a/1"]
    assert [row.id for row in cards.orphans()] == ["a/0", "a/2"]
    assert [row.id for row in cards.orphans(["b"])] == []
    assert [row.id for row in cards.rows_of(["b/1", "a/9", "a/2"])] == ["b/1", "a/2"]
    cache.close()


def test_drafts_and_what_was_taken_back_are_told_from_the_rest() -> None:
    cache = filled()
    cache.put_notes("a", [("x", '["x",true,5]'), ("y", '["y",false,5]')])
    assert draft_notes(cache.connection, ["b", "a"]) == [("a", '["x",true,5]')]
    cache.put_voided(["e1"])
    assert voided(cache.connection, ["e1", "e2"]) == {"e1"}
    cache.close()
