"""How the figures of the worlds are shown: identity, contradictions, reposts, origins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zjkg.cli.tables import Table
from zjkg.errors import Bilingual

if TYPE_CHECKING:
    from zjkg.quality.worlds import BCubed, WorldScore

_IDENTITY = "identity"
_OF_FOUND = "identity.found"


def world_table(score: WorldScore, heading: tuple[Bilingual, ...]) -> Table:
    """The figures of one world; those of identity count names and no rows."""
    rows = [
        (name, *(f"{figure:.3f}" for figure in (each.precision, each.recall, each.f1)), "", "", n)
        for name, each, n in (
            (_IDENTITY, score.identity, str(score.identity.names)),
            (_OF_FOUND, score.identity_of_found, str(score.identity_of_found.names)),
        )
    ]
    rows += [
        (
            name,
            *(f"{figure:.3f}" for figure in (each.precision, each.recall, each.f1)),
            *(str(count) for count in (each.right, each.predicted, each.gold)),
        )
        for name, each in score.figures.items()
        if not each.is_empty
    ]
    world = "合计" if score.name == "total" else score.name
    title = Bilingual(
        f"worlds, {score.name} (identity: B-cubed over names)",
        f"语料世界，{world}（identity：按名称的 B-cubed）",
    )
    return Table(title, heading, rows)


def plain_world(score: WorldScore) -> dict[str, Any]:
    """The figures of one world as JSON has them."""
    return {
        "world": score.name,
        "figures": {
            _IDENTITY: _b_cubed(score.identity),
            _OF_FOUND: _b_cubed(score.identity_of_found),
        }
        | {
            name: {
                "precision": round(each.precision, 4),
                "recall": round(each.recall, 4),
                "f1": round(each.f1, 4),
                "right": each.right,
                "predicted": each.predicted,
                "gold": each.gold,
            }
            for name, each in score.figures.items()
        },
    }


def _b_cubed(each: BCubed) -> dict[str, float]:
    return {
        "precision": round(each.precision, 4),
        "recall": round(each.recall, 4),
        "f1": round(each.f1, 4),
        "names": each.names,
    }
