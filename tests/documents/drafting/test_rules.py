"""Each rule by itself: a text, and what the rule finds in it."""

import pytest

from quizzer.documents.drafting.drafting import draft
from quizzer.documents.drafting.leaks import leaks
from tests.documents.drafting.drafted import drafts_of, lines, passages_of

DATES = [
    (
        "El faro se abrió el 3 de mayo de 1905 por la tarde.",
        ["dates cloze: El faro se abrió el [ … ] por la tarde. = 3 de mayo de 1905"],
    ),
    (
        "On 1 October 2015 (a week after the 2015 parade), the town recalled its clerk from the mill.",
        ["dates cloze: On [ … ], the town recalled its clerk from the mill. = 1 October 2015"],
    ),
    (
        "In 1791, the company opened the first lock.",
        ["dates number: In which year was this? The company opened the first lock. = 1791"],
    ),
    (
        "The line was built from 1902 to 1907 by the town.",
        ["dates cloze: The line was built from [ … ] by the town. = 1902 to 1907"],
    ),
    (
        "La bataille du 14 juillet 1789 fut une surprise totale.",
        ["dates cloze: La bataille du [ … ] fut une surprise totale. = 14 juillet 1789"],
    ),
    ("The mill had 1800 workers and 1500 horses in all.", []),
    ("The factory of 1850 and the fire of 1850 are well known.", []),
]
NUMBERS = [
    (
        "The canal is about 42 km long at its end.",
        ["numbers number: The canal is about [ … ] km long at its end. = 42 km (± 10%)"],
    ),
    (
        "Der Turm wiegt nach dem Umbau 3.200 t und ist hoch.",
        ["numbers number: Der Turm wiegt nach dem Umbau [ … ] t und ist hoch. = 3.200 t"],
    ),
    (
        "The clerk had 3 days to leave the town.",
        ["numbers number: The clerk had [ … ] days to leave the town. = 3 days"],
    ),
    (
        "The canal is 42km long at its end.",
        ["numbers number: The canal is [ … ]km long at its end. = 42 km"],
    ),
    ("At 10:30 it lives on for 1 lives and for 007 days.", []),
    (
        "A page holds 4 KB or 16 KB on the disks of this kind.",
        ["numbers number: A page holds [ … ] KB or 16 KB on the disks of this kind. = 4 KB"],
    ),
    (
        "The bang was heard in the towns 160 km (99 mi) away.",
        ["numbers number: The bang was heard in the towns [ … ] km away. = 160 km"],
    ),
    ("The work is told in Chapter 6 covers of the book.", []),
    ("It is version 3 as the manual of the tool says.", []),
]
EXPANSIONS = [
    (
        "La Junta Nacional de Puertos (JNP) lo cerró al final del siglo.",
        ["expansions cloze: La [ … ] (JNP) lo cerró al final del siglo. = Junta Nacional de Puertos"],
    ),
    (
        "The Board of Inland Waterways (BIW) closed the canal for good.",
        ["expansions typed: What does BIW stand for? = Board of Inland Waterways"],
    ),
    (
        "Die Anlage gehört der Gesellschaft für Himmelskunde (GfH) in Jena.",
        ["expansions cloze: Die Anlage gehört der [ … ] (GfH) in Jena. = Gesellschaft für Himmelskunde"],
    ),
    ("The old canal (NB) was closed for good by the town.", []),
]
NAMES = [
    (
        "The visit of President Mahmoud Ahmadinejad of Iran was the first of its kind.",
        [
            "names cloze: The visit of President [ … ] of Iran was the first of its kind. = Mahmoud Ahmadinejad",
        ],
    ),
    (
        "It was the Bank of Easton that paid for the lock, said Grand Duke Aldous bin Mere al-Wendle.",
        [],
    ),
    (
        "The town was sold to the Bank of Easton for very little.",
        ["names cloze: The town was sold to the [ … ] for very little. = Bank of Easton"],
    ),
    (
        "The end of the First World War came as a surprise to the Harlow Canal Company.",
        [
            "names cloze: The end of the First World War came as a surprise to the [ … ]. = Harlow Canal Company",
            "names cloze: The end of the [ … ] came as a surprise to the Harlow Canal Company. = First World War",
        ],
    ),
    ("The prisoners were brought from Denmark to the Danish court of the king.", []),
    ("A court in Stockholm found against the rule of Sweden at sea.", []),
    (
        "A ship sailed from Easton with iron for the works.",
        ["names cloze: A ship sailed from [ … ] with iron for the works. = Easton"],
    ),
    ("The town was never sold to a person such as Easton Crane.", []),
    ("It is told in Listing 4 how the parts fit, and Config.toml says what Rust(x) needs.", []),
    (
        "Members of the Gulf Cooperation Council met the other members of the GCC in May.",
        [
            "names cloze: Members of the [ … ] met the other members of the GCC in May. = Gulf Cooperation Council",
        ],
    ),
    ("The Swedish government echoed what Stockholm had said in May, without any doubt.", []),
    ("The Norwegian government echoed what Oslo had said of the law in May.", []),
    (
        "A copy of the GNU General Public License came with it in May.",
        ["names cloze: A copy of the [ … ] came with it in May. = GNU General Public License"],
    ),
    ("A disk of 700 MiB was all that there was in May.", []),
    ("Automatic Licensing of Downstream Recipients.\n\nSHOULD THE PROGRAM OF LORD ALDOUS FAIL, YOU PAY.", []),
    ("A fellow of King's College London left for the Newnham Women's College in May.", []),
    (
        "A deal was made by Tribune CEO Justin Dearborn in May.",
        ["names cloze: A deal was made by Tribune CEO [ … ] in May. = Justin Dearborn"],
    ),
    ("The Bahraini government and the French army left at once.", []),
    ("It was printed as “Computing Machinery and Sense” after the Thirty Years' War ended.", []),
    ("Transnational Shia networks had an influence on all of this.", []),
    ("Die Burg gehört seit langem dem Grafen Konrad Winterfeld aus Jena.", []),
]
DEFINITIONS = [
    (
        "A lock is a chamber with gates that lifts boats.",
        ["definitions flashcard: What is a lock? = A chamber with gates that lifts boats"],
    ),
    (
        "Ada Lovelace was a mathematician who wrote the first program.",
        ["definitions flashcard: Who was Ada Lovelace? = A mathematician who wrote the first program"],
    ),
    (
        "The path beside a canal is called a towpath.",
        ["definitions cloze: The path beside a canal is called a [ … ]. = towpath"],
    ),
    (
        "In economics, elasticity is the degree to which demand follows the price.",
        ["definitions flashcard: In economics, what is elasticity? = The degree to which demand follows the price"],
    ),
    (
        "A price ceiling means a legal limit on how high a price can go.",
        ["definitions flashcard: What does a price ceiling mean? = A legal limit on how high a price can go"],
    ),
    ("The result is a list of items that nobody wants.", []),
    (
        "“Object code” means any form of a work that is not its source.",
        ["definitions flashcard: What does object code mean? = Any form of a work that is not its source"],
    ),
    ("A product is a consumer product in which nobody sees a use.", []),
    ("Everything is a matter of how one looks at it.", []),
    ("The revolution was a failure of the kind that nobody forgets.", []),
]
QUOTATIONS = [
    (
        "A minister said “a bridge to nowhere”, and his king said “a road to ruin”.",
        ["quotations cloze: A minister said “[ … ]”, and his king said “a road to ruin”. = a bridge to nowhere"],
    ),
    ("The clerk said “that all of the boats of the company would soon be gone”.", []),
    (
        "The minister said that the plan was “a bridge to nowhere” and left.",
        ["quotations cloze: The minister said that the plan was “[ … ]” and left. = a bridge to nowhere"],
    ),
    (
        "Der Leiter nannte das Rohr „das geduldigste Auge“ des Landes.",
        ["quotations cloze: Der Leiter nannte das Rohr „[ … ]“ des Landes. = das geduldigste Auge"],
    ),
    ('The clerk said "this goes on and on without an end.', []),
]
CAUSES = [
    (
        "The company cut its tolls in response to the competition of the railway.",
        ["causes flashcard: The company cut its tolls. Why? = In response to the competition of the railway"],
    ),
    ("The company did not cut its tolls because it was greedy and slow.", []),
    ("The tolls of the canal were cut in May solely because of the strike.", []),
    ("The tolls of the canal were cut in May, but because of the strike no boats came.", []),
]
LISTS = [
    (
        "The three types of lock are single, double and staircase.",
        ["lists list: The three types of lock are: which? = - single / - double / - staircase"],
    ),
    (
        "Les trois couleurs sont :\n\n- bleu\n- blanc\n- rouge\n",
        ["lists list: Les trois couleurs sont … (3) = - bleu / - blanc / - rouge"],
    ),
    (
        "A boat carries three goods: coal, lime and clay.",
        ["lists list: A boat carries three goods: which? = - coal / - lime / - clay"],
    ),
    (
        "The lock is used in these steps:\n\n1. Open the gate\n2. Let the boat in\n3. Close the gate\n",
        [
            "lists order: The lock is used in these steps. Put them in order."
            " = 1. Open the gate / 2. Let the boat in / 3. Close the gate"
        ],
    ),
    ("Two of the goods are:\n\n- coal\n- lime\n", []),
    ("These are the goods of the boat:\n\n- coal\n- lime\n- clay\n", []),
]
EVENTS = [
    (
        "In 1798, the first boat reached the port. In 1791, the first sod was cut. "
        "In 1802, the company paid a dividend.",
        [
            "events order: Put these in order, the earliest first. = 1. The first sod was cut"
            " / 2. The first boat reached the port / 3. The company paid a dividend"
        ],
    ),
    ("In 1798, the first boat reached the port. In 1791, the first sod was cut.", []),
    ("In 1798, the couple left the port. In 1791, the latter was sold. In 1802, the pair paid a dividend.", []),
]
RULES = {
    "dates": DATES,
    "numbers": NUMBERS,
    "expansions": EXPANSIONS,
    "names": NAMES,
    "definitions": DEFINITIONS,
    "quotations": QUOTATIONS,
    "causes": CAUSES,
    "lists": LISTS,
    "events": EVENTS,
}


