"""The shapes of Chinese time expressions. The first shape that fits wins."""

from __future__ import annotations

import re

from zjkg.measurement import time_resolution as resolve
from zjkg.measurement import time_stretches as stretches
from zjkg.measurement.time_shapes import (
    DASH,
    PARTS,
    YEAR,
    Shape,
    by,
    chinese_words,
    shape,
    since,
    whole,
)

_DIGITS = "〇○零一二三四五六七八九"
_COUNT = r"(?:[一二三四五六七八九十两几数]+|\d{1,2})"
_SHORT = r"[一二三四五六七八九十]{1,3}"
_DAY_MARK = "[日号]"
_MONTH_DAY = (
    rf"(?P<m>\d{{1,2}}|{_SHORT}(?=月))"
    rf"(?:月?{DASH}(?P<m2>\d{{1,2}}|{_SHORT})月|月(?:份|[上中下]旬|(?P<d>\d{{1,2}}"
    rf"|{_SHORT}){_DAY_MARK})?)(?!龄)"
)
_DAYS = (
    rf"(?P<m>\d{{1,2}})月(?P<d>\d{{1,2}}){_DAY_MARK}?{DASH}(?:(?P<m2>\d{{1,2}})月)?"
    rf"(?P<d2>\d{{1,2}}){_DAY_MARK}"
)
_FIRST_MONTHS = r"[前首头](?P<nm>\d{1,2}|[一二两三四五六七八九十]{1,2})个?月"
_INSIDE_YEAR = rf"(?:{_MONTH_DAY}|{_FIRST_MONTHS}|(?P<part>{PARTS}))"
_RELATIVE_YEARS = chinese_words(resolve.RELATIVE_YEAR).replace(
    "|后年", "|(?:(?<=[，,。；：、])后年|(?<![产成用工效营运满载市])后年(?![产营销收租均]))"
)
_REPUBLIC = r"(?<![\d逾近超约])1[01]\d"

