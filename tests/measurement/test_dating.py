"""Which time a quantity is about, in sentences that turn, compare, plan or go on."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest

from zjkg.measurement import measure
from zjkg.model import Article, Recognition

ZONE = ZoneInfo("Asia/Shanghai")
Maker = Callable[..., tuple[Article, Recognition]]
Ends = tuple[str | None, str | None]
NOW = "2023-05-10"
NONE: Ends = (None, None)


def periods(make: Maker, text: str, published: str | None = f"{NOW}T02:00:00+00:00") -> list[Ends]:
    article, recognition = make(text, None, published)
    found = measure(article, recognition, zone=ZONE).quantities
    return [(q.period.start, q.period.end) if q.period else NONE for q in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a plan is not dated by what happened before it
        ("今年3月，两家企业签约，计划投资2亿元建厂。", [("2023-03", "2023-03"), NONE]),
        ("去年完成融资3亿元，拟再募集5亿元。", [("2022", "2022"), NONE]),
        ("2026年建成，届时产能达300万支。", [(None, "2026")]),
        # a document's year is not that of what it lays down
        ("今年《若干措施》提出设立20亿元的基金。", [NONE]),
        ("去年印发的办法规定，单个项目最高500万元。", [NONE]),
        # the base of a comparison dates nothing; the time of a deed may stand behind the number
        ("今年前3个月融资额仅为2021年同期的一半。", [("2023-01", "2023-03")]),
        ("某园6个项目去年完成土地摘牌。", [("2022", "2022")]),
        (
            "公司披露2023年一季度报告，报告期内收入2亿元。去年同期，受疫情影响，收入只有1亿元。",
            [("2023-01", "2023-03"), ("2022-01", "2022-03")],
        ),
        ("前三季度获批药械36件，已追平去年全年；上市新药3款。", [("2022-01", "2022-09")] * 2),
        (
            "截至三月底，接获通报41件，为去年全年6件的近7倍，其中29件属实。",
            [(None, "2023-03"), ("2022", "2022"), (None, "2023-03"), (None, "2023-03")],
        ),
        ("一季度每股纯益3元，已超越去年全年的2元。", [("2023-01", "2023-03"), ("2022", "2022")]),
        ("为2017年以来首次下降；公司自3月起安排120名员工轮岗。", [("2023-03", None)]),
        ("公司2014年成立，资本额3亿元。", [NONE]),
        ("首张处方4月开出，3、4两个月销售额1亿元。", [("2023-03", "2023-04")]),
        ("首期三条线规划明年第四季投产。", [(None, "2024-12")]),
        ("头三季营收8亿元。", [("2022-01", "2022-09")]),
        ("至本月8日止，公司收到12份申请。", [(None, "2023-05-08")]),
        # how long a rule holds dates nothing, nor does the start of building a size
        ("办法自3月1日起施行，有效期至2027年12月31日，区财政安排25亿元。", [NONE]),
        ("三期今年11月开工，规划建筑面积58万平方米。", [NONE]),
        ("公司订19日以每股30元挂牌。", [("2023-05-19", "2023-05-19")]),
        # a level has an end only, a deed at the end of a year has that year
        ("去年底完成融资3亿元。", [("2022", "2022")]),
        ("去年末从业人员2.3万人。", [(None, "2022")]),
        ("2021年，园区集聚企业300家。", [(None, "2021")]),
        ("企业从2015年的80家增加到目前的300家。", [(None, "2015"), (None, NOW)]),
        ("企业由2020年底的80家增至2021年底的92家。", [(None, "2020"), (None, "2021")]),
        # what a plant does a year, it does from its opening on; full capacity has no date
        ("新厂预计2024年第三季投产，届时年产能由5万支提高到9万支。", [NONE, ("2024-07", None)]),
        ("项目2025年底前竣工，达产后年处理能力达800吨。", [NONE]),
        ("利率每提高1%，利润大约减少0.3个百分点。", [NONE, NONE]),
        ("【本报讯】论坛昨日开幕，吸引600名嘉宾。", [("2023-05-09", "2023-05-09")]),
        # 分别 deals out times, also the years of a range
        (
            "二〇一九至二〇二一年，进驻的公司分别有三十七间、四十二间及五十八间。",
            [("2019", "2019"), ("2020", "2020"), ("2021", "2021")],
        ),
        (
            "公司2020年、2022年先后完成1亿元A轮和2亿元B轮融资。",
            [("2020", "2020"), ("2022", "2022")],
        ),
        # what a price is compared with has no time; its move is that of the day
        (
            "股份昨日收报20元，较招股价14元高43%。",
            [("2023-05-09", "2023-05-09"), NONE, ("2023-05-09", "2023-05-09")],
        ),
        (
            "截至昨日收盘，股价报34元，涨2.7%。",
            [(None, "2023-05-09"), ("2023-05-09", "2023-05-09")],
        ),
        # what one piece costs is not dated by the deed before it, but by a day as of which it is so
        ("公司新药今年3月获批上市，单价6800元。", [NONE]),
        ("該製劑去年11月取得許可，每療程收費約42萬元。", [NONE]),
        (
            "公司昨日挂牌，首日较招股价升24%。",
            [("2023-05-09", "2023-05-09")],
        ),
        ("目前入驻率92%，月租金35元。", [(None, NOW), (None, NOW)]),
        # a time to come does not hold for what is done, nor the day of an answer for what it says
        ("竣工时限延至2024年6月，公司还拿到了3000万元补助。", [NONE]),
        ("副主任昨日回应称，总投资22亿元，其中14亿元已经到位。", [NONE, NONE]),
        ("楼宇预计2025年完工后再容纳35家厂商。", [(None, "2025")]),
        (
            "今年营收预计增长8%，2025年突破10亿元。公司首付款收入400万元。",
            [("2023", "2023"), ("2025", "2025"), NONE],
        ),
        ("客户去年四季度起追单，目前占营收比重达四成。", [(None, NOW)]),
        ("公司订9月底前送件，将发行新股4000张。", [(None, "2023-09")]),
        ("全年力拼产值250亿元。", [("2023", "2023")]),
        (
            "去年营收6亿元。上年同期的营收是5亿元。",
            [("2022", "2022"), ("2021", "2021")],
        ),
        # what is so since a time is told no more behind a semicolon
        ("园区去年12月起停收租金；企业否认收到2000万元补助。", [NONE]),
        ("租约至明年3月，自去年12月起欠租210万元。", [("2022-12", None)]),
        # a fund that was set up then has its size at any time; so has what is five times another
        ("基金去年12月完成备案，首期规模10亿元，政府出资占四成。", [NONE, NONE]),
        ("投产后年产能将为现有产线的五倍。", [NONE]),
        # fifteen is no five-year plan
        ("每年可生产十五万支支架，费用仅为对手的十五分之一。", [NONE, NONE]),
        ("最险的一次在2015年。那年公司裁员40人。", [("2015", "2015")]),
        # the year of an edition, or in a title, is not that of a value
        ("2022版指数显示，园区得分为88.4分。", [NONE]),
        ("《园区指数报告（2022年）》显示，园区得分为88.4分。", [NONE]),
        ("2022年营收30亿元，是2018年的3倍。", [("2022", "2022"), ("2022", "2022")]),
        # how long spending takes is no date, by when something is reached is one
        ("将在三年内投入研发经费6000万元。", [NONE]),
        ("力争三年内引进企业50家。", [(None, "2026")]),
        ("第一年就有300家诊所采用。", [NONE]),
        ("全部达产后年产值50亿元。", [NONE]),
        ("预计年底竣工，达产后年产值50亿元。", [NONE]),
        ("到年底，还有9个项目竣工。", [(None, "2023")]),
        # a number before its time
        ("31家企业昨日入驻园区。", [("2023-05-09", "2023-05-09")]),
        ("率领11家厂商，参加4月11日至14日举行的展会。", [("2023-04-11", "2023-04-14")]),
        ("新建厂房11万平方米，预计2025年竣工。", [(None, "2025")]),
        # what has run since a time and is told as of another has both ends
        ("截至今年3月，去年以来获批新药11款。", [("2022", "2023-03")]),
        ("去年落戶以來，中心已有12家企業進駐。", [("2022", NOW)]),
        ("一年來，園區累計引進項目48個。", [("2022-05-10", NOW)]),
        ("首批60名学员今年3月已经入学。", [("2023-03", "2023-03")]),
        ("年內招募病人30名。", [("2023", "2023")]),
        ("有望年内扩大到30家。", [(None, "2023")]),
        # a completion dates neither what is spent on it nor what comes after it
        ("新廠總投資約9億元，預計2025年完工，滿載後年產能5萬組。", [NONE, NONE]),
        ("昨日举行动土典礼，董事长表示，新厂总投资金额约9亿元。", [NONE]),
        (
            "7月營收3億元，但下半年是旺季，全年營收可望挑戰20億元。",
            [("2022-07", "2022-07"), ("2022", "2022")],
        ),
        # areas belong to a time only where they change hands
        ("今年一季度，出租办公面积1.1万平方米。", [("2023-01", "2023-03")]),
        ("2016年开始建设，规划面积13平方公里。", [NONE]),
    ],
)
def test_chinese_time_follows_the_turns_of_a_sentence(
    make: Maker, text: str, expected: list[Ends]
) -> None:
    assert periods(make, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("大会于5月3日至5日举行。会期内洽谈420场次。", [("2023-05-03", "2023-05-05")]),
        ("2022年产值30亿元。其中，医药产值10亿元。", [("2022", "2022"), ("2022", "2022")]),
        ("2022年产值30亿元。单个项目最高给予500万元。", [("2022", "2022"), NONE]),
        ("2022年产值30亿元。园区占地300亩。", [("2022", "2022"), NONE]),
        ("昨天举行签约仪式。此次签约项目26个。", [("2023-05-09", "2023-05-09")]),
        ("昨天举行签约仪式。会上，两家企业协议金额3亿元。", [NONE]),
    ],
)
def test_a_sentence_goes_on_with_the_time_of_the_one_before(
    make: Maker, text: str, expected: list[Ends]
) -> None:
    assert periods(make, text)[-len(expected) :] == expected


def test_an_undated_article_reports_on_the_year_that_it_names(make: Maker) -> None:
    text = "市统计局发布2023年上半年运行情况。上半年，产值30亿元，去年引进企业5家。"
    assert periods(make, text, None) == [("2023-01", "2023-06"), NONE]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Revenue rose 12 percent last year, while exports fell 5 percent.",
            [("2022", "2022"), ("2022", "2022")],
        ),
        (
            "The company employs 120 people and raised $40 million in March.",
            [NONE, ("2023-03", "2023-03")],
        ),
        ("Output reached 120 million yuan last year, an increase of 8 percent over 2021.",
         [("2022", "2022"), ("2022", "2022")]),
        ("A decade ago the park had 100 companies.", [(None, "2013")]),
        ("It plans to hire 25 people by year-end. It leases 2,000 square feet.",
         [(None, "2023"), NONE]),
        ("It will open a plant in 2026, and Alder leased 4,000 square feet.", [NONE]),
        ("The state set aside $1 billion over 10 years in April.", [NONE]),
        ("The number of deals fell to 57 deals.", [NONE]),
        ("Wu, who moved here in 2019, leads a team of 26 people.", [NONE]),
        ("Tenants numbered 320 firms last year, up from 280 firms a year earlier.",
         [("2022", "2022"), ("2021", "2021")]),
        ("The park now houses 150 companies, against 100 companies in 2011.",
         [(None, NOW), ("2011", "2011")]),
        ("It has completed 33 projects since it was launched in 2020.", [("2020", None)]),
        ("The park has grown to 300 companies, from about 140 companies in 2019.",
         [NONE, (None, "2019")]),
        ("Vacancy climbed to 9 percent in 2022. Rents fell 3 percent over the same period.",
         [("2022", "2022"), ("2022", "2022")]),
        ("It bought the site in 2019. It has since spent $24 million.", [("2019", None)]),
        ("The plant has a capacity of 900 vials, which is scheduled for completion in 2026.",
         [(None, "2026")]),
        ("Nine drugs were in late trials by the end of December.", [(None, "2022-12")]),
        ("In 2021 it raised a fund, which has since backed 22 startups.", [("2021", None)]),
        ("Of 230 firms surveyed in March, 64 percent planned to expand.",
         [("2023-03", "2023-03"), ("2023-03", "2023-03")]),
        ("Under a pact signed on Monday, it will supply 20 hospitals.", [NONE]),
        ("In April it said it would hire 50 engineers.", [NONE]),
        ("Profit for the six months to December 2022 was $82 million.", [("2022-07", "2022-12")]),
        ("It will hire 50 people by the end of the year.", [(None, "2023")]),
        ("The number of firms rose from 80 at the end of 2020 to 92 at the end of 2022.",
         [(None, "2020"), (None, "2022")]),
        ("Occupancy stood at 97 percent at the end of March, and the list has grown to 22 firms.",
         [(None, "2023-03"), NONE]),
        ("It has 62 members, up from 38 members when it was launched in 2017.",
         [NONE, (None, "2017")]),
        ("The plant, due to open in 2025, will make 60 million pens a year.", [("2025", None)]),
        ("The drugmaker opened a $320 million plant on Tuesday.", [NONE]),
        ("In March it had 44 tenants.", [(None, "2023-03")]),
        ("The broker wrote in a note on Monday that six drugs are in trials.", [NONE]),
        ("It will raise the number of staff from 260 people to 400 people by the end of 2026.",
         [NONE, (None, "2026")]),
        ("Sales rose 9 percent in 2022 against 4 percent a year earlier. Rents slipped 2 percent.",
         [("2022", "2022"), ("2021", "2021"), ("2022", "2022")]),
        # a report goes on in the past tense, not with what is so or is only expected
        ("Sales rose 9 percent last year. Exports brought in $5 million, and rent is $3 million.",
         [("2022", "2022"), ("2022", "2022"), NONE]),
        ("Sales rose 9 percent last year. Analysts warned of a loss of $5 million.",
         [("2022", "2022"), NONE]),
        ("Sales rose 9 percent last year. In the trial, 41 percent of patients responded.",
         [("2022", "2022"), NONE]),
        # a part has the time of its whole
        ("The park houses 150 companies at present, of which 40 are foreign.",
         [(None, NOW), (None, NOW)]),
        ("It signed 30 deals last year. Eleven of the deals involved tenants.",
         [("2022", "2022"), ("2022", "2022")]),
        ("It signed 30 deals last year. Eleven of the deals are still secret.",
         [("2022", "2022"), NONE]),
        # what only says which thing is meant is not dated by the verb
        ("The 38-hectare park had 44 tenants at the end of April.", [NONE, (None, "2023-04")]),
        ("The 20 largest parks were home to 900 firms at the end of last year.",
         [NONE, (None, "2022")]),
        ("Last month it put 60 of its 410 workers on leave.", [("2023-04", "2023-04"), NONE]),
        ("A 900-square-meter plant should be ready by the end of 2024.", [NONE]),
        # the time of a comparison, of a peak, of a goal and of a beginning
        ("Sales were $3 million in the first half. A year earlier, they were $2 million.",
         [("2022-01", "2022-06"), ("2021-01", "2021-06")]),
        ("Shares are down from their 2021 peak of $55.", [("2021", "2021")]),
        ("Exports more than doubled in the fourth quarter.", [("2022-10", "2022-12")]),
        ("One in ten patients progress to stage four within 10 years.", [NONE]),
        ("Its goal is to attract 30 firms within three years.", [(None, "2026")]),
        ("Founded in 2014 with a grant of $3 million, the firm employs 40 people.",
         [("2014", "2014"), NONE]),
        ("It told investors in 2020 that 26 patients had been treated.", [NONE]),
        ("A dozen staff, or a fifth of the workforce, had left since February.",
         [("2023-02", None), ("2023-02", None)]),
        ("The shares fell 8 percent on Tuesday after the firm said it would close.",
         [("2023-05-09", "2023-05-09")]),
        ("The first course for 32 fellows begins in August.", [("2023-08", "2023-08")]),
        # shares are told of the day of the report; what they were sold for is of another day
        ("The stock closed at $22, 18 percent below its offer price of $27.",
         [(NOW, NOW), (NOW, NOW), NONE]),
        ("Its shares rose 3 percent to $58 in Taipei trading.", [(NOW, NOW), (NOW, NOW)]),
        # what stands in an apposition, tells of somebody, or is before a semicolon
        ("The maker, a tenant of the park since 2017, raised $9 million.", [NONE]),
        ("An early backer that paid $3 million in 2018 left. Its stake was worth $9 million.",
         [("2018", "2018"), NONE]),
        ("It has trained 40 nurses to date; 88 percent of graduates found work.",
         [(None, NOW), NONE]),
        # what is compared with, and what a deal is worth
        ("It lost $9 million last year, more than double the $4 million a year earlier.",
         [("2022", "2022"), ("2022", "2022"), ("2021", "2021")]),
        ("Occupancy stood at 93 percent in March, up from 86 percent a year ago.",
         [("2023-03", "2023-03"), (None, "2022-03")]),
        ("It yesterday signed a pact worth up to $4 million.", [NONE]),
        ("Since the exchange opened its doors to makers without any sales in 2018, it drew $9.",
         [("2018", None)]),
    ],
)  # fmt: skip
def test_english_time_holds_for_what_its_verb_governs(
    make: Maker, text: str, expected: list[Ends]
) -> None:
    assert periods(make, text) == expected


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("截至3月底止年度，营收3亿元。", "2022-04", "2023-03"),
        ("截至2022年6月30日止六个月，营收3亿元。", "2022-01", "2022-06"),
        ("截至2022年6月底止中期业绩，收入3亿元。", "2022-01", "2022-06"),
        ("109年至111年營收3億元。", "2020", "2022"),
        ("2022/23年度撥款3億元。", "2022", "2023"),
        ("2021年6月至2022年3月入组210例。", "2021-06", "2022-03"),
        ("今明两年投资3亿元。", "2023", "2024"),
        ("上季营收3亿元。", "2023-01", "2023-03"),
        ("过去五年累计投入3亿元。", "2018", "2023"),
        ("近半年成交3亿元。", "2022-11", "2023-05"),
        ("年初至今营收3亿元。", "2023", None),
        ("1至3季度营收3亿元。", "2022-01", "2022-09"),
        ("Sales in January-March were $3 million.", "2023-01", "2023-03"),
        ("Sales in H1 2022 were $3 million.", "2022-01", "2022-06"),
        ("Over the past year it raised $3 million.", "2022", "2023"),
        ("Last quarter it raised $3 million.", "2023-01", "2023-03"),
        ("From May 2 to 5 it sold 300 tickets.", "2023-05-02", "2023-05-05"),
        ("It will enrol 90 patients in the first quarter of next year.", "2024-01", "2024-03"),
        ("It will open 9 laboratories in June next year.", "2024-06", "2024-06"),
        ("It had cash of $9 million at midyear.", None, "2022-06"),
        ("It raised $3 million in 2018. Two years later, it raised $9 million.", "2020", "2020"),
    ],
)
def test_stretches_of_time(make: Maker, text: str, start: str | None, end: str | None) -> None:
    assert periods(make, text)[-1] == (start, end)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a share of what goes on with the report, and the next thing of a row, have its time
        (
            "前三季度产值90亿元。分行业看，原料药产值40亿元，占全区的45%；疫苗30亿元；敷料9亿元。",
            [("2022-01", "2022-09")] * 5,
        ),
        (
            "前三季產值90億元。分行業看，原料藥產值40億元，占全區的45%；疫苗30億元。",
            [("2022-01", "2022-09")] * 4,
        ),
        ("去年产值90亿元。药品销售40亿元，单个项目投资5亿元。", [("2022", "2022")] * 2 + [NONE]),
        # a month inside the stretch that is reported on is told aside
        (
            "前三季度营收90亿元；9月当月完成11亿元。分行业看，疫苗营收30亿元。",
            [("2022-01", "2022-09"), ("2022-09", "2022-09"), ("2022-01", "2022-09")],
        ),
        ("一、投资.1-3月投资完成46亿元。", [("2023-01", "2023-03")]),
        # how much of an aim is reached is a fact of its time
        ("1—3月投资12亿元，为全年目标的35%。", [("2023-01", "2023-03")] * 2),
        # what a trial found has no time, nor what is asked for, given over years or was at a peak
        ("今年3月完成随访，试验组患者有效率为62%，安慰剂组为31%。", [NONE, NONE]),
        ("去年3月解盲，用藥組改善38%。", [NONE]),
        ("今年前四个月植入65例，术后半年再入院的占7%。", [("2023-01", "2023-04"), NONE]),
        ("基金已于3月完成备案，要求返投不低于1.5倍。", [NONE]),
        ("昨日签约，未来三年出资4500万元。", [NONE]),
        ("截至3月底，员工190人，较高峰时的260余人减少。", [(None, "2023-03"), NONE]),
        ("明年上半年将启动试验，拟入组450人。", [NONE]),
        # a time in front of a noun ends with the clause of the noun
        ("名单包括上月递交招股书的医疗公司，以及总投资8亿元的车间。", [NONE]),
        # the quarter before the one that is told
        (
            "第3季營收2億元，毛利率由上季的41%升至45%。",
            [("2022-07", "2022-09"), ("2022-04", "2022-06"), ("2022-07", "2022-09")],
        ),
        # the day of an announcement is none of what is agreed on
        ("2月19日，公司宣布与基金达成协议，换取2500万美元首付款。", [NONE]),
        # what a price does in the hours of trading is of the day told
        (
            "5月9日午间，公司公布授权。消息一出，股份午后复牌涨停，报31元。券商给出目标价40元。",
            [("2023-05-09", "2023-05-09"), NONE],
        ),
        # from one time up to another, with a verb between them
        ("谈判从去年9月谈到今年1月，接触过11家药企。", [("2022-09", "2023-01")]),
        # a time inside one item of a row is of that item
        (
            "去年甲园营收5亿元；乙园营收4亿元，四季度多出1亿元；丙园营收3亿元。",
            [("2022", "2022"), ("2022", "2022"), ("2022-10", "2022-12"), ("2022", "2022")],
        ),
    ],
)
def test_what_a_report_goes_on_with_and_what_has_no_time(
    make: Maker, text: str, expected: list[Ends]
) -> None:
    assert periods(make, text) == expected
