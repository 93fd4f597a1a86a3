"""The bundled decks: without problems, true to their study notes, and fair as questions."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from quizzer.core.asking import asked, blanks
from quizzer.core.cards import (
    Card,
    Choice,
    Cloze,
    Deck,
    Flashcard,
    Items,
    Kind,
    Note,
    Number,
    TrueFalse,
    Typed,
    cards_of,
)
from quizzer.formats.deck_reader import read_deck

ROOT = Path(__file__).resolve().parents[2]
DECKS = ROOT / "decks"
SEEDS = ROOT.parent / "shared" / "seeds"
RELATIONS = "bahrain-iran-relations"
GUIDE = "getting-started"

NAMES = (
    "Islamic Front for the Liberation of Bahrain",
    "U.S. Assistant Secretary of State for Near Eastern Affairs",
    "Hujjat al-Islam Hādī al-Mudarrisī",
    "Grand Ayatollah Mohammad Taqi al-Modarresi",
    "Mohammad Taqi al-Modarresi",
    "King Hamad bin Isa Al Khalifa",
    "Hamad bin Isa Al Khalifa",
    "Sheikh Isa Qassim",
)
"""Names and official titles, the only long runs of words that the seed document and our texts may share."""

LONGEST_SHARED_RUN = 5
"""Words. Short phrases that have no other wording stay below it: `the country within 3 days`."""


@cache
def deck(name: str) -> Deck:
    path = DECKS / f"{name}.yaml"
    read, _ = read_deck(path.read_bytes(), str(path))
    assert read is not None
    return read


@cache
def passages(name: str) -> dict[str, str]:
    """The texts of a deck's study notes by number; passage N is what follows a heading `## N. …`."""
    text = (DECKS / f"{name}.md").read_text(encoding="utf-8")
    _, *pieces = re.split(r"^## (\d+)\. .+$", text, flags=re.MULTILINE)
    return {number: body.strip() for number, body in zip(pieces[::2], pieces[1::2], strict=True)}


def cards(name: str) -> list[Card]:
    return [card for note in deck(name).notes for card in cards_of(name, note)]


def words(text: str) -> list[str]:
    """The words of a text without accents, capitals and punctuation."""
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return re.findall(r"[^\W_]+", re.sub(r"['’]", "", bare.casefold()))


def holds(text: str, part: str) -> bool:
    """Whether the words of `part` stand in `text`, one after the other."""
    return f" {' '.join(words(part))} " in f" {' '.join(words(text))} "


def right_answers(card: Card) -> tuple[str, ...]:
    """What is right as a response where that is words; none where things are only sorted or judged."""
    match card.note.body:
        case Flashcard(answer=answer):
            return (answer,)
        case Typed(answer=answer, accept=accept):
            return (answer, *accept)
        case Number(answer=answer):
            return (answer,)
        case Choice(right=right):
            return tuple(option.text for option in right)
        case Cloze():
            return blanks(card)
        case Items(items=items):
            return items
        case _:
            return ()


def question(card: Card) -> str:
    """All that a person sees before the reveal, save the options of a choice, which name wrong ones too."""
    shown = asked(card, 0)
    return f"{shown.prompt.text}\n{shown.hint}"


def choices(name: str) -> Iterator[tuple[str, Choice]]:
    for note in deck(name).notes:
        if isinstance(note.body, Choice):
            yield note.id, note.body


both = pytest.mark.parametrize("name", [RELATIONS, GUIDE])


@both
def test_a_bundled_deck_has_no_problems_at_all(name: str) -> None:
    path = DECKS / f"{name}.yaml"
    read, problems = read_deck(path.read_bytes(), str(path))
    assert [problem.headline() for problem in problems] == []
    assert read is not None
    assert (read.id, read.left_out) == (name, 0)


def test_the_deck_on_relations_has_plenty_of_notes_of_every_kind() -> None:
    kinds = Counter(note.kind for note in deck(RELATIONS).notes)
    assert kinds.total() >= 44
    assert set(kinds) == set(Kind)


def test_the_guide_has_one_note_of_every_kind() -> None:
    assert Counter(note.kind for note in deck(GUIDE).notes) == dict.fromkeys(Kind, 1)


@both
def test_every_note_has_an_id_an_explanation_a_quote_and_a_passage(name: str) -> None:
    def lacks_something(note: Note) -> bool:
        return note.id.startswith("~") or not (note.explanation and note.quote and note.source)

    assert [note.id for note in deck(name).notes if lacks_something(note)] == []


