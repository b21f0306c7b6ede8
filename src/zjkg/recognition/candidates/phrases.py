"""English noun phrases that look like names, and the type that their head word bears."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zjkg.model import EntityType, Span
from zjkg.recognition.english_places import ENGLISH_PLACES
from zjkg.recognition.passage import Passage

_CORPORATE = (
    r"Inc\.?|Ltd\.?|LLC|LLP|Co\.?|Corp\.?|Corporation|Company|Limited|PLC|plc|AG|AB|SA|SE|NV|BV|"
    r"ASA|A/S|Oy|SpA|"
    r"KK|Pte|Pvt|Bhd|GmbH|Group|Holdings?|Pharma|Pharmaceuticals?|Therapeutics|Biosciences?|"
    r"Biologics|"
    r"Biotech|Biopharma|Biotechnology|Biotechnologies|Biopharmaceuticals?|Biosystems|Biomedical|"
    r"Biomedicals|Biologicals|Bio|Med|MedTech|BioMed|Biomed|Dx|Bioworks|Theranostics|"
    r"Medicines?|Medical|Medtech|Diagnostics|Genomics|Genetics|"
    r"Immunologics|"
    r"Oncology|Vaccines?|Sciences|Biolabs|Laboratories|Labs|Technologies|Robotics|Devices|"
    r"Instruments|"
    r"Systems|Ventures?|Capital|Partners|Bank|Securities|Investments?|Operations|Industries|"
    r"Imaging|Gene|Genes|Solutions|Antibodies|Economics|Advis[eo]rs|Advisory|Consulting|Properties|"
    r"Realty|Developments|Insurance|Equity|Nutrition|Therapies|Biotherapeutics|Bioscience|Bionics|"
    r"Immunotherapeutics|Immunotherapies|Neurotherapeutics|Radiopharma|Radiopharmaceuticals|Biochem|"
    r"Lifesciences|Ophthalmics|Orthop(?:a?e)dics|Peptides|Electronics|Materials|Semiconductors?|"
    r"Neurosciences?|Surgical|Healthcare|Chemicals?|Analytics|Informatics|Software|Logistics|Optics"
)
_ORGANIZATION = (
    _CORPORATE + r"|Institutes?|University|College|School|Academy|Hospital|Clinic|"
    r"Cent(?:er|re)|Laboratory|Lab|Alliance|Association|Society|Foundation|Funds?|Trust|"
    r"Administration|"
    r"Agency|Bureau|Commission|Committee|Council|Ministry|Department|Office|Authority|Government|"
    r"Federation|Union|Consortium|Board|Chamber|Secretariat|Directorate|Treasury|Customs|Registry|"
    r"News|Times|Post|Daily|Journal|Tribune|Herald|Gazette|Chronicle|Observer|Courier|Review|"
    r"Weekly|"
    r"Wire|Newswire|Press|Magazine|Incubator|Accelerator|Exchange|Network|Division|Faculty|Senate|"
    r"Embassy|Consulate|Parliament|Congregation|Organi[sz]ation|Institution|Service|Services|Club|"
    r"Enterprises?|Museum|Library|Studio|Bourse|Catapult|Ledger|Sentinel|Telegraph|Guardian|Dispatch|"
    r"Bulletin|Examiner|Echo|Mail"
)
_PARK = (
    r"Parks?|Zone|Valley|Base|Island|Bay|Port|Campus|Hub|Cluster|Village|Biopark|"
    r"Technopark|Quarter|Precinct|Biocluster|Bio-?[Pp]ark|Biocity|Bio-?[Tt]own|Bio-?[Hh]ub|"
    r"\w*[a-z]Park|\w*[a-z]Hub|Technopole|Technopolis|Harbou?r|Corridor|Bio-?[Vv]alley|Bio-?[Bb]ay|Bio-?[Hh]arbou?r|"
    r"Park City"
)
_EVENT = (
    r"Summit|Forum|Week|Days?|Evening|Conference|Expo|Exposition|Exhibition|Fair|Congress|"
    r"Symposium|"
    r"Convention|Meeting|Ceremony|Awards?|Gala|Roadshow|Roundtable|Dialogue|Festival|Hackathon|"
    r"Competition|Contest|Workshop|Showcase|Salon"
)
_POLICY = (
    r"Act|Regulations?|Measures|Guidelines?|Opinions|Outline|Rules|Provisions|Policy|Blueprint"
)
_PROJECT = r"Program(?:me)?|Initiative|Project|Plan|Report|Scheme|Campaign|Index Report|White Paper"
CORPORATE = re.compile(rf"(?:{_CORPORATE})")
_HEADS: tuple[tuple[EntityType, re.Pattern[str]], ...] = tuple(
    (entity_type, re.compile(rf"(?:{pattern})"))
    for entity_type, pattern in (
        (EntityType.INDEX, r"Index"),
        (EntityType.EVENT, _EVENT),
        (EntityType.ORGANIZATION, _ORGANIZATION),
        (EntityType.PARK, _PARK),
        (EntityType.POLICY, _POLICY),
        (EntityType.PROJECT, _PROJECT),
        (
            EntityType.PLACE,
            r"Area|Delta|Province|District|County|Prefecture|Peninsula|Region|Strait",
        ),
    )
)
_CAPITAL = re.compile(r"(?:[^\W\d_a-z]|[a-z][A-Z])[\w.&'’/-]*$|&$")
_COINED_STOP = re.compile(r"[a-z][A-Z\d]\.$")  # the stop of the sentence behind a coined word
_CORPORATE_TAIL = re.compile(r"(?:Inc|Ltd|LLC|Co|Corp|Company|Sons|Partners)\.?$")
_DOCUMENT = re.compile(_POLICY)
# Titles and posts in front of a name, and verbs of headlines after it, are no part of it.
TITLES = frozenset(
    "SOURCE Dr Dr. Mr Mr. Ms Ms. Mrs Mrs. Miss Prof Prof. Professor Sir Dame Lord Lady "
    "Baroness Chief Officer Deputy Vice Director "
    "Director-General Chairman Chairwoman Chairperson President CEO CFO COO CTO CMO Minister Mayor "
    "Secretary Founder Co-founder Manager Dean PhD Ph.D Ph.D. M.D. Academician Spokesman "
    "Spokesperson Governor Ambassador".split()
)
_HEADLINE_VERBS = frozenset(
    "Closes Opens Announces Signs Raises Launches Plans Joins Wins Gets Sets Unveils Moves Expands "
    "Completes Appoints Enters Receives Reports Begins Breaks Doses Presents Names Acquires Buys "
    "Builds Starts Seeks Eyes Adds Hires Files Lists Secures Establishes Inks Becomes".split()
)
OPENERS = frozenset(
    "Across Among Amid Beyond Besides Unlike Inside Outside Throughout Developer Brokerage"
    " Consultancy Drugmaker Startup Start-up Landlord Rival Rivals Regulator Chipmaker Competitor"
    " Supplier Shareholder Distributor Broker Toolmaker Former Councillor Legislator Lawmaker"
    " Senator".split()
)
"""Words that open a sentence before a name and are no part of it: Developer Alder has …."""
_LEFT_OUT = frozenset({"the", "a", "an", "its", "their", "this", "that"})
_TITLE_LINKS = frozenset({"for", "on", "of", "to", "in", "and"})
_PLANNING = frozenset({"Action", "Development", "Five-Year", "Master"})
_DEVELOPED = frozenset(
    {"Development", "Technology", "Innovation", "Demonstration", "Industrial", "Technological"}
    | {"Economic-Technological", "High-tech", "Hi-tech", "Pilot"}
)
_FIELDS = frozenset(
    {"Science", "Research", "Innovation", "Industry", "Health", "Food", "Commerce", "Trade"}
    | {"Development", "Education", "Culture", "Information", "Environment", "Medicine"}
    | {
        "Cell",
        "Gene",
        "Engineering",
        "Arts",
        "Pharmaceutical",
        "Life",
        "Biology",
        "Finance",
        "Investment",
        "Economic",
        "Technology",
    }
)
# Behind a possessive these are the rest of one name: Queen Edith's Hospital, King's College.
_POSSESSED = frozenset(
    "Hospital College School University Church Infirmary Government Congress Court Bank".split()
)
_SCIENCES = (
    "Science",
    "Tech",
    "Medical",
    "Health",
    "Bio",
    "Life",
    "Pharma",
    "Innovation",
    "Biomedical",
)
_FOR_WITHIN = 3
_MIN_PARK = 2
YEAR = re.compile(r"(?:19|20)\d\d$")


def phrases(passage: Passage) -> Iterator[Span]:
    """Runs of capitalized words, with of/for/and inside where a head asks for them."""
    count = len(passage.tokens)
    index = 0
    while index < count:
        if not _capitalized(passage, index):
            index += 1
            continue
        last = _phrase_end(passage, index)
        last += _SEAT_TOKENS if _seat(passage, last + 1) else 0
        end = passage.tokens[last].span.end
        stop = _COINED_STOP.search(passage.word(last)) is not None
        yield Span(passage.tokens[index].span.start, end - 1 if stop else end)
        index = last + 1


def _capitalized(passage: Passage, index: int) -> bool:
    word, tag = passage.word(index), passage.tokens[index].tag
    if word in TITLES or word in _HEADLINE_VERBS or (index == 0 and word in OPENERS):
        return False
    if word.lower() in _LEFT_OUT or tag in {"w", "r", "p", "v", "u"}:
        return False
    if word == "Executive" and passage.word(index - 1) == "Chief":
        return False
    return bool(_CAPITAL.match(word)) and (tag != "d" or index > 0)


def _phrase_end(passage: Passage, first: int) -> int:
    last, headed = first, bool(head_of(passage.word(first)))
    index = first + 1
    while index < len(passage.tokens):
        word = passage.word(index)
        following = index + 1 < len(passage.tokens)
        if _capitalized(passage, index) or (YEAR.match(word) and _event_before(passage, index)):
            last = index
            headed = headed or bool(head_of(word))
            index += 1
        elif following and _connects(passage, first, index, headed=headed):
            index += 1 if _capitalized(passage, index + 1) else 2
        elif following and _goes_on(passage, first, index):
            index += 2
        else:
            break
    return last


def _connects(passage: Passage, first: int, index: int, *, headed: bool) -> bool:
    """Whether a small word or mark stands inside the name that begins at ``first``."""
    word = passage.word(index)
    if word == "'":  # a plural's apostrophe: Tenants' Forum
        return passage.word(index - 1).endswith("s") and _capitalized(passage, index + 1)
    if word in {"'s", "’s", "("}:
        return _branch(passage, index) if word == "(" else _is_house(passage, index + 1)
    if word in {"of", "for"}:
        near = word == "of" or index - first <= _FOR_WITHIN
        seated = headed and near and _capitalized(passage, index + 1)
        return seated and not _is_seat(passage, index)
    if word in {"on", "to"}:
        document = _DOCUMENT.fullmatch(passage.word(index - 1))
        return document is not None and _capitalized(passage, index + 1)
    if word == "and":
        return _keeps_and(passage, first, index)
    listed = word == "," and _lists_fields(passage, first, index)
    return listed or (word in {",", "-"} and _tail(passage, index, word))


def _is_seat(passage: Passage, index: int) -> bool:
    """Whether ``of`` brings where a firm is: Alder Pharma *of Osaka*, not Bank of China."""
    firm = passage.word(index - 1)
    place = passage.word(index) == "of" and passage.word(index + 1) in ENGLISH_PLACES
    return place and firm != "Bank" and CORPORATE.fullmatch(firm) is not None


def _goes_on(passage: Passage, first: int, index: int) -> bool:
    """Whether a document's title goes on behind a preposition and an article.

    Measures for the Administration of …, Opinions on the Development of ….
    """
    if passage.word(index) not in _TITLE_LINKS or passage.word(index + 1) != "the":
        return False
    document = any(_DOCUMENT.fullmatch(passage.word(i)) for i in range(first, index))
    last = index + 2 >= len(passage.tokens)
    return document and not last and _capitalized(passage, index + 2)


def _lists_fields(passage: Passage, first: int, index: int) -> bool:
    """Whether a comma stands in a list of fields: Agency for Science, Technology and Research."""
    within = {passage.word(i) for i in range(first, index)}
    fields = passage.word(index - 1) in _FIELDS and passage.word(index + 1) in _FIELDS
    joined = index + 2 < len(passage.tokens) and passage.word(index + 2) in {",", "and"}
    return fields and joined and bool(within & {"of", "for"})


def _is_house(passage: Passage, index: int) -> bool:
    """Whether a word behind a possessive ends the name of a house: King's College."""
    unit = index + 1 < len(passage.tokens) and passage.word(index + 1) == "of"
    return passage.word(index) in _POSSESSED and not unit


