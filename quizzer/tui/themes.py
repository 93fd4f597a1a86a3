"""The themes there are: Textual's own."""

from difflib import get_close_matches

from quizzer.core.text import quoted
from quizzer.errors import UsageError


def theme_names() -> list[str]:
    """Every theme, by name."""
    from textual.theme import BUILTIN_THEMES

    return sorted(BUILTIN_THEMES)


def require_theme(name: str) -> None:
    """Return only where there is such a theme.

    Raises:
        UsageError: there is none.
    """
    names = theme_names()
    if name not in names:
        near = get_close_matches(name, names, n=1)
        meant = f"did you mean {near[0]}?" if near else f"there are {', '.join(names)}"
        raise UsageError(f"There is no theme {quoted(name)}; {meant}")
