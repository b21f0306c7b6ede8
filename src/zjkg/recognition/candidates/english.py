"""English names: capitalized phrases by their head word, spaCy's labels, posts, drugs, lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from zjkg.model import EntityType, Span
from zjkg.recognition.candidates import actors, codes, context, person_names, portfolios
from zjkg.recognition.candidates.given_names import GIVEN_NAMES
from zjkg.recognition.candidates.phrases import (
    CORPORATE,
    OPENERS,
    TITLES,
    YEAR,
    head_of,
    phrase_type,
    phrases,
)
from zjkg.recognition.english_organizations import KNOWN_ORGANIZATION
from zjkg.recognition.english_places import ENGLISH_PLACES
from zjkg.recognition.passage import Candidate, Passage

_LABELS = {
    "PERSON": EntityType.PERSON,
    "ORG": EntityType.ORGANIZATION,
    "GPE": EntityType.PLACE,
    "LOC": EntityType.PLACE,
    "FAC": EntityType.PLACE,
    "EVENT": EntityType.EVENT,
    "PRODUCT": EntityType.PRODUCT,
    "LAW": EntityType.POLICY,
}
# What the tagger takes people for whose names it has never seen.
_MISTAKEN = frozenset({EntityType.PLACE, EntityType.PRODUCT, EntityType.EVENT})
_TWO_FIRMS = re.compile(rf"( (?:{CORPORATE.pattern})) and (?=[A-Z])(?!{CORPORATE.pattern}\b)")
_OFFICES = ("Department", "Ministry", "Bureau", "Committee", "Commission", "Council", "Association")
_ARTICLE = re.compile(r"(?:^|\n|[,|/] ?| for )(The )\Z", re.MULTILINE)
_OPENING = re.compile(r"(?:the|The|a|an|Dr\.?|Mr\.?|Ms\.?|Mrs\.?|Prof\.?|Professor)\s+")
_LIST_CUE = re.compile(
    r"\b(?:backers|investors|shareholders|partners|tenants|rivals|customers|clients) (?=[A-Z])|"
    r"(?:[Cc]ompanies|[Ff]irms|[Ee]nterprises|[Dd]rugmakers|[Mm]ultinationals|[Gg]iants|"
    r"[Bb]usinesses|[Ss]tartups)[^.;]{0,30}?(?:such as|including|include|like) "
)
_SEPARATORS = frozenset({"", ", ", " and ", ", and "})
_GOVERNMENT = re.compile(
    r" (?:(?:municipal |provincial |city |district )?government|stock exchange)\b"
)
_POSSESSIVE = re.compile(
    r"(.+?)['’]s? (?!(?:Hospital|College|School|University|Church|Infirmary|Government|Congress)\Z)"
    r"((?:[A-Z].*)? ?[A-Z].*)"
)
_UNIT_OF = re.compile(
    r"(?:[Tt]he )?((?:[A-Z][\w-]+ ){0,3}(?:Office|Department|Bureau|"
    r"Division|School|Faculty|Centre|Center|Institute|Laboratory|College|Clinic)"
    r"(?: (?:of|for) [A-Z]\w+(?: [A-Z]\w+)?)?) of (?:the )?"
    r"((?:Ministry|University|Government|Department|National|Chinese) .+|Agency(?: .+)?"
    r"|(?:[A-Z][\w-]+ ){1,3}(?:University|Academy|Administration|Commission))"
)
_UNIT_AT = re.compile(
    r"(?:[Tt]he )?((?:[A-Z][\w-]+ ){0,3}(?:Office|Department|Division|School|Faculty|Cent(?:er|re)"
    r"|Institute|Laboratory|College)(?: (?:of|for) .+?)?) at (?:the )?([A-Z].+)"
)
_APPROVAL_FOR = re.compile(r"(.+ (?:Administration|Agency|Authority)) for ([A-Z].+)")
_CLASS = re.compile(
    r"(?:Phase|Series|Class|Type|Level|Grade|Round|Stage|Tier|Category|Article|Chapter|Table|"
    r"Figure|Part|"
    r"Chapter|Pre-)[ -](?:[IVX]+|\d+[A-Z]?|[A-Z])(?:[a-z/ -].*)?|[A-Z]{3}(?=$)(?<=CHF|SGD|HKD|USD|"
    r"EUR|GBP|CNY|RMB|"
    r"TWD|JPY|SEK|NOK|DKK|KRW|INR|CAD|AUD)|Rs|NT|HK|S|A|CAR-T|CEO|R&D|AI|IPO|GDP|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Media|South|North|East|West|"
    r"(?:PRESS|MEDIA|NEWS) RELEASE|(?:Press|Media|News) Release|Venture|Seed|Angel|Analysts|"
    r"Investors|Company|Group|Board|Bank|Fund|Hospital|University|Agency|Ministry|Commission|"
    r"Government|Party|"
    r"Act|Plan|Program|Programme|Project|Series(?:[ -][A-Z]\+?)?|Round|Agreement|Offering|"
    r"Transaction|"
    r"Mainland|Chinese|Mainland Chinese|Biotech|Biomedicine|Covid|COVID|M\.D\.|Ph\.D\.?|"
    r"(?:French|German|British|American|Japanese|Korean|Swiss|Swedish|Danish|Dutch|Indian|Italian|"
    r"Spanish|Nordic|Scandinavian|Norwegian|Finnish|Belgian|Irish|Scottish|Welsh|Israeli|Australian|Canadian|Singaporean|European|Asian|Taiwanese|Malaysian)s?|"
    r"(?:Reporting |Review |Relevant )?(?:Period|Year)|Business Review|"
    r"Financial (?:Review|Highlights)|(?:Board of )?Directors|Shareholders|Upfront|"
    r"CE(?: [Mm]ark)?|Purchaser|Vendor|Licen[cs](?:or|ee)|Prospectus|Placing|Subscription|Listing|"
    r"January|February|March|April|May|June|July|August|September|October|November|December"
)
_PARTIAL_BEFORE = re.compile(
    r"(?:\b(?:Dr|Mr|Ms|Mrs|Prof|Professor|Sir)\.?|\b(?:said|says|added|adds|explained|noted|"
    r"told)) $"
)
_PARTIAL_AFTER = re.compile(
    r",? (?:said|says|added|adds|told|noted|explained|stated|joked|warned|recalled|argued|believes|"
    r"thinks|expects|hopes|laughed|conceded|stressed)\b"
)
_CODED = re.compile(r"[A-Z][A-Za-z]{0,7}-?\d[\w-]* (?=[a-z])")
_POSTED = re.compile(
    r"^.*\b(?:CEO|CFO|COO|CTO|CMO|President|Chairman|Chairwoman|Director|Director-General|"
    r"Professor|Officer|SOURCE|Dame|Sir|Lord|Lady|"
    r"Dr\.?|Mr\.?|Ms\.?|Mrs\.?|Minister|Mayor|Founder|Secretary|Manager|Dean|"
    r"Councillor|Legislator|Lawmaker|Senator|Former)\s+(?=[A-Z])"
)
_WIRE = re.compile(
    r"(?<=/)([A-Z][\w. ]{2,40})(?=/ ?(?:--|[-–—]))|(?<=\()([A-Z]\w+)(?=\) ?(?:--|[-–—]))"
)
_MAINLAND = re.compile(r"\b(?:[Mm]ainland China|Chinese mainland)\b")
# A place before the first word of the news: WUHAN - Drug developers ….
_DATELINE = re.compile(r"([A-Z][A-Z ]+)\s+[-–—]{1,2}\s")
# A dateline or a date that the tagger left on a name: … on Feb 18.
_DATED = re.compile(
    r" on (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*\b.*$"
)
# A possessive, a dash, or the stop of the sentence that the tagger left on a coined word.
_TAIL = re.compile(r"(?:['’]s?|[-–,]+|(?<=[a-z][A-Z])\.|(?<=[a-z]\d)\.)$")
_BRANCH = re.compile(
    r"[A-Z]\w+(?: [A-Z]\w+)* (?:UK|US|USA|China|Asia|Europe|Japan|India|Asia-Pacific)"
)
_EDITION = re.compile(r"\b(?:(?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th)) $")
_YEARS = re.compile(r" \((?:19|20)\d\d ?[-–—] ?(?:19|20)\d\d\)")
_PARK_WORD = re.compile(
    r"Bio[A-Z]+\w*|Bio(?:lake|polis|bay|park|town|city|hub|island|valley|port|village|campus|"
    r"cluster|quarter|harbou?r|square|garden)"
)
# An outlet before what it reported: Xyz reported last month that ….
_REPORTED = re.compile(
    r" (?:first )?(?:reported|reports) "
    r"(?:last|this|earlier|on|in [A-Z]|that|citing|yesterday|today)\b"
)
# Stems of international nonproprietary names, which are written small: zelomab, vexotinib.
_SUBSTANCE = re.compile(
    r"\b[a-z]{3,}(?:mab|[tl]inib|sertib|lisib|rafenib|degib|glutide|siran|oxaban|ciclib|parib|gliptin|gliflozin|ercept|limus|prazole|sartan|statin|"
    r"zomib|leucel|fusp)\b"
)
# A department written small, where somebody has a post in it: head of the oncology division.
_NO_FIELD = r"(?:company|firm|group|new|own|local|whole|entire|regional|main)\b"
_DEPARTMENT = re.compile(
    rf"\b(?:{context.POST_WORDS}) (?:of|at|in|with) "
    r"(?:(?:the|its|our|their) |(?:the )?[\w ]{2,30}['’]s )"
    rf"(?P<name>(?:(?!{_NO_FIELD})[a-z-]{{4,}} ){{1,2}}?"
    r"(?:department|division|bureau|faculty|office|panel)"
    r"|(?:department|division|faculty|school) of [a-z]{5,}(?: (?:and )?[a-z]{5,}(?=[ ,.]))?)\b"
    r"(?! (?:building|tower|space|block|manager|head|director))"
)
_OF_CITY = re.compile(
    r"(?P<firm>[A-Z][\w&-]+(?: [A-Z][\w&-]+)?) of (?P<city>[A-Z]\w+(?: [A-Z]\w+)?)"
)
_NO_FIRMS = frozenset(
    "University Bank City Port House Board Bay Gulf Isle Republic Duke Duchess Earl Bishop Church"
    " College School Institute Academy Government Museum Tower Bridge Treaty Battle State Province"
    " County District Town Municipality Kingdom Archdiocese Chamber Royal Mayor Governor Ministry"
    " Department Office Bureau Federation Association Society League Union Court Assembly".split()
)
_PHASE = re.compile(r"[IVX]{1,4}|\d|One|Two|Three|Four")
_SMALL = 3
_HEADLINE = 4
_MIN_WORDS = 2


def propose(passage: Passage) -> Iterator[Candidate]:
    """Names of an English sentence."""
    offices = portfolios.portfolios(passage)
    found = [
        _with_article(passage, part)
        for span in phrases(passage)
        for whole in portfolios.without(offices, span, passage.text)
        for part in _unit_and_whole(passage, whole)
    ]
    for span in found:
        if _is_name(span.of(passage.text)):
            yield from _by_head(passage, span)
    tagged = list(_tagged(passage, offices))
    yield from tagged
    for span in sorted({*found, *(candidate.span for candidate in tagged)}):
        yield from _in_context(passage, span)
    yield from _completed(passage, found)
    yield from codes.propose(passage)
    for match in _WIRE.finditer(passage.text, passage.span.start, passage.span.end):
        yield Candidate(Span(*match.span()), EntityType.ORGANIZATION, "frame:outlet")
    for match in _SUBSTANCE.finditer(passage.text, passage.span.start, passage.span.end):
        yield Candidate(Span(*match.span()), EntityType.PRODUCT, "pattern:substance")
    yield from _known(passage)
    yield from _listed(passage, found)
    yield from _written_small(passage, found)
    for match in _DEPARTMENT.finditer(passage.text, passage.span.start, passage.span.end):
        yield Candidate(Span(*match.span("name")), EntityType.ORGANIZATION, "pattern:english-head")


def _known(passage: Passage) -> Iterator[Candidate]:
    for match in _MAINLAND.finditer(passage.text, passage.span.start, passage.span.end):
        yield Candidate(Span(*match.span()), EntityType.PLACE, "vocabulary:place")
    for match in KNOWN_ORGANIZATION.finditer(passage.text, passage.span.start, passage.span.end):
        yield Candidate(Span(*match.span()), EntityType.ORGANIZATION, "vocabulary:agency")


def _with_article(passage: Passage, span: Span) -> Span:
    """An outlet in a by-line with the article of its name: The Thames Ledger."""
    article = _ARTICLE.search(passage.text, passage.span.start, span.start)
    if article is None or passage.sentence.endswith((".", "!", "?", ":")):
        return span
    last = passage.text[span.start : span.end].split()[-1]
    outlet = span.end == passage.span.end and head_of(last) is EntityType.ORGANIZATION
    return Span(article.start(1), span.end) if outlet else span


def _tagged(passage: Passage, offices: list[Span]) -> Iterator[Candidate]:
    """The tagger's names with clean edges; none of a headline in title case."""
    if _title_case(passage):
        return
    for span, label in passage.names:
        if (entity_type := _LABELS.get(label)) is None:
            continue
        for part in _parts(passage, _before_verb(passage, span), offices):
            trimmed = _without_article(passage, part)
            if _is_name(trimmed.of(passage.text)) and not _is_common(passage, trimmed):
                kind = _retype(passage, trimmed, entity_type)
                if offices and part != span and context.person_like(trimmed.of(passage.text)):
                    kind = EntityType.PERSON
                yield Candidate(trimmed, kind, "tagger:spacy")


