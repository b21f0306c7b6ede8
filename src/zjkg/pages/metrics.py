"""Numbers by what they measure: the metrics, one metric, and the charts of both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

import msgspec

from zjkg.errors import Bilingual
from zjkg.pages.amounts import amount, whole
from zjkg.pages.charts import Chart, Plotted, chart
from zjkg.pages.claims import article_line, direction, listed
from zjkg.pages.context import Context, node, unit_key
from zjkg.pages.parts import ArticleLine, Link, Part
from zjkg.passages import folded

_MOST = 2_000
_LEAST_POINTS = 2
_CHARTS, _NUMBERS = 24, 300  # on one page
_OBSERVATIONS = """
SELECT ?observation (SAMPLE(?version) AS ?graph) (SAMPLE(?date) AS ?published)
       (SAMPLE(?source) AS ?name) {{
  ?observation {property} {value} .
  GRAPH ?version {{
    ?observation a zj:Observation .
    ?version zj:source ?source ; prov:specializationOf ?article .
    OPTIONAL {{ ?article zj:issuedLocal ?date }}
  }}
}} GROUP BY ?observation
ORDER BY (IF(BOUND(?published), STR(?published), "~")) ?name ?observation LIMIT {most}"""
_DISPUTES = """
SELECT DISTINCT ?conflict ?first ?second {{
  VALUES ?first {{ {claims} }}
  ?conflict zj:first ?first ; a zj:Contradiction ; zj:second ?second .
}}"""
_OPPOSED = """
SELECT DISTINCT ?other ?graph {{
  VALUES ?claim {{ {claims} }}
  {{ ?conflict zj:first ?claim ; zj:second ?other }} UNION
  {{ ?conflict zj:second ?claim ; zj:first ?other }}
  ?conflict a zj:Contradiction .
  GRAPH ?graph {{ ?other a zj:Observation }}
}}"""
_HOW_MANY = """
SELECT (COUNT(DISTINCT ?observation) AS ?count) {{ ?observation zj:measureConcept {concept} }}"""
_METRICS = """
SELECT ?concept ?kind (COUNT(DISTINCT ?observation) AS ?claims)
       (COUNT(DISTINCT ?version) AS ?articles) (COUNT(DISTINCT ?subject) AS ?subjects) {
  ?observation zj:measureConcept ?concept .
  GRAPH ?version {
    ?observation a zj:Observation .
    OPTIONAL { ?observation zj:subject ?subject }
  }
  OPTIONAL { ?concept zj:measureKind ?kind }
} GROUP BY ?concept ?kind ORDER BY DESC(?claims) ?concept"""
_KINDS = {
    "head": Bilingual("Quantities", "计量对象"),
    "modifier": Bilingual("Narrower by", "限定"),
    "change": Bilingual("Changes", "变化"),
    "field": Bilingual("Fields", "领域"),
}
_CHANGE = Bilingual(", change", "，变化幅度")
_SHARE_OF = Bilingual(", share of {}", "，占{}")


class Observed(Part, frozen=True, kw_only=True):
    """A number as an article states it: as written, and as a value with its hedge.

    ``is_opposing``: it stands in a list only because it contradicts a number of it.
    """

    iri: str
    path: str
    subject: Link | None
    subject_words: str
    measure: str
    measure_lang: str
    concepts: list[Link]
    words: str
    shown: str
    value: str
    value_max: str | None
    unit: str
    comparator: str
    period: str
    modality: str
    modality_label: str
    change: str
    share_of: str
    article: ArticleLine
    speaker: Link | None
    is_opposing: bool = False


class MetricLine(Part, frozen=True, kw_only=True):
    """A metric with how many claims, articles and subjects it has."""

    link: Link
    claims: int
    articles: int
    subjects: int


class MetricGroup(Part, frozen=True, kw_only=True):
    """Metrics of one kind."""

    title: str
    metrics: list[MetricLine]


class MetricsPage(Part, frozen=True, kw_only=True):
    """All metrics that have numbers."""

    groups: list[MetricGroup]


class MetricPage(Part, frozen=True, kw_only=True):
    """One metric: its charts and numbers; ``subject`` narrows it to one thing.

    Beside its own numbers stand those that contradict one of them and are called otherwise;
    ``observed_total`` counts both, ``opposing_total`` these. The totals count before the limits;
    at most 2,000 numbers are looked at.
    """

    link: Link
    comment: str
    subject: Link | None
    subjects: list[Link]
    charts: list[Chart]
    chart_total: int
    observed: list[Observed]
    observed_total: int
    opposing_total: int


def metrics_page(context: Context) -> MetricsPage:
    """The list of all metrics."""
    groups: dict[str, list[MetricLine]] = {kind: [] for kind in _KINDS}
    for row in context.select(_METRICS):
        line = MetricLine(
            link=context.link(row["concept"]),
            claims=int(row["claims"]),
            articles=int(row["articles"]),
            subjects=int(row["subjects"]),
        )
        groups.setdefault(row["kind"] or "head", []).append(line)
    return MetricsPage(
        groups=[
            MetricGroup(
                title=_KINDS[kind].pick(context.lang) if kind in _KINDS else kind, metrics=lines
            )
            for kind, lines in groups.items()
            if lines
        ]
    )


def metric_page(context: Context, concept: str, subject: str) -> MetricPage:
    """The page of a measure of the ontology."""
    every = _observed(context, "zj:measureConcept", concept)
    every += _opposed(context, [each.iri for each in every])
    subjects = {each.subject.iri: each.subject for each in every if each.subject}
    shown = [
        each for each in every if not subject or (each.subject and each.subject.iri == subject)
    ]
    charts = charts_of(context, shown, with_subject=True)
    opposing = sum(each.is_opposing for each in shown)
    own = len(shown) - opposing if subject else context.count(_HOW_MANY, concept=node(concept))
    return MetricPage(
        link=context.link(concept),
        comment=context.reader.bilingual(concept, "rdfs:comment").pick(context.lang),
        subject=subjects.get(subject),
        subjects=sorted(subjects.values(), key=lambda link: (link.label, link.iri)),
        charts=charts[:_CHARTS],
        chart_total=len(charts),
        observed=sorted(shown, key=_by_subject)[:_NUMBERS],
        observed_total=own + opposing,
        opposing_total=opposing,
    )


def observations_of(context: Context, entity: str) -> list[Observed]:
    """The numbers that are about an entity, by publication."""
    return _observed(context, "zj:subject", entity)


def charts_of(context: Context, observed: Sequence[Observed], *, with_subject: bool) -> list[Chart]:
    """The charts of those metrics that have more than one number, the fullest first.

    A metric is what is measured, of whom, in which unit, as a share of what. Claims that
    contradict each other belong to one metric, however each of them calls it.
    """
    disputes = _disputes(context, [each.iri for each in observed])
    groups = _grouped(observed, disputes)
    full = [group for group in groups if len(group) >= _LEAST_POINTS]
    full.sort(key=lambda group: (-len(group), _key(group[0])))
    return [
        chart(
            _title(context, group, with_subject=with_subject),
            [_plotted(each) for each in group],
            {pair: context.addresses.thing(conflict) for pair, conflict in disputes.items()},
            context.lang,
        )
        for group in full
    ]


def _observed(context: Context, property_: str, value: str) -> list[Observed]:
    rows = context.select(_OBSERVATIONS, property=property_, value=node(value), most=_MOST)
    return [_one(context, row["observation"], row["graph"]) for row in rows]


def _one(context: Context, observation: str, graph: str) -> Observed:
    reader = context.reader

    def get(name: str) -> str:
        return reader.first(observation, f"zj:{name}", graph) or ""

    subject, speaker = get("subject"), get("speaker")
    highest = get("valueMax")
    modality, change = get("modality"), get("change")
    article = article_line(context, graph)
    return Observed(
        iri=observation,
        path=context.addresses.thing(observation),
        subject=context.link(subject) if subject else None,
        subject_words=get("subjectLabel"),
        measure=get("measure"),
        measure_lang=article.lang,
        concepts=[
            context.link(concept)
            for concept in sorted(set(reader.values(observation, "zj:measureConcept")))
        ],
        words=_words(context, observation, graph),
        shown=direction(context, change)
        + amount(
            Decimal(get("value") or "0"),
            Decimal(highest) if highest else None,
            get("unit"),
            get("comparator"),
            context.lang,
        ),
        value=get("value"),
        value_max=highest or None,
        unit=get("unit"),
        comparator=get("comparator"),
        period="/".join(dict.fromkeys(filter(None, (get("periodStart"), get("periodEnd"))))),
        modality=modality,
        modality_label=context.concept_label("modality", modality) if modality else "",
        change=change,
        share_of=get("shareOf"),
        article=article,
        speaker=context.link(speaker) if speaker else None,
    )


def _words(context: Context, observation: str, graph: str) -> str:
    """The number as it is written in the article."""
    reader = context.reader
    return " … ".join(
        words
        for focus in reader.values(observation, "zj:focus", graph)
        for selector in reader.values(focus, "oa:hasSelector", graph)
        for words in reader.values(selector, "oa:exact", graph)
    )


def _opposed(context: Context, claims: Sequence[str]) -> list[Observed]:
    """The numbers that contradict one of these and are called otherwise."""
    named = listed(claims)
    rows = context.select(_OPPOSED, claims=named) if named else ()
    other = {row["other"]: row["graph"] for row in rows if row["other"] not in set(claims)}
    return [
        msgspec.structs.replace(_one(context, iri, graph), is_opposing=True)
        for iri, graph in sorted(other.items())
    ]


def _disputes(context: Context, claims: Iterable[str]) -> dict[tuple[str, str], str]:
    named = listed(claims)
    rows = context.select(_DISPUTES, claims=named) if named else ()
    return {(row["first"], row["second"]): row["conflict"] for row in rows}


def _key(each: Observed) -> tuple[str, ...]:
    concepts = "+".join(link.iri for link in each.concepts) or folded(each.measure)
    subject = each.subject.iri if each.subject else folded(each.subject_words)
    level = "" if each.change else "level"
    return subject, concepts, unit_key(each.unit), folded(each.share_of), level


def _grouped(
    observed: Sequence[Observed], disputes: Iterable[tuple[str, str]]
) -> list[list[Observed]]:
    """The claims by metric; two metrics become one where a claim disputes one of the other."""
    key_of = {each.iri: _key(each) for each in observed}
    leads: dict[tuple[str, ...], tuple[str, ...]] = {key: key for key in key_of.values()}

    def lead(key: tuple[str, ...]) -> tuple[str, ...]:
        while leads[key] != key:
            key = leads[key]
        return key

    for pair in sorted(disputes):
        known = [key_of[claim] for claim in pair if claim in key_of]
        if len(known) == len(pair) and known[0][2] == known[1][2]:  # one axis has one unit
            first, second = sorted(map(lead, known))
            leads[second] = first
    groups: dict[tuple[str, ...], list[Observed]] = {}
    for each in observed:
        groups.setdefault(lead(key_of[each.iri]), []).append(each)
    return list(groups.values())


def _title(context: Context, group: Sequence[Observed], *, with_subject: bool) -> str:
    """The metric by the concepts of the claim that names most of them."""
    fullest = max(group, key=lambda each: (len(each.concepts), each.iri))
    measure = " · ".join(link.label for link in fullest.concepts) or fullest.measure
    subject = fullest.subject.label if fullest.subject else fullest.subject_words
    of = whole(fullest.share_of, context.lang)
    share = _SHARE_OF.pick(context.lang).format(of) if fullest.share_of else ""
    change = _CHANGE.pick(context.lang) if fullest.change else ""
    colon = Bilingual(": ", "：").pick(context.lang)
    return f"{f'{subject}{colon}' if with_subject and subject else ''}{measure}{share}{change}"


def _plotted(each: Observed) -> Plotted:
    sign = -1 if each.change == "decrease" else 1
    return Plotted(
        iri=each.iri,
        path=each.path,
        words=each.words,
        shown=each.shown,
        value=sign * Decimal(each.value or "0"),
        highest=sign * Decimal(each.value_max) if each.value_max else None,
        unit=each.unit,
        comparator=each.comparator,
        period=each.period,
        modality=each.modality or "actual",
        modality_label=each.modality_label,
        source=each.article.source,
        title=each.article.link.label,
        article_path=each.article.link.path,
    )


def _by_subject(each: Observed) -> tuple[str, str, str, str]:
    subject = each.subject.label if each.subject else each.subject_words
    return subject, each.period or "~", each.article.source, each.iri
