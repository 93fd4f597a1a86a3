"""Which programs read decks and fold events: a cache that others have made is made anew."""

import os


def identity_of_programs() -> str:
    """What changes when the programs do that read decks and fold events."""
    from importlib.machinery import PathFinder

    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    scheduler = PathFinder.find_spec("fsrs")
    folders = [os.path.join(package, name) for name in ("core", "core/stats", "formats", "store", "collection")]
    folders += list(scheduler.submodule_search_locations or ()) if scheduler else []
    stamps = []
    for folder in folders:
        for entry in os.scandir(folder):
            if entry.name.endswith((".py", ".sql")):
                stat = entry.stat()
                stamps.append(f"{entry.name} {stat.st_size} {stat.st_mtime_ns}")
    return "\n".join(sorted(stamps))
