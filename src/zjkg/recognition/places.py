"""Place names that any reader of Chinese or English news knows: countries, provinces, cities."""

from __future__ import annotations

COUNTRIES = frozenset(
    "中国 美国 英国 法国 德国 日本 韩国 印度 俄罗斯 瑞士 瑞典 丹麦 挪威 芬兰 荷兰 比利时 "
    "意大利 西班牙 葡萄牙 奥地利 爱尔兰 波兰 捷克 匈牙利 希腊 土耳其 以色列 沙特 "
    "沙特阿拉伯 阿联酋 埃及 南非 巴西 阿根廷 智利 墨西哥 加拿大 澳大利亚 新西兰 新加坡 "
    "马来西亚 泰国 越南 印度尼西亚 菲律宾 欧洲 亚洲 非洲 北美 南美 欧盟 东南亚 大中华区 "
    "亚太".split()
)
PROVINCES = frozenset(
    "北京 上海 天津 重庆 河北 山西 内蒙古 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 "
    "河南 湖北 湖南 广东 广西 海南 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 香港 "
    "澳门 台湾 长三角 珠三角 京津冀 粤港澳大湾区 长江三角洲".split()
)
CITIES = frozenset(
    "苏州 南京 无锡 常州 南通 扬州 镇江 泰州 徐州 连云港 杭州 宁波 温州 嘉兴 绍兴 台州 "
    "合肥 芜湖 福州 厦门 泉州 宁德 南昌 济南 青岛 烟台 威海 潍坊 临沂 郑州 洛阳 武汉 "
    "宜昌 长沙 株洲 广州 深圳 珠海 佛山 东莞 中山 惠州 南宁 桂林 海口 三亚 成都 绵阳 "
    "贵阳 昆明 拉萨 西安 兰州 西宁 银川 乌鲁木齐 石家庄 唐山 保定 太原 沈阳 大连 长春 "
    "哈尔滨 浦东 浦东新区 徐汇 闵行 奉贤 临港 嘉定 松江 宝山 青浦 金山 杨浦 静安 虹口 "
    "普陀 长宁 黄浦 海淀 朝阳 昌平 大兴 亦庄 纽约 波士顿 旧金山 伦敦 巴黎 东京 首尔 "
    "巴塞尔 剑桥 硅谷".split()
)
PLACES = COUNTRIES | PROVINCES | CITIES
ADMINISTRATIVE = ("自治区", "特别行政区", "新区", "省", "市", "区", "县", "镇", "乡", "街道")

ENGLISH_PLACES = frozenset(
    {"China", "US", "U.S.", "USA", "United States", "UK", "U.K.", "United Kingdom", "EU", "Europe"}
    | {"Asia", "Japan", "Germany", "France", "Switzerland", "Singapore", "India", "South Korea"}
    | {"Shanghai", "Beijing", "Suzhou", "Hangzhou", "Nanjing", "Wuhan", "Guangzhou", "Shenzhen"}
    | {"Chengdu", "Chongqing", "Tianjin", "Hong Kong", "Macau", "Taiwan", "Pudong", "Boston"}
)


def longest_place_prefix(text: str) -> str:
    """The longest known place that ``text`` starts with, or nothing."""
    for size in range(min(6, len(text)), 1, -1):
        if text[:size] in PLACES:
            return text[:size]
    return ""
