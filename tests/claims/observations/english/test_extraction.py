"""Whose English values are and what they measure, on news sentences of our own."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from zjkg.claims.observations.extraction import observations
from zjkg.linking import entities
from zjkg.measurement import measure
from zjkg.model import EntityType
from zjkg.reading import read
from zjkg.recognition import Gazetteer, Recognizer

ZONE = ZoneInfo("Asia/Shanghai")
NAMES = (
    ("Rivertown Biopark", EntityType.PARK),
    ("Kingsmere Science Park", EntityType.PARK),
    ("Corvane Bio", EntityType.ORGANIZATION),
    ("Tessaly Therapeutics", EntityType.ORGANIZATION),
    ("Brightwell Pharma", EntityType.ORGANIZATION),
    ("HKEX", EntityType.ORGANIZATION),
    ("Northgate Capital", EntityType.ORGANIZATION),
    ("Kingsmere Seed Fund", EntityType.ORGANIZATION),
    ("Harrow Translational Centre", EntityType.ORGANIZATION),
    ("Wuhan Statistics Bureau", EntityType.ORGANIZATION),
    ("Solvexa", EntityType.PRODUCT),
    ("Kingsmere Vitality Index", EntityType.INDEX),
    ("Wuhan", EntityType.PLACE),
    ("Suzhou", EntityType.PLACE),
    ("Anna Reed", EntityType.PERSON),
)
# Blocks of a text and, for each of its values, the subject and the measure.
SENTENCES = """
Corvane Bio raised $50 million in a Series B round led by Northgate Capital.
= Corvane Bio:Series B round

Corvane Bio announced a 300 million yuan ($42 million) Series B financing on Monday.
= Corvane Bio:Series B financing
= Corvane Bio:Series B financing

Rivertown Biopark is home to more than 1,200 biomedical companies, including 15 multinational
drugmakers.
= Rivertown Biopark:biomedical companies
= Rivertown Biopark:multinational drugmakers

Rivertown Biopark's output value reached 90 billion yuan last year, up 12 percent year on year.
= Rivertown Biopark:output value
= Rivertown Biopark:output value

The output value of Rivertown Biopark rose 12 percent to 90 billion yuan, accounting for 30
percent of the city's total.
= Rivertown Biopark:output value
= Rivertown Biopark:output value
= Rivertown Biopark:output value

Corvane Bio will build a factory in Suzhou with a total investment of 1.2 billion yuan.
= Corvane Bio:total investment

Brightwell Pharma will build a 20,000-square-foot laboratory in Kingsmere Science Park.
= Brightwell Pharma:laboratory

Brightwell Pharma will build a laboratory in Suzhou at a cost of $35 million.
= Brightwell Pharma:cost

Corvane Bio signed a deal with Brightwell Pharma. The deal is worth up to $800 million,
including an upfront payment of $60 million.
= Corvane Bio:deal
= Corvane Bio:upfront payment

Tessaly Therapeutics, valued at $2 billion, employs about 600 people.
= Tessaly Therapeutics:valued
= Tessaly Therapeutics:people

Kingsmere Science Park opened in 2010. The park has attracted 45 billion yuan in investment
since 2015.
= Kingsmere Science Park:investment

Last year vaccine sales in Suzhou fell by 8 percent.
= Suzhou:vaccine sales

Wuhan's biomedical industry generated revenue of 150 billion yuan, a 9 percent increase from a
year earlier.
= Wuhan:revenue
= Wuhan:revenue

Exports from Rivertown Biopark grew 21 percent to $3 billion.
= Rivertown Biopark:Exports
= Rivertown Biopark:Exports

Corvane Bio's revenue doubled to $12 million.
= Corvane Bio:revenue
= Corvane Bio:revenue

Wuhan's biomedical sector saw a 15 percent growth in profits.
= Wuhan:profits

Twelve of the tenants of Rivertown Biopark are listed companies.
= Rivertown Biopark:listed companies

Brightwell Pharma acquired a 51 percent stake in Tessaly Therapeutics for $200 million.
= Brightwell Pharma:stake
= Brightwell Pharma:stake

The number of tenants at Rivertown Biopark climbed to 180.
= Rivertown Biopark:tenants

Corvane Bio reported a net loss of $14.2 million, compared with $10.1 million a year earlier.
= Corvane Bio:net loss
= Corvane Bio:net loss

Solvexa, which is sold in 40 countries, reduced the risk of relapse by 45 percent.
= Solvexa:countries
= Solvexa:risk of relapse