def _branch(passage: Passage, index: int) -> bool:
    """Whether a bracket stands inside a firm's name: Acme Biopharma (Suzhou) Co., Ltd."""
    closing = index + 2
    return (
        closing + 1 < len(passage.tokens)
        and passage.word(closing) == ")"
        and bool(_CORPORATE_TAIL.match(passage.word(closing + 1)))
    )


def _seat(passage: Passage, index: int) -> bool:
    """Whether a bracket behind a firm holds the place of its branch: Acme Capital (Asia)."""
    if index + 2 >= len(passage.tokens) or passage.word(index + 2) != ")":
        return False
    firm = CORPORATE.fullmatch(passage.word(index - 1)) and passage.word(index) == "("
    place = passage.word(index + 1)
    return bool(firm) and (place in ENGLISH_PLACES or place in _CONTINENTS)


_SEAT_TOKENS = 3
_CONTINENTS = frozenset({"Asia", "Europe", "Africa", "Americas", "Pacific", "Asia-Pacific", "HK"})


def _tail(passage: Passage, index: int, word: str) -> bool:
    following = passage.word(index + 1)
    if word == ",":
        return bool(_CORPORATE_TAIL.match(following))
    touching = passage.tokens[index - 1].span.end == passage.tokens[index + 1].span.start - 1
    syntax = passage.tokens[index + 1].syntax
    if not touching or (syntax is not None and syntax.form == "VBN" and following.islower()):
        return False
    third = index + 2 < len(passage.tokens) and _capitalized(passage, index + 2)
    return third or _capitalized(passage, index + 1)


