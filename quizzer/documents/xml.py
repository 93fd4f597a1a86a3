"""XML from a stranger, as a stream of elements: no tree, no entities of its own, bounded in number."""

from collections.abc import Callable
from xml.parsers import expat

from quizzer.documents.refusal import Refusal

ELEMENTS = 1_500_000
"""Elements of a part at most; a long book has a tenth of it."""
DEPTH = 1_000
CHUNK = 1 << 20


def parse(
    data: bytes,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Call `start`, `end` and `text` for each element in turn; names are local, without their namespaces.

    Raises:
        Refusal: it is damaged, declares entities, or is out of bounds.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    count = depth = 0

    def on_start(name: str, attributes: dict[str, str]) -> None:
        nonlocal count, depth
        count += 1
        depth += 1
        if depth > DEPTH:
            raise Refusal("its elements are nested deeper than in any document")
        if count > ELEMENTS:
            raise Refusal(f"it has more than {ELEMENTS:,} elements")
        start(name.rpartition(" ")[2], {key.rpartition(" ")[2]: value for key, value in attributes.items()})

    def on_end(name: str) -> None:
        nonlocal depth
        depth -= 1
        if end:
            end(name.rpartition(" ")[2])

    def on_entity(*_: object) -> None:
        raise Refusal("it declares entities, which documents do not need and attacks do")

    parser.StartElementHandler = on_start
    parser.EndElementHandler = on_end
    parser.CharacterDataHandler = text
    parser.EntityDeclHandler = on_entity
    try:
        for at in range(0, len(data), CHUNK):
            parser.Parse(data[at : at + CHUNK], False)
        parser.Parse(b"", True)
    except expat.ExpatError:
        raise Refusal("it is damaged") from None
