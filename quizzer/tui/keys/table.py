"""The whole table of keys, for those who look a key up among all."""

from quizzer.tui.keys import ROOMS, Key, room

KEYS: tuple[Key, ...] = tuple(key for name in ROOMS for key in room(name))
BY_ID = {key.id: key for key in KEYS}
