"""A store or a server, opened for a Python program."""

from __future__ import annotations

import warnings
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import TYPE_CHECKING, Any, Self, cast

from pyoxigraph import NamedNode, Store

from zjkg.api.claims import typed_claim
from zjkg.api.records import Article, Claim, Conflict, Corroboration, Entity, Evidence, Scalar
from zjkg.errors import Bilingual, QueryError
from zjkg.query import ProvenanceAnswer, Unread, entities_named, library, provenance, records, run
from zjkg.settings import Settings
from zjkg.store import GraphStore, RemoteGraph, is_url

if TYPE_CHECKING:  # both take more than 130 ms to import and many programs do without them
    import networkx as nx
    import rdflib

_CLAIMS = """
SELECT ?claim ?property ?value WHERE {{
  {chosen}
  GRAPH ?version {{ ?claim a zj:Claim ; ?property ?value }}
}}"""
_PLACES = """
SELECT ?place ?source ?quote ?start ?end WHERE {{
  {chosen}
  GRAPH ?version {{
    ?place oa:hasSource ?version ; oa:hasSelector ?quoted , ?placed .
    ?quoted oa:exact ?quote .
    ?placed oa:start ?start ; oa:end ?end .
    ?version a zj:ArticleVersion ; zj:source ?source .
  }}
}}"""
# From so many claims on it is cheaper to read all places at once.
_FEW = 500
_CONFLICTS = """
SELECT DISTINCT ?conflict ?type ?first ?second ?en ?zh WHERE {
  GRAPH ?g {
    ?conflict a zj:Contradiction ; zj:conflictType ?type ; zj:first ?first ; zj:second ?second .
    OPTIONAL { ?conflict zj:reason ?en FILTER(LANGMATCHES(LANG(?en), "en")) }
    OPTIONAL { ?conflict zj:reason ?zh FILTER(LANGMATCHES(LANG(?zh), "zh")) }
  }
} ORDER BY ?type ?first ?second"""
_CORROBORATIONS = """
SELECT DISTINCT ?group ?claim ?mentions ?articles ?origins WHERE {
  GRAPH ?g {
    ?group a zj:Corroboration ; zj:claim ?claim ; zj:mentionCount ?mentions ;
           zj:articleCount ?articles ; zj:originCount ?origins .
  }
} ORDER BY ?group ?claim"""
_ARTICLES = """
SELECT ?version ?source ?headline ?published ?language WHERE {
  GRAPH ?version {
    ?version a zj:ArticleVersion ; zj:source ?source ; prov:specializationOf ?article .
    OPTIONAL { ?article schema:headline ?headline }
    OPTIONAL { ?article zj:issuedLocal ?published }
    OPTIONAL { ?article dcterms:language ?language }
  }
} ORDER BY ?source"""

_Places = dict[str, Evidence]


class PartialAnswerWarning(UserWarning):
    """That a named query read some portions of a large store; ``unread`` says which, and the rest.

    ``unread.following`` is the value of ``portions`` that goes on, None at the end.
    """

    def __init__(self, unread: Unread) -> None:
        super().__init__(unread.words.en)
        self.unread = unread


