"""What a person's own reviews teach about the promises of the memory model, and correct in what is to be expected.

The model promises recall R. Its log-loss rate -ln R is the share of a memory that has gone; what a person really
loses is taken to be

    -ln R' = exp(constant + curve · ln(-ln R) + strength · ln(S / 5 days) + lapsed · [forgotten before] + late · L)

so (0, 1, 0, 0, 0) changes nothing: `constant` says how much faster one forgets, `curve` how much steeper, `strength`
whether strong memories differ from weak ones, `lapsed` whether cards once forgotten do, and `late` whether cards that
wait beyond their time are forgotten as the model's flat curve has it (0) or as an exponential one would (1): L is
ln(-ln 0.9 · t/S / -ln R), how far both are apart after t days. The five are fitted to all cards tested (remembered or
not) by the likeliest values under normal priors around (0, 1, 0, 0, 0), so that few reviews change little; `late` is
never below 0, so that nothing is remembered better by waiting. Decks differ by a factor each,
(K + forgotten) / (K + expected), the mean of a gamma posterior.

Beside what the fit does not know quite stands what no such formula can: its own misfit, taken to be a fifth of what is
lost, as measured with simulated learners who forget by other laws.

Source: a generalised linear model for recall with the complementary log-log link (McCullagh & Nelder, Generalized
Linear Models, 4.3.1), its penalised maximum found by Fisher scoring.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from quizzer.core.memory import interval

Row = tuple[float, ...]

MIDDLE = 5.0
"""Days: a stability at which `strength` says nothing."""
_MEANS = (0.0, 1.0, 0.0, 0.0, 0.0)
_DEVIATIONS = (1.0, 0.15, 0.3, 0.5, 0.5)
_NEVER_LATE = (*_DEVIATIONS[:4], 1e-6)
WEIGHTS = len(_MEANS)
_MISFIT = 0.2**2
_LATEST = 3.0
_NINETY = -math.log(0.9)
_DECK = 10.0
"""K: how many forgotten cards' worth a deck is trusted to be like the others."""
_MOST = 3.0
_ROUNDS = 40
_NEAR = 1e-9


def _diagonal(values: Row) -> tuple[Row, ...]:
    return tuple(tuple(value if at == other else 0.0 for other in range(WEIGHTS)) for at, value in enumerate(values))


_PRIOR = _diagonal(tuple(deviation**2 for deviation in _DEVIATIONS))


def lateness(lost: float, waited: float) -> float:
    """L: how much more an exponential curve would have lost, as a logarithm; 3 at most.

    Args:
        lost: -ln R of the model, above 0.
        waited: days since the last review, as a multiple of stability.
    """
    return min(_LATEST, math.log(_NINETY * waited / lost))


class Group(NamedTuple):
    """Cards tested of which much the same was known."""

    promised: float
    """The mean probability of recall, between 0 and 1."""
    stability: float
    """Days."""
    lapsed: bool
    """Whether they had been forgotten before."""
    tested: int
    right: int

    @property
    def late(self) -> float:
        """L; how long the cards had waited follows from the promise, by the usual curve."""
        return lateness(-math.log(self.promised), interval(1.0, self.promised))

    @property
    def known(self) -> Row:
        """What the weights weigh."""
        lost = math.log(-math.log(self.promised))
        return 1.0, lost, math.log(self.stability / MIDDLE), float(self.lapsed), self.late


class Correction(NamedTuple):
    """How promises are corrected, and how sure that is."""

    weights: Row = _MEANS
    """constant, curve, strength, lapsed, late."""
    spread: tuple[Row, ...] = _PRIOR
    """Their covariances; without reviews those of the priors."""
    decks: Mapping[str, float] = {}
    """How much faster each deck is forgotten than others, as a factor."""
    misfit: float = _MISFIT
    """The variance of ln(-ln R') that comes of no such formula being quite right."""

    def gone(self, lost: float, stability: float, lapsed: bool, late: float) -> float:
        """-ln R' of a card of which the model says `lost` = -ln R, without its deck's factor; `late` is L."""
        if lost <= 0:
            return 0.0
        constant, curve, strength, often, later = self.weights
        power = constant + curve * math.log(lost) + strength * math.log(stability / MIDDLE) + often * lapsed
        return math.exp(min(_MOST, power + later * late))

    def variance(self, slopes: Sequence[float]) -> float:
        """The variance of what changes by these slopes with the weights: what they are not known by, and misfit."""
        unknown = sum(
            one * other * self.spread[at][beside]
            for at, one in enumerate(slopes)
            for beside, other in enumerate(slopes)
        )
        return unknown + self.misfit * slopes[0] ** 2


