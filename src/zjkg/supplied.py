"""How what a person supplies now differs from what a store was built with."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from zjkg.ids import Minter
from zjkg.pipeline import Knowledge, supplied_graphs
from zjkg.settings import Settings
from zjkg.store import GraphStore, State


@dataclass(frozen=True, slots=True)
class Counted:
    """How many entries are gone, new, and said otherwise."""

    gone: int = 0
    new: int = 0
    changed: int = 0

    def __bool__(self) -> bool:
        """Whether there is any difference."""
        return bool(self.gone or self.new or self.changed)


@dataclass(frozen=True, slots=True)
class Difference:
    """What is supplied otherwise; the folders as they were named, empty for zjkg's own."""

    judgements: Counted = Counted()
    authority: Counted = Counted()
    before: str = ""
    now: str = ""

    def __bool__(self) -> bool:
        """Whether there is any, wherever it lies."""
        return bool(self.judgements or self.authority)


def named_folder(settings: Settings) -> str:
    """The seeds folder as it was named; empty where nobody named one."""
    return str(settings.seeds or "")


def difference(store: GraphStore, before: State, settings: Settings) -> Difference:
    """Compare what the store holds of judgements and authority with what there is now.

    The graphs themselves are compared: the state tells only where they came from.
    """
    now = named_folder(settings)
    if not before.articles:
        return Difference(before=before.seeds, now=now)
    minter = Minter(settings.base)
    wanted = supplied_graphs(Knowledge.load(settings).judgements, settings)

    def counted(name: str) -> Counted:
        graph = minter.graph(name)
        held = store.engine.quads_for_pattern(None, None, None, NamedNode(graph))
        return _counted(set(held), set(wanted[graph]))

    return Difference(counted("judgements"), counted("authority"), before.seeds, now)


def _counted(before: set[Quad], now: set[Quad]) -> Counted:
    held, wanted = ({str(quad.subject) for quad in quads} for quads in (before, now))
    touched = {str(quad.subject) for quad in before ^ now}
    return Counted(len(held - wanted), len(wanted - held), len(touched & held & wanted))
