"""Nouns for one side of a relation (folded to simplified): 合作伙伴, 子公司, 股东, 运营方.

A noun of this kind stands in three frames: beside the name of the other side (甲的子公司乙),
before a list (甲的股东包括乙、丙), and behind a copula (乙是甲的子公司; 作为甲的子公司，乙…). The
holder is who the noun is said of, the owner is whose it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from zjkg.claims.frames.frame import LETTERS
from zjkg.claims.relations.chinese.rules import Construction, VerbRule, zh_verb
from zjkg.model import EntityType as Type
from zjkg.model import Predicate

_ORG: Final = frozenset({Type.ORGANIZATION})
_AGENT: Final = _ORG | {Type.PERSON}
_PARK: Final = frozenset({Type.PARK})
_EVENT: Final = frozenset({Type.EVENT})
_WHOLES: Final = frozenset({Type.PARK, Type.EVENT, Type.PROJECT, Type.POLICY})
_WORKS: Final = frozenset({Type.INDEX, Type.POLICY, Type.PROJECT})
_N: Final = "[^，。；：、@]"
_KINDS: Final = (
    "(?:主要|核心|重要|重点|战略|长期|早期|首[批个家位轮]|第[一二三四]大|最大|最早|独家|唯一|全资|控股|参股"
    "|间接|直接|境外|境内|海外|国内|中国|香港|美国|本土|上海|合资|转投资|新设|下属|关键|创始|原始|老|新|联合|共同"
    "|上市|知名|一级|二级|在@PLACE的|@PLACE){0,8}"
)
_LISTS: Final = (
    "(?:名单)?(?:[^，。；：、@]{0,10}，(?:其中)?|[^，。；：、@]{0,3}?)"
    "(?:(?:还|分别|均|就|则)?(?:是|为|有|系)|包括|包含|涵盖|：|——)"
)
_BESIDE: Final = "(?:之一)?(?:、?[^，。；：、与和向对在于为从由被将把给等及也大会@]{0,5})"
_COPULA: Final = "(?:是|系|为|成为|作为|属于|当选为?|获选为?|入选|担任|任|身为|列为|成了)"
_ENDS: Final = "(?:之一)?(?=[，。；]|$)"
_OPENS: Final = "(?:(?<=[，。；：其])|(?<=公司)|(?<=集团)|^)的?"


@dataclass(frozen=True, slots=True)
class RelationalNoun:
    """A noun for the ``holders`` of a relation to ``owners``.

    The predicate holds from the holder to the owner, unless ``swapped``.
    """

    id: str
    predicate: Predicate
    words: str
    owners: frozenset[Type]
    holders: frozenset[Type]
    swapped: bool = False
    elided: bool = True
    """Whether whose it is may be left out (乙为股东): it is then what the text speaks of."""


NOUNS: Final = (
    RelationalNoun(
        "partner",
        Predicate.PARTNERS_WITH,
        "(?:战略|商业化|合作|研发|生态|商业|临床)*(?:伙伴|合作方|合作单位|合作机构|合作医院|合作企业)",
        _ORG | _PARK,
        _ORG,
    ),
    RelationalNoun(
        "supplier",
        Predicate.SUPPLIES,
        "(?:原料|设备|零部件|试剂|服务|耗材)?(?:供[应货]商|代工厂|代工伙伴)",
        _ORG,
        _ORG,
    ),
    RelationalNoun(
        "customer", Predicate.SUPPLIES, "(?:大)?(?:客户|买家)(?!端|群)", _ORG, _ORG, swapped=True
    ),
    RelationalNoun(
        "backer",
        Predicate.INVESTS,
        "(?:天使|机构|基石|战略|财务)*(?:股东|投资方|投资人|投资者|投资机构|领投方|跟投方|出资方|出资人)(?!大会|会|权|代表|回报)",
        _ORG,
        _ORG,
    ),
    RelationalNoun(
        "subsidiary",
        Predicate.SUBSIDIARY_OF,
        "(?:子公司|孙公司|附属公司|下属公司|下属企业|子企业)",
        _ORG,
        _ORG,
    ),
    RelationalNoun(
        "parent", Predicate.SUBSIDIARY_OF, "(?:母公司|控股股东|控股方)", _ORG, _ORG, swapped=True
    ),
    RelationalNoun(
        "operator",
        Predicate.OPERATES,
        "(?:招商|建设|开发|投资)?(?:运营|营运|管理|开发|经营)(?:方|单位|主体|商|公司|机构)",
        _PARK,
        _ORG,
    ),
    RelationalNoun(
        "host",
        Predicate.HOSTS,
        "(?:联合|共同)?(?:主办|承办|协办)(?:方|单位|机构|地)(?:代表)?",
        _EVENT,
        _ORG | _PARK,
    ),
    RelationalNoun(
        "maker",
        Predicate.DEVELOPS,
        "(?:研发|开发|生产|原研|研制|申报|制造|持有)(?:企业|公司|方|商|厂商|厂家|厂|单位|机构|人)",
        frozenset({Type.PRODUCT}),
        _ORG,
    ),
    RelationalNoun(
        "compiler",
        Predicate.COMPILED_BY,
        "(?:编制|编写|编撰|编纂|起草|撰写)(?:单位|方|机构|团队|者)",
        _WORKS,
        _AGENT,
        swapped=True,
        elided=False,
    ),
    RelationalNoun(
        "member",
        Predicate.MEMBER_OF,
        "(?<!核心|团队|家庭)(?<!组)(?:副|常务|首批|创始|轮值)?(?:(?:理事长?|会员|成员|会长)(?:单位|企业|机构|公司)|会员|成员)(?!国)",
        _ORG,
        _ORG,
    ),
    RelationalNoun(
        "part",
        Predicate.PART_OF,
        "(?:组成部分|一部分|重头戏|(?:系列|主题|配套|专题|同期)*活动|分论坛|子论坛|平行论坛|主论坛|分会场|专场"
        "|分园|子园区?|园中园|核心区域?|主体区|核心板块|板块|片区|起步区|启动区|首开区|先导区|示范区|承载区"
        "|核心载体|主阵地|拓展区|子项目|子课题|专项)",
        _WHOLES,
        _WHOLES,
        elided=False,
    ),
)


def _group(types: frozenset[Type]) -> str:
    """The character class of one name of these types."""
    return "[" + "".join(LETTERS[kind] for kind in Type if kind in types) + "]"


def _rules(noun: RelationalNoun) -> tuple[VerbRule, ...]:
    owner, holder = _group(noun.owners), _group(noun.holders)
    words = f"{_KINDS}{noun.words}"
    beside = zh_verb(
        f"has-{noun.id}",
        noun.predicate,
        f"的?{words}{_LISTS}(?=(?:{_N}{{0,8}}@PLACE)?{_N}{{0,12}}{holder})"
        f"|(?:(?<={owner})的?|{_OPENS}){words}(?={_BESIDE}{holder})",
        Construction.POSSESSIVE,
        subjects=noun.owners,
        objects=noun.holders,
        inverse=not noun.swapped and noun.predicate is not Predicate.PARTNERS_WITH,
    )
    copula = zh_verb(
        f"is-{noun.id}",
        noun.predicate,
        f"{_COPULA}(?=[^，。；：、]{{0,10}}{owner}(?:[、和与]{_N}{{0,8}}{owner})*的?{_N}{{0,8}}?{words})",
        subjects=noun.holders,
        objects=noun.owners,
        inverse=noun.swapped,
    )
    pronoun = zh_verb(
        f"its-{noun.id}",
        noun.predicate,
        f"{_COPULA}(?:其{words}|(?:(?:该)?公司的?|集团的?)?{words}{_ENDS})"
        if noun.elided
        else f"{_COPULA}其{words}",
        Construction.ELIDED,
        subjects=noun.holders,
        objects=noun.owners,
        inverse=noun.swapped,
    )
    return beside, copula, pronoun


RELATIONAL_NOUNS: Final[tuple[VerbRule, ...]] = tuple(
    rule for noun in NOUNS for rule in _rules(noun)
)
