"""Fixtures of the command line's tests."""

from pathlib import Path

import pytest

from tests.cli.running import Quizzer


@pytest.fixture
def quizzer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Quizzer:
    """A quizzer with a home of its own."""
    return Quizzer(tmp_path, monkeypatch, capsys)
