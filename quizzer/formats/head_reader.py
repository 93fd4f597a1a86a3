"""The keys at a deck's left edge, all but its notes."""

import re
from typing import NamedTuple

from quizzer.core.cards import DeckSource, Kind
from quizzer.core.options import SPECS
from quizzer.core.text import one_line
from quizzer.formats.bodies import Values
from quizzer.formats.fields import Fields
from quizzer.formats.findings import nearest, shown
from quizzer.formats.identity import MAX_ID, normal_id
from quizzer.formats.kinds import DECK_KEYS, KEYS, KIND_OF, SOURCE_KEYS, TURNS
from quizzer.formats.note_reader import Defaults
from quizzer.formats.yaml_events import Mapping, Node, Sequence, is_missing, is_scalar

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_SIDES = dict.fromkeys(("question", "answer"))
_TURNABLE = frozenset().union(*TURNS.values())
STUDY_KEYS = tuple(key for key, spec in SPECS.items() if not spec.whole)
"""The options that an author may suggest; the others belong to the day, which all decks share."""


class Head(NamedTuple):
    """What a deck says of itself."""

    id: str
    title: str
    question_language: str = ""
    answer_language: str = ""
    sources: tuple[DeckSource, ...] = ()
    study: tuple[tuple[str, str], ...] = ()
    defaults: Defaults = Defaults()


def read_head(fields: Fields, root: Mapping, stem: str) -> Head:
    """What the deck says of itself; `stem` is the name of its file."""
    values = fields.known(root, DECK_KEYS.keys(), "a deck")
    head = Head(_id(fields, values.get("id"), stem), stem)
    if "title" in values:
        head = head._replace(title=fields.line(values["title"]) or stem)
    if "language" in values:
        question, answer = _languages(fields, values["language"])
        head = head._replace(question_language=question, answer_language=answer)
    if "sources" in values:
        head = head._replace(sources=_sources(fields, values["sources"]))
    if "study" in values:
        head = head._replace(study=_study(fields, values["study"]))
    if "defaults" in values:
        head = head._replace(defaults=_defaults(fields, values["defaults"]))
    return head


def _id(fields: Fields, node: Node | None, stem: str) -> str:
    fallback = normal_id(stem)[:MAX_ID] or "deck"
    if node is None:
        return fallback
    text = fields.line(node)
    name = normal_id(text)
    if name and len(name) <= MAX_ID:
        return name
    fields.add(
        "bad-id",
        node,
        f"“{shown(text)}” cannot be an id; the deck is called “{fallback}” after its file",
        f"an id is made of letters, digits and -_. and has {MAX_ID} characters at most",
    )
    return fallback


def _languages(fields: Fields, node: Node) -> tuple[str, str]:
    if not isinstance(node, Mapping):
        language = _language(fields, node)
        return language, language
    values = fields.known(node, _SIDES.keys(), "`language`")
    question, answer = values.get("question"), values.get("answer")
    return (
        _language(fields, question) if question is not None else "",
        _language(fields, answer) if answer is not None else "",
    )


def _language(fields: Fields, node: Node) -> str:
    text = fields.line(node)
    if _LANGUAGE.fullmatch(text):
        return text
    fields.add("bad-language", node, f"“{shown(text)}” is no language tag", "language: en")
    return ""


def _sources(fields: Fields, node: Node) -> tuple[DeckSource, ...]:
    entries = fields.map(node, "sources")
    pairs = node.pairs() if isinstance(node, Mapping) else []
    found: dict[str, DeckSource] = {}
    for key, value in pairs:
        if is_scalar(key) and key[0] not in found and (is_missing(value) or key[0] in entries):
            found[key[0]] = _source(fields, key[0], entries.get(key[0]))
    return tuple(found.values())


def _source(fields: Fields, name: str, entry: Node | None) -> DeckSource:
    if isinstance(entry, Mapping):
        values = fields.known(entry, SOURCE_KEYS.keys(), "a source")
        texts = {key: fields.line(value) for key, value in values.items() if key in SOURCE_KEYS}
        return DeckSource(one_line(name), **texts)
    if entry is not None:
        fields.map(entry, shown(name))
    return DeckSource(one_line(name))


def _study(fields: Fields, node: Node) -> tuple[tuple[str, str], ...]:
    found = []
    for name, value in fields.map(node, "study").items():
        text = " ".join(map(fields.line, value.items)) if isinstance(value, Sequence) else fields.line(value)
        refusal, hint = _refusal(name, text)
        if refusal:
            fields.add("bad-option", value, refusal, hint)
        else:
            found.append((name, text))
    return tuple(found)


def _refusal(name: str, text: str) -> tuple[str, str]:
    """Why a deck cannot suggest a value for an option, and what to do; empty where it can."""
    spec = SPECS.get(name)
    if spec is None:
        meant = nearest(name, STUDY_KEYS)
        return (
            f"there is no option `{shown(name)}`",
            f"did you mean `{meant}`?" if meant else f"the options are {', '.join(STUDY_KEYS)}",
        )
    if spec.whole:
        return f"`{name}` counts for all decks together", "leave it out; a person sets it under Options"
    try:
        spec.parse(text)
    except ValueError as error:  # OptionError, and digits beyond what int() takes
        return f"`{name}` {shown(str(error))}", "leave it out for the default"
    return "", ""


def _defaults(fields: Fields, node: Node) -> Defaults:
    if not isinstance(node, Mapping):
        fields.map(node, "defaults")
        return Defaults()
    values = fields.known(node, KEYS.keys(), "a note")
    common: Values = {}
    special: Values = {}
    special_kind = kind = None
    for name, value in values.items():
        if name == "id":
            fields.add("bad-default", value, "notes cannot share an `id`", "give each note its own")
        elif name == "kind":
            kind = _default_kind(fields, value)
        elif name in KIND_OF:
            special_kind = special_kind or KIND_OF[name]
            if KIND_OF[name] is special_kind:
                special[name] = value
            else:
                fields.add(
                    "bad-default",
                    value,
                    f"`{name}` is for another kind than `{next(iter(special))}`",
                    "keep one of them",
                )
        elif name in KEYS:
            common[name] = value
    if kind in TURNS[Kind.FLASHCARD] and special_kind not in (None, kind):
        fields.add(
            "bad-default",
            values["kind"],
            f"`kind: {kind}` does not fit `{next(iter(special))}`",
            "keep one of them",
        )
        kind = None
    return Defaults(common, special, special_kind, kind)


def _default_kind(fields: Fields, node: Node) -> Kind | None:
    word = fields.line(node).lower()
    if word in _TURNABLE:
        return Kind(word)
    fields.add(
        "bad-default",
        node,
        f"`kind: {shown(word)}` cannot be shared",
        f"it may be {', '.join(sorted(_TURNABLE))}",
    )
    return None
