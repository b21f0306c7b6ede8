from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from zjkg.errors import SettingsError
from zjkg.linking import load_judgements
from zjkg.linking.judgements import judged_pairs
from zjkg.linking.profiles import profiles_of
from zjkg.model import ArticleRecord, EntityType, Judgement

MakeRecord = Callable[..., ArticleRecord]

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


def test_the_article_is_part_of_the_name(tmp_path: Path) -> None:
    """Names of articles are not folded, so these are two pairs."""
    path = tmp_path / "judgements.csv"
    path.write_bytes(HEADER + "a-1#蓝舟,b#深蓝,yes,x,1,z\na1#蓝舟,b#深蓝,no,x,1,z\n".encode())
    assert [row.same for row in load_judgements(path)] == [True, False]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("蓝舟", {"a#1/e0", "a#1/e1", "b/e0"}),
        ("b#藍舟", {"b/e0"}),
        ("a#1#蓝舟", {"a#1/e0", "a#1/e1"}),
        ("a#1#蓝舟#Park", {"a#1/e1"}),
        ("a#1#C#", {"a#1/e2"}),
        ("C#", {"a#1/e2"}),
        ("a#蓝舟", set()),
    ],
)
def test_what_a_written_name_means(make_record: MakeRecord, written: str, meant: set[str]) -> None:
    firm, park = EntityType.ORGANIZATION, EntityType.PARK
    records = [
        make_record("a#1", "蓝舟在蓝舟用C#编程。", [("蓝舟", firm), ("蓝舟", park), ("C#", firm)]),
        make_record("b", "蓝舟开业。", [("蓝舟", firm)]),
        make_record("c", "云帆开业。", [("云帆", firm)]),
    ]
    profiles = [each for record in records for each in profiles_of(record)]
    row = Judgement(written, "c#云帆", same=True, who="", when="", why="")
    found = {f"{first.source}/{first.key}" for first, _ in judged_pairs([row], profiles)}
    assert found == meant
