"""The step as a whole: words, candidates, decision; models are loaded when first needed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import repeat

from zjkg.collecting import lasting
from zjkg.folding import simplified
from zjkg.model import (
    Article,
    Dropped,
    EntityType,
    LanguageTag,
    Recognition,
    Sentence,
    Span,
    Syntax,
    Token,
)
from zjkg.recognition.abbreviations import declarations
from zjkg.recognition.boundaries import refuse, repair
from zjkg.recognition.candidates import (
    backers,
    coined,
    english,
    frames,
    geography,
    heads,
    latin,
    lists,
    persons,
    products,
    quoted,
    short_firms,
    units,
)
from zjkg.recognition.compounds import split
from zjkg.recognition.decision import decide
from zjkg.recognition.derived import derived
from zjkg.recognition.familiar import glued
from zjkg.recognition.gazetteer import Gazetteer
from zjkg.recognition.joints import parted
from zjkg.recognition.passage import Candidate, Passage
from zjkg.recognition.places import PLACES
from zjkg.recognition.posts import may_hold_post
from zjkg.recognition.tagger.bilstm import BilstmTagger
from zjkg.recognition.tagger.english import EnglishTagger
from zjkg.recognition.tagger.lac import LacTagger, Word

_LAC = {"PER": EntityType.PERSON, "LOC": EntityType.PLACE, "ORG": EntityType.ORGANIZATION}
_BILSTM = {
    "person": EntityType.PERSON,
    "location": EntityType.PLACE,
    "org": EntityType.ORGANIZATION,
    "company": EntityType.ORGANIZATION,
}
_NOBODY = re.compile(
    "(?:报道|报導|報道|報導|综合|綜合|编辑部|編輯部|摄影|攝影|实习生|實習生|通讯员|通訊員)$"
)
Tagged = tuple[list[Word], list[Word], list[Syntax] | None]
_QUOTES = {"“": "”", "「": "」", "『": "』", "（": "）", "(": ")"}
_MARKS = re.compile(f'[{re.escape("".join((*_QUOTES, *_QUOTES.values())))}"]')


class Recognizer:
    """Finds words and names in articles; what it knows already are the names of a gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def recognize(self, articles: Sequence[Article]) -> list[Recognition]:
        """Words and names of each article; sentences of all articles share batches.

        Raises:
            ZjkgError: the converted Chinese model is missing from the installation.
        """
        folded = [simplified(article.text) for article in articles]
        passages = self._passages(articles, folded)
        return [
            self._article(article, text, found)
            for article, text, found in zip(articles, folded, passages, strict=True)
        ]

    def _passages(
        self, articles: Sequence[Article], folded: Sequence[str]
    ) -> list[tuple[Passage, ...]]:
        places = [
            (number, sentence) for number, a in enumerate(articles) for sentence in a.sentences
        ]
        texts = [sentence.span.of(folded[number]) for number, sentence in places]
        is_english = [sentence.language is LanguageTag.EN for _, sentence in places]
        words = self._tag(texts, is_english)
        passages: list[list[Passage]] = [[] for _ in articles]
        for (number, sentence), tagged in zip(places, words, strict=True):
            passages[number].append(_passage(folded[number], sentence, tagged))
        return [tuple(found) for found in passages]

    def _tag(self, texts: Sequence[str], is_english: Sequence[bool]) -> list[Tagged]:
        """Words and names of each sentence, from the taggers of its language."""
        chinese = [i for i, flag in enumerate(is_english) if not flag]
        foreign = [i for i, flag in enumerate(is_english) if flag]
        result: list[Tagged] = [([], [], None) for _ in texts]
        if chinese:
            sentences = [texts[i] for i in chinese]
            lac, bilstm = _lac().tag(sentences), _bilstm().tag(sentences)
            for index, words, names in zip(chinese, lac, bilstm, strict=True):
                result[index] = (list(parted(texts[index], words)), names, None)
        if foreign:
            tagged = _english().tag([texts[i] for i in foreign])
            for index, sentence in zip(foreign, tagged, strict=True):
                result[index] = (sentence.words, sentence.names, sentence.syntax)
        return result

    def _article(self, article: Article, text: str, passages: tuple[Passage, ...]) -> Recognition:
        known = list(self._known(text))
        known_places = _places(passages) | {
            c.span.of(text) for c in known if c.type is EntityType.PLACE
        }
        kept: list[Candidate] = []
        lost: list[Dropped] = []

        def collect(passage: Passage, found: Iterable[Candidate]) -> None:
            for candidate in found:
                for part in split(text, candidate) if passage.chinese else (candidate,):
                    result = repair(passage, part, known_places)
                    if isinstance(result, Dropped):
                        lost.append(result)
                    else:
                        kept.append(result)

        by_sentence = _by_sentence(passages, [*known, *_credited(article)])
        for passage, given in zip(passages, by_sentence, strict=True):
            first = len(kept)
            collect(passage, given)
            collect(passage, _proposals(passage))
            if passage.chinese:
                collect(passage, lists.propose(passage, kept[first:]))
        kept.extend(derived(text, kept, known_places))
        kept.extend(short_firms.propose(text, kept))
        for whole, name in glued(text, kept).items():
            kept.remove(whole)
            lost.append(refuse("glued-words", name))
        declared = list(declarations(text, kept))
        kept.extend(declaration.candidate() for declaration in declared)
        persons = {c.span.of(text) for c in kept if c.type is EntityType.PERSON}
        full_names = sorted(name for name in persons if " " in name)
        for passage in passages:
            if not passage.chinese:
                kept.extend(english.partial_names(passage, full_names))
        decision = decide(text, kept, passages)
        spans = {mention.span for mention in decision.mentions}
        return Recognition(
            tokens=tuple(passage.tokens for passage in passages),
            mentions=decision.mentions,
            abbreviations=tuple(
                declaration.abbreviation
                for declaration in declared
                if declaration.abbreviation.long in spans
                and declaration.abbreviation.short in spans
            ),
            dropped=_distinct([*lost, *decision.dropped], spans),
        )

    def _known(self, text: str) -> Iterator[Candidate]:
        for span, entity_type in self._gazetteer.find(text):
            yield Candidate(span, entity_type, "gazetteer")


