"""Chinese verbs (folded to simplified) for where things lie, who made them, who belongs to whom."""

from __future__ import annotations

from typing import Final

from zjkg.claims.relations.chinese.rules import Construction, VerbRule, zh_verb
from zjkg.model import EntityType as Type
from zjkg.model import Predicate

_ORG: Final = frozenset({Type.ORGANIZATION})
_FIRM: Final = _ORG | {Type.PROJECT}
_AGENT: Final = _ORG | {Type.PERSON}
_SITE: Final = frozenset({Type.PARK, Type.PLACE})
_PARK: Final = frozenset({Type.PARK})
_PRODUCT: Final = frozenset({Type.PRODUCT})
_EVENT: Final = frozenset({Type.EVENT})
_DOCUMENT: Final = frozenset({Type.INDEX, Type.POLICY})
_REPORT: Final = _DOCUMENT | {Type.PROJECT}
_ISSUER: Final = frozenset({Type.ORGANIZATION, Type.PARK, Type.PLACE})
_SETTLE = (
    "(?:签约|正式|成功|集中|率先|相继|先后|整体|选择)?"
    "(?:落户|入驻|进驻|落子|落地|落脚|迁入|迁至|迁往|迁到|搬入|搬至|搬到|搬进|移师|移驻|扎根|安家|布局(?=[于在]|@SITE)"
    "|位[于在处]|地处|坐落|座落|设于|设在|建在|总部在|总部放在|放在(?=@SITE)|立足|栖身|选址|入园|安营扎寨|进园|转移|搬迁|北上|南下"
    "|(?:成立|创立|创建|创办|诞生|注册|设立|建厂|设厂|设点|开业|起步|发轫|隐身|藏身|驻扎|租赁)(?=[于在]))"
    "(?:于|在|到|了|至|进|入)?"
)
_OCCUPY = "租用|租下|承租|租赁|续租|租得|扩建|改建|进驻|购置|购下|拿下|入主|启用|搬进|用上"
_ENTER = (
    "入园|进园|入驻|进驻|落户|迁入|搬入|安家|扎根|入孵|落地(?!率)"
    "|(?:签|定|敲|锁|拿)[^，。；：]{0,4}(?:入驻|入园|落户|入区|进驻|租赁)(?:协议|合同)"
)
_BUILD = (
    "设立|成立|建立|兴建|新建|投建|建设|建造|扩建|建厂|设厂|开设|开办|设有|设了|建有|租用|租下|承租"
    "|开业|启用|投产|揭牌|揭幕|奠基|开工|动工|动土|竣工|落成|注册|落户|落地|投资|布局|运营|办公|建成"
    "|打造|购地|拿地|(?:拿下|摘得|竞得|取得|购得|获得)(?=[^，。；]{0,16}(?:用地|土地|地块|亩))|封顶|封頂|上梁|试生产|拥有|起步|办起|开出|开设|建起|设立|规划"
)
_HELD = "举行|举办|召开|开幕|启幕|揭幕|闭幕|帷幕|登场|落幕|开讲|开展|揭开|开锣|亮相|收官"
_FOUND = (
    "衍生(?:成立|设立|创立)|创始(?![人股团成])|创立|创办|创建|创设|发起(?![人方])|倡议|组建|筹建"
    "|牵头成立|牵头组建|共同成立|联合成立|(?:合资|合作|共同出资|联合|参与|共同)(?:成立|设立|组建|创办)|牵头(?=，[^。；]{0,24}(?:发起|组建|成立|创办|筹建))"
)
_FOUND = f"(?:{_FOUND})(?!人|者|初期|之初|时|以来|团队|董事|股东|于)"
_COMPILE = "编制|编写|编纂|编撰|撰写|测算|起草|编印|编订"
_RELEASE_VERB = (
    "发布|发表|推出|启动|上线|出台|印发|公布|颁布|制定|制订|实施|订定|公告|揭晓|发行|下发|首发"
)
_HOST = "(?:主办|承办|协办|合办|联办|筹办)(?![单方机地者])|举办|(?:举行|召开|组织)(?!的)"

