"""Putting items in order and matching them, with keys and the mouse, in a sitting and in a quiz."""

from pathlib import Path

import pytest

from quizzer.core.event import Did
from tests.tui.driving import Driven, driven

ORDER = """
  - question: Put these in order.
    id: order
    order: [first thing, second thing, third thing]
"""
MATCH = """
  - question: Which river flows through which city?
    id: match
    match: {Paris: Seine, London: Thames, Vienna: Danube}
"""
PAIRS = {"Paris": "Seine", "London": "Thames", "Vienna": "Danube"}
ITEMS = ["first thing", "second thing", "third thing"]


def digit(run: Driven, text: str) -> str:
    """The digit in front of an item."""
    found = [line for line in run.text().splitlines() if line.rstrip().endswith(text) and " → " not in line]
    return found[-1].replace("▸", " ").split()[0]


def lefts(run: Driven) -> list[str]:
    """The left sides, from the top."""
    return [line.split(" →")[0].strip() for line in run.text().splitlines() if " →" in line]


async def test_digits_fill_the_next_place_and_backspace_takes_one_back(tmp_path: Path) -> None:
    async with driven(tmp_path, ORDER) as run:
        assert "Which is 1st?" in run.text()
        await run.press(digit(run, ITEMS[1]), "backspace", "backspace")
        for at, item in enumerate(ITEMS, 1):
            await run.press("enter")
            assert "Enter" not in run.text().splitlines()[-4], "nothing is submitted before all is placed"
            await run.press(digit(run, item))
            assert f"[{at}{['st', 'nd', 'rd'][at - 1]}] {item}" in run.text()
        await run.press("enter")
        assert "✓ RIGHT" in run.text()
        await run.press("enter")
        [event] = run.events()
        assert (event.data["response"], event.data["score"], event.data["form"]) == ("; ".join(ITEMS), 1, "order")
        assert event.data["rating"] == 3


async def test_a_digit_pressed_again_takes_its_item_back(tmp_path: Path) -> None:
    async with driven(tmp_path, ORDER) as run:
        one, two = digit(run, ITEMS[0]), digit(run, ITEMS[1])
        await run.press(one, two, one)
        assert f"[2nd] {ITEMS[1]}" in run.text()
        assert "Which is 1st?" in run.text()


async def test_arrows_and_space_place_items_too(tmp_path: Path) -> None:
    async with driven(tmp_path, ORDER) as run:
        await run.press("down", "space", "down", "space", "enter")
        assert "1 place is still open" in run.text()
        await run.press("down", "space", "enter")
        assert "in the right order" in run.text() or "WRONG" in run.text()


async def test_what_is_partly_in_order_shows_where_each_item_was_put(tmp_path: Path) -> None:
    async with driven(tmp_path, ORDER) as run:
        await run.press(*(digit(run, ITEMS[at]) for at in (1, 0, 2)), "enter")
        assert "◐ PARTLY   2 of 3 in the right order" in run.text()
        assert "✓ 3rd  third thing" in run.text()
        assert "you: 1st" in run.text()
        await run.press("enter")
        assert run.ratings() == [1], "below 0.8"


async def test_each_left_side_gets_a_right_one(tmp_path: Path) -> None:
    async with driven(tmp_path, MATCH) as run:
        order = lefts(run)
        assert sorted(order) == sorted(PAIRS)
        for left in order:
            assert f"What goes with {left}?" in run.text()
            await run.press(digit(run, PAIRS[left]))
        await run.press("enter")
        assert "✓ RIGHT" in run.text()
        await run.press("enter")
        assert run.events()[0].data["response"] == "Paris → Seine; London → Thames; Vienna → Danube"


async def test_a_wrong_pair_shows_what_was_put_there(tmp_path: Path) -> None:
    async with driven(tmp_path, MATCH) as run:
        wrong = {"Paris": "Thames", "London": "Seine", "Vienna": "Danube"}
        await run.press(*(digit(run, wrong[left]) for left in lefts(run)), "enter")
        assert "◐ PARTLY   1 of 3 pairs right" in run.text()
        assert "✗ Paris → Seine   you: Thames" in run.text()
        assert "✓ Vienna → Danube" in run.text()


@pytest.mark.parametrize("cards", [ORDER, MATCH])
async def test_0_means_not_known(tmp_path: Path, cards: str) -> None:
    async with driven(tmp_path, cards) as run:
        await run.press("1", "0")
        assert "✗ WRONG   not known" in run.text()
        await run.press("enter")
        assert (run.events()[0].data.get("response"), run.events()[0].data["score"]) == (None, 0)


