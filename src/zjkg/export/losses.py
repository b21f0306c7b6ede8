"""What a file of a format cannot hold of the graph, for people and for programs."""

from __future__ import annotations

from dataclasses import dataclass

from zjkg.errors import Bilingual


@dataclass(frozen=True, slots=True)
class Loss:
    """One kind of thing that is lost; ``count`` says how often, where it can be counted."""

    name: str
    text: Bilingual
    count: int | None = None

    def record(self) -> dict[str, str | int | None]:
        """The loss for a JSON file."""
        return {"loss": self.name, "en": self.text.en, "zh": self.text.zh, "count": self.count}


SELECTION = Loss(
    "selection",
    Bilingual(
        "A view holds what it selects; only the RDF formats hold the whole graph.",
        "视图只含其所选内容；只有 RDF 格式保存全图。",
    ),
)
OFFSETS = Loss(
    "offsets",
    Bilingual(
        "Character offsets, rules and confidences of claims; the evidence IRIs lead to them.",
        "陈述的字符位置、规则和置信度；可由证据 IRI 查到。",
    ),
)
QUOTES = Loss(
    "quotes",
    Bilingual(
        "Quotes of an edge after the first, and evidence IRIs after the tenth, which are counted.",
        "一条边的第二条起的引文，以及第十条起的证据 IRI（仅计数）。",
    ),
)
DIRECTION = Loss(
    "direction",
    Bilingual(
        "Undirected edges are written as directed; the column directed tells them apart.",
        "无向边按有向边写出，由 directed 列区分。",
    ),
)
CONTROLS = Loss(
    "controls",
    Bilingual("Control characters that XML cannot hold.", "XML 不允许的控制字符。"),
)
LISTS = Loss(
    "lists",
    Bilingual("Lists are one text, joined by semicolons.", "列表合为一段文字，以分号分隔。"),
)
TYPES = Loss(
    "types", Bilingual("Types of columns: every cell is text.", "列的类型：每个单元格都是文本。")
)
FORMULAS = Loss(
    "formulas",
    Bilingual(
        "Texts that a spreadsheet would run as a formula begin with an apostrophe.",
        "会被电子表格当作公式的文本，前面加撇号。",
    ),
)
TIME = Loss(
    "time",
    Bilingual("The timeline: intervals stand in columns only.", "时间轴：时间区间只见于列中。"),
)
DRAWING = Loss("drawing", Bilingual("Positions, sizes and colours.", "位置、大小与颜色。"))
COLOURS = Loss("colours", Bilingual("Colours of nodes.", "节点的颜色。"))