SHAPES: tuple[Shape, ...] = (
    since(
        rf"(?P<y>{YEAR})年(?:(?P<m>\d{{1,2}})月)?(?:底|末|初)?(?:推出|上线|发售|开售)(?:至今|以来)",
        resolve.absolute,
    ),
    since(
        rf"(?P<rel>{_RELATIVE_YEARS})(?:(?P<m>\d{{1,2}})月)?(?:底|末|初)?(?:推出|上线|发售|开售)(?:至今|以来)",
        resolve.relative_year,
    ),
    whole(rf"(?P<y1>{YEAR})年?{DASH}(?P<y2>{YEAR})(?:年(?:间|期间)?)?(?!\d)", resolve.year_range),
    whole(
        rf"(?P<y1>[{_DIGITS}]{{4}})年?[至到](?P<y2>[{_DIGITS}]{{4}})年(?:间|期间)?",
        resolve.year_range,
    ),
    whole(rf"(?P<y1>{YEAR})年?[、和与及](?P<y2>{YEAR})年?两年", resolve.year_range),
    whole(rf"(?P<y1>{_REPUBLIC})年?{DASH}(?P<y2>1[01]\d)年", stretches.republican_range),
    whole(
        rf"(?P<y>{YEAR})年?[/／-](?P<y2>\d{{2}})年?(?:财政|财|学)?年度?", stretches.straddling_year
    ),
    whole(
        rf"截至(?:(?P<y>{YEAR})年|(?P<rel>[去今]年))?(?P<m>\d{{1,2}}|{_SHORT})月"
        rf"(?:底|末|(?:\d{{1,2}}|{_SHORT}){_DAY_MARK})?止(?:的)?"
        rf"(?:(?P<n>{_COUNT})个月|(?P<half>中期|半年)|(?:全|财政|会计)?(?:年度|全年))",
        stretches.months_to,
    ),
    whole(rf"截至(?P<y>{YEAR})年(?:度|底|末)?止(?:的)?(?:全|财政|会计)?年度", resolve.absolute),
    whole(
        r"截至(?P<rel>去年|上年|前年|今年)(?:度|底|末)?止(?:的)?(?:全|财政|会计)?年度",
        resolve.relative_year,
    ),
    whole(rf"(?:(?P<y>{YEAR})年|(?P<rel>[去今明]年))?{_DAYS}", stretches.days_of_month),
    whole(
        rf"(?P<y>{YEAR})年(?P<m>\d{{1,2}})月{DASH}(?P<y2>{YEAR})年(?P<m2>\d{{1,2}})月(?!\d)",
        stretches.months_of_years,
    ),
    shape(r"(?:去|上)年(?:的?同期)", stretches.year_before),
    shape(
        rf"(?P<y>{YEAR}|[{_DIGITS}]{{4}})年(?![级代])(?:度|底|末|年底|间)?(?:的?{_INSIDE_YEAR})?",
        resolve.absolute,
    ),
    shape(rf"(?P<y>{YEAR})(?P<part>{PARTS})", resolve.absolute),
    shape(rf"(?P<y>{YEAR})(?:财|财政|会计)年度?", resolve.absolute),
    shape(rf"民国(?P<roc>\d{{2,3}})年(?:度|底|末)?{_INSIDE_YEAR}?", resolve.republican),
    shape(
        rf"(?P<roc>{_REPUBLIC})年(?![来间内余多]|的?[历老品])(?:度|底|末)?(?:{_INSIDE_YEAR})?",
        resolve.republican,
    ),
    whole(
        r"(?P<m>\d{1,2})月?[、和与](?P<m2>\d{1,2})(?:月?两个?月|月(?![\d底末初]))",
        resolve.of_known_year,
    ),
    since(
        rf"(?<![\d年月日底初末]){stretches.BEGINNINGS}(?:至今|以来)",
        stretches.since_beginning,
    ),
    whole(r"报告期内|(?<![一-鿿])(?:报告)?期内", stretches.reported),
    whole(
        r"(?<![\d一-鿿])年内(?=亏|利润|净|收入|溢利|毛利|营|研发|费用|开支|销售|录得|经调整)",
        stretches.reported_year,
    ),
    by(r"(?<![\d今明去后前半全每单]年)(?<![\d今明去后前每])年末", stretches.reported_year),
    by(r"(?:报告)?期末", stretches.reported),
    whole(r"(?<![\d年本])年度(?=业绩|财报)|(?<![\d年半])年报(?!道)", stretches.year_report),
    whole(
        r"(?<![\d年今去])(?:中期|半年度)(?=业绩|财报)|(?<![\d年今去])半年报",
        stretches.half_year_report,
    ),
    whole(r"(?:今明|明后)(?:两|2)年", stretches.year_pair),
    whole(
        r"(?<![\d一二两三四五六七八九十几数今本])年内"
        r"(?=(?:再|将|拟|计划|要|还|可|预计)*(?:招募|招收|招聘|新增|完成|开工|签约|引进|投入|发放|举办|推出|新建|提供|培训))",
        resolve.whole_year,
    ),
    by(r"(?<![\d一二两三四五六七八九十几数今本])年内(?!瓦)", resolve.whole_year),
    by(
        r"(?<![\d一二两三四五六七八九十几数今明去后前半全每单]年)(?<![\d今明去后前每同次翌当])(?:年底|岁末)(?:之?前)?",
        resolve.year_end,
    ),
    shape(
        rf"(?P<rel>{_RELATIVE_YEARS})(?:年?底|年?末|初|中(?=[启投完竣建落开交动]))?(?:的?{_INSIDE_YEAR})?",
        resolve.relative_year,
    ),
    shape(r"(?P<rel>[昨今前明])[（(]\d{1,2}日?[）)]日?", resolve.relative_day),
    shape(
        rf"(?P<rel>{chinese_words(resolve.RELATIVE_DAY)})(?![前后])",
        resolve.relative_day,
    ),
    shape(
        r"(?P<which>[上本这下])?个?(?:周|星期|礼拜)(?P<w>[一二三四五六日天])(?![期边])(?:[（(]\d{1,2}日[）)])?",
        resolve.weekday,
    ),
    shape(r"(?P<which>[上本这])个?(?:周|星期|礼拜)(?![一二三四五六日天期末边年])", stretches.week),
    shape(r"(?:当天|当日)(?=收[盘市])", resolve.now),
    shape(r"(?:同日|当天|当日|同一天|当晚)", resolve.same_day),
    whole(
        r"展期(?:间|期间|内|中)?|会期(?:间|内)?|(?:展[会览]|大?会议?|论坛|峰会|活动|博览会|年会|展)期间",
        resolve.same_days,
    ),
    shape(r"(?:本月|这个月)(?P<d>\d{1,2})[日号]", resolve.day_of_month),
    shape(r"(?P<rel>本月|这个月|上个月|上月)", resolve.relative_month),
    shape(r"下个?月", stretches.next_month),
    shape(r"(?P<rel>上一?季|本季)度?", stretches.neighbouring_quarter),
    whole(r"(?<![一-鿿])单季(?!度)|(?<![一-鿿])[当该]季度?", stretches.told_quarter),
    whole(r"新的一年(?:里|中)?", stretches.new_year),
    shape(r"同月|(?<![一-鿿])当月", stretches.same_month),
    whole(rf"(?:一连|连续|为期)(?P<n>{_COUNT})[天日]", stretches.run_of_days),
    shape(
        rf"(?P<rel>同年|那一?年|次年|翌年|(?<![一-鿿])当年|第二年(?=[春夏秋冬初底，,增升达]))(?:的?{_INSIDE_YEAR}|(?![度的]))",
        stretches.neighbouring_year,
    ),
    shape(r"当年(?![度的])|首年|(?<![\d])第[一二三四五]年(?!度)", resolve.unresolved),
    by(
        rf"(?:未来|今后|接下来|往后)的?(?P<n>{_COUNT})(?:[至到-](?P<n2>{_COUNT}))?年(?:内|间|里)?",
        resolve.coming_years,
    ),
    by(
        rf"(?<![近去这第来\d])(?P<n>{_COUNT})(?:[至到-](?P<n2>{_COUNT}))?年内", resolve.coming_years
    ),
    by(rf"(?P<n>{_COUNT})年(?:以|之)?前(?!后)", resolve.years_ago),
    whole(
        rf"(?:近|过去|最近|这)(?P<n>{_COUNT})年(?:来|间|里|内)?(?![来间]?的?(?:最|新高|新低|首|少|罕))",
        stretches.recent_years,
    ),
    whole(
        rf"(?:近|过去|最近)的?(?:(?P<n>{_COUNT})个月|半年)(?:来|间|里|内)?", stretches.recent_months
    ),
    whole(r"(?<![近十百几\d])一年来", stretches.year_to_day),
    shape(
        r"[“\"]?(?P<plan>十?[一二三四五六九]|十)五[”\"]?(?:规划)?(?:期间|时期)?(?P<late>末)?(?![家个万亿千百余多分支名间项款人位张台元倍成])",
        resolve.plan,
    ),
    shape(r"(?<![年\d])年初(?=[至以])", resolve.this_year),
    shape(r"(?<!年)全年(?![龄级]|(?:目标|任务|计划)的)", resolve.whole_year),
    shape(
        rf"(?<!年){_FIRST_MONTHS}|(?<![\d一二三四五六七八九十几数])(?<!\d\.){_MONTH_DAY}",
        resolve.of_known_year,
    ),
    shape(r"[（(](?P<d>\d{1,2})[日号][）)]", resolve.day_of_month),
    shape(
        r"(?<![月\d.、年])(?P<d>\d{1,2})日(?=[,，上下晚在举召从宣由公起正收以])",
        resolve.day_of_month,
    ),
    shape(rf"(?<![年一A-Za-z])(?=[^A-Za-z])(?P<part>{PARTS})", resolve.of_known_year),
)

_NOW = (
    r"(?:截[至止](?:本?公告(?:披露)?日|公告日|本报告期末|本?(?:新闻)?发稿(?:时|日|前)?|今[天日]|目前|现在)"
    r"|目前|迄今为止|迄今|至今|当前|眼下|如今|现今|时下|当下|现已|现在|现时|(?<![为是比较及])现(?=有(?!产能|的|水平|规模|面积)|共|拥|进驻|驻))"
)
_WEAK = r"(?:已有|(?<![为是比较及])现有(?!产能|的|水平|规模|面积)|已经有|已拥有)"
NOW: tuple[Shape, ...] = (
    Shape(re.compile(_NOW), resolve.now, is_now=True),
    Shape(re.compile(r"现有(?=的[\d一二两三四五六七八九十])"), resolve.now, is_now=True),
    Shape(re.compile(r"至此"), resolve.up_to_then, is_now=True),
    Shape(re.compile(_WEAK), resolve.now, is_now=True, weak=True),
    shape(r"(?:前一天|前一年)", resolve.unresolved),
)