async def test_the_mouse_puts_items_and_takes_them_back(tmp_path: Path) -> None:
    async with driven(tmp_path, MATCH) as run:
        rows = run.text().splitlines()
        options = [y for y, row in enumerate(rows) if row.strip()[:1] in tuple("123") and "→" not in row]
        await run.pilot.click(offset=(10, options[1]))
        await run.pilot.click(offset=(10, options[0]))
        assert f"What goes with {lefts(run)[2]}?" in run.text()
        await run.pilot.click(offset=(5, next(y for y, row in enumerate(rows) if " →" in row)))
        await run.pilot.pause()
        assert f"What goes with {lefts(run)[0]}?" in run.text()
        await run.pilot.click(offset=(10, options[0]))
        await run.pilot.pause()
        assert [row for row in run.text().splitlines() if "→ 1" in row] == []


TYPED = """
  - question: Which movement was it?
    id: movement
    answer: Risali Movement
    kind: typed
"""
OTHERS = """
  - question: Who was the one?
    id: one
    answer: al-Mudarrisi
    kind: typed
  - question: Who was the other?
    id: other
    answer: al-Modarresi
    kind: typed
"""


async def test_y_says_that_i_was_right_and_u_takes_it_back(tmp_path: Path) -> None:
    async with driven(tmp_path, TYPED) as run:
        await run.press("escape", "y")
        assert "Nothing is judged yet." in run.text()
        await run.press("tab", *"Risalli Movement", "enter")
        assert "≈ NEARLY" in run.text()
        assert "y was right" in run.text()
        await run.press("y")
        assert "✓ RIGHT   you said that you were right" in run.text()
        assert "you      Risal[l]i Movement" in run.text(), "what differs stays in view"
        await run.press("y")
        assert "You gave no answer that was judged wrong" in run.text()
        await run.press("u")
        assert "≈ NEARLY" in run.text()
        await run.press("y", "enter")
        [event] = run.events()
        assert (event.data["rating"], event.data["score"], event.data["response"]) == (3, 1, "Risalli Movement")
        await run.press("escape", "u")
        assert len(run.events(Did.UNDONE)) == 1, "the answer is taken back as any other"


async def test_nobody_was_right_who_said_nothing(tmp_path: Path) -> None:
    async with driven(tmp_path, TYPED) as run:
        await run.press("enter")
        assert "✗ WRONG   not known" in run.text()
        assert "y was right" not in run.text()
        await run.press("y", "enter")
        assert run.ratings() == [1]


async def test_the_answer_to_another_card_is_no_slip(tmp_path: Path) -> None:
    async with driven(tmp_path, OTHERS) as run:
        await run.press(*"al-Modarresi", "enter")
        assert "✗ WRONG   that is the answer to another card" in run.text()
        await run.press("1")
        await run.press(*"al-Modaresi", "enter")
        assert "≈ NEARLY   one letter missing" in run.text()


async def test_a_list_shows_what_was_missing(tmp_path: Path) -> None:
    cards = "\n  - {question: Which Baltic states?, list: [Estonia, Latvia, Lithuania], id: baltic}\n"
    async with driven(tmp_path, cards) as run:
        assert "; between the 3 answers" in run.text()
        await run.press(*"latvja;Poland;estonia", "enter")
        assert "◐ PARTLY   1 of 3 right, 1 nearly, 1 wrong, 1 missing" in run.text()
        for row in (
            "✓ Estonia",
            "≈ Latvia   you: latvja, one letter differs",
            "– Lithuania   missing",
            "✗ Poland   not",
        ):
            assert row in run.text()


async def test_a_number_is_compared_with_its_unit_and_tolerance(tmp_path: Path) -> None:
    async with driven(
        tmp_path, "\n  - {question: How far?, answer: 384400, unit: km, tolerance: 1%, id: moon}\n"
    ) as run:
        assert "in km" in run.text()
        await run.press(*"385,000", "enter")
        assert "✓ RIGHT   within 1%" in run.text()
        assert "right    384400 km (± 1%)" in run.text()


async def in_quiz(run: Driven) -> None:
    await run.press("x", "enter")
    await run.pilot.pause()


async def test_a_quiz_takes_orders_and_matches_and_keeps_them_for_going_back(tmp_path: Path) -> None:
    async with driven(tmp_path, ORDER + MATCH, study=False) as run:
        await in_quiz(run)
        for _ in range(2):
            if "order" in run.text():
                await run.press(*(digit(run, item) for item in ITEMS), "enter")
            else:
                await run.press(*(digit(run, PAIRS[left]) for left in lefts(run)), "enter")
        await run.press("escape", "left")
        assert "…" not in run.text().splitlines()[5], "the answer is still there"
        await run.press("m", "h")
        await run.pilot.pause()
        assert "2 of 2 · 100 %" in run.text()
        assert len(run.events()) == 2


async def test_half_an_order_is_kept_as_the_answer_when_one_goes_on(tmp_path: Path) -> None:
    async with driven(tmp_path, ORDER, study=False) as run:
        await in_quiz(run)
        first = digit(run, ITEMS[0])
        await run.press(first, "enter")
        assert "2 places are still open" in run.text()
        await run.press(digit(run, ITEMS[1]), "backspace", digit(run, ITEMS[2]), "m", "h")
        await run.pilot.pause()
        assert "½" in run.text()
        assert "– 2nd  second thing   missing" in run.text()
