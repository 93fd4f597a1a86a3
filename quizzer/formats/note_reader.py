"""One entry under `cards:` to a Note, with every problem it has."""

from typing import NamedTuple, assert_never

from quizzer.core.cards import (
    Body,
    Choice,
    Cloze,
    Flashcard,
    Hole,
    Items,
    Kind,
    Match,
    Note,
    Number,
    Order,
    Source,
    TrueFalse,
    Typed,
)
from quizzer.formats.bodies import BODIES, Values
from quizzer.formats.fields import Fields
from quizzer.formats.findings import nearest, shown
from quizzer.formats.identity import MAX_ID, is_note_hash, normal_id, note_hash
from quizzer.formats.kinds import ALLOWED, ASKS, KEYS, KIND_OF, PLACE_KEYS, RULES, TURNS
from quizzer.formats.yaml_events import Mapping, Node, Scalar, Sequence, is_missing, is_scalar

_MARKS = frozenset(KIND_OF)
_NEEDED = {kind: frozenset(rule.needs) for kind, rule in RULES.items()}
_ASK = {kind: (rule.needs[0], f"`{rule.needs[0]}`") for kind, rule in RULES.items()}
"""The key of what a note of each kind asks, and how problems name it."""
_ASKS = frozenset(ASKS)
_NONE = frozenset[str]()
_FLASHCARD, _CHOICE = Kind.FLASHCARD, Kind.CHOICE  # for what is asked of every note: members take long to look up
_ESCAPED = "\x00"


class Defaults(NamedTuple):
    """What notes share: keys of every kind, and keys that only notes of one kind take."""

    common: Values = {}  # noqa: RUF012 – never written to
    special: Values = {}  # noqa: RUF012
    special_kind: Kind | None = None
    kind: Kind | None = None
    """What `kind:` turns notes into, where it may."""