Brightwell Pharma developed Solvexa. The trial enrolled 240 patients at 18 hospitals.
= Solvexa:patients
= Solvexa:hospitals

R&D spending at Corvane Bio accounted for 14 percent of revenue.
= Corvane Bio:R&D spending

Half of Corvane Bio's employees hold a doctorate.
= Corvane Bio:doctorate

Vacancy in Kingsmere Science Park stood at 6.5 percent at the end of June.
= Kingsmere Science Park:Vacancy

The Kingsmere Seed Fund, which manages $900 million, has backed 25 start-ups.
= Kingsmere Seed Fund:manages
= Kingsmere Seed Fund:start-ups

Kingsmere Science Park plans to add 300,000 square meters of laboratory space by 2025.
= Kingsmere Science Park:laboratory space

Founded in 2012, Corvane Bio now employs 350 people and holds 120 patents.
= Corvane Bio:people
= Corvane Bio:patents

Pharmaceutical companies in Wuhan filed 260 patent applications last year, 32 percent more than
in 2019.
= Wuhan:patent applications
= Wuhan:patent applications

Corvane Bio opened a plant in May. It plans to invest another $80 million over the next five
years.
= Corvane Bio:invest

Shares of Corvane Bio rose 7 percent to HK$21.4.
= Corvane Bio:Shares
= Corvane Bio:Shares

The Wuhan Statistics Bureau said medical device output in Wuhan grew 18.6 percent.
= Wuhan:medical device output

Kingsmere Science Park, which covers an area of 12 square kilometers, houses 30 research
institutes.
= Kingsmere Science Park:area
= Kingsmere Science Park:research institutes

Suzhou had 2,100 biomedical enterprises by the end of 2021, with annual output exceeding 130
billion yuan.
= Suzhou:biomedical enterprises
= Suzhou:annual output

"We have 60 engineers working on this," said Anna Reed, chief executive of Corvane Bio.
= Corvane Bio:engineers

Anna Reed, chief executive of Corvane Bio, said the company plans to hire 80 chemists.
= Corvane Bio:chemists

Corvane Bio hired Anna Reed in May. Its plant in Suzhou produces 5 million doses a year.
= Corvane Bio:doses

Rents in Kingsmere Science Park climbed 4 percent.
= Kingsmere Science Park:Rents

The share of foreign firms in Rivertown Biopark dropped to 18 percent from 25 percent.
= Rivertown Biopark:share of foreign firms
= Rivertown Biopark:share of foreign firms

Corvane Bio expects sales of between $40 million and $45 million this year.
= Corvane Bio:sales

Brightwell Pharma bought Tessaly Therapeutics for $1.1 billion.
= Brightwell Pharma:bought

Sales of Solvexa jumped 35% to $410 million.
= Solvexa:Sales
= Solvexa:Sales

In Suzhou, 35 new drugs won approval last year.
= Suzhou:new drugs

Wuhan accounts for a quarter of China's drug exports.
= Wuhan:drug exports

Kingsmere Science Park received 6.2 billion yuan of venture capital.
= Kingsmere Science Park:venture capital

Foreign trade through Rivertown Biopark totaled 30 billion yuan.
= Rivertown Biopark:Foreign trade

The Harrow Translational Centre opened in Suzhou. The centre covers 5,200 square meters and
employs 90 researchers.
= Harrow Translational Centre:centre
= Harrow Translational Centre:researchers

Corvane Bio opened a $30 million (27 million euro) research hub in Suzhou.
= Corvane Bio:research hub
= Corvane Bio:research hub

Corvane Bio raised $20 million. Northgate Capital led the round. To date, Corvane has raised $55
million.
= Corvane Bio:raised
= Corvane Bio:raised

Corvane Bio makes vaccines. Revenue rose 9 percent to 80 million yuan.
= Corvane Bio:Revenue
= Corvane Bio:Revenue

Kingsmere Science Park opened a new wing. Corvane Bio moved in. Rents in the park rose 3
percent.
= Kingsmere Science Park:Rents

Corvane Bio will pay Tessaly Therapeutics as much as $90 million in milestone payments.
= Corvane Bio:milestone payments

Chinese companies signed 48 licensing deals in the first half.
= None:licensing deals

A new laboratory of 4,000 square meters was opened by Corvane Bio on Friday.
= Corvane Bio:new laboratory

Corvane Bio cut its costs by 12 percent.
= Corvane Bio:costs

The government of Wuhan offers subsidies of up to 5 million yuan to each firm.
= Wuhan:subsidies

