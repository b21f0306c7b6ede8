"""The pages that list: the first page, search, conflicts, sources."""

from __future__ import annotations

from collections.abc import Sequence

from zjkg.errors import QueryError
from zjkg.ids import TERMS
from zjkg.measurement import read_quantities
from zjkg.pages.claims import article_line, marked, opposition
from zjkg.pages.context import ENTITY_TYPES, Context
from zjkg.pages.disputes import contradictions_path, disputed_claims
from zjkg.pages.parts import ArticleLine, Link, Opposition, Part, Run
from zjkg.query.found import FoundSentence
from zjkg.query.search import search

_LONGEST_SEARCH = 200
_NAMED_AT_HOME, _NAMED_TO_EXPLORE = 24, 12
_COUNTS = """
SELECT ?class (COUNT(DISTINCT ?thing) AS ?count) {{
  VALUES ?class {{ {classes} }} ?thing a ?class
}} GROUP BY ?class"""
_MOST_NAMED = """
SELECT ?entity (COUNT(DISTINCT ?version) AS ?articles) (COUNT(DISTINCT ?mention) AS ?mentions) {{
  GRAPH ?version {{ ?mention a zj:Mention ; oa:hasBody ?entity }}
}} GROUP BY ?entity ORDER BY DESC(?articles) DESC(?mentions) ?entity LIMIT {most}"""
_CONFLICTS = """
SELECT DISTINCT ?conflict ?type {{
  ?conflict a zj:Contradiction ; zj:conflictType ?type . {condition}
}} ORDER BY ?type ?conflict LIMIT {most}"""
_CONFLICT_TYPES = """
SELECT ?type (COUNT(DISTINCT ?conflict) AS ?count) {
  ?conflict a zj:Contradiction ; zj:conflictType ?type
} GROUP BY ?type ORDER BY ?type"""
_SOURCES = """
SELECT ?version ?source ?date {{
  GRAPH ?version {{
    ?version a zj:ArticleVersion ; zj:source ?source ; prov:specializationOf ?article .
    OPTIONAL {{ ?article zj:issuedLocal ?date }}
  }}
}} ORDER BY (IF(BOUND(?date), STR(?date), "~")) ?source LIMIT {most} OFFSET {skipped}"""
_ARTICLE_COUNT = "SELECT (COUNT(DISTINCT ?version) AS ?count) { ?version a zj:ArticleVersion }"
_CONFLICTS_IN = """
SELECT ?version (COUNT(DISTINCT ?conflict) AS ?count) {
  ?conflict a zj:Contradiction ; zj:first|zj:second ?claim .
  GRAPH ?version { ?claim a zj:Claim }
} GROUP BY ?version"""
_IN_ARTICLE = """
SELECT (COUNT(DISTINCT ?thing) AS ?count) {{ GRAPH {version} {{ ?thing a {kind} }} }}"""
_CLASSES = ("zj:ArticleVersion", "zj:Claim", "zj:Observation", "zj:Contradiction")


class Count(Part, frozen=True, kw_only=True):
    """How many things of a class there are."""

    name: str
    label: str
    count: int


class Named(Part, frozen=True, kw_only=True):
    """An entity with how often it is mentioned."""

    link: Link
    articles: int
    mentions: int


class HomePage(Part, frozen=True, kw_only=True):
    """What the store holds, and where to begin."""

    counts: list[Count]
    types: list[Count]
    named: list[Named]


class ExplorePage(Part, frozen=True, kw_only=True):
    """The explorer before anything is in it: things to begin with."""

    named: list[Named]


class FoundLine(Part, frozen=True, kw_only=True):
    """An entity that a search found."""

    link: Link
    type_label: str
    match: str
    names: list[str]
    mentions: int
    articles: int


class FoundPassage(Part, frozen=True, kw_only=True):
    """A sentence that a search found, with its place in the article.

    ``contradictions`` is where those of a claim in it are shown, empty where it has none.
    """

    runs: list[Run]
    match: str
    article: ArticleLine
    place: str
    contradictions: str


class SearchPage(Part, frozen=True, kw_only=True):
    """What a search found; ``problem`` says why it could not be done, ``unread`` what it left."""

    words: str
    entities: list[FoundLine]
    sentences: list[FoundPassage]
    entity_total: int
    sentence_total: int
    suggestions: list[str]
    problem: str
    unread_en: str = ""
    unread_zh: str = ""


class ConflictsPage(Part, frozen=True, kw_only=True):
    """Contradictions; ``type`` is the one kind that is shown, empty for all."""

    type: str
    types: list[Count]
    total: int
    conflicts: list[Opposition]


class SourceLine(Part, frozen=True, kw_only=True):
    """An article with how much was found in it."""

    article: ArticleLine
    mentions: int
    claims: int
    removed: int
    dropped: int
    conflicts: int


class SourcesPage(Part, frozen=True, kw_only=True):
    """Articles by publication; ``skipped`` come before the first of the page."""

    total: int
    skipped: int
    sources: list[SourceLine]


