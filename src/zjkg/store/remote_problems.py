"""What can be wrong with the answers of a server."""

from __future__ import annotations

from zjkg.errors import Bilingual, StoreError


def cut(url: str, given: int, held: int) -> StoreError:
    """A server gave fewer rows than it says it holds."""
    return StoreError(
        Bilingual(
            f"the server gave {given} of {held} rows", f"服务器共有 {held} 行，只返回 {given} 行"
        ),
        where=url,
        expected=Bilingual("a whole answer", "完整的结果"),
        next_step=Bilingual(
            "raise the limit in the server's settings (Virtuoso: ResultSetMaxRows); if someone is "
            "writing to it, try again",
            "在服务器设置中提高行数上限（Virtuoso：ResultSetMaxRows）；如有人正在写入，请重试",
        ),
    )


def not_sparql(url: str, said: str) -> StoreError:
    """Something answered, but not a SPARQL server."""
    return StoreError(
        Bilingual(f"the answer is no SPARQL result: {said}", f"返回的内容不是 SPARQL 结果：{said}"),
        where=url,
        expected=Bilingual("a SPARQL 1.1 endpoint", "SPARQL 1.1 端点"),
        next_step=Bilingual(
            "check that the URL is that of the query endpoint", "检查 URL 是否为查询端点"
        ),
    )


def nothing_loaded(url: str) -> StoreError:
    """A server without a graph of ours."""
    return StoreError(
        Bilingual(
            "the server holds no named graph with an article",
            "服务器上没有包含文章的命名图",
        ),
        where=url,
        expected=Bilingual("a server that zjkg load has filled", "由 zjkg load 写入数据的服务器"),
        next_step=Bilingual(f"run zjkg load --endpoint {url}", f"运行 zjkg load --endpoint {url}"),
    )


def not_written(url: str, graph: str, sent: int, held: int) -> StoreError:
    """A server said yes and holds something else."""
    return StoreError(
        Bilingual(
            f"after writing, the graph has {held} triples instead of {sent}",
            f"写入后该图有 {held} 个三元组，应为 {sent} 个",
        ),
        where=f"{url} <{graph}>",
        expected=Bilingual("the graph as it was sent", "与所发送的图一致"),
        next_step=Bilingual(
            "see that nobody else writes there and load again; check the server's log",
            "确认没有其他人写入后重新运行 load；查看服务器日志",
        ),
    )
