"""A year, or some, day by day: `python -m tests.year --days 366 --seed 1`."""

import argparse
import tempfile
from pathlib import Path
from time import perf_counter

from tests.year.life import Life


def main() -> None:
    parser = argparse.ArgumentParser(description="Live some days with quizzer; compare home with a recount each day.")
    parser.add_argument("--days", type=int, default=366)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    began = perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        life = Life(Path(folder), args.seed)
        for number in range(args.days):
            life.day(number)
            if number % 30 == 29:
                print(f"day {number + 1}: {counted(life)}", flush=True)
    print(f"{args.days} days in {perf_counter() - began:.0f} s, no difference: {counted(life)}")


def counted(life: Life) -> str:
    return ", ".join(f"{count} {name}" for name, count in sorted(life.checks.items()))


if __name__ == "__main__":
    main()
