"""Search across scripts: entities by any of their names, and the sentences that speak of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pyoxigraph import Store

from zjkg.errors import Bilingual, MessageLanguage, QueryError
from zjkg.folding import search_key
from zjkg.query.entity_search import found_entity, matching_entities
from zjkg.query.found import FoundSentences, SearchAnswer, SearchKind
from zjkg.query.names import close_names
from zjkg.query.numbers import QuantityParser, plain_numbers
from zjkg.query.sentence_search import matching_sentences

Record = dict[str, str | int | None]


def search(  # noqa: PLR0913  # one for each choice of a person
    store: Store,
    words: str,
    *,
    kinds: Sequence[SearchKind] = tuple(SearchKind),
    limit: int = 20,
    lang: MessageLanguage = "en",
    parse_quantity: QuantityParser = plain_numbers,
) -> SearchAnswer:
    """What the words name or where they stand, whatever their script, case, width and spacing.

    Chinese names are also found by their pinyin, with or without spaces and tone marks, numbers in
    any writing (461亿元 by ``46.1 billion yuan``) as ``parse_quantity`` reads them. At most
    ``limit`` entities and as many sentences; ``lang`` chooses the labels.

    Raises:
        QueryError: if the words have no letter, digit or character to search for.
    """
    words = words.encode(errors="replace").decode()  # a command line may hold half characters
    if not search_key(words):
        raise _no_words(words)
    entities = matching_entities(store, words)
    wanted = entities if SearchKind.ENTITY in kinds else {}
    shown = tuple(
        found_entity(store, iri, match, lang) for iri, match in list(wanted.items())[:limit]
    )
    found = (
        matching_sentences(store, words, entities, limit, parse_quantity(words))
        if SearchKind.SENTENCE in kinds
        else FoundSentences()
    )
    nothing = not (wanted or found.total)
    close = close_names(store, words) if nothing else ()
    return SearchAnswer(words, shown, found.shown, len(wanted), found.total, close, found.looked_at)


def search_records(answer: SearchAnswer) -> Iterator[Record]:
    """The answer as flat objects, entities first; all have the same keys.

    ``hits`` holds offsets in the article's text: ``"12:15 20:22"``.
    """
    for entity in answer.entities:
        yield _record("entity", entity.match.value, entity.iri) | {
            "type": entity.type,
            "label": entity.label,
            "names": "; ".join(entity.names),
            "mentions": entity.mentions,
            "articles": entity.articles,
        }
    for sentence in answer.sentences:
        yield _record("sentence", sentence.match.value, sentence.version) | {
            "source": sentence.source,
            "published": sentence.published,
            "quote": sentence.text,
            "marked": sentence.marked,
            "start": sentence.start,
            "end": sentence.end,
            "hits": " ".join(f"{start}:{end}" for start, end in sentence.hits),
        }


def _record(kind: str, match: str, iri: str) -> Record:
    """A record with all keys, most of them still empty."""
    rest = "type label names mentions articles source published quote marked start end hits"
    return {"kind": kind, "match": match, "iri": iri} | dict.fromkeys(rest.split())


def _no_words(words: str) -> QueryError:
    return QueryError(
        Bilingual(f"there is nothing to search for in {words!r}", f"“{words}”中没有可检索的文字"),
        where="search",
        expected=Bilingual("a name or words of a sentence", "名称或句中文字"),
        next_step=Bilingual("for example: zjkg search Zhangjiang", "例如：zjkg search 张江"),
    )
