"""Why a candidate is no name: common nouns, classes of things, cut words, streets, lists."""

from __future__ import annotations

import re
from functools import lru_cache

from zjkg.model import EntityType, Span
from zjkg.recognition.agencies import AGENCIES
from zjkg.recognition.lexicon import common_words, made_of_listed_words, ordinary_words
from zjkg.recognition.passage import Candidate, Passage
from zjkg.recognition.places import ADMINISTRATIVE, PLACES, longest_place_prefix
from zjkg.recognition.vocabulary import (
    BRAND_HEADS,
    CLASS_ENDINGS,
    CLASS_NOUNS,
    GENERIC,
    HEAD_TYPES,
    NAMING_HEADS,
    NOT_NAMES,
    POETIC,
    PRODUCT_HEADS,
    SELF_NAMES,
    head_type,
    row_of,
)

# Evidence that makes a name even of common words.
_UNCOMMON = frozenset(
    {
        "vocabulary:agency",
        "frame:office",
        "frame:backer",
        "list:head",
        "frame:post",
        "frame:outlet",
        "pattern:quoted-title",
        "pattern:world-event",
        "pattern:latin-quoted",
        "frame:issued",
        "pattern:building",
    }
)
_UNSURE = ("tagger", "pattern:brand", "pattern:coined", "pattern:weak", "frame", "list")
_UNSURE_ENDS = ("tagger", "pattern:head")
_FIRM_WORDS = frozenset("资本 创投 投资 控股 药业 制药 基金 集团 证券 诊断".split())
_PLACE_LENGTH = 2
_SEVERAL_WORDS, _SHORT_WORD = 2, 2
_SPACED_OUT = re.compile(r"(?:[\u3400-\u9fff] )+[\u3400-\u9fff]")
_JOINED = re.compile(r"(.{2,20})[与和及](.{2,20})")
_DIVISIONS = frozenset("省市区县镇乡村岛湾港州城园谷湖江河山路站侧部")
_PARTICLES = frozenset("和都也与跟就能向于相")
_CLASS_OF_FIRMS = re.compile(
    f"{row_of((*BRAND_HEADS, '产业', '行业', '子'))}(?:厂|厂商|商|业者|业)?|"
    ".{2,6}(?:供应商|经销商|代理商|通路商|代工商|服务商|运营商|零售商|承包商|保荐人|厂商|业者|制造业|"
    "(?:生技|医药|制药|疫苗|医材|光电|电子)厂|子基金)|通路商"
)
_COMPANIES = ("公司", "企业", "药厂", "工厂", "机构", "大厂")
_DESCRIBING = frozenset(BRAND_HEADS) | frozenset(
    "母 子 好 小 小型 中小 核药 "
    "商业 地产 顾问 影像 检验 代工 学名 学名药 原料药 针剂 制剂 咨询 物业 租赁 初创 "
    "新创 上市 "
    "同类 大型 外商 外资 台资 港资 合资 本土 老牌 知名 著名 头部 龙头 种子 农业 水产 食品 软件 "
    "设备 "
    "AI 机器人 服务 外包 委托".split()
)
_INSIDE = re.compile("[园区院校市县岛]内的?")
_LONGEST_CLASS = 12
_REMEMBERED = 1 << 14
_SHORT_PARKS = ("竹科", "南科", "中科")
_AIM = re.compile("(?:成为|建成|打造成|打造为|建设成|打造)$")
_LONGEST_AIM = 3
_AIMS = ("中心", "高地", "基地", "集聚区")
_OUTPUT = re.compile("[年月日]产|设计[年月]产")  # 年产胶囊|12亿粒
_TRADES = re.compile(
    "(?:竹科|南科|中科)?(?:生物|生技|生医|医药|医疗|中医药|细胞|基因|健康|器械|医材|制药|科技)+"
)
_TRADE_AFTER = re.compile(
    "(?:大?健康|生物|医药|医疗|器械|科技|和|与|及|、)*(?:产业|行业|领域|板块|集群)"
)
_REGIONAL_UNIT = re.compile(
    "(?:华东|华南|华北|华中|西南|西北|东北|亚太|大中华区?|中国区?|全球|海外|北美|欧洲)"
    "(?:区域)?(?:创新|研发|生产|营运|运营|物流|服务|制造)?(?:中心|总部|基地|分公司|办事处)"
)
_ILLNESS = re.compile("(?:病|癌|炎|症|瘤|关节|内镜)$")
_COUNTED = re.compile("[两一二三四五六七八九十百]+[幢栋座家个片块条]")
_CUT = re.compile(".(?:园区|孵化器|产业园|科技园)")  # 医园区 of 生医园区
_NUMBERED = re.compile(
    r"[两一二三四五六七八九十数多几\d]+[余多]?[家所间个位款]|[两三四五六七八九十数多各]大?(?:科学|产业)?园区$"
)
_STREET = re.compile(
    "(?:大道|(?<!丝)路|巷|弄|[一二三四五六七八九十]路站|[一二三四五六七八九十]号|[\u4e00-\u9fff]厅|公寓|宿舍|号楼|栋|层|教室|"
    "会议室|展位|"
    "车间|高速|大桥|码头|[号][楼栋幢座][里内上下前旁]?)$"
)
_AMOUNT = re.compile("占|[一二两三四五六七八九]成$")
_SITE_THEN_VERB = re.compile(
    "(?:园区?|新?城|谷|基地|港|区)(?:里|内)?(?:投资|合作|共同)?(?:建设|建立|打造|设立|成立|兴建|新建)(?!有限|集团|投资|发展|控股|开发|管理|工程|委|局)|.会同."
)
# Landscape that no name is: 小渔村, 临湖, 湖和湿地.
_SCENERY = re.compile(
    "[小老旧][渔山农]?[村镇城乡庄]|[老新]?城区|盐碱[地滩]|临[湖水街]|环湖|沿[江海河湖]|傍[水山湖]|"
    "[\u4e00-\u9fff]{0,3}[湖江河海山田林村]?[和与及](?:湿地|绿地|森林|农田|草地|湖泊|河流|水系|公园|绿道|荒滩)"
)
# Firms that are verbs before an object: 联通世界, 移动…, 联想到….
_VERB_BRANDS = frozenset("联通 移动 联想 华润 招商 复兴 光大 平安 创新 启明 高通 畅通".split())
_OBJECT = re.compile(
    "世界|全球|国[内际]|内外|海[内外]|两[岸地]|[东南]西|内地|港澳|上下游|各[地方界]|到|起来"
)
_QUOTES = ("“", "「", "『", '"')
# The last words of kinds of products; 单抗 and the like end names of substances.
_KINDS = (*(head for head in PRODUCT_HEADS if head[-1] in "液剂囊粒苗人盒膏"), "系统", "平台")
_AFFIXES = frozenset("抗降经可预重用型性化病炎癌")
_SEVERAL = re.compile(r"[、:：\u3000\n|｜；;]")