@pytest.mark.parametrize(
    ("rule", "text", "found"), [(rule, text, found) for rule, cases in RULES.items() for text, found in cases]
)
def test_a_rule_finds(rule: str, text: str, found: list[str]) -> None:
    assert lines(text, rule) == found


def test_a_date_among_three_others_of_its_kind_is_a_choice() -> None:
    text = "\n\n".join(
        f"On {day} May 17{day}, the {thing} was opened by the town."
        for day, thing in ((11, "lock"), (12, "mill"), (14, "inn"), (19, "pier"))
    )
    found = lines(text, "dates")
    assert found[0] == (
        "dates choice: When was this? The lock was opened by the town."
        " = 11 May 1711 | 12 May 1712 | 14 May 1714 | 19 May 1719"
    )
    assert len(found) == 4


def test_people_of_one_title_are_options_for_one_another_and_none_that_shares_a_name() -> None:
    names = ("Aldous", "Bertram", "Conrad", "Dietmar", "Aldous Dunstan")
    text = "\n\n".join(
        f"The {thing} was built by King {name} at a great cost." for thing, name in zip("abcde", names, strict=True)
    )
    assert lines(text, "names")[0].endswith("= Aldous | Bertram | Conrad | Dietmar")


def test_a_term_is_a_choice_among_the_terms_of_its_document() -> None:
    text = "# Cell\n\n" + "\n".join(
        (
            "- Nucleus: holds the plans",
            "- Ribosome: builds the proteins",
            "- Vacuole: stores much water",
            "- Wall: keeps its shape",
        )
    )
    assert "definitions choice: What is meant? Holds the plans = Nucleus | Ribosome | Vacuole | Wall" in lines(
        text, ending=".md"
    )


