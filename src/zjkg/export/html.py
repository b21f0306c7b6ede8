"""A view as one HTML file that needs nothing else: no server, no other file, no request."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from html import escape
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from zjkg.errors import Bilingual, ExportError, MessageLanguage
from zjkg.export.gexf import Written
from zjkg.export.html_words import words_of
from zjkg.export.view import Edge, Node, Value, View
from zjkg.settings import page_file

TABLE_ROWS = 500
_SCRIPT = "built/standalone.js"
_LICENCES = "built/standalone-licenses.md"
_STYLES = ("zjkg.css", "standalone.css")
_ICON = "icon.svg"
# Written as escapes, no text can end the element or begin a comment in it.
_ESCAPES = str.maketrans(
    {
        "<": "\\u003c",
        ">": "\\u003e",
        "&": "\\u0026",
        "\u2028": "\\u2028",
        "\u2029": "\\u2029",
        "\x7f": "\\u007f",
    }
)
# In a script these stand only in strings, templates and expressions, where \x3c means the same.
_MARKUP_IN_SCRIPT = re.compile(r"<(?=!--|/?script)", re.IGNORECASE)
_NOT_IN_HTML = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")


def write_html(view: View, file: BinaryIO, *, lang: MessageLanguage | None = None) -> Written:
    """Write a view as a page with a picture, a search box and a table; the same view, same bytes.

    The page carries its script, its styles and the view as JSON. Its content security policy
    allows that script and those styles by their digests, and nothing from elsewhere.

    Args:
        view: The view; positions, sizes and colours are drawn as they are.
        file: A binary file; it is not closed.
        lang: The language in which it opens; None for that of the browser.

    Returns:
        The counts of what was written.

    Raises:
        ExportError: The script of the page was not built.
    """
    script = _MARKUP_IN_SCRIPT.sub(r"\\x3c", _built(_SCRIPT))
    licences = _built(_LICENCES)
    style = "".join(map(_plain, _STYLES))
    parts = (
        *_head(view, script, style, lang),
        *_body(view),
        *_table(view),
        _licences(licences),
        f'</main>\n<script type="application/json" id="view">{_json(view)}</script>\n',
        f"<script>{script}</script>\n</body>\n</html>\n",
    )
    file.writelines(part.encode() for part in parts)
    return Written(len(view.nodes), len(view.edges), 0)


def _plain(name: str) -> str:
    # Browsers read every line end as a line feed, and the digest is that of what they read.
    return page_file(name).read_text("utf-8").replace("\r\n", "\n")


def _built(name: str) -> str:
    try:
        return _plain(name)
    except FileNotFoundError as error:
        raise _not_built(page_file(name)) from error


def _head(view: View, script: str, style: str, lang: MessageLanguage | None) -> Iterator[str]:
    policy = (
        f"default-src 'none'; script-src {_digest(script)}; style-src {_digest(style)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    icon = base64.b64encode(_plain(_ICON).encode()).decode()
    tag = "zh-Hans" if lang == "zh" else "en"
    made = f' data-made="{lang}"' if lang else ""
    yield f'<!DOCTYPE html>\n<html lang="{tag}"{made}>\n<head>\n<meta charset="utf-8">\n'
    yield _meta(policy)
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="referrer" content="no-referrer">\n<meta name="generator" content="zjkg">\n'
    yield f"<title>{_text(f'{view.title.en} · {view.title.zh} · zjkg')}</title>\n"
    yield f'<link rel="icon" href="data:image/svg+xml;base64,{icon}">\n'
    yield f'<style>{style}</style>\n</head>\n<body class="wide alone-page">\n'


def _meta(policy: str) -> str:
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _body(view: View) -> Iterator[str]:
    yield '<header class="top"><p class="brand">zjkg</p>'
    yield f'<h1>{_both(view.title)}</h1><div id="language"></div></header>\n<main id="main">\n'
    yield f'<p class="about">{_both(view.description)}'
    if view.as_of:
        newest = Bilingual(f"Newest article: {view.as_of}.", f"最新文章：{view.as_of}。")
        yield f" {_both(newest)}"
    yield "</p>\n"
    yield from (f'<p class="left-out">{_both(note)}</p>\n' for note in view.notes)
    without = Bilingual(
        "The picture needs JavaScript; the table below does not.",
        "图形需要 JavaScript；下方表格不需要。",
    )
    yield f'<p class="empty" id="without">{_both(without)}</p>\n<div id="page"></div>\n'


def _table(view: View) -> Iterator[str]:
    """Links with their first quotes; open where no script closes it."""
    total, shown = len(view.edges), min(len(view.edges), TABLE_ROWS)
    count = Bilingual(f"Table of links: {total}", f"联系表：{total} 条")
    if shown < total:
        count = Bilingual(
            f"Table of links: the first {shown} of {total}",
            f"联系表：共 {total} 条，列出前 {shown} 条",
        )
    heads = (
        Bilingual("from", "起点"),
        Bilingual("link", "联系"),
        Bilingual("to", "终点"),
        Bilingual("quote", "引文"),
        Bilingual("articles", "文章"),
    )
    yield f'<details id="links" open><summary>{_both(count)}</summary><div class="scroll">\n'
    yield "<table>\n<thead><tr>"
    yield from (f'<th scope="col">{_both(head)}</th>' for head in heads)
    yield "</tr></thead>\n<tbody>\n"
    names = {node.id: _name(view, node) for node in view.nodes}
    places = {column.name: number for number, column in enumerate(view.edge_columns)}
    words = words_of(view)
    for edge in islice(view.edges, TABLE_ROWS):
        quote, sources = (_cell(edge, places.get(name)) for name in ("quote", "sources"))
        yield f"<tr><td>{_text(names[edge.source])}</td><td>{_link(edge, words)}</td>"
        yield f"<td>{_text(names[edge.target])}</td><td>{_text(quote)}</td>"
        yield f"<td>{_text(sources)}</td></tr>\n"
    yield "</tbody>\n</table></div></details>\n"


def _name(view: View, node: Node) -> str:
    """The full label, where the view has one."""
    for column, value in zip(view.node_columns, node.values, strict=True):
        if column.name == "fullLabel" and value:
            return str(value)
    return node.label


def _cell(edge: Edge, place: int | None) -> str:
    value = None if place is None else edge.values[place]
    if isinstance(value, tuple):
        return "; ".join(value)
    return "" if value is None else str(value)


def _link(edge: Edge, words: dict[str, tuple[str, str]]) -> str:
    """The kind in words; a post as it is written."""
    if edge.label != edge.kind:
        return _text(edge.label)
    plain, _, variant = edge.kind.partition(" (")
    english, chinese = words.get(plain, (plain, plain))
    if variant:
        hedge = variant.rstrip(")")
        in_english, in_chinese = words.get(hedge, (hedge, hedge))
        english, chinese = f"{english} ({in_english})", f"{chinese}（{in_chinese}）"
    return _both(Bilingual(english, chinese))


def _licences(text: str) -> str:
    title = Bilingual("Licences of the scripts in this page", "本页脚本的许可证")
    return (
        f'<details id="licences"><summary>{_both(title)}</summary>'
        f"<pre>\n{_text(text)}</pre></details>\n"
    )


def _both(words: Bilingual) -> str:
    """Both languages; the script shows the one that is chosen."""
    return (
        f'<span class="words" lang="en">{_text(words.en)}</span> '
        f'<span class="words" lang="zh">{_text(words.zh)}</span>'
    )


def _text(text: str) -> str:
    return escape(_NOT_IN_HTML.sub("\ufffd", text))


def _json(view: View) -> str:
    content = {
        "view": view.name,
        "asOf": view.as_of,
        "nodeColumns": [[column.name, column.type] for column in view.node_columns],
        "edgeColumns": [[column.name, column.type] for column in view.edge_columns],
        "words": words_of(view),
        **_evidence(view),
        "nodes": [_node(node) for node in view.nodes],
        "edges": [_edge(edge) for edge in view.edges],
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _NOT_IN_HTML.sub(_escaped, text.translate(_ESCAPES))


def _evidence(view: View) -> dict[str, dict[str, list[str]]]:
    """The sentences that edges name, by IRI, and their articles, by source."""
    place = {column.name: number for number, column in enumerate(view.edge_columns)}.get("evidence")
    named = sorted({iri for edge in view.edges for iri in _cell(edge, place).split()})
    found = view.evidence(named)
    return {
        "articles": {each.source: [each.title, each.date] for each in found.values()},
        "evidence": {iri: [each.quote, each.source] for iri, each in found.items()},
    }


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"


def _node(node: Node) -> list[str | float | list[Value]]:
    colour = f"#{node.colour.red:02x}{node.colour.green:02x}{node.colour.blue:02x}"
    return [node.id, node.label, node.x, node.y, node.size, colour, list(node.values)]


def _edge(edge: Edge) -> list[str | float | bool | list[Value]]:
    return [
        *(edge.id, edge.source, edge.target, edge.kind, edge.label, edge.weight, edge.directed),
        list(edge.values),
    ]


def _not_built(path: Path) -> ExportError:
    return ExportError(
        Bilingual("the script of the page was not built", "页面脚本尚未构建"),
        where=str(path),
        expected=Bilingual(
            "the files that `make install` builds, or that come with a wheel",
            "由 `make install` 构建、或随 wheel 安装的文件",
        ),
        next_step=Bilingual(
            "run `python src/zjkg/server/ui/build.py` in a checkout, or choose another format",
            "请在源码目录运行 `python src/zjkg/server/ui/build.py`，或改用其他格式",
        ),
    )
