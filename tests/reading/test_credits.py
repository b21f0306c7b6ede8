"""Who wrote an article, among those whom it credits."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zjkg.model import Article

BODY = "园区新入驻企业300家。\n"
ENGLISH_BODY = "The park now hosts 300 companies, its committee said on Monday.\n"


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        (f"园区扩建\n记者 王小明 李红 编辑 赵一\n{BODY}", ["王小明", "李红"]),
        (f"園區擴建\n記者 陳大文 通訊員 林小美 責任編輯 屠大文\n{BODY}", ["陳大文", "林小美"]),
        (f"园区扩建\n文/王小明 图/李红\n{BODY}", ["王小明"]),
        (f"园区扩建\n摄影记者 李红\n{BODY}", []),
        (f"园区扩建\n{BODY}（作者：王小明）\n（责任编辑：赵一）\n", ["王小明"]),
        (f"---\nauthor: 王小明\ntitle: 园区扩建\n---\n{BODY}", ["王小明"]),
        (f"---\nauthor: [Jane Doe, 王小明]\n---\n{BODY}", ["Jane Doe", "王小明"]),
        (
            f"Park grows\nBy Jane Doe and John Roe\nEdited by Mary Major\n{ENGLISH_BODY}",
            ["Jane Doe", "John Roe"],
        ),
        (f"Park grows\nBy Jane Doe, Staff Writer\n{ENGLISH_BODY}", ["Jane Doe"]),
        (f"Park grows\nPhotos by Jane Doe\n{ENGLISH_BODY}", []),
        (
            f"Park grows\n{ENGLISH_BODY}Reporting by Jane Doe; Editing by John Roe\n",
            ["Jane Doe"],
        ),
    ],
)
def test_authors(read_text: Callable[..., Article], text: str, authors: list[str]) -> None:
    article = read_text(text)
    found = [credit.name.of(article.text) for credit in article.credits if credit.is_author]
    assert found == authors


def test_the_author_of_a_page(read_text: Callable[..., Article]) -> None:
    page = (
        f'<html><head><meta name="author" content="王小明"></head><body><p>{BODY}</p></body></html>'
    )
    article = read_text(page, suffix=".html")
    assert [(c.name.of(article.text), c.is_author) for c in article.credits] == [("王小明", True)]