UNCORRECTED = Correction()


class DeckFactors(Mapping[str, float]):
    """How much faster each deck is forgotten than others, as a factor; learnt of a deck when it is first asked for."""

    def __init__(self, correction: Correction, of_deck: Callable[[str], Iterable[Group]]) -> None:
        self._correction = correction
        self._of_deck = of_deck
        self._known: dict[str, float] = {}

    def __getitem__(self, deck: str) -> float:
        """Of a deck; 1 where nothing is known of it."""
        found = self._known.get(deck)
        if found is None:
            found = self._known[deck] = _factor(self._correction, self._of_deck(deck))
        return found

    def __iter__(self) -> Iterator[str]:
        """The decks that were asked for."""
        return iter(self._known)

    def __len__(self) -> int:
        """How many these are."""
        return len(self._known)


def corrected_by(groups: Iterable[Group], of_deck: Callable[[str], Iterable[Group]] = lambda deck: ()) -> Correction:
    """The correction that cards tested teach.

    Args:
        groups: of all decks.
        of_deck: those of one deck.
    """
    counted = [_counted(group) for group in groups]
    weights, spread = _fitted(counted, _DEVIATIONS)
    if weights[-1] < 0:
        weights, spread = _fitted(counted, _NEVER_LATE)
        weights = (*weights[:-1], 0.0)
    found = Correction(weights, spread)
    return found._replace(decks=DeckFactors(found, of_deck))


def _factor(correction: Correction, groups: Iterable[Group]) -> float:
    forgotten = expected = 0.0
    matters = correction.weights[-1] > 0
    for group in groups:
        late = group.late if matters else 0.0
        gone = correction.gone(-math.log(group.promised), group.stability, group.lapsed, late)
        forgotten += group.tested - group.right
        expected -= group.tested * math.expm1(-gone)
    return (_DECK + forgotten) / (_DECK + expected)


class _Counted(NamedTuple):
    known: Row
    tested: int
    forgotten: int


def _counted(group: Group) -> _Counted:
    return _Counted(group.known, group.tested, group.tested - group.right)


def _fitted(groups: Sequence[_Counted], deviations: Row) -> tuple[Row, tuple[Row, ...]]:
    """The likeliest weights under priors of these deviations, and their covariances."""
    weights: Row = _MEANS
    precisions = tuple(1 / deviation**2 for deviation in deviations)
    for _ in range(_ROUNDS):
        slope, bend = _slopes(groups, weights, precisions)
        spread = inverse(bend)
        step = [sum(part * pull for part, pull in zip(row, slope, strict=True)) for row in spread]
        longest = max(map(abs, step))
        weights = tuple(weight + part / max(1.0, longest) for weight, part in zip(weights, step, strict=True))
        if longest < _NEAR:
            break
    return weights, inverse(_slopes(groups, weights, precisions)[1])


def _slopes(groups: Sequence[_Counted], weights: Row, precisions: Row) -> tuple[list[float], list[list[float]]]:
    """Slope and expected curvature (Fisher's information) of the penalised log likelihood."""
    slope = [-precision * (weight - mean) for precision, weight, mean in zip(precisions, weights, _MEANS, strict=True)]
    bend = [list(row) for row in _diagonal(precisions)]
    for known, tested, forgotten in groups:
        power = sum(weight * part for weight, part in zip(weights, known, strict=True))
        gone = math.exp(max(-20.0, min(_MOST, power)))
        chance = -math.expm1(-gone)
        rise = gone * (1 - chance)
        pull = (forgotten - tested * chance) * rise / (chance * (1 - chance))
        weight = tested * rise * rise / (chance * (1 - chance))
        for at, one in enumerate(known):
            slope[at] += pull * one
            for other, beside in enumerate(known):
                bend[at][other] += weight * one * beside
    return slope, bend


def inverse(matrix: Sequence[Sequence[float]]) -> tuple[Row, ...]:
    """The inverse of a positive definite matrix, by Gauss and Jordan."""
    size = len(matrix)
    rows = [[*row, *(float(at == other) for other in range(size))] for at, row in enumerate(matrix)]
    for at in range(size):
        pivot = rows[at][at]
        rows[at] = [value / pivot for value in rows[at]]
        for other in range(size):
            if other != at:
                factor = rows[other][at]
                rows[other] = [value - factor * mine for value, mine in zip(rows[other], rows[at], strict=True)]
    return tuple(tuple(row[size:]) for row in rows)
