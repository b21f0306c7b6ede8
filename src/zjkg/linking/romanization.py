"""Names of people that Latin letters do not spell in pinyin: Cantonese surnames, foreigners.

Such a likeness is weak: it serves only beside an employer and a post that agree.
"""

from __future__ import annotations

from functools import lru_cache

from zjkg.linking.readings import read_aloud
from zjkg.linking.remembering import REMEMBERED

_CANTONESE = (
    "陈 chan 张 cheung 郑 cheng 周 chow 朱 chu 蔡 choi 崔 choi 徐 tsui 许 hui 何 ho 洪 hung "
    "冯 fung 霍 fok 方 fong 范 fan 傅 fu 关 kwan 郭 kwok 高 ko 江 kong 古 ku 龚 kung 简 kan "
    "黎 lai 赖 lai 林 lam 蓝 lam 刘 lau 罗 law 罗 lo 卢 lo 李 lee 李 li 梁 leung 廖 liu 陆 luk "
    "吕 lui 雷 lui 龙 lung 马 ma 麦 mak 文 man 莫 mok 梅 mui 吴 ng 伍 ng 倪 ngai 魏 ngai "
    "区 au 欧 au 潘 poon 彭 pang 岑 shum 沈 shum 薛 sit 苏 so 孙 suen 邓 tang 谭 tam 丁 ting "
    "谢 tse 曾 tsang 徐 chui 杜 to 唐 tong 汤 tong 董 tung 尹 wan 温 wan 黄 wong 王 wong "
    "汪 wong 胡 wu 叶 yip 严 yim 任 yam 杨 yeung 姚 yiu 邱 yau 游 yau 余 yu 于 yu 俞 yu 袁 yuen "
    "阮 yuen 翁 yung 容 yung 赵 chiu 招 chiu 程 ching 钟 chung 庄 chong 石 shek 施 sze 司徒 szeto "
    "萧 siu 邵 siu 冼 sin 单 sin 戴 tai 田 tin 韦 wai 卫 wai 云 wan 易 yik 甘 kam 金 kam 贾 ka "
    "柯 or 连 lin 骆 lok 乐 lok 毛 mo 聂 nip 柳 lau 侯 hau 夏 ha 韩 hon 顾 koo 姜 keung 蒋 cheung"
).split()
_SURNAMES = frozenset(zip(_CANTONESE[::2], _CANTONESE[1::2], strict=True))
_DOTS = "·•・"
_CLASSES = {
    letter: group[0]
    for group in ("aeiouyhw", "bpfv", "cgkqj", "sxz", "dt", "lr", "mn")
    for letter in group
}


def wade_giles(name: str) -> str:
    """A name in Han characters as Taiwan spells it, without marks."""
    from pypinyin import Style, lazy_pinyin

    spelled = "".join(lazy_pinyin(name, style=Style.WADEGILES))
    return spelled.replace("'", "").replace("v", "u").replace("ü", "u")


@lru_cache(maxsize=REMEMBERED)
def likeness(name: str, *, english: bool) -> frozenset[str]:
    """Marks that a name in Han characters shares with such a spelling of it."""
    return _of_latin(name) if english else _of_han(name)


def _of_latin(name: str) -> frozenset[str]:
    words = name.casefold().split()
    if len(words) != 2:  # noqa: PLR2004 - a surname and a given name
        return frozenset()
    given = words[1].split("-")
    marks = {f"{han}{len(given)}" for han, latin in _SURNAMES if latin == words[0]}
    if len(given) == 1:
        marks = set()
        if all(word[:1] in _CLASSES for word in words):
            marks.add("foreign:" + "".join(_CLASSES[word[0]] for word in words))
    return frozenset(marks)


def _of_han(name: str) -> frozenset[str]:
    for dot in _DOTS:
        if name.count(dot) == 1:
            sounds = [read_aloud(part) for part in name.split(dot)]
            if all(sound[:1] in _CLASSES for sound in sounds):
                return frozenset({"foreign:" + "".join(_CLASSES[sound[0]] for sound in sounds)})
    return frozenset({f"{name[:size]}{len(name) - size}" for size in (1, 2) if len(name) > size})
