"""What the words around an English name say about its type: titles, posts, class nouns, verbs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zjkg.model import EntityType, Span
from zjkg.patterns import compiled
from zjkg.recognition.candidates.phrases import CORPORATE, head_of
from zjkg.recognition.passage import Candidate, Passage

POST_WORDS = (
    r"chief executive(?: officer)?|chief [a-z]+ officer|chief scientist|CEO|CFO|COO|CTO|CMO|CSO|"
    r"president|chair(?:man|woman|person)?|chairs|vice[- ]president|managing director|"
    r"directors?(?:[- ]general)?|founders?|co-?founders?|head|deputy head|dean|professor|"
    r"general manager|manager|secretary(?:[- ]general)?|minister|mayor|governor|partner|analyst|"
    r"scientist|researcher|spokes(?:man|woman|person)|reporter|editor|correspondent|fellow|"
    r"lecturer|"
    r"ambassador|consul(?: general)?|commissioner|chancellor|provost|adviser|advisor|economist|"
    r"physician|surgeon|engineer|lawyer|entrepreneur|investigator|official|vice-?mayor|chief|"
    r"rector|principal|academician|inventor|[a-z]+ologist|[a-z]+iatrist|[a-z]+icist|chemist|treasurer|"
    r"statistician|pharmacist|nurse|clinician|banker|veteran|graduate|resident|technician|columnist|"
    r"councill?or|lawmaker|senator|architect|designer|postdoc|alumnus"
)
FIRM_WORDS = (
    r"company|firm|start-?up|group|maker|manufacturer|developer|subsidiary|unit|provider|operator|"
    r"supplier|biotech|drugmaker|toolmaker|giant|conglomerate|contractor|consultancy|consultant|"
    r"regulator|agency|association|alliance|institute|institution|university|college|hospital|"
    r"clinic|bank|fund|investor|body|authority|charity|foundation|outlet|newspaper|broadcaster|"
    r"publisher|landlord|owner|brokerage|broker|incubator|accelerator|spin-?off|spin-?out|venture|"
    r"partnership|organi[sz]ation|council|bureau|ministry|department|academy|laboratory|centre|"
    r"center|retailer|distributor|builder|producer|insurer|bourse|exchange|think[- ]tank|agent|"
    r"multinational|business|enterprise|unicorn|non-?profit|CRO|CDMO|CMO|arm|affiliate|"
    r"pharma|player|tenant|occupant|rival|competitor|peer|newcomer|neighbou?r|franchise|society|union|federation|committee|commission|watchdog|shareholder"
)
_PARK_WORDS = (
    r"park|hub|cluster|campus|zone|district|science city|base|complex|precinct|estate|valley|"
    r"development|building|tower|site|corridor"
)
_PRODUCT_WORDS = (
    r"drug|therapy|therapies|treatment|vaccine|antibody|platform|product|inhibitor|kit|device|test|"
    r"assay|system|candidate|medicine|software|robot|tool|scanner|app|molecule|compound|injection|"
    r"spray|shot|jab|ointment|(?:surgical|robotic|robot) arm|stapler|bandage|eye drops?|"
    r"tablet|pill|biosimilar|implant|stent|sensor|sequencer|valve|agonist|antagonist|conjugate|"
    r"endoscope|scope|laser|monitor|pump|catheter|lens|probe|imager|gel|vector|filler|dressing|"
    r"meter|"
    r"wearable|panel|reagent|supplement|serum|syringe|exoskeleton|ventilator|oximeter|stethoscope|"
    r"switch|technology|technique|formulation|biologic|peptide|enzyme|hormone|antibiotic|painkiller|tracer|"
    r"radiotracer|chatbot|algorithm|database|"
    r"chip|model|instrument|capsule|series|tube|needle|microneedle|microscope|patch|inhaler|cream|blockbuster|analyser|analyzer"
)
_EVENT_WORDS = (
    r"conference|forum|summit|meeting|symposium|exhibition|expo|fair|gathering|event|week"
)
_PROJECT_WORDS = r"programme|program|project|scheme|initiative|campaign|study|survey"
_POLICY_WORDS = r"policy|plan|law|regulation|blueprint|guideline|directive|rules"
_PLACE_WORDS = (
    r"city|town|suburb|village|county|province|island|state|neighbou?rhood|country|municipality|"
    r"prefecture|port city|capital|borough|township"
)
_SPEECH = (
    r"said|says|added|adds|told|noted|notes|explained|explains|stated|joked|recalled|warned|argued|"
    r"acknowledged|conceded|remarked|insisted|wrote|commented|quipped|stressed|pointed"
)
_VERBS = (
    r"announced|announces|plans|signed|signs|raised|raises|acquired|acquires|bought|buys|employs|"
    r"hired|hires|makes|sells|develops|launched|launches|unveiled|unveils|partnered|partners|moved|"
    r"expects|posted|reported|filed|owns|operates|received|secured|completed|agreed|leased|leases|"
    r"licensed|licenses|invested|invests|regulates|listed|went public|trades|rose|fell|supplies|"
    r"manufactures|cleared|approved|is building|is developing|is investing|is putting|is expanding|"
    r"will (?:open|build|invest|move|add|develop|spend|use|take|provide|launch|pay|set up|lease)"
)
_NOUNS: tuple[tuple[EntityType, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"(?:.*[\s-])?(?:{words})s?", re.DOTALL))
    for kind, words in (
        (EntityType.PERSON, POST_WORDS),
        (EntityType.ORGANIZATION, FIRM_WORDS),
        (EntityType.PARK, _PARK_WORDS),
        (EntityType.PRODUCT, _PRODUCT_WORDS),
        (EntityType.EVENT, _EVENT_WORDS),
        (EntityType.PROJECT, _PROJECT_WORDS),
        (EntityType.PLACE, _PLACE_WORDS),
        (EntityType.POLICY, _POLICY_WORDS),
    )
)
_APPOSITION = re.compile(
    r", (?:(?:which|who) (?:is|was) |now |then |also |formerly )?"
    r"(?:the |an? |another |fellow |its |one of |"
    r"(?:(?!\bof\b)[\w .-])+['’]s? )?"  # an owner; “director of the zone's …” is none
    r"(?P<noun>[\w][\w /-]{1,60}?)"
    r"(?= (?:of|that|which|who|whose|in|at|for|with|on|from|to|by|and|behind|within|near|based|"
    r"run|owned|backed|"
    r"it|they|he|she|we|founded|listed|developed|made|designed|used|given|approved|sold|jointly|now|already|set|"
    r"which|under)\b|[,.;:()–—]|$)"
)
_MAKING = re.compile(
    r", (?:an? )(?:[\w-]+ ){0,3}?(?:designer|architect|engineer|investigator|inventor|partner"
    r"|manager|resident|veteran) of\b"
)
"""What a company is as well as a person: ``Tarnwick, a designer of peptide drugs``."""
_TITLE = re.compile(
    r"\b(?:Dr|Mr|Ms|Mrs|Miss|Prof|Professor|Sir|Dame|Madam|Madame|Datuk|Academician)\.? $"
)
_POST_BEFORE = re.compile(rf"\b(?:{POST_WORDS}),? $", re.IGNORECASE)
_KIND_BEFORE = re.compile(
    rf"\b(?:(?P<firm>{FIRM_WORDS})|(?P<product>{_PRODUCT_WORDS})|(?P<park>{_PARK_WORDS}))"
    r"(?: (?:for|against|of) [a-z][a-z -]{2,40},)?"
    r"(?:,? (?:called|named|dubbed|known as|candidate))?,? $"
)
_KIND_AFTER = re.compile(
    rf" (?:(?:(?!(?:of|for|in|on|to|the|an?|and|or|with|from|by|at|as|is|was|are|will|has"
    rf"|that|which|made|rose"
    rf"|fell)\b)[a-z][\w-]* ){{0,2}}(?P<product>{_PRODUCT_WORDS})(?! (?:maker|developer"
    rf"|compan|firm|"
    rf"manufactur|"
    r"industr|sector|research|market|business|start|group|discovery|development|production))|"
    rf"(?P<project>{_PROJECT_WORDS})|"
    rf"(?P<place>district|city|province|county|region|suburb|prefecture|municipality|peninsula))\b"
)
_BY = re.compile(r"^\W*By $")
_SAID_BEFORE = re.compile(rf"\b(?:{_SPEECH}) $")
_SAID_AFTER = re.compile(rf",? (?:also |has |had )?(?:{_SPEECH})\b")
_WHO = re.compile(r", (?:who\b|\d{2},|PhD\b|MD\b|M\.D\.|Ph\.D)")
_PART_OF = re.compile(r", (?:part|a unit|an arm|a subsidiary|a member) of\b")
_BASED = re.compile(r"(?:-based|-backed|-listed|-headquartered|-owned) (?:[a-z-]+ ){0,2}$")
_OWNER = re.compile(
    rf"['’]s? (?:[\w-]+ ){{0,3}}?(?:{POST_WORDS}|shares|revenue|headquarters|workforce)\b"
)
_VERB = re.compile(rf" (?:has |have |also |then |had |recently |later |now )?(?:{_VERBS})\b")
_PART = re.compile(
    r"\b(?:subsidiary|unit|division|arm|part|spin-?off|acquisition|shares|owner|parent|takeover|"
    r"backer|maker) "
    r"(?:of|in|by) (?:the )?$|\b(?:acquired by|bought by|backed by|led by|owned by|founded by|"
    r"supplied by|"
    r"listed on|listed in|traded on|shares on|joint venture with|partnership with|deal with|"
    r"agreement with|licen[cs]ed (?:from|to)|compiled by|published by|commissioned by|"
    r"[Aa]ccording to|analysts? at|analyst with|bank) (?:the )?$"
)
_EMPLOYER = compiled(
    rf"\b(?:{POST_WORDS})(?: and [a-z -]{{3,30}})? (?:of|at|for) (?:the )?$", re.IGNORECASE
)
_PLACE_BEFORE = re.compile(
    r"\b(?:city|town|district|province|county|state|suburb|island|village|region|port|capital|"
    r"outskirts|edge|south|north|east|west|shores) of $|\b(?:near|outside|headquartered in|based "
    r"in|"
    r"offices? in|plants? in|factory in|sites? in|labs? in|hospitals? in|born in|centre in|center "
    r"in|campus in|Hospital in|University in|College in|Centre in|Center in|Park in)"
    r"(?: [A-Z]\w+(?:, [A-Z]\w+)*,? and)? $"
)
_IN = re.compile(r"(?<!confidence) in $")
_SOLD = re.compile(
    r",? (?:which is |now |jointly )?(?:sold|marketed|made|manufactured|distributed) by "
    r"(?:the )?[A-Z]"
)
_INVESTED = re.compile(
    r"\b(?:invest(?:s|ed|ing|ments?|ors?)?|stakes?|shares|interests?|shareholders?)"
    r"(?: (?:of )?(?:an? )?(?:[A-Z]{0,3}[$€£¥])?[\d.,]+(?: ?(?:million|billion|m|bn))?"
    r"(?: (?:yuan|euros|dollars|francs|won|yen))?)? in (?:the )?$"
)
_DATELINE = re.compile(
    r"(?:, [A-Z][\w.]+(?: [A-Z]\w+)?)?,? ?(?:\(|--|[–—] |[A-Z][a-z]{2,8}\.? \d{1,2}\b)"
)
_STATE_AFTER = re.compile(r", (?:[A-Z]\.[A-Z]\.|[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:,| \(| –| —| -)")
_WINDOW = 80
_INSTITUTION = re.compile(
    r"\b(?:University|College|Hospital|Institute|School|Academy|Agency|Bureau|Commission|Committee"
    r"|Council|Ministry|Department|Administration|Authority|Association|Society|Foundation|Park|Campus"
    r"|Centre|Center|Laboratory|Clinic|Therapy|Gene|Therapeutics|Pharma|Biotech)\b"
)
_SITE_BEFORE = re.compile(
    r"\b(?:based|headquartered|located|tenants?|space|laborator(?:y|ies)|offices?|labs?"
    r"|housed) (?:at|on|within)"
    r" (?:the )?$|\b(?:tenants?|resident|occupant|landlord|operator) of (?:the )?$"
)


def propose(passage: Passage, span: Span) -> Iterator[Candidate]:
    """The types that the context of a name speaks for."""
    text, limit = passage.text, passage.span.end
    before = text[max(passage.span.start, span.start - _WINDOW) : span.start]
    name = span.of(text)
    if _SOLD.match(text, span.end, limit) and not institutional(name):
        yield Candidate(span, EntityType.PRODUCT, "context:apposition")
    if (kind := apposition(text, span.end, limit)) is not None:
        bodily = kind is EntityType.PARK and CORPORATE.fullmatch(name.split()[-1])
        if bodily or (kind is EntityType.PERSON and institutional(name)):
            kind = EntityType.ORGANIZATION
        if kind is EntityType.PERSON and (
            (not name.replace(" ", "").isalpha() and "&" in name)
            or (" " not in name and _MAKING.match(text, span.end, limit))
        ):
            kind = EntityType.ORGANIZATION
        yield Candidate(span, kind, "context:apposition")
    yield from _before(span, name, before)
    yield from _after(passage, span, name)


def apposition(text: str, start: int, limit: int) -> EntityType | None:
    """The type that the noun phrase after a name's comma gives: , a maker of …; , its CEO."""
    if _PART_OF.match(text, start, limit):
        return EntityType.ORGANIZATION
    match = _APPOSITION.match(text, start, limit)
    if match is None:
        return None
    noun = match.group("noun")
    return next((kind for kind, pattern in _NOUNS if pattern.fullmatch(noun)), None)


