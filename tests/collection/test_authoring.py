"""From a document to a deck: nothing is written before a person decides, and everything they decide is undone by u."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quizzer.collection.authoring import Authoring
from quizzer.collection.collection import Collection
from quizzer.collection.coverage import Coverage
from quizzer.collection.own_notes import cloze_of, list_of, question_of, runs, words_of
from quizzer.collection.settings import Settings
from quizzer.core.cards import Cloze, Flashcard, Hole, Items, Kind, Note, Typed
from quizzer.core.passage import Passage, read_out
from quizzer.core.schedule import Rating
from quizzer.errors import BundledDeck, DeckMoved, DocumentUnreadable, EditRefused

ARTICLE = """The Treaty of Lisbon

The Treaty of Lisbon was signed on 13 December 2007 by the European Council in Lisbon.

The rest of it was criticised in a good many newspapers, although nobody had read it.

Nicolas Sarkozy and Angela Merkel praised the treaty in Berlin, Paris and Vienna.[4]
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "notes" / "lisbon.txt"
    path.parent.mkdir()
    path.write_text(ARTICLE, "utf-8")
    return path


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    where = Settings(home=str(tmp_path / "home"), now="2026-11-23T08:12:00+01:00", home_from="--home")
    with Collection.open(where) as opened:
        yield opened


def silent(done: int, of: int) -> None:
    """Hear nothing."""


def opened(collection: Collection, path: Path) -> Authoring:
    authoring = collection.authoring(str(path))
    authoring.take(authoring.read(silent, silent))
    return authoring


def drafts(authoring: Authoring) -> list[Note]:
    return [note for note in authoring.deck.notes if note.draft]


def listed(collection: Collection) -> list[str]:
    """The decks that home lists besides those of its folders."""
    return list(collection.preferences.decks)


def test_a_document_is_shown_with_its_drafts_and_nothing_is_written_yet(collection: Collection, article: Path) -> None:
    authoring = opened(collection, article)
    assert drafts(authoring)
    assert authoring.counts().notes == 0
    assert authoring.counts().passages == 3
    assert {authoring.coverage(at) for at in range(3)} == {Coverage.DRAFTED, Coverage.NOTHING}
    assert [path.name for path in article.parent.iterdir()] == ["lisbon.txt"]


def test_the_first_decision_writes_the_deck_and_home_knows_it(collection: Collection, article: Path) -> None:
    authoring = opened(collection, article)
    first, second = drafts(authoring)[:2]
    authoring.accept(first)
    assert "config.yaml" in authoring.kept
    deck = article.with_suffix(".yaml")
    assert deck.is_file()
    assert authoring.counts().notes == authoring.counts().new == 1
    assert [row.id for row in collection.overview().decks if row.path == str(deck)] == ["lisbon"]
    assert deck.read_text("utf-8").count("found by the rule") == len(drafts(authoring)) == authoring.counts().drafts
    authoring.reject(second)
    assert second.id not in [note.id for note in authoring.deck.notes]
    collection.undo()
    collection.undo()
    authoring.reread()
    assert {first.id, second.id} <= {note.id for note in drafts(authoring)}
    undone = collection.undo()
    assert undone is not None
    assert "listed at home" in undone.what
    assert not listed(collection)
    authoring.accept(first)
    assert listed(collection) == [str(deck)]
    collection.prefer("theme", "nord")
    collection.undo()
    collection.undo()
    assert (listed(collection), collection.preferences.theme) == ([], "nord")


def test_a_listing_that_is_gone_already_is_taken_back_in_peace(collection: Collection, article: Path) -> None:
    authoring = opened(collection, article)
    authoring.accept(drafts(authoring)[0])
    collection.prefer("decks", "")
    collection.undo()
    undone = collection.undo()
    assert undone is not None
    assert "listed at home" in undone.what
    assert collection.undoable() is None


def test_a_document_that_a_deck_names_goes_on_there_without_new_drafts(collection: Collection, article: Path) -> None:
    authoring = opened(collection, article)
    for draft in drafts(authoring):
        authoring.reject(draft)
    again = opened(collection, article)
    assert again.is_known
    assert drafts(again) == []
    again.take(again.read(silent, silent, again=True))
    assert drafts(again)