Corvane Bio plans to expand its workforce to 500 employees by 2026.
= Corvane Bio:employees

Rivertown Biopark raised the number of its start-ups to 300.
= Rivertown Biopark:start-ups

Tessaly Therapeutics posted a 22 percent rise in first-quarter sales, helped by Solvexa.
= Tessaly Therapeutics:sales

Corvane Bio's headcount has grown to 420 employees from 310 a year ago.
= Corvane Bio:employees
= Corvane Bio:employees

Investment in Wuhan's life science sector topped 60 billion yuan last year.
= Wuhan:Investment

The second phase of Rivertown Biopark, with a gross floor area of 180,000 square meters, will
open in 2026.
= Rivertown Biopark:gross floor area

More than 70 percent of the laboratories in Kingsmere Science Park have been let.
= Kingsmere Science Park:let

Kingsmere Science Park employs 14,000 people, 40 percent of whom hold a master's degree.
= Kingsmere Science Park:people
= Kingsmere Science Park:master's degree

Northgate Capital holds a 12 percent stake in Corvane Bio.
= Northgate Capital:stake

Northgate Capital owns 12 percent of Corvane Bio's shares.
= Northgate Capital:shares

Corvane Bio sold 3.2 million shares at HK$18 each, raising HK$57.6 million.
= Corvane Bio:shares
= Corvane Bio:shares
= Corvane Bio:raising

Annual sales of Solvexa could exceed $1 billion by 2028, according to analysts at Northgate
Capital.
= Solvexa:Annual sales

Corvane Bio signed a ten-year lease on 45,000 square feet of laboratory space in Leeds.
= Corvane Bio:laboratory space

The price of Solvexa was cut from 2,400 yuan to 980 yuan per dose.
= Solvexa:price
= Solvexa:price

In a survey of 250 tenants of Rivertown Biopark, 62 percent said they planned to expand.
= Rivertown Biopark:tenants
= Rivertown Biopark:expand

Kingsmere Science Park now hosts 38 of the world's top 50 drugmakers.
= Kingsmere Science Park:drugmakers

Corvane Bio received a $12 million grant from the Kingsmere Seed Fund.
= Corvane Bio:grant

Rivertown Biopark said its tenants' combined revenue hit 32 billion yuan, an increase of 11
percent.
= Rivertown Biopark:combined revenue
= Rivertown Biopark:combined revenue

Wuhan is home to about 2,600 drug companies with a combined output of 190 billion yuan.
= Wuhan:drug companies
= Wuhan:combined output

Corvane Bio, whose market value has tripled to $4 billion, will join the index.
= Corvane Bio:market value
= Corvane Bio:market value

Kingsmere Science Park's occupancy rate stands at 93 percent.
= Kingsmere Science Park:occupancy rate

Brightwell Pharma will invest 500 million euros over five years in research and development in
Suzhou.
= Brightwell Pharma:research and development

With 85 clinical trials under way, Rivertown Biopark accounts for one fifth of the province's
total.
= Rivertown Biopark:clinical trials
= Rivertown Biopark:clinical trials

Drug exports from Wuhan, worth 18 billion yuan in 2021, fell 6 percent last year.
= Wuhan:Drug exports
= Wuhan:Drug exports

Solvexa cut the rate of hospital visits by a third in a study of 1,200 adults.
= Solvexa:rate of hospital visits
= Solvexa:adults

Brightwell Pharma expects to recruit another 90 scientists for its Suzhou laboratory.
= Brightwell Pharma:scientists

Corvane Bio obtained approvals for 3 drugs last year, bringing its total to 11.
= Corvane Bio:drugs
= Corvane Bio:drugs

Biotech start-ups in Kingsmere Science Park attracted $640 million of venture capital, up by
half.
= Kingsmere Science Park:venture capital
= Kingsmere Science Park:venture capital

Kingsmere Science Park in numbers: 210 companies, 9,000 employees and 3.2 million square feet of
laboratories.
= Kingsmere Science Park:companies
= Kingsmere Science Park:employees
= Kingsmere Science Park:laboratories

Corvane Bio reported its results on Friday. Revenue: $31 million (up 12%).
= Corvane Bio:Revenue
= Corvane Bio:Revenue

Corvane Bio, which has 430 employees in Leeds, makes vaccines for 12 countries.
= Corvane Bio:employees
= Corvane Bio:countries

Shares in Corvane Bio closed at 41.2 yuan, down 3.1 percent.
= Corvane Bio:Shares
= Corvane Bio:Shares

