"""English names: capitalized phrases by their head word, spaCy's labels, posts, drugs, lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from zjkg.model import EntityType, Span
from zjkg.recognition.candidates.phrases import YEAR, head_of, phrase_type, phrases
from zjkg.recognition.passage import Candidate, Passage
from zjkg.recognition.places import ENGLISH_PLACES

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
_SPEECH = frozenset(
    {"said", "says", "added", "adds", "told", "noted", "explained", "stated", "according"}
)
_POST = re.compile(
    r"(?:CEO|CFO|president|chairman|chairwoman|director(?: general)?|founder|co-founder|head|dean|"
    r"chief [a-z]+ officer|professor|vice president|general manager|deputy [a-z]+)"
    r"(?: and [a-z -]{3,30})? (?:of|at) (?:the )?"
)
_DRUG = re.compile(
    r"(?:drug|therapy|treatment|vaccine|antibody|platform|product|inhibitor)s?"
    r"(?: called| named| candidate)? $"
)
_BASED = re.compile(r"-based $")
_TWO_FIRMS = re.compile(r"( (?:Company|Inc\.?|Ltd\.?|Co\.?|Corp\.?|Group)) and (?=[A-Z])")
_OPENING = re.compile(r"(?:the|The|a|an|Dr\.?|Mr\.?|Ms\.?|Mrs\.?|Prof\.?|Professor)\s+")
_APPOSITION = re.compile(
    r", an? (?:[\w-]+ ){0,3}(?:inhibitor|drug|antibody|therapy|vaccine|treatment|medicine)\b"
)
_LIST_CUE = re.compile(
    r"(?:[Cc]ompanies|[Ff]irms|[Ee]nterprises|[Dd]rugmakers|[Mm]ultinationals|[Gg]iants|"
    r"[Bb]usinesses|[Ss]tartups)[^.;]{0,30}?(?:such as|including|include|like) "
)
_SEPARATORS = frozenset({"", ", ", " and ", ", and "})
_GOVERNMENT = re.compile(r" (?:municipal |provincial |city |district )?government\b")
_MAX_EXTENDED = 3
_MIN_WORDS = 2


def propose(passage: Passage) -> Iterator[Candidate]:
    """Names of an English sentence."""
    for span in phrases(passage):
        yield from _byhead_of(passage, span)
    for span, label in passage.names:
        if (entity_type := _LABELS.get(label)) is not None:
            for part in _split(passage, span):
                trimmed = _without_article(passage, part)
                yield Candidate(trimmed, _retype(passage, trimmed, entity_type), "tagger:spacy")
    yield from _in_context(passage)
    yield from _completed(passage)
    yield from _listed(passage)
    yield from _governments(passage)


def partial_names(passage: Passage, persons: Iterable[str]) -> Iterator[Candidate]:
    """A person's family or given name alone beside a verb of speech."""
    parts = {part for name in persons for part in (name.split()[0], name.split()[-1])}
    words = [passage.word(index) for index in range(len(passage.tokens))]
    for index, word in enumerate(words):
        around = words[max(0, index - 1) : index] + words[index + 1 : index + 2]
        if word in parts and _SPEECH.intersection(around):
            yield Candidate(passage.tokens[index].span, EntityType.PERSON, "partial-name")


def _byhead_of(passage: Passage, span: Span) -> Iterator[Candidate]:
    name = span.of(passage.text)
    words = name.split()
    if len(words) < _MIN_WORDS:
        if re.fullmatch(r"Bio[A-Z]+\w*", name):
            yield Candidate(span, EntityType.PARK, "pattern:english-park")
        return
    entity_type = phrase_type(words)
    if entity_type is None:
        return
    if entity_type is EntityType.INDEX and YEAR.match(words[0]):
        span = Span(span.start + len(words[0]) + 1, span.end)
    yield Candidate(span, entity_type, "pattern:english-head")


def _retype(passage: Passage, span: Span, entity_type: EntityType) -> EntityType:
    name = span.of(passage.text)
    if name in ENGLISH_PLACES:
        return EntityType.PLACE
    words = name.split()
    found = phrase_type(words) if len(words) > 1 else None
    return found or entity_type


def _split(passage: Passage, span: Span) -> list[Span]:
    """Two firms that the tagger took for one: X Company and Y."""
    if match := _TWO_FIRMS.search(passage.text, span.start, span.end):
        return [Span(span.start, match.end(1)), Span(match.end(), span.end)]
    return [span]


def _without_article(passage: Passage, span: Span) -> Span:
    """The name without a leading article and without 's at its end."""
    start, end = span.start, span.end
    name = span.of(passage.text)
    if match := _OPENING.match(name):
        start += match.end()
    if match := re.search(r"(?:['’]s?|[-–,]+)$", name):
        end = span.start + match.start()
    return Span(start, end)


def _listed(passage: Passage) -> Iterator[Candidate]:
    """Companies such as A, B and C."""
    for cue in _LIST_CUE.finditer(passage.text, passage.span.start, passage.span.end):
        end = cue.end()
        for span in phrases(passage):
            if span.start >= end and passage.text[end : span.start] in _SEPARATORS:
                yield Candidate(span, EntityType.ORGANIZATION, "list:head")
                end = span.end


def _governments(passage: Passage) -> Iterator[Candidate]:
    """A place and its government, written small."""
    for span in phrases(passage):
        if match := _GOVERNMENT.match(passage.text, span.end, passage.span.end):
            whole = Span(span.start, match.end())
            yield Candidate(whole, EntityType.ORGANIZATION, "pattern:english-head")


def _completed(passage: Passage) -> Iterator[Candidate]:
    """A firm of whose name the tagger saw only the first word."""
    starts = {span.start for span, label in passage.names if label == "ORG"}
    for span in phrases(passage):
        words = span.of(passage.text).split()
        if span.start in starts and len(words) <= _MAX_EXTENDED and not head_of(words[-1]):
            yield Candidate(span, EntityType.ORGANIZATION, "frame:completed")


def _in_context(passage: Passage) -> Iterator[Candidate]:
    for span in phrases(passage):
        before = passage.text[max(passage.span.start, span.start - 60) : span.start]
        name = span.of(passage.text)
        if _DRUG.search(before) or _APPOSITION.match(passage.text, span.end):
            yield Candidate(span, EntityType.PRODUCT, "frame:product")
        elif (match := _POST.search(before)) and match.end() == len(before):
            yield Candidate(span, EntityType.ORGANIZATION, "frame:employer")
        elif _BASED.search(before) and head_of(name.split()[-1]) is None:
            yield Candidate(span, EntityType.ORGANIZATION, "frame:based")
        if name in ENGLISH_PLACES:
            yield Candidate(span, EntityType.PLACE, "vocabulary:place")
