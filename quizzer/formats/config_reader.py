"""`config.yaml` to preferences, with every problem in it: what cannot be is passed over, the rest counts."""

from typing import Any

from quizzer.core.preference_table import PREFERENCES, PreferenceError
from quizzer.core.preferences import Preferences
from quizzer.core.problem import Problem
from quizzer.formats.fields import Fields
from quizzer.formats.findings import Findings, nearest, shown
from quizzer.formats.source_text import decode, replace_controls
from quizzer.formats.yaml_events import Mapping, Node, is_missing, is_scalar, place, read_tree
from quizzer.formats.yaml_hints import report_break


def read_config(data: bytes, path: str) -> tuple[Preferences, list[Problem]]:
    """The preferences in the bytes of a file, and its problems in the order of the file.

    Args:
        data: the bytes of the file.
        path: its path, for problems.
    """
    findings = Findings(path)
    found = _read(findings) if decode(data, findings) else {}
    return Preferences(**found), findings.sorted()


def _read(findings: Findings) -> dict[str, Any]:
    tree = read_tree(findings.text)
    if tree.end is not None and replace_controls(findings):
        tree = read_tree(findings.text)
    if tree.end is not None:
        report_break(findings, tree.end, 0, len(findings.lines))
    for trouble in tree.troubles:
        findings.add(trouble.code, trouble.line, trouble.column, "settings do without this", "write the value itself")
    root = tree.root
    if root is None or is_missing(root):
        return {}
    fields = Fields(findings)
    if not isinstance(root, Mapping):
        fields.add("map-expected", root, "this file is a map: keys and values", "theme: nord")
        return {}
    values: dict[str, Any] = {}
    for name, node in fields.entries(root).items():
        if name not in PREFERENCES:
            _report_unknown(findings, root, name)
            continue
        value = _value(fields, name, node)
        if value is not None:
            values[name] = value
    return values


def _report_unknown(findings: Findings, root: Mapping, name: str) -> None:
    at = next(place(key) for key, _ in root.pairs() if is_scalar(key) and key[0] == name)
    meant = nearest(name, tuple(PREFERENCES))
    hint = f"did you mean `{meant}`?" if meant else f"the settings are {', '.join(PREFERENCES)}"
    findings.add("unknown-setting", *at, f"there is no setting `{shown(name)}`", hint)


def _value(fields: Fields, name: str, node: Node) -> Any:
    """The value of a preference, or None where it cannot be, which is then a problem."""
    preference, before = PREFERENCES[name], len(fields.findings.problems)
    value: Any
    match preference.form.kind:
        case "flag":
            value = fields.flag(node, name)
        case "texts":
            value = fields.texts(node, name)
        case "pairs":
            value = tuple((key, fields.line(one)) for key, one in fields.map(node, name).items())
        case _:
            value = fields.line(node)
    if len(fields.findings.problems) > before:
        return None
    try:
        preference.form.check(value)
    except PreferenceError as refusal:
        fields.add("bad-setting", node, f"`{name}` {shown(str(refusal))}", f"leave it out for: {preference.default}")
        return None
    return value
