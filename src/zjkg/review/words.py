"""Names of types and of kinds of evidence, as a reviewer reads them."""

from __future__ import annotations

from types import MappingProxyType

from zjkg.errors import Bilingual

TYPES = MappingProxyType(
    {
        "Organization": Bilingual("organization", "机构"),
        "Person": Bilingual("person", "人物"),
        "Park": Bilingual("park", "园区"),
        "Place": Bilingual("place", "地点"),
        "Event": Bilingual("event", "活动"),
        "Product": Bilingual("product", "产品"),
        "Index": Bilingual("index", "指数"),
        "Policy": Bilingual("policy", "政策"),
        "Project": Bilingual("project", "项目"),
    }
)
KINDS = MappingProxyType(
    {
        "judgement": Bilingual("a person's judgement", "人的判断"),
        "authority": Bilingual("one entry of the authority", "权威文件中为同一条目"),
        "stock-code": Bilingual("same stock code", "证券代码相同"),
        "name": Bilingual("same name", "名称相同"),
        "core-name": Bilingual("same core of the name", "名称主干相同"),
        "translation": Bilingual("one name translates the other", "名称互为翻译"),
        "employer": Bilingual("same employer", "任职单位相同"),
        "short-form": Bilingual("one name may be short for the other", "一方可能是另一方的简称"),
        "pinyin": Bilingual("names sound alike", "读音相同"),
        "likeness": Bilingual("names resemble each other", "名称相似"),
        "house": Bilingual("employers of one group", "任职单位属同一集团"),
        "post": Bilingual("same post", "职务相同"),
        "co-mention": Bilingual("named beside the same things", "与相同事物一同出现"),
        "type": Bilingual("same type", "类型相同"),
    }
)
