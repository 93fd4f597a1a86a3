"""The body of a note of each kind, from the values of its keys.

Every function is given the keys that its kind needs; what cannot be used becomes a problem, and whatever is returned
then is thrown away by the caller.
"""

import re
from collections.abc import Callable, Collection
from typing import TypeAlias

from quizzer.core.cards import (
    Body,
    Choice,
    Cloze,
    Flashcard,
    Hole,
    Items,
    Kind,
    Match,
    Number,
    Option,
    Order,
    TrueFalse,
    Typed,
)
from quizzer.core.folding import Ignoring
from quizzer.formats.cloze_text import ClozeFault, hide_words, read_holes
from quizzer.formats.fields import MAX_ITEMS, Fields
from quizzer.formats.findings import nearest, shown
from quizzer.formats.kinds import OPTION_KEYS, RULES
from quizzer.formats.yaml_events import Mapping, Node, is_missing, is_scalar, place

Values: TypeAlias = dict[str, Node]

# A number as people write it: a point or a comma, or groups of three; then a power of ten.
NUMBER = re.compile(
    r"[+\-−]?(?:\d+(?:[.,]\d+)?|[.,]\d+"
    r"|\d{1,3}(?:[,' \u00a0\u202f\u2009’_]\d{3})+(?:\.\d+)?|\d{1,3}(?:[. \u00a0\u202f\u2009]\d{3})+(?:,\d+)?)"
    r"(?:\s*[eE][+\-−]?\d{1,3}|\s*[×x*]\s*10\^[+\-−]?\d{1,3})?"
)
TOLERANCE = re.compile(r"(?:\d+(?:[.,]\d+)?|[.,]\d+)(?:[eE][+\-]?\d{1,3})?\s*%?")


def _flashcard(fields: Fields, values: Values) -> Body:
    both = values.get("both_ways")
    return Flashcard(fields.needed(values["answer"], "`answer`"), both is not None and fields.flag(both, "both_ways"))


def _typed(fields: Fields, values: Values) -> Body:
    accept, ignore, exact = values.get("accept"), values.get("ignore"), values.get("exact")
    return Typed(
        fields.needed(values["answer"], "`answer`"),
        fields.texts(accept, "accept") if accept is not None else (),
        _ignore(fields, ignore) if ignore is not None else None,
        exact is not None and fields.flag(exact, "exact"),
    )


def _ignore(fields: Fields, node: Node) -> tuple[str, ...]:
    known = tuple(Ignoring)
    words = []
    for item in fields.items(node, "ignore"):
        word = fields.needed(item, "an entry of `ignore`").lower()
        if word in known:
            words.append(word)
        elif word:
            meant = nearest(word, known)
            fields.add(
                "bad-ignore",
                item,
                f"“{shown(word)}” is nothing that judging can overlook",
                f"did you mean `{meant}`?" if meant else f"it can overlook {', '.join(known)}",
            )
    return tuple(words)


def _number(fields: Fields, values: Values) -> Body:
    tolerance, unit = values.get("tolerance"), values.get("unit")
    answer = fields.needed(values["answer"], "`answer`")
    if answer and not NUMBER.fullmatch(answer):
        begins = NUMBER.match(answer)
        if begins:
            hint = f"answer: {begins[0]} and unit: {shown(answer[begins.end() :].strip())}"
        else:
            hint = "write a number such as 384400, 3.14 or 1.5e8; its unit goes under `unit:`"
        fields.add("not-a-number", values["answer"], f"“{shown(answer)}” is not a number", hint)
    within = fields.line(tolerance) if tolerance is not None else ""
    if tolerance is not None and not TOLERANCE.fullmatch(within):
        fields.add(
            "bad-tolerance",
            tolerance,
            f"“{shown(within)}” is no tolerance",
            "tolerance: 5% or tolerance: 0.5",
        )
    return Number(answer, within.replace(" ", ""), fields.line(unit) if unit is not None else "")


def _choice(fields: Fields, values: Values) -> Body:
    wrong = tuple(_option(fields, item, "wrong") for item in fields.items(values["wrong"], "wrong"))
    if "answer" in values and "answers" in values:
        fields.add(
            "two-answers",
            values["answers"],
            "a choice has `answer` or `answers`, not both",
            "keep one of the two",
        )
    name = "answers" if "answers" in values else "answer"
    given = fields.items(values[name], name) if name == "answers" else [values[name]]
    right = tuple(_option(fields, item, name) for item in given)
    for key, options in ((name, right), ("wrong", wrong)):
        if not options:
            fields.add(
                "too-few",
                values[key],
                f"`{key}` is empty",
                "a choice needs an option that is right and one that is wrong",
            )
    _no_repetition(fields, values["wrong"], [option.text for option in (*right, *wrong)], "option")
    return Choice(right, wrong)


