from __future__ import annotations

import pytest

from zjkg.reading import read_bytes
from zjkg.settings import SHANGHAI

BODY = "园区现有企业120家，累计投资超过30亿元。"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("RIVERTON, March 3, 2022 | Lowland Wire | Staff reporter", "2022-03-03"),
        (
            "RIVERTON, Ill. (March 3, 2022) - Alder Bio, a maker of masks, opens a plant.",
            "2022-03-03",
        ),
        ("RIVERTON, MARCH 3, 2022: Alder Bio opens a plant.", "2022-03-03"),
        ("RIVERTON, March 3, 2022 (Lowland Wire) -- Alder Bio opens a plant.", "2022-03-03"),
        ("RIVERTON, Mass. — March 3, 2022 — Alder Bio opens a plant.", "2022-03-03"),
        ("RIVERTON, Mass.--(LOWLAND WIRE)--March 3, 2022-- Alder Bio opens a plant.", "2022-03-03"),
        ("RIVERTON, Mass., March 3, 2022 (GLOBE WIRE) -- Alder Bio opens a plant.", "2022-03-03"),
        ("RIVERTON, Ireland – 3 March 2022 – Alder Bio opens a plant.", "2022-03-03"),
        ("3 March 2022, Riverton, UK: Alder Bio opens a plant.", "2022-03-03"),
        ("By Ann Lee | lowland.example.com | Updated: 2022-03-03 10:12", "2022-03-03"),
        ("Mar. 3, 2022, 10:12 a.m. ET", "2022-03-03"),
        ("23/03/2022", "2022-03-23"),
        ("03/23/2022 03:22 PM", "2022-03-23"),
        ("03/04/2022", None),
        ("Words: Ann Lee / 03.03.2022", "2022-03-03"),
        ("河岸日报2022年3月3日讯", "2022-03-03"),
        ("河岸日报2022年3月3日讯（记者 林微）滨江园昨天启用。", "2022-03-03"),
        ("【記者林微／河岸2022年3月3日報導】濱江園昨天啟用。", "2022-03-03"),
        ("河岸产经　2022年3月3日　记者 林微、周岚", "2022-03-03"),
        ("河岸週報／記者 林微　2022.03.03", "2022-03-03"),
        ("2022年3月3日，滨江园正式启用，到会者超过百人。", None),
        ("滨江园于2022年3月3日启用：首批企业已入驻。", None),
        ("Alder Bio, which opened on March 3, 2022, employs 40 people.", None),
    ],
)
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_a_dateline_dates_the_article(line: str, expected: str | None, suffix: str) -> None:
    text = f"滨江园启用\n\n{line}\n\n{BODY}\n\n{BODY}"
    published = read_bytes(f"a{suffix}", text.encode(), zone=SHANGHAI).published
    day = published.instant.astimezone(SHANGHAI).date().isoformat() if published else None
    assert day == expected


@pytest.mark.parametrize(
    ("title", "last", "expected"),
    [
        ("Park digest, 3 March 2022", "More follows.", "2022-03-03"),
        ("Park opens", "March 3, 2022. Reporting by Lin Wei in Riverton", "2022-03-03"),
        ("Park opens", "Reporting by Lin Wei in Riverton", None),
    ],
)
def test_a_headline_or_a_credit_dates(title: str, last: str, expected: str | None) -> None:
    body = "The park has 120 firms, and more than 3 billion yuan has been invested in it."
    text = f"{title}\n\n{body}\n\n{body}\n\n{last}"
    published = read_bytes("a.txt", text.encode(), zone=SHANGHAI).published
    day = published.instant.astimezone(SHANGHAI).date().isoformat() if published else None
    assert day == expected


def test_a_last_line_dates_the_article() -> None:
    text = f"滨江园启用\n\n{BODY}\n\n{BODY}\n\n2022年3月3日 记者 林微"
    published = read_bytes("a.txt", text.encode(), zone=SHANGHAI).published
    assert published is not None
    assert published.instant.date().isoformat() == "2022-03-03"


HEADS = (
    "By Ann Lee, science correspondent, The Lowland Ledger\n3 March 2022",
    "Ann Lee\nSenior Health Correspondent\nThe Lowland Ledger\nPUBLISHED MAR 3, 2022, 6:05 PM SGT",
    "(Lowland Morning) 16:20, March 3, 2022",
    "By Lowland Times Published: Mar 3, 2022 10:12 PM Updated: Mar 3, 2022 10:30 PM",
)


@pytest.mark.parametrize("head", HEADS)
def test_a_head_of_several_lines_dates(head: str) -> None:
    text = f"Alder Bio opens a plant\n\n{head}\n\nAlder Bio opened a plant in Riverton last year.\n"
    published = read_bytes("a.txt", text.encode(), zone=SHANGHAI).published
    assert published is not None
    assert published.instant.astimezone(SHANGHAI).date().isoformat() == "2022-03-03"


def test_a_reporters_post_and_outlet_stand_below_the_name() -> None:
    text = f"Alder Bio opens a plant\n\n{HEADS[1]}\n\nAlder Bio opened a plant last year.\n"
    article = read_bytes("a.txt", text.encode(), zone=SHANGHAI)
    (credit,) = article.credits
    assert credit.post.of(article.text) == "Senior Health Correspondent"
    assert credit.organization is not None
    assert credit.organization.of(article.text) == "The Lowland Ledger"
