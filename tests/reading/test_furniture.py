import pytest

from zjkg.reading.furniture import line_rule


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Special Reports", "page-furniture"),
        ("Back to top", "page-furniture"),
        ("* * *", "page-furniture"),
        ("返回顶部", "page-furniture"),
        ("相關新聞：", "page-furniture"),
        ("下一篇：别的新闻", "page-furniture"),
        ("版权声明：未经许可不得转载", "page-furniture"),
        ("首页 > 财经 > 正文", "breadcrumb"),
        ("您的位置：首页", "breadcrumb"),
        ("海量资讯、精准解读，尽在某某APP", "app-promotion"),
        ("扫描二维码，关注某某公众号。", "app-promotion"),
        ("下载某某客户端", "app-promotion"),
        ("Follow us on WeChat and Weibo", "app-promotion"),
        ("Subscribe to our newsletter", "app-promotion"),
        ("图片来源：某某社", "caption"),
        ("Photo by Wu Min", "caption"),
        ("图为滨江园外景。通讯员 供图", "caption"),
        ("▲滨江园一期", "caption"),
        ("滨江园启用现场。本报记者 林微 摄", "caption"),
        ("A view of Riverton Park. [Photo/Lowland Daily]", "caption"),
        ("声明：本文来源于网络，如有侵权请联系删除。", "page-furniture"),
        ("本文转载自某某网，不代表本站立场。", "page-furniture"),
        ("Copyright 2001 - 2022. All rights reserved.", "page-furniture"),
        ("违法和不良信息举报电话 某ICP备12345678号", "page-furniture"),
    ],
)
def test_furniture(line: str, rule: str) -> None:
    assert line_rule(line) == rule


@pytest.mark.parametrize(
    "line",
    [
        "更多企业开始使用微信小程序办理业务。",
        "更多企业落户园区",
        "图灵药业落户园区。",
        "▲滨江园二期开工，总投资12亿元，预计明年投产。",
        "声明称，公司生产不受影响。",
        "Copyrighted research is licensed to firms abroad.",
        "园区企业研发的内窥镜可实时拍摄，已在二十家医院试用。",
        "下载量超过一亿次的某某APP由园区企业研发，今年用户增长三成。",
        "Next steps for the park",
        "Reports of growth",
        "相关企业增长三成",
        "The park's app was downloaded a million times.",
        "产值 > 成本",
        "推荐信制度",
    ],
)
def test_text(line: str) -> None:
    assert line_rule(line) is None