def objection(
    passage: Passage, candidate: Candidate, name: str, places: frozenset[str]
) -> str | None:
    """The rule that refuses a candidate, or None; ``places`` are known and the article's own."""
    if _is_several(candidate, name):
        return "whole-list"
    if name in SELF_NAMES:
        return None
    if _is_class(passage, candidate, name):
        return "class-noun"
    common = candidate.kind not in _UNCOMMON and made_of_common_words(name)
    if common or _SPACED_OUT.fullmatch(name):
        return "common-words"
    if candidate.kind == "tagger:bilstm" and _cuts_word(passage, candidate.span, name):
        return "cut-word"
    return _unsure_objection(passage, candidate, name, places)


def _is_several(candidate: Candidate, name: str) -> bool:
    """Whether a stretch holds more than a name: a list, 某园区建设某中心, 某局会同某局."""
    if candidate.kind.startswith(_UNSURE_ENDS) and _SITE_THEN_VERB.search(name):
        return True
    tagged = candidate.kind.startswith("tagger")
    return tagged and (_SEVERAL.search(name) is not None or _joins_two(name))


def _is_class(passage: Passage, candidate: Candidate, name: str) -> bool:
    """Whether words name a class of things: 子公司, 通路商, 台湾母公司; also what is aimed at."""
    if _REGIONAL_UNIT.fullmatch(name) or _is_remedy(candidate, name) or _OUTPUT.match(name):
        return True
    if _CLASS_OF_FIRMS.fullmatch(name) or _class_company(name) or _plant(name):
        return True
    if candidate.kind.startswith(_UNSURE_ENDS) and (_NUMBERED.match(name) or _CUT.fullmatch(name)):
        return True
    if _tells_kind(passage, candidate, name):
        return True
    if candidate.kind not in _UNCOMMON and (
        name.startswith(CLASS_NOUNS) or name.endswith(CLASS_ENDINGS)
    ):
        return True
    start = max(passage.span.start, candidate.span.start - _LONGEST_AIM)
    aimed = _AIM.search(passage.text, start, candidate.span.start)
    unsure = candidate.kind.startswith(("tagger", "pattern:head"))
    return aimed is not None and unsure and name.endswith(_AIMS)


