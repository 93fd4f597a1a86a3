"""The JSON Schema of deck files, for the front ends."""

from quizzer.formats.deck_schema import schema_text

__all__ = ["schema_text"]
