"""The shapes of reporters' names and of outlets, as far as language alone tells them."""

from __future__ import annotations

import re

from zjkg.folding import simplified
from zjkg.reading.scripts import HAN_CLASS

_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏"
    "薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武"
    "乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂"
    "谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵"
    "解强柴华车冉房边净缪娄仇宗应褚娜肖闫付"
    "骆麦冼邝简卓巫丘古岑劳容佘宓郜晏冀揭苟厉卞佟蔺闻敖鞠占粟冷宿尚农糜封储邬臧练晋楚仲巴伏支籍"
    "盖郎扈竺权虞荀於惠麻茅池郁胥匡寇阙蔚隆巩晁訾阚饶须丰巢蒯荆逯桓蓝连侍战苑户展降栗漆芮明尧洛亓冒仝"
    "屠戚滕穆瞿窦栾桑楼湛滑濮燕牧狄班皮祖禄禹秋符米綦缑羊羿艾苍茹荣莘蒙蒲蓟蓬衡裘诸谈谌贝贡贲辜逄"
    "邰邴邸郄郇郏郗郦鄂鄢钮隗雍韶鹿云乌习亢况凤吉喻夔奚姬宣宦宫寿尉嵇帅庾廉弋弓弘慎戈戎昌昝暨朴束杭檀"
)
_DOUBLE_SURNAMES = frozenset(
    {"欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容"}
)
_HAN_NAME = re.compile(f"[{HAN_CLASS}]{{2,4}}")
_HAN_OUTLET = re.compile(f"[{HAN_CLASS}]{{3,10}}")
_OUTLET = re.compile(
    r"(?:网|报|社|台|财经|新闻|在线|周刊|杂志|客户端|频道|传媒|通讯|晨报|时报|电视|广播|中心|公司|部|局|号|媒体"
    r"|观察|评论|资讯|日报|晚报|导报|集团|委员会|研究院|编辑部)$"
)
_ENGLISH_NAME = re.compile(r"[A-Z][a-z’'-]+(?:[A-Z][a-z’'-]+)*(?: (?:[A-Z]\.|[A-Z][\w’'-]+)){1,3}")
_NOT_A_NAME = frozenset(
    "daily news times post press agency online media network group journal weekly review report "
    "reports special today herald tribune online tv radio magazine editorial staff desk editor "
    "team bureau top the in on of and related stories read more science park city district center "
    "centre institute university index summit week company limited global international innovation "
    "hub market markets outlook background overview next steps key new growth plan plans policy "
    "industry research development future health medicine drug drugs biotech investment".split()
)


def is_person(name: str) -> bool:
    """Whether a by-line's name has the shape of a person's: a known surname, or English words."""
    if _HAN_NAME.fullmatch(name):
        return has_surname(name) and not _OUTLET.search(simplified(name))
    return is_english_name(name)


def is_outlet(name: str) -> bool:
    """Whether a short Chinese name ends as the names of papers, sites and stations do."""
    return _HAN_OUTLET.fullmatch(name) is not None and bool(_OUTLET.search(simplified(name)))


def has_surname(name: str) -> bool:
    """Whether a Chinese name begins with a common surname."""
    folded = simplified(name)
    return folded[0] in _SURNAMES or folded[:2] in _DOUBLE_SURNAMES


def is_english_name(name: str) -> bool:
    """Whether two to four capitalised words are a name and not a heading."""
    words = name.lower().split()
    return bool(_ENGLISH_NAME.fullmatch(name)) and not any(word in _NOT_A_NAME for word in words)
