"""Chinese verbs (folded to simplified) of the closed list of predicates."""

from __future__ import annotations

from typing import Final

from zjkg.claims.relations.rules import Construction, VerbRule, zh_verb
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
_RELEASE: Final = _REPORT | _PRODUCT
_ISSUER: Final = frozenset({Type.ORGANIZATION, Type.PARK, Type.PLACE})

_SETTLE = (
    "(?:签约|正式|成功|集中|率先|相继|先后|整体|选择)?"
    "(?:落户|入驻|进驻|落子|落地|落脚|迁入|迁至|迁往|迁到|搬入|搬至|搬到|搬进|移师|移驻|扎根|安家|布局(?=[于在])"
    "|位于|地处|坐落|座落|设于|设在|建在|总部在|立足|栖身|选址|入园|安营扎寨)(?:于|在|到|了)?"
)
_BUILD = (
    "设立|成立|建立|兴建|新建|投建|建设|建造|扩建|建厂|设厂|开设|开办|设有|设了|建有|租用|租下|承租"
    "|开业|启用|投产|揭牌|揭幕|奠基|开工|动工|动土|竣工|落成|注册|落户|落地|投资|布局|运营|办公|建成"
    "|打造|购地|拿地"
)
_HELD = "举行|举办|召开|开幕|启幕|揭幕|闭幕|拉开帷幕|登场|落幕|开讲|开展"
_MAKE = (
    "(?:自主|独立|联合|合作|共同|自行|原创)?(?:研究)?"
    "(?:研发|研制|开发|研究|自研|原研|搭建|推进|在研|首创|发明|打造|生产|设计|主营|主攻|专攻|深耕)"
)
_FOUND = (
    "创始(?![人股团成])|创立|创办|创建|创设|发起(?![人方])|倡议|组建|筹建"
    "|牵头成立|牵头组建|共同成立|联合成立"
)
_COMPILE = "编制|编写|编纂|编撰|撰写|测算|起草|编印|编订"
_RELEASE_VERB = (
    "发布|发表|推出|启动|上线|出台|印发|公布|颁布|制定|制订|实施|订定|公告|揭晓|发行|下发|首发"
)
_HOST = "主办|承办|协办|举办|(?:举行|召开|组织)(?!的)"
_INVEST = (
    "领投|跟投|参投|(?<!总)投资(?![银总经机者人商额协合基组环部处促方])|注资|增资|入股|参股|战投"
    "|出资|斥资"
)
_PART = "[^，。；]{0,24}?(?<![0-9])[0-9]{1,2}(?:[.][0-9]+)?%"
_BUY = f"(?:收购|并购|买下|购得|购入|受让|吸收合并|买断|纳入旗下)(?!{_PART})"
_APPROVE = "批准|核准|批复|核发|审批|获批|许可|认证|认定|授牌|核可|审评|同意|备案|放行|授予"
_JOINT = "打造|建设|开发|推进|成立|设立|组建|研发|研制|投入|推动|开展|攻关|探索|共建|布局"
_WORK_TOGETHER = (
    f"合作(?!意向)|携手|联手|共建|结盟|结成|(?:共同|联合)(?:{_JOINT})|达成|签[署订][^，。；：]{{0,8}}合作(?!意向)"
    "|签[署订][^。；：，]{0,12}，[^。；，]{0,8}(?:共同|联合|携手|双方)"
)
_SIGN = "签约|签署|签订|签下|签立|续签|签了|签定"

