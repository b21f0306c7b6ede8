"""Entities by their names, in any script: exact names, then beginnings, then single words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pyoxigraph import NamedNode, QuerySolutions, Store

from zjkg.errors import MessageLanguage
from zjkg.folding import search_key, simplified, spaced
from zjkg.ids import TERMS
from zjkg.query.found import FoundEntity, Match
from zjkg.query.labels import all_names, label_of
from zjkg.query.names import entities_named
from zjkg.query.prefixes import PREFIXES
from zjkg.query.reader import GraphReader
from zjkg.query.terms import search_terms
from zjkg.query.text_index import text_index

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
# The length of a key, then the key: of two things with a key alike, the shorter key is closer.
_Closeness = tuple[int, str]
_MENTIONS = """
SELECT (COUNT(DISTINCT ?mention) AS ?mentions) (COUNT(DISTINCT ?version) AS ?articles)
{{ GRAPH ?version {{ ?mention oa:hasBody {entity} }} }}
"""


def matching_entities(store: Store, words: str) -> dict[str, Match]:
    """The IRIs of all entities that match, the best first; ties go by the shortest key.

    Among things of exactly that name the more often mentioned come first.
    """
    key = search_key(words)
    if not key:
        return {}
    # A shape or a term of the ontology has a label too, and is nothing that articles name.
    things = [iri for iri in entities_named(store, words) if _type(store, iri)]
    named = sorted(things, key=lambda iri: (-mentions(store, iri)[0], iri))
    found = dict.fromkeys(named, Match.NAME)
    beginning = _nearest(text_index(store).keys_that(begin=key))
    for iri in _closest(beginning):
        found.setdefault(iri, Match.PREFIX)
    for iri in _closest(_holding(store, _parts(words))):
        found.setdefault(iri, Match.WORDS)
    if not found and _HAN.search(words):  # a name of several words, none of them apart
        for iri in _closest(_holding(store, _shortest(search_terms(words)))):
            found.setdefault(iri, Match.WORDS)
    return found


def found_entity(store: Store, iri: str, match: Match, lang: MessageLanguage) -> FoundEntity:
    """All that is shown of an entity."""
    label = label_of(store, iri, lang) or iri
    names = tuple(name for name in all_names(store, iri) if name != label)
    return FoundEntity(iri, match, _type(store, iri), label, names, *mentions(store, iri))


def mentions(store: Store, iri: str) -> tuple[int, int]:
    """How many mentions an entity has, and in how many articles."""
    [row] = _select(store, _MENTIONS.format(entity=NamedNode(iri)))
    return int(row["mentions"].value), int(row["articles"].value)


def _parts(words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(spaced(simplified(words)).split()))


def _shortest(terms: Sequence[str]) -> tuple[str, ...]:
    """The terms that hold no other: of 集团公司, 集团 and 公司 the last two."""
    return tuple(
        term for term in terms if not any(other != term and other in term for other in terms)
    )


def _holding(store: Store, parts: Sequence[str]) -> dict[str, _Closeness]:
    """The things with a key that holds all parts in Han, and one that holds all in letters.

    Han may stand anywhere in a key, letters where a word begins.
    """
    han = [part for part in parts if _HAN.search(part)]
    letters = [part for part in parts if not _HAN.search(part)]
    keys_that = text_index(store).keys_that
    found = [_nearest(keys_that(hold=han))] if han else []
    found += [_nearest(keys_that(hold_words=letters))] if letters else []
    first, *more = found or [{}]
    for other in more:
        first = {iri: max(first[iri], this) for iri, this in other.items() if iri in first}
    return first


def _nearest(keys: Iterable[tuple[str, str]]) -> dict[str, _Closeness]:
    """The things that have one of the keys, and how close the closest one is."""
    closest: dict[str, _Closeness] = {}
    for iri, key in keys:
        this = (len(key), key)
        closest[iri] = min(this, closest.get(iri, this))
    return closest


def _closest(found: dict[str, _Closeness]) -> list[str]:
    return sorted(found, key=lambda iri: (found[iri], iri))


def _type(store: Store, iri: str) -> str:
    classes = GraphReader(store).values(iri, "rdf:type")
    own = (name.removeprefix(TERMS) for name in classes if name.startswith(TERMS))
    return next((name for name in own if name != "Entity"), "")


def _select(store: Store, text: str) -> QuerySolutions:
    answer = store.query(text, prefixes=dict(PREFIXES), use_default_graph_as_union=True)
    if not isinstance(answer, QuerySolutions):
        raise TypeError(text)
    return answer