def test_a_deck_beside_the_document_takes_it_up_only_with_the_first_decision(
    collection: Collection, article: Path
) -> None:
    deck = article.with_suffix(".yaml")
    deck.write_text("title: Mine\ncards:\n  - {question: Who?, answer: She, id: who}\n", "utf-8")
    before = deck.read_bytes()
    authoring = opened(collection, article)
    assert len(drafts(authoring)) > 1
    assert [note.id for note in authoring.others] == ["who"]
    assert deck.read_bytes() == before
    authoring.accept(drafts(authoring)[0])
    assert deck.read_bytes().startswith(b"title: Mine\nsources:")
    collection.undo()  # the draft accepted
    undone = collection.undo()  # the drafts written
    assert undone is not None
    assert "added to" in undone.what
    assert deck.read_bytes() == before


def test_where_no_deck_can_be_written_it_goes_to_ones_own_with_a_copy(collection: Collection) -> None:
    from quizzer.store.paths import bundled_decks

    authoring = opened(collection, Path(bundled_decks()) / "getting-started.md")
    assert authoring.place.copies
    authoring.accept(drafts(authoring)[0])
    deck = Path(authoring.place.deck)
    assert deck.name == "getting-started-2.yaml"
    assert (deck.parent / "getting-started.md").is_file()
    assert authoring.kept == ""
    assert authoring.deck.sources[0].file == "getting-started.md"


def test_a_kind_is_gone_through_and_comes_back(collection: Collection, article: Path) -> None:
    authoring = opened(collection, article)
    draft = next(note for note in drafts(authoring) if note.kind in (Kind.CLOZE, Kind.TYPED_CLOZE))
    rule = authoring.rule(draft)
    other = authoring.change_kind(draft)
    assert {draft.kind, other.kind} == {Kind.CLOZE, Kind.TYPED_CLOZE}
    assert authoring.rule(other) == rule != ""
    assert authoring.change_kind(other)._replace(line=0) == draft._replace(line=0)
    authoring.accept(authoring.deck.notes[0])
    assert "kind" not in article.with_suffix(".yaml").read_text("utf-8").partition("draft:")[0].partition("cards:")[0]


def test_a_kind_without_others_says_so(collection: Collection, tmp_path: Path) -> None:
    deck = tmp_path / "d.yaml"
    deck.write_text("cards:\n  - {statement: So., answer: true, id: so}\n", "utf-8")
    authoring = collection.authoring(str(deck))
    assert authoring.document is None
    with pytest.raises(EditRefused, match="no other way"):
        authoring.change_kind(authoring.others[0])


def test_studied_passages_are_weak_or_solid(collection: Collection, article: Path) -> None:
    authoring = opened(collection, article)
    draft = drafts(authoring)[0]
    at = next(at for at, notes in authoring.grouped.items() if draft.id in [note.id for note in notes])
    authoring.accept(draft)
    assert authoring.coverage(at) is Coverage.ASKED
    sitting = collection.sit(("lisbon",))
    sitting.respond(None)
    sitting.answer(Rating.AGAIN)
    assert authoring.coverage(at) is Coverage.WEAK
    sitting.undo()
    sitting.respond(None)
    sitting.answer(Rating.EASY)
    assert authoring.coverage(at) is Coverage.SOLID
    assert authoring.counts().new == 0


def test_a_deck_that_changed_meanwhile_is_read_again(collection: Collection, article: Path) -> None:
    authoring = opened(collection, article)
    first, second = drafts(authoring)[:2]
    authoring.accept(first)
    deck = article.with_suffix(".yaml")
    deck.write_text(deck.read_text("utf-8") + "  - {question: Who?, answer: She, id: who}\n", "utf-8")
    with pytest.raises(DeckMoved):
        authoring.accept(second)
    assert "who" in [note.id for note in authoring.deck.notes]
    authoring.accept(next(note for note in drafts(authoring) if note.id == second.id))


def test_a_deck_that_came_to_be_meanwhile_is_not_overwritten(collection: Collection, article: Path) -> None:
    authoring = opened(collection, article)
    article.with_suffix(".yaml").write_text("cards: []\n", "utf-8")
    with pytest.raises(DeckMoved, match="open it again"):
        authoring.accept(drafts(authoring)[0])
    assert article.with_suffix(".yaml").read_text("utf-8") == "cards: []\n"


def test_what_cannot_be_opened_is_said(collection: Collection, tmp_path: Path) -> None:
    from quizzer.store.paths import bundled_decks

    with pytest.raises(BundledDeck):
        collection.authoring(str(Path(bundled_decks()) / "getting-started.yaml"))
    with pytest.raises(DocumentUnreadable):
        opened(collection, tmp_path / "missing.txt")