def _in_context(passage: Passage, span: Span) -> Iterator[Candidate]:
    name = span.of(passage.text)
    if _is_name(name):
        yield from context.propose(passage, span)
        if phrase_type(name.split()) is None:
            yield from person_names.propose(passage, span)
            yield from actors.propose(passage, span)
    money = passage.text.startswith(("$", " dollar"), span.end)
    if " " not in name and _REPORTED.match(passage.text, span.end, passage.span.end):
        yield Candidate(span, EntityType.ORGANIZATION, "frame:outlet")
    known = name in ENGLISH_PLACES or (name.isupper() and name.title() in ENGLISH_PLACES)
    if known and not money:
        yield Candidate(span, EntityType.PLACE, "vocabulary:place")


def _completed(passage: Passage, found: list[Span]) -> Iterator[Candidate]:
    """A firm of whose name the tagger saw only a part."""
    edges = {
        edge for span, label in passage.names if label == "ORG" for edge in (span.start, span.end)
    }
    whole = {span for span, _ in passage.names}
    for span in found:
        if not _is_name(span.of(passage.text)) or _two_firms(passage, span):
            continue
        if span not in whole and edges.intersection((span.start, span.end)):
            yield Candidate(span, EntityType.ORGANIZATION, "frame:completed")


def partial_names(passage: Passage, persons: Iterable[str]) -> Iterator[Candidate]:
    """A person's family or given name alone after Mr or beside a verb of speech."""
    parts = {part for name in persons for part in (name.split()[0], name.split()[-1])}
    for token in passage.tokens:
        if token.span.of(passage.text) in parts and (
            _PARTIAL_BEFORE.search(passage.text, passage.span.start, token.span.start)
            or _PARTIAL_AFTER.match(passage.text, token.span.end, passage.span.end)
        ):
            yield Candidate(token.span, EntityType.PERSON, "partial-name")


