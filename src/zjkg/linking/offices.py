"""Offices whose names keep their kind where their area is shortened: 竹科管理局."""

from __future__ import annotations

from typing import Final

from zjkg.folding import match_key

OFFICES: Final = tuple(
    match_key(office) for office in ("管理局", "管委会", "管理委员会", "办公室", "促进局", "招商局")
)
