"""Authorities and exchanges that news of every region calls by a short name of their own."""

from __future__ import annotations

import re

_MAINLAND = (
    "国家药监局 国家药品监督管理局 国家食品药品监督管理总局 国家食药监总局 国家卫健委 "
    "国家卫生健康委 国家发改委 "
    "国家发展改革委 国家医保局 国家知识产权局 国家中医药管理局 国家统计局 国家市场监管总局 国务院 "
    "科技部 商务部 "
    "工信部 教育部 财政部 人社部 生态环境部 海关总署 中国证监会 证监会 科创板 创业板 新三板 "
    "北交所 上交所 深交所 "
    "上海证券交易所 深圳证券交易所 北京证券交易所"
)
_HONG_KONG_AND_MACAU = (
    "港交所 香港交易所 联交所 香港联交所 创新科技署 创科署 创新科技及工业局 创科局 医务卫生局 "
    "卫生署 医管局 "
    "医院管理局 投资推广署 工业贸易署 知识产权署 引进办 香港科学园公司 香港科技园公司"
)
_TAIWAN = (
    "科技部 国科会 经济部 卫福部 卫生福利部 食药署 健保署 疾管署 国发会 工业局 国发基金 柜买中心 "
    "证交所 兴柜 "
    "工研院 中研院 中央研究院 国卫院 国家卫生研究院 生技中心 资策会 投审会 行政院 竹科管理局 "
    "中科管理局 南科管理局"
)
_ABROAD = (
    "世界卫生组织 世卫组织 世卫 美国食品药品监督管理局 美国食品药物管理局 美国食品和药物管理局 "
    "欧洲药品管理局 "
    "美国国立卫生研究院 纳斯达克 纽交所 伦交所 东京证券交易所 瑞士证券交易所"
)
MARKETS = frozenset("科创板 创业板 新三板 北交所 上交所 深交所 港交所 纳斯达克 兴柜".split())
AGENCIES = frozenset(f"{_MAINLAND} {_HONG_KONG_AND_MACAU} {_TAIWAN} {_ABROAD}".split())
_NAMES = "|".join(sorted(AGENCIES, key=lambda name: (-len(name), name)))
AGENCY = re.compile(
    rf"(?:科技部|经济部|卫福部|卫生福利部|商务部|农委会)[\u4e00-\u9fff]{{1,8}}?(?:局|署)|{_NAMES}"
)
# A city's or district's own bureau, named without the city: 市发改委, 区科技局.
LOCAL_AGENCY = re.compile(
    r"(?<![\u4e00-\u9fff])[省市区县](?:发改委|发展改革委|卫健委|经信委|经信局|科委|国资委|商务委|"
    r"金融办|"
    r"[\u4e00-\u9fff]{2,6}?局|[\u4e00-\u9fff]{2,4}?厅)"
)
