"""How Chinese says that a person holds a post."""

from __future__ import annotations

import re
from typing import Final

from zjkg.claims.frames.patterns import letters, zh
from zjkg.claims.roles.grammar import Employer, Holder, RoleRule
from zjkg.claims.roles.posts_zh import ZH_POST, ZH_POSTS
from zjkg.model import EntityType

_PERSON = letters("PERSON")
HONOUR: Final = "(?:博士|院士|先生|女士|教授|同志|小姐)?"
_PEOPLE = f"(?P<p>{_PERSON}{HONOUR}(?:(?:、|和|与|及|以及){_PERSON}{HONOUR})*)"
_UNIT = "(?:的|旗下|所属)?(?P<d>[^，。；：、！？（）“”的@]{0,14}?)"
_ORG = f"(?P<o>@EMPLOYER){_UNIT}"
_WHOSE = "(?:公司|集团|该公司|企业|医院|学校|联盟|协会|机构)?"
_END = f"(?![ ：—]{{0,2}}{_PERSON})"
_HOLDS = (
    "(?:现为|现任|曾任|历任|原任|时任|前任|出任|就任|接任|继任|升任|兼任|担任|转任|调任|连任|续任"
    "|荣任"
    "|出掌|执掌|获任命为|被任命为|获委任为|受命为|获聘为?|被聘为?|受聘为?|受聘担任|当选为?|获选为?"
    "|被选为|获推举为|被推举为|履新|升为)"
)
_JOIN = "(?:、|，|兼|暨|及|和)"
_IS = f"(?:{_HOLDS}|是|系|为|作为|任)"
_ADVERB = "(?:不再|曾|将|也|同时|还|已|并未|未|辞去|卸任|已辞去|现|前|原|目前|正式|即将|此前)?"
_TITLE = (
    "(?:教授|副教授|助理教授|讲师|研究员|副研究员|主任医师|副主任医师|主任|副主任|院长|副院长|所长"
    "|副所长"
    "|校长|副校长|局长|副局长|总经理|副总经理|董事长|副董事长|总裁|副总裁|主席|副主席|书记|副书记"
    "|市长"
    "|副市长|区长|副区长|处长|副处长|科长|署长|次长|部长|副部长|执行长|秘书长|会长|副会长|理事长"
    "|总监|工程师)"
)
_SINCE = (
    "(?:此前|之前|早前|先前|目前|同时|并|且|曾|还|也|现|后|其后|之后|随后|又|先后|更|亦|现时|今年"
    "|去年|"
    "本周|本月|近日|[0-9]{4}年){0,3}"
)

ZH_RULES: Final = (
    RoleRule(
        "role-zh-before", zh(f"(?:{_ORG})?(?P<posts>{ZH_POSTS})(?:之一|的|——|[ ：—])?{_PEOPLE}")
    ),
    RoleRule("role-zh-head", zh(f"(?P<o>@ORG)(?P<posts>长){_PEOPLE}")),
    RoleRule(
        # 甲校副校长、乙院院士张三: every post but the last of one person
        "role-zh-chain",
        zh(
            f"(?:{_ORG}|@PLACE|(?:^|(?<=[，；。、])))(?P<posts>{ZH_POSTS})"
            f"(?=(?:{_JOIN}@ORG[^，。；：、@]{{0,16}}?){{0,4}}{_JOIN}(?:@ORG)?的?"
            f"[^，。；：、@]{{0,14}}?(?:{ZH_POST}|院士|博士|学部委员)(?P<p>{_PERSON}))"
        ),
    ),
    RoleRule(
        "role-zh-after",
        zh(
            f"(?P<p>{_PERSON}){HONOUR}(?:(?:，|（|——|：| )?{_ADVERB}{_IS}?"
            f"|[^，。；：、（）“”@]{{0,10}}?{_HOLDS}){_ORG}(?P<posts>{ZH_POSTS}){_END}"
        ),
    ),
    RoleRule(
        "role-zh-holds",
        zh(
            f"(?P<p>{_PERSON}){HONOUR}(?:，)?(?:{_ADVERB}任"
            f"|[^，。；：、（）“”@]{{0,10}}?{_HOLDS})"
            f"{_WHOSE}(?P<posts>{ZH_POSTS}){_END}"
        ),
    ),
    RoleRule(
        # 张三是甲公司总经理，此前任乙院主任: the second post has no person beside it
        "role-zh-also",
        zh(f"(?:^|，|；|。){_SINCE}(?:{_HOLDS}|任|是){_ORG}(?P<posts>{ZH_POSTS}){_END}"),
        holder=Holder.BEFORE,
    ),
    RoleRule(
        "role-zh-appointed",
        zh(
            f"(?:任命|聘任|聘请|委任|推举|选举|提拔|委派|增聘|延揽|礼聘|聘|由)"
            f"(?:前|原|现任)?(?:@ORG[^，。；：、@]{{0,20}})?(?P<p>{_PERSON}){HONOUR}"
            f"(?:为|担任|出任|任|兼任|接任|出掌|接掌)(?:{_ORG}|{_WHOSE})(?P<posts>{ZH_POSTS}){_END}"
        ),
        employer=Employer.SUBJECT,
    ),
    RoleRule(
        # 公司总经理由张三担任
        "role-zh-filled",
        zh(
            f"(?:{_ORG})?(?P<posts>{ZH_POSTS})(?:一职|职务|职位)?(?:由|改由|则由|将由)"
            f"(?:@ORG[^，。；：、@]{{0,16}})?(?P<p>{_PERSON}){HONOUR}(?:担任|出任|兼任|接任|继任"
            f"|接棒|升任)"
        ),
    ),
    RoleRule(
        "role-zh-title",
        zh(f"(?:{_ORG})?(?P<p>{_PERSON})(?P<posts>{_TITLE})(?!{ZH_POST}|{_PERSON}|助理|级)"),
        employer=Employer.NONE,
    ),
)
DEPARTMENT: Final = re.compile(
    "(?:[部处科室司局院系所委办组队区县市省园馆站署会厅课股]|中心|团队|事业群|事业部|办公室|委员会"
    "|学院"
    "|分公司|分院|联盟|专业|公司|集团|企业|该院|同时也是|方面"
    "|基地|平台|项目|课题组|实验室|现任|新任|时任|首任|第一任|第二任|第三任|前任|候任|前|原|前副"
    "|另一位|一位)$"
)
"""How words between an organization and a post may end, so that the post is still held there."""
JOINED: Final = re.compile(f"^{HONOUR}(?:、|和|与|及|以及|，|并)?$")
"""What may stand between two persons of one list."""
PARK: Final = EntityType.PARK
"""A park has posts of its own only right beside its name."""
