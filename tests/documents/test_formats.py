"""Every format is read to the same passages, and every broken file is one sentence with its path."""

import hashlib
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizzer.collection.documents import read_document
from quizzer.core.passage import Document, Role
from quizzer.documents import archive, pdf, pdf_patience, reader, xml
from quizzer.errors import DocumentUnreadable
from tests.documents import samples


def read(folder: Path, name: str, data: bytes, encoding: str = "") -> Document:
    (folder / name).write_bytes(data)
    return read_document(str(folder / name), encoding)


def refusal(folder: Path, name: str, data: bytes, encoding: str = "") -> str:
    with pytest.raises(DocumentUnreadable) as refused:
        read(folder, name, data, encoding)
    sentence = str(refused.value)
    assert sentence.startswith(f"{folder / name} cannot be read: ")
    assert "\n" not in sentence
    return sentence.partition("cannot be read: ")[2]


def told(document: Document) -> list[tuple[str, tuple[str, ...], str, Role, int]]:
    return [(p.number, p.trail, p.text, p.role, p.page) for p in document.passages]


def test_a_word_document_has_headings_lists_tables_captions_and_pages(tmp_path: Path) -> None:
    body = (
        samples.paragraph("Rome", "Titel")
        + samples.paragraph("The kings", "berschrift2")
        + samples.paragraph("Seven kings ruled Rome.")
        + samples.paragraph("They were these:")
        + samples.paragraph("Romulus", inside='<w:numPr><w:ilvl w:val="0"/></w:numPr>')
        + samples.paragraph("Numa", inside='<w:numPr><w:ilvl w:val="1"/></w:numPr>')
        + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>"
        + "<w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        + samples.paragraph("A map", "Beschriftung")
        + samples.paragraph("")
        + "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:lastRenderedPageBreak/><w:t>The</w:t><w:tab/>"
        + '<w:noBreakHyphen/><w:t>end</w:t><w:footnoteReference w:id="2"/><w:br/><w:t>here.</w:t></w:r>'
        + "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        + "<mc:Fallback><w:r><w:t>twice</w:t></w:r></mc:Fallback></w:p>"
    )
    document = read(tmp_path, "rome.docx", samples.docx(body))
    assert document.title == "Rome"
    trail = ("Rome", "The kings")
    assert told(document) == [
        ("1", trail, "Seven kings ruled Rome.", Role.TEXT, 1),
        ("2", trail, "They were these:\n\n- Romulus\n  - Numa", Role.LIST, 1),
        ("3", trail, "a | b", Role.TABLE, 1),
        ("4", trail, "A map", Role.CAPTION, 1),
        ("5", trail, "The\t-end[2]\nhere.", Role.TEXT, 2),
    ]


def test_a_word_document_without_page_breaks_has_no_pages(tmp_path: Path) -> None:
    body = samples.paragraph("x", inside='<w:outlineLvl w:val="0"/>') + samples.paragraph("Text.", "TOC1")
    document = read(tmp_path, "a.docx", samples.docx(body, {"TOC1": "toc 1"}))
    assert told(document) == [("", ("x",), "Text.", Role.BOILERPLATE, 0)]


def test_a_book_is_its_chapters_in_order_with_the_papers_pages(tmp_path: Path) -> None:
    chapters = ["<h1>One</h1><p>First.</p>", '<span epub:type="pagebreak" title="12"/><h1>Two</h1><p>Second.</p>']
    document = read(tmp_path, "a.epub", samples.epub(chapters, "My  book"))
    assert document.title == "My book"
    assert told(document) == [
        ("1", ("One",), "First.", Role.TEXT, 0),
        ("2", ("Two",), "Second.", Role.TEXT, 12),
    ]


def test_progress_is_told_of_books_and_pages(tmp_path: Path) -> None:
    for name, data in (("a.epub", samples.epub(["<p>a", "<p>b"])), ("a.pdf", samples.pdf([["A."], ["B."]]))):
        (tmp_path / name).write_bytes(data)
        seen: list[tuple[int, int]] = []
        read_document(str(tmp_path / name), progress=lambda *at, seen=seen: seen.append(at))
        assert seen == [(1, 2), (2, 2)]


PAGES = [
    ["Rome in notes", "The kings",
     "Seven kings ruled Rome, as the tradition has it, and Romulus was the first: it found-",
     "er. It ends.", "The second one, Numa Pompilius, gave the city its rites and a new calendar as well, and", "1"],
    ["Rome in notes", "he ruled in peace.", "- Tullus", "- Ancus", "2.1 The republic", "Two consuls ruled.", "2"],
    ["Rome in notes", "The end.", "3"],
]  # fmt: skip