def _by_head(passage: Passage, span: Span) -> Iterator[Candidate]:
    name = span.of(passage.text)
    words = name.split()
    if len(words) < _MIN_WORDS:
        if _PARK_WORD.fullmatch(name):
            yield Candidate(span, EntityType.PARK, "pattern:english-park")
        return
    if len(words) > _MIN_WORDS and words[-2] == "Phase":
        park = head_of(words[-3]) is EntityType.PARK or _PARK_WORD.fullmatch(words[-3])
        if park and _PHASE.fullmatch(words[-1]):  # a stage of a park
            yield Candidate(span, EntityType.PARK, "pattern:english-park")
            return
    entity_type = phrase_type(words)
    if entity_type is None:
        if _BRANCH.fullmatch(name) and words[0] not in ENGLISH_PLACES:
            yield Candidate(span, EntityType.ORGANIZATION, "pattern:branch")
        return
    if entity_type is EntityType.INDEX and YEAR.match(words[0]):
        span = Span(span.start + len(words[0]) + 1, span.end)
    elif entity_type is EntityType.EVENT:
        edition = _EDITION.search(passage.text, passage.span.start, span.start)
        span = Span(edition.start() if edition else span.start, span.end)
    elif years := _YEARS.match(passage.text, span.end, passage.span.end):
        span = Span(span.start, years.end())
    yield Candidate(span, entity_type, "pattern:english-head")