def test_the_wrong_options_of_a_term_are_of_its_own_list() -> None:
    cell = "\n".join(f"- {term}: does {deed} in the cell" for term, deed in zip("ABCD", "ghij", strict=True))
    boat = "\n".join(f"- {term}: does {deed} on the boat" for term, deed in zip("WXYZ", "klmn", strict=True))
    text = "# Cell\n\n" + cell.replace(": ", "x: ") + "\n\n# Boat\n\n" + boat.replace(": ", "x: ")
    found = lines(text, "definitions", ".md")
    assert "definitions choice: What is meant? Does k on the boat = Wx | Xx | Yx | Zx" in found
    assert "definitions choice: What is meant? Does j in the cell = Dx | Cx | Bx | Ax" in found


def test_a_pronoun_gets_its_person_or_the_sentence_is_left_out() -> None:
    text = "The canal was planned by Josiah Thorne of Easton. He was dismissed on 3 March 1795."
    assert "dates cloze: Josiah Thorne was dismissed on [ … ]. = 3 March 1795" in lines(text)
    text = "Josiah Thorne met Margaret Finch at the lock. He was dismissed on 3 March 1795."
    assert not lines(text, "dates")
    assert not lines("Its walls were built on 3 March 1795 by the town.")


def test_events_without_a_heading_in_common_have_the_title_of_the_document() -> None:
    text = (
        "# One\n\nIn 1798, a boat came.\n\n# Two\n\nIn 1791, a lock was cut.\n\nIn 1802, a company paid a dividend.\n"
    )
    found = [
        one.note.question for one in draft(passages_of(text, ".md"), "doc", title="Canals") if one.rule == "events"
    ]
    assert found == ["Canals: put these in order, the earliest first."]


