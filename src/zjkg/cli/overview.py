"""Texts of ``zjkg info``: what a store holds, and what was done with one article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zjkg.errors import Bilingual, MessageLanguage, StoreError
from zjkg.model import Article, ArticleRecord, Dropped
from zjkg.printable import printable_line
from zjkg.report import ArticleReport, Report, read_report
from zjkg.store import GraphStore, decoded
from zjkg.wording import worded

_LONGEST = 60
_MOST_ARTICLES = 100  # listed one by one


def store_overview(store: GraphStore, lang: MessageLanguage) -> str:
    """Articles, entities by type, claims, merges and contradictions of the last build."""
    return _text(_store_lines(store, _report(store)), lang)


def article_overview(store: GraphStore, source: str, lang: MessageLanguage) -> str:
    """One article: its metadata, counts, every removal and every dropped candidate."""
    content = store.load_record(store.state().articles[source].record_key)
    if content is None:
        raise _incomplete(store)
    record = decoded(content, ArticleRecord, source)
    kept = next((each for each in _report(store).articles if each.source == source), None)
    if kept is None:
        raise _incomplete(store)
    return _text(_article_lines(record, kept), lang)


def _text(lines: Iterator[Bilingual], lang: MessageLanguage) -> str:
    return "".join(f"{printable_line(line.pick(lang))}\n" for line in lines)


def _report(store: GraphStore) -> Report:
    content = store.load_report()
    if content is None:
        raise _incomplete(store)
    return read_report(content, str(store.folder / "report.json"))


def _store_lines(store: GraphStore, made: Report) -> Iterator[Bilingual]:
    quads = len(store.engine)
    yield Bilingual(
        f"{store.folder}: {len(made.articles)} articles, {quads} quads",
        f"{store.folder}：{len(made.articles)} 篇文章，{quads} 个四元组",
    )
    for each in made.articles[:_MOST_ARTICLES]:
        day = each.published or "?"
        yield _same(f"  {each.source}  {day}  {each.language}  {each.title or ''}")
    if (more := len(made.articles) - _MOST_ARTICLES) > 0:
        yield Bilingual(
            f"  and {more} more: zjkg query articles", f"  另有 {more} 篇：zjkg query articles"
        )
    yield _counted(Bilingual("entities", "实体"), made.entities)
    claims = {
        name: sum(getattr(each.kept, f"{name.lower()}s") for each in made.articles)
        for name in ("Observation", "Role", "Relation", "Milestone", "Quotation")
    }
    yield _counted(Bilingual("claims", "陈述"), claims)
    yield Bilingual(
        f"identity: {made.merges} merges, {made.refused_merges} refused",
        f"同一性：合并 {made.merges} 次，拒绝 {made.refused_merges} 次",
    )
    found = _counted(Bilingual("contradictions", "矛盾"), made.contradictions, "conflictType")
    yield Bilingual(
        f"{found.en}; arithmetic checks: {made.arithmetic_checks}",
        f"{found.zh}；算术核对：{made.arithmetic_checks}",
    )
    for failure in made.failed:
        for en, zh in zip(failure.en.splitlines(), failure.zh.splitlines(), strict=False):
            yield Bilingual(en, zh)


def _article_lines(record: ArticleRecord, kept: ArticleReport) -> Iterator[Bilingual]:
    article = record.article
    yield _same(f"{kept.source}  {kept.published or '?'}  {kept.language}  {kept.title or ''}")
    yield Bilingual(
        f"{kept.characters} characters, {kept.encoding}, {kept.kept.sentences} sentences, "
        f"{kept.kept.mentions} mentions, {kept.kept.quantities} quantities",
        f"{kept.characters} 个字符，{kept.encoding}，{kept.kept.sentences} 句，"
        f"{kept.kept.mentions} 处提及，{kept.kept.quantities} 个数量",
    )
    yield _counted(Bilingual("entities", "实体"), kept.kept.entities)
    for note in kept.notes:
        yield Bilingual(f"note: {note}", f"注意：{note}")
    yield Bilingual(f"removed: {len(article.removals)}", f"移除：{len(article.removals)}")
    for removal in article.removals:
        words = _short(removal.text)
        yield Bilingual(
            f"  [{removal.position}] {removal.rule}: {words} ({removal.reason.en})",
            f"  [{removal.position}] {removal.rule}：{words}（{removal.reason.zh}）",
        )
    dropped = _dropped(record)
    yield Bilingual(f"dropped candidates: {len(dropped)}", f"舍弃的候选：{len(dropped)}")
    for each in dropped:
        yield _dropped_line(article, each)


def _dropped(record: ArticleRecord) -> list[Dropped]:
    steps = (record.recognition.dropped, record.measurement.dropped, record.claims.dropped)
    return [each for step in steps for each in step]


def _dropped_line(article: Article, each: Dropped) -> Bilingual:
    words = _short(each.span.of(article.text))
    where = f"[{each.span.start}:{each.span.end}]"
    return Bilingual(
        f"  {where} {each.rule}: {words} ({each.reason.en})",
        f"  {where} {each.rule}：{words}（{each.reason.zh}）",
    )


def _counted(what: Bilingual, counts: Mapping[str, int], scheme: str = "") -> Bilingual:
    """How many of each, by the names of terms or of a scheme's values."""
    found = [(worded(name, scheme), count) for name, count in counts.items()]
    english = ", ".join(f"{name.en} {count}" for name, count in found) or "0"
    chinese = "，".join(f"{name.zh} {count}" for name, count in found) or "0"
    return Bilingual(f"{what.en}: {english}", f"{what.zh}：{chinese}")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def _same(text: str) -> Bilingual:
    return Bilingual(text, text)


def _incomplete(store: GraphStore) -> StoreError:
    return StoreError(
        Bilingual("the store lacks its report or a record", "图库缺少报告或文章记录"),
        where=str(store.folder),
        expected=Bilingual("a store that a build has finished", "一次完整构建的图库"),
        next_step=Bilingual("run zjkg build", "运行 zjkg build"),
    )