class Graph:
    """The graph of a store folder or of a SPARQL 1.1 server; read-only, a context manager.

    Every answer is in a fixed order. A graph shows what was there when it was opened.
    """

    def __init__(self, engine: Store, owner: GraphStore | RemoteGraph) -> None:
        self._engine = engine
        self._owner = owner
        self._places: _Places | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the store or the connection."""
        self._owner.close()

    def articles(self) -> list[Article]:
        """The articles, by source."""
        return [
            Article(
                row["version"],
                row["source"],
                row["headline"],
                row["published"],
                row["language"] or "",
            )
            for row in self.rows(_ARTICLES)
        ]

    def entities(self, type: str | None = None) -> list[Entity]:  # noqa: A002  # the column's name
        """The entities that articles mention, by IRI; of one type such as ``"Park"`` if given."""
        by_iri: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in self.rows("entities", portions="all"):
            if type in {None, row["type"]}:
                by_iri[row["entity"]].append(row)
        return [_entity(iri, rows) for iri, rows in sorted(by_iri.items())]

    def find(self, name: str) -> list[Entity]:
        """The entities of that name, in any script, width, case and spacing; or of that IRI."""
        wanted = {name, *entities_named(self._engine, name)}
        return [each for each in self.entities() if each.iri in wanted]

    def claims(self, kind: str | None = None, *, about: str | None = None) -> list[Claim]:
        """The claims, by source and place.

        Args:
            kind: a class such as ``"Observation"``, ``"Role"``, ``"Relation"``, ``"Quotation"``.
            about: the IRI of an entity that the claim has as a value (or its speaker).
        """
        if about is None:
            return self._claims("", kind)
        node = _node(about)
        return self._claims(
            f"VALUES ?about {{ {node} }} GRAPH ?version {{ ?claim ?any ?about }}", kind
        )

    def claim(self, iri: str) -> Claim | None:
        """The claim of that IRI, or None."""
        return next(iter(self._claims_of([iri]).values()), None)

    def evidence(self, iri: str) -> Evidence | None:
        """The sentence of a claim, or None where there is no such claim."""
        found = self.claim(iri)
        return found.evidence if found else None

    def conflicts(self) -> list[Conflict]:
        """Contradictions with both claims, by type."""
        rows = self.rows(_CONFLICTS)
        claims = self._claims_of(row[side] for row in rows for side in ("first", "second"))
        return [
            Conflict(
                row["type"],
                claims[row["first"]],
                claims[row["second"]],
                row["en"] or "",
                row["zh"] or "",
            )
            for row in rows
            if row["first"] in claims and row["second"] in claims
        ]

    def corroborations(self) -> list[Corroboration]:
        """Groups of claims that say the same."""
        rows = self.rows(_CORROBORATIONS)
        claims = self._claims_of(row["claim"] for row in rows)
        groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in rows:
            groups[row["group"]].append(row)
        return [
            Corroboration(
                tuple(claims[row["claim"]] for row in group if row["claim"] in claims),
                group[0]["mentions"],
                group[0]["articles"],
                group[0]["origins"],
            )
            for _, group in sorted(groups.items())
        ]

    def provenance(self, thing: str, *, limit: int = 50) -> ProvenanceAnswer:
        """Where it says so: for an entity's name, a claim's IRI, a number, or words."""
        from zjkg.measurement import read_quantities

        return provenance(self._engine, thing, limit=limit, parse_quantity=read_quantities)

    def rows(self, query: str, **parameters: str) -> list[dict[str, Any]]:
        """The rows of a named query or of SPARQL, for ``pandas.DataFrame(rows)`` and the like.

        Numbers are ``int`` or ``Decimal``, IRIs and texts ``str``, what is unbound None. Of a large
        store a named query reads the first portions, and warns; ``portions="all"`` reads it whole.

        Warns:
            PartialAnswerWarning: if the rows are those of some portions; it tells how to go on.

        Raises:
            QueryError: if the query is malformed, not allowed, or a parameter does not suit.
        """
        result = run(self._engine, library().get(query, query), parameters)
        if result.unread:
            warnings.warn(PartialAnswerWarning(result.unread), stacklevel=2)
        return list(records(result))

    def dataset(self) -> rdflib.Dataset:
        """The quads as an ``rdflib.Dataset``, read-only; those of a server are copied first."""
        if isinstance(self._owner, GraphStore):
            return self._owner.dataset()
        from zjkg.store.rdflib_view import read_only_dataset

        copy = Store()
        copy.extend(self._owner)
        return read_only_dataset(copy)

    def networkx(self, view: str = "entities") -> nx.MultiDiGraph[str]:
        """A view of ``zjkg export`` as a networkx graph: nodes by IRI, columns as attributes.

        Raises:
            ExportError: if there is no view of that name.
        """
        from zjkg.export import build_view

        return build_view(self._engine, view).graph()

    def _claims_of(self, iris: Iterable[str]) -> dict[str, Claim]:
        listed = " ".join(str(_node(iri)) for iri in sorted(set(iris)))
        found = self._claims(f"VALUES ?claim {{ {listed} }}") if listed else []
        return {claim.iri: claim for claim in found}

    def _claims(self, chosen: str, kind: str | None = None) -> list[Claim]:
        values: dict[str, dict[str, set[Scalar]]] = defaultdict(lambda: defaultdict(set))
        for row in self.rows(_CLAIMS.format(chosen=chosen)):
            local = row["property"].rpartition("#")[2].rpartition("/")[2]
            values[row["claim"]][local].add(row["value"])
        places = self._places_of(values)
        claims = (
            typed_claim(
                iri,
                MappingProxyType({k: tuple(sorted(v, key=str)) for k, v in sorted(each.items())}),
                places,
            )
            for iri, each in values.items()
        )
        kept = (claim for claim in claims if claim and kind in {None, claim.kind})
        return sorted(kept, key=lambda each: (each.evidence.source, each.evidence.start, each.iri))

    def _places_of(self, claims: Mapping[str, Mapping[str, Iterable[Scalar]]]) -> _Places:
        """Where the claims stand: of a few claims their own places, else all places."""
        if self._places is not None:
            return self._places
        if len(claims) >= _FEW:
            self._places = self._read_places("")
            return self._places
        nodes = {
            str(_node(str(place)))
            for values in claims.values()
            for name in ("evidence", "focus")
            for place in values.get(name, ())
        }
        listed = " ".join(sorted(nodes))
        return self._read_places(f"VALUES ?place {{ {listed} }}") if nodes else {}

    def _read_places(self, chosen: str) -> _Places:
        return {
            row["place"]: Evidence(row["source"], row["quote"], row["start"], row["end"])
            for row in self.rows(_PLACES.format(chosen=chosen))
        }


def open_graph(store: str | Path | None = None) -> Graph:
    """Opens a store folder (default: ``ZJKG_STORE``, else ``store``) or the URL of a server.

    Raises:
        StoreError: if there is no store or server there, or it holds nothing of zjkg.
        SettingsError: if the URL is unusable.
    """
    if isinstance(store, str) and is_url(store):
        remote = RemoteGraph.open(store)
        # The steps read a server through the same few methods as the embedded engine.
        return Graph(cast("Store", remote), remote)
    local = GraphStore.open(Settings.from_environment(store=Path(store) if store else None).store)
    return Graph(local.searchable, local)


def _node(iri: str) -> NamedNode:
    try:
        return NamedNode(iri)
    except ValueError as error:
        raise QueryError(
            Bilingual(f"{iri!r} is no IRI", f"{iri!r} 不是 IRI"),
            where=iri,
            expected=Bilingual(
                "the IRI of a record, such as claim.iri", "记录的 IRI，例如 claim.iri"
            ),
            next_step=Bilingual(
                "find entities by name with Graph.find", "按名称查找实体请用 Graph.find"
            ),
        ) from error


def _entity(iri: str, rows: list[dict[str, Any]]) -> Entity:
    labels = tuple(sorted({(row["label"], row["lang"]) for row in rows}))
    return Entity(
        iri,
        rows[0]["type"],
        min((name for name, _ in labels), key=lambda name: (-len(name), name)),
        labels,
        tuple(sorted({row["source"] for row in rows})),
    )
