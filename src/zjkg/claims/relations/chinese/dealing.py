"""Chinese verbs (folded to simplified) for what firms do with products, money and one another."""

from __future__ import annotations

from typing import Final

from zjkg.claims.relations.chinese.rules import Construction, VerbRule, zh_verb
from zjkg.model import EntityType as Type
from zjkg.model import Predicate

_ORG: Final = frozenset({Type.ORGANIZATION})
_FIRM: Final = _ORG | {Type.PROJECT}
_AGENT: Final = _ORG | {Type.PERSON}
_PARK: Final = frozenset({Type.PARK})
_PRODUCT: Final = frozenset({Type.PRODUCT})
_MAKE = (
    "(?:自主|独立|联合|合作|共同|自行|原创)?(?:研究)?"
    "(?:攻关|推出(?=的@PRODUCT)|研发|研制|开发|研究|自研|原研|搭建|推进|在研|首创|发明|打造|生产|设计|主营|主攻|专攻|深耕)"
)
_INVEST = (
    "领投|跟投|参投|(?<![领跟参总战])投(?:了[^，。；：@]{0,4})?(?=@ORG(?:[0-9，。；]|$))|(?<![总产转])投资(?!建设|兴建)(?![银总经机者人商额协合基组环部处促方规强力项活热]|[0-9])|注资|增资|入股|参股|战投"
    "|(?:出资|斥资)(?![^，。；]{0,24}(?:收购|并购|买下|收入|纳入|揽入|拿下))"
)
_PART = "[^，。；]{0,24}?(?<![0-9])[0-9]{1,2}(?:[.][0-9]+)?%"
_BUY = (
    "(?:收购|并购|买下|购得|购入|受让|购买(?=@ORG[^，。；@]{0,10}(?:股权|股份))|吸收合并|买断|纳入旗下)"
    f"(?!{_PART})"
)
_APPROVE = (
    "批准|核准|批复|核发|审批|获批|许可|认证|(?<!资格)认定|授牌|核可|同意|备案|放行|授予(?!权)|核定"
    "|批件|批文|准许|认可|表列|登记为|签发|颁发(?=的@PRODUCT)"
    "|(?:药品|医疗器械|产品)?(?:注册证|药证|生产许可证)(?!书?编号)"
)
_JOINT = "打造|建设|开发|推进|成立|设立|组建|研发|研制|投入|推动|开展|攻关|探索|共建|布局"
_TALKS = "(?<![洽商磋寻谋探])(?<!洽谈|商谈|商讨|磋商|探讨|寻求|谋求|讨论|推进|开放|国际)"
_AGREEMENT = "协议|协定|备忘录|框架|合约|合同|契约"
_BOTH_ACT = "双方|三方|各方|两者|共建|共同|联合|携手|合作[开研推建攻探打培共]"
_WORK_TOGETHER = (
    f"{_TALKS}合作(?!意向|伙伴|社|方|{_AGREEMENT})|携手|联手|伙拍|共建|结盟|结成|(?:共同|联合)(?:{_JOINT})"
    "|达成(?=[^，。；：]{0,10}合作)|建立(?=[^，。；：]{0,10}(?:(?:会商|合作|协作|联动|协同|共享)机制|关系|伙伴))"
    # Who signs an agreement works together where the text goes on to say at what.
    f"|签[署订][^，。；：]{{0,8}}(?:战略合作|合作(?!意向)(?=[^。；]{{0,60}}(?:{_BOTH_ACT})))"
    f"|签[署订了约][^。；：，]{{0,12}}，[^。；，]{{0,24}}(?:{_BOTH_ACT})"
)
_SIGN = "达成(?=[^，。；：]{0,12}(?:协议|合同|备忘录))|签约|签署|签订|签下|签立|续签|签了|签定"