def _is_remedy(candidate: Candidate, name: str) -> bool:
    """Whether a drug or device is only called by what it is for: 银屑病新药, 膝关节手术机器人."""
    if candidate.type is EntityType.ORGANIZATION:
        return bool(_ILLNESS.search(name.removesuffix("新药")))
    if candidate.kind != "pattern:drug":
        return False
    if name[1:] in PRODUCT_HEADS:
        return True  # 靠试剂盒
    core = name.removesuffix(_device(name))
    return core != name and (made_of_common_words(core) or bool(_ILLNESS.search(core)))


def _tells_kind(passage: Passage, candidate: Candidate, name: str) -> bool:
    """Whether words only tell of what kind the product is that is quoted next: 注射液“某某”."""
    if candidate.type is not EntityType.PRODUCT or candidate.kind == "frame:named-product":
        return False
    kind = next((head for head in _KINDS if name.endswith(head)), None)
    if kind is None or not passage.text.startswith(_QUOTES, candidate.span.end):
        return False
    return made_of_listed_words(name.removesuffix(kind), _AFFIXES)


def _device(name: str) -> str:
    """The word for a kind of device that ends a name: 手术机器人, 试剂盒."""
    return next(
        (head for head in PRODUCT_HEADS if name.endswith(head) and head[-1] in "人盒囊片"), ""
    )


def _unsure_objection(
    passage: Passage, candidate: Candidate, name: str, places: frozenset[str]
) -> str | None:
    """What is wrong with a candidate of unsure evidence, mostly where a place opens it."""
    if not candidate.kind.startswith(_UNSURE):
        return None
    if candidate.type is EntityType.PLACE and _no_place(name):
        return "no-place"
    if name in _VERB_BRANDS and _OBJECT.match(passage.text, candidate.span.end, passage.span.end):
        return "common-words"
    tagged = candidate.kind.startswith("tagger") and name not in places
    person = candidate.type is EntityType.PERSON
    if person and (_AMOUNT.search(name) or (tagged and _small_word(name))):
        return "common-words"
    if tagged and _begins_with_place(candidate, name, places):
        return "begins-with-place"
    return _trade_of_place(passage, candidate, name, places)


def _begins_with_place(candidate: Candidate, name: str, places: frozenset[str]) -> bool:
    """Whether a place and one more character look like a person or a firm."""
    short = len(name) == _PLACE_LENGTH + 1 and head_type(name) is None
    firm = short and candidate.type is EntityType.ORGANIZATION
    return name[:_PLACE_LENGTH] in places and (candidate.type is EntityType.PERSON or firm)