@cache
def _lac() -> LacTagger:
    """That of this process: whatever is known already, the models are the same."""
    return lasting(LacTagger())


@cache
def _bilstm() -> BilstmTagger:
    return lasting(BilstmTagger())


@cache
def _english() -> EnglishTagger:
    return lasting(EnglishTagger())


def _passage(text: str, sentence: Sentence, tagged: Tagged) -> Passage:
    base = sentence.span.start
    words, names, syntax = tagged
    tokens = tuple(
        Token(Span(base + start, base + end), tag, each)
        for (start, end, tag), each in zip(words, syntax or repeat(None, len(words)), strict=True)
    )
    chinese = sentence.language is not LanguageTag.EN
    return Passage(
        text=text,
        span=sentence.span,
        chinese=chinese,
        tokens=tokens,
        starts=tuple(token.span.start for token in tokens),
        names=tuple((Span(base + start, base + end), label) for start, end, label in names),
        quoted=_quoted(text, sentence.span),
        posts=chinese and may_hold_post(sentence.span.of(text)),
    )


def _quoted(text: str, span: Span) -> tuple[Span, ...]:
    """What stands between quotation marks or brackets inside the sentence."""
    found, opened = [], list[tuple[str, int]]()
    for mark in _MARKS.finditer(text, span.start, span.end):
        char, position = mark[0], mark.start()
        if char in _QUOTES:
            opened.append((_QUOTES[char], position + 1))
        elif char == '"' and not (opened and opened[-1][0] == '"'):
            opened.append(('"', position + 1))
        elif opened and char == opened[-1][0]:
            found.append(Span(opened.pop()[1], position))
    return tuple(sorted(found))


def _proposals(passage: Passage) -> Iterator[Candidate]:
    if not passage.chinese:
        yield from english.propose(passage)
        return
    for token in passage.tokens:
        if token.tag in _LAC:
            yield Candidate(token.span, _LAC[token.tag], "tagger:lac")
    for span, label in passage.names:
        if label in _BILSTM:
            yield Candidate(span, _BILSTM[label], "tagger:bilstm")
    yield from geography.propose(passage)
    yield from geography.parks(passage)
    yield from frames.geographic(passage)
    yield from heads.propose(passage)
    yield from coined.propose(passage)
    yield from quoted.propose(passage)
    yield from frames.propose(passage)
    yield from persons.propose(passage)
    yield from products.propose(passage)
    yield from latin.propose(passage)
    yield from units.propose(passage)
    yield from backers.propose(passage)


def _places(passages: Iterable[Passage]) -> frozenset[str]:
    """Words that the article uses mostly as places, and those that everybody knows as such."""
    counts: Counter[str] = Counter()
    for passage in passages:
        for token in passage.tokens:
            if token.tag in {"LOC", "PER", "ORG", "nz"}:
                counts[token.span.of(passage.text)] += 1 if token.tag == "LOC" else -1
    return PLACES | {word for word, balance in counts.items() if balance > 0}


def _credited(article: Article) -> Iterator[Candidate]:
    """Reporters, their organizations and the publisher, as the article's metadata names them."""
    for credit in article.credits:
        if not _NOBODY.search(credit.name.of(article.text)):
            yield Candidate(credit.name, EntityType.PERSON, "byline")
        if credit.organization is not None:
            yield Candidate(credit.organization, EntityType.ORGANIZATION, "byline")
    if article.publisher is not None:
        yield Candidate(article.publisher, EntityType.ORGANIZATION, "byline")


def _by_sentence(
    passages: Sequence[Passage], candidates: Iterable[Candidate]
) -> list[list[Candidate]]:
    """Candidates by the sentence that holds them; those across sentences are left out."""
    found: list[list[Candidate]] = [[] for _ in passages]
    starts = {passage.span.start: index for index, passage in enumerate(passages)}
    ordered = sorted(starts)
    position = 0
    for candidate in sorted(candidates):
        while position + 1 < len(ordered) and ordered[position + 1] <= candidate.span.start:
            position += 1
        if ordered and passages[starts[ordered[position]]].span.covers(candidate.span):
            found[starts[ordered[position]]].append(candidate)
    return found


def _distinct(records: Iterable[Dropped], kept: set[Span]) -> tuple[Dropped, ...]:
    """Each refusal once, and none for a span that other evidence has made a name."""
    unique = {(record.span, record.rule): record for record in records if record.span not in kept}
    return tuple(unique[key] for key in sorted(unique))
