"""Small documents of every format, made here: what one reader makes of them is what a person would see."""

import io
import zipfile
from collections.abc import Mapping, Sequence

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OPS/package.opf"/></rootfiles></container>'
)


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)  # dated alike, whenever it is made
    return file.getvalue()


def epub(chapters: Sequence[str], title: str = "A book", more: Mapping[str, str | bytes] | None = None) -> bytes:
    """A book of chapters, each the inside of a body; `more` are further members by name."""
    items = "".join(
        f'<item id="c{at}" href="text/c%20{at}.xhtml" media-type="application/xhtml+xml"/>'
        for at in range(len(chapters))
    )
    spine = "".join(f'<itemref idref="c{at}"/>' for at in range(len(chapters)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<metadata><dc:title>{title}</dc:title></metadata>"
        '<manifest><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
        f'{items}</manifest><spine><itemref idref="nav"/>{spine}</spine></package>'
    )
    pages = {
        f"OPS/text/c {at}.xhtml": f'<?xml version="1.0" encoding="utf-8"?><html><body>{chapter}</body></html>'
        for at, chapter in enumerate(chapters)
    }
    return zipped({"META-INF/container.xml": CONTAINER, "OPS/package.opf": package, **pages, **(more or {})})


def paragraph(text: str, style: str = "", inside: str = "") -> str:
    """One paragraph of a Word document; `inside` stands among its properties."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/>{inside}</w:pPr>'
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


STYLES = {"berschrift1": "heading 1", "berschrift2": "heading 2", "Titel": "Title", "Beschriftung": "caption"}


def docx(body: str, styles: Mapping[str, str] = STYLES, more: Mapping[str, str | bytes] | None = None) -> bytes:
    """A Word document with a body; its styles have ids as in German."""
    named = "".join(f'<w:style w:styleId="{key}"><w:name w:val="{name}"/></w:style>' for key, name in styles.items())
    return zipped(
        {
            "word/document.xml": f'<w:document xmlns:w="urn:w" xmlns:mc="urn:mc"><w:body>{body}</w:body></w:document>',
            "word/styles.xml": f'<w:styles xmlns:w="urn:w">{named}</w:styles>',
            **(more or {}),
        }
    )


def pdf(pages: Sequence[Sequence[str]], outline: Sequence[tuple[str, int]] = ()) -> bytes:
    """A PDF of pages of lines in Latin letters; `outline` has titles with their page, from 0."""
    objects: list[bytes] = []

    def add(content: str | bytes) -> int:
        objects.append(content.encode("latin-1") if isinstance(content, str) else content)
        return len(objects)

    first = 4  # after the catalogue, the page tree and the font
    kids = " ".join(f"{first + 2 * at} 0 R" for at in range(len(pages)))
    marks = first + 2 * len(pages)
    add(f"<< /Type /Catalog /Pages 2 0 R{f' /Outlines {marks} 0 R' if outline else ''} >>")
    add(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>")
    add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for lines in pages:
        add(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects) + 2} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        escaped = [line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") for line in lines]
        shown = "\n".join(f"({line}) Tj T*" for line in escaped)
        stream = f"BT /F1 11 Tf 14 TL 50 800 Td\n{shown}\nET"
        add(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    if outline:
        add(f"<< /First {marks + 1} 0 R /Last {marks + len(outline)} 0 R /Count {len(outline)} >>")
    for at, (title, page) in enumerate(outline):
        after = f" /Next {marks + at + 2} 0 R" if at + 1 < len(outline) else ""
        add(f"<< /Title ({title}) /Parent {marks} 0 R /Dest [{first + 2 * page} 0 R /Fit]{after} >>")
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode("ascii")
