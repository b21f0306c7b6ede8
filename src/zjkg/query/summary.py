"""A claim in one line, in both languages, from the values of its node."""

from __future__ import annotations

from zjkg.errors import Bilingual
from zjkg.ids import TERMS
from zjkg.query import topic_summary
from zjkg.query.prefixes import shortened
from zjkg.query.reader import GraphReader

_COMPARATORS = {
    "=": Bilingual("", ""),
    "~": Bilingual("about ", "约 "),
    ">": Bilingual("more than ", "超过 "),
    ">=": Bilingual("at least ", "不少于 "),
    "<": Bilingual("less than ", "不足 "),
    "<=": Bilingual("at most ", "至多 "),
    "range": Bilingual("", ""),
}
_MODALITIES = {
    "target": Bilingual(" (target)", "（目标）"),
    "forecast": Bilingual(" (forecast)", "（预测）"),
}
_CHANGES = {
    "increase": Bilingual("up ", "上升"),
    "decrease": Bilingual("down ", "下降"),
}
_NOTHING = Bilingual("", "")


def summary(reader: GraphReader, claim: str, kind: str, graph: str) -> Bilingual:
    """What the claim says, in a line; empty for kinds that only their sentence explains."""
    build = {
        "Observation": _observation,
        "Role": _role,
        "Relation": _relation,
        "Milestone": _milestone,
        "StockLink": _stock_link,
        "IndexEdition": topic_summary.edition,
        "DimensionScheme": topic_summary.dimensions,
        "IndexDimension": topic_summary.dimension,
        "Participation": topic_summary.participation,
        "LicenceTrade": topic_summary.licence_trade,
    }.get(kind)
    return build(reader, claim, graph) if build else _NOTHING


def _observation(reader: GraphReader, claim: str, graph: str) -> Bilingual:
    def get(name: str) -> str:
        return reader.first(claim, f"zj:{name}", graph) or ""

    entity = reader.first(claim, "zj:subject", graph)
    subject = get("subjectLabel") or (reader.label(entity, graph) if entity else "")
    highest = get("valueMax")
    number = f"{get('value')}–{highest}" if highest else get("value")
    amount = f"{number}{'' if get('unit') == '%' else ' '}{get('unit')}".rstrip()
    whole, comparator = get("shareOf"), _COMPARATORS.get(get("comparator"), _NOTHING)
    modality = _MODALITIES.get(get("modality"), _NOTHING)
    change = _CHANGES.get(get("change"), _NOTHING)
    period = "/".join(dict.fromkeys(filter(None, (get("periodStart"), get("periodEnd")))))
    return Bilingual(
        " | ".join(filter(None, (subject, get("measure"))))
        + f": {change.en}{comparator.en}{amount}"
        + (f" of {whole}" if whole else "")
        + (f", {period}" if period else "")
        + modality.en,
        " | ".join(filter(None, (subject, get("measure"))))
        + f"：{change.zh}{comparator.zh}{amount}"
        + (f"，占{whole}" if whole else "")
        + (f"，{period}" if period else "")
        + modality.zh,
    )


def _role(reader: GraphReader, claim: str, graph: str) -> Bilingual:
    person = reader.first(claim, "org:member", graph)
    organization = reader.first(claim, "org:organization", graph)
    who = reader.label(person, graph) if person else ""
    where = reader.label(organization, graph) if organization else ""
    post = reader.first(claim, "zj:post", graph) or ""
    return Bilingual(
        f"{who}: {post}{f', {where}' if where else ''}",
        f"{who}：{f'{where} ' if where else ''}{post}",
    )


def _relation(reader: GraphReader, claim: str, graph: str) -> Bilingual:
    ends = [reader.first(claim, name, graph) for name in ("rdf:subject", "rdf:object")]
    subject, object_ = (reader.label(end, graph) if end else "" for end in ends)
    predicate = reader.first(claim, "rdf:predicate", graph) or ""
    words = reader.bilingual(predicate, "rdfs:label") if predicate else _NOTHING
    local = shortened(predicate).removeprefix("zj:")
    modality = _MODALITIES.get(reader.first(claim, "zj:modality", graph) or "", _NOTHING)
    return Bilingual(
        f"{subject} – {words.en or local} – {object_}{modality.en}",
        f"{subject} – {words.zh or local} – {object_}{modality.zh}",
    )


def _milestone(reader: GraphReader, claim: str, graph: str) -> Bilingual:
    def get(name: str) -> str:
        return reader.first(claim, f"zj:{name}", graph) or ""

    entity, kind = get("subject"), get("milestoneKind")
    what = " | ".join(filter(None, (reader.label(entity, graph) if entity else "", get("thing"))))
    concept = reader.bilingual(f"{TERMS}milestoneKind-{kind}", "skos:prefLabel")
    period = "/".join(dict.fromkeys(filter(None, (get("periodStart"), get("periodEnd")))))
    modality = _MODALITIES.get(get("modality"), _NOTHING)
    return Bilingual(
        f"{what}: {concept.en or kind}, {period}{modality.en}",
        f"{what}：{concept.zh or kind}，{period}{modality.zh}",
    )


def _stock_link(reader: GraphReader, claim: str, graph: str) -> Bilingual:
    anchor = reader.first(claim, "zj:anchor", graph) or ""
    code = reader.first(claim, "zj:code", graph) or ""
    taken = reader.first(claim, "zj:accepted", graph) in {"true", "1"}
    reason = reader.bilingual(claim, "zj:reason", graph)
    return Bilingual(
        f"{anchor} → {code}: {'accepted' if taken else 'rejected'}"
        + (f" ({reason.en})" if reason.en else ""),
        f"{anchor} → {code}：{'采信' if taken else '不采信'}"
        + (f"（{reason.zh}）" if reason.zh else ""),
    )
