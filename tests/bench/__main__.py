"""Prints the table of ratios. `--quick` measures fewer times and no 100,000 cards; it proves nothing but that it runs.

Cases of one comparison are interleaved, so that a machine that slows down slows down all of them.
"""

import argparse
import gc
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median, quantiles

import yaml

from quizzer.core.cards import Card, Kind, Note, Typed
from quizzer.core.grading import judge
from quizzer.core.surroundings import NOWHERE, Others, Surroundings
from quizzer.documents import plain_text
from quizzer.documents.blocks import number
from quizzer.documents.drafting.drafting import draft
from quizzer.formats.deck_reader import read_deck
from tests.bench.corpus import (
    MARK,
    deck_text,
    write_backlog,
    write_choices,
    write_choosy,
    write_decks,
    write_past,
    write_siblings,
    write_years,
)
from tests.bench.terminal import Terminal, environment

PYTHON = sys.executable
QUIZZER = str(Path(PYTHON).parent / "quizzer")
CARD = MARK + r"\d{6}"
ROOT = Path(__file__).parent.parent.parent


def first_frame(command: list[str], environ: dict[str, str], pattern: str) -> float:
    """Milliseconds from the start of a command to its first bytes that match."""
    terminal = Terminal(command, environ)
    try:
        then, _ = terminal.wait_for(pattern)
        return (then - terminal.started) * 1_000
    finally:
        terminal.end()


def process(command: list[str], environ: dict[str, str]) -> float:
    """Milliseconds of a whole process."""
    start = time.perf_counter()
    subprocess.run(command, env=environ, check=True, capture_output=True)
    return (time.perf_counter() - start) * 1_000


def interleaved(cases: dict[str, Callable[[], float]], times: int) -> dict[str, float]:
    """The median of each case, run in turns after one that does not count."""
    results: dict[str, list[float]] = {name: [] for name in cases}
    for turn in range(times + 1):
        for name, case in cases.items():
            value = case()
            if turn:
                results[name].append(value)
    return {name: median(values) for name, values in results.items()}


def row(what: str, value: float, unit: str, floor: float | None, aim: str) -> None:
    ratio = f"{value / floor:5.2f}x of {floor:.1f}" if floor else ""
    print(f"{what:<44} {value:8.1f} {unit:<3} {ratio:<18} {aim}", flush=True)


def homes(scratch: Path, sizes: list[int]) -> Iterator[tuple[int, dict[str, str]]]:
    """Homes with that many cards, indexed and warm; tells how long the first index took."""
    for size in sizes:
        decks, home = scratch / f"decks{size}", scratch / f"home{size}"
        write_decks(decks, size)
        environ = environment(str(home), str(decks))
        time.sleep(2.1)  # files that are younger are read twice
        took = process([QUIZZER, "due"], environ) / 1_000
        if size == max(sizes):
            floor = sum(bare_events(path.read_bytes()) for path in decks.iterdir()) / 1_000
            row(f"first index of {size} cards", took, "s", floor, "<= 6 s for 100,000")
        write_past(home, size)
        process([QUIZZER, "due"], environ)
        process([QUIZZER, "due"], environ)
        yield size, environ


def shapes(scratch: Path, cards: int, decks: int) -> dict[str, dict[str, str]]:
    """Homes of shapes that have more to look through than most, indexed and warm."""
    made: dict[str, tuple[Callable[[Path], None], Callable[[Path], None] | None]] = {
        f"{cards} overdue": (lambda folder: write_decks(folder, cards), lambda home: write_backlog(home, cards)),
        f"{cards} siblings": (lambda folder: write_siblings(folder, cards), None),
        f"{cards} siblings overdue": (
            lambda folder: write_siblings(folder, cards),
            lambda home: write_backlog(home, cards, siblings=True),
        ),
        f"{decks} decks' options": (
            lambda folder: write_choosy(folder, decks),
            lambda home: write_choices(home, decks),
        ),
    }
    found = {}
    for name, (write, live) in made.items():
        folder, home = scratch / f"decks of {name}", scratch / f"home of {name}"
        write(folder)
        if live:
            live(home)
        time.sleep(2.1)  # files that are younger are read twice
        found[name] = environment(str(home), str(folder))
        for _ in range(2):
            process([QUIZZER, "due"], found[name])
    return found


def starts_of_shapes(homes: dict[str, dict[str, str]], least: dict[str, str], times: int) -> None:
    cases: dict[str, Callable[[], float]] = {}
    for name, environ in {"": least, **homes}.items():
        cases[f"card {name}"] = lambda environ=environ: first_frame([QUIZZER, "study"], environ, CARD)  # type: ignore[misc]
        cases[f"home {name}"] = lambda environ=environ: first_frame([QUIZZER], environ, MARK + "deck")  # type: ignore[misc]
    found = interleaved(cases, times)
    for name in homes:
        for what in ("card", "home"):
            row(f"{what}: {name}", found[f"{what} {name}"], "ms", found[f"{what} "], "<= 1.05x of 1,000 cards")


