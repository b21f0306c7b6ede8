"""The words of Chinese by-lines: what a credited person did, and how names follow it.

Everything is in simplified characters; lines are folded before they are matched.
"""

from __future__ import annotations

from typing import Final

from zjkg.reading.scripts import HAN_CLASS

HAN: Final = f"[{HAN_CLASS}]"
_RANK: Final = (
    "(?:实习|特约|特派|首席|见习|摄影|文字|视频|驻地|驻外|高级|资深|全媒体|融媒体|责任|执行|值班"
    "|本期|网络|核稿|美术|图片|新媒体|助理|轮值|主任|副|栏目|专题|英文|中文|双语|客座|专栏"
    "|编制|后期){0,2}"
)
_PEOPLE: Final = (
    "记者|通讯员|撰稿人|评论员|特派员|采编|编辑|主编|总编辑|总编|作者|译者|主笔|主持人|出品人"
    "|观察员"
)
_WORK: Final = (
    "实习生|责编|美编|编审|校对|校审|审校|审核|审读|审签|审稿|审定|签发|核稿|核校|终审|初审|复审"
    "|一审"
    "|二审|三审|总监制|监制|统筹|总策划|策划|撰文|撰稿|采写|采访|采编|编译|编写|翻译|整理|摄影|摄像"
    "|拍摄|供稿|执笔|设计|美工|制图|绘图|制作|排版|视觉|剪辑|出品"
)
POST: Final = f"(?:{_RANK}(?:{_PEOPLE})|{_WORK})"
REPORTER: Final = "记者"
JOINED_POSTS: Final = f"{POST}(?:[、/／・‧·•&]?{POST}){{0,3}}"
"""Several labels of one person: 采访、撰文／王小明."""
_MARK: Final = "[ 　]*[：:/／|｜丨・‧][ 　]*"
_NOT_NAME: Final = f"(?!{HAN}{{0,4}}(?:记者|编辑|通讯员|实习生|报[道导])|发自)"
HAN_NAME: Final = (
    rf"{_NOT_NAME}(?:(?:(?!{POST}{_MARK}){HAN}){{2,4}}(?:·{HAN}{{1,8}})*|{HAN} {HAN}(?!{HAN}))"
)
"""A name of two to four characters, which ends where the next label begins."""
NAME: Final = rf"(?:{HAN_NAME}|[A-Z][a-z]+(?: [A-Z][a-z]+){{1,2}})"
NAMES: Final = (
    rf"{NAME}(?:[ 　、,，/／和&]{{1,3}}(?!{POST}){NAME}){{0,9}}(?:(?={POST}{_MARK})|(?!{HAN}))"
)
PLAIN_LABEL: Final = "(?:文图|图文|图|文|摄|图片|照片|供图|音频)"
"""Labels that are no post: 文/王小明."""
PLACES: Final = (
    "(?:台北|台中|台南|高雄|新竹|桃园|竹北|基隆|宜兰|花莲|屏东|彰化|嘉义|香港|澳门|北京|上海|天津|重庆"
    "|深圳|广州|杭州|苏州|南京|武汉|成都|西安|合肥|无锡|厦门|珠海|青岛|济南|长沙|郑州|沈阳|大连|宁波"
    "|昆明|东京|伦敦|纽约|华盛顿|旧金山|波士顿|新加坡|首尔)"
)