Kingsmere Science Park is running out of room. Only 4 percent of its floor space is vacant.
= Kingsmere Science Park:vacant

Rents in Kingsmere Science Park are 20 percent higher than in 2019.
= Kingsmere Science Park:Rents

Corvane Bio's loss narrowed to $4.1 million from $6.3 million as revenue climbed by a third.
= Corvane Bio:loss
= Corvane Bio:loss
= Corvane Bio:revenue

The average salary at Rivertown Biopark is 210,000 yuan, 1.6 times the average of Wuhan.
= Rivertown Biopark:average salary
= Rivertown Biopark:average salary

Rivertown Biopark has signed agreements with 14 universities and set up 9 joint laboratories.
= Rivertown Biopark:universities
= Rivertown Biopark:joint laboratories

Tessaly Therapeutics went public in Hong Kong, raising HK$1.1 billion, and its shares rose 18
percent on the first day.
= Tessaly Therapeutics:raising
= Tessaly Therapeutics:shares

Brightwell Pharma's new factory, its third in Suzhou, covers 36,000 square meters and will
employ 450 people when fully operational.
= Brightwell Pharma:new factory
= Brightwell Pharma:people

Rivertown Biopark's tenants include 6 unicorns and 21 listed companies.
= Rivertown Biopark:unicorns
= Rivertown Biopark:listed companies

By 2027 Rivertown Biopark hopes to double its output to 200 billion yuan and attract 500 more
firms.
= Rivertown Biopark:output
= Rivertown Biopark:output
= Rivertown Biopark:firms

Kingsmere Science Park, founded in 1998, spans 152 acres.
= Kingsmere Science Park:spans

Northgate Capital and Brightwell Pharma jointly invested $45 million in Corvane Bio.
= Northgate Capital:invested

Corvane Bio has now raised £44m in total.
= Corvane Bio:raised

Brightwell Pharma says the £184m laboratory is scheduled to open in 2025.
= Brightwell Pharma:laboratory

The deal gives Corvane Bio an upfront payment of $65 million, and up to $285 million more in
milestone payments.
= Corvane Bio:upfront payment
= Corvane Bio:milestone payments

Corvane Bio has 420 employees, a third of whom work in research and development.
= Corvane Bio:employees
= Corvane Bio:research and development

The fund of Wuhan is small. Wuhan's market for vaccines will exceed 5 billion yuan by 2030.
= Wuhan:market for vaccines

Rivertown Biopark saw its revenue rise 12 percent to 90 billion yuan in 2020.
= Rivertown Biopark:revenue
= Rivertown Biopark:revenue

Shares of Corvane Bio (NASDAQ: CRVN) fell 18 percent.
= Corvane Bio:Shares

Corvane Bio's shares (HKEX:2697) closed 12.6% higher. The company had cash of $90 million.
= Corvane Bio:shares
= Corvane Bio:cash

Tenants of Rivertown Biopark filed 3,400 patents in 2021, a record and 17 percent above the 2020
level.
= Rivertown Biopark:patents
= Rivertown Biopark:patents

Corvane Bio has opened its first plant abroad in Kingsmere Science Park. The plant cost $40 million.
= Corvane Bio:plant

Construction of the warehouse of Brightwell Pharma began in Kingsmere Science Park.
It will cover 12,000 square metres.
= Brightwell Pharma:cover

Corvane Bio will move to Kingsmere Science Park, a step that will create 90 jobs.
= Corvane Bio:jobs
"""


@cache
def _recognizer() -> Recognizer:
    return Recognizer(Gazetteer(NAMES))


def _rows(text: str, folder: Path) -> list[str]:
    path = folder / "sample.txt"
    path.write_text(text, encoding="utf-8")
    article = read(path, zone=ZONE)
    (recognition,) = _recognizer().recognize([article])
    found = entities(article, recognition)
    measurement = measure(article, recognition, zone=ZONE)
    kept, _ = observations(article, recognition, measurement, found)
    labels = {entity.key: entity.names[0].text for entity in found}
    return [
        f"{labels.get(item.subject or '')}:{item.measure.of(article.text) if item.measure else ''}"
        for item in kept
    ]


@pytest.mark.parametrize("block", SENTENCES.strip().split("\n\n"))
def test_subject_and_measure(block: str, tmp_path: Path) -> None:
    lines = block.splitlines()
    text = " ".join(line for line in lines if not line.startswith("= "))
    expected = [line.removeprefix("= ") for line in lines if line.startswith("= ")]
    assert _rows(text, tmp_path) == expected