def _retype(passage: Passage, span: Span, entity_type: EntityType) -> EntityType:
    name = span.of(passage.text)
    if name in ENGLISH_PLACES:
        return EntityType.PLACE
    words = name.split()
    found = phrase_type(words) if len(words) > 1 else None
    if found is None and entity_type in _MISTAKEN and context.person_like(name):
        return EntityType.PERSON if words[0] in GIVEN_NAMES else entity_type
    return found or entity_type


def _two_firms(passage: Passage, span: Span) -> re.Match[str] | None:
    """Where a firm's name ends inside a span that another one ends: X Capital and Y."""
    if passage.text.endswith(_OFFICES, span.start, span.end):
        return None
    return _TWO_FIRMS.search(passage.text, span.start, span.end)


def _parts(passage: Passage, span: Span, offices: list[Span]) -> list[Span]:
    """What the tagger took for one: X Company and Y; X University's Department; Office of the X."""
    if match := _two_firms(passage, span):
        return [Span(span.start, match.end(1)), Span(match.end(), span.end)]
    if match := _DATELINE.match(passage.text, span.start, span.end):
        return [Span(*match.span(1))]
    if (match := _OF_CITY.fullmatch(passage.text, span.start, span.end)) and _is_of_city(match):
        return [Span(*match.span("firm")), Span(*match.span("city"))]
    for pattern in (_POSSESSIVE, _UNIT_AT, _UNIT_OF, _APPROVAL_FOR):
        if match := pattern.fullmatch(passage.text, span.start, span.end):
            return [Span(*match.span(1)), Span(*match.span(2))]
    return list(portfolios.without(offices, span, passage.text))


