"""Which part of a large store a library query reads, and what is said of the rest.

The graph numbers its articles in portions (``zj:portion``), and its contradictions and the like.
A query of the library asks for ``$portions``: all of them in a small store, a few in a large one,
so that it ends in a moment. What it leaves out is written beside it as a comment of the query's
text. So whoever has the text, on the command line, in a page or behind the endpoint, can tell.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, takewhile

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from zjkg.errors import Bilingual, QueryError
from zjkg.ids import TERMS
from zjkg.query.library import ARTICLES, BEGINNING, Portioned
from zjkg.query.prefixes import PREFIXES
from zjkg.vocab import ZJ

ALL = "all"
SIZE = 100
"""How many things a portion holds."""
_SMALL = 10
"""A store of so many portions of articles is read whole."""
_WRITTEN = re.compile(r"([1-9][0-9]{0,5})(\+|-[1-9][0-9]{0,5})?")
_UNREAD = re.compile(
    r"VALUES \?portion \{[0-9 ]+\} # portions ([0-9]+)-([0-9]+) of ([0-9]+)(?:, next ([0-9]+\+))?"
)
_WHOLE = ""
# The limits are far above any answer; engines that plan by estimates learn that it is bounded.
_NAMING = """
SELECT ?portion (COUNT(?version) AS ?articles) {{
  {{ SELECT DISTINCT ?version {{
      {chosen}
      GRAPH ?version {{ ?thing zj:name ?name }}
    }} LIMIT 100000000 }}
  ?version zj:portion ?portion .
}} GROUP BY ?portion"""


@dataclass(frozen=True, slots=True)
class Unread:
    """That a query reads only the portions from ``first`` to ``last`` of so many.

    ``following`` is what ``portions`` takes to go on; None at the end.
    """

    first: int
    last: int
    count: int
    following: str | None

    @property
    def words(self) -> Bilingual:
        """What was read, and how to go on."""
        on_en = f"go on with portions={self.following}, " if self.following else ""
        on_zh = f"继续请用 portions={self.following}，" if self.following else ""
        return Bilingual(
            f"only portions {self.first} to {self.last} of {self.count} were read, {SIZE} articles "
            f"or findings each; {on_en}read everything with portions={ALL}",
            f"只读取了第 {self.first} 至 {self.last} 份，共 {self.count} 份，每份 {SIZE} 篇文章或"
            f" {SIZE} 项结论；{on_zh}全部请用 portions={ALL}",
        )


def unread(text: str) -> Unread | None:
    """What a query leaves out that came from the library; None where it reads the whole store."""
    match = _UNREAD.search(text)
    if match is None:
        return None
    return Unread(int(match[1]), int(match[2]), int(match[3]), match[4])


def chosen_portions(
    store: Store, query: str, portioned: Portioned, wanted: str, things: Sequence[str]
) -> str:
    """The values of ``?portion``, with a comment on the rest; empty for the whole store.

    Args:
        store: whose portions they are.
        query: what the query is called in messages.
        portioned: how the query is portioned.
        wanted: ``all``, ``3``, ``3-5`` or ``3+``.
        things: the entities that the query is about, as terms; only portions that name one count.

    Raises:
        QueryError: if that is no choice of portions.
    """
    wanted = wanted.replace(" ", "+")  # what an address makes of a plus that is not escaped
    match = _WRITTEN.fullmatch(wanted)
    if wanted == ALL:
        return _WHOLE
    if match is None:
        raise _no_choice(query, wanted)
    count = _count(store, portioned.kind)
    small = _SMALL if portioned.kind == ARTICLES else portioned.at_once
    if count <= small and wanted == BEGINNING:
        return _WHOLE
    first, end = int(match[1]), match[2]
    if end == "+" and things:
        named = _naming(store, things, portioned.through)
        chosen, following = _as_many_as_come(named, first, portioned.at_once * SIZE)
    else:
        last = {None: first, "+": first + portioned.at_once - 1}.get(end) or int(end[1:])
        chosen = list(range(first, max(min(last, count), first) + 1))
        following = chosen[-1] + 1 if chosen[-1] < count else None
    if following is None and wanted == BEGINNING:
        return _WHOLE
    return _written(chosen, count, following)


def _as_many_as_come(
    named: Mapping[int, int], first: int, most: int
) -> tuple[list[int], int | None]:
    """The portions from the first on that hold about so many articles, and the next one."""
    left = [portion for portion in sorted(named) if portion >= first]
    before = accumulate((named[portion] for portion in left), initial=0)
    pairs = takewhile(lambda pair: pair[1] < most, zip(left, before, strict=False))
    chosen = [portion for portion, _ in pairs]
    following = left[len(chosen)] if len(chosen) < len(left) else None
    return chosen or [first], following


def _written(chosen: Sequence[int], count: int, following: int | None) -> str:
    numbers = " ".join(map(str, chosen))
    on = f", next {following}+" if following is not None else ""
    said = f"portions {chosen[0]}-{chosen[-1]} of {count}{on}"
    return f"VALUES ?portion {{ {numbers} }} # {said}"


def _count(store: Store, kind: str) -> int:
    """How many portions the things of a class have; 0 in a store that numbers none."""
    counted = store.quads_for_pattern(NamedNode(f"{TERMS}{kind}"), ZJ.portionCount, None, None)
    return max((int(q.object.value) for q in counted if isinstance(q.object, Literal)), default=0)


def _naming(store: Store, things: Sequence[str], through: str | None) -> dict[int, int]:
    """By portion how many articles name one of the things, or what is joined to it."""
    values = f"{{ {' '.join(things)} }}"
    chosen = f"VALUES ?thing {values}"
    if through:
        joined = f"VALUES ?whole {values} ?thing {through}* ?whole"
        chosen = f"{{ SELECT DISTINCT ?thing WHERE {{ {joined} }} LIMIT 100000000 }}"
    text = _NAMING.format(chosen=chosen)
    answer = store.query(text, prefixes=dict(PREFIXES), use_default_graph_as_union=True)
    if not isinstance(answer, QuerySolutions):
        raise TypeError(text)
    return {int(row["portion"].value): int(row["articles"].value) for row in answer}


def _no_choice(query: str, wanted: str) -> QueryError:
    return QueryError(
        Bilingual(f"portions cannot be {wanted!r}", f"portions 不能是 {wanted!r}"),
        where=query,
        expected=Bilingual(
            f"a portion such as 3, portions such as 3-5, 3+ or {ALL}",
            f"份号，例如 3；范围，例如 3-5；3+；或 {ALL}",
        ),
        next_step=Bilingual("correct the value", "请更正该值"),
    )