class NoteReader:
    """Reads the notes of one deck; knows its sources, its defaults and the ids so far."""

    def __init__(self, fields: Fields, sources: frozenset[str], defaults: Defaults) -> None:
        self.fields = fields
        self.sources = sources
        self._named = {name: Source(name) for name in sources}
        self.defaults = defaults
        self._has_defaults = bool(defaults.common or defaults.special)
        self._kinds_stay = defaults.special_kind is None and defaults.kind is None
        self._lines: dict[str, int] = {}

    def read(self, node: Node) -> Note | None:
        """The note; None where it has an error."""
        findings = self.fields.findings
        before = findings.errors
        note = self._mapped(node) if node.__class__ is Mapping else self._one_line(node)
        if note is not None and (findings.errors == before or note.id[0] != "~"):
            self._register(note, node)
        return note if findings.errors == before else None

    def _register(self, note: Note, node: Node) -> None:
        """Ids are taken in the order of the file: the second note of an id is the one in error."""
        first = self._lines.get(note.id)
        if first is None:
            self._lines[note.id] = note.line
        elif note.id[0] == "~":
            self.fields.add(
                "duplicate-note",
                node,
                f"this note asks the same as the one on line {first}, with the same solution",
                "delete one of the two, or give one of them an `id`",
            )
        else:
            self.fields.add(
                "duplicate-id",
                _key(node, "id"),
                f"the id “{note.id}” is that of the note on line {first}",
                "give this note another id",
            )

    def _one_line(self, node: Node) -> Note | None:
        """A note such as `Germany = Berlin; the city of Berlin`."""
        if not is_scalar(node):
            self.fields.add("not-a-note", node, "a note is a map of keys, or one line", "- question: …")
            return None
        self.fields.add_cut(node)
        question, equals, answers = node[0].partition(" = ")
        first, *others = answers.replace("\\;", _ESCAPED).split(";")
        if not equals or not question.strip() or not first.strip():
            self.fields.add(
                "one-line-note",
                node,
                "a note on one line is a question and its answer, with ` = ` between them",
                _with_equals(node[0]),
            )
            return None
        values: Values = {"question": _part(node, question), "answer": _part(node, first)}
        if others:
            accept: list[Node] = [_part(node, text) for text in others if text.strip()]
            values["accept"] = Sequence(accept, node[1])
        return self._built(node, values, Kind.TYPED)

    def _mapped(self, node: Mapping) -> Note | None:
        values = self.fields.entries(node)
        if len(node.items) == 2 and not KEYS.keys() & values.keys():
            line = self._as_line(node)
            if line is not None:
                return self._one_line(line)
        kind = self._kind(node, values)
        if kind is None or len(values) * 2 < len(node.items) or not ALLOWED[kind].issuperset(values):
            self._check_keys(node, kind)
        return self._built(node, values, kind) if kind is not None else None

    def _as_line(self, node: Mapping) -> Scalar | None:
        """The line that was meant, where its `: ` makes it look like a map to YAML."""
        key, value = node.items
        if not is_scalar(key) or not is_scalar(value) or self.fields.in_braces(node):
            return None
        if " = " not in value[0] and nearest(key[0], tuple(KEYS)):
            return None
        self.fields.add_cut(value)
        return f"{key[0]}: {value[0]}", node.mark, "'"

    def _check_keys(self, node: Mapping, kind: Kind | None) -> None:
        self.fields.check_keys(node, tuple(KEYS), "a note")
        names = [key[0] for key, value in node.pairs() if is_scalar(key) and not is_missing(value)]
        asks = [name for name in ASKS if name in names]
        if len(asks) > 1:
            two = f"`{asks[0]}` and `{asks[1]}`"
            self.fields.add(
                "asks-twice",
                _key(node, asks[1]),
                f"a note asks once; this one has {two}",
                "make two notes of it",
            )
        for name in names:
            if kind and name in KEYS and name not in ALLOWED[kind] and name not in ASKS:
                self.fields.add(
                    "stray-key",
                    _key(node, name),
                    f"`{name}` means nothing in a note of kind {kind}",
                    f"its keys are {', '.join((*RULES[kind].needs, *RULES[kind].may))}",
                )

    def _kind(self, node: Mapping, values: Values) -> Kind | None:
        """What the keys of a note make it, and what `kind:` turns that into."""
        marks = _NONE if _MARKS.isdisjoint(values) else _MARKS & values.keys()
        kind = KIND_OF[next(iter(marks))] if marks else _FLASHCARD
        if len(marks) > 1 and any(KIND_OF[mark] is not kind for mark in marks):
            if len(_ASKS & values.keys()) < 2:
                self._report_two_kinds(node, marks)
            return None
        word = values.get("kind")
        if word is None and self._kinds_stay:
            return kind
        turn = self._turned(word, kind, marks) if word is not None else self._default_kind(values, kind, marks)
        special = self.defaults.special_kind
        if special and word is None and not marks and self._takes(special, values):
            return special
        return turn

    def _takes(self, special: Kind, values: Values) -> bool:
        """Whether a note without keys of a kind becomes one of the kind that the defaults make."""
        return RULES[special].needs[0] == "question" or "question" not in values

    def _default_kind(self, values: Values, kind: Kind, marks: frozenset[str]) -> Kind:
        """What `kind:` under `defaults:` makes of a note; where it does not fit it is passed over."""
        wanted = self.defaults.kind
        fits = "cloze" in values if kind is Kind.CLOZE else not marks
        return wanted if wanted and fits and wanted in TURNS.get(kind, ()) else kind

    def _turned(self, node: Node, kind: Kind, marks: frozenset[str]) -> Kind | None:
        word = self.fields.line(node).lower()
        if word == kind or (word in TURNS.get(kind, ()) and "both_ways" not in marks):
            return Kind(word)
        if word in tuple(Kind):
            message = f"its keys make this note one of kind {kind}, which `kind: {word}` cannot change"
            hint = f"delete `kind:`, or give the note the keys of its kind: {', '.join(RULES[Kind(word)].needs)}"
        else:
            meant = nearest(word, tuple(Kind))
            message = f"“{shown(word)}” is no kind"
            hint = f"did you mean `{meant}`?" if meant else "kind: typed, kind: number or kind: typed-cloze"
        self.fields.add("bad-kind", node, message, hint)
        return None

    def _report_two_kinds(self, node: Mapping, marks: frozenset[str]) -> None:
        found = [key for key, _ in node.pairs() if is_scalar(key) and key[0] in marks]
        one = found[0]
        other = next(key for key in found if KIND_OF[key[0]] is not KIND_OF[one[0]])
        self.fields.add(
            "two-kinds",
            other,
            f"`{one[0]}` makes a note of kind {KIND_OF[one[0]]}, but `{other[0]}` one of kind {KIND_OF[other[0]]}",
            "keep one of them, or make two notes of it",
        )

    def _built(self, node: Node, values: Values, kind: Kind) -> Note | None:
        if self._has_defaults:
            self._add_defaults(values, kind)
        if not self._has_all(node, values, kind):
            return None
        fields = self.fields
        ask, name = _ASK[kind]
        question = fields.needed(values[ask], name) if ask != "cloze" else ""
        body = BODIES[kind](fields, values)
        named, hint, explanation = values.get("id"), values.get("hint"), values.get("explanation")
        source, quote, tags = values.get("source"), values.get("quote"), values.get("tags")
        draft = values.get("draft")
        return Note(
            _hashed(question, body) if named is None else self._id(named),
            kind,
            question,
            body,
            "" if hint is None else fields.text(hint),
            "" if explanation is None else fields.text(explanation),
            None if source is None else self._source(source),
            "" if quote is None else fields.text(quote),
            () if tags is None else self._tags(tags),
            draft is not None and fields.flag(draft, "draft"),
            node[1].line + 1,
        )

    def _add_defaults(self, values: Values, kind: Kind) -> None:
        defaults, allowed = self.defaults, ALLOWED[kind]
        for name, value in defaults.common.items():
            if name not in values and name in allowed and not (name == "answer" and "answers" in values):
                values[name] = value
        if kind is defaults.special_kind:
            for name, value in defaults.special.items():
                values.setdefault(name, value)

    def _has_all(self, node: Node, values: Values, kind: Kind) -> bool:
        """Whether the keys that the kind needs are there."""
        if values.keys() >= _NEEDED[kind] and (kind is not _CHOICE or "answer" in values or "answers" in values):
            return True
        missing = [name for name in RULES[kind].needs if name not in values]
        if kind is Kind.CHOICE and not ("answer" in values or "answers" in values):
            missing.append("answer")
        present = [key for key, _ in node.pairs() if is_scalar(key)] if isinstance(node, Mapping) else []
        # Where a key of another kind is there without a value, it is what was meant, and not what is missing.
        meant = [key for key in present if key[0] not in values and (key[0] in missing or key[0] in _MARKS)]
        for key in meant:
            self.fields.add("empty-text", key, f"`{key[0]}` is empty", "write its value behind the colon")
        for name in [] if meant else missing:
            if name == "question" and kind is Kind.FLASHCARD:
                message = "this note asks nothing: it has no `question`, `statement` or `cloze`"
            else:
                message = f"a note of kind {kind} needs `{name}`"
            self.fields.add("missing-key", node, message, _swallowed(values, name) or f"{name}: …")
        return False

    def _tags(self, node: Node) -> tuple[str, ...]:
        tags = self.fields.texts(node, "tags")
        return tuple(dict.fromkeys([tag if tag.isalnum() else " ".join(tag.split()) for tag in tags]))

    def _id(self, node: Node) -> str:
        text = self.fields.text(node)
        if text[:1] == "~" and is_note_hash(text):
            return text
        name = normal_id(text)
        if not name or len(name) > MAX_ID:
            self.fields.add(
                "bad-id",
                node,
                f"“{shown(text)}” cannot be an id",
                f"an id is made of letters, digits and -_. and has {MAX_ID} characters at most",
            )
            return "?"
        return name

    def _source(self, node: Node) -> Source | None:
        if is_scalar(node) and node[0] in self._named:
            return self._named[node[0]]
        fields = self.fields
        passage = page = None
        named: Node | None = node
        if isinstance(node, Mapping):
            values = fields.known(node, PLACE_KEYS.keys(), "a source")
            named, passage, page = values.get("doc"), values.get("passage"), values.get("page")
        doc = fields.line(named) if named is not None else ""
        if doc in self.sources:
            return Source(doc, fields.line(passage) if passage else "", fields.line(page) if page else "")
        if doc or named is None:
            meant = nearest(doc, tuple(self.sources))
            fields.add(
                "unknown-source",
                named or node,
                f"there is no “{shown(doc)}” under `sources:`" if doc else "a source needs `doc`",
                f"did you mean `{meant}`?" if meant else "name a document that stands under `sources:`",
            )
        return None


