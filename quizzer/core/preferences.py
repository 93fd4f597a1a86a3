"""Preferences: what a person wants of this machine that does not touch the schedule.

They stand in `config.yaml`, which a person may edit. What scheduling reads is an option (core.options), and in the log.
"""

from typing import NamedTuple


class Preferences(NamedTuple):
    """One value a key of `config.yaml`; what is not there is as it stands here."""

    decks: tuple[str, ...] = ()
    theme: str = ""
    plain: bool = False
    two_buttons: bool = False
    keyboard: str = ""
    keys: tuple[tuple[str, str], ...] = ()
    """Ids of the table of keys, each with the key names that take the place of its own."""
    editor: str = ""
