"""Bytes as clean text: UTF-8, UTF-16 with its mark, or the encoding that a person names. Never a guess."""

import codecs

from quizzer.core.text import clean, quoted
from quizzer.documents.refusal import Refusal

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BINARY = 64
"""Controls in a text's beginning that make it no text; a stray one is only shown as �."""


def decode(data: bytes, encoding: str = "") -> str:
    """The clean text of some bytes.

    Raises:
        Refusal: they are no text, or no text of that encoding.
    """
    try:
        text = data.decode(encoding or ("utf-16" if data.startswith(_UTF_16) else "utf-8-sig"))
    except LookupError:
        raise Refusal(f"there is no encoding {quoted(encoding)}: name one such as utf-8, cp1252 or latin-1") from None
    except UnicodeError:
        if encoding:
            raise Refusal(f"it is not in the encoding {quoted(encoding)}") from None
        if b"\0" in data[:4096]:
            raise Refusal("it is no text") from None
        raise Refusal(
            "it is not UTF-8 text: save it as UTF-8, or name what it is in, as in --encoding cp1252"
        ) from None
    beginning = text[:4096]
    if sum(char < " " and char not in "\t\n\r\f" for char in beginning) > len(beginning) // _BINARY:
        raise Refusal("it is no text")
    return clean(text.replace("\f", "\n\n").removeprefix("\ufeff"))
