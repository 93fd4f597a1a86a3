"""Words that the rules go by. Those of English are for English text only; the others hold for several languages."""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FUNCTION_WORDS = _words(
    "the of and to in a is was for that it with as by on are from be this which at an or were not has have his "
    "her its their had been but can will would who they he she you we"
)
"""The commonest of English: a text that has few of them is not English."""

MONTHS = {
    name: number
    for names in (
        "january february march april may june july august september october november december",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "jänner feber march april may june july august sept okt nov dez",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "januari februari maart april mei juni juli augustus september oktober november december",
    )
    for number, name in enumerate(names.split(), 1)
}
"""The months of English, German, French, Spanish, Italian, Portuguese and Dutch, by number."""

MONTH = "|".join(sorted({name.capitalize() for name in MONTHS} | set(MONTHS), reverse=True))
"""A month, as a pattern."""

UPPER = "".join(char for char in map(chr, [*range(0x41, 0x250), *range(0x1E00, 0x1F00)]) if char.isupper())
"""The Latin capitals."""

ABBREVIATIONS = _words(
    "mr mrs ms dr prof st mt gen col lt sgt capt sen rep gov rev hon pres vs no nos fig figs vol pp ed eds cf ca al "
    "eg ie approx est dept univ assn bros jan feb mar apr jun jul aug sep sept oct nov dec e.g i.e c.f viz resp "
    "z.b d.h u.a bzw vgl nr abb bd hrsg evtl ggf ca. sog str hl geb gest mio mrd v.chr n.chr u.ä s.o "
    "m mme mlle p.ex sr sra srta dña sig dott ing art op"
)
"""A full stop after one of these ends no sentence."""

MAY_END = _words("etc jr sr inc ltd co corp p.m a.m b.c a.d bc ad usw etc.")
"""A full stop after one of these, or after initials, ends a sentence where an opening word follows."""

OPENINGS = _words(
    "the a an in on at by for from it he she they we this that these those there but and however although after "
    "before when while since because if as its his her their another some many most one both such during under "
    "der die das ein eine im am er sie es le la les un une il elle el los las"
)
"""Words that open sentences, in lower case."""

DANGLING = _words(
    "he she it they him her his its their them this that these those such here thus then so and but or nor yet we i "
    "our my you your both another others some many most neither either former latter same hence therefore otherwise "
    "er sie es dies diese dieser dieses ihr ihre sein seine seinen seiner dort damit dabei dadurch daher deshalb "
    "danach dazu darin daran dafür jedoch auch und aber oder ihm ihn ihnen solche jene jener man wir "
    "il elle ils elles ce cet cette ces cela ceci celui celle leur leurs y mais et ou "
    "él ella ellos ellas esto este esta estos estas eso ese esa su sus pero egli essa esso questo questa questi suo sua"
)
"""A sentence that opens with one of these leans on the one before."""

PAST = (
    r"\w{2,}ed|was|were|had|made|became|began|took|gave|won|lost|met|left|led|went|came|wrote|built|found"
    r"|held|fell|rose|sent|bought|sold|got|put|set|broke|fought|said|told|died|saw|grew|drew|flew|spoke"
    r"|taught|ran|sank|paid|cut|spread|shot|burnt|spent|lent|shut|hit|dug|hung|struck|swept|threw|fled|chose|drove|rode"
    r"|sang|wore|tore|stole|froze|caught|thought|sought|kept|felt|stood|laid"
)
"""A verb of the past, as a pattern."""

FIRMS = _words(
    "company firm group business corporation maker manufacturer producer publisher retailer brewery airline bank "
    "supplier operator"
)
"""What a firm is said to be, and is called again later."""

REFERRING = _words(
    "company firm group movement party organisation organization institute institution society association union "
    "league federation council committee commission body agency ministry department authority regime team club band "
    "school college university foundation trust bank project programme program plan scheme campaign expedition "
    "mission journey trip voyage move decision attack incident event accident battle siege war conflict revolution "
    "rebellion revolt uprising coup treaty agreement deal accord act bill charter report study survey paper book "
    "novel poem play film song album painting article letter collection exhibition building house castle tower "
    "bridge ship vessel train factory works mill mine town city village island region province district country "
    "kingdom empire river lake valley canal railway garden museum man woman boy girl minister engineer author "
    "writer poet artist painter scientist researchers professor general officer soldiers workers protesters victim "
    "brothers sisters family method technique approach device machine instrument experiment studio "
    "orchestra newspaper magazine journal theatre hospital laboratory station abbey temple"
)
"""Nouns that `the` before them only makes sense with when somebody said already which one is meant."""

LIGHT = _words(
    "about around some most many much few all both half part parts one two three none each any over nearly almost more "
    "less than of in on at by with for from to during after before under a an the third quarter percent number"
)
"""Words that name nothing a pronoun could stand for."""

CONNECTIVES = re.compile(
    r"(?:However|Moreover|Furthermore|Therefore|Thus|Hence|Consequently|Accordingly|Nevertheless|Nonetheless|Meanwhile"
    r"|Instead|Likewise|Similarly|Conversely|Additionally|Finally|Indeed|Also|Besides|Still|In addition|In fact"
    r"|For example|For instance|In response|In turn|As a result"
    r"|In contrast|On the other hand|In other words|That is|Of course), "
)
"""What ties a sentence to the one before and can be left out."""

