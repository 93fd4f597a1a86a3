"""HTML falls into blocks as a browser shows them, without menus and notices, whatever stands in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.core.passage import Passage, Role
from quizzer.documents import html
from quizzer.documents.blocks import led_in, number
from quizzer.documents.html import declared, read_page
from quizzer.documents.refusal import Refusal


def passages(text: str) -> tuple[Passage, ...]:
    return number(led_in(read_page(text).blocks))


def texts(text: str) -> list[str]:
    return [passage.text for passage in passages(text)]


def test_paragraphs_flow_and_entities_are_their_characters() -> None:
    assert texts("<p>It&nbsp;failed\n in <b>19</b>81.<p>So&#x20;it &amp; he<br>did &unknown; &#99999999999;") == [
        "It failed in 1981.",
        "So it & he\ndid &unknown; �",
    ]


def test_headings_make_the_trail_and_the_title_is_the_pages() -> None:
    page = read_page("<title> The\ncoup </title><h1>Coup</h1><h2><div>After</div> it</h2>Text.<h1>End</h1>x")
    assert page.title == "The coup"
    assert [(p.trail, p.text) for p in number(page.blocks)] == [
        (("Coup", "After"), "it"),
        (("Coup", "After"), "Text."),
        (("End",), "x"),
    ]


@pytest.mark.parametrize(
    ("text", "role", "shown"),
    [
        ("<ul><li>Seine<li>Thames<ul><li>Cherwell</ul></ul>", Role.LIST, "- Seine\n- Thames\n  - Cherwell"),
        ("<dl><dt>IFLB<dd>a front<dt>GCC<dd>a council</dl>", Role.LIST, "- IFLB: a front\n- GCC: a council"),
        ("<table><tr><th>a<th>b<tr><td>1</td><td>2</table>", Role.TABLE, "a | b\n1 | 2"),
        ("<table><td>1", Role.TABLE, "1"),
        ("<pre>  x\n    y\n</pre>", Role.CODE, "  x\n    y"),
        ("<figure><img src=x><figcaption>A map</figcaption></figure>", Role.CAPTION, "A map"),
        ("<p>So:</p><ol><li>one</ol>", Role.LIST, "So:\n\n- one"),
    ],
)
def test_what_a_block_is_comes_from_its_elements(text: str, role: Role, shown: str) -> None:
    assert [(p.role, p.text) for p in passages(text)] == [(role, shown)]


def test_a_table_of_layout_is_its_texts() -> None:
    text = "Many words. " * 40
    assert texts(f"<table><tr><td>menu<td>{text}</table>") == ["menu", text.strip()]


@pytest.mark.parametrize(
    "aside",
    [
        "<nav><p>x</nav>", "<footer>x</footer>", "<div class='sidebar wide'><div>x</div>x</div>", "<p hidden>x</p>",
        "<div role=navigation>x</div>", "<p class=share>x<p>", "<ul class=toc><li>x</ul>",
    ],
)  # fmt: skip
def test_what_is_no_content_is_boilerplate_and_not_counted(aside: str) -> None:
    found = passages(f"<p>One.</p>{aside}<p>Two.</p>")
    assert [(p.number, p.text) for p in found if p.is_asked_about] == [("1", "One."), ("2", "Two.")]
    assert {p.number for p in found if not p.is_asked_about} == {""}


@pytest.mark.parametrize("name", ["main", "article"])
def test_outside_the_main_part_all_is_boilerplate(name: str) -> None:
    found = passages(f"<h3>Menu</h3><p>x</p><{name}><h1>Coup</h1><p>One.</p></{name}><p>y</p>")
    assert [(p.role, p.trail, p.text) for p in found] == [
        (Role.BOILERPLATE, (), "x"),
        (Role.TEXT, ("Coup",), "One."),
        (Role.BOILERPLATE, ("Coup",), "y"),
    ]


def test_where_all_is_boilerplate_nothing_is() -> None:
    assert [p.role for p in passages("<nav>One.<p>Two.")] == [Role.TEXT, Role.TEXT]


def test_raised_numbers_are_marks_where_they_are_links_and_exponents_elsewhere() -> None:
    assert texts('<p>So<sup><a href="#n16">16</a></sup> 10<sup>6</sup> m<sup>th</sup>') == ["So[16] 10⁶ mth"]


def test_scripts_styles_and_comments_are_not_read() -> None:
    assert texts("<style>p{}</style><script>'<p>'</script>a<!-- <p> -->b<!DOCTYPE x><svg><text>no</text></svg>") == [
        "ab"
    ]


def test_a_pages_encoding_is_read_where_it_says_so() -> None:
    assert declared(b'<html><meta charset="windows-1252">') == "windows-1252"
    assert declared(b'<meta http-equiv=Content-Type content="text/html; charset=iso-8859-1">') == "iso-8859-1"
    assert declared(b'<meta charset="utf-8">') == declared(b"<p>") == ""


def test_quotes_in_tags_hide_their_brackets() -> None:
    assert texts("<p title='a>b' x=\"<i>\" don't>shown</p>") == ["shown"]


# fmt: off
PIECES = [
    "<p>", "</p>", "<", ">", "<!--", "-->", "<a ", '"', "'", "=", "&#", "&amp;", "x", " ", "<script>", "<title>",
    "</script>", "<ul>", "</ul>", "<li>", "<table>", "<td>", "</table>", "<nav>", "<sup>", "</sup>", "<pre>",
    "<h1>", "<dd>", "<br/>", "<main>", "<tr>", "\n", "<![CDATA[",
]
# fmt: on


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_anything_is_read_and_what_stands_outside_tags_is_kept(pieces: list[str]) -> None:
    page = read_page("".join(pieces))
    assert all(block.text.strip() or block.level for block in page.blocks)


@pytest.mark.parametrize("piece", ["<a ", "<!--", '<a "', "<a b='", "<", "&#", "<p>", "<nav>", "<ul>", "</p>", "<td>"])
def test_hostile_repetition_is_read_in_one_go(piece: str) -> None:
    read_page(piece * 20_000)


def test_more_tags_than_any_document_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "TAGS", 5)
    with pytest.raises(Refusal, match="more than 5 tags"):
        read_page("<b>" * 6)