def starts(warm: dict[int, dict[str, str]], times: int) -> None:
    minimal = [PYTHON, "-m", "tests.bench.minimal"]
    some = next(iter(warm.values())) | {"PYTHONPATH": str(ROOT)}
    cases: dict[str, Callable[[], float]] = {"minimal": lambda: first_frame(minimal, some, CARD)}
    for size, environ in warm.items():
        cases[f"card {size}"] = lambda environ=environ: first_frame([QUIZZER, "study"], environ, CARD)  # type: ignore[misc]
        cases[f"home {size}"] = lambda environ=environ: first_frame([QUIZZER], environ, MARK + "deck")  # type: ignore[misc]
        cases[f"browse {size}"] = lambda environ=environ: first_frame([QUIZZER, "browse"], environ, CARD)  # type: ignore[misc]
    found = interleaved(cases, times)
    row("minimal Textual app", found["minimal"], "ms", None, "the floor")
    for size in warm:
        row(f"command to first card, {size} cards", found[f"card {size}"], "ms", found["minimal"], "<= 1.15x")
        row(f"command to home, {size} cards", found[f"home {size}"], "ms", found["minimal"], "<= 1.15x")
        row(f"command to browse, {size} cards", found[f"browse {size}"], "ms", found["minimal"], "<= 1.15x")
    least, most = min(warm), max(warm)
    for what in ("card", "home", "browse"):
        row(
            f"{what}: {most} cards against {least}", found[f"{what} {most}"], "ms", found[f"{what} {least}"], "<= 1.05x"
        )


def due(warm: dict[int, dict[str, str]], times: int) -> None:
    bare = [PYTHON, "-c", "import sqlite3, argparse"]
    some = next(iter(warm.values()))
    cases: dict[str, Callable[[], float]] = {"floor": lambda: process(bare, some)}
    for size, environ in warm.items():
        cases[str(size)] = lambda environ=environ: process([QUIZZER, "due"], environ)  # type: ignore[misc]
    found = interleaved(cases, times)
    for size in warm:
        row(f"due, {size} cards", found[str(size)], "ms", found["floor"], "<= 1.8x at 10k, 2.3x at 100k")


def bare_events(data: bytes) -> float:
    """Milliseconds of a loop over the events of libyaml that does nothing with them."""
    gc.collect()
    gc.disable()
    start = time.perf_counter()
    for _ in yaml.parse(data, Loader=yaml.CSafeLoader):
        pass
    took = time.perf_counter() - start
    gc.enable()
    return took * 1_000


def reading(times: int) -> None:
    data = deck_text(0, 10_000).encode()

    def deck() -> float:
        gc.collect()
        start = time.perf_counter()
        found, problems = read_deck(data, "deck.yaml")
        took = time.perf_counter() - start
        assert found is not None
        assert len(found.notes) == 10_000, problems[:1]
        return took * 1_000

    found = interleaved({"events": lambda: bare_events(data), "deck": deck}, times)
    row("reading 10,000 cards with all checks", found["deck"], "ms", found["events"], "<= 2.2x")


def judging(times: int) -> None:
    """One response beside 20 accepted answers: right, a slip, and wrong; then a slip in a deck of 10,000 cards."""
    accepted = tuple(f"Hujjat al-Islam Hādī al-Mudarrisī the {place}th" for place in range(20))
    card = Card("d", Note("n", Kind.TYPED, "Who?", Typed(accepted[0], accepted[1:])))
    texts = [f"Hujjat al-Islam Hādī al-Modarresī the {place}th" for place in range(1_000)]
    texts += [f"{MARK}{place}: another solution, of the usual length and kind" for place in range(9_000)]
    others = Surroundings("en", lambda: Others(texts))

    def judged(response: str, surroundings: Surroundings = NOWHERE) -> float:
        gc.collect()
        start = time.perf_counter()
        judge(card, response, surroundings)
        return (time.perf_counter() - start) * 1_000

    slip = accepted[-1].replace("Hujjat", "Hujat")
    cases: dict[str, Callable[[], float]] = {
        "right": lambda: judged(accepted[-1]),
        "a slip": lambda: judged(slip),
        "wrong": lambda: judged("Something else altogether"),
    }
    found = interleaved({**cases, "others": lambda: judged(slip, others)}, times)
    for name in cases:
        row(f"one response, 20 accepted answers: {name}", found[name], "ms", None, "<= 1 ms")
    row("a slip, 10,000 other cards, 1,000 alike", found["others"], "ms", None, "<= 50 ms")


