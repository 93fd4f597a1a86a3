"""The JSON Schema of deck files: with it an editor completes and checks while you type."""

from argparse import ArgumentParser, Namespace

from quizzer.cli.printing import put
from quizzer.collection.settings import Settings


def configure(parser: ArgumentParser) -> None:
    """Add nothing: the schema is one."""


def run(_args: Namespace, _settings: Settings) -> int:
    """Print the schema."""
    from quizzer.collection.schema import schema_text

    put(schema_text().rstrip())
    return 0
