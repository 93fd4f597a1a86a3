"""Formulas and code: texts in which every character counts."""

import re

from quizzer.core.markup import plain

_ELEMENTS = (
    "H|He|Li|Be|B|C|N|O|F|Ne|Na|Mg|Al|Si|P|S|Cl|Ar|K|Ca|Sc|Ti|V|Cr|Mn|Fe|Co|Ni|Cu|Zn|Ga|Ge|As|Se|Br|Kr|Rb|Sr|Y|Zr|Nb"
    "|Mo|Tc|Ru|Rh|Pd|Ag|Cd|In|Sn|Sb|Te|I|Xe|Cs|Ba|La|Ce|Pr|Nd|Sm|Eu|Gd|Tb|Dy|Ho|Er|Tm|Yb|Lu|Hf|Ta|W|Re|Os|Ir|Pt|Au"
    "|Hg|Tl|Pb|Bi|Po|At|Rn|Fr|Ra|Ac|Th|Pa|U|Np|Pu"
)
_COUNT = "[0-9₀-₉]*"
_COMPOUND = rf"[(\[]*(?:{_ELEMENTS}){_COUNT}(?:[()\[\]·]*(?:{_ELEMENTS}){_COUNT})+[)\]]*{_COUNT}[⁺⁻⁰-⁹+\-]*"
_ROMAN = "[IVXLCDM]+"
# Strings: `re` compiles them when a slip is first looked at, and most sittings see none.
_SIGNS = (
    r"[=<>{}\[\]\\|^~@#$_*₀-₉⁰¹²³⁴-⁹∑∫√≤≥≠≈∈→]|::|\(\)|\w\(|\d\s*[+/·×]|[+/·×]\s*\d"
    r"|\b[a-z]{2,}[A-Z]\w+|\b[a-z]\w+\.[a-z]{2,}|^[-.:/]{1,2}\w|\w/\w+/"
)


def is_formula(text: str) -> bool:
    """Whether a solution, in light Markdown, is a formula or code.

    >>> [is_formula(text) for text in ("`git push`", "NaCl", "x = y + 1", "getName", "--force", "setup.py")]
    [True, True, True, True, True, True]
    >>> [is_formula(text) for text in ("Washington, D.C.", "and/or", "**Paris**", "McDonald", "Co-operation")]
    [False, False, False, False, False]
    """
    if "`" in text:
        return True
    text = plain(text)
    words = text.split()
    return bool(re.search(_SIGNS, text)) or any(_is_compound(word, alone=len(words) == 1) for word in words)


def _is_compound(word: str, *, alone: bool) -> bool:
    """Whether a word is a chemical formula; capitals alone are one only by themselves (FBI, World War II)."""
    if not re.fullmatch(_COMPOUND, word) or re.fullmatch(_ROMAN, word):
        return False
    return alone or not word.isupper() or not word.isalpha()
