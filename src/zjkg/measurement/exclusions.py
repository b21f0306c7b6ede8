"""Numbers that are no quantities: dates, codes, ordinals, classes, shapes, ranks, names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zjkg.errors import Bilingual
from zjkg.model import Span
from zjkg.patterns import Table, compiled

_ZH_DIGIT = "〇零一二两三四五六七八九十"
_SIZED = "项目|企业|公司|药企|产品|品种|药物|独角兽|重磅"
_MONTHS = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?"
    r"|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_YEAR = r"(?:19|20)\d{2}"


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A stretch whose numbers are no quantities."""

    span: Span
    rule: str
    reason: Bilingual


_DATE = Bilingual("a date or a time of day", "日期或时刻")
_CODE = Bilingual("a telephone number or a code", "电话号码或代码")
_ADDRESS = Bilingual("a place in an address or a vehicle line", "地址或线路编号")
_LIST = Bilingual("the number of an item in a list", "列表序号")
_ORDINAL = Bilingual("an ordinal: it says which one, not how many", "序数：表示第几，而非多少")
_CLASS = Bilingual("a class, phase, version or part of a name", "类别、期别、版本或名称的一部分")
_SHAPE = Bilingual("it counts the parts of a slogan or structure", "只表示口号或结构的组成部分数")
_LEVEL = Bilingual("a size class of what is counted", "所计事物的量级")
_RANK = Bilingual("a band of a ranking: the whole, not the part", "排名区段：是整体而非部分")
_TITLE = Bilingual("part of the title of a document", "文件标题的一部分")
_SIZE = Bilingual("a size class of what is counted", "所计事物的规模档次")
_DAMAGED = Bilingual("a number whose decimal point is lost", "小数点缺失的数字")
_EDITION = Bilingual("the year of an edition, part of a name", "届次年份，属于名称的一部分")
_IDIOM = Bilingual("a fixed expression", "固定说法")
_VAGUE = Bilingual("it names no number", "未给出具体数目")
_NAME = Bilingual("part of a name", "名称的一部分")

