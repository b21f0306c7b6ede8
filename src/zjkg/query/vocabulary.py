"""Terms of a query that no vocabulary has, and the terms that were probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from itertools import pairwise

from pyoxigraph import Literal, NamedNode, Store

from zjkg import vocab
from zjkg.errors import Bilingual
from zjkg.ids import TERMS
from zjkg.query.prefixes import PREFIXES
from zjkg.query.reader import node
from zjkg.query.tokens import Token, TokenKind, tokens

_SILENT = frozenset({TokenKind.COMMENT, TokenKind.SPACE})
_ALIKE = 0.6
_MOST = 3


def unknown_terms(store: Store, text: str) -> tuple[Bilingual, ...]:
    """One message for each term of a query that neither the ontology nor the data have.

    Terms under ``zj:`` are always told of, those of other vocabularies where one is spelled
    alike. What a ``CONSTRUCT`` makes may be called anything.
    """
    return tuple(
        message
        for iri in dict.fromkeys(_mentioned(text))
        if (message := _unknown(store, iri)) is not None
    )


def close_terms(store: Store, iri: str) -> tuple[str, ...]:
    """Prefixed names of the same vocabulary that resemble a term, the closest first."""
    prefix, local = _split(iri)
    if not prefix:
        return ()
    names = _declared(prefix)
    folded: dict[str, list[str]] = {}
    for name in names:
        folded.setdefault(_folded(name), []).append(name)
    # partOf before PartOf for partof: what is spelled like the term comes first.
    same = sorted(folded.get(_folded(local), []), key=lambda name: (name[0] != local[:1], name))
    sure = same or (_labelled(store, local) if prefix == "zj" else [])
    close = difflib.get_close_matches(_folded(local), sorted(folded), n=_MOST, cutoff=_ALIKE)
    found = sure or [name for key in close for name in sorted(folded[key])]
    return tuple(f"{prefix}:{name}" for name in found[:_MOST])


def unknown_prefix(text: str) -> tuple[str, tuple[str, ...]] | None:
    """The first prefix that a query neither declares nor may use undeclared, and those alike."""
    spoken = [token for token in tokens(text) if token.kind not in _SILENT]
    known = {*PREFIXES, *(name for name, _ in _declarations(spoken))}
    declared = {id(name) for word, name in pairwise(spoken) if word.text.upper() == "PREFIX"}
    for token in spoken:
        prefix = token.text.partition(":")[0]
        undeclared = token.kind is TokenKind.PREFIXED and id(token) not in declared
        if undeclared and prefix not in known:
            close = difflib.get_close_matches(prefix, sorted(known), n=_MOST, cutoff=_ALIKE)
            return prefix, tuple(close)
    return None


def _unknown(store: Store, iri: str) -> Bilingual | None:
    prefix, local = _split(iri)
    if not prefix or not local or _is_known(store, prefix, local, iri):
        return None
    close = close_terms(store, iri)
    if not close and prefix != "zj":
        return None
    return Bilingual(
        f"{prefix}:{local} is no term of the ontology"
        + (f"; did you mean {' or '.join(close)}?" if close else ""),
        f"本体中没有 {prefix}:{local}" + (f"；是否想用 {' 或 '.join(close)}？" if close else ""),
    )


def _is_known(store: Store, prefix: str, local: str, iri: str) -> bool:
    if local in _declared(prefix):
        return True
    term = NamedNode(iri)
    found = (
        store.quads_for_pattern(term, None, None, None),
        store.quads_for_pattern(None, term, None, None),
        store.quads_for_pattern(None, None, term, None),
    )
    return any(next(quads, None) is not None for quads in found)


def _declared(prefix: str) -> tuple[str, ...]:
    """The local names that the ontology declares or uses under a prefix."""
    holder = getattr(vocab, prefix.upper(), None)
    return tuple(sorted(name for name, term in vars(holder).items() if isinstance(term, NamedNode)))


def _labelled(store: Store, local: str) -> list[str]:
    """Terms of the ontology whose label, in either language, is the word."""
    found = []
    for quad in store.quads_for_pattern(None, node("rdfs:label"), None, None):
        term, label = quad.subject, quad.object
        if (
            isinstance(term, NamedNode)
            and term.value.startswith(TERMS)
            and isinstance(label, Literal)
            and _folded(label.value) == _folded(local)
        ):
            found.append(term.value.removeprefix(TERMS))
    return sorted(set(found))


def _folded(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))


def _split(iri: str) -> tuple[str, str]:
    """The known prefix and the local name of a term; empty where no vocabulary is known."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and hasattr(vocab, prefix.upper()):
            return prefix, iri.removeprefix(namespace)
    return "", ""


def _mentioned(text: str) -> Iterator[str]:
    """The IRIs of all names in a query, by its own prefixes and the known ones."""
    spoken = [token for token in tokens(text) if token.kind not in _SILENT]
    prefixes = dict(PREFIXES) | dict(_declarations(spoken))
    for token in _outside_templates(spoken):
        iri = _iri(token, prefixes)
        if iri is not None:
            yield iri


def _iri(token: Token, prefixes: Mapping[str, str]) -> str | None:
    iri = None
    if token.kind is TokenKind.IRI:
        iri = token.text[1:-1]
    elif token.kind is TokenKind.PREFIXED:
        prefix, _, local = token.text.rstrip(".").partition(":")
        iri = prefixes[prefix] + local if prefix in prefixes else None
    try:
        return NamedNode(iri).value if iri else None
    except ValueError:
        return None


def _declarations(spoken: list[Token]) -> Iterator[tuple[str, str]]:
    for word, name, iri in zip(spoken, spoken[1:], spoken[2:], strict=False):
        if word.text.upper() == "PREFIX" and iri.kind is TokenKind.IRI:
            yield name.text.removesuffix(":"), iri.text[1:-1]


def _outside_templates(spoken: list[Token]) -> Iterator[Token]:
    """The tokens without those between the braces after ``CONSTRUCT``."""
    depth, inside = 0, False
    for before, token in zip([None, *spoken], spoken, strict=False):
        if token.text == "{" and before is not None and before.text.upper() == "CONSTRUCT":
            inside = True
        depth += (token.text == "{") - (token.text == "}") if inside else 0
        if inside and depth == 0:
            inside = False
        elif not inside:
            yield token
