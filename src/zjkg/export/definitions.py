"""The named views: which types are nodes, which claims are edges."""

from __future__ import annotations

from dataclasses import dataclass

from zjkg.errors import Bilingual
from zjkg.model import EntityType, Predicate

_NO_TYPES: frozenset[EntityType] = frozenset()
_ALL_TYPES = frozenset(EntityType)
_ALL_PREDICATES = frozenset(Predicate)


@dataclass(frozen=True, slots=True)
class ViewDefinition:
    """What a view selects.

    Entities of the types in ``anchors`` are always nodes; those in ``neighbours`` are nodes where
    an edge joins them to an anchor. Relations with one of ``predicates`` are edges, and so are
    roles and co-occurrences in a sentence where asked for. ``observations`` adds observations and
    articles as nodes, and who said what as edges; ``metrics`` adds measures and articles, and what
    is reported of whom; ``stages`` adds dated turning points of the anchors.
    """

    name: str
    title: Bilingual
    description: Bilingual
    anchors: frozenset[EntityType]
    neighbours: frozenset[EntityType] = _NO_TYPES
    predicates: frozenset[Predicate] = _ALL_PREDICATES
    roles: bool = False
    co_occurrence: bool = False
    observations: bool = False
    metrics: bool = False
    stages: bool = False


_DEFINITIONS = (
    ViewDefinition(
        name="entities",
        title=Bilingual("Named entities", "命名实体"),
        description=Bilingual(
            "Every named entity, joined by relations, roles and co-occurrence in a sentence.",
            "全部命名实体，以关系、任职和同句共现相连。",
        ),
        anchors=_ALL_TYPES,
        roles=True,
        co_occurrence=True,
    ),
    ViewDefinition(
        name="organizations",
        title=Bilingual("Organizations", "机构"),
        description=Bilingual(
            "Organizations, joined by relations and co-occurrence in a sentence.",
            "机构之间的关系与同句共现。",
        ),
        anchors=frozenset({EntityType.ORGANIZATION}),
        co_occurrence=True,
    ),
    ViewDefinition(
        name="people",
        title=Bilingual("People and posts", "人物与职务"),
        description=Bilingual(
            "People, and the organizations where they hold posts or which they founded.",
            "人物及其任职或创办的机构。",
        ),
        anchors=frozenset({EntityType.PERSON}),
        neighbours=frozenset({EntityType.ORGANIZATION, EntityType.PARK}),
        predicates=frozenset({Predicate.FOUNDER_OF, Predicate.MEMBER_OF}),
        roles=True,
    ),
    ViewDefinition(
        name="parks",
        title=Bilingual("Parks and tenants", "园区与入驻方"),
        description=Bilingual(
            "Parks, what lies in them, what they are part of, and who runs or signs for them.",
            "园区、入驻方、所属关系以及运营方和签约方。",
        ),
        anchors=frozenset({EntityType.PARK}),
        neighbours=_ALL_TYPES - {EntityType.PARK},
        predicates=frozenset(
            {
                Predicate.LOCATED_IN,
                Predicate.PART_OF,
                Predicate.OPERATES,
                Predicate.INVESTS,
                Predicate.SIGNS,
            }
        ),
    ),
    ViewDefinition(
        name="claims",
        title=Bilingual("Who said what", "谁说了什么"),
        description=Bilingual(
            "Metric observations between their subjects, their speakers and the articles that "
            "state them; contradictions join observations.",
            "指标观测值及其主体、发言者与出处文章；相互矛盾的观测值彼此相连。",
        ),
        anchors=_NO_TYPES,
        neighbours=_ALL_TYPES,
        predicates=frozenset(),
        observations=True,
    ),
    ViewDefinition(
        name="products",
        title=Bilingual("Products and stages", "产品与阶段"),
        description=Bilingual(
            "Products, who develops, licenses, launches, supplies or approves them, and their "
            "dated stages.",
            "产品及其研发方、许可方、发布方、供应方和批准方，以及有日期的阶段。",
        ),
        anchors=frozenset({EntityType.PRODUCT}),
        neighbours=_ALL_TYPES - {EntityType.PRODUCT},
        stages=True,
    ),
    ViewDefinition(
        name="metrics",
        title=Bilingual("Metrics and sources", "指标与来源"),
        description=Bilingual(
            "Measures, of whom they are reported, and the articles that report them.",
            "指标、指标所述的主体以及报道指标的文章。",
        ),
        anchors=_NO_TYPES,
        neighbours=_ALL_TYPES,
        predicates=frozenset(),
        metrics=True,
    ),
)


def views() -> dict[str, ViewDefinition]:
    """The named views, the default first."""
    return {definition.name: definition for definition in _DEFINITIONS}
