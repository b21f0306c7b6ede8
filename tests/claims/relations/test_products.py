"""A product that no sentence gives an owner belongs to the firm that the text is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.claims.conftest import MakeMarked

PROFILE = "[O:远帆生物]去年搬进新楼。[O:远帆生物]今年扩招。"


def test_the_firm_of_a_profile_owns_its_products(make_marked: MakeMarked) -> None:
    case = make_marked(PROFILE + "[D:帆瑞单抗]三期入组过半。")
    assert ("远帆生物", "develops", "帆瑞单抗") in case.relations


def test_a_text_about_two_firms_says_nothing(make_marked: MakeMarked) -> None:
    case = make_marked(PROFILE + "[O:云杉医药]也在扩招。[O:云杉医药]缺人。[D:帆瑞单抗]入组过半。")
    assert case.relations == set()


def test_what_comes_from_others_is_theirs(make_marked: MakeMarked) -> None:
    case = make_marked(PROFILE + "[D:帆云平台]引进自海外。")
    assert case.relations == set()


def test_a_landlord_develops_nothing(make_marked: MakeMarked) -> None:
    case = make_marked("[O:滨湖发展公司]开工。[O:滨湖发展公司]招商。[D:帆瑞单抗]入组过半。")
    assert case.relations == set()


def test_a_product_with_an_owner_keeps_it(make_marked: MakeMarked) -> None:
    case = make_marked(PROFILE + "[D:杉立停]由[O:云杉医药]自主研发。")
    assert {row for row in case.relations if row[1] == "develops"} == {
        ("云杉医药", "develops", "杉立停")
    }