TITLES = _words(
    "President King Queen Prince Princess Emperor Empress Sultan Emir Sheikh Shaikh Shah Pope Saint Sir Lord Lady Dame "
    "Duke Duchess Count Baron Ayatollah Imam Rabbi Bishop Archbishop Cardinal General Admiral Colonel Major Captain "
    "Lieutenant Sergeant Marshal Minister Secretary Ambassador Senator Governor Mayor Chancellor Premier Chairman "
    "Director Professor Doctor Judge Justice Dr Mr Mrs Ms Prof St Gen Col Lt Capt Sen Rep Gov Rev Tsar Kaiser Caliph "
    "Consul Commander CEO CFO Detective Inspector Representative Congressman Affairs Officer Engineer Speaker"
)
"""Words before a person's name that are not part of it."""

OF_MEN = _words(
    "King Prince Emperor Sultan Emir Sheikh Shaikh Shah Pope Sir Lord Duke Count Baron Ayatollah Imam Tsar Kaiser Mr"
)
OF_WOMEN = _words("Queen Princess Empress Lady Dame Duchess Mrs Ms")
"""Titles that say which pronoun is meant."""

TITLE_BEGINS = _words(
    "Grand Prime Vice Crown Supreme Chief Foreign Deputy Assistant Field Rear Lieutenant Major Acting"
)

BODIES = _words(
    "Front Movement Party League Union University College School Academy Institute Institution Society Association "
    "Organization Organisation Council Committee Commission Congress Parliament Senate Assembly House Court Ministry "
    "Department Agency Bureau Office Bank Company Corporation Foundation Trust Federation Confederation Alliance "
    "Church Army Navy Force Guard Police Board Authority Service Museum Library Hospital Laboratory Observatory "
    "Center Centre Group Team Club Cabinet Treasury Brotherhood Order Guild Convention Cooperation Community Network"
)
"""Words of which the name of a body has one."""

THINGS = _words(
    "War Battle Siege Treaty Act Agreement Accord Accords Declaration Constitution Charter Revolution Rebellion Crisis "
    "Conference Summit Theory Law Principle Effect Theorem Prize Award Bill Code Protocol Empire Kingdom Republic "
    "Dynasty Era Age Period Project Program Programme Plan Bridge Tower Palace Castle Cathedral Temple Mosque Museum "
    "Canal Road Street Railway Station Airport Line Wall Leader Report Edict Diet Fire Plague Flood "
    "Expedition Exhibition"
)

LANDS = _words(
    "Saudi New South North East West Southern Northern Eastern Western Central Upper Lower San Santa Los "
    "Las Great Lake "
    "Mount Cape Port Fort River Gulf Strait Bay Sea Ocean Island Islands Isle Valley Mountains Desert Coast Peninsula "
    "City County State Province United Sri Costa Puerto Hong Arabia Kong Zealand Africa America Street"
)
"""Words of which a place's name of several words has one."""

PARTICLES = (
    r"(?:bin|ibn|bint|ben|von|van|der|den|de|da|di|del|della|du|la|le|el|al|y|zu|zur|ter|dos|das|of|of the|for|for the"
    r"|and the)"
)
"""Small words inside a name."""

NO_NAMES = _words(
    "I The A An In On At By For From To Of And But Or If As It He She They We You This That These Those There Here "
    "When While Where Who What Which Why How After Before Since Because Although Though During Under Over Between "
    "Among Through With Without Within Into Upon About Against Until Despite Unlike Like Such Some Many Most More "
    "Few Several All Both Each Every Any No Not Nor So Yet Thus Then Now Today Later Early Soon Once Only Even Also "
    "However Another Other Others One Two Three Four Five Six Seven Eight Nine Ten First Second Third Last Next Its "
    "His Her Their Our My Your Is Are Was Were Be Has Have Had Do Does Did Will Would Can Could May Might Must "
    "Should Let Its Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June "
    "July August September October November December Allies Figure Table Listing Appendix Volume Page Chapter "
    "Section Equation Note Example See English Mr Mrs Ms Dr Prof Sir Internet God Christian Catholic Muslim Jewish "
    "Earth Sun Moon"
)
"""Capitalised, and yet no names to ask for."""

_DEMONYM_ENDS = ("ian", "ean", "ish", "ese", "ani", "ali", "iti", "aqi", "emi", "aini")
_DEMONYMS = _words(
    "Shia Shiite Sunni Greek Swiss Saudi Dutch Arab Arabic Turk Czech Thai French German Roman American African "
    "Mexican Norman Islamic Arctic Germanic Slavic Catholic Welsh"
)


def is_demonym(word: str) -> bool:
    """Whether it is the adjective of a land or faith: capitalised, but nobody asks for it.

    >>> [is_demonym(word) for word in ("Bahraini", "Greeks", "Bahrain", "Ian")]
    [True, True, False, False]
    """
    one = word.removesuffix("s")
    return one in _DEMONYMS or word in _DEMONYMS or (one.endswith(_DEMONYM_ENDS) and len(one) > 4)