def test_a_new_deck_is_written_with_its_first_note(collection: Collection, tmp_path: Path) -> None:
    authoring = collection.authoring(str(tmp_path / "Biology.yaml"))
    assert authoring.deck.title == "Biology"
    assert authoring.others == ()
    added = authoring.add(Note("", Kind.FLASHCARD, "What is a cell?", Flashcard("The unit of life")))
    assert added.id == "cell"
    assert "What is a cell?" in (tmp_path / "Biology.yaml").read_text("utf-8")


# Notes of one's own


def passage(text: str) -> Passage:
    return Passage("4", (), text, page=2)


def marked(text: str, *words: str) -> list[tuple[int, int]]:
    """The ranges of some words, as marked one after the other."""
    found = words_of(text)
    which = frozenset(at for at, (start, end) in enumerate(found) if text[start:end] in words)
    return runs(found, which)


def test_marked_words_are_hidden_in_their_sentence() -> None:
    whole = passage("They met.[3] Isa Qassim, a cleric, left for Qom, and Isa Qassim stayed. Nobody knew.")
    text = read_out(whole).text
    note = cloze_of(whole, "doc", marked(text, "Isa", "Qassim,", "Qom,"))
    assert isinstance(note.body, Cloze)
    holes = [piece.text for piece in note.body.pieces if isinstance(piece, Hole)]
    assert holes == ["Isa Qassim", "Qom", "Isa"]
    assert note.quote == "Isa Qassim, a cleric, left for Qom, and Isa Qassim stayed."
    assert note.source is not None
    assert (note.source.doc, note.source.passage, note.source.page) == ("doc", "4", "2")


def test_marked_words_answer_a_question() -> None:
    whole = passage("They met. He left for Qom in 2016.")
    note = question_of(whole, "doc", marked(whole.text, "Qom"), "Where to?")
    assert note.body == Typed("Qom")
    assert note.quote == "He left for Qom in 2016."
    assert question_of(whole, "doc", marked(whole.text, "Qom", "2016."), "?").body == Flashcard("Qom, 2016")
    long = passage("word " * 30)
    note = question_of(long, "doc", [(0, 149)], "What?")
    assert note.kind is Kind.FLASHCARD


def test_marked_words_are_a_list() -> None:
    whole = passage("They met in Berlin, Paris and Vienna.")
    note = list_of(whole, "doc", marked(whole.text, "Berlin,", "Paris", "Vienna."), "Where?")
    assert note.body == Items(("Berlin", "Paris", "Vienna"))
    with pytest.raises(EditRefused, match="two items"):
        list_of(whole, "doc", marked(whole.text, "Vienna."), "Where?")


def test_nothing_marked_is_no_note() -> None:
    with pytest.raises(EditRefused, match="mark words"):
        cloze_of(passage("They met."), "doc", [])


def test_code_is_hidden_line_or_no_line() -> None:
    whole = passage("```\nprint(1)\n```")
    note = cloze_of(whole, "doc", [(4, 12)])
    assert note.quote == "print(1)"


def test_of_very_many_drafts_the_most_useful_are_shown_and_others_follow(
    collection: Collection, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizzer.collection.authoring.MOST", 1)
    authoring = opened(collection, article)
    first = drafts(authoring)
    assert len(first) == 1
    assert authoring.left_over > 0
    authoring.take(authoring.read(silent, silent, again=True))
    assert drafts(authoring) == first
    authoring.accept(first[0])
    authoring.take(authoring.read(silent, silent, again=True))
    (second,) = drafts(authoring)
    assert second.id != first[0].id


def test_a_draft_by_the_defaults_of_its_deck_is_accepted_too(collection: Collection, tmp_path: Path) -> None:
    deck = tmp_path / "d.yaml"
    deck.write_text("defaults: {draft: true}\ncards:\n  - {question: Who?, answer: She, id: who}\n", "utf-8")
    authoring = collection.authoring(str(deck))
    authoring.accept(authoring.others[0])
    assert drafts(authoring) == []


def test_a_rule_that_a_stranger_wrote_is_safe_to_show(collection: Collection, tmp_path: Path) -> None:
    deck = tmp_path / "d.yaml"
    deck.write_text(
        'cards:\n  - question: Who?\n    answer: "one\u2028two"\n    id: who\n'
        "    draft: true\n    comment: found by the rule \u202e[red]\n",
        "utf-8",
    )
    authoring = collection.authoring(str(deck))
    assert authoring.rule(authoring.others[0]) == "\ufffd[red]"