def _event_before(passage: Passage, index: int) -> bool:
    words = [passage.word(i) for i in range(max(0, index - 4), index)]
    return any(_HEADS[1][1].fullmatch(word) for word in words)


def _keeps_and(passage: Passage, first: int, index: int) -> bool:
    """'and' is inside a name after 'Institute of X', between fields of work, and before Co."""
    following = passage.word(index + 1)
    if _CORPORATE_TAIL.match(following):
        return True
    if not _capitalized(passage, index + 1):
        return False
    before = [passage.word(i) for i in range(first, index)]
    if before[-1] in _FIELDS:
        firm = len(before) > 1 and CORPORATE.fullmatch(before[-1])  # Acme Investment and Temasek
        if following in _FIELDS or not firm:
            return not _second_body(passage, before, index)
    linked = max((at for at, word in enumerate(before) if word in {"of", "for"}), default=None)
    if linked is None or " ".join(before[linked + 1 :]) in ENGLISH_PLACES:
        return False  # the University of Bergen and Acme
    return not _second_body(passage, before, index)


def _second_body(passage: Passage, before: list[str], index: int) -> bool:
    """Whether a second 'and' brings another body: … of Science and Arts and X University."""
    last = index + 1
    while last + 1 < len(passage.tokens) and _capitalized(passage, last + 1):
        last += 1
    own = last > index + 1 and head_of(passage.word(last)) is EntityType.ORGANIZATION
    return own and "and" in before


