"""The same cases as in the five articles, on articles of the project's own, end to end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from zjkg.build import Build
from zjkg.query import entities_named, named, records, run
from zjkg.settings import Settings
from zjkg.store import GraphStore

LINKED = """<html><head><title>湖滨生命谷启用</title></head><body>
<p>湖滨生命谷由湖州<a href="https://finance.sina.com.cn/realstock/company/sz300999/nc.shtml">湖滨医疗</a>器械产业园改建，已有<a href="http://info.stcn.com/dc/stock/?stockcode=SS688999" code="688999">青岚生物</a>、白鹭医药等企业入驻。</p>
<p>青岚生物董事长林微表示，公司去年营业收入达到12亿元。</p>
</body></html>"""

WITH_TEASERS = """湖濱生命谷昨日啟用,規劃面積150畝,已集聚青嵐生物、白鷺醫藥等企業40余家。
湖濱生命谷管委會主任陳立群表示,到2028年,園區企業將超過100家。
作為湖濱區的產業核心,湖濱生命谷聚焦細胞治療與醫療器械,園區內設有公共實驗室。
本報記者 周曉彤
昨日,某縣第三屆柑橘節開幕,全縣柑橘種植面積達12萬畝,預計產量將比去年增長一成,果農們在田間地頭忙著采摘,一派
據鐵路部門消息,春運首日全省發送旅客38 5萬人次,同比增長7 2%,各車站加開窗口,方便旅客購票、取票、改簽,志愿者
某市圖書館新館對外開放,館藏圖書超過200萬冊,設有兒童閱覽區、視障閱覽區等,市民憑身份證即可進館閱讀,開館首日
"""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    folder = tmp_path_factory.mktemp("own")
    (folder / "linked.html").write_text(LINKED, "utf-8")
    (folder / "teasers.txt").write_text(WITH_TEASERS, "utf-8")
    settings = Settings(store=folder / "store")
    assert not Build(settings, jobs=1).exactly([folder]).failed
    with GraphStore.open(settings.store) as store:
        yield store


def test_a_true_link_gives_the_code_and_a_false_one_no_entity(own: GraphStore) -> None:
    links = {row["anchor"]: row["accepted"] for row in records(run(own.engine, named("links")))}
    assert links == {"青岚生物": True, "湖滨医疗": False}
    (firm,) = entities_named(own.engine, "青岚生物")
    code = f"SELECT ?code ?exchange {{ <{firm}> zj:stockCode ?code ; zj:exchange ?exchange }}"
    assert list(records(run(own.engine, code))) == [{"code": "688999", "exchange": "SSE"}]
    assert not entities_named(own.engine, "湖滨医疗")


def test_teasers_leave_no_claim(own: GraphStore) -> None:
    rows = [r for r in records(run(own.engine, named("metrics"))) if r["source"] == "teasers"]
    assert {row["value"] for row in rows} == {150, 40, 100}
    removed = " ".join(str(r["text"]) for r in records(run(own.engine, named("removals"))))
    assert all(words in removed for words in ("柑橘節", "春運", "圖書館"))


def test_scripts_meet_without_conversion(own: GraphStore) -> None:
    (firm,) = entities_named(own.engine, "青岚生物")
    labels = f"SELECT ?label {{ <{firm}> rdfs:label ?label }} ORDER BY ?label"
    assert {row["label"] for row in records(run(own.engine, labels))} == {"青岚生物", "青嵐生物"}
    text = "SELECT ?text { ?v zj:source 'teasers' ; a zj:ArticleVersion ; zj:text ?text }"
    (stored,) = {str(row["text"]) for row in records(run(own.engine, text))}
    assert "40余家" in stored
    assert stored.startswith("湖濱生命谷")


def test_without_a_date_yesterday_stays_unresolved(own: GraphStore) -> None:
    rows = [r for r in records(run(own.engine, named("metrics"))) if r["source"] == "teasers"]
    periods = {row["value"]: (row["periodStart"], row["periodEnd"]) for row in rows}
    assert periods == {150: (None, None), 40: (None, None), 100: (None, "2028")}
