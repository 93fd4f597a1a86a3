"""What judging needs to know of a language; tags are those of decks, such as `en` or `pt-BR`, or nothing."""

from functools import cache

COMMA = (
    "af az be bg bs ca cs da de el es et eu fi fr gl hr hu hy id is it ka kk lt lv mk mn nb nl nn no pl pt ro ru sk sl"
    " sq sr sv tr uk uz vi"
)
"""Languages that write a comma before decimals, with spaces between them."""
_POINT = frozenset({"de-CH", "de-LI", "it-CH", "es-MX", "es-US", "es-PR", "es-GT", "es-HN", "es-NI", "es-PA", "es-SV"})


@cache
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


_ARTICLES = {
    # “A minor” is a key, “a priori” a phrase, “A B” a row of letters: their first word is no article.
    "en": r"^(?:the|an|a(?! \w\b| (?:major|minor|flat|sharp|priori|posteriori|cappella|levels?)\b)) +(?=\S)",
    "hu": r"^(?:az?|egy) +(?=\S)",
    "eo": r"^la +(?=\S)",
}
"""Patterns of articles that say nothing of their noun; where they tell its gender, they are part of what is learnt."""
_WRITTEN = {
    "de": {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"},
    "da": {"å": "aa", "ø": "oe", "æ": "ae"},
    "sv": {"å": "aa", "ä": "ae", "ö": "oe"},
}
_WRITTEN |= {"nb": _WRITTEN["da"], "nn": _WRITTEN["da"], "no": _WRITTEN["da"], "fi": _WRITTEN["sv"]}
_NEGATIONS = {
    "en": "no not non never none nor neither nobody nothing nowhere without cannot",
    "de": "nicht kein keine keinen keiner keines keinem nie niemals niemand nichts ohne nein weder noch",
    "fr": "ne pas non jamais sans aucun aucune rien personne ni",
    "es": "no nunca jamás sin ni nada nadie ningún ninguno ninguna tampoco",
    "it": "no non mai senza né nessuno nessuna niente nulla",
    "pt": "não nunca jamais sem nem nada ninguém nenhum nenhuma",
    "nl": "niet geen nooit zonder niemand niets nee noch",
    "ru": "не ни нет без никогда никто ничто ничего",
    "sv": "inte ej aldrig utan ingen inget inga",
    "da": "ikke aldrig uden ingen intet",
    "pl": "nie bez nigdy nikt nic ani",
}


def articles(language: str) -> str:
    """A pattern of an article before a lower-case text; empty where none is folded. English is the default.

    >>> bool(articles("")), bool(articles("en-GB")), bool(articles("de"))
    (True, True, False)
    """
    return _ARTICLES.get(base(language) or "en", "")


@cache
def negations(language: str) -> frozenset[str]:
    """The words that turn a sentence round, in lower case; the English ones where the language has none here."""
    return frozenset((_NEGATIONS.get(base(language)) or _NEGATIONS["en"]).split())


def transliterated(text: str, language: str) -> str:
    """A lower-case text as a keyboard without accents writes it.

    >>> transliterated("münchen", "de"), transliterated("münchen", "fr")
    ('muenchen', 'münchen')
    """
    for letter, written in _WRITTEN.get(base(language), {}).items():
        text = text.replace(letter, written)
    return text