def phrase_type(words: list[str]) -> EntityType | None:
    """Of the last head; a head before of or for decides; an event may carry place and year."""
    if words[-1].startswith("(") and len(words) > _MIN_PARK:
        return phrase_type(words[:-1])
    if (found := _type_by_shape(words)) is not None:
        return found
    last = words[-1].rstrip(",")
    event = any(_HEADS[1][1].fullmatch(word) for word in words[1:])
    return (
        head_of(last)
        or (head_of(last.title()) if last.isupper() else None)
        or (EntityType.EVENT if event else None)
    )


def _type_by_shape(words: list[str]) -> EntityType | None:
    """What more than the last word tells: a plan, an office of, a building, a science city."""
    if "Plan" in words and _PLANNING.intersection(words):
        return EntityType.POLICY
    for index, word in enumerate(words[1:], 1):
        if word in ("of", "for", "on", "to") and (found := head_of(words[index - 1])):
            return found
    last = words[-1]
    zone = last in {"Area", "District", "Region"} and bool(_DEVELOPED.intersection(words))
    if words[0] == "Building" or zone or (last == "park" and len(words) > _MIN_PARK):
        return EntityType.PARK
    if "&" in words or (last == "Technology" and len(words) > _MIN_PARK and "and" not in words):
        return EntityType.ORGANIZATION
    if last == "City":
        science = words[-2].endswith(_SCIENCES)
        return EntityType.PARK if science else EntityType.PLACE
    return None


def head_of(word: str) -> EntityType | None:
    """The type that a single word bears as the head of a name."""
    for entity_type, pattern in _HEADS:
        if pattern.fullmatch(word):
            return entity_type
    return None
