"""What the terms of a view are called in an HTML page: by the ontology, or by this list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from zjkg.export.view import View
from zjkg.ids import TERMS
from zjkg.settings import resource

_LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
# Terms that only views have, and values whose term is a longer one in the ontology.
_OWN = {
    "Article": ("article", "文章"),
    "Measure": ("measure", "指标"),
    "Stage": ("stage", "阶段"),
    "actual": ("fact", "事实"),
    "arithmetic": ("arithmetic", "算术"),
    "articles": ("articles", "文章数"),
    "betweenness": ("betweenness", "中介中心性"),
    "bound": ("bound", "界限"),
    "claims": ("claims", "陈述数"),
    "coOccurrence": ("named in one sentence", "同句出现"),
    "community": ("community", "社群"),
    "contradicts": ("contradicts", "矛盾"),
    "degree": ("links", "联系数"),
    "digit-transposition": ("digit transposition", "数字颠倒"),
    "directed": ("directed", "有向"),
    "equivalentTo": ("same amount", "等值"),
    "firstSeen": ("first told", "首次报道"),
    "forecast": ("forecast", "预测"),
    "fullLabel": ("name", "名称"),
    "labelEn": ("English name", "英文名"),
    "labelPinyin": ("pinyin", "拼音"),
    "labelZh": ("Chinese name", "中文名"),
    "lastSeen": ("last told", "末次报道"),
    "mentions": ("mentions", "提及次数"),
    "namesEn": ("names in English", "英文名称"),
    "namesZhHans": ("names in simplified Chinese", "简体名称"),
    "namesZhHant": ("names in traditional Chinese", "繁体名称"),
    "observations": ("observations", "观测数"),
    "origins": ("independent origins", "源头数"),
    "pageRank": ("PageRank", "PageRank"),
    "posts": ("posts", "职务"),
    "predicate": ("relation", "关系"),
    "quote": ("quote", "引文"),
    "reached": ("reached", "达到阶段"),
    "reportedOf": ("reported of", "所述主体"),
    "reports": ("reports", "报道"),
    "role": ("holds a post", "任职"),
    "says": ("says", "说"),
    "scope": ("scope", "范围"),
    "sentences": ("sentences", "句子数"),
    "sources": ("articles", "文章"),
    "speakers": ("speakers", "发言者"),
    "stage": ("stage", "阶段"),
    "statedIn": ("stated in", "出处"),
    "subject": ("is the subject of", "为其主体"),
    "target": ("target", "目标"),
    "time": ("time", "时间"),
    "type": ("type", "类型"),
    "units": ("units", "单位"),
    "url": ("address", "网址"),
    "weightedDegree": ("weight of links", "联系权重"),
}


def words_of(view: View) -> dict[str, tuple[str, str]]:
    """The English and Chinese words of the terms in a view, sorted by term.

    A term that nobody has named is left out; it is shown as it is.
    """
    known = _ontology() | _OWN
    used = sorted(set(_terms(view)))
    return {term: known[term] for term in used if term in known}


def _terms(view: View) -> Iterator[str]:
    """The columns, and every value that is a term: types, kinds, modalities, stages."""
    for columns, rows in (
        (view.node_columns, (node.values for node in view.nodes)),
        (view.edge_columns, (edge.values for edge in view.edges)),
    ):
        yield from (column.name for column in columns)
        places = [
            number
            for number, column in enumerate(columns)
            if column.name in {"type", "modality", "stage", "predicate"}
        ]
        for values in rows:
            yield from (str(values[place]) for place in places)
    for edge in view.edges:
        plain, _, variant = edge.kind.partition(" (")
        yield from (plain, variant.rstrip(")"))


def _ontology() -> dict[str, tuple[str, str]]:
    labels: dict[str, dict[str, str]] = defaultdict(dict)
    path = resource("ontology") / "zjkg.ttl"
    for quad in parse(path=path, format=RdfFormat.TURTLE):
        if quad.predicate == _LABEL and isinstance(quad.subject, NamedNode):
            term = quad.subject.value
            if term.startswith(TERMS) and isinstance(quad.object, Literal) and quad.object.language:
                labels[term.removeprefix(TERMS)][quad.object.language] = quad.object.value
    return {
        term: (found["en"], found["zh"])
        for term, found in labels.items()
        if {*found} >= {"en", "zh"}
    }
