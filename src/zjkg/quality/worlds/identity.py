"""Identity against a world: B-cubed over names, and pairs that must stay apart.

B-cubed (Bagga and Baldwin 1998): for each name the share of the names in its predicted thing that
are truly of its thing is its precision, the share of the names of its true thing that were put
together with it its recall; the figures are the means over all names.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from zjkg.folding import match_key
from zjkg.model import EntityType, LocalKey
from zjkg.pipeline import Corpus
from zjkg.quality.scores import Figures, Score
from zjkg.quality.worlds.truth import Quote, Truth

_Name = tuple[str, str, EntityType]


@dataclass(frozen=True, slots=True)
class BCubed:
    """Sums of the shares of all names; worlds add up."""

    precisions: float = 0.0
    recalls: float = 0.0
    names: int = 0

    def __add__(self, other: BCubed) -> BCubed:
        return BCubed(
            self.precisions + other.precisions,
            self.recalls + other.recalls,
            self.names + other.names,
        )

    @property
    def precision(self) -> float:
        """The mean precision of a name."""
        return self.precisions / self.names if self.names else 1.0

    @property
    def recall(self) -> float:
        """The mean recall of a name."""
        return self.recalls / self.names if self.names else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def b_cubed(truth: Truth, corpus: Corpus, *, only_found: bool) -> BCubed:
    """B-cubed over the names of the truth, article by article."""
    things = _things(corpus)
    true = {
        (source, match_key(name), cluster.type): number
        for number, cluster in enumerate(truth.clusters)
        for source, names in cluster.names.items()
        for name in names
    }
    names = [name for name in true if name in things or not only_found]
    truly, predicted = _groups(names, true), _groups(names, {n: things.get(n, n) for n in names})
    shares = [
        (len(truly[name] & predicted[name]), len(predicted[name]), len(truly[name]))
        for name in names
    ]
    return BCubed(
        sum(both / together for both, together, _ in shares),
        sum(both / truth for both, _, truth in shares),
        len(names),
    )


def apart(truth: Truth, corpus: Corpus) -> Figures:
    """Of the pairs that must stay apart, how many do."""
    things: dict[tuple[str, str], set[str]] = {}
    for (source, name, _), iri in _things(corpus).items():
        things.setdefault((source, name), set()).add(iri)

    def called(quote: Quote) -> set[str]:
        return things.get((quote[0], match_key(quote[1])), set())

    kept = sum(not called(pair.first) & called(pair.second) for pair in truth.apart)
    return {"apart": Score.share(kept, len(truth.apart))}


def _things(corpus: Corpus) -> dict[_Name, str]:
    """The IRI behind each name that was extracted from an article."""
    return {
        (record.article.source, match_key(name.text), entity.type): corpus.identity.iris[
            LocalKey(record.article.source, entity.key)
        ]
        for record in corpus.records
        for entity in record.entities
        for name in entity.names
    }


def _groups(names: list[_Name], marks: Mapping[_Name, Hashable]) -> dict[_Name, frozenset[_Name]]:
    members: dict[Hashable, set[_Name]] = {}
    for name in names:
        members.setdefault(marks[name], set()).add(name)
    frozen = {mark: frozenset(group) for mark, group in members.items()}
    return {name: frozen[marks[name]] for name in names}
