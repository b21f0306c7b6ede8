"""The error for a name that is not in a list, with the nearest name that is."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from zjkg.errors import Bilingual, ExportError


def unknown_name(thing: Bilingual, name: str, known: Sequence[str]) -> ExportError:
    """An error that names the unknown, the known, and what was probably meant."""
    listed = ", ".join(known)
    near = get_close_matches(name.lower(), known, n=1)
    meant = near[0] if near else known[0]
    return ExportError(
        Bilingual(f"there is no {thing.en} {name!r}", f"没有名为 {name!r} 的{thing.zh}"),
        where=name,
        expected=Bilingual(f"one of: {listed}", f"下列之一：{listed}"),
        next_step=Bilingual(
            f"did you mean {meant!r}?" if near else f"choose one of them, such as {meant!r}",
            f"您是否要用 {meant!r}？" if near else f"请从中选择，例如 {meant!r}",
        ),
    )
