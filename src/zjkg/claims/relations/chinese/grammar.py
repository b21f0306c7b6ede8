"""What tells heads from modifiers, and clauses from one another, in Chinese sentences."""

from __future__ import annotations

import re
from typing import Final

from zjkg.claims.frames.frame import ANY_LETTER, LETTERS
from zjkg.model import EntityType
from zjkg.patterns import compiled

_N = f"[^，。；：、{ANY_LETTER}]"
JOINED: Final = re.compile(
    f"[”」]?(?:{_N}{{0,12}}[”」]?(?:、|和|(?<!参)与|及|以及|暨|联合|会同|携手|并与|连同)"
    f"(?:{_N}{{0,6}}{LETTERS[EntityType.PLACE]})?"
    f"(?:{_N}{{0,10}}{LETTERS[EntityType.ORGANIZATION]})?{_N}{{0,16}}"
    f"|、(?:{_N}{{1,12}}、){{1,5}}{_N}{{0,12}})"
)
"""All words between two names of one list."""
CLAUSE: Final = compiled(
    "[，。；：！？】]|(?<=[电讯])）"
    f"|(?<={LETTERS[EntityType.PERSON]})）(?={LETTERS[EntityType.ORGANIZATION]})"
)
"""A mark between clauses."""
GOVERNED: Final = compiled(
    "(?:在|于|向|对|给|(?<!名)为|从|自|被|由|获|获得|得到|经|将|把|以|按|按照|根据|据|依据|到|至|随|受"
    "|凭|赴|依托|围绕|通过|取得|针对|关于|除|比|较)了?(?:来自|位于)?"
    "(?:国内|国外|海外|全球|知名|著名|本土|当地)?[“「]?$"
    f"|[已将正曾也还亦则拟再](?:与|同|跟)(?:{LETTERS[EntityType.PLACE]})?{_N}{{0,8}}$"
)
"""The words before a name that make it a circumstance and no subject."""
POSSESSOR: Final = re.compile(
    f"{_N}{{0,10}}?(?:衍生|孵化|研发|创办|创立|设立|成立|投资|控股|运营|主办|编制|开发|管理|发起|组建"
    f"|培育){_N}{{0,4}}?的|"
    "(?:[”」](?!的(?:公司|企业|机构|产品|平台|系统|基金|联盟)))?(?:的|旗下|所属|下属|自有|所持|持有的|所在|企业的|(?:的)?(?:全资|控股)*(?:子公司|附属公司)|(?:上市)?(?:公司|企业)(?=[^，。；]))"
)
"""The words behind a name that make it the owner of what follows."""
AGENT: Final = re.compile(
    f"(?:由|被|获得?|经过?|得到|拿到|收到|斩获|喜获|受到?|通过|取得|接受|遭){_N}{{0,10}}(?:[{ANY_LETTER}]{_N}{{0,8}})?$"
)
"""The words before a name that make it the agent of a passive."""
UMBRELLA: Final = re.compile(
    f"旗下的?(?:{_N}{{0,12}}{LETTERS[EntityType.ORGANIZATION]}|{_N}{{0,6}}基金)"
)
"""The words behind a name of whose part they tell: 甲集团旗下的某创投, 甲集团旗下基金."""
EMPLOYEE: Final = re.compile(f"(?!{_N}{{0,10}}(?:和|与|及|联合|携手|会同)){_N}{{1,14}}")
"""All words between an employer and the person whose post follows it."""
DESCRIPTOR: Final = re.compile(
    "(?:的)?(?:医疗|医药|制药|生技|生物|保险|投资|上市|初创)?(?:企业|公司|药企|新创|新创公司|初创企业|创企|上市公司|商|厂商|集团|药厂)?"
)
"""All words between a place and the organization that it describes."""
COMPANION: Final = re.compile("与|跟|同")
"""The words behind a name that bring one who acts with it."""
ACCOMPANIED: Final = re.compile(
    f"(?:[^，。；：、{ANY_LETTER}]{{0,8}}(?<![参])|)(?:与|同|跟|携手|联合|会同)(?![时日年比期])"
    f"(?:{_N}{{0,8}}{LETTERS[EntityType.PLACE]})?"
    f"(?:{_N}{{0,10}}{LETTERS[EntityType.ORGANIZATION]}(?={_N}))?{_N}{{0,16}}$"
)
"""The words before a name, from its clause's start, that make it a companion."""
OPENING: Final = re.compile(
    f"(?:(?:[^，。；：、{ANY_LETTER}]{{0,8}}(?:企业|公司|药企|机构|团队|厂商))|[“‘]|{LETTERS[EntityType.PLACE]}){{0,3}}"
)
"""All words between the start of a clause and the name that it is about."""
BRINGS: Final = re.compile(
    "(?:据|根据|依据|按照|按|参照|依照|对照|结合|依托|基于|通过|针对|围绕|除了?)$"
)
"""The prepositions that may stand before a noun with a clause that describes it."""
UNRESOLVED: Final = re.compile(
    "我们|咱们|^(?:公司|集团|机构|基金)|该|此|这[个款项]|[一三两几]家|双方|各方|(?:其中|当中)[^，。；]{0,3}[0-9]"
)
"""A subject that no name stands for (该公司, where the text names none)."""
PARTED: Final = re.compile("^、|[，。；：！？]")
"""What between a verb and a name shows that the name is no object of it."""
REACH: Final = 45
"""How many characters may stand between a verb and its object."""
PRONOUN: Final = re.compile(f"其(?![中他余实次])[^，。；：{ANY_LETTER}]{{0,8}}$")
"""The words before a verb that stand for what the text speaks of (it has)."""