BELONGING: Final[tuple[VerbRule, ...]] = (
    # locatedIn
    zh_verb("settle", Predicate.LOCATED_IN, _SETTLE, subjects=_FIRM | _PARK, objects=_SITE),
    zh_verb(
        "lie",
        Predicate.LOCATED_IN,
        "位[于在处]|地处|[坐座]落于?",
        subjects=_SITE | _EVENT,
        objects=_SITE,
    ),
    zh_verb("occupy", Predicate.LOCATED_IN, _OCCUPY, subjects=_ORG, objects=_PARK),
    zh_verb(
        "enter",
        Predicate.LOCATED_IN,
        f"(?:{_ENTER})(?=以来|后|时|前|之初|[，。；：]|$|的)",
        Construction.ELIDED,
        subjects=_FIRM,
        objects=_PARK,
    ),
    zh_verb(
        "tenants",
        Predicate.LOCATED_IN,
        "(?:入驻|进驻|落户|入园|在园|迁入|搬入|入孵|签约|园内|区内|园区|(?<=@PARK))[^，。；：@]{0,10}?"
        "(?:的(?:还)?[是有]|(?:企业|公司|机构|厂商|药企|团队|租户|住户)(?:还)?(?:[中里]，|[有是为：]|包括|例如|如))",
        Construction.TENANTS,
        subjects=_ORG,
        objects=_PARK,
    ),
    zh_verb(
        "one-of-them",
        Predicate.LOCATED_IN,
        "(?:便|就|正|也|即|则)?是(?:其中|当中|[^，。；：@]{0,8}(?:企业|公司|租户|住户|厂商|药企|机构))"
        "(?:的)?(?:之一|一[家员个]|代表|佼佼者|第[一二三四五六七八九十]+家)",
        Construction.ELIDED,
        subjects=_ORG,
        objects=_PARK,
    ),
    zh_verb(
        "firm-of",
        Predicate.LOCATED_IN,
        "(?:成为|是|系|作为|为)(?=@PLACE*@SITE(?:里|内|中|的|最|第|首|又一|新晋|培育|孵化|引进|引育)[^，。；]{0,16}(?:企业|公司|机构|药企"
        "|院所|租户|住户|客户))",
        subjects=_FIRM,
        objects=_SITE,
    ),
    zh_verb(
        "build-in",
        Predicate.LOCATED_IN,
        _BUILD,
        Construction.PLACED,
        subjects=_FIRM | _PARK,
        objects=_SITE,
    ),
    zh_verb(
        "works-in",
        Predicate.LOCATED_IN,
        "做|从事|研发|生产|开展|租|拥有|设",
        Construction.PLACED,
        subjects=_ORG,
        objects=_PARK,
    ),
    zh_verb(
        "held-in", Predicate.LOCATED_IN, _HELD, Construction.PLACED, subjects=_EVENT, objects=_SITE
    ),
    zh_verb(
        "gather",
        Predicate.LOCATED_IN,
        "(?:集聚|聚集|汇聚|汇集|云集|集结|吸引|迎来|迎进|引进|引入|引育|入驻|坐拥|拥有|孵化|走出|涌现|聚起|(?<=[内里])(?:还)?有)",
        subjects=_SITE,
        objects=_ORG,
        inverse=True,
    ),
    zh_verb(
        "led-by",
        Predicate.LOCATED_IN,
        "以(?=@ORG[^。；]{0,40}为(?:龙头|代表|引领|骨干|核心|主导|支撑|链主|首的))",
        subjects=_SITE,
        objects=_ORG,
        inverse=True,
    ),
    zh_verb(
        "facility-at",
        Predicate.LOCATED_IN,
        "(?:办公室|总部|实验室|工厂|厂房|车间|研发中心|生产基地|基地|新厂|公司|产线|新址|厂址|地址|注册地|所在地)"
        "(?P<v>(?:就|也|都|则|仍|均)?(?:在|是|为))(?=[^，。；：@]{0,6}@PLACE*@SITE)",
        subjects=_ORG,
        objects=_SITE,
    ),
    zh_verb(
        "such-firms",
        Predicate.LOCATED_IN,
        "等[^，。；：@]{0,8}(?:企业|项目|公司|机构|平台)[^，。；：@]{0,8}(?:建成|投产|落地|开工|入驻|竣工|投用|集聚|聚集|落户"
        "|进驻|落成|启用)(?=[，。；]|$)",
        Construction.ELIDED,
        subjects=_FIRM | _PARK,
        objects=_PARK,
    ),
    zh_verb(
        "corner",
        Predicate.LOCATED_IN,
        "(?<=@PARK)(?:[东西南北中][北南心]?(?:角|部|侧|端|边)?|核心区|一角)的(?=@PARK)",
        Construction.POSSESSIVE,
        subjects=_PARK,
        objects=_PARK,
        inverse=True,
    ),
    zh_verb(
        "come-from",
        Predicate.LOCATED_IN,
        "(?<=@SITE)(?:走出|孵化|成长|培育|起步)(?:起来|出来)?的(?=[^，。；：@]{0,10}@ORG)",
        Construction.POSSESSIVE,
        subjects=_SITE,
        objects=_ORG,
        inverse=True,
    ),
    # founderOf
    zh_verb("found", Predicate.FOUNDER_OF, _FOUND, subjects=_AGENT, objects=_ORG),
    zh_verb(
        "is-founder",
        Predicate.FOUNDER_OF,
        "(?:是|系|为|乃|作为|身为|担任)(?=@ORG的?[^，。；：@]{0,12}(?:创始人|创办人|创立者|联合创办|发起人))",
        subjects=frozenset({Type.PERSON}),
        objects=_ORG,
    ),
    zh_verb(
        "set-up",
        Predicate.FOUNDER_OF,
        "(?:共同|联合)?(?:成立|创业)(?!的)|合组|(?:带领|率领?|牵头|领衔)[^，。；：@]{0,8}(?:成立|组建)(?=的)",
        subjects=frozenset({Type.PERSON}),
        objects=_ORG,
    ),
    # compiledBy
    zh_verb(
        "compile",
        Predicate.COMPILED_BY,
        _COMPILE,
        subjects=_AGENT,
        objects=_REPORT,
        inverse=True,
    ),
    # launches
    zh_verb(
        "release",
        Predicate.LAUNCHES,
        f"(?:{_RELEASE_VERB})(?!会)",
        subjects=_ISSUER,
        objects=_REPORT,
    ),
    zh_verb(
        "platform",
        Predicate.LAUNCHES,
        "搭建|打造|设立|建设|建立|上线|推出|推动|推行|开通|实施|启动|合办|开办",
        subjects=_ISSUER,
        objects=frozenset({Type.PROJECT}),
    ),
    zh_verb(
        "unveil",
        Predicate.LAUNCHES,
        "揭牌|(?:正式|全新|重磅|首次|隆重|对外)*(?:发布|推出|首发)(?!会|的@PRODUCT)",
        subjects=_ISSUER,
        objects=_ORG | _PRODUCT,
    ),
    zh_verb(
        "park-platform",
        Predicate.LAUNCHES,
        "搭建|上线|推出|开通|发布",
        subjects=_PARK,
        objects=_PRODUCT,
    ),
    # hosts
    zh_verb("host", Predicate.HOSTS, _HOST, subjects=_ISSUER, objects=_EVENT, elided=True),
    # attends
    zh_verb(
        "lead-to",
        Predicate.ATTENDS,
        "(?:率领?|带领|组织|组团)(?=[^。；]{0,30}(?:参加|出席|亮相|参展))",
        subjects=_AGENT,
        objects=_EVENT,
    ),
    zh_verb(
        "attend",
        Predicate.ATTENDS,
        "出席|参加|亮相|参展|列席|莅临|现身|参与|参会|做客|亮相于",
        subjects=_AGENT,
        objects=_EVENT,
    ),
    zh_verb(
        "speak-at",
        Predicate.ATTENDS,
        "(?:作|做|发表|带来|进行)了?(?=[^，。；：]{0,14}(?:演讲|报告|致辞|致词|发言|分享))|致辞|致词|主持|演讲|发言",
        Construction.PLACED,
        subjects=_AGENT,
        objects=_EVENT,
    ),
    zh_verb(
        "chair",
        Predicate.ATTENDS,
        "(?:担任|出任|受邀为|作为|是)(?=@EVENT的?[^，。；：@]{0,6}(?:主持|嘉宾|主席|评委|评审|讲者|讲师|演讲))",
        subjects=frozenset({Type.PERSON}),
        objects=_EVENT,
    ),
    # operates
    zh_verb(
        "runs-it",
        Predicate.OPERATES,
        "负责(?:日常|整体|具体|建设|开发|招商)*(?:运营|营运|管理)(?:管理)?的",
        Construction.TENANTS,
        subjects=_ORG,
        objects=_PARK,
    ),
    zh_verb(
        "operate",
        Predicate.OPERATES,
        "运营|营运|管理|经营|托管|负责运营|代管|(?:负责|承担)(?=@PARK的?[^，。；：@]{0,8}(?:运营|营运|管理|经营))",
        subjects=_ORG,
        objects=_PARK,
    ),
    # subsidiaryOf
    zh_verb(
        "owns-all",
        Predicate.SUBSIDIARY_OF,
        "全资(?:拥有|持有|控股|所有)(?=[，。；]|$)|(?:持有|拥有|控股|全资控股|全资拥有)(?=[^，。；]{0,24}(?:100%|全部股权|控股权|控制权|全资))"
        "|(?:控股|绝对控股|全资控股|全资拥有)了?(?=@ORG)",
        subjects=_ORG,
        objects=_ORG,
        inverse=True,
    ),
    # partOf
    zh_verb("belong", Predicate.PART_OF, "隶属于?|从属于|归属于?|附属于|属于"),
    zh_verb(
        "park-part",
        Predicate.PART_OF,
        "(?<=@PARK)(?:旗下的?|下辖的?|内的|里的|的)(?=@PARK)",
        Construction.POSSESSIVE,
        subjects=_PARK,
        objects=_PARK,
        inverse=True,
    ),
    # memberOf
    zh_verb("join", Predicate.MEMBER_OF, "加入|加盟|入盟", subjects=_ORG | _PARK, objects=_ORG),
)