def test_a_pdfs_lines_are_joined_and_running_heads_left_out(tmp_path: Path) -> None:
    document = read(tmp_path, "rome.pdf", samples.pdf(PAGES, [("The Kings", 0)]))
    kings = ("The kings",)
    founder = "Seven kings ruled Rome, as the tradition has it, and Romulus was the first: it founder. It ends."
    numa = "The second one, Numa Pompilius, gave the city its rites and a new calendar as well, and he ruled in peace."
    assert told(document) == [
        ("1", kings, founder, Role.TEXT, 1),
        ("2", kings, numa, Role.TEXT, 1),
        ("3", kings, "- Tullus\n- Ancus", Role.LIST, 2),
        ("4", (*kings, "The republic"), "Two consuls ruled.", Role.TEXT, 2),
        ("5", (*kings, "The republic"), "The end.", Role.TEXT, 3),
    ]


def test_a_short_line_over_a_full_one_is_a_heading_of_a_pdf(tmp_path: Path) -> None:
    long = "Seven kings ruled Rome, as the tradition has it, and Romulus was the first of them."
    page = [
        "Home Contact",
        "The early kings",
        long,
        "Trade",
        long,
        "Rivers and roads",
        "Tiber, 406 km",
        "Via Appia",
        "he",
    ]
    assert told(read(tmp_path, "rome.pdf", samples.pdf([page]))) == [
        ("1", (), "Home Contact", Role.CAPTION, 1),
        ("2", ("The early kings",), long, Role.TEXT, 1),
        ("3", ("Trade",), f"{long} Rivers and roads Tiber, 406 km Via Appia he", Role.TEXT, 1),
    ]


def test_without_pypdf_the_command_that_installs_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "find_spec", lambda _: None)
    assert refusal(tmp_path, "a.pdf", samples.pdf([["A."]])).endswith("-m pip install pypdf.")
    monkeypatch.setattr("sys.prefix", "/home/me/.local/pipx/venvs/quizzer-tui")
    assert pdf.install_command() == "pipx inject quizzer-tui pypdf"
    monkeypatch.setattr("sys.prefix", "/home/me/.local/share/uv/tools/quizzer-tui")
    assert pdf.install_command() == "uv tool install --with pypdf quizzer-tui"


def test_texts_are_utf8_utf16_with_a_mark_or_what_is_named(tmp_path: Path) -> None:
    text = "Ça va très bien."
    for data, encoding in (
        (text.encode(), ""),
        (b"\xef\xbb\xbf" + text.encode(), ""),
        (text.encode("utf-16"), ""),
        (b"\xfe\xff" + text.encode("utf-16-be"), ""),
        (text.encode("cp1252"), "cp1252"),
    ):
        assert read(tmp_path, "a.txt", data, encoding).passages[0].text == text
    page = b'<meta charset="iso-8859-1"><p>' + text.encode("latin-1")
    assert read(tmp_path, "a.html", page).passages[0].text == text


