"""Texts of ``zjkg info --endpoint``: what a server holds, counted by the server."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from zjkg.errors import Bilingual, MessageLanguage, SettingsError
from zjkg.printable import printable_line

if TYPE_CHECKING:
    from pyoxigraph import Store

_CLAIMS = """
SELECT ?class (COUNT(DISTINCT ?claim) AS ?n) WHERE {
  GRAPH ?g { ?claim a zj:Claim , ?type }
  FILTER(STRSTARTS(STR(?type), STR(zj:)) && ?type != zj:Claim)
  BIND(STRAFTER(STR(?type), "#") AS ?class)
} GROUP BY ?class ORDER BY ?class"""
_ENTITIES = """
SELECT ?class (COUNT(DISTINCT ?entity) AS ?n) WHERE {
  VALUES ?type { zj:Organization zj:Person zj:Park zj:Place zj:Event zj:Product zj:Index zj:Policy
                 zj:Project }
  GRAPH ?g { ?g a zj:ArticleVersion . ?entity a ?type }
  BIND(STRAFTER(STR(?type), "#") AS ?class)
} GROUP BY ?class ORDER BY ?class"""
_CONTRADICTIONS = """
SELECT ?class (COUNT(DISTINCT ?conflict) AS ?n) WHERE {
  GRAPH ?g { ?conflict a zj:Contradiction ; zj:conflictType ?class }
} GROUP BY ?class ORDER BY ?class"""


def server_overview(engine: Store, url: str, article: str | None, lang: MessageLanguage) -> str:
    """What the server holds, or what was removed and dropped in one of its articles.

    Raises:
        SettingsError: if the server holds no such article.
    """
    lines = _article_lines(engine, article, lang) if article else _lines(engine, url)
    return "".join(f"{printable_line(line.pick(lang))}\n" for line in lines)


def _lines(engine: Store, url: str) -> Iterator[Bilingual]:
    from zjkg.store import Address

    articles = _rows(engine, "articles")
    where, quads = Address.read(url).url, len(engine)
    yield Bilingual(
        f"{where}: {len(articles)} articles, {quads} quads",
        f"{where}：{len(articles)} 篇文章，{quads} 个四元组",
    )
    for each in articles:
        yield _article_line(each)
    for en, zh, query in (
        ("entities", "实体", _ENTITIES),
        ("claims", "陈述", _CLAIMS),
        ("contradictions", "矛盾", _CONTRADICTIONS),
    ):
        counts = ", ".join(f"{row['class']} {row['n']}" for row in _rows(engine, query)) or "0"
        yield Bilingual(f"{en}: {counts}", f"{zh}：{counts}")


def _article_lines(engine: Store, source: str, lang: MessageLanguage) -> Iterator[Bilingual]:
    articles = _rows(engine, "articles")
    found = [each for each in articles if each["source"] == source]
    if not found:
        raise unknown_article(source, sorted(each["source"] for each in articles))
    yield _article_line(found[0])
    for name, en, zh, place in (
        ("removals", "removed", "移除", "position"),
        ("dropped", "dropped candidates", "舍弃的候选", "start"),
    ):
        rows = [row for row in _rows(engine, name, {"lang": lang}) if row["source"] == source]
        yield Bilingual(f"{en}: {len(rows)}", f"{zh}：{len(rows)}")
        for row in rows:
            words, reason = row.get("text") or row.get("words") or "", row["reason"] or ""
            yield Bilingual(
                f"  [{row[place]}] {row['rule']}: {words} ({reason})",
                f"  [{row[place]}] {row['rule']}：{words}（{reason}）",
            )


def unknown_article(article: str, held: list[str]) -> SettingsError:
    """The answer to a name that no article has."""
    names = ", ".join(held) or "-"
    return SettingsError(
        Bilingual(f"there is no article {article!r}", f"没有文章 {article!r}"),
        where=article,
        expected=Bilingual(f"one of: {names}", f"以下之一：{names}"),
        next_step=Bilingual("list them with zjkg info", "用 zjkg info 列出"),
    )


def _article_line(row: dict[str, Any]) -> Bilingual:
    line = f"  {row['source']}  {row['date'] or '?'}  {row['language']}  {row['headline'] or ''}"
    return Bilingual(line, line)


def _rows(
    engine: Store, query: str, parameters: dict[str, str] | None = None
) -> list[dict[str, Any]]:
    from zjkg.query import library, records, run

    asked = library().get(query)
    whole = {"portions": "all"} if asked and asked.portioned else {}
    return list(records(run(engine, asked or query, whole | (parameters or {}))))