def _unit_and_whole(passage: Passage, span: Span) -> list[Span]:
    """A unit with the body it is of: Eye Center of X University."""
    match = _UNIT_OF.fullmatch(passage.text, span.start, span.end)
    return [Span(*match.span(1)), Span(*match.span(2))] if match else [span]


def _is_of_city(match: re.Match[str]) -> bool:
    """Whether a firm is told by its city: Medlux of Oslo, not the University of Oslo."""
    words = match["firm"].split()
    return match["city"] in ENGLISH_PLACES and _NO_FIRMS.isdisjoint(words)


def _is_common(passage: Passage, span: Span) -> bool:
    """Whether a sentence begins with a common noun in the plural: Vacancies have climbed."""
    first = passage.token_from(span.start)
    if first or not passage.tokens or span.end != passage.tokens[0].span.end:
        return False
    syntax = passage.tokens[0].syntax
    return syntax is not None and syntax.form == "NNS"


def _before_verb(passage: Passage, span: Span) -> Span:
    """What the tagger took for a name, up to a verb in it: Elvia Medical | entered China."""
    first = passage.token_from(span.start)
    for index in range(first + 1, passage.token_from(span.end)):
        syntax = passage.tokens[index].syntax
        finite = syntax is not None and syntax.form in ("VBD", "VBZ", "VBP", "MD")
        if finite and passage.word(index).islower():
            return Span(span.start, passage.tokens[index - 1].span.end)
    return span


def _title_case(passage: Passage) -> bool:
    """Whether nearly every word of a headline is capitalized: no tagger knows the names then."""
    words = [passage.word(index) for index in range(len(passage.tokens))]
    long = [word for word in words if len(word) > _SMALL and word.isalpha()]
    small = sum(word.islower() for word in long)
    return len(long) >= _HEADLINE and not small and words[-1] != "."


def _is_name(name: str) -> bool:
    """Whether a phrase has a capital and is no class: Phase II, Series B, the “Group”."""
    name = name.strip("\"'“”‘’")
    return (
        any(char.isupper() for char in name)
        and not _CLASS.fullmatch(name)
        and name not in TITLES  # Founder and chairman Li Wei: a post opens the sentence
        and not codes.is_class(name)
        and not _CODED.match(name)
        and "$" not in name
    )


def _without_article(passage: Passage, span: Span) -> Span:
    """The name without a leading article and without 's at its end."""
    start, end = span.start, span.end
    name = span.of(passage.text)
    first, _, rest = name.partition(" ")
    if start == passage.span.start and first in OPENERS and rest[:1].isupper():
        start, name = start + len(first) + 1, rest
    if match := _POSTED.match(name) or _OPENING.match(name):
        start += match.end()
    if match := _DATED.search(name) or _TAIL.search(name):
        end = span.end - len(name) + match.start()
    return Span(start, end)


def _listed(passage: Passage, found: list[Span]) -> Iterator[Candidate]:
    """Companies such as A, B and C."""
    for cue in _LIST_CUE.finditer(passage.text, passage.span.start, passage.span.end):
        end = cue.end()
        for span in found:
            if span.start >= end and passage.text[end : span.start] in _SEPARATORS:
                yield Candidate(span, EntityType.ORGANIZATION, "list:head")
                end = span.end


def _written_small(passage: Passage, found: list[Span]) -> Iterator[Candidate]:
    """A place and its government or stock exchange, written small."""
    for span in found:
        if match := _GOVERNMENT.match(passage.text, span.end, passage.span.end):
            whole = Span(span.start, match.end())
            yield Candidate(whole, EntityType.ORGANIZATION, "pattern:english-head")
