"""Small drawings keep within their width and never take text for markup."""

from textual.content import Content

from quizzer.tui.widgets.drawing import indented, line, spread


def test_a_line_has_something_at_both_ends() -> None:
    assert spread(Content("left"), Content("right"), 16).plain == "left       right"


def test_the_left_end_gives_way_where_there_is_too_little_room() -> None:
    assert spread(Content("a long title of a deck"), Content("due 18"), 20).plain == "a long titl…  due 18"


def test_where_there_is_no_room_for_both_the_right_end_goes() -> None:
    assert spread(Content("Capitals"), Content("left: new 8"), 12).plain == "Capitals    "


def test_text_is_never_markup() -> None:
    assert line("[red]x[/red]", ("[/]", ".muted")).plain == "[red]x[/red][/]"


def test_wrapped_text_hangs_under_its_beginning() -> None:
    assert [one.plain for one in indented(Content("one two three"), 12, "> ", "  ")] == ["> one two", "  three"]
