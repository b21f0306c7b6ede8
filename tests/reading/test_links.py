import pytest

from zjkg.reading.links import security


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("https://a.cn/realstock/company/sz300999/nc.shtml", ("SZSE", "300999")),
        ("http://a.cn/dc/stock/?stockcode=SS688001", ("SSE", "688001")),
        ("http://a.cn/dc/stock/?stockcode=SH600001", ("SSE", "600001")),
        ("https://quote.eastmoney.com/sh601888.html", ("SSE", "601888")),
        ("https://quote.eastmoney.com/bj/832000.html", ("BSE", "832000")),
        ("https://quote.eastmoney.com/unify/r/0.300760", ("SZSE", "300760")),
        ("https://quote.eastmoney.com/unify/r/116.00700", ("HKEX", "00700")),
        ("https://xueqiu.com/S/SZ000001", ("SZSE", "000001")),
        ("https://xueqiu.com/S/09988", ("HKEX", "09988")),
        ("http://stockpage.10jqka.com.cn/600519/", ("SSE", "600519")),
        ("http://stockpage.10jqka.com.cn/HK0700/", ("HKEX", "00700")),
        ("https://stock.a.cn/hkstock/quotes/00700.html", ("HKEX", "00700")),
        ("https://a.com/quote/0700.HK", ("HKEX", "00700")),
        ("https://a.com/quote/600519.SS", ("SSE", "600519")),
        ("https://a.cn/stock?code=430047", ("BSE", "430047")),
    ],
)
def test_addresses(href: str, expected: tuple[str, str]) -> None:
    assert security(href, {}) == expected


@pytest.mark.parametrize(
    "href",
    [
        "",
        "https://a.cn/2021/1012/600519x.html",
        "https://a.cn/news/sh202110",
        "https://a.cn/index/sh000001",
        "https://a.cn/article?id=600519",
        "mailto:a@b.cn",
    ],
)
def test_other_addresses(href: str) -> None:
    assert security(href, {}) == (None, None)


def test_markup_names_the_code() -> None:
    assert security("#", {"code": "600519"}) == ("SSE", "600519")
    assert security("#", {"data-code": "SZ000651"}) == ("SZSE", "000651")
    assert security("#", {"code": "abc"}) == (None, None)
