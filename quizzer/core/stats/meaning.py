"""What each figure of the scores means: one sentence with its formula, the same on screen and on paper."""

from typing import Final

MEANINGS: Final[dict[str, str]] = {
    "expected": (
        "If asked now: the points to expect if all cards were asked now, the mean of R + (1 − R) · guess, where R "
        "is the chance that you remember a card (0 for one never seen) and guess what a blind answer brings (1/4 "
        "with four options); four of five such tests lie in the interval."
    ),
    "exam": (
        "On the day of your exam: the mean of R + (1 − R) · guess then, if every day until it you study what your "
        "limits give, the days being played through with what your reviews taught; four of five such exams lie in "
        "the interval."
    ),
    "expected_on": (
        "On a day to come: the same for that day if nothing is studied until then, R falling as time goes by; + and - "
        "take another day, > and < another week; it begins with your exam, if you have set one, else a week from now."
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
    "topics": (
        "Topics: of each deck, or of a deck each first tag that tells a card from the others (else its passage), "
        "what you would score on its cards alone, its mean of R + (1 − R) · guess; what is to gain are the points "
        "of the whole that are likely lost there, (1 − score) · cards / all cards."
    ),
    "quizzes": (
        "A quiz is expected to bring the mean of R + (1 − R) · guess of its cards as they stood when it began, R "
        "corrected by your reviews; four of five lie within the line, the point is the score; of a quiz on more "
        "than what is told of (a deck, a tag) only the questions on that count."
    ),
    "stability": (
        "Stability: how many cards are remembered for how long, in days until R has fallen to 90 % (FSRS-6)."
    ),
    "recall_now": (
        "Recall now: how many of the cards seen have which R at this moment, and their mean; R = (1 + f · t/S)^−w "
        "after t days with a memory of stability S (FSRS-6; 90 % where t = S), corrected by what your own reviews "
        "taught."
    ),
    "calibration": (
        "Promised and remembered: all cards ever tested by the R that the schedule gave them, and the share of them "
        "that was remembered; RMSE (bins) is the root of the mean square distance over bins of interval, reviews and "
        "lapses, log loss the mean of −ln of the probability given to what happened; both are better small."
    ),
    "year": (
        "Reviews by day: a year, whatever the period; each mark is a study day, the darker the more reviews it had; "
        "the shades part your days with reviews into quarters."
    ),
    "hours": (
        "Answers by hour: how many reviews of the period fell into each hour of your clock; a share is of the "
        "cards tested in that hour, remembered / tested."
    ),
    "next": (
        "Do next: points are what the score to expect tomorrow gains, the sum of R · R after Good + (1 − R) · R "
        "after Again − R without review over the cards, / all cards; of rereading (the passage that is named) and "
        "rewriting it is what the cards are likely to lose, so the most that can be had; times follow your answers "
        "until now."
    ),
}
