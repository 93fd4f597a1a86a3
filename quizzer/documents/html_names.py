"""Names of HTML: which elements are blocks, which are no content, and which words of a page's classes say so."""

RAW = ("script", "style", "title", "textarea", "noscript", "iframe")
"""Elements whose inside is no HTML."""
# fmt: off
SKIPPED = frozenset((
    "audio", "button", "canvas", "head", "math", "object", "select", "svg", "template", "video",
))
# fmt: on
"""Elements whose text is not read."""
# fmt: off
ASIDE = frozenset((
    "dialog", "footer", "menu", "nav",
))
# fmt: on
"""Elements that hold no content."""
# fmt: off
ASIDE_ROLES = frozenset((
    "banner", "complementary", "contentinfo", "doc-endnotes", "doc-toc", "navigation", "search",
))
# fmt: on
"""Roles of elements that hold no content."""
# fmt: off
ASIDE_CLASSES = frozenset((
    "ad", "advert", "breadcrumb", "breadcrumbs", "catlinks", "cookie", "cookies", "footer", "hatnote", "menu",
    "mw-editsection", "mw-jump-link", "nav", "navbar", "navbox", "newsletter", "noprint", "printfooter", "references",
    "reflist", "related", "share", "sharing", "sidebar", "social", "toc",
))
# fmt: on
"""Classes of elements that hold no content."""
# fmt: off
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "html", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul",
))
# fmt: on
"""Elements that end a paragraph where they begin, and where they end."""
# fmt: off
VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
))
# fmt: on
"""Elements that are never closed."""
HEADINGS = {f"h{level}": level for level in range(1, 7)}
CONTEXTS = SKIPPED | ASIDE | {"main", "article", "ul", "ol", "dl", "table", "pre", "figcaption", "caption", "sup"}
"""Elements that change what the text inside them is."""
