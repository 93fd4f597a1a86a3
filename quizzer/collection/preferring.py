"""Preferences of this machine: `config.yaml`, read when it has changed, and set one key at a time.

What was read is kept beside the cache, so that a start without changes loads no YAML.
"""

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from quizzer.collection.settings import Settings
from quizzer.core.preferences import Preferences
from quizzer.errors import QuizzerError, UsageError
from quizzer.store.paths import Places, places

if TYPE_CHECKING:
    from quizzer.core.problem import Problem

KEPT = "config.json"
UNSET = ""


def preferences_of(settings: Settings) -> Preferences:
    """What counts on this machine; where there is no file, or nothing in it can be read, all is as by default."""
    return preferences_and_problems(settings)[0]


def preferences_and_problems(settings: Settings) -> tuple[Preferences, int]:
    """What counts on this machine, and how many problems its file has."""
    found = places(settings.home or None, {})
    try:
        stat = os.stat(found.settings)
    except OSError:
        return Preferences(), 0
    stamp = [1, stat.st_mtime_ns, stat.st_size, stat.st_ino]
    import json  # help loads this module, and needs none

    kept = os.path.join(found.cache, KEPT)
    with suppress(OSError, ValueError, TypeError, KeyError):
        with open(kept, encoding="utf-8") as file:
            known = json.load(file)
        if known["stamp"] == stamp:
            values = {key: _tuples(value) for key, value in known["values"].items()}
            return Preferences(**values), int(known["problems"])
    read, problems, _ = _read(found)
    with suppress(OSError):  # it only saves time
        os.makedirs(found.cache, exist_ok=True)
        with open(kept, "w", encoding="utf-8") as file:
            json.dump({"stamp": stamp, "values": read._asdict(), "problems": len(problems)}, file)
    return read, len(problems)


def _tuples(value: Any) -> Any:
    return tuple(_tuples(one) for one in value) if isinstance(value, list) else value


def preference_problems(settings: Settings) -> "list[Problem]":
    """The problems of `config.yaml`, folders that are not there among them."""
    found = places(settings.home or None, {})
    if not os.path.exists(found.settings):
        return []
    preferences, problems, data = _read(found)
    from quizzer.formats.findings import Findings, shown

    findings = Findings(found.settings, data.decode("utf-8", "replace").replace("\r\n", "\n"))
    for folder in preferences.decks:
        if not os.path.exists(folder_path(folder, found)):
            at = findings.locate(0, 0, folder)
            findings.add("missing-folder", *at, f"there is no {shown(folder)}", "make it, or take it out of `decks`")
    return sorted([*problems, *findings.problems], key=lambda problem: (problem.line, problem.column))


def _read(found: Places) -> "tuple[Preferences, list[Problem], bytes]":
    from quizzer.formats.config_reader import read_config

    try:
        with open(found.settings, "rb") as file:
            data = file.read()
    except OSError as error:
        raise QuizzerError(
            f"{found.settings} cannot be read ({error.strerror}): see that you may read it, or move it away."
        ) from error
    return *read_config(data, found.settings), data


def folder_path(folder: str, found: Places) -> str:
    """A folder of `decks:` as a path: `~` is the person's home, other names begin at the file of settings."""
    return os.path.normpath(os.path.join(found.config, os.path.expanduser(folder)))


def set_preference(settings: Settings, key: str, text: str) -> Preferences:
    """Set a preference in `config.yaml`, or with UNSET take it out; every other byte of the file stays.

    Raises:
        UsageError: the value cannot be.
        QuizzerError: the file cannot be read, so that nothing can be set in it.
        DiskRefused: it cannot be written; it is as it was.
    """
    from quizzer.core.preference_table import PREFERENCES, PreferenceError, parsed
    from quizzer.formats import config_writer
    from quizzer.store.replacing import replace_file

    found = places(settings.home or None, {})
    try:
        value = None if text == UNSET else parsed(PREFERENCES[key].key, text)
    except PreferenceError as refusal:
        raise UsageError(f"{key} {refusal}") from None
    before = _read(found)[2] if os.path.exists(found.settings) else b""
    try:
        whole = before.decode("utf-8")
        ending = "\r\n" if "\r\n" in whole else "\n"
        after = config_writer.set_preference(whole.replace("\r\n", "\n"), key, value).replace("\n", ending)
    except (UnicodeDecodeError, config_writer.NotSettable):
        raise QuizzerError(
            f"{found.settings} cannot be read as settings, so {key} was not set: `quizzer check` says what to mend"
        ) from None
    if after != whole:
        replace_file(found.settings, after.encode("utf-8"))
    return preferences_of(settings)