# Order matters only for the reason that is given: the first rule that covers a number wins.
_RULES: tuple[tuple[str, Bilingual, str], ...] = (
    (
        "damaged-decimal",
        _DAMAGED,
        r"(?!\d{1,3}(?: \d{3})+[万亿])\d+ \d+(?:%|万|亿|个百分点|倍|(?=[。,,;；…]|$))",
    ),
    (
        "date",
        _DATE,
        (
            rf"{_YEAR}年?(?:\s?(?:-|–|—|~|至|到)\s?{_YEAR}(?:年|(?!\d)))"
            rf"|{_YEAR}[-./]\d{{1,2}}[-./]\d{{1,2}}"
            rf"|{_YEAR}年(?:度|底|末|初)?(?:\d{{1,2}}月(?:\d{{1,2}}[日号])?)?"
            r"|[〇零一二三四五六七八九]{4}年"
            r"|\d{1,2}月(?:份|(?:\d{1,2}(?:[、至到-]\d{1,2})?[日号])?)(?!龄)"
            r"|(?<![\d.])\d{1,2}[日号](?![楼线院馆库机店路码])"
            r"|(?<![\d/])\d{1,2}/\d{1,2}(?=\s\d{1,2}[:：]\d{2})"
            r"|(?<!\d)\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?!\d)|\d{1,2}时\d{1,2}分|(?:[上下中]午|早上|早晨|晚上?|晚间|凌晨|清晨|傍晚|[日号])\s?\d{1,2}点|\d{1,2}点(?:\d{1,2}分|半|整)"
            rf"|[{_ZH_DIGIT}]{{1,3}}月[{_ZH_DIGIT}]{{1,3}}日"
            rf"|{_MONTHS}\s\d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:(?:-|–| and "
            rf"| to )\d{{1,2}}(?!\d))?(?:,?\s{_YEAR}(?!\d))?"
            rf"|(?<!\d)\d{{1,2}}\s{_MONTHS}(?:,?\s{_YEAR}(?!\d))?|{_MONTHS}\s{_YEAR}(?!\d)"
            rf"|(?<![\d.,$€£¥A-Za-z-]){_YEAR}s?(?![\d%.,]\d|[\d%一-鿿]|\s(?:yuan|percent|million))"
            r"|\b(?:first|last|past|next|previous) (?:two|three|four|five|six|ten) [a-z]+"
            r"|\d{1,2}(?::\d{2})?\s?(?:[ap]\.?m\.?(?![a-z]))|\b[a-z]+ in the (?:morning"
            r"|afternoon|evening)\b|(?<!\d)1[01]\d年(?=[度底前上下第首全]|\d{1,2}月)|民国\d{2,3}年"
            r"|[（(]\d{1,2}日?[）)](?=日)|[（(]\d{1,2}日[）)]|(?<!\d)\d{2}(?:年代|后)(?!\d)"
        ),
    ),
    (
        "code",
        _CODE,
        (
            r"(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)0?\d{2,3}-\d{7,8}(?!\d)"
            r"|(?<!\d)\d{3}-\d{3}-\d{4}(?!\d)"
            r"|(?<!\d)400-?\d{3}-?\d{4}(?!\d)|(?:电话|热线|传真|邮编|代码|编号|号码|证号)[:：为]?\s?[\d-]{3,}"
            r"|(?<!\d)\d{4,6}\.(?:SH|SZ|HK|BJ|SS)(?![A-Z])|[(（](?:SH|SZ|HK|BJ)?[:：]?\d{4,6}[)）]"
            r"|(?:SSE|SZSE|SEHK|HKEX|NASDAQ|NYSE|STAR|SH|SZ|HK)[:：]\s?\d{3,6}"
            r"|(?:sh|sz|hk|SH|SZ|HK)\d{5,6}|(?:tel|Tel|phone|Phone|fax|Fax)[.:]?\s?\+?[\d() -]{6,}"
        ),
    ),
    (
        "address",
        _ADDRESS,
        (
            r"\d+弄(?:\d+号)?|(?<=[楼座栋幢馆])[一二三四五六七八九十\d]+层|\d+号(?:楼|院|线|馆|库|门|机|厂房|地块|路|码头|车"
            r"|(?![文令])|(?=[。,，;；、]))"
            r"|[一二三四五六七八九十]+号(?:楼|线|院|馆)|\d+路(?![径])|\d+(?:室|楼|幢楼)(?=[。,，;；、)）]|$)|\b(?:No\."
            r"|Room|Suite|Building|Block|Lane|Bldg)\s?\d+"
            r"|\b\d+\s(?:[A-Z][a-z]+\s){1,3}(?:Road|Street|Avenue|Lane|Rd|St|Ave)\b"
        ),
    ),
    ("title", _TITLE, r"《[^《》\n]{1,80}》"),
    (
        "list-number",
        _LIST,
        (
            r"^(?:[(（](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|\d{1,2}[.、)](?!\d)"
            r"|[一二三四五六七八九十]{1,3}、)"
        ),
    ),
    (
        "ordinal",
        _ORDINAL,
        (
            rf"第(?:\d+|[{_ZH_DIGIT}百千]+)(?:[个家款次届批代期大名位轮类条项]?)"
            r"|(?<![\d,])\d+(?:st|nd|rd|th)(?![a-z])|(?:位居|位列|居|列)(?:全[国球市省]|世界"
            r"|国内)?前[一二三四五六七八九十\d]+"
            r"|首[个家款次届批项]|(?<!s )(?<!now )[Nn]umber\s(?:\d+|one|two|three)|\b(?:Chapter"
            r"|Section|Article|Table|Figure)\s\d+"
        ),
    ),
    (
        "rank-band",
        _RANK,
        (
            r"(?:前|排名前)(?:\d+|[二三四五六七八九十百]+)(?:强|名|位|%|家(?=[的之])|(?=的))|\d+强|[十百千]强|五百强"
            r"|\b[Tt]op[- ](?:\d+%?|ten|five|three|twenty|hundred)"
            r"(?![\d.,]*\d| [mb]illion)(?: percent)?"
            r"|\bFortune (?:Global )?\d+"
            r"|\b\d+(?=-strong\b)"
        ),
    ),
    (
        "level",
        _LEVEL,
        (
            rf"(?:\d+|[{_ZH_DIGIT}百千]+)?(?:[十百千]?万亿|[十百千]?[万亿])(?:美?元)?级"
            rf"|(?:\d+|[{_ZH_DIGIT}]+)级"
        ),
    ),
    (
        "size-class",
        _SIZE,
        (
            r"(?:\d[\d,.]*)?[十百千]?[万亿](?:美|港|欧|日)?元(?:人民币)?(?:及?以[上下]|级)的?(?:[^，,。；;、的\d]{0,6})"
            rf"(?:{_SIZED})|(?:市值|估值|营收|产值|投资额?|年?销售额|收入|规模)(?:均|已)?(?:超过?|逾|过|破|达到?"
            rf"|在)[^，,。；;、\d]{{0,2}}"
            rf"\d[\d,.]*[十百千]?[万亿](?:美|港|欧|日)?元(?:以上)?的(?:[^，,。；;、的\d]{{0,8}}(?:{_SIZED})|(?=就?[有达共占]\d))"
            r"|\d[\d.]*%(?:及?以[上下])的[^，,。；;、\d]{1,10}(?:比例|占比|比率|人数|数量)"
            r"|单[笔个项][^，,。；;\d]{0,4}(?:超过?|逾|过|达到?)\d[\d,.]*[十百千]?[万亿]?(?:美|港|欧|日)?元(?:以上)?的"
            r"(?=[^，,。；;\d]{0,6}[有达共](?:约|近)?\d)"
            r"|(?:估值|市值)\d[\d,.]*[十百千]?[万亿](?:美|港|欧|日)?元以上的"
        ),
    ),
    (
        "class",
        _CLASS,
        (
            r"(?:\d(?:\.\d)?|[一二三四五])类(?!似|型)|[ⅠⅡⅢⅣⅤIV]+(?:[/／][ⅠⅡⅢⅣⅤIV]*)?期|(?:\d|[一二三四五])期(?!间|待"
            r"|货|望|盼|末)"
            r"|(?<![A-Za-z])(?!US\$|RMB)[A-Za-z]{1,12}[-–]?\d+(?:\.\d+)?(?![\d,.]*\s?(?:元|万|亿"
            r"|million|billion))"
            r"[A-Za-z]?|\d+(?:\+\d+)*\+[XNxn](?:\+\d+)?|\d+\+\d+(?:\+\d+)*"
            r"|(?<![\d.$€£¥])\d\.0(?![\d%]| [bmt]r?illion|[万亿倍元])版?"
            r"|\d+(?:\.\d+)+版|(?<![\d.])\d+(?!(?:[PTGMk]B|[MGk]W|km)(?![a-zA-Z]))(?:[A-LN-Z]"
            r"|[a-z](?=[A-Z-]))(?![a-zA-Z$]*\$)"
            r"|[一二三四五六七八九十]代|\d代|[一二三]线|[一二三][甲乙]|[一二三]产|\b(?:[Pp]hase|[Cc]lass|[Gg]rade"
            r"|[Tt]ype|[Vv]ersion|[Ss]eries|[Ll]evel"
            r"|[Cc]ategory|[Ss]tage)\s(?:\d+(?:\.\d+)?|I{1,3}V?|one|two|three)[a-z]?(?:/\d)?"
        ),
    ),
    (
        "shape",
        _SHAPE,
        (
            r"(?:\d|[一二两三四五六七八九十]+)大(?!学|于|家|型|厦|多|会|量|幅|约|概|力)|[二两三四五六七八九十][方翼链横纵核轴园廊极柱网端]"
            r"|(?:[这该]|上述|^)[两三四五六七八九](?:家|位|款|项)(?:企业|公司|机构|单位|产品|项目)?(?=的|均|都|还)"
            r"|(?<=[，；：])[两三四五六七八九]家(?:企业|公司|机构|单位)(?=合计|共计|总共|均|都)"
            r"|[一二三四五六七八九十]+位一体|一体[两二三]翼|[一两二三四]核[一两二三四五六七八九多]\w"
            r"|[“\"‘「『][一二两三四五六七八九十]+(?:个|项|张|大|化)\w{1,4}[”\"’」』]|一带一路|[两双]会|“[双三]\w{1,3}”"
        ),
    ),
    (
        "idiom",
        _IDIOM,
        (
            r"一[批系直些步旦定起体致样般流站般切连带度方面举共同齐边路侧]|一个数量级|[一几]个数量级|进一步|统一|唯一|(?<!分)之一|万一|十分(?!之)"
            r"|零[件部组售食星距距散的]|清零|归零|零(?=排放|容忍|库存|缺陷)|[双两]方|半年|半天"
            r"|\b(?:a quarter|half) of an hour|\bquarter of an? (?:hour|century)"
            r"|\b[Tt]he two(?= [a-z])"
            r"|百分点位|千方百计|四面八方|成千上万|五花八门|独一无二|三五成群|接二连三|一如既往|一以贯之|十足|百姓|百科|百年|千年|万物"
            r"|千亩良田|零头|百济|百度|百科|万科|千金|三地|两地|两岸|两者|二者|三者|两江|三角|四川|三亚|三星|九州|六合|八方|双十|两用|两端|两侧|两年多|三甲"
            r"|\b(?:one of|at one|one another|no one|one-stop|one day|one-on-one|zero-sum)\b"
        ),
    ),
    (
        "indefinite",
        _VAGUE,
        (
            r"(?<![十百千万亿第\d零〇])一(?:个|家|种|款|名|位|条|项|座|份|次|件|支|套|场|张|部|篇|组|段|片|对|道|层|节|台|门|点|大批"
            r"|边)(?!半|百|千)"
            r"|(?<![十百千万亿第\d零〇])一年(?:[一来]度?|多)|每(?:\d+|[一二三四五六七八九十]*)(?:个|家|名|位|天|年|股)(?!月)|某一?个"
            r"|数(?:[十百千万]+|十?[万亿])|几(?:[十百千万]+|个)"
            r"|\b(?:[Dd]ozens|[Hh]undreds|[Tt]housands|[Mm]illions|[Bb]illions) of"
        ),
    ),
)
_COMPILED = Table(
    ((rule, reason, compiled(shape)) for rule, reason, shape in _RULES), lambda row: row[2]
)
_EDITION_YEAR = compiled(
    rf"{_YEAR}(?=\s(?:[A-Z][\w-]+\s){{0,5}}(?:[Ii]ndex|[Rr]eport|Summit|Forum|Conference|Week"
    rf"|Expo)\b)"
    rf"|{_YEAR}(?=\s(?:[a-z]+\s)?(?:edition|version|ranking)\b)"
    rf"|{_YEAR}年?度?版(?![权块面图])|{_YEAR}年?(?=[）)]》)"
    rf"|{_YEAR}(?:年度|版)?(?!年)(?=[一-鿿·]{{2,24}}(?:指数|产业周|峰会|论坛|大会|博览会|报告|年会))"
)


def exclusions(key: str, sentence: Span, names: tuple[Span, ...]) -> tuple[Exclusion, ...]:
    """The stretches of a sentence in which numbers are no quantities; the best reason first."""
    found = [Exclusion(name, "name", _NAME) for name in names if sentence.overlaps(name)]
    part = key[sentence.start : sentence.end]
    found.extend(
        Exclusion(_shift(match, sentence.start), "edition-year", _EDITION)
        for match in _EDITION_YEAR.finditer(part)
    )
    for rule, reason, pattern in _COMPILED.possible(part):
        found.extend(
            Exclusion(_shift(match, sentence.start), rule, reason)
            for match in pattern.finditer(part)
        )
    return tuple(found)


def _shift(match: re.Match[str], by: int) -> Span:
    return Span(match.start() + by, match.end() + by)
