"""Who stands behind a Chinese amount: the policy it goes by, the office that gives, who invests.

Each feature is handed to ``add`` with its entity.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from zjkg.claims.observations.chinese.functions import Function
from zjkg.claims.observations.chinese.kinds import Kind, MeasureKind
from zjkg.claims.observations.chinese.salience import Salience
from zjkg.claims.observations.chinese.scenes import Scene
from zjkg.claims.observations.text import clause_at
from zjkg.model import EntityType, Quantity

Add = Callable[[str | None, str], None]
_GIVES = re.compile(r"拿出|安排|投入|出资|拨[付款出]|编列|预留|设立|推出|给予|提供|支持|将")
_DOES = re.compile(r"新开|开通|增设|新增|新建|兴建|培训|合办|举办|推出|招聘|安排|引进")
_SCHEME_BACK = 4  # sentences back in which the policy of a grant may stand
_SCHEMES = frozenset({EntityType.POLICY, EntityType.PROJECT})
_INVESTS = re.compile(r"领投|跟投|参投|联合投资|追加投资")
_SPENT = frozenset({MeasureKind.SPENDING, MeasureKind.GRANT, MeasureKind.MONEY})
_RAISED = frozenset({MeasureKind.FINANCING, MeasureKind.MONEY})


class Backing:
    """Tells who stands behind an amount of one sentence."""

    def __init__(
        self,
        scene: Scene,
        salience: Salience,
        quantity: Quantity,
        measured: MeasureKind,
        add: Add,
    ) -> None:
        self._scene = scene
        self._salience = salience
        self._quantity = quantity
        self._measured = measured
        self._add = add
        self._key = scene.text.key
        self._number = clause_at(scene.clauses, quantity.span.start)

    def read(self, *, bare: bool) -> None:
        """Add all features; ``bare`` is whether no clause up to the amount has a subject."""
        self._sources()
        self._scheme()
        self._investors()
        if bare:
            self._giver()

    def _sources(self) -> None:
        """What the sentence goes by: 按照《某办法》，…."""
        for standings in self._scene.standings[: self._number + 1]:
            for each in standings:
                if each.function is Function.SOURCE:
                    kind = self._salience.kind_of(each.actor.entity)
                    self._add(each.actor.entity, f"source:{kind}")
                    if self._measured in _SPENT:
                        self._add(each.actor.entity, f"source:{kind}:spent")

    def _scheme(self) -> None:
        """The policy or programme named last: what grants and ceilings are of."""
        if self._measured is not MeasureKind.GRANT:
            return
        here = [each for part in self._scene.standings[: self._number + 1] for each in part]
        past = [each for past in self._salience.before(_SCHEME_BACK - 1) for each in past.standings]
        named = [each.actor for each in (*past, *here) if each.actor.type in _SCHEMES]
        if named:
            self._add(named[-1].entity, "scheme:last")

    def _investors(self) -> None:
        """Who invests, where the value is what was raised: 某资本领投了某药业的B轮融资."""
        if self._measured not in _RAISED:
            return
        for clause, standings in zip(self._scene.clauses, self._scene.standings, strict=True):
            verb = _INVESTS.search(self._key, clause.start, clause.end)
            if verb is None:
                continue
            for each in standings:
                if each.actor.span.end <= verb.start():
                    self._add(each.actor.entity, "investor")

    def _giver(self) -> None:
        """The office whose speaker tells what is spent: 某局局长表示，将拿出5000万元支持…."""
        employer = self._salience.employer() if self._salience.is_speaking() else None
        if employer is None:
            return
        clause = self._scene.clauses[self._number]
        if self._measured not in _SPENT:
            office = self._salience.kind_of(employer) is Kind.AUTHORITY
            if office and _DOES.search(self._key, clause.start, self._quantity.number.start):
                self._add(employer, "does:authority")
            return
        if _GIVES.search(self._key, clause.start, self._quantity.number.start):
            self._add(employer, f"gives:{self._salience.kind_of(employer)}")