def drafting(times: int) -> None:
    """Megabytes of text a second, beside splitting the same text into words and looking at each."""
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "tests" / "documents" / "drafts").glob("*.txt"))]
    text = "\n\n".join("\n\n".join(texts).replace("18", f"{10 + at % 89}") for at in range(150))
    passages = number(plain_text.blocks(text))

    def drafts() -> float:
        start = time.process_time()
        assert draft(passages, "bench")
        return (time.process_time() - start) * 1_000

    def words() -> float:
        start = time.process_time()
        assert sum(len(word) for word in text.split())
        return (time.process_time() - start) * 1_000

    found = interleaved({"words": words, "drafts": drafts}, min(times, 5))
    size = len(text.encode()) / 1e6
    row(f"drafting from {size:.1f} MB of text", found["drafts"], "ms", found["words"], "<= 1 s a MB, 100x")


def keys(environ: dict[str, str], scratch: Path, count: int) -> None:
    floor = Terminal(
        [PYTHON, "-m", "tests.bench.minimal", str(scratch / "bare.sqlite")], environ | {"PYTHONPATH": str(ROOT)}
    )
    study = Terminal([QUIZZER, "study"], environ)
    _, below = floor.wait_for(CARD)
    _, shown = study.wait_for(CARD)
    study.rest(1)
    bare, ours = [], []
    for _ in range(count):
        study.rest(0.55)
        study.send(" ")
        study.rest(0.25)
        pressed = floor.send("n")
        then, below = floor.wait_for(CARD, below)
        bare.append((then - pressed) * 1_000)
        floor.rest(0.1)
        pressed = study.send("3")
        then, shown = study.wait_for(CARD, shown)
        ours.append((then - pressed) * 1_000)
    row("key to next card, p50", median(ours), "ms", median(bare), "<= 1.6x")
    row("key to next card, p99", quantiles(ours, n=100)[-1], "ms", None, "<= 20 ms")
    row("peak memory of that sitting", study.peak_memory(), "MB", None, "<= 48 MB")
    floor.end()
    study.end()


def searching(environ: dict[str, str], cards: int, times: int) -> None:
    """From a key in the field of browse to the number of all cards found, beside a bare look through the same texts."""
    (cache,) = Path(environ["QUIZZER_HOME"], "cache").glob("*.sqlite")
    app = Terminal([QUIZZER, "browse"], environ)
    app.wait_for(CARD)
    app.rest(1)
    app.send("/")
    took: dict[str, list[float]] = {"7": [], "plot 55": [], "is:due plot": []}
    bare, seen = list[float](), b""
    for _ in range(times):
        for text, each in took.items():
            app.rest(0.5)
            bare.append(bare_look(cache, text.split()[-1]))
            pressed = app.send(text)
            then, seen = app.wait_for(r"\d+ cards? ", seen)
            each.append((then - pressed) * 1_000)
            app.rest(0.5)
            app.send("\x15")  # empties the field
            _, seen = app.wait_for(r"\d+ cards? ", seen)
    for text, each in took.items():
        row(f"browse, {cards} cards: {text} to all found", median(each), "ms", median(bare), "<= 5x")
    row("peak memory of that", app.peak_memory(), "MB", None, "<= 80 MB")
    app.end()


def bare_look(cache: Path, word: str) -> float:
    """Milliseconds in which SQLite goes through the texts of all cards for a word."""
    connection = sqlite3.connect(cache)
    start = time.perf_counter()
    connection.execute("SELECT card FROM texts WHERE instr(folded, ?)", (word,)).fetchall()
    took = time.perf_counter() - start
    connection.close()
    return took * 1_000


def scores(scratch: Path, times: int, cards: int, reviews: int) -> None:
    """The scores of years, from the key to what is drawn, beside home's whole start; the cache is warm."""
    home, folder = scratch / "years", scratch / "years-decks"
    write_decks(folder, cards)
    write_years(home, cards, reviews)
    environ = environment(str(home), str(folder))
    start = time.perf_counter()
    process([QUIZZER, "due"], environ)
    row(f"folding {reviews} reviews", (time.perf_counter() - start) * 1_000, "ms", None, "with progress shown")
    process([QUIZZER, "due"], environ)
    starts, drawn = [], []
    for _ in range(times):
        app = Terminal([QUIZZER], environ)
        seen, _ = app.wait_for(MARK + "deck")
        starts.append((seen - app.started) * 1_000)
        app.rest(1)
        pressed = app.send("t")
        seen, _ = app.wait_for("Remembered")
        drawn.append((seen - pressed) * 1_000)
        app.end()
    row(f"scores of {reviews} reviews, {cards} cards", median(drawn), "ms", median(starts), "<= 1.5x of home")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few times and few cards")
    quick = parser.parse_args().quick
    times, sizes = (3, [1_000]) if quick else (11, [1_000, 10_000, 100_000])
    _, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, hard))
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        reading(times)
        drafting(times)
        judging(times)
        warm = dict(homes(scratch, sizes))
        due(warm, times)
        starts(warm, times)
        starts_of_shapes(shapes(scratch, max(sizes), 300), warm[min(warm)], times)
        searching(warm[max(warm)], max(warm), times)
        keys(warm[max(warm)], scratch, 20 if quick else 100)
        scores(scratch, times, max(sizes), max(sizes) * 10)


if __name__ == "__main__":
    main()
