"""Who repeats whom, as articles come and go."""

from __future__ import annotations

from array import array

from zjkg.comparison.reposts import COMMONEST, Reposts, clauses_of
from zjkg.model import Repost
from zjkg.notes import Notes


class Shop:
    """Articles that come and go with their clauses."""

    def __init__(self) -> None:
        self.notes = Notes()
        self.held: dict[str, array[int]] = {}
        self.reposts = Reposts(self.notes, lambda source: self.held[source])

    def exactly(self, texts: dict[str, str]) -> set[tuple[str, str]]:
        """The pairs whose reposts changed."""
        wanted = {source: clauses_of(text) for source, text in texts.items()}
        left = {s: each for s, each in self.held.items() if wanted.get(s) != each}
        come = {s: each for s, each in wanted.items() if self.held.get(s) != each}
        for source, clauses in left.items():
            self.notes.unshare(source, set(clauses))
        for source, clauses in come.items():
            self.notes.share(source, set(clauses))
        self.held = wanted
        return self.reposts.renew(left, come, len(wanted) - len(come)).pairs

    def all(self) -> list[Repost]:
        return [each for source in sorted(self.held) for each in self.reposts.of(source)]


def told(kind: str, halls: str = "一二三四五六") -> str:
    return "，".join(f"第{n}号厂房{kind}的手续" for n in halls)


def test_reposts_by_shared_clauses() -> None:
    shop = Shop()
    texts = {"a": told("已经交付"), "b": told("已经交付") + "。本报讯", "c": told("仍在等待")}
    assert shop.exactly(texts) == {("a", "b")}
    assert shop.all() == [Repost("a", "b", 1.0)]
    assert shop.exactly(texts) == set()
    assert shop.exactly({"a": texts["a"], "c": texts["c"]}) == {("a", "b")}
    assert shop.all() == []
    assert shop.exactly({"0": texts["b"], "a": texts["a"]}) == {("0", "a")}
    assert shop.exactly({"a": ""}) == {("0", "a")}


def test_a_clause_that_becomes_common_parts_articles_that_stay() -> None:
    shop = Shop()
    texts = {f"{n:02}": told("已经交付", "一二三四") for n in range(COMMONEST)}
    assert len(shop.exactly(texts)) == COMMONEST * (COMMONEST - 1) / 2
    every = shop.all()
    more = texts | {"x": "第一号厂房已经交付的手续"}
    assert len(shop.exactly(more)) == len(every)
    assert shop.all() == []
    assert len(shop.exactly(texts)) == len(every)
    assert shop.all() == every