def test_a_name_of_the_headings_is_guessed_and_not_asked_for() -> None:
    said = "In 1872, Amalia Brandt met the surveyor Jón Pálsson in the town.\n"
    assert len(lines(said, "names", ".md")) == 2
    assert [one.rsplit(" = ")[1] for one in lines(f"# Amalia Brandt\n\n{said}", "names", ".md")] == ["Jón Pálsson"]


def test_a_year_of_the_headings_is_guessed_and_not_asked_for() -> None:
    said = "The town was quiet before the 1883 flood, with boats in the streets.\n"
    assert len(lines(said, "dates", ".md")) == 1
    assert not lines(f"# The flood of 1883\n\n{said}", "dates", ".md")


def test_names_in_a_row_are_worth_less() -> None:
    text = "At that time Mark Adler, Mikko Pouru, Peter Anvin and Lars Wirzen helped a lot."
    assert [one.usefulness for one in drafts_of(text.replace("At that time", "In May,"))] == [0.68]
    assert [one.usefulness for one in drafts_of("In May, Mark Adler and Mikko Pouru helped a lot.")] == [0.78]


def test_a_word_that_only_opens_the_sentence_is_no_part_of_the_name() -> None:
    text = "You can give Rust a try. Give Rust some time. Many people came to like Cargo Rust, but not in May."
    assert not [one for one in lines(text, "names") if "Give Rust" in one]


def test_captions_code_and_questions_give_nothing() -> None:
    assert lines("The lock at Easton in March 1903", "") == []
    assert lines("```\nIn 1791, the first sod was cut by Lord Aldous.\n```\n", ending=".md") == []
    assert lines("Was it King Aldous who cut the sod in 1791?") == []


def test_what_a_document_repeats_crowds_nothing_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """However often a name comes, it is asked for once, and what comes once is kept."""
    monkeypatch.setattr("quizzer.documents.drafting.drafting.MOST", 5)
    again = "\n\n".join(f"The visit of King Aldous to town {number} was a great success." for number in range(100))
    found = lines(f"{again}\n\nThe lock was built by Josiah Thorne at a great cost.")
    assert sum(one.endswith("= Aldous") for one in found) == 1
    assert any(one.endswith("= Josiah Thorne") for one in found)
    many = "\n\n".join(
        f"The mill was built by King {chr(65 + n)}{chr(97 + n % 7)}{chr(97 + n // 7)}us at a great cost."
        for n in range(24)
    )
    assert len(lines(many, "names")) <= 5


def test_an_abbreviation_is_given_away_by_the_words_it_stands_for() -> None:
    assert leaks("The members of the Gulf Cooperation Council met those of the [ … ] in May.", "GCC")
    assert leaks("With write-ahead logging, the [ … ] is a file of changes.", "WAL")
    assert not leaks("The members of the council met those of the [ … ] in May.", "GCC")
    assert not leaks("We are late for the [ … ] in May.", "UN")