def _key(node: Node, name: str) -> Node:
    """The key of that name in a map, else the node itself."""
    pairs = node.pairs() if isinstance(node, Mapping) else []
    return next((key for key, _ in pairs if is_scalar(key) and key[0] == name), node)


def _with_equals(text: str) -> str:
    """The hint for a note on one line that lacks its ` = `."""
    if not text.strip() or "=" in text:
        return "- Germany = Berlin; the city of Berlin"
    before, colon, after = shown(text).partition(": ")
    return f"- {before} = {after}" if colon else f"- {before} = …"


def _part(node: Scalar, text: str) -> Scalar:
    """A part of a note on one line, as a text of its own."""
    return text.replace(_ESCAPED, ";").strip(), node[1], "'"


def _swallowed(values: Values, name: str) -> str:
    """The hint for a key that YAML has read as the end of the text before it."""
    for node in values.values():
        if is_scalar(node) and f"{name}:" in node[0]:
            rest = node[0].partition(f"{name}:")[2]
            return f"a key ends in a colon and a space: {name}: {shown(rest)}"
    return ""


def _hashed(question: str, body: Body) -> str:
    """The id of a note without one; kind, hints and wrong options do not count, so that they may be changed."""
    match body:
        case Flashcard(answer=answer) | Typed(answer=answer) | Number(answer=answer):
            return note_hash(question, (answer,))
        case Choice(right=right):
            return note_hash(question, (option.text for option in right))
        case TrueFalse(answer=holds):
            return note_hash(question, ("true" if holds else "false",))
        case Cloze(pieces=pieces):
            holes = [piece.text for piece in pieces if isinstance(piece, Hole)]
            whole = "".join(piece.text if isinstance(piece, Hole) else piece for piece in pieces)
            return note_hash(whole, holes)
        case Order(items=items) | Items(items=items):
            return note_hash(question, items)
        case Match(pairs=pairs):
            return note_hash(question, (side for pair in pairs for side in pair))
        case _:
            assert_never(body)
