"""Why a stretch of the source is not part of the stored text; one reason per rule."""

from __future__ import annotations

from types import MappingProxyType

from zjkg.errors import Bilingual

REASONS = MappingProxyType(
    {
        "front-matter": Bilingual(
            "the metadata header; its title, author and date are stored as metadata",
            "文件头元数据；其中的标题、作者和日期已作为元数据保存",
        ),
        "document-head": Bilingual(
            "the page's title element; the title is stored once",
            "网页标题元素；标题只保存一次",
        ),
        "script": Bilingual("a program or style sheet, not text", "脚本或样式表，不是正文"),
        "comment": Bilingual("a comment in the markup, never shown", "标记中的注释，不会显示"),
        "caption": Bilingual("a caption or credit of a picture", "图片说明或图片署名"),
        "qr-block": Bilingual("a QR code block", "二维码区块"),
        "app-promotion": Bilingual(
            "an invitation to an app, a channel or a newsletter", "应用、公众号或订阅的推广语"
        ),
        "page-furniture": Bilingual(
            "navigation or another part of the page's frame", "导航等页面框架内容"
        ),
        "breadcrumb": Bilingual("the path of the page within its site", "页面在网站中的路径"),
        "duplicate-title": Bilingual("repeats the title", "与标题重复"),
        "duplicate-byline": Bilingual("repeats a by-line above", "与前面的署名重复"),
        "unrelated-teaser": Bilingual(
            "a teaser of another story: it follows the end of the article, shares none of its "
            "topic, and stands among cut-off lines and headlines",
            "其他报道的摘要：位于正文结束之后，与本文主题无关，且处于截断的句子和标题之间",
        ),
    }
)