def home_page(context: Context) -> HomePage:
    """The first page."""
    return HomePage(
        counts=_counted(context, _CLASSES),
        types=_counted(context, [f"zj:{name}" for name in ENTITY_TYPES]),
        named=_named(context, _NAMED_AT_HOME),
    )


def explore_page(context: Context) -> ExplorePage:
    """The page that the explorer runs in."""
    return ExplorePage(named=_named(context, _NAMED_TO_EXPLORE))


def search_page(context: Context, words: str) -> SearchPage:
    """The answer to the search box."""
    words = words.strip()[:_LONGEST_SEARCH]
    try:
        found = search(
            context.store,
            words,
            limit=context.rows,
            lang=context.lang,
            parse_quantity=read_quantities,
        )
    except QueryError as error:
        problem = error.problem.what.pick(context.lang) if words else ""
        return _nothing_found(words, problem)
    return SearchPage(
        words=words,
        entities=[
            FoundLine(
                link=context.link(each.iri),
                type_label=context.term_label(f"{TERMS}{each.type}") if each.type else "",
                match=each.match.value,
                names=list(each.names),
                mentions=each.mentions,
                articles=each.articles,
            )
            for each in found.entities
        ],
        sentences=_passages(context, found.sentences),
        entity_total=found.entity_total,
        sentence_total=found.sentence_total,
        unread_en=found.left_out.en if found.left_out else "",
        unread_zh=found.left_out.zh if found.left_out else "",
        suggestions=list(found.suggestions),
        problem="",
    )


def _passages(context: Context, sentences: Sequence[FoundSentence]) -> list[FoundPassage]:
    disputed = disputed_claims(context, (each.version for each in sentences))
    return [
        FoundPassage(
            runs=marked(
                each.text, [(start - each.start, end - each.start) for start, end in each.hits]
            ),
            match=each.match.value,
            article=article_line(context, each.version),
            place=_place(context, each.version, each.start, each.end),
            contradictions=next(
                (
                    contradictions_path(context, one.claim)
                    for one in disputed
                    if one.version == each.version and each.start < one.end and one.start < each.end
                ),
                "",
            ),
        )
        for each in sentences
    ]


def conflicts_page(context: Context, kind: str) -> ConflictsPage:
    """The contradictions, of one kind or all."""
    types = [
        Count(
            name=row["type"],
            label=context.concept_label("conflictType", row["type"]),
            count=int(row["count"]),
        )
        for row in context.select(_CONFLICT_TYPES)
    ]
    known = kind if any(each.name == kind for each in types) else ""
    condition = f'FILTER(STR(?type) = "{known}")' if known else ""
    rows = context.select(_CONFLICTS, condition=condition, most=context.rows)
    shown = (opposition(context, row["conflict"]) for row in rows)
    return ConflictsPage(
        type=known,
        types=types,
        total=sum(each.count for each in types if not known or each.name == known),
        conflicts=[each for each in shown if each],
    )


def sources_page(context: Context, skipped: int) -> SourcesPage:
    """The articles, so many at a time."""
    conflicts = {row["version"]: int(row["count"]) for row in context.select(_CONFLICTS_IN)}
    rows = context.select(_SOURCES, most=context.rows, skipped=skipped)
    return SourcesPage(
        total=context.count(_ARTICLE_COUNT),
        skipped=skipped,
        sources=[_source(context, row["version"], conflicts) for row in rows],
    )


def _source(context: Context, version: str, conflicts: dict[str, int]) -> SourceLine:
    counts = {
        kind: context.count(_IN_ARTICLE, version=f"<{version}>", kind=f"zj:{kind}")
        for kind in ("Mention", "Claim", "Removal", "DroppedCandidate")
    }
    return SourceLine(
        article=article_line(context, version),
        mentions=counts["Mention"],
        claims=counts["Claim"],
        removed=counts["Removal"],
        dropped=counts["DroppedCandidate"],
        conflicts=conflicts.get(version, 0),
    )


def _named(context: Context, most: int) -> list[Named]:
    return [
        Named(
            link=context.link(row["entity"]),
            articles=int(row["articles"]),
            mentions=int(row["mentions"]),
        )
        for row in context.select(_MOST_NAMED, most=most)
    ]


def _counted(context: Context, names: tuple[str, ...] | list[str]) -> list[Count]:
    rows = context.select(_COUNTS, classes=" ".join(names))
    found = {row["class"].removeprefix(TERMS): int(row["count"]) for row in rows if row["class"]}
    return [
        Count(
            name=name.removeprefix("zj:"),
            label=context.term_label(f"{TERMS}{name.removeprefix('zj:')}"),
            count=found.get(name.removeprefix("zj:"), 0),
        )
        for name in names
    ]


def _place(context: Context, version: str, start: int, end: int) -> str:
    path, _, fields = article_line(context, version).link.path.partition("?")
    given = f"{fields}&" if fields else ""
    return f"{path}?{given}mark={start}-{end}#cited"


def _nothing_found(words: str, problem: str) -> SearchPage:
    return SearchPage(
        words=words,
        entities=[],
        sentences=[],
        entity_total=0,
        sentence_total=0,
        suggestions=[],
        problem=problem,
    )
