"""``compare``: figures of several things, or of one measure over sources, side by side.

Nothing is averaged, added up or chosen: every figure stands as its sentence says it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Annotated

import msgspec

from zjkg.agents.arguments import CompareArguments
from zjkg.agents.calls import Call, Tool
from zjkg.agents.facts import Fact, clipped, fact, fact_lines, number
from zjkg.agents.figures import ordered_figures
from zjkg.agents.measures import MeasureWords
from zjkg.agents.paging import Page
from zjkg.agents.schemas import meaning
from zjkg.agents.things import Named, Thing, namesake_lines, the_thing
from zjkg.errors import Bilingual, MessageLanguage, QueryError
from zjkg.query.claim_reader import claim_item
from zjkg.query.reader import GraphReader

_LONGEST = 300


class Figure(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """One number with its hedge, as one sentence says it."""

    subject: Annotated[str | None, meaning("whose, in the article's words", "主体，按文章写法")]
    subject_iri: str | None
    measure: Annotated[str | None, meaning("of what, in the article's words", "指标，按文章写法")]
    value: Annotated[
        int | float | str | None,
        meaning("in the base unit; text if exact only so", "基本单位的数值"),
    ]
    value_max: Annotated[int | float | str | None, meaning("end of a range", "区间上限")]
    unit: str | None
    comparator: Annotated[
        str | None, meaning("= ~ > >= < <= range: ~ is about, > more than", "= ~ > >= < <= range")
    ]
    modality: Annotated[str | None, meaning("actual, target or forecast", "实际、目标或预测")]
    change: Annotated[
        str | None,
        meaning(
            "increase or decrease where the value is a change, none where it is a level",
            "数值为变化幅度时注明 increase 或 decrease，水平值则无",
        ),
    ]
    period_start: str | None
    period_end: str | None
    share_of: Annotated[str | None, meaning("the whole of a share", "占比的整体")]
    qualifier: str | None
    fact: Fact


class Group(msgspec.Struct, frozen=True, rename="camel"):
    """Figures of one measure and unit, or that the graph relates to each other."""

    number: Annotated[
        int, meaning("a group may go on in the next answer", "同组可在下一次回答中继续")
    ]
    measures: Annotated[list[str], meaning("what the figures here measure", "本组数值的指标")]
    unit: str | None
    figures: list[Figure]


class CompareResult(msgspec.Struct, frozen=True, rename="camel"):
    """Groups of figures that stand beside each other."""

    things: list[Thing]
    namesakes: list[Thing]
    understood_as: Annotated[
        list[str], meaning("measures of the scheme that the words name", "所给文字对应的指标概念")
    ]
    groups: list[Group]
    notes: list[str]
    page: Page


def _run(call: Call[CompareArguments]) -> CompareResult:
    place, wanted, reader = call.place, call.arguments, call.reading.reader
    if not wanted.things and wanted.measure is None:
        raise _nothing_to_compare()
    named = [the_thing(call.reading.engine, thing, call.lang) for thing in wanted.things]
    words = MeasureWords.read(reader, wanted.measure) if wanted.measure is not None else None
    things = {each.thing.iri for each in named}
    ordered = ordered_figures(reader, _claims(reader, named, words), things)
    read = (
        (position, figure)
        for position, key in ordered[place.offset : place.end]
        if (figure := _figure(reader, key.claim, call.lang)) is not None
    )
    found = place.page(read, len(ordered))
    return CompareResult(
        [each.thing for each in named],
        [other for each in named for other in each.namesakes[:5]],
        [] if words is None else words.concepts(call.lang),
        [
            _group(number, [f for _, f in run])
            for number, run in groupby(found.items, lambda f: f[0])
        ],
        [note.pick(call.lang) for note in _notes(found.page, words)],
        found.page,
    )


def _claims(reader: GraphReader, named: list[Named], words: MeasureWords | None) -> Iterable[str]:
    """The observations about the things, with that measure."""
    if not named:
        return words.observations(reader) if words else ()
    about = dict.fromkeys(
        claim for each in named for claim in reader.subjects("zj:subject", each.thing.iri)
    )
    observed = [claim for claim in about if reader.graph_of(claim, "zj:Observation")]
    return observed if words is None else [each for each in observed if words.fit(reader, each)]


def _figure(reader: GraphReader, claim: str, lang: MessageLanguage) -> Figure | None:
    item = claim_item(reader, claim)
    if item is None:
        return None
    graph = reader.graph_of(claim, "zj:Observation")

    def get(name: str) -> str | None:
        text = reader.first(claim, f"zj:{name}", graph)
        return None if text is None else clipped(text, _LONGEST)

    return Figure(
        subject=get("subjectLabel"),
        subject_iri=get("subject"),
        measure=get("measure"),
        value=number(get("value")),
        value_max=number(get("valueMax")),
        unit=get("unit"),
        comparator=get("comparator"),
        modality=get("modality"),
        change=get("change"),
        period_start=get("periodStart"),
        period_end=get("periodEnd"),
        share_of=get("shareOf"),
        qualifier=get("qualifier"),
        fact=fact(item, lang),
    )


def _group(position: int, figures: list[Figure]) -> Group:
    measures = dict.fromkeys(figure.measure for figure in figures if figure.measure)
    units = dict.fromkeys(figure.unit for figure in figures)
    return Group(position, list(measures), next(iter(units)) if len(units) == 1 else None, figures)


def _notes(page: Page, words: MeasureWords | None) -> Iterator[Bilingual]:
    if page.shown:
        yield Bilingual(
            "figures stand as their sentences say them; none is averaged, added up or preferred",
            "数值均按原句列出，不取平均、不求和、不作取舍",
        )
    elif words is not None and words.alike:
        alike = ", ".join(words.alike)
        yield Bilingual(f"measures called alike: {alike}", f"相近的指标：{alike}")


def _nothing_to_compare() -> QueryError:
    return QueryError(
        Bilingual("there is nothing to compare", "没有可比较的内容"),
        where="compare",
        expected=Bilingual("things, a measure, or both", "things、measure，或两者"),
        next_step=Bilingual(
            'for example {"things": ["张江"], "measure": "licence-out"}',
            '例如 {"things": ["张江"], "measure": "对外许可"}',
        ),
    )


def _lines(answer: CompareResult, lang: MessageLanguage) -> Iterator[str]:
    yield answer.page.words.pick(lang)
    yield from answer.notes
    yield from namesake_lines(answer.namesakes, lang)
    place = answer.page.first
    for group in answer.groups:
        yield f"[{group.number}] {' / '.join(group.measures)}"
        for figure in group.figures:
            yield from fact_lines(place, figure.fact, lang)
            place += 1


COMPARE = Tool(
    "compare",
    Bilingual("Figures side by side", "数值并列"),
    Bilingual(
        "Figures of up to five things, or of one measure over all sources, side by side: value, "
        "bound, unit, period, actual or target, speaker, sentence and article of each, with what "
        "contradicts it. Nothing is averaged or chosen.",
        "至多五个事物的数值，或某一指标在所有来源中的数值，并列给出：数值、界限、单位、时期、"
        "实际或目标、"
        "说话人、原句、文章及矛盾；不取平均，不作取舍。",
    ),
    CompareArguments,
    CompareResult,
    _run,
    _lines,
)