@both
def test_every_quote_stands_in_the_passage_it_names(name: str) -> None:
    strays = [
        note.id
        for note in deck(name).notes
        if note.source and note.quote not in passages(name).get(note.source.passage, "")
    ]
    assert strays == []


@both
def test_every_passage_has_a_card(name: str) -> None:
    asked_of = {note.source.passage for note in deck(name).notes if note.source}
    assert asked_of == set(passages(name))


@both
def test_the_deck_knows_the_study_notes_it_was_written_from(name: str) -> None:
    (source,) = deck(name).sources
    assert source.file == f"{name}.md"
    assert source.sha256 == hashlib.sha256((DECKS / source.file).read_bytes()).hexdigest()
    assert {note.source.doc for note in deck(name).notes if note.source} == {source.name}


@both
def test_passages_are_numbered_from_one_without_a_gap(name: str) -> None:
    assert list(passages(name)) == [str(number) for number in range(1, len(passages(name)) + 1)]


@both
def test_no_question_holds_the_answer_to_another_or_to_itself(name: str) -> None:
    given_away = [
        f"{asking.id} says {answer!r}, the answer to {card.id}"
        for card in cards(name)
        for answer in right_answers(card)
        if words(answer)
        for asking in cards(name)
        if holds(question(asking), answer)
    ]
    assert given_away == []


@both
def test_no_reveal_tells_the_answer_to_a_card_that_comes_later(name: str) -> None:
    """New cards come in the deck's order. Two cards may have one answer (a year, a country)."""
    given_away = [
        f"{shown.id} tells {answer!r}, the answer to {later.id}"
        for place, shown in enumerate(cards(name))
        for later in cards(name)[place + 1 :]
        for answer in right_answers(later)
        if words(answer)
        and not any(holds(own, answer) for own in right_answers(shown))
        and holds(f"{shown.note.explanation}\n{shown.note.quote}", answer)
    ]
    assert given_away == []


@both
def test_length_does_not_tell_the_right_option(name: str) -> None:
    """Guessing the longest, or the shortest, is right no more often than guessing at random."""
    single = [body for _, body in choices(name) if len(body.right) == 1]
    by_chance = sum(1 / (1 + len(body.wrong)) for body in single)
    longest = sum(len(body.right[0].text) > max(len(option.text) for option in body.wrong) for body in single)
    shortest = sum(len(body.right[0].text) < min(len(option.text) for option in body.wrong) for body in single)
    assert longest <= by_chance
    assert shortest <= by_chance


def test_options_differ_and_there_are_enough_to_make_guessing_hard() -> None:
    for note, body in choices(RELATIONS):
        texts = [tuple(words(option.text)) for option in (*body.right, *body.wrong)]
        assert len(set(texts)) == len(texts), note
        assert len(body.wrong) >= 3, note


def test_neither_true_nor_false_is_the_better_guess() -> None:
    truths = [note.body.answer for note in deck(RELATIONS).notes if isinstance(note.body, TrueFalse)]
    assert abs(truths.count(True) - truths.count(False)) <= 1


@both
def test_every_typed_answer_can_be_typed_on_a_plain_keyboard(name: str) -> None:
    for card in cards(name):
        if isinstance(card.note.body, Typed):
            assert any(answer.isascii() for answer in right_answers(card)), card.id


def test_no_two_notes_ask_the_same() -> None:
    asked_twice = Counter(" ".join(words(question(card))) for card in cards(RELATIONS))
    assert [text for text, times in asked_twice.items() if times > 1] == []


def _without_names(text: str) -> list[list[str]]:
    """The words between the names."""
    bare = " ".join(words(text))
    for name in NAMES:
        bare = bare.replace(" ".join(words(name)), "|")
    return [piece.split() for piece in bare.split("|")]


def _runs(text: str, length: int) -> set[tuple[str, ...]]:
    return {
        tuple(piece[start : start + length])
        for piece in _without_names(text)
        for start in range(len(piece) - length + 1)
    }


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the document that the deck was written from is not here")
@pytest.mark.parametrize("file", [f"{RELATIONS}.md", f"{RELATIONS}.yaml"])
def test_nothing_is_copied_from_the_document_but_names(file: str) -> None:
    seed = "\n".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
    ours = (DECKS / file).read_text(encoding="utf-8")
    length = LONGEST_SHARED_RUN + 1
    assert _runs(ours, length) & _runs(seed, length) == set()


def test_dates_stand_in_their_order() -> None:
    """The order card agrees with the years in its own quote."""
    (note,) = [note for note in deck(RELATIONS).notes if note.kind is Kind.ORDER]
    years = [int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", note.quote)]
    assert all(earlier < later for earlier, later in pairwise(years))
