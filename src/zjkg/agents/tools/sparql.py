"""``sparql``: any query that only reads, within limits."""

from __future__ import annotations

from zjkg.agents.arguments import SparqlArguments
from zjkg.agents.asking import answer_rows
from zjkg.agents.calls import Call, Tool
from zjkg.agents.rows import RowsAnswer, row_lines
from zjkg.errors import Bilingual


def _run(call: Call[SparqlArguments]) -> RowsAnswer:
    return answer_rows(call, call.arguments.query)


SPARQL = Tool(
    "sparql",
    Bilingual("Guarded SPARQL", "受限的 SPARQL"),
    Bilingual(
        "Runs SELECT, ASK, CONSTRUCT or DESCRIBE over the union of all articles. Only reads; "
        "SERVICE, files and updates are refused; time, memory and rows are bounded. Order the "
        "rows (ORDER BY) and select the claim (?claim) to get its sentence. Read zjkg://ontology "
        "first.",
        "在全部文章的并集上执行 SELECT、ASK、CONSTRUCT 或 DESCRIBE；只读，拒绝 SERVICE、"
        "文件和更新；"
        "时间、内存和行数有上限。请用 ORDER BY 排序，并选出陈述（?claim）以得到原句。请先读 "
        "zjkg://ontology。",
    ),
    SparqlArguments,
    RowsAnswer,
    _run,
    row_lines,
    asks_queries=True,
)
