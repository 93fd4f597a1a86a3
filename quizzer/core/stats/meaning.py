"""What each figure of the scores means: one sentence with its formula, the same on screen and on paper."""

from typing import Final

MEANINGS: Final[dict[str, str]] = {
    "expected": (
        "If asked now: the points to expect if all cards were asked now, the mean of R + (1 − R) · guess, where R "
        "is the chance that you remember a card (0 for one never seen) and guess what a blind answer brings (1/4 "
        "with four options); four of five such tests lie in the interval."
    ),
    "recall": (
        "Average recall: the mean of R over the cards seen; R = (1 + f · t/S)^−w after t days with a memory of "
        "stability S (FSRS-6), 90 % where t = S."
    ),
    "retention": (
        "Remembered: remembered / tested, where a card is tested by its first review of a study day if it was "
        "learnt on an earlier one, and remembered unless you rated it Again; mature cards had been due after 21 "
        "days or more."
    ),
    "reviews": (
        "Answers: all reviews of the period, without cram and what was taken back; the time is the sum of what "
        "each took, 60 s at most."
    ),
    "streak": (
        "Streak: study days in a row with a review, up to today or yesterday; a study day starts at 04:00 where "
        "you were, so travel counts no day twice."
    ),
    "cards": (
        "Cards: new (never seen) + learning (within steps) + young (next due less than 21 days after the last "
        "review) + mature (21 days or more) + suspended."
    ),
    "leeches": ("Leeches: cards forgotten 8 times or more after they had been learnt; they want rewriting."),
    "weeks": (
        "Remembered over time: remembered / tested in each week (or month), beside the retention you want; weeks "
        "with few tests swing."
    ),
    "forecast": (
        "Reviews to come: cards counted on the day they fall due, all that is overdue today; new cards and what "
        "you forget come on top."
    ),
    "orphans": ("Gone: cards that no deck holds any more; their reviews count in the past, and in nothing to come."),
}
