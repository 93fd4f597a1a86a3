"""Lands, with what gives them away: their capital, and words for their people that begin otherwise than their name."""

_LANDS = """
Afghanistan Kabul Afghan; Albania Tirana; Algeria Algiers; Angola Luanda; Argentina Buenos_Aires; Armenia Yerevan
Australia Canberra; Austria Vienna; Azerbaijan Baku; Bahrain Manama; Bangladesh Dhaka; Belarus Minsk; Belgium Brussels
Bolivia La_Paz; Brazil Brasília; Bulgaria Sofia; Cambodia Phnom_Penh Khmer; Canada Ottawa; Chile Santiago
China Beijing Peking Chinese; Colombia Bogotá; Croatia Zagreb; Cuba Havana; Cyprus Nicosia Cypriot; Czechia Prague
Denmark Copenhagen Danish Danes; Ecuador Quito; Egypt Cairo; England London English; Estonia Tallinn
Ethiopia Addis_Ababa; Finland Helsinki Finnish Finns; France Paris French; Georgia Tbilisi; Germany Berlin Bonn
Ghana Accra; Greece Athens Greek; Hungary Budapest; Iceland Reykjavík; India New_Delhi Delhi; Indonesia Jakarta
Iran Tehran Persian; Iraq Baghdad; Ireland Dublin Irish; Israel Jerusalem; Italy Rome; Jamaica Kingston; Japan Tokyo
Jordan Amman; Kazakhstan Astana; Kenya Nairobi; Kuwait Kuwait_City; Laos Vientiane; Latvia Riga; Lebanon Beirut
Libya Tripoli; Lithuania Vilnius; Luxembourg; Malaysia Kuala_Lumpur; Malta Valletta; Mexico Mexico_City
Moldova Chişinău; Mongolia Ulaanbaatar; Morocco Rabat; Mozambique Maputo; Myanmar Yangon Burmese; Nepal Kathmandu
Netherlands Amsterdam Hague Dutch; New_Zealand Wellington; Nigeria Abuja; North_Korea Pyongyang Korean; Norway Oslo
Oman Muscat; Pakistan Islamabad; Panama; Paraguay Asunción; Peru Lima; Philippines Manila Filipino
Poland Warsaw Polish Poles; Portugal Lisbon; Qatar Doha; Romania Bucharest; Russia Moscow Kremlin
Saudi_Arabia Riyadh Saudi; Scotland Edinburgh Scottish; Senegal Dakar; Serbia Belgrade; Singapore; Slovakia Bratislava
Slovenia Ljubljana; South_Africa Pretoria; South_Korea Seoul Korean; Spain Madrid Spanish; Sri_Lanka Colombo
Sudan Khartoum; Sweden Stockholm Swedish Swedes; Switzerland Bern Swiss; Syria Damascus; Taiwan Taipei; Tanzania Dodoma
Thailand Bangkok Thai; Tunisia Tunis; Turkey Ankara Turkish; Uganda Kampala; Ukraine Kyiv Kiev
United_Arab_Emirates Abu_Dhabi Emirati; United_Kingdom London British; United_States Washington American
Uruguay Montevideo; Uzbekistan Tashkent; Venezuela Caracas; Vietnam Hanoi; Wales Cardiff Welsh; Yemen Sanaa
Zambia Lusaka; Zimbabwe Harare
"""


def _table() -> dict[str, tuple[str, ...]]:
    rows = (entry.split() for line in _LANDS.strip().split("\n") for entry in line.split(";"))
    return {name.replace("_", " "): tuple(clue.replace("_", " ") for clue in clues) for name, *clues in rows}


CLUES = _table()
"""By the name of a land: what lets anybody guess it."""

LANDS_OF = {clue: land for land, clues in CLUES.items() for clue in clues[:1]}
"""By the name of a capital: its land, which lets anybody guess it."""
