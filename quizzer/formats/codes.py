"""Every problem code of the deck language: how much it matters, and what it means in one line.

Codes are stable, since people and editors match on them. Each has a row in decks/README.md and a golden file in
tests/formats/bad.
"""

from quizzer.core.problem import Severity

_ERRORS = {
    # several files, in quizzer.collection
    "unreadable-file": "A deck file cannot be opened.",
    "duplicate-deck": "Two decks of one's own have one id; neither is used.",
    # the file
    "not-utf8": "The file is not UTF-8 text, so nothing in it can be read.",
    "too-large": "The file is larger than 64 MB.",
    "too-many-nodes": "The file holds more than four million YAML values.",
    "too-deep": "Lists or maps are nested more than 50 deep.",
    "no-cards": "The file has no `cards:` key at its left edge, so it is not a deck.",
    "cards-not-list": "What stands under `cards:` is not a list of notes.",
    "second-document": "A second YAML document begins; a deck is one document.",
    # YAML that breaks off
    "colon-in-text": "A colon and a space inside an unquoted text end it there.",
    "leading-character": "A text begins with a character that means something to YAML, or goes on after its quotes.",
    "code-without-bar": "A text of several lines holds a colon; it needs `|`.",
    "unclosed-quote": "A quoted text does not end.",
    "unclosed-bracket": "A `[` or `{` is not closed.",
    "bad-escape": "A backslash in double quotes is followed by a character that makes no escape.",
    "tab-indent": "A line is indented with a tab.",
    "indentation": "A line is not in line with the keys it belongs to.",
    "missing-colon": "A line where a key is expected has no `key: ` in it.",
    "yaml-syntax": "YAML cannot be read here, for a reason that is none of the others.",
    # YAML that decks do without
    "anchor": "An anchor (`&name`) stands before a value.",
    "alias": "An alias (`*name`) stands for a value.",
    "tag": "A tag (`!name`) stands before a value.",
    "merge-key": "A merge key (`<<`) is used.",
    "duplicate-key": "A key stands twice in one map.",
    "complex-key": "A list or a map is used as a key.",
    # notes
    "not-a-note": "An entry under `cards:` is neither a map of keys nor a line of text.",
    "one-line-note": "A note on one line does not have the form `question = answer`.",
    "missing-key": "A note lacks a key that its kind needs.",
    "empty-text": "A text that is needed is empty.",
    "asks-twice": "A note has two of `question`, `statement` and `cloze`.",
    "two-kinds": "A note has keys of two kinds.",
    "bad-kind": "`kind:` names no kind, or one that the keys of the note do not make.",
    "two-answers": "A choice has both `answer` and `answers`.",
    "text-expected": "A list or a map stands where a text is expected.",
    "comma-in-braces": "A comma inside `{…}` has cut a text in two.",
    "map-expected": "A text or a list stands where a map is expected.",
    "not-a-flag": "A flag is neither true nor false.",
    "not-a-number": "The answer of a number note is not a number.",
    "bad-tolerance": "A tolerance is neither a number nor a percentage.",
    "too-few": "A list is too short for its kind.",
    "too-many-items": "A list, a map or a cloze has more than 200 items.",
    "repeated-item": "An option or an item stands twice.",
    "too-long": "A text is longer than 20,000 characters.",
    "bad-id": "An id has no letter or digit in it, or is longer than 100 characters.",
    "duplicate-id": "Two notes of the deck have one id.",
    "duplicate-note": "Two notes without id ask the same and have the same solution.",
    "no-hole": "A cloze hides nothing.",
    "empty-hole": "A hole of a cloze holds no text.",
    "unclosed-hole": "A hole of a cloze does not end.",
    "nested-hole": "A hole of a cloze begins inside another.",
    "hole-parts": "A hole has more than a text and a hint.",
    "hide-not-found": "A text to hide does not stand in the cloze.",
}

_WARNINGS = {
    "control-character": "The file holds a control character; it is shown as �.",
    "empty-deck": "There is no note under `cards:`.",
    "cut-by-comment": "A text ends at ` #`, where YAML begins a comment.",
    "control-escape": 'An escape in double quotes makes a control character, as `\\f` in `"\\frac"` does.',
    "folded-code": "Fenced code has lost its line ends, since its text has no `|`.",
    "unknown-key": "A key is not one of the deck language; it is passed over.",
    "stray-key": "A key means nothing in a note of this kind; it is passed over.",
    "bad-ignore": "An entry of `ignore` is nothing that judging can overlook; it is passed over.",
    "missing-source": "A source's file is not there, not in the deck's folder, or cannot be read (`quizzer check`).",
    "source-changed": "A source's file is not the one that its `sha256` is of (`quizzer check`).",
    "passage-not-found": "A note names a passage that its source does not have (`quizzer check`).",
    "quote-moved": "A quote stands in another passage of its source than the note says (`quizzer check`).",
    "quote-reworded": "A quote's source says the same in other words now (`quizzer check`).",
    "quote-not-found": "A quote does not stand in its source (`quizzer check`).",
    "unknown-source": "A source is not listed under `sources:`; it is passed over.",
    "bad-default": "A key under `defaults:` cannot be shared by notes; it is passed over.",
    "bad-language": "A language is not a tag such as `en` or `pt-BR`; it is passed over.",
    "bad-option": "A key under `study:` is no option for a deck, or its value is impossible; it is passed over.",
}

_ADVICE = {
    "answer-in-question": "The answer stands in the question (`quizzer check`).",
    "longest-is-right": "The right option is by far the longest (`quizzer check`).",
    "all-of-the-above": "An option such as “all of the above” (`quizzer check`).",
    "always-the-same": "All statements of a deck are true, or all are false (`quizzer check`).",
    "always-in-one-place": "The right options of a deck always have one letter, length or rank (`quizzer check`).",
    "same-answer": "Two notes have the same answer (`quizzer check`).",
    "same-question": "Two notes ask in nearly the same words (`quizzer check`).",
    "several-facts": "An answer holds several facts (`quizzer check`).",
    "no-source": "A note has no source in a deck that has sources (`quizzer check`).",
    "no-id": "A note has no `id`; notes on one line need none (`quizzer check`).",
    "passage-without-card": "No note asks about a passage of a source (`quizzer check`).",
}

_SETTINGS = {
    "unknown-setting": "A key of `config.yaml` is no setting; it is passed over.",
    "missing-folder": "A folder under `decks:` in `config.yaml` is not there (`quizzer check`).",
    "bad-setting": "A setting in `config.yaml` has a value that cannot be; what counts without it counts.",
}

SEVERITIES: dict[str, Severity] = {
    **dict.fromkeys(_ERRORS, Severity.ERROR),
    **dict.fromkeys(_WARNINGS, Severity.WARNING),
    **dict.fromkeys(_ADVICE, Severity.ADVICE),
    **dict.fromkeys(_SETTINGS, Severity.WARNING),
}
"""How much each code matters."""

ADVICE = frozenset(_ADVICE)
"""The codes that only `check` tells: what could be better, though nothing is wrong."""

SETTINGS = frozenset(_SETTINGS)
"""The codes of `config.yaml`, which is no deck."""

MEANINGS: dict[str, str] = _ERRORS | _WARNINGS | _ADVICE | _SETTINGS
"""What each code means, in one sentence."""
