"""The pages of a PDF as lines of JSON: a program of its own, fed a file and watched by quizzer.documents.pdf.

PDF files can ask for any amount of work and memory, and break a reader in any way. So they are read in a process that
may fail, or be stopped, without harm. The first line tells `pages`, `title` and `outline` (`[level, title, page]`);
each further one is the text of a page. A line `refusal` is the last.
"""

import json
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdf import PdfReader

MEMORY = 256_000_000
"""Bytes of addresses, of which the interpreter takes a good part without using them."""
OUTLINE = 5_000


def main() -> int:
    """Write the pages of the PDF on standard input to standard output."""
    _bound_memory()
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(sys.stdin.buffer)
        if reader.is_encrypted and not reader.decrypt(""):
            _tell({"refusal": "it is encrypted: save it without a password"})
            return 0
        title = str((reader.metadata and reader.metadata.title) or "")
        _tell({"pages": len(reader.pages), "title": title, "outline": _outline(reader)})
        for page in reader.pages:
            _tell(page.extract_text())
    except MemoryError:
        _tell({"refusal": "it needs more memory than any document"})
    except PyPdfError as error:
        needs = "cryptography" in str(error) or "PyCryptodome" in str(error)
        _tell({"refusal": "it is encrypted: save it without a password" if needs else "it is damaged"})
    return 0


def _bound_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows: then only time is bounded
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _outline(reader: "PdfReader") -> list[list[object]]:
    found: list[list[object]] = []
    waiting: list[tuple[int, Any]] = [(1, entry) for entry in reversed(reader.outline)]
    while waiting and len(found) < OUTLINE:
        level, entry = waiting.pop()
        if isinstance(entry, list):
            waiting += [(level + 1, inner) for inner in reversed(entry)]
        else:
            page = reader.get_destination_page_number(entry)
            found.append([min(level, 6), str(entry.title), 0 if page is None else page + 1])
    return found


def _tell(what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