def person_like(name: str) -> bool:
    """Whether a name has the shape of a person's: two to four capitalized words of letters."""
    words = name.split()
    return (
        not institutional(name)
        and len(words) in range(2, 5)
        and all(
            word[0].isupper() and word.replace("-", "").replace(".", "").replace("'", "").isalpha()
            for word in words
        )
    )


def institutional(name: str) -> bool:
    """Whether a name has a word for an institution in it: no person's has."""
    return _INSTITUTION.search(name) is not None


def _before(span: Span, name: str, before: str) -> Iterator[Candidate]:
    if (_TITLE.search(before) or _BY.search(before)) and not institutional(name):
        yield Candidate(span, EntityType.PERSON, "context:title")
    if person_like(name):
        if _POST_BEFORE.search(before):
            yield Candidate(span, EntityType.PERSON, "context:post")
        if _SAID_BEFORE.search(before):
            yield Candidate(span, EntityType.PERSON, "context:speech")
    if match := _KIND_BEFORE.search(before):
        kinds = {
            "firm": EntityType.ORGANIZATION,
            "product": EntityType.PRODUCT,
            "park": EntityType.PARK,
        }
        yield Candidate(span, kinds[match.lastgroup or "firm"], "context:class-noun")
    if head_of(name.rsplit(maxsplit=1)[-1]) is not EntityType.PARK:
        yield from _placed(span, name, before)


