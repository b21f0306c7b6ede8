import pytest

from zjkg.errors import ReadingError
from zjkg.reading.decoding import decode

HANS = "苏州药谷今年新增三家企业。"
HANT = "新竹園區今年新增三家企業。"
SHORT = ["新药获批", "园区揭牌", "记者 王明", "上海", "我们的研究中心", "医药产业"]
SHORT_HANT = ["新藥獲批", "園區揭牌", "記者 王明", "我們的研究中心", "醫藥產業"]


@pytest.mark.parametrize("text", [HANS, *SHORT])
def test_gb18030_is_detected(text: str) -> None:
    decoded = decode("a", text.encode("gb18030"))
    assert (decoded.text, decoded.encoding) == (text, "gb18030")


@pytest.mark.parametrize("text", [HANT, *SHORT_HANT])
def test_big5_is_detected(text: str) -> None:
    decoded = decode("a", text.encode("big5"))
    assert (decoded.text, decoded.encoding) == (text, "big5")


def test_traditional_text_in_gb18030() -> None:
    assert decode("a", HANT.encode("gb18030")).text == HANT


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (HANS.encode(), "utf-8"),
        (HANS.encode("utf-8-sig"), "utf-8"),
        (b"\xff\xfe" + HANS.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + HANS.encode("utf-16-be"), "utf-16-be"),
        (b"\xff\xfe\x00\x00" + HANS.encode("utf-32-le"), "utf-32-le"),
    ],
)
def test_unicode_encodings(data: bytes, encoding: str) -> None:
    decoded = decode("a", data)
    assert (decoded.text, decoded.encoding) == (HANS, encoding)


def test_typographic_marks_of_windows() -> None:
    data = b"The park\x92s \x93third\x94 phase opened in S\xe3o Paulo."
    decoded = decode("a", data)
    assert decoded.text == "The park’s “third” phase opened in São Paulo."
    assert decoded.encoding == "windows-1252"


def test_declared_charset() -> None:
    page = f'<meta charset="gb2312"><p>{HANS}</p>'
    assert decode("a", page.encode("gb18030")).encoding == "gb18030"
    page = f"<meta http-equiv='Content-Type' content='text/html; charset=big5'><p>{HANT}</p>"
    assert HANT in decode("a", page.encode("big5")).text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (f'<meta charset="utf-8"><p>{HANS}'.encode("gb18030"), "utf-8"),
        (f'<meta charset="gbk"><p>{HANS}'.encode(), "gbk"),
        (f'<meta charset="big5"><p>{HANS}{HANS}'.encode("gb18030"), "big5"),
        (f'<meta charset="iso-8859-1"><p>{HANS}'.encode(), "iso-8859-1"),
        (b"\xef\xbb\xbf" + HANS.encode("gb18030"), "UTF-8"),
        (b"\xff\xfe\x41\x00\x42", "UTF-16-LE"),
        (b"<meta charset='x-nothing'><p>park", "x-nothing"),
    ],
)
def test_declaration_against_the_bytes(data: bytes, said: str) -> None:
    with pytest.raises(ReadingError, match=said) as caught:
        decode("a", data)
    problem = caught.value.problem
    assert said in problem.what.zh
    assert problem.expected.zh
    assert problem.next_step.zh


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b" \n\t ", "white space"),
        ("\u3000\n\u00a0".encode(), "white space"),
        (b"park\x00park", "binary"),
        (b"\x89PNG\r\n\x1a\n\x01\x02\x03\x04", "binary"),
        (b"\x01\x02\x03 text", "binary"),
        (b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj", "PDF document"),
        (b"PK\x03\x04 [Content_Types].xml", "ZIP archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "older Office"),
        (b"{\\rtf1\\ansi The park has 120 firms.}", "RTF document"),
        (bytes(range(0x80, 0x100)) * 3, "no known encoding"),
        (b"\xff\xfe\x00\x00\x00\x00", "UTF-32|binary"),
    ],
)
def test_what_is_no_text(data: bytes, message: str) -> None:
    with pytest.raises(ReadingError, match=message):
        decode("a", data)


def test_line_breaks_become_line_feeds() -> None:
    assert decode("a", b"a\r\nb\rc\nd").text == "a\nb\nc\nd"
    assert decode("a", "a\u2028b\x0bc".encode()).text == "a\nb\nc"


def test_text_is_otherwise_untouched() -> None:
    text = "全角ＡＢＣ，\u200b零宽 𠮷野家 e\u0301 ﹪"
    assert decode("a", text.encode()).text == text
