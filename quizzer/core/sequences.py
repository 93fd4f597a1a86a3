"""Judging what is put in order and what is matched."""

from collections.abc import Sequence

from quizzer.core.cards import Match, Order
from quizzer.core.verdict import Outcome, Part, Verdict, scored
from quizzer.core.wording import ordinal


def judge_order(body: Order, response: Sequence[int]) -> Verdict:
    """(longest increasing run - 1) / (n - 1): what stands right among itself counts, whatever stands between.

    Args:
        body: the items, of which equal ones stand for each other.
        response: the original places of items in the person's order; what is missing was left out.
    """
    items = body.items
    given = [items[place] for place in dict.fromkeys(response) if 0 <= place < len(items)]
    run = longest_common(given, items)
    score = max(0, len(run) - 1) / (len(items) - 1)
    kept = {theirs: yours for yours, theirs in run} if score else {}
    at = _places(given, items, kept)
    parts = tuple(_place_part(place, text, place in kept, at.get(place)) for place, text in enumerate(items))
    message = "" if score == 1 else f"{len(run)} of {len(items)} in the right order" if score else ""
    return scored(score, "order", message, parts)


def _place_part(place: int, text: str, kept: bool, at: int | None) -> Part:
    outcome = Outcome.RIGHT if kept else Outcome.WRONG
    if at is None:
        return Part(outcome, text, "", "missing")
    if at == place:
        return Part(outcome, text, "", "" if kept else "out of order")
    return Part(outcome, text, ordinal(at + 1))


def _places(given: Sequence[str], items: Sequence[str], kept: dict[int, int]) -> dict[int, int]:
    """Where the person has put each item: those of the run first, equal ones then as they come."""
    at = dict(kept)
    free = [place for place in range(len(given)) if place not in at.values()]
    for place, text in enumerate(items):
        if place not in at:
            found = next((other for other in free if given[other] == text), None)
            if found is not None:
                at[place] = found
                free.remove(found)
    return at


def longest_common(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """A longest sequence that both hold in this order, as pairs of places; of distinct items, the increasing run.

    Of several, one with the most items that stand at the same place in both.

    >>> longest_common("cbad", "abcd")
    [(1, 1), (3, 3)]
    """
    table = [[(0, 0)] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            table[i][j] = max(table[i + 1][j], table[i][j + 1], _taken(table, a, b, i, j))
    pairs, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        if table[i][j] == _taken(table, a, b, i, j):
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif table[i][j] == table[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _taken(
    table: Sequence[Sequence[tuple[int, int]]], a: Sequence[str], b: Sequence[str], i: int, j: int
) -> tuple[int, int]:
    """Length and fixed places of the best that begins with these two items; less than nothing where they differ."""
    if a[i] != b[j]:
        return (-1, 0)
    length, fixed = table[i + 1][j + 1]
    return (length + 1, fixed + (i == j))


def judge_match(body: Match, response: Sequence[int]) -> Verdict:
    """Pairs right / pairs; equal right sides stand for each other."""
    rights = [right for _, right in body.pairs]
    given = [rights[place] if 0 <= place < len(rights) else "" for place in response]
    given += [""] * (len(rights) - len(given))
    parts = tuple(
        Part(
            Outcome.RIGHT if yours == right else Outcome.WRONG,
            f"{left} → {right}",
            "" if yours == right else yours,
            "" if yours else "missing",
        )
        for (left, right), yours in zip(body.pairs, given, strict=False)
    )
    right = sum(part.outcome is Outcome.RIGHT for part in parts)
    message = "" if right == len(parts) else f"{right} of {len(parts)} pairs right"
    return scored(right / len(parts), "match", message, parts)