DEALING: Final[tuple[VerbRule, ...]] = (
    # develops
    zh_verb("make", Predicate.DEVELOPS, _MAKE, subjects=_ORG, objects=_PRODUCT),
    zh_verb(
        "show",
        Predicate.DEVELOPS,
        "展示|展出|秀出|亮出|带来|申报|申请|递交|推介|量产|自产|提交|开卖|上市(?=的)|推广|销售的",
        subjects=_ORG,
        objects=_PRODUCT,
    ),
    zh_verb(
        "product-of",
        Predicate.DEVELOPS,
        "(?:是|为|系|作为)(?=@ORG的?(?:[首核主拳明旗重在创自代第新][^，。；：@]{0,12})?[^，。；：@]{0,6}"
        "(?:产品|药物|新药|疫苗|品种|管线|药|系统|平台|疗法|设备))",
        subjects=_PRODUCT,
        objects=_ORG,
        inverse=True,
    ),
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
        "(?:(?<=[，。；：])|^)(?:旗下|自家|自有)[^，。；：、的@]{0,14}(?=@PRODUCT)"
        "|(?:(?<=[，。；：其])|^)(?:首[个款项支]|核心|主打|拳头|明星|旗舰|重磅|在研|创新|自研|代表|主力|重点)+"
        "(?:产品|新药|药物|候选药物|管线|品种|疫苗|平台|疗法)|(?:(?<=[，。；：其])|^)[^，。；：、@]{0,2}(?:进展|走得|推进|研发)?(?:最快|最前|最领先|最成熟|领先|靠前)的",
        Construction.POSSESSIVE,
        subjects=_ORG,
        objects=_PRODUCT,
    ),
    zh_verb(
        "licensed-product",
        Predicate.DEVELOPS,
        "授权|许可|授予|转让",
        subjects=_ORG,
        objects=_PRODUCT,
    ),
    zh_verb(
        "rights-of",
        Predicate.DEVELOPS,
        "(?:取得|获得|享有|拥有)(?=[^，。；：@]{0,20}@PRODUCT[^，。；：]{0,30}权)",
        Construction.LICENSOR,
        subjects=_ORG,
        objects=_PRODUCT,
    ),
    zh_verb(
        "announced-permit",
        Predicate.DEVELOPS,
        "(?:收到|取得|获得|获)(?=[^；。]{0,40}@PRODUCT[^。；]{0,30}(?:通知书|批件|注册证|批文|证书|默示许可))",
        subjects=_ORG,
        objects=_PRODUCT,
    ),
    # acquires
    zh_verb("buy", Predicate.ACQUIRES, _BUY, subjects=_AGENT, objects=_ORG | _PRODUCT),
    zh_verb(
        "take-over",
        Predicate.ACQUIRES,
        "收入囊中|收入麾下|纳入麾下|揽入怀中|并入旗下",
        subjects=_AGENT,
        objects=_ORG | _PRODUCT,
    ),
    # invests
    zh_verb("invest", Predicate.INVESTS, _INVEST, subjects=_AGENT, objects=_FIRM),
    zh_verb(
        "invest-in-building",
        Predicate.INVESTS,
        "投资(?=建设|兴建|兴办|打造|开发)|投建",
        subjects=_AGENT,
        objects=_PARK | frozenset({Type.PROJECT}),
    ),
    zh_verb(
        "round",
        Predicate.INVESTS,
        "(?:联合|共同|独家|继续|持续)?(?:领投|跟投|参投)(?![方机人])",
        Construction.ELIDED,
        subjects=_AGENT,
        objects=_ORG,
    ),
    zh_verb(
        "more-money",
        Predicate.INVESTS,
        "加码|追投|追加投资|继续跟进|持续加注|加注|参与(?:了)?(?:本轮|该轮|此轮|投资|认购|增资|跟投|领投|融资|出资)|(?<=@ORG)参与(?=[，。；]|$)|共同参与|联合参与|包揽",
        Construction.ELIDED,
        subjects=_AGENT,
        objects=_ORG,
    ),
    zh_verb(
        "hold-share",
        Predicate.INVESTS,
        "(?:持股|(?<![支维保坚扶主])持(?=[0-9])|持有其?|认购其?|认缴|承诺认购|出资)(?:比例|比重)?(?:约|近|超|逾|不少于|不低于|达|为)?"
        "(?=[0-9一二三四五六七八九十半][^，。；：@]{0,10}(?:%|成|股|亿|万|元))",
        Construction.ELIDED,
        subjects=_AGENT,
        objects=_ORG,
    ),
    zh_verb(
        "investment-agreement",
        Predicate.INVESTS,
        "(?:签署|签订|达成)[^，。；：@]{0,6}?(?:投资|增资|入股|股权认购|认购)(?:协议|合同)",
        Construction.COMPANIONS,
        subjects=_ORG,
        objects=_ORG,
    ),
    zh_verb(
        "stake",
        Predicate.INVESTS,
        f"全资(?:拥有|持有)(?=[，。；]|$)|(?:取得|获得|买入|认购|拿下|持有|购得|(?:受让|收购)(?={_PART}))了?"
        "(?=[^，。；]{0,24}(?:股权|股份|持股|股票|注册资本|出资额))",
        subjects=_AGENT,
        objects=_ORG,
    ),
    # partnersWith
    zh_verb("together", Predicate.PARTNERS_WITH, _WORK_TOGETHER, Construction.COMPANIONS),
    zh_verb(
        "join-hands",
        Predicate.PARTNERS_WITH,
        "(?:携手|牵手|联手|联姻|伙拍)(?![^，。；]{0,40}(?:编制|编写|编撰|发起|主办|承办|协办|举办|发布|印发|出台|制定"
        "|撰写|测算|起草|颁发|成立|组建|参展))",
        subjects=_ORG | _PARK,
        objects=_ORG | _PARK,
    ),
    # signs
    zh_verb(
        "sign", Predicate.SIGNS, "签约(?!仪式|项目|活动|会)|签下", subjects=_FIRM, objects=_PARK
    ),
    zh_verb("sign-with", Predicate.SIGNS, _SIGN, Construction.COMPANIONS),
    # approves
    zh_verb(
        "approve",
        Predicate.APPROVES,
        _APPROVE,
        Construction.RECEIVED,
        subjects=_ORG,
        objects=_PRODUCT,
    ),
    zh_verb(
        "give-approval",
        Predicate.APPROVES,
        "(?:同意|准许|准予|授予)(?=[^，。；：@]{0,4}@PRODUCT)|(?<!获)(?:批准|核准|批复|核定|放行|审批通过|核发|认定|授牌|颁发了?(?=[^，。；：@]{0,6}(?:注册证|许可证|批件|批文|证书))|发给(?=@PRODUCT))(?!文号|证|书|件|上市许可)",
        subjects=_ORG,
        objects=_PRODUCT | _PARK | frozenset({Type.PROJECT, Type.POLICY}),
    ),
    # supplies
    zh_verb(
        "supply",
        Predicate.SUPPLIES,
        "(?:向|为|给)(?=[^，。；]{0,24}(?:供应|供货|供药|供给|交付|发货|出货"
        "|(?:提供|做|代工|生产|开展|完成)[^，。；]{0,10}(?:料|设备|试剂|耗材|载体|样品|产品|评价|检测|测试|质检|液|膜|瓶|仪器|零部件)))",
        subjects=_ORG,
        objects=_ORG,
    ),
    zh_verb(
        "buy-from",
        Predicate.SUPPLIES,
        "(?:向|从|由)(?=[^，。；：@]{0,6}@PLACE*[^，。；：@]{0,6}@ORG[^，。；：@]{0,6}(?:采购|订购|购买|购入|进口))",
        subjects=_ORG,
        objects=_ORG,
        inverse=True,
    ),
    zh_verb(
        "buy-goods",
        Predicate.SUPPLIES,
        "(?:采购|订购|购买|购入|购进|购置|下单)了?(?=[^，。；：@]{0,8}@ORG[^，。；：@]{0,4}的)",
        Construction.FROM_OWNER,
        subjects=_ORG,
        objects=_ORG,
        inverse=True,
    ),
    zh_verb(
        "supplied",
        Predicate.SUPPLIES,
        "供应|供货|代工|独家供应",
        Construction.RECEIVED,
        subjects=_ORG,
        objects=_ORG,
    ),
    zh_verb(
        "deliver",
        Predicate.SUPPLIES,
        "(?:供应|供货|交付|销售|出售|卖|提供)[给予]|交付(?=@ORG)|供应(?=@ORG)|独家供应(?=@ORG)|装机于|落户(?=@ORG)|进入(?=@ORG医院)",
        subjects=_ORG,
        objects=_ORG,
    ),
    zh_verb(
        "supply-agreement",
        Predicate.SUPPLIES,
        "(?:签[署订下]?|达成)[^，。；：@]{0,6}?(?:供应|供货)(?:协议|合同|合约)(?=，(?!@ORG)[^。；由]{0,12}供应)",
        Construction.COMPANIONS,
        subjects=_ORG,
        objects=_ORG,
    ),
    # regulates
    zh_verb(
        "regulate",
        Predicate.REGULATES,
        "监管|监督管理|督导|监督检查|飞行检查|监督",
        subjects=_ORG,
        objects=_ORG | _PARK,
    ),
    zh_verb(
        "take-to-task",
        Predicate.REGULATES,
        "约谈|立案调查|查厂|责令|查处|处罚|开罚|检查(?!站)|警告信|警示函|问询函|监管函|通报批评|罚款",
        subjects=_ORG,
        objects=_ORG | _PARK,
    ),
    # listedOn
    zh_verb(
        "list",
        Predicate.LISTED_ON,
        "登陆|登录|登入|挂牌上市|转板至?|转至|上市于|挂牌于|上柜于",
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
        "授权自|引进自|授权引进自|(?:从|自(?!主|研|有|家|行|动|产|建)|向)(?=[^，。；]{0,16}(?:引进|授权引进|获得|取得|许可引进|获授权|技转|受让))",
        subjects=_ORG,
        objects=_ORG,
    ),
    zh_verb(
        "license-in",
        Predicate.LICENSES_FROM,
        "引进|引入|取得|获得|买下|拿下",
        Construction.FROM_OWNER,
        subjects=_ORG,
        objects=_ORG,
    ),
    zh_verb(
        "licensed",
        Predicate.LICENSES_FROM,
        "授权(?!委托|单位)|许可(?!证)|专属授权",
        Construction.RECEIVED,
        subjects=_FIRM,
        objects=_FIRM,
        inverse=True,
    ),
    zh_verb(
        "obtains-rights",
        Predicate.LICENSES_TO,
        "(?:取得|获得|拥有|享有)(?=[^。；：]{0,40}(?:销售权|经销权|代理权|商业化权|开发权|权益|权利|独家权|专利权))",
        Construction.RECEIVED,
        subjects=_ORG,
        objects=_ORG,
        inverse=True,
    ),
    zh_verb(
        "license-to",
        Predicate.LICENSES_TO,
        "(?:授予(?![^，。；]{0,12}(?:资格|认定|称号|荣誉|奖))|授权(?!自)给?|许可给?(?![^，。；]{0,4}(?:开展|进行|上市|临床"
        "|证))|独家授权给?|转让给?|对外授权给)(?:了)?",
        Construction.GRANTED,
        subjects=_ORG,
        objects=_ORG,
    ),
)
