"""The page of an article: its whole text with what was found, cited and removed in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

import msgspec

from zjkg.ids import TERMS
from zjkg.pages.claims import article_line, card, marked, said
from zjkg.pages.context import Context, node
from zjkg.pages.disputes import contradictions_path, disputed_claims
from zjkg.pages.parts import ArticleLine, ClaimCard, Link, Part, Run
from zjkg.query.claim_reader import authors, mention_item
from zjkg.query.prefixes import shortened

_MOST = 5_000  # marks in a text
_MENTIONS = """
SELECT DISTINCT ?thing ?type ?start ?end {{ GRAPH {version} {{
  ?mention a zj:Mention ; oa:hasBody ?thing ; zj:mentionType ?type ; oa:hasTarget ?place .
  ?place oa:hasSelector ?position . ?position oa:start ?start ; oa:end ?end .
}} }} ORDER BY ?start ?end ?thing LIMIT {most}"""
_QUANTITIES = """
SELECT DISTINCT ?thing ?start ?end {{ GRAPH {version} {{
  ?thing a zj:Observation ; zj:focus ?place .
  ?place oa:hasSelector ?position . ?position oa:start ?start ; oa:end ?end .
}} }} ORDER BY ?start ?end ?thing LIMIT {most}"""
_CLAIMS = """
SELECT ?claim (MIN(?start) AS ?first) {{ GRAPH {version} {{
  ?claim a zj:Claim ; zj:evidence ?place .
  ?place oa:hasSelector ?position . ?position oa:start ?start .
}} }} GROUP BY ?claim ORDER BY ?first ?claim LIMIT {most}"""
_REMOVALS = """
SELECT ?removal ?position ?text ?rule ?reason {{ GRAPH {version} {{
  ?removal a zj:Removal ; zj:position ?position ; zj:text ?text ; zj:rule ?rule .
  OPTIONAL {{ ?removal zj:reason ?reason FILTER(LANGMATCHES(LANG(?reason), "{lang}")) }}
}} }} ORDER BY ?position ?text LIMIT {most}"""
_DROPPED = """
SELECT DISTINCT ?dropped ?words ?step ?rule ?reason ?start {{ GRAPH {version} {{
  ?dropped a zj:DroppedCandidate ; zj:step ?step ; zj:rule ?rule ; zj:focus ?place .
  ?place oa:hasSelector ?quoted , ?position . ?quoted oa:exact ?words . ?position oa:start ?start .
  OPTIONAL {{ ?dropped zj:reason ?reason FILTER(LANGMATCHES(LANG(?reason), "{lang}")) }}
}} }} ORDER BY ?start ?rule ?dropped LIMIT {most}"""


class Piece(Part, frozen=True, kw_only=True):
    """A stretch of a paragraph: text, a name, a quantity, or the place of removed text."""

    kind: str
    runs: list[Run]
    path: str = ""
    label: str = ""
    type: str = ""
    number: int = 0


class Stretch(Part, frozen=True, kw_only=True):
    """Pieces that are all cited, or all not."""

    is_cited: bool
    pieces: list[Piece]


class Removed(Part, frozen=True, kw_only=True):
    """A text that was taken out, where it stood, by which rule and why."""

    number: int
    text: str
    rule: str
    reason: str


class Paragraph(Part, frozen=True, kw_only=True):
    """A line of the text; ``removed`` stood in it or after it."""

    start: int
    stretches: list[Stretch]
    removed: list[Removed]


class ClaimLine(Part, frozen=True, kw_only=True):
    """A claim in one line; ``place`` marks its sentence on this page.

    ``contradictions`` is where those are shown in which it stands, empty where it stands in none.
    """

    link: Link
    place: str
    kind_label: str
    summary: str
    is_cited: bool
    contradictions: str


class Dropped(Part, frozen=True, kw_only=True):
    """Words that were considered and refused."""

    words: str
    step: str
    rule: str
    reason: str


class ArticlePage(Part, frozen=True, kw_only=True):
    """An article: ``cited`` is the claim that the address names."""

    article: ArticleLine
    authors: list[Link]
    url: str | None
    digest: str
    paragraphs: list[Paragraph]
    cited: ClaimCard | None
    is_cited_unknown: bool
    claims: list[ClaimLine]
    dropped: list[Dropped]
    removed: int


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    piece: Piece


@dataclass(frozen=True, slots=True)
class _Cited:
    """The sentence that the address names: its span, and the spans that carry the claim."""

    span: tuple[int, int] = (0, 0)
    focus: tuple[tuple[int, int], ...] = ()


def article_page(context: Context, version: str, fields: Mapping[str, str]) -> ArticlePage:
    """The page of an article version.

    Args:
        context: the store and the reader.
        version: the IRI of the version.
        fields: what to mark. ``claim``: a claim or mention, by its IRI or what follows the
            version's in it; else ``mark``: a span such as ``12-40`` in code points; else
            ``quote``: words of the text.
    """
    wanted, span, quote = (fields.get(name, "") for name in ("claim", "mark", "quote"))
    reader = context.reader
    text = reader.first(version, "zj:text", version) or ""
    iri = wanted if wanted.startswith(("http:", "https:")) else f"{version}/{wanted}"
    claim = card(context, iri) if wanted and context.is_known(iri) else None
    if wanted:
        cited = _cited(context, iri, claim)
    else:
        cited = _span(span, len(text)) if span else _quoted(quote, text)
    line = article_line(context, version)
    removed = list(_removed(context, version))
    return ArticlePage(
        article=line,
        authors=[context.link(iri) for iri in authors(reader, line.link.iri, version)],
        url=web_address(reader.first(line.link.iri, "schema:url", version)),
        digest=reader.first(version, "zj:digest", version) or "",
        paragraphs=list(_paragraphs(text, _marks(context, version), removed, cited)),
        cited=claim,
        is_cited_unknown=bool(wanted or span or quote) and cited.span == (0, 0),
        claims=list(_claims(context, version, iri)),
        dropped=_dropped(context, version),
        removed=len(removed),
    )


def web_address(written: str | None) -> str | None:
    """The address of an article if it is one of the web: an article may claim any."""
    is_web = written is not None and written.lower().startswith(("http://", "https://"))
    return written if is_web else None


def _cited(context: Context, iri: str, claim: ClaimCard | None) -> _Cited:
    if claim:
        at = claim.start
        focus: list[tuple[int, int]] = []
        for run in claim.runs:
            if run.strong:
                focus.append((at, at + len(run.text)))
            at += len(run.text)
        return _Cited((claim.start, claim.end), tuple(focus))
    mention = mention_item(context.reader, iri) if context.is_known(iri) else None
    return _Cited((mention.start, mention.end), mention.focus) if mention else _Cited()


def _span(written: str, length: int) -> _Cited:
    first, _, last = written.partition("-")
    if not (first.isascii() and first.isdecimal() and last.isascii() and last.isdecimal()):
        return _Cited()
    start, end = (min(int(each[:9]), length) for each in (first, last))
    return _Cited((start, end)) if start < end else _Cited()


def _quoted(quote: str, text: str) -> _Cited:
    start = text.find(quote) if quote else -1
    return _Cited((start, start + len(quote))) if start >= 0 else _Cited()


def _marks(context: Context, version: str) -> list[_Mark]:
    """What is a link in the text: names, and quantities outside of them; none overlap."""
    names = [
        _Mark(
            int(row["start"]),
            int(row["end"]),
            Piece(
                kind="mention",
                runs=[],
                path=context.addresses.thing(row["thing"]),
                label=context.term_label(row["type"]),
                type=row["type"].removeprefix(TERMS),
            ),
        )
        for row in context.select(_MENTIONS, version=node(version), most=_MOST)
    ]
    quantities = [
        _Mark(
            int(row["start"]),
            int(row["end"]),
            Piece(kind="quantity", runs=[], path=context.addresses.thing(row["thing"])),
        )
        for row in context.select(_QUANTITIES, version=node(version), most=_MOST)
    ]
    return _apart(names, quantities)


def _apart(*kinds: Sequence[_Mark]) -> list[_Mark]:
    """Of marks that overlap the longer; those of an earlier kind first."""
    taken: list[_Mark] = []
    covered: set[int] = set()
    for marks in kinds:
        for mark in sorted(marks, key=lambda mark: (mark.start - mark.end, mark.start)):
            if covered.isdisjoint(range(mark.start, mark.end)):
                covered.update(range(mark.start, mark.end))
                taken.append(mark)
    return sorted(taken, key=lambda mark: mark.start)


def _paragraphs(
    text: str, marks: Sequence[_Mark], removed: Sequence[tuple[int, Removed]], cited: _Cited
) -> Iterator[Paragraph]:
    lines = text.splitlines(keepends=True) or [""]
    ends = list(accumulate(map(len, lines)))
    cuts = [_Mark(at, at, Piece(kind="cut", runs=[], number=each.number)) for at, each in removed]
    inside = sorted([*marks, *cuts], key=lambda mark: (mark.start, mark.end))
    starts = [mark.start for mark in inside]
    for line, end in zip(lines, ends, strict=True):
        start = end - len(line)
        own = inside[bisect_left(starts, start) : bisect_left(starts, end)]
        yield Paragraph(
            start=start,
            stretches=_stretches(text, (start, end), own, cited),
            removed=[each for at, each in removed if start <= at < end or at >= end == len(text)],
        )


def _stretches(
    text: str, span: tuple[int, int], marks: Sequence[_Mark], cited: _Cited
) -> list[Stretch]:
    """A paragraph before, in and after the cited sentence."""
    start, end = span
    first, last = (min(max(place, start), end) for place in cited.span)
    parts = ((start, first, False), (first, last, True), (last, end, False))
    return [
        Stretch(is_cited=is_cited, pieces=_pieces(text, low, high, marks, cited.focus))
        for low, high, is_cited in parts
        if low < high
    ]


def _pieces(
    text: str, start: int, end: int, marks: Iterable[_Mark], focus: Sequence[tuple[int, int]]
) -> list[Piece]:
    """The stretch in pieces; a mark that reaches beyond it is clipped."""
    at = start
    found: list[Piece] = []
    for mark in marks:
        first, last = max(mark.start, start), min(mark.end, end)
        is_here = first < last if mark.start < mark.end else start <= mark.start < end
        if not is_here:
            continue
        if first > at:
            found.append(Piece(kind="text", runs=_runs(text, at, first, focus)))
        found.append(msgspec.structs.replace(mark.piece, runs=_runs(text, first, last, focus)))
        at = last
    if at < end:
        found.append(Piece(kind="text", runs=_runs(text, at, end, focus)))
    return found


def _runs(text: str, start: int, end: int, focus: Sequence[tuple[int, int]]) -> list[Run]:
    spans = [(first - start, last - start) for first, last in focus]
    return marked(text[start:end].rstrip("\r\n"), spans)


def _removed(context: Context, version: str) -> Iterator[tuple[int, Removed]]:
    rows = context.select(_REMOVALS, version=node(version), lang=context.lang, most=_MOST)
    for number, row in enumerate(rows, start=1):
        text = (row["text"] or "").strip()
        removed = Removed(number=number, text=text, rule=row["rule"], reason=row["reason"] or "")
        yield int(row["position"]), removed


def _claims(context: Context, version: str, cited: str) -> Iterator[ClaimLine]:
    reader = context.reader
    disputed = {each.claim for each in disputed_claims(context, [version])}
    for row in context.select(_CLAIMS, version=node(version), most=_MOST):
        claim = row["claim"]
        names = (shortened(name) for name in reader.values(claim, "rdf:type", version))
        own = (name.removeprefix("zj:") for name in names if name.startswith("zj:"))
        kind = next((name for name in own if name != "Claim"), "Claim")
        words = said(context, claim, kind, version)
        path = context.addresses.thing(claim)
        yield ClaimLine(
            link=Link(iri=claim, path=path, label=words or kind),
            place=_here(context, version, claim),
            kind_label=context.term_label(f"{TERMS}{kind}"),
            summary=words,
            is_cited=claim == cited,
            contradictions=contradictions_path(context, claim) if claim in disputed else "",
        )


def _here(context: Context, version: str, claim: str) -> str:
    fields = {"claim": claim.removeprefix(f"{version}/")}
    return f"{context.addresses.page('', **fields)}#cited"


def _dropped(context: Context, version: str) -> list[Dropped]:
    rows = context.select(_DROPPED, version=node(version), lang=context.lang, most=_MOST)
    return [
        Dropped(words=row["words"], step=row["step"], rule=row["rule"], reason=row["reason"] or "")
        for row in rows
    ]
