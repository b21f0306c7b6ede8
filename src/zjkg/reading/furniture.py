"""Which elements of a page, and which lines of a text, are not part of its article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import Tag

_BY_TAG = {
    "script": "script",
    "style": "script",
    "template": "script",
    "noscript": "page-furniture",
    "title": "document-head",
    "figcaption": "caption",
    "caption": "caption",
    "nav": "page-furniture",
    "footer": "page-furniture",
    "aside": "page-furniture",
    "form": "page-furniture",
    "button": "page-furniture",
    "select": "page-furniture",
    "option": "page-furniture",
    "textarea": "page-furniture",
    "iframe": "page-furniture",
    "object": "page-furniture",
    "svg": "page-furniture",
}
INLINE_RULES = frozenset({"script", "comment"})
_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "menu"})
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_FURNITURE_WORDS = frozenset(
    "nav navbar navigation menu footer breadcrumb breadcrumbs crumb crumbs share sharing social "
    "related recommend recommended recommendation recommendations sidebar copyright comments "
    "advert advertisement ad ads promo subscribe newsletter pager pagination toolbar disclaimer "
    "popup login toplist ranking backtop totop".split()
)
_PICTURE_WORDS = frozenset({"img", "image", "pic", "picture", "photo", "figure"})
_CAPTION_WORDS = frozenset({"descr", "desc", "description", "caption", "note", "credit"})
_QR_WORDS = frozenset({"qr", "qrcode", "erweima"})
_CONTAINERS = frozenset(
    "div section ul ol li dl table p header center blockquote article main span".split()
)
_TRUSTED = frozenset({"html", "body", "article", "main"})

_SITE_HEADERS = frozenset({"header", "site-header", "masthead", "topbar"})
_PAGE_WORDS = frozenset(
    "top back to home special reports report related stories story more share print news latest "
    "next previous prev article articles comments comment contact us about sitemap privacy policy "
    "terms of use copyright follow subscribe newsletter sign in up log login menu search photos "
    "videos video editor's picks most read popular recommended for you trending topics tags "
    "advertisement sponsored facebook twitter linkedin wechat weibo email read see also".split()
)
_RELATED = re.compile(
    r"(?:相关|相關|推荐|推薦|延伸|热门|熱門|精彩|更多|猜你喜欢)"
    r"(?:新闻|新聞|阅读|閱讀|推荐|推薦|文章|报道|報道|報導|资讯|資訊|内容|內容|链接|連結)?[：:]?"
    r"|(?:related|more|recommended|trending|latest|see also|read more|editor['’]?s picks?"
    r"|(?:most )?(?:popular|read|viewed)|you (?:may|might) (?:also )?like)"
    r"(?: (?:news|stories|articles|reports|reading|now))?:?",
    re.IGNORECASE,
)
_PAGE_LINE = re.compile(
    r"(?:返回|回到|回)?(?:顶部|首页|頂部|首頁)|(?:相关|推荐|延伸|更多|热门|猜你喜欢|精彩)"
    r"(?:新闻|阅读|推荐|文章|报道|资讯|内容|链接)?[：:]?|(?:相關|推薦|延伸|熱門|精彩)"
    r"(?:新聞|閱讀|推薦|文章|報道|報導|資訊|內容|連結)?[：:]?|(?:分享|转发|轉發)(?:到|至)?[：:]?"
    r"|打印(?:本页)?|列印|关闭(?:窗口)?|關閉|收藏|评论|評論|字号[：:]?.{0,8}|字體[：:]?.{0,8}"
    r"|(?:上一篇|下一篇)[：:]?.{0,60}|点击查看(?:更多|原文|全文)?|阅读(?:原文|全文)|閱讀(?:原文|全文)"
    r"|(?:版权|免责|版權|免責)所有[：:]?.{0,200}"
    r"|(?:版权|免责|特别|郑重|版權|免責|特別|鄭重)?(?:声明|聲明)[：:].{0,220}"
    r"|(?:本文|文章|稿件|内容|內容)[^。]{0,60}(?:侵权|侵權|转载|轉載|不代表)[^。]{0,60}。?"
    r"|(?:未经|未經)[^。]{0,30}(?:授权|授權|许可|許可)[^。]{0,40}(?:转载|轉載|使用)[^。]{0,30}。?"
    r"|.{0,60}ICP[备備][^。]{0,60}|(?:©|Copyright\b).{0,220}|All rights reserved\b.{0,120}",
    re.IGNORECASE,
)
_BREADCRUMB = re.compile(
    r"(?:您|你)?(?:当前|當前|所在|現在|现在)?的?位置[：:].{0,80}"
    r"|(?:首页|首頁|Home)\s*(?:[>»›/|]|&gt;|->)\s*.{0,80}"
    r"|[^>»›。]{1,20}(?:\s*[>»›]\s*[^>»›。]{1,20}){2,6}",
    re.IGNORECASE,
)
_PROMOTION = re.compile(
    r"(?:扫码|掃碼|扫一扫|掃一掃|扫描|掃描|长按|長按|识别|識別)"
    r"[^。]{0,40}(?:APP|客户端|客戶端|公众号|公眾號|二维码|二維碼|微信|小程序|视频号)[^。]{0,12}[。！!]?"
    r"|(?:下载|下載|关注|關注|打开|打開|登录|登錄|欢迎|歡迎|点击|點擊)"
    r"[^。，]{0,24}(?:APP|客户端|客戶端|公众号|公眾號|视频号)[^。]{0,12}[！!]?"
    r"|(?:更多|海量)[^。]{0,40}(?:尽在|盡在|请|請|关注|關注|下载|下載|登录|登錄)"
    r"[^。]{0,30}(?:APP|客户端|客戶端|公众号|公眾號|微信|网|網)[^。]{0,12}[。！!]?"
    r"|(?:download|get|open)\s+(?:our|the)\s+[^.]{0,40}\bapp\b[^.]{0,60}[.!]?"
    r"|scan\s+(?:the|this|our)\s+(?:qr\s+)?code\b[^.]{0,80}[.!]?"
    r"|follow\s+us\s+on\b[^.]{0,80}[.!]?"
    r"|(?:subscribe|sign\s+up)\s+(?:to|for)\s+[^.]{0,60}(?:newsletter|channel|alerts?)\b[^.]{0,40}[.!]?",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:图片来源|圖片來源|图源|圖源|供图|供圖|资料图|資料圖)[：:/ ]?.{0,40}"
    r"|[^。]{0,60}(?:资料图|資料圖)|[▲△▼]?(?:图|圖)(?:为|為|[：:]).{0,100}|[▲△▼][^。；;，,]{1,40}"
    r"|(?:[^。]{0,80}。)?[^。，,]{0,24}(?:摄|攝|摄影|攝影|供图|供圖)[）)]?"
    r"|.{0,160}[\[(](?:file )?(?:photo|image|picture)\b[^\])]{0,60}[\])]"
    r"|(?:photo|image|picture)(?:\s+(?:by|credit|courtesy\s+of))?\s*[:/]\s*.{1,60}"
    r"|photo\s+by\s+.{1,40}",
    re.IGNORECASE,
)
_LINE_RULES = (
    ("breadcrumb", _BREADCRUMB),
    ("app-promotion", _PROMOTION),
    ("caption", _CAPTION),
    ("page-furniture", _PAGE_LINE),
    ("page-furniture", re.compile(r"[\W_]+")),  # a rule of dashes or stars
)
_MAX_LINE = 240
_MAX_PAGE_WORDS = 5


def element_rule(element: Tag, share: float) -> str | None:
    """The rule by which an element goes; ``share`` is its share of the page's text.

    An element named like a frame that holds most of the page is the page, and stays.
    """
    name = element.name
    if name in _BY_TAG:
        return _BY_TAG[name]
    words = _class_words(element)
    rule = _by_words(words)
    if rule in {"caption", "qr-block"}:
        return rule if share < 0.5 else None  # noqa: PLR2004 - a half
    framed = (rule and name in _CONTAINERS) or element.get("role") in _ROLES or _header(element)
    if framed and name not in _TRUSTED and share < 0.5:  # noqa: PLR2004 - a half
        return "page-furniture"
    return None


def line_rule(line: str) -> str | None:
    """The rule by which a whole line goes, from its words alone."""
    if len(line) > _MAX_LINE:
        return None
    for rule, pattern in _LINE_RULES:
        if pattern.fullmatch(line):
            return rule
    words = line.lower().split()
    if len(words) <= _MAX_PAGE_WORDS and all(word in _PAGE_WORDS for word in words):
        return "page-furniture"
    return None


def opens_related(line: str) -> bool:
    """Whether a line announces headlines of other stories."""
    return _RELATED.fullmatch(line) is not None


def _class_words(element: Tag) -> frozenset[str]:
    classes = element.get("class")
    names: list[str] = [classes] if isinstance(classes, str) else [*(classes or ())]
    identifier = element.get("id")
    if isinstance(identifier, str):
        names.append(identifier)
    return frozenset(word.lower() for name in names for word in _WORDS.findall(name))


def _by_words(words: frozenset[str]) -> str | None:
    if words & _QR_WORDS:
        return "qr-block"
    if "caption" in words or (words & _PICTURE_WORDS and words & _CAPTION_WORDS):
        return "caption"
    return "page-furniture" if words & _FURNITURE_WORDS else None


def _header(element: Tag) -> bool:
    return (
        (element.name == "header" or element.get("id") in _SITE_HEADERS)
        and element.find("h1") is None
        and element.find_parent(["article", "main"]) is None
    )
