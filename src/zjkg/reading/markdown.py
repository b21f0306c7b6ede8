"""The Markdown that news articles use, as HTML: headings, emphasis, links, lists, quotes."""

from __future__ import annotations

import re

_MARKS = re.compile(
    r"^#{1,6} \S|^(?:\*|-|\d{1,3}\.) \S|^> \S|\*\*[^*\n]+\*\*|\[[^\[\]\n]+\]\(https?://[^()\s]+\)",
    re.MULTILINE,
)
_MIN_MARKS = 2
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*#*")
_ITEM = re.compile(r"(?:[*+-]|\d{1,3}[.)])[ \t]+(\S.*)")
_QUOTE = re.compile(r">[ \t]?(.*)")
_RULE = re.compile(r"(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_FENCE = re.compile(r"(?:```|~~~)\w*")
_LOOSE_AMPERSAND = re.compile(r"&(?!#?\w{1,32};)")
_LOOSE_ANGLE = re.compile(r"<(?![a-zA-Z/!])")
_INLINE = (
    (re.compile(r"!\[([^\[\]]*)\]\(([^()\s]*)(?: \"[^\"]*\")?\)"), r"<figcaption>\1</figcaption>"),
    (
        re.compile(r"\[([^\[\]]+)\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)?)(?: \"[^\"]*\")?\)"),
        r'<a href="\2">\1</a>',
    ),
    (re.compile(r"<(https?://[^<>\s]+)>"), r'<a href="\1">\1</a>'),
    (re.compile(r"\*\*([^*\n]+)\*\*"), r"<strong>\1</strong>"),
    (re.compile(r"(?<!\w)__([^_\n]+)__(?!\w)"), r"<strong>\1</strong>"),
    (re.compile(r"(?<![\w*])\*([^*\s](?:[^*\n]*[^*\s])?)\*(?![\w*])"), r"<em>\1</em>"),
    (re.compile(r"(?<!\w)_([^_\s](?:[^_\n]*[^_\s])?)_(?!\w)"), r"<em>\1</em>"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>-])"), r"\1"),
)


def looks_like_markdown(text: str) -> bool:
    """Whether a text without a telling suffix carries marks of Markdown."""
    return len(_MARKS.findall(text)) >= _MIN_MARKS


def to_html(text: str) -> str:
    """The same text as HTML; what is no mark of Markdown passes through."""
    return "\n".join(_blocks(text.split("\n")))


def _blocks(lines: list[str]) -> list[str]:
    html: list[str] = []
    paragraph: list[str] = []
    for line in [*(line.strip() for line in lines), ""]:
        if paragraph and _UNDERLINE.fullmatch(line):
            level = 1 if line[0] == "=" else 2
            html.append(_element(f"h{level}", "\n".join(paragraph)))
            paragraph = []
            continue
        block = _block(line)
        if block is None:
            paragraph.append(line)
            continue
        if paragraph:
            html.append(_element("p", "\n".join(paragraph)))
            paragraph = []
        html.append(block)
    return html


def _block(line: str) -> str | None:
    """The HTML of a line that is a block by itself, None for a line of a paragraph."""
    if not line or _RULE.fullmatch(line) or _FENCE.fullmatch(line):
        return ""
    if heading := _HEADING.fullmatch(line):
        return _element(f"h{len(heading[1])}", heading[2])
    if item := _ITEM.fullmatch(line):
        return _element("li", item[1])
    if quote := _QUOTE.fullmatch(line):
        return _block(quote[1]) or _element("p", quote[1])
    return None


def _element(name: str, text: str) -> str:
    return f"<{name}>{_inline(text)}</{name}>"


def _inline(text: str) -> str:
    html = _LOOSE_ANGLE.sub("&lt;", _LOOSE_AMPERSAND.sub("&amp;", text))
    for pattern, replacement in _INLINE:
        html = pattern.sub(replacement, html)
    return html
