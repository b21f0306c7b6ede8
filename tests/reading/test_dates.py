from zoneinfo import ZoneInfo

import pytest

from zjkg.reading.dates import find, publication

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("Tue, 12 Oct 2021 20:00:00 GMT", "2021-10-12T20:00:00+00:00"),
        ("Tue, 12 Oct 2021 20:00:00 +0800", "2021-10-12T20:00:00+08:00"),
        ("Tue, 12 Oct 2021 20:00:00 CST", "2021-10-12T20:00:00+08:00"),
        ("Tue, 12 Oct 2021 20:00:00", "2021-10-12T20:00:00+08:00"),
        ("2021-10-12T20:00:00Z", "2021-10-12T20:00:00+00:00"),
        ("2021-10-12 20:00", "2021-10-12T20:00:00+08:00"),
        ("2021-10-12", "2021-10-12T00:00:00+08:00"),
        ("2021/1/2 3:04", "2021-01-02T03:04:00+08:00"),
        ("2021年10月12日 20:00", "2021-10-12T20:00:00+08:00"),
        ("2021年10月12日 下午3时05分", "2021-10-12T15:05:00+08:00"),
        ("2021年10月12日 星期二", "2021-10-12T00:00:00+08:00"),
        ("October 12, 2021", "2021-10-12T00:00:00+08:00"),
        ("Oct. 12, 2021, 8:15 pm", "2021-10-12T20:15:00+08:00"),
        ("Tuesday, 12 October 2021", "2021-10-12T00:00:00+08:00"),
        ("12 October 2021 12:05 am", "2021-10-12T00:05:00+08:00"),
        ("2021-10-12 20:00 +09:00", "2021-10-12T20:00:00+09:00"),
        ("110年10月12日", "2021-10-12T00:00:00+08:00"),
        ("113.7.5", "2024-07-05T00:00:00+08:00"),
        ("2021-10-12 20:00 GMT-5", "2021-10-12T20:00:00-05:00"),
    ],
)
def test_instants(written: str, iso: str) -> None:
    found = publication(written, SHANGHAI)
    assert found is not None
    assert (found.instant.isoformat(), found.written) == (iso, written)


@pytest.mark.parametrize(
    "written",
    ["", "soon", "10月12日", "2021-13-40", "2021年2月30日", "12:30", "October 2021", "9" * 300],
)
def test_no_instant(written: str) -> None:
    assert publication(written, SHANGHAI) is None


def test_place_in_a_line() -> None:
    line = "发布时间：2021-10-12 20:00 来源：某某网"
    found = find(line, SHANGHAI)
    assert found is not None
    assert line[found[0] : found[1]] == "2021-10-12 20:00" == found[2].written
