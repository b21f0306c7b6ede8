"""Whose a bare post is, and posts held at an organization that stands before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.claims.conftest import MakeMarked


def test_a_bare_chairman_leads_the_firm_spoken_of_most(make_marked: MakeMarked) -> None:
    case = make_marked(
        "[O:远帆生物]昨日公布年报。[O:远帆生物]收入增长两成。"
        "至于去年投资的[O:云杉医药]，仍在亏损。董事长[P:林晓岚]说不会再投。"
    )
    assert case.roles == {("林晓岚", "远帆生物", "董事长")}


def test_a_bare_bureau_chief_leads_what_was_named_last(make_marked: MakeMarked) -> None:
    case = make_marked(
        "[O:滨湖科技局]昨日发文。[O:滨湖科技局]今年换届。[O:滨湖药监局]另有安排。局长[P:林晓岚]到场。"
    )
    assert case.roles == {("林晓岚", "滨湖药监局", "局长")}


def test_a_former_assistant(make_marked: MakeMarked) -> None:
    case = make_marked("曾任[O:东湖大学]研究助理的[P:林晓岚]记得那段日子。")
    assert case.roles == {("林晓岚", "东湖大学", "研究助理")}


def test_who_held_a_post_there(make_marked: MakeMarked) -> None:
    case = make_marked("八年前在[O:松陵医院]当驻院医生的[P:林晓岚]记得那段日子。")
    assert case.roles == {("林晓岚", "松陵医院", "驻院医生")}


def test_a_paragraphs_own_firm_goes_before_the_texts(make_marked: MakeMarked) -> None:
    case = make_marked(
        "[O:远帆生物]昨日公布年报。[O:远帆生物]收入增长两成。\n"
        "[O:云杉医药]则仍在亏损。营运总监[P:林晓岚]说今年会好转。"
    )
    assert case.roles == {("林晓岚", "云杉医药", "营运总监")}


def test_a_post_still_held(make_marked: MakeMarked) -> None:
    case = make_marked("[O:远帆生物]有员工1600人，[P:林晓岚]仍任董事长。")
    assert case.roles == {("林晓岚", "远帆生物", "董事长")}


def test_a_field_behind_a_whole_name_belongs_to_the_post(make_marked: MakeMarked) -> None:
    case = make_marked("[O:滨湖科技园公司]生命健康科技总监[P:林晓岚]致辞。")
    assert case.roles == {("林晓岚", "滨湖科技园公司", "生命健康科技总监")}


def test_who_works_abroad(make_marked: MakeMarked) -> None:
    case = make_marked("[P:林晓岚]申请停薪，到位于[L:湖州]的[O:松陵医院]做研究员。")
    assert case.roles == {("林晓岚", "松陵医院", "研究员")}


def test_a_post_of_before_stands_before_the_one_of_now(make_marked: MakeMarked) -> None:
    case = make_marked("曾任[O:松陵医院]主任的[O:东湖大学]教授[P:林晓岚]提醒业者。")
    assert case.roles == {("林晓岚", "松陵医院", "主任"), ("林晓岚", "东湖大学", "教授")}


def test_a_customer_is_not_the_firm_spoken_of(make_marked: MakeMarked) -> None:
    case = make_marked(
        "[O:远帆生物]昨日公布年报。最大客户[O:云杉医药]贡献四成，总经理[P:林晓岚]说会改善。"
    )
    assert case.roles == {("林晓岚", "远帆生物", "总经理")}
