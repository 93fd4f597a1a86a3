"""YAML becomes light nodes that know where they stand; both parsers agree."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.formats.yaml_events import (
    FASTEST,
    MAX_DEPTH,
    PURE,
    Break,
    Loader,
    Mapping,
    Node,
    Sequence,
    Tree,
    is_missing,
    is_scalar,
    place,
    read_tree,
)
from tests.formats.samples import BAD, LOADERS
from tests.test_architecture import loaded_by


def plain(node: Node | None) -> object:
    """A node as lists, pairs and texts, each with its place and style; at the end of a file nothing has no place."""
    if node is None or is_missing(node):
        return None
    at = tuple(place(node))
    if isinstance(node, Mapping):
        return ("map", at, [(plain(key), plain(value)) for key, value in node.pairs()])
    if isinstance(node, Sequence):
        return ("list", at, [plain(item) for item in node.items])
    return (node[0], at, node[2] or "")


def outline(tree: Tree) -> tuple[object, ...]:
    return plain(tree.root), tree.troubles, tree.cut, tree.end and tree.end.code


@LOADERS
def test_nodes_keep_text_style_and_place(loader: Loader) -> None:
    tree = read_tree("a: 'b'\nc: [1:30, {~: no}]\nd: |\n  é\n", 10, loader)
    assert plain(tree.root) == (
        "map",
        (10, 0),
        [
            (("a", (10, 0), ""), ("b", (10, 3), "'")),
            (
                ("c", (11, 0), ""),
                (
                    "list",
                    (11, 3),
                    [("1:30", (11, 4), ""), ("map", (11, 10), [(("~", (11, 11), ""), ("no", (11, 14), ""))])],
                ),
            ),
            (("d", (12, 0), ""), ("é\n", (12, 3), "|")),
        ],
    )


@LOADERS
def test_what_decks_do_without_is_listed(loader: Loader) -> None:
    tree = read_tree("a: &x b\nc: !t d\n!m {e: *x}: &l []\n--- \nf\n", 0, loader)
    assert [tuple(trouble) for trouble in tree.troubles] == [
        ("anchor", 0, 3, "x"),
        ("tag", 1, 3, "!t"),
        ("tag", 2, 0, "!m"),
        ("alias", 2, 7, "x"),
        ("anchor", 2, 12, "l"),
        ("second-document", 3, 0, ""),
    ]
    assert isinstance(tree.root, Mapping)
    assert len(tree.root.items) == 6


@LOADERS
def test_texts_that_a_comment_ended_are_marked(loader: Loader) -> None:
    text = "a: b # c\nd: 'e # f' # g\nh: #i\nj:\n  # k\n  l\nm: n#o\np: q\t# r\ns: |  # t\n  u # v\nw: x\n  y # z"
    tree = read_tree(text, 5, loader)
    assert sorted(map(tuple, tree.cut)) == [(5, 3), (7, 2), (12, 3), (15, 3)]


@LOADERS
def test_depth_is_bounded_at_once(loader: Loader) -> None:
    assert read_tree("[" * MAX_DEPTH + "]" * MAX_DEPTH, 0, loader).end is None
    assert read_tree("- " * 900, 3, loader).end == Break(3, 2 * MAX_DEPTH, "too-deep")
    end = read_tree("[" * 100_000, 3, loader).end
    assert end in (Break(3, MAX_DEPTH, "too-deep"), Break(3, 1000, "too-deep"))  # libyaml 0.2.6 scans ahead to its own


@LOADERS
def test_where_yaml_breaks_off_is_told(loader: Loader) -> None:
    assert read_tree("a: b\nc: d: e\n", 7, loader).end == Break(8, 4)
    assert read_tree("a: b\nc: \x07\n", 7, loader).end == Break(9, 0)
    assert read_tree("a: b\nc: d: e\n", 0, loader).root is None
    assert read_tree("", 0, loader) == Tree(None, [], set(), None)


@pytest.mark.parametrize(
    "text",
    [
        "{a: b?, c?d: e, f: ?g}",
        "[a?, ?b, c?]",
        "a:\tb\nc: d\te\t# f\n-\tg",
        "- a\t\n-\tb\n- [c,\td]\n",
        "? a\n: b",
        "a: |\n  b?\tc\n\td\n",
        'a: "b?\tc\\td"',
        "a: b \t c",
        'a: "\\ud800"',
        'a: "\\Uffffffff"',
        'a: "\\q"',
        "a: b\n\tc: d\n",
        "\ta: b",
        "%YAML 1.2\n---\na: b\n",
        "a: b\n...\n",
    ],
)
def test_both_parsers_take_and_refuse_the_same(text: str) -> None:
    assert outline(read_tree(text, 0, PURE)) == outline(read_tree(text, 0, FASTEST))


@pytest.mark.parametrize("code", sorted(set(BAD) - {"not-utf8"}))
def test_both_parsers_make_the_same_nodes_of_a_deck(code: str) -> None:
    text = BAD[code].read_text("utf-8")
    assert outline(read_tree(text, 0, PURE)) == outline(read_tree(text, 0, FASTEST))


@given(st.text(st.sampled_from("ab :,-\n"), max_size=12))
def test_both_parsers_agree_on_what_both_can_read(text: str) -> None:
    pure, fast = read_tree(text, 0, PURE), read_tree(text, 0, FASTEST)
    if pure.end is None and fast.end is None:
        assert plain(pure.root) == plain(fast.root)


def test_a_key_without_a_value_is_missing() -> None:
    tree = read_tree("a:\nb: ''\nc: []\n")
    assert isinstance(tree.root, Mapping)
    assert [(is_scalar(value), is_missing(value)) for _, value in tree.root.pairs()] == [
        (True, True),
        (True, False),
        (False, False),
    ]


def test_the_parser_in_python_serves_where_libyaml_is_missing() -> None:
    code = "import yaml; del yaml.CSafeLoader; from quizzer.formats.yaml_events import *; assert FASTEST is PURE"
    assert "yaml" in loaded_by(code)
    assert "yaml" in sys.modules