ZH_VERBS: Final[tuple[VerbRule, ...]] = (
    # locatedIn
    zh_verb("settle", Predicate.LOCATED_IN, _SETTLE, subjects=_FIRM | _PARK, objects=_SITE),
    zh_verb(
        "firm-of",
        Predicate.LOCATED_IN,
        "(?:成为|是|系|作为|为)(?=@PLACE*@SITE(?:里|内|中|的|最|第|首|又一|新晋)[^，。；]{0,16}(?:企业|公司|机构|药企"
        "|院所|租户|住户|客户))",
        subjects=_FIRM,
        objects=_SITE,
    ),
    zh_verb(
        "build-in", Predicate.LOCATED_IN, _BUILD, Construction.PLACED, subjects=_FIRM, objects=_SITE
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
        "(?:集聚|聚集|汇聚|汇集|云集|集结|吸引|引进|引入|引育|入驻|坐拥|拥有|孵化|走出|涌现|聚起)",
        subjects=_SITE,
        objects=_ORG,
        inverse=True,
    ),
    # founderOf
    zh_verb("found", Predicate.FOUNDER_OF, _FOUND, subjects=_AGENT, objects=_ORG),
    zh_verb(
        "set-up",
        Predicate.FOUNDER_OF,
        "(?:共同|联合)?(?:成立|创业)",
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
    # develops
    zh_verb("make", Predicate.DEVELOPS, _MAKE, subjects=_ORG | _PARK, objects=_PRODUCT),
    zh_verb(
        "its-product",
        Predicate.DEVELOPS,
        "其(?=[^，。；：]{0,14}(?:产品|药物|新药|疫苗|平台|系统|疗法|抗体|试剂|注射液|片|器械|管线))",
        Construction.POSSESSIVE,
        subjects=_AGENT,
        objects=_PRODUCT,
    ),
    zh_verb(
        "flagship",
        Predicate.DEVELOPS,
        "(?:(?<=[，。；：其])|^)(?:首个|首款|核心|主打|拳头|明星|旗舰|重磅|在研|创新|自研|代表|主力|重点)+"
        "(?:产品|新药|药物|候选药物|管线|品种|疫苗|平台|疗法)",
        Construction.POSSESSIVE,
        subjects=_ORG,
        objects=_PRODUCT,
    ),
    # acquires
    zh_verb("buy", Predicate.ACQUIRES, _BUY, subjects=_AGENT, objects=_ORG | _PRODUCT),
    # invests
    zh_verb("invest", Predicate.INVESTS, _INVEST, subjects=_AGENT, objects=_FIRM),
    zh_verb(
        "stake",
        Predicate.INVESTS,
        f"(?:取得|获得|买入|认购|拿下|持有|购得|(?:受让|收购)(?={_PART}))了?"
        "(?=[^，。；]{0,24}(?:股权|股份|持股|股票))",
        subjects=_AGENT,
        objects=_ORG,
    ),
    zh_verb(
        "shareholder",
        Predicate.INVESTS,
        "(?:股东|投资方|投资人|投资者|投资机构|领投方)(?:为|是|包括|有|：|包含|还有)",
        Construction.POSSESSIVE,
        subjects=_ORG,
        objects=_AGENT,
        inverse=True,
    ),
    # partnersWith
    zh_verb("together", Predicate.PARTNERS_WITH, _WORK_TOGETHER, Construction.COMPANIONS),
    # signs
    zh_verb("sign-with", Predicate.SIGNS, _SIGN, Construction.COMPANIONS),
    # launches
    zh_verb("release", Predicate.LAUNCHES, _RELEASE_VERB, subjects=_ISSUER, objects=_REPORT),
    # hosts
    zh_verb("host", Predicate.HOSTS, _HOST, subjects=_ISSUER, objects=_EVENT),
    # attends
    zh_verb(
        "attend",
        Predicate.ATTENDS,
        "出席|参加|亮相|参展|列席|莅临|现身|参与|参会|做客|亮相于",
        subjects=_AGENT,
        objects=_EVENT,
    ),
    # approves
    zh_verb(
        "approve",
        Predicate.APPROVES,
        _APPROVE,
        Construction.RECEIVED,
        subjects=_ORG,
        objects=_PRODUCT,
    ),
    # operates
    zh_verb(
        "operate",
        Predicate.OPERATES,
        "运营|营运|管理|经营|托管|负责运营|代管",
        subjects=_ORG,
        objects=_PARK,
    ),
    zh_verb(
        "operator",
        Predicate.OPERATES,
        "运营方|运营单位|运营主体|运营商|管理方|管理单位|开发主体|建设运营方",
        Construction.POSSESSIVE,
        subjects=_PARK,
        objects=_ORG,
        inverse=True,
    ),
    # subsidiaryOf
    zh_verb(
        "its-subsidiary",
        Predicate.SUBSIDIARY_OF,
        "其(?:的)?(?:全资|控股|海外|中国)*(?:子公司|附属公司|旗下|下属企业|下属公司)",
        Construction.POSSESSIVE,
        subjects=_ORG,
        objects=_ORG,
        inverse=True,
    ),
    # supplies
    zh_verb(
        "supply",
        Predicate.SUPPLIES,
        "(?:向|为|给)(?=[^，。；]{0,16}(?:供应|供货|供药|供给|提供[^，。；]{0,10}(?:原料|设备|试剂|耗材|载体|样品|产品)))",
        subjects=_ORG,
        objects=_ORG,
    ),
    # regulates
    zh_verb(
        "regulate", Predicate.REGULATES, "监管|监督管理|督导", subjects=_ORG, objects=_ORG | _PARK
    ),
    # memberOf
    zh_verb("join", Predicate.MEMBER_OF, "加入|加盟|入盟", subjects=_AGENT, objects=_ORG),
    # listedOn
    zh_verb(
        "list",
        Predicate.LISTED_ON,
        "登陆|登录|登入|挂牌上市|转板至?|转至|上市于|挂牌于|冲刺|上柜于",
        subjects=_ORG,
        objects=_ORG,
    ),
    zh_verb(
        "list-on",
        Predicate.LISTED_ON,
        "上市|挂牌|上柜|敲钟|敲锣|IPO|首发",
        Construction.PLACED,
        subjects=_ORG,
        objects=_ORG,
    ),
    # licences
    zh_verb(
        "license-from",
        Predicate.LICENSES_FROM,
        "授权自|引进自|授权引进自|(?:从|自|由|向)(?=[^，。；]{0,16}(?:引进|授权引进|获得|取得|许可引进|获授权))",
        subjects=_ORG,
        objects=_ORG,
    ),
    zh_verb(
        "license-to",
        Predicate.LICENSES_TO,
        "(?:授予(?![^，。；]{0,12}(?:资格|认定|称号|荣誉|奖))|授权(?!自)给?|许可给?(?![^，。；]{0,4}(?:开展|进行|上市|临床"
        "|证))|独家授权给?|转让给?|对外授权给)(?:了)?",
        subjects=_ORG,
        objects=_ORG,
    ),
)
