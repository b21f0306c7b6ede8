"""What a check reports, and the sentence that it is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from zjkg.errors import Bilingual
from zjkg.vocab import OA, ZJ

_LINE_ENDS = "\n。！？!?"
# From a thing to the things whose sentence is its own, the most telling first.
_TOWARDS_TEXT = (ZJ.evidence, OA.hasTarget, ZJ.focus, ZJ.first, ZJ.input)
_PARTS_OF_SENTENCES = (OA.hasTarget, ZJ.focus)
_OBSERVED = (ZJ.first, ZJ.input)
_LONGEST_WAY = 3  # contradiction, observation, evidence; damaged graphs may go in circles
_KEPT = frozenset(
    term.value
    for term in (*_TOWARDS_TEXT, OA.hasSelector, OA.exact, OA.start, OA.end, ZJ.text, ZJ.source)
) | {OA.hasSource.value}


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing that is wrong in the graph.

    ``focus`` is the IRI of the node, ``source`` its article and ``sentence`` the evidence, both
    empty where the node has none. ``shape`` is the IRI of the shape, or of the check, that found
    it; ``path`` the property concerned, if one is.
    """

    focus: str
    source: str
    sentence: str
    path: str
    message: Bilingual
    shape: str
    severity: str = "Violation"

    def sort_key(self) -> tuple[str, ...]:
        """An order that does not depend on how the graph was read."""
        return self.source, self.focus, self.shape, self.path, self.message.en


class SentenceIndex:
    """Finds the sentence and the article of any node, also where the graph is damaged."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._objects: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._holders: dict[str, str] = {}
        self._graphs: dict[str, str] = {}
        for quad in quads:
            predicate = quad.predicate.value
            subject = str(getattr(quad.subject, "value", quad.subject))
            graph = str(getattr(quad.graph_name, "value", ""))
            self._graphs[subject] = max(graph, self._graphs.get(subject, ""))
            if predicate in _KEPT and isinstance(quad.object, NamedNode | Literal):
                self._objects[subject, predicate].append(quad.object.value)
                if predicate == OA.hasSelector.value:
                    self._holders[quad.object.value] = subject

    def violation(
        self, focus: str, path: str, message: Bilingual, shape: str, severity: str = "Violation"
    ) -> Violation:
        """A violation whose message names the article and the sentence of the node."""
        source, sentence = self.source(focus), self.sentence(focus)
        en, zh = message.en, message.zh
        if source:
            en, zh = f"{en} Article: {source}.", f"{zh}文章：{source}。"
        if sentence:
            en, zh = f"{en} Sentence: “{sentence}”", f"{zh}句子：“{sentence}”"
        return Violation(focus, source, sentence, path, Bilingual(en, zh), shape, severity)

    def source(self, node: str) -> str:
        """The article of a node: its own, that of its graph, or of what it rests on."""
        rests_on = sorted(target for term in _OBSERVED for target in self._get(node, term))
        for candidate in (node, *rests_on):
            for holder in (candidate, self._graphs.get(candidate, "")):
                if found := self._get(holder, ZJ.source):
                    return min(found)
        return ""

    def sentence(self, node: str) -> str:
        """The sentence that a node rests on; empty for things that have none."""
        return self._sentence(self._holders.get(node, node), _LONGEST_WAY)

    def _sentence(self, node: str, steps: int) -> str:
        if found := self._quoted(node):
            return found
        for term in _TOWARDS_TEXT if steps else ():
            for target in sorted(self._get(node, term)):
                whole = self._around(target) if term in _PARTS_OF_SENTENCES else ""
                if found := whole or self._sentence(target, steps - 1):
                    return found
        return self._around(node)

    def _quoted(self, node: str) -> str:
        own = self._get(node, OA.exact)
        quotes = own or [
            exact
            for selector in self._get(node, OA.hasSelector)
            for exact in self._get(selector, OA.exact)
        ]
        return max(quotes, key=len, default="")

    def _around(self, part: str) -> str:
        """The sentence of the stored text in which a selected part stands."""
        texts = [text for v in self._get(part, OA.hasSource) for text in self._get(v, ZJ.text)]
        starts = [
            int(start)
            for selector in self._get(part, OA.hasSelector)
            for start in self._get(selector, OA.start)
            if start.isdecimal()
        ]
        if not texts or not starts or starts[0] >= len(texts[0]):
            return ""
        text, start = texts[0], starts[0]
        begin = max(text.rfind(mark, 0, start) for mark in _LINE_ENDS) + 1
        ends = [end for mark in _LINE_ENDS if (end := text.find(mark, start)) >= 0]
        return text[begin : min(ends, default=len(text) - 1) + 1].strip()

    def _get(self, subject: str, predicate: NamedNode) -> list[str]:
        return self._objects.get((subject, predicate.value), [])