def test_a_document_knows_its_title_and_its_checksum(tmp_path: Path) -> None:
    document = read(tmp_path, "a.md", b"# Rome\n\nText.\n")
    assert document.title == "Rome"
    assert document.sha256 == hashlib.sha256(b"# Rome\n\nText.\n").hexdigest()
    assert read(tmp_path, "b.txt", b"Text.").title == "b"
    page = "<title>Rome{}</title><p>Menu</p><h1>Rome</h1><p>Text."
    assert read(tmp_path, "c.html", page.format(" - A site").encode()).title == "Rome"
    assert read(tmp_path, "c.html", page.format(": its kings").encode()).title == "Rome: its kings"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", b"", "it is empty"),
        ("a.md", b"# Only a heading\n", "it is empty"),
        ("a.txt", b"caf\xe9", "it is not UTF-8 text"),
        ("a.txt", b"\x7fELF\0\0\0\xff", "it is no text"),
        ("a.txt", b"\x01\x02\x03\x04", "it is no text"),
        ("a.exe", b"x", "none of the documents that can be read"),
        ("a.epub", b"", "it is empty"),
        ("a.epub", b"not a zip", "it is damaged"),
        ("a.epub", samples.zipped({"a": "b"}), "it is no EPUB"),
        ("a.epub", samples.epub([]), "it holds no chapters"),
        ("a.epub", samples.zipped({"META-INF/container.xml": "<container/>"}), "does not say where"),
        ("a.epub", samples.zipped({"META-INF/container.xml": samples.CONTAINER}), "a part is missing"),
        ("a.docx", samples.zipped({"a": "b"}), "it is no Word document"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "it is encrypted, or of an old Office format"),
        ("a.docx", samples.docx("<w:p>"), "it is damaged"),
        ("a.docx", samples.docx(samples.paragraph("x"))[:-30], "it is damaged"),
        ("a.pdf", b"%PDF-1.4 nothing", "it is damaged"),
        ("a.pdf", b"", "it is empty"),
        ("a.pdf", samples.pdf([[]]), "there is no text in it"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    assert words in refusal(tmp_path, name, data)


def test_an_encoding_must_be_known_right_and_for_a_text(tmp_path: Path) -> None:
    assert "there is no encoding “klingon”" in refusal(tmp_path, "a.txt", b"x", "klingon")
    assert "not in the encoding “ascii”" in refusal(tmp_path, "a.txt", b"caf\xe9", "ascii")
    assert "tells its encoding itself" in refusal(tmp_path, "a.epub", b"x", "utf-8")


def test_what_is_no_file_is_one_sentence(tmp_path: Path) -> None:
    for path, words in (
        (tmp_path / "gone.md", "there is no such file"),
        (tmp_path, "it is a folder"),
        (Path("/dev/null"), "it is no file"),
        (tmp_path / "a\0.md", "there is no such file"),
    ):
        with pytest.raises(DocumentUnreadable, match=words):
            read_document(str(path))


def test_a_protected_book_and_an_encrypted_member_are_told(tmp_path: Path) -> None:
    listed = '<encryption><CipherReference URI="OPS/text/c%200.xhtml"/></encryption>'
    data = samples.epub(["<p>x"], more={"META-INF/encryption.xml": listed})
    assert "protected against copying" in refusal(tmp_path, "a.epub", data)
    fonts = samples.epub(["<p>x"], more={"META-INF/encryption.xml": listed.replace("text/c%200.xhtml", "font.otf")})
    assert read(tmp_path, "b.epub", fonts).passages[0].text == "x"
    locked = bytearray(samples.docx(samples.paragraph("x")))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    assert "it is encrypted" in refusal(tmp_path, "a.docx", bytes(locked))


def test_bombs_lies_and_entities_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    body = samples.paragraph("x" * 3_000_000)
    monkeypatch.setattr(archive, "BUDGET", 1_000_000)
    assert "unpacks to more than 1 MB" in refusal(tmp_path, "bomb.docx", samples.docx(body))
    monkeypatch.setattr(archive, "DIRECTORY", 100)
    assert "more parts than any document" in refusal(tmp_path, "many.docx", samples.docx(""))
    monkeypatch.undo()
    entities = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    assert "declares entities" in refusal(tmp_path, "e.docx", samples.docx("", more={"word/document.xml": entities}))
    monkeypatch.setattr(xml, "ELEMENTS", 3)
    assert "more than 3 elements" in refusal(tmp_path, "m.docx", samples.docx(samples.paragraph("x") * 3))
    monkeypatch.undo()
    data = bytearray(samples.docx(samples.paragraph("x")))
    entry = data.index(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = (7).to_bytes(4, "little")  # a lying size
    assert refusal(tmp_path, "lie.docx", bytes(data)) == "it is damaged."


def test_texts_beyond_all_bounds_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "LINES", 3)
    assert "more than 3 lines" in refusal(tmp_path, "a.md", b"x\n" * 4)
    monkeypatch.setattr(reader, "LARGEST", 10)
    assert "larger than 0 MB" in refusal(tmp_path, "a.txt", b"x" * 11)


def test_a_pdf_that_takes_too_long_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "allowed", lambda size, pages, characters: -1.0 if pages else 5.0)
    said = refusal(tmp_path, "a.pdf", samples.pdf([[f"Page {at}. " + "So. " * 999] for at in range(99)]))
    assert re.fullmatch(r"it takes too long, with \d+ of 99 pages read in -?\d+ seconds\.", said)
    monkeypatch.setattr(pdf, "PATIENCE", 0.0)
    assert "takes more than 0 seconds to open" in refusal(tmp_path, "b.pdf", samples.pdf([["A."]]))


@given(st.integers(0, pdf_patience.LITTLE), st.integers(0, pdf.PAGES), st.integers(0, pdf.LARGEST))
def test_a_small_pdf_has_five_seconds_in_all(size: int, pages: int, characters: int) -> None:
    assert pdf_patience.allowed(size, pages, characters) == 5.0


@given(st.integers(0, reader.LARGEST_FILE), st.integers(0, pdf.PAGES), st.integers(0, pdf.LARGEST))
def test_a_pdf_has_more_time_only_while_it_gives_text(size: int, pages: int, characters: int) -> None:
    assert 5.0 <= pdf_patience.allowed(size, pages, characters) <= pdf_patience.WHOLE
    assert pdf_patience.allowed(size, 0, 0) == 5.0
    book = pdf_patience.allowed(600 * 3_000, pages=300, characters=300 * 2_000)
    assert book == 60.0  # a fifth of which it takes on the machine where this was measured


WORDS = st.lists(
    st.sampled_from(["Paris", "Rome", "the", "of", "1981", "café,", "(so)", "“now”", "re-establish", "x1"]), min_size=1
)
TEXTS = st.lists(WORDS.map(" ".join), min_size=1, max_size=5)


@given(TEXTS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
def test_every_format_holds_every_paragraph_to_the_letter(tmp_path: Path, paragraphs: list[str]) -> None:
    flat = [f"{text}." for text in paragraphs]
    made = {
        "a.txt": "\n\n".join(flat).encode(),
        "a.md": "\n\n".join(flat).encode(),
        "a.html": "".join(f"<p>{text}</p>" for text in flat).encode(),
        "a.epub": samples.epub(["".join(f"<p>{text}</p>" for text in flat)]),
        "a.docx": samples.docx("".join(samples.paragraph(text) for text in flat)),
    }
    for name, data in made.items():
        assert [passage.text for passage in read(tmp_path, name, data).passages] == flat
