"""Where firms are, told in pieces over an article: who is described, shown or quoted there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zjkg.model import Predicate

if TYPE_CHECKING:
    from tests.claims.conftest import Case, MakeMarked

_PARK = (
    "清晨的[K:滨湖药谷]很安静。走进[K:滨湖药谷]，厂房之间是成片的香樟。"
    "[K:滨湖药谷]十年前只有两栋楼。如今园区里有食堂、班车和幼儿园。"
)


def _sited(case: Case) -> set[str | None]:
    return {
        case.label(relation.subject)
        for relation in case.claims.relations
        if relation.predicate is Predicate.LOCATED_IN and relation.rule == "relation-zh-likely-site"
    }


def test_a_firm_whose_space_is_shown_is_in_the_park_of_the_text(make_marked: MakeMarked) -> None:
    case = make_marked(
        _PARK + "做疫苗佐剂的[O:远帆生物]租下了园区两层楼，车间里的灯彻夜亮着，隔壁是一间实验室。"
    )
    assert _sited(case) == {"远帆生物"}


def test_a_backer_is_not(make_marked: MakeMarked) -> None:
    case = make_marked(_PARK + "这家企业去年由[O:云杉资本]领投。")
    assert _sited(case) == set()


def test_what_is_denied_is_not_said(make_marked: MakeMarked) -> None:
    case = make_marked(_PARK + "[O:远帆生物]没有落户[K:滨湖药谷]。")
    assert _sited(case) == set()


def test_one_sentence_tells_nothing_in_pieces(make_marked: MakeMarked) -> None:
    case = make_marked("[K:滨湖药谷]的车间里，[O:远帆生物]的灯彻夜亮着。")
    assert _sited(case) == set()
