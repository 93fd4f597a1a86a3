"""What judging needs to know of a language; tags are those of decks, such as `en` or `pt-BR`, or nothing."""

COMMA = (
    "af az be bg bs ca cs da de el es et eu fi fr gl hr hu hy id is it ka kk lt lv mk mn nb nl nn no pl pt ro ru sk sl"
    " sq sr sv tr uk uz vi"
)
"""Languages that write a comma before decimals, with spaces between them."""
_POINT = frozenset({"de-CH", "de-LI", "it-CH", "es-MX", "es-US", "es-PR", "es-GT", "es-HN", "es-NI", "es-PA", "es-SV"})


def base(language: str) -> str:
    """The language itself, without where and how it is written.

    >>> base("pt-BR"), base("EN_gb"), base("")
    ('pt', 'en', '')
    """
    return language.replace("_", "-").partition("-")[0].casefold()


def decimal_comma(language: str) -> bool:
    """Whether a language writes a comma before decimals; English does not, nor does one that is not named.

    >>> decimal_comma("de"), decimal_comma("de-CH"), decimal_comma("en"), decimal_comma("")
    (True, False, False, False)
    """
    return base(language) in COMMA.split() and language.replace("_", "-") not in _POINT
