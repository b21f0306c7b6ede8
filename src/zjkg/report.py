"""What a run kept and dropped, article by article and step by step: ``report.json``.

Nothing vanishes: each removal, dropped candidate, refused merge and unreadable file is counted
here with its rule; the graph holds them one by one. The report has no clock in it, so the same
input gives the same bytes. ``FORMAT`` is raised when a field changes its meaning or goes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from zoneinfo import ZoneInfo

import msgspec

from zjkg.errors import Bilingual, StoreError, ZjkgError
from zjkg.model import Article, ArticleRecord
from zjkg.store import decoded

FORMAT = 1
_LONG_ARTICLE = 600  # characters; a longer one without any claim is worth a look
_NO_ARTICLES, _ARTICLES = b'"articles": []', b'"articles": [\n  %b\n ]'


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """Counts of what an article yielded."""

    sentences: int
    mentions: int
    entities: dict[str, int]
    quantities: int
    observations: int
    roles: int
    relations: int
    milestones: int = 0
    quotations: int
    index_editions: int
    index_dimensions: int
    participations: int
    licence_trades: int
    stock_links_accepted: int
    stock_links_rejected: int


class ArticleReport(msgspec.Struct, frozen=True, kw_only=True):
    """One article: how it was read, what was kept, and what was left out by which rule."""

    source: str
    title: str | None
    published: str | None
    language: str
    encoding: str
    characters: int
    kept: Kept
    removed: dict[str, int]
    dropped: dict[str, dict[str, int]]
    notes: tuple[str, ...]


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """An article that could not be read, in both languages."""

    en: str
    zh: str


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """A whole run."""

    format: int = FORMAT
    articles: tuple[ArticleReport, ...]
    failed: tuple[Failure, ...]
    entities: dict[str, int]
    merges: int
    refused_merges: int
    contradictions: dict[str, int]
    arithmetic_checks: int


def encoded(
    articles: Iterable[bytes], tally: Mapping[str, int], failed: Iterable[ZjkgError]
) -> bytes:
    """The report of a run as indented JSON, byte-stable.

    Args:
        articles: The report on each article, as ``article_part`` and ``article_parts`` give it.
        tally: How many there are of what is counted over all articles together.
        failed: What could not be read.
    """
    whole = Report(
        articles=(),
        failed=tuple(
            Failure(en=error.problem.text("en"), zh=error.problem.text("zh")) for error in failed
        ),
        entities=_counted(tally, "entities"),
        merges=tally.get("merges", 0),
        refused_merges=tally.get("refused_merges", 0),
        contradictions=_counted(tally, "contradictions"),
        arithmetic_checks=tally.get("arithmetic_checks", 0),
    )
    before, after = _indented(whole).split(_NO_ARTICLES, 1)
    parts = b",\n  ".join(articles)
    return before + (_ARTICLES % parts if parts else _NO_ARTICLES) + after + b"\n"


def read_report(content: bytes, where: str) -> Report:
    """The report that a build wrote; ``where`` names it in an error.

    Raises:
        StoreError: if it is damaged, or of another format version.
    """
    found = decoded(content, _Header, where).format
    if found != FORMAT:
        raise _other_format(where, found)
    return decoded(content, Report, where)


def article_part(record: ArticleRecord, zone: ZoneInfo) -> bytes:
    """What an article yielded, as it stands in the report; ``zone`` is that of the dates shown."""
    return _indented(_article(record, zone)).replace(b"\n", b"\n  ")


def article_parts(content: bytes) -> list[bytes]:
    """The reports on articles as they stand in a former report of this format; else none."""
    try:
        found = msgspec.json.decode(content, type=_Parts)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return []
    return [bytes(each) for each in found.articles] if found.format == FORMAT else []


class _Header(msgspec.Struct, frozen=True):
    format: int


class _Parts(_Header, frozen=True):
    articles: list[msgspec.Raw]


def _indented(what: msgspec.Struct) -> bytes:
    return msgspec.json.format(msgspec.json.encode(what, order="sorted"), indent=1)


def _counted(tally: Mapping[str, int], what: str) -> dict[str, int]:
    """The counts of a kind, by what was counted."""
    kind = f"{what} "
    return {each.removeprefix(kind): tally[each] for each in sorted(tally) if each.startswith(kind)}


def _article(record: ArticleRecord, zone: ZoneInfo) -> ArticleReport:
    article = record.article
    dropped: dict[str, Counter[str]] = {}
    steps = (record.recognition.dropped, record.measurement.dropped, record.claims.dropped)
    for each in (one for step in steps for one in step):
        dropped.setdefault(each.step, Counter())[each.rule] += 1
    return ArticleReport(
        source=article.source,
        title=article.title.of(article.text) if article.title else None,
        published=_local(article, zone),
        language=article.language.value,
        encoding=article.encoding,
        characters=len(article.text),
        kept=_kept(record),
        removed=_sorted(Counter(removal.rule for removal in article.removals)),
        dropped={step: _sorted(counts) for step, counts in sorted(dropped.items())},
        notes=tuple(note.en for note in notes(record)),
    )


def _local(article: Article, zone: ZoneInfo) -> str | None:
    """The publication instant as a reader in the zone sees it."""
    if article.published is None:
        return None
    return article.published.instant.astimezone(zone).isoformat(sep=" ", timespec="minutes")


def _kept(record: ArticleRecord) -> Kept:
    said = record.claims
    accepted = sum(link.accepted for link in said.stock_links)
    return Kept(
        sentences=len(record.article.sentences),
        mentions=len(record.recognition.mentions),
        entities=_sorted(Counter(entity.type.value for entity in record.entities)),
        quantities=len(record.measurement.quantities),
        observations=len(said.observations),
        roles=len(said.roles),
        relations=len(said.relations),
        milestones=len(said.milestones),
        quotations=len(said.quotations),
        index_editions=len(said.editions),
        index_dimensions=sum(len(each.dimensions) for each in said.dimension_schemes),
        participations=len(said.participations),
        licence_trades=len(said.licence_trades),
        stock_links_accepted=accepted,
        stock_links_rejected=len(said.stock_links) - accepted,
    )


def notes(record: ArticleRecord) -> list[Bilingual]:
    """What a person should look at, although nothing failed."""
    found: list[Bilingual] = []
    claims = record.claims
    told = claims.observations or claims.roles or claims.relations or claims.quotations
    if not (told or claims.milestones):
        length = len(record.article.text)
        if length >= _LONG_ARTICLE:
            found.append(
                Bilingual(
                    f"no claims from an article of {length} characters",
                    f"全文 {length} 个字符，却没有得到任何陈述",
                )
            )
    if not record.article.published:
        found.append(
            Bilingual(
                "no publication date; relative dates stay unresolved",
                "没有发布日期，相对时间未作解析",
            )
        )
    return found


def _sorted(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items()))


def _other_format(where: str, found: int) -> StoreError:
    return StoreError(
        Bilingual(
            f"the report has format version {found}, this zjkg reads version {FORMAT}",
            f"该报告的格式版本为 {found}，本程序读取的版本为 {FORMAT}",
        ),
        where=where,
        expected=Bilingual(f"format version {FORMAT}", f"格式版本 {FORMAT}"),
        next_step=Bilingual(
            "run zjkg build, which writes it anew, or use the zjkg that made this store",
            "运行 zjkg build 重新写入，或使用创建该图库的 zjkg 版本",
        ),
    )
