"""The page of an entity: its names, posts, relations, numbers, words, and what it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from zjkg.errors import Bilingual
from zjkg.ids import TERMS
from zjkg.pages.charts import Chart
from zjkg.pages.claims import article_line, conflicts_of, section
from zjkg.pages.context import Context, html_language, node
from zjkg.pages.metrics import Observed, charts_of, observations_of
from zjkg.pages.parts import ArticleLine, Link, Opposition, Part, Section

_NAMES = """
SELECT ?name ?tag (COUNT(DISTINCT ?version) AS ?articles) {{
  GRAPH ?version {{ {entity} rdfs:label|skos:prefLabel|skos:altLabel ?label }}
  BIND(STR(?label) AS ?name) BIND(LCASE(LANG(?label)) AS ?tag)
}} GROUP BY ?name ?tag ORDER BY ?tag ?name LIMIT {most}"""
_CLAIMS = """
SELECT DISTINCT ?claim ?date ?source ?start {{
  GRAPH ?version {{
    ?claim {property} {entity} ; a {kind} ; zj:evidence ?place .
    ?place oa:hasSelector ?position . ?position oa:start ?start .
    ?version zj:source ?source ; prov:specializationOf ?article .
    OPTIONAL {{ ?article zj:issuedLocal ?date }}
  }}
}} ORDER BY (IF(BOUND(?date), STR(?date), "~")) ?source ?start ?claim"""
_MENTIONS = """
SELECT ?version (COUNT(DISTINCT ?mention) AS ?mentions) {{
  GRAPH ?version {{ ?mention oa:hasBody {entity} ; a zj:Mention }}
}} GROUP BY ?version ORDER BY DESC(?mentions) ?version LIMIT {most}"""
_NAMED_IN = """
SELECT (COUNT(DISTINCT ?version) AS ?count) {{
  GRAPH ?version {{ ?mention oa:hasBody {entity} ; a zj:Mention }}
}}"""
_FIRST_MENTIONS = """
SELECT ?mention {{ GRAPH {version} {{
  ?mention oa:hasBody {entity} ; a zj:Mention ; oa:hasTarget ?place .
  ?place oa:hasSelector ?position . ?position oa:start ?start .
}} }} ORDER BY ?start LIMIT 1"""
_MERGES = """
SELECT DISTINCT ?merge ?first ?second ?firstSource ?secondSource ?same ?reason {{
  ?merge a zj:Merge ; zj:about {entity} ; zj:same ?same ; zj:firstNamed ?first ;
         zj:secondNamed ?second ; zj:firstMember ?firstSource ; zj:secondMember ?secondSource .
  OPTIONAL {{ ?merge zj:reason ?reason FILTER(LANGMATCHES(LANG(?reason), "{lang}")) }}
}} ORDER BY ?same ?first ?second ?merge LIMIT {most}"""
_HOW_MANY_MERGES = """
SELECT (COUNT(DISTINCT ?merge) AS ?count) {{ ?merge a zj:Merge ; zj:about {entity} }}"""
_CONFLICTS_SHOWN = 3
_LANGUAGES = {
    "zh-hans": Bilingual("simplified Chinese", "简体中文"),
    "zh-hant": Bilingual("traditional Chinese", "繁体中文"),
    "zh": Bilingual("Chinese", "中文"),
    "en": Bilingual("English", "英文"),
    "zh-latn-pinyin": Bilingual("pinyin", "拼音"),
}
_POSTS = Bilingual("Posts", "职务")
_PEOPLE = Bilingual("People", "人员")
_RELATIONS = Bilingual("Relations", "关系")
_PARTS = Bilingual("Alliances and their members", "联盟与成员")
_MILESTONES = Bilingual("Milestones", "里程碑")
_SAID = Bilingual("Quoted words", "言论")
_EDITIONS = Bilingual("Editions and dimensions", "指数期次与维度")
_SECTIONS = (
    (_POSTS, "zj:Role", ("org:member",)),
    (_PEOPLE, "zj:Role", ("org:organization",)),
    (_RELATIONS, "zj:Relation", ("rdf:subject", "rdf:object")),
    (_PARTS, "zj:Participation", ("org:member", "org:organization")),
    (_MILESTONES, "zj:Milestone", ("zj:subject",)),
    (_EDITIONS, "zj:IndexEdition", ("zj:editionOf",)),
    (_EDITIONS, "zj:DimensionScheme", ("zj:dimensionsOf",)),
    (_SAID, "zj:Quotation", ("zj:speaker",)),
)


class Name(Part, frozen=True, kw_only=True):
    """A name as articles or people write it, and in how many graphs it stands."""

    text: str
    lang: str
    lang_label: str
    articles: int


class Appearance(Part, frozen=True, kw_only=True):
    """An article that mentions the entity, with the place of its first mention."""

    article: ArticleLine
    mentions: int
    place: str


class MergeLine(Part, frozen=True, kw_only=True):
    """Two names that were taken for one thing, or not, and why."""

    first: str
    first_source: str
    second: str
    second_source: str
    same: bool
    reason: str


class EntityPage(Part, frozen=True, kw_only=True):
    """An entity: claims by kind, numbers as charts and as claims, and where it is named."""

    link: Link
    type_label: str
    names: list[Name]
    stock_codes: list[str]
    sections: list[Section]
    charts: list[Chart]
    observed: list[Observed]
    observed_total: int
    conflicts: list[Opposition]
    conflict_total: int
    articles: list[Appearance]
    article_total: int
    merges: list[MergeLine]
    merge_total: int


def entity_page(context: Context, entity: str) -> EntityPage:
    """The page of an entity."""
    link = context.link(entity)
    observed = observations_of(context, entity)
    conflicts = _conflicts(context, [each.iri for each in observed])
    return EntityPage(
        link=link,
        type_label=context.term_label(f"{TERMS}{link.type or 'Entity'}"),
        names=_names(context, entity),
        stock_codes=_stock_codes(context, entity),
        sections=_sections(context, entity),
        charts=charts_of(context, observed, with_subject=False),
        observed=observed[: context.rows],
        observed_total=len(observed),
        conflicts=conflicts[:_CONFLICTS_SHOWN],
        conflict_total=len(conflicts),
        articles=_articles(context, entity),
        article_total=context.count(_NAMED_IN, entity=node(entity)),
        merges=_merges(context, entity),
        merge_total=context.count(_HOW_MANY_MERGES, entity=node(entity)),
    )


def _names(context: Context, entity: str) -> list[Name]:
    rows = context.select(_NAMES, entity=node(entity), most=context.rows)
    return [
        Name(
            text=row["name"],
            lang=html_language(row["tag"] or ""),
            lang_label=_language(row["tag"] or "").pick(context.lang),
            articles=int(row["articles"]),
        )
        for row in rows
    ]


def _language(tag: str) -> Bilingual:
    return _LANGUAGES.get(tag, Bilingual(tag, tag))


def _stock_codes(context: Context, entity: str) -> list[str]:
    reader = context.reader
    exchanges = ", ".join(reader.values(entity, "zj:exchange"))
    return [f"{code} ({exchanges})" for code in reader.values(entity, "zj:stockCode")]


def _sections(context: Context, entity: str) -> list[Section]:
    found: dict[str, list[str]] = {}
    for title, kind, properties in _SECTIONS:
        claims = found.setdefault(title.pick(context.lang), [])
        for name in properties:
            claims += [
                row["claim"]
                for row in context.select(_CLAIMS, property=name, entity=node(entity), kind=kind)
                if row["claim"] not in claims
            ]
    return [
        section(context, title, claims, context.rows) for title, claims in found.items() if claims
    ]


def _conflicts(context: Context, claims: Sequence[str]) -> list[Opposition]:
    found = {each.link.iri: each for claim in claims for each in conflicts_of(context, claim)}
    return [found[iri] for iri in sorted(found)]


def _articles(context: Context, entity: str) -> list[Appearance]:
    shown = []
    for row in context.select(_MENTIONS, entity=node(entity), most=context.rows):
        version = row["version"]
        first = next(
            context.select(_FIRST_MENTIONS, version=node(version), entity=node(entity)), None
        )
        mention = first["mention"].removeprefix(f"{version}/") if first else ""
        line = article_line(context, version)
        path, _, fields = line.link.path.partition("?")
        given = f"{fields}&" if fields else ""
        place = f"{path}?{given}claim={mention}#cited"
        shown.append(Appearance(article=line, mentions=int(row["mentions"]), place=place))
    return shown


def _merges(context: Context, entity: str) -> list[MergeLine]:
    rows = context.select(_MERGES, entity=node(entity), lang=context.lang, most=context.rows)
    return [
        MergeLine(
            first=row["first"],
            first_source=row["firstSource"].partition("#")[0],
            second=row["second"],
            second_source=row["secondSource"].partition("#")[0],
            same=row["same"] in {"true", "1"},
            reason=row["reason"] or "",
        )
        for row in rows
    ]
