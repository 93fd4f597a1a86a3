"""A zip archive from a stranger, read within bounds: EPUB and DOCX are such.

Python's reader holds the whole list of members in memory, so its size is looked at before; a member is read no
further than what is left of the archive's budget, whatever size it claims. So neither bombs, overlapping members nor
lying sizes cost more than the budget.
"""

import zlib
from io import BufferedReader
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from quizzer.documents.refusal import Refusal

DIRECTORY = 1_000_000
"""Bytes of the list of members, some ten thousand of them."""
BUDGET = 48_000_000
"""Bytes of all that is read of an archive."""
_TAIL = 65_557
_END = b"PK\x05\x06"
_ZIP64 = b"PK\x06\x07"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How the old Office formats begin, and with them every encrypted document of the new ones."""


class Archive:
    """The members of an open file.

    Raises:
        Refusal: it is no zip archive that can be read, or not within bounds.
    """

    def __init__(self, file: BufferedReader) -> None:
        _look_at(file)
        try:
            self._zip = ZipFile(file)
        except (BadZipFile, ValueError, OverflowError, NotImplementedError):
            raise Refusal("it is damaged") from None
        self._members = {info.filename: info for info in self._zip.infolist()}
        self._left = BUDGET

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def read(self, name: str) -> bytes:
        """The bytes of a member."""
        info = self._members.get(name)
        if info is None:
            raise Refusal("it is damaged: a part is missing")
        if info.flag_bits & 1:
            raise Refusal("it is encrypted: save it without a password")
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise Refusal("it is compressed in a way that documents are not")
        try:
            data = self._read(info)
        except (BadZipFile, zlib.error, EOFError, ValueError, OverflowError, NotImplementedError, RuntimeError):
            raise Refusal("it is damaged") from None
        self._left -= len(data)
        if self._left < 0:
            raise Refusal(f"it unpacks to more than {BUDGET // 1_000_000} MB of text")
        return data

    def _read(self, info: ZipInfo) -> bytes:
        with self._zip.open(info) as member:
            return member.read(self._left + 1)


def _look_at(file: BufferedReader) -> None:
    """Refuse what is no archive, or one whose list of members is out of bounds."""
    beginning = file.read(len(_COMPOUND))
    if beginning == _COMPOUND:
        raise Refusal("it is encrypted, or of an old Office format: save it as .docx without a password")
    if not beginning:
        raise Refusal("it is empty")
    size = file.seek(0, 2)
    file.seek(max(0, size - _TAIL))
    tail = file.read(_TAIL)
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < 22:
        raise Refusal("it is damaged, or no document of the kind its name says")
    is_large = tail[max(0, at - 20) : at].startswith(_ZIP64)
    if is_large or int.from_bytes(tail[at + 12 : at + 16], "little") > DIRECTORY:
        raise Refusal("it has more parts than any document")
    file.seek(0)
