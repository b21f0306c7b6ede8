from __future__ import annotations

from pathlib import Path

import pytest

from zjkg.errors import SettingsError
from zjkg.linking import load_judgements

HEADER = b"first,second,same,who,when,why\n"


def test_rows_in_their_order(tmp_path: Path) -> None:
    path = tmp_path / "judgements.csv"
    path.write_bytes(HEADER + '"蓝舟, 总部",蓝舟,yes,Lin,2024,"one\nfirm"\nb,c,no,,,\n'.encode())
    first, second = load_judgements(path)
    assert (first.first, first.same, first.why) == ("蓝舟, 总部", True, "one\nfirm")
    assert (second.second, second.same) == ("c", False)


@pytest.mark.parametrize(
    "rows",
    [
        b"a\xff,b,yes,x,y,z\n",
        b"a,b,yes,x,y,z,more\n",
        b"a,b\n",
        b"a,b,maybe,x,y,z\n",
        b"a" * 200_000 + b",b,yes,x,y,z\n",
    ],
    ids=["not UTF-8", "a cell too many", "too few", "no answer", "endless"],
)
def test_what_cannot_be_used_is_one_clear_error(tmp_path: Path, rows: bytes) -> None:
    path = tmp_path / "judgements.csv"
    path.write_bytes(HEADER + rows)
    with pytest.raises(SettingsError, match="judgements file is unusable"):
        load_judgements(path)


def test_a_pair_is_judged_once(tmp_path: Path) -> None:
    path = tmp_path / "judgements.csv"
    path.write_bytes(
        HEADER + "蓝舟科技,深蓝,yes,x,1,z\nd,e,no,x,1,z\n深蓝,藍舟科技,no,y,2,z\n".encode()
    )
    with pytest.raises(SettingsError, match="line 4 of the judgements file contradicts line 2"):
        load_judgements(path)