def _option(fields: Fields, node: Node, name: str) -> Option:
    if not isinstance(node, Mapping) and (words := fields.text(node)):
        return Option(words)
    if not isinstance(node, Mapping) or not _is_option(node):
        return Option(fields.needed(node, f"an option of `{name}`" if name != "answer" else "`answer`"))
    values = fields.known(node, OPTION_KEYS.keys(), "an option")
    because = values.get("because")
    text = values.get("text", ("", node.mark, "'"))
    return Option(fields.needed(text, "`text`"), fields.text(because) if because is not None else "")


def _is_option(node: Mapping) -> bool:
    first = node.items[0] if node.items else node
    return (is_scalar(first) and first[0] in OPTION_KEYS) or len(node.items) > 2


def _no_repetition(fields: Fields, node: Node, texts: Collection[str], what: str) -> None:
    if len(set(texts)) == len(texts):
        return
    seen: set[str] = set()
    for text in texts:
        if text in seen and text:
            line, column = fields.findings.locate(*place(node), text.split("\n")[0])
            fields.findings.add(
                "repeated-item",
                line,
                column,
                f"the {what} “{shown(text)}” stands twice",
                "keep one of the two",
            )
        seen.add(text)


def _true_false(fields: Fields, values: Values) -> Body:
    return TrueFalse(fields.flag(values["answer"], "answer"))


def _cloze(fields: Fields, values: Values) -> Body:
    node = values["cloze"]
    text = fields.needed(node, "`cloze`")
    if not text:
        return Cloze(())
    if "hide" in values:
        pieces = hide_words(text, [words for words in fields.texts(values["hide"], "hide") if words])
        node = values["hide"]
    else:
        pieces = read_holes(text)
    if isinstance(pieces, ClozeFault):
        line, column = fields.findings.locate(*place(node), pieces.words)
        fields.findings.add(pieces.code, line, column, pieces.message, pieces.hint)
        return Cloze(())
    if "hide" in values and len(pieces) == 1 and isinstance(pieces[0], str):
        fields.add("no-hole", node, "this cloze hides nothing", "write the words to hide under `hide:`")
    holes = sum(isinstance(piece, Hole) for piece in pieces) if len(pieces) > MAX_ITEMS else 0
    if holes > MAX_ITEMS:
        fields.too_many(node, f"the cloze has {holes} holes")
    return Cloze(pieces)


def _typed_cloze(fields: Fields, values: Values) -> Body:
    body = _cloze(fields, values)
    return body._replace(typed=True) if isinstance(body, Cloze) else body


def _order(fields: Fields, values: Values) -> Body:
    return Order(_several(fields, values["order"], Kind.ORDER))


def _list(fields: Fields, values: Values) -> Body:
    items = _several(fields, values["list"], Kind.LIST)
    _no_repetition(fields, values["list"], items, "entry")
    return Items(items)


def _several(fields: Fields, node: Node, kind: Kind) -> tuple[str, ...]:
    before = fields.findings.errors
    texts = fields.texts(node, kind.value)
    if len(texts) < RULES[kind].least and fields.findings.errors == before:
        fields.add(
            "too-few",
            node,
            f"`{kind}` needs two entries or more",
            "write each on a line of its own, after `- `",
        )
    return texts


def _match(fields: Fields, values: Values) -> Body:
    node = values["match"]
    if not isinstance(node, Mapping):
        fields.map(node, "match")
        return Match(())
    if len(node.items) > 2 * MAX_ITEMS:
        fields.too_many(node, f"`match` has {len(node.items) // 2} pairs")
        return Match(())
    fields.entries(node)
    pairs = []
    for left, right in node.pairs():
        if is_scalar(left) and is_missing(right):
            fields.add_lonely(node, left)
        elif is_scalar(left):
            pairs.append(
                (
                    fields.needed(left, "a left side"),
                    fields.needed(right, f"what “{shown(left[0])}” belongs to"),
                )
            )
    if len(node.items) < 2 * RULES[Kind.MATCH].least:
        fields.add(
            "too-few",
            node,
            "`match` needs two pairs or more",
            "write each on a line of its own, as left: right",
        )
    return Match(tuple(pairs))


BODIES: dict[Kind, Callable[[Fields, Values], Body]] = {
    Kind.FLASHCARD: _flashcard,
    Kind.TYPED: _typed,
    Kind.NUMBER: _number,
    Kind.CHOICE: _choice,
    Kind.TRUE_FALSE: _true_false,
    Kind.CLOZE: _cloze,
    Kind.TYPED_CLOZE: _typed_cloze,
    Kind.ORDER: _order,
    Kind.MATCH: _match,
    Kind.LIST: _list,
}
"""What reads the body of each kind."""