def _placed(span: Span, name: str, before: str) -> Iterator[Candidate]:
    """What the words before a name say of where somebody is or works."""
    if _EMPLOYER.search(before) or _PART.search(before):
        yield Candidate(span, EntityType.ORGANIZATION, "context:employer")
    if _BASED.search(before):
        yield Candidate(span, EntityType.ORGANIZATION, "context:based")
    if _SITE_BEFORE.search(before) and not institutional(name):
        yield Candidate(span, EntityType.PARK, "context:site")
    if _PLACE_BEFORE.search(before):
        yield Candidate(span, EntityType.PLACE, "context:place")
    elif _INVESTED.search(before):
        yield Candidate(span, EntityType.ORGANIZATION, "context:employer")
    elif _IN.search(before):
        yield Candidate(span, EntityType.PLACE, "context:in")


def _after(passage: Passage, span: Span, name: str) -> Iterator[Candidate]:
    text, end, limit = passage.text, span.end, passage.span.end
    if text.startswith("-based", end):
        yield Candidate(span, EntityType.PLACE, "context:place")
    if _WHO.match(text, end, limit) and person_like(name):
        yield Candidate(span, EntityType.PERSON, "context:apposition")
    if _SAID_AFTER.match(text, end, limit) and person_like(name):
        yield Candidate(span, EntityType.PERSON, "context:said")
    if _OWNER.match(text, end, limit) or _VERB.match(text, end, limit):
        yield Candidate(span, EntityType.ORGANIZATION, "context:agent")
    if match := _KIND_AFTER.match(text, end, limit):
        kinds = {
            "product": EntityType.PRODUCT,
            "project": EntityType.PROJECT,
            "place": EntityType.PLACE,
        }
        yield Candidate(span, kinds[match.lastgroup or "place"], "context:kind")
    opens = not text[passage.span.start : span.start].strip(" *_")
    if opens and name.isupper() and _DATELINE.match(text, end, limit):
        yield Candidate(span, EntityType.PLACE, "context:place")
    elif _STATE_AFTER.match(text, end, limit) and len(name.split()) <= _SHORT_PLACE:
        yield Candidate(span, EntityType.PLACE, "context:in")
    alone = passage.sentence.strip(" *_\n") == name
    if alone and name.isupper() and person_like(name):
        yield Candidate(span, EntityType.PERSON, "context:speech")


_SHORT_PLACE = 2
