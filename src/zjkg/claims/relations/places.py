"""What counts as a site, and the countries: a firm *of* one is not said to be located there."""

from __future__ import annotations

from typing import Final

from zjkg.model import EntityType

SITES: Final = frozenset({EntityType.PARK, EntityType.PLACE})
COUNTRIES: Final = (
    "(?:中国|美国|英国|德国|法国|瑞士|瑞典|丹麦|挪威|芬兰|荷兰|比利时|意大利|西班牙|葡萄牙|爱尔兰|奥地利"
    "|日本|韩国|印度|新加坡|澳大利亚|加拿大|以色列|俄罗斯|巴西|墨西哥|泰国|越南|马来西亚|印尼|印度尼西亚"
    "|沙特|阿联酋|南非|埃及|土耳其|波兰|匈牙利|捷克|新西兰|莫桑比克|塞尔维亚|澳洲|欧洲|亚洲|北美|欧美|全球|海外"
    "|国内|我国|全国|中国大陆|中国内地|大陆|内地"
    "|China|the US|the U\\.S\\.|US|U\\.S\\.|United States|America"
    "|UK|U\\.K\\.|United Kingdom|Britain"
    "|England|Germany|France|Switzerland|Sweden|Denmark|Norway|Finland|Netherlands|the Netherlands"
    "|Belgium|Italy|Spain|Portugal|Ireland|Austria|Japan|Korea|South Korea|India|Australia|Canada"
    "|Israel|Russia|Brazil|Mexico|Thailand|Vietnam|Malaysia|Indonesia|Europe|Asia|Africa"
    "|North America)"
)
