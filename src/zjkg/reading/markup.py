"""HTML of any quality to lines, links and removals, without recursion."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from enum import Enum, auto

from bs4 import BeautifulSoup, Tag, XMLParsedAsHTMLWarning
from bs4.element import Comment, NavigableString, PreformattedString, ProcessingInstruction

from zjkg.model import BlockKind
from zjkg.reading import errors
from zjkg.reading.draft import Line
from zjkg.reading.furniture import INLINE_RULES, element_rule
from zjkg.reading.line_builder import LineBuilder, Target

MAX_DEPTH = 1_000
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)")
_UNNESTED = frozenset(  # void, or closed by the next of their kind
    "area base br col embed hr img input link meta param source track wbr "
    "p li td th tr dt dd option thead tbody tfoot".split()
)
_PROLOG = re.compile(r"\A\s*<\?xml[^>]*\?>")
_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html li main nav ol p pre "
    "section summary table tbody td tfoot th thead title tr ul".split()
)
_CELLS = frozenset({"td", "th"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_STRONG = frozenset({"b", "strong"})
_MAX_HEADING = 60
_SENTENCE_END = re.compile(r"[。！？!?；;.…][”’\"'）)]*$")


class _Step(Enum):
    ENTER = auto()
    TEXT = auto()
    EXIT = auto()


def parse(source: str, html: str) -> BeautifulSoup:
    """The tree of a page or fragment.

    Raises:
        ReadingError: where elements are nested more than ``MAX_DEPTH`` deep.
    """
    depth = 0
    for tag in _TAG.finditer(html):
        if tag[2].lower() not in _UNNESTED:
            depth = max(depth - 1, 0) if tag[1] else depth + 1
            if depth > MAX_DEPTH:
                raise errors.too_deep(source, MAX_DEPTH)
    with warnings.catch_warnings():
        # An article saved as XML is read as the page that it is; nobody need be told.
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        return BeautifulSoup(_PROLOG.sub("", html), "lxml")


def read_lines(soup: BeautifulSoup) -> list[Line]:
    """The lines of a page in order, those that go with the rule by which they go."""
    return _PageReader(soup).lines


def _walk(root: Tag) -> Iterator[tuple[_Step, Tag | NavigableString]]:
    stack = [iter(root.contents)]
    opened: list[Tag] = []
    while stack:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
            if opened:
                yield _Step.EXIT, opened.pop()
        elif isinstance(node, Tag):
            yield _Step.ENTER, node
            opened.append(node)
            stack.append(iter(node.contents))
        elif isinstance(node, NavigableString):
            yield _Step.TEXT, node


def _text_lengths(root: Tag) -> tuple[dict[int, int], int]:
    """The characters of text in each element, by identity, and in all."""
    starts: list[int] = []
    lengths: dict[int, int] = {}
    count = 0
    for step, node in _walk(root):
        if step is _Step.ENTER:
            starts.append(count)
        elif step is _Step.EXIT:
            lengths[id(node)] = count - starts.pop()
        elif not isinstance(node, PreformattedString):
            count += len(str(node).strip())
    return lengths, count


class _PageReader:
    """One pass over the tree; ``lines`` is the result."""

    def __init__(self, soup: BeautifulSoup) -> None:
        self.lines: list[Line] = []
        self._builder = LineBuilder()
        self._targets: list[Target] = []
        self._strong = 0
        self._headings = 0
        self._removing: tuple[Tag, str] | None = None
        self._removed: list[str] = []
        self._lengths, self._total = _text_lengths(soup)
        for step, node in _walk(soup):
            if isinstance(node, NavigableString):
                self._text(node)
            elif step is _Step.ENTER:
                self._enter(node)
            else:
                self._exit(node)
        self._break()

    def _enter(self, element: Tag) -> None:
        if self._removing:
            self._removed.append("\n" if element.name in _BLOCKS else "")
            return
        rule = element_rule(element, self._lengths[id(element)] / max(self._total, 1))
        if rule:
            self._removing = element, rule
            if element.name in _BLOCKS:
                self._break()
            return
        if element.name in _BLOCKS and element.name not in _CELLS:
            self._break()
        self._headings += element.name in _HEADINGS
        self._strong += element.name in _STRONG
        if element.name == "a":
            self._targets.append(_target(element))

    def _exit(self, element: Tag) -> None:
        if self._removing:
            if element is self._removing[0]:
                self._end_removal(element)
            elif element.name in _BLOCKS:
                self._removed.append("\n")
            return
        if element.name in _CELLS:
            self._builder.add(" ", None, strong=bool(self._strong))
        elif element.name in _BLOCKS:
            self._break()
        self._headings -= element.name in _HEADINGS
        self._strong -= element.name in _STRONG
        if element.name == "a":
            self._targets.pop()

    def _end_removal(self, element: Tag) -> None:
        rule = self._removing[1] if self._removing else ""
        text = "".join(self._removed)
        if rule not in INLINE_RULES:
            text = _tidy(text)
        self._builder.cut(text, rule)
        self._removing = None
        self._removed = []
        if element.name in _BLOCKS:
            self._break()

    def _text(self, node: NavigableString) -> None:
        text = str(node)
        if self._removing:
            self._removed.append(text)
        elif isinstance(node, Comment | ProcessingInstruction):
            self._builder.cut(text, "comment")
        elif not isinstance(node, PreformattedString):
            target = self._targets[-1] if self._targets else None
            self._builder.add(text, target, strong=bool(self._strong))

    def _break(self) -> None:
        kind = BlockKind.HEADING if self._headings else BlockKind.PARAGRAPH
        lines, strong = self._builder.finish(kind)
        for line in lines:
            heading = strong and _may_be_heading(line.text)
            self.lines.append(_as_heading(line) if heading else line)


def _tidy(text: str) -> str:
    stripped = (line.strip() for line in text.split("\n"))
    return "\n".join(line for line in stripped if line)


def _target(element: Tag) -> Target:
    attributes = {name: value for name, value in element.attrs.items() if isinstance(value, str)}
    return Target(attributes.get("href", ""), attributes)


def _may_be_heading(text: str) -> bool:
    return len(text) <= _MAX_HEADING and not _SENTENCE_END.search(text)


def _as_heading(line: Line) -> Line:
    return Line(line.text, BlockKind.HEADING, line.anchors, line.cuts, line.removed)