def _trade_of_place(
    passage: Passage, candidate: Candidate, name: str, places: frozenset[str]
) -> str | None:
    """Two places side by side, or a place and its trade: 张江生物医药."""
    if candidate.type is EntityType.ORGANIZATION and is_trade(passage, candidate.span, name):
        return "place-and-trade"
    words = _words(passage, candidate.span)
    if len(words) <= 1 or words[0] not in places:
        return None
    if all(word in places for word in words):
        return None if name.endswith(ADMINISTRATIVE) else "adjacent-places"
    trade = all(word in GENERIC for word in words[1:]) and head_type(name) is None
    # 高岭资本, 晴山生物: no place that anybody knows
    trade_after = _TRADE_AFTER.match(passage.text, candidate.span.end, passage.span.end)
    pair = len(words) == _SEVERAL_WORDS and len(words[-1]) == _SHORT_WORD
    firm = words[-1] in _FIRM_WORDS
    firm = firm or (pair and words[-1] in BRAND_HEADS and trade_after is None)
    coined = words[0] not in PLACES and head_type(words[0]) is None and firm
    # A list of firms says what its members are: 珠江细胞、某某再生等企业.
    listed = candidate.kind == "list:head" and words[-1] in BRAND_HEADS
    coined = coined or listed or candidate.kind == "pattern:coined-firm"
    return "place-and-trade" if trade and not coined else None


def is_trade(passage: Passage, span: Span, name: str) -> bool:
    """Whether a tagger has taken a place and its trade for a firm: 某地中医药|大健康产业."""
    place = longest_place_prefix(name)
    return (
        (bool(place) or name.startswith(_SHORT_PARKS))
        and _TRADES.fullmatch(name, len(place)) is not None
        and _TRADE_AFTER.match(passage.text, span.end, passage.span.end) is not None
    )


def _class_company(name: str) -> bool:
    """Whether a firm is only described: 台湾母公司, 商业地产顾问公司, 医疗影像公司."""
    if not name.endswith(_COMPANIES) or name.endswith(("有限公司", "集团公司", "总公司")):
        return False
    inside = _INSIDE.match(name)
    body = name[inside.end() if inside else len(longest_place_prefix(name)) :]
    return len(body) <= _LONGEST_CLASS and made_of_common_words(body, _DESCRIBING)


def _plant(name: str) -> bool:
    """Whether a plant is named by its place alone: 桃园龙潭厂."""
    body = name[len(longest_place_prefix(name)) : -1]
    placed = name.endswith("厂") and len(body) < len(name) - 1
    return placed and len(body) <= _PLACE_LENGTH and not name.endswith("药厂")


def _small_word(name: str) -> bool:
    """Whether a particle and a common word look like a person: 和投资, 都愿意."""
    return name[0] in _PARTICLES and name[1:] in common_words()


def _no_place(name: str) -> bool:
    """Whether what a tagger takes for a place is a street, a room or an ordinary word."""
    if name in PLACES:
        return False
    if name[:-1] in PLACES and name[-1] not in _DIVISIONS:
        return True  # the tagger has glued a character to it: 韩国代, 浦东江
    if name[1:] in NOT_NAMES or name[0].isdigit() or _COUNTED.match(name):
        return True
    joined = _SCENERY.fullmatch(name) is not None
    return joined or bool(_STREET.search(name)) or name in ordinary_words()


def _joins_two(name: str) -> bool:
    """Whether a tagger has taken a firm and an agency for one: 某某电与工研院."""
    match = _JOINED.fullmatch(name)
    return match is not None and match.group(2) in AGENCIES


def _words(passage: Passage, span: Span) -> list[str]:
    first, end = passage.token_from(span.start), passage.token_from(span.end)
    return [passage.word(index) for index in range(first, end)]


def _cuts_word(passage: Passage, span: Span, name: str) -> bool:
    whole = all(passage.is_edge(offset) for offset in (span.start, span.end))
    return not whole and head_type(name) is None


@lru_cache(maxsize=_REMEMBERED)
def made_of_common_words(name: str, more: frozenset[str] = frozenset()) -> bool:
    """Whether the characters can be cut into words that name nothing."""
    if name.endswith(POETIC) or (name.endswith(NAMING_HEADS) and name[:1].isascii()):
        return False
    if name.startswith("国家") and not name.startswith("国家级") and head_type(name):
        return False
    reachable = {0}
    for end in range(1, len(name) + 1):
        for start in range(max(0, end - 8), end):
            word = name[start:end]
            common = word in GENERIC or word in HEAD_TYPES or word in NOT_NAMES or word in more
            if start in reachable and common:
                reachable.add(end)
                break
    return len(name) in reachable
