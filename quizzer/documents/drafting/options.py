"""Wrong options for choices: others of the same kind from the same document, and none that would be right too."""

from quizzer.documents.drafting.candidate import Candidate, Pool, chosen, shown
from quizzer.documents.drafting.leaks import leaks

LEAST, MOST = 3, 4
"""Wrong options that a choice has."""
KEPT = 200
"""Things of one kind that are remembered."""


class Pools:
    """The things of each kind that a document names."""

    def __init__(self) -> None:
        self._pools: dict[str, dict[str, tuple[Pool, str]]] = {}

    def add(self, pool: Pool, answer: str, where: str) -> None:
        """Remember one of them, and the sentence that names it."""
        things = self._pools.setdefault(pool.name, {}) if len(self._pools) < KEPT else self._pools.get(pool.name, {})
        if len(things) < KEPT:
            things.setdefault(answer, (pool, where))

    def with_options(self, candidate: Candidate) -> Candidate:
        """The candidate as a choice, where its document names three others of the kind; else as it is.

        None that its own sentence names is an option, nor one that shares a word with the answer or another option,
        nor one whose own sentence names the answer.
        """
        pool = candidate.pool
        if pool is None:
            return candidate
        others = sorted(
            self._pools.get(pool.name, {}).items(), key=lambda item: (abs(item[1][0].place - pool.place), item[0])
        )
        wrong: list[str] = []
        for text, (_, where) in others:
            if len(wrong) == MOST - 1:
                break
            if text == candidate.answer or leaks(candidate.sentence.text, text) or candidate.answer in where:
                continue
            if pool.name.startswith("date") or not any(_share(text, other) for other in (candidate.answer, *wrong)):
                wrong.append(text)
        if len(wrong) < LEAST:
            return candidate
        question = pool.asks or shown(candidate)
        return candidate._replace(
            asks=chosen(question, candidate.answer, tuple(wrong)), usefulness=min(1.0, candidate.usefulness + 0.02)
        )


def _share(one: str, other: str) -> bool:
    kind = {"of", "the", "for", "and"}
    mine, theirs = (set(text.casefold().split()) - kind for text in (one, other))
    return mine <= theirs or theirs <= mine
