"""Place names that any reader of Chinese or English news knows: countries, provinces, cities."""

from __future__ import annotations

COUNTRIES = frozenset(
    "中国 美国 英国 法国 德国 日本 韩国 印度 俄罗斯 瑞士 瑞典 丹麦 挪威 芬兰 荷兰 比利时 "
    "意大利 西班牙 葡萄牙 奥地利 爱尔兰 波兰 捷克 匈牙利 希腊 土耳其 以色列 沙特 "
    "沙特阿拉伯 阿联酋 埃及 南非 巴西 阿根廷 智利 墨西哥 加拿大 澳大利亚 新西兰 新加坡 "
    "冰岛 卢森堡 塞尔维亚 克罗地亚 罗马尼亚 保加利亚 斯洛文尼亚 斯洛伐克 爱沙尼亚 立陶宛 拉脱维亚 "
    "乌克兰 白俄罗斯 哈萨克斯坦 乌兹别克斯坦 蒙古 巴基斯坦 孟加拉国 斯里兰卡 尼泊尔 缅甸 "
    "老挝 柬埔寨 文莱 印尼 伊朗 伊拉克 卡塔尔 科威特 约旦 阿曼 巴林 摩洛哥 阿尔及利亚 突尼斯 "
    "尼日利亚 肯尼亚 坦桑尼亚 埃塞俄比亚 加纳 赞比亚 莫桑比克 安哥拉 乌干达 卢旺达 秘鲁 "
    "哥伦比亚 厄瓜多尔 古巴 巴拿马 乌拉圭 纽西兰 澳洲 欧美 中东 拉美 拉丁美洲 中亚 北欧 "
    "东欧 西欧 南亚 东亚 东盟 英伦 "
    "马来西亚 泰国 越南 印度尼西亚 菲律宾 欧洲 亚洲 非洲 北美 南美 欧盟 东南亚 大中华区 "
    "亚太".split()
)
PROVINCES = frozenset(
    "北京 上海 天津 重庆 河北 山西 内蒙古 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 "
    "河南 湖北 湖南 广东 广西 海南 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 香港 "
    "澳门 台湾 华东 华南 华北 华中 东北 西南 西北 长江经济带 成渝 粤港澳 大湾区 珠江三角洲 "
    "中国大陆 中国内地 大陆 内地 长三角 珠三角 京津冀 粤港澳大湾区 长江三角洲".split()
)
CITIES = frozenset(
    "苏州 南京 无锡 常州 南通 扬州 镇江 泰州 徐州 连云港 杭州 宁波 温州 嘉兴 绍兴 台州 "
    "合肥 芜湖 福州 厦门 泉州 宁德 南昌 济南 青岛 烟台 威海 潍坊 临沂 郑州 洛阳 武汉 "
    "宜昌 长沙 株洲 广州 深圳 珠海 佛山 东莞 中山 惠州 南宁 桂林 海口 三亚 成都 绵阳 "
    "贵阳 昆明 拉萨 西安 兰州 西宁 银川 乌鲁木齐 石家庄 唐山 保定 太原 沈阳 大连 长春 "
    "哈尔滨 浦东 浦东新区 徐汇 闵行 奉贤 临港 嘉定 松江 宝山 青浦 金山 杨浦 静安 虹口 "
    "普陀 长宁 黄浦 崇明 东城 西城 石景山 门头沟 怀柔 密云 延庆 平谷 西青 津南 东丽 北辰 姑苏 "
    "虎丘 氹仔 路环 铜锣 北屯 左营 冈山 "
    "海淀 朝阳 昌平 大兴 亦庄 纽约 波士顿 旧金山 伦敦 巴黎 东京 首尔 "
    "巴塞尔 剑桥 硅谷 昆山 太仓 常熟 张家港 江阴 宜兴 吴江 吴中 相城 高邮 盐城 宿迁 淮安 湖州 "
    "金华 义乌 衢州 丽水 舟山 余杭 滨江 萧山 钱塘 马鞍山 蚌埠 阜阳 滁州 宣城 漳州 莆田 三明 "
    "赣州 九江 景德镇 淄博 潍坊 济宁 泰安 德州 聊城 菏泽 日照 枣庄 新乡 南阳 开封 襄阳 荆州 "
    "黄石 鄂州 孝感 湘潭 衡阳 岳阳 常德 江门 肇庆 汕头 湛江 茂名 柳州 北海 琼海 博鳌 德阳 "
    "宜宾 泸州 遵义 大理 咸阳 宝鸡 延安 邯郸 沧州 廊坊 雄安 秦皇岛 大同 包头 呼和浩特 鞍山 "
    "丰台 顺义 通州 房山 滨海 武清 光谷 江北 江宁 栖霞 浦口 高淳 天府 双流 温江 "
    "南沙 横琴 前海 坪山 南山 福田 罗湖 龙岗 宝安 黄埔 番禺 天河 河套 西丽 大埔 沙田 "
    "元朗 屯门 荃湾 观塘 九龙 新界 中环 将军澳 港岛 落马洲 台北 新北 桃园 新竹 竹北 苗栗 "
    "台中 彰化 云林 嘉义 台南 高雄 屏东 宜兰 花莲 台东 基隆 南港 内湖 汐止 竹南 虎尾 路竹 "
    "桥头 楠梓 "
    "华盛顿 芝加哥 费城 圣地亚哥 洛杉矶 西雅图 休斯敦 新泽西 马里兰 麻省 马萨诸塞 加州 "
    "加利福尼亚 北卡罗来纳 德州 多伦多 温哥华 蒙特利尔 曼彻斯特 牛津 爱丁堡 都柏林 柏林 "
    "慕尼黑 法兰克福 汉堡 苏黎世 日内瓦 阿姆斯特丹 布鲁塞尔 哥本哈根 斯德哥尔摩 奥斯陆 "
    "赫尔辛基 维也纳 米兰 罗马 马德里 巴塞罗那 里斯本 大阪 京都 神户 横滨 名古屋 福冈 釜山 "
    "仁川 松岛 班加罗尔 海得拉巴 孟买 新德里 特拉维夫 耶路撒冷 迪拜 阿布扎比 利雅得 开罗 "
    "悉尼 墨尔本 布里斯班 奥克兰 吉隆坡 曼谷 河内 胡志明市 雅加达 马尼拉 莫斯科".split()
)
PLACES = COUNTRIES | PROVINCES | CITIES
ADMINISTRATIVE = ("自治区", "特别行政区", "新区", "省", "市", "区", "县", "镇", "乡", "街道")

# Countries whose companies are named with their country in front: 德国某某公司.
FOREIGN = COUNTRIES - {"中国", "大中华区", "亚太"}

_ENGLISH_COUNTRIES = (
    "China|Chinese mainland|mainland China|"
    "US|U.S.|USA|United States|America|UK|U.K.|United Kingdom|Britain|England|Scotland|Wales|"
    "EU|European Union|Europe|Asia|Africa|Japan|Germany|France|Switzerland|Singapore|India|"
    "South Korea|North Korea|Korea|Sweden|Denmark|Norway|Finland|Iceland|Netherlands|Belgium|"
    "Luxembourg|Italy|Spain|Portugal|Austria|Ireland|Poland|Czech Republic|Hungary|Greece|Turkey|"
    "Israel|Saudi Arabia|United Arab Emirates|UAE|Qatar|Egypt|South Africa|Nigeria|Kenya|Brazil|"
    "Argentina|Chile|Mexico|Canada|Australia|New Zealand|Malaysia|Thailand|Vietnam|Indonesia|"
    "Philippines|Cambodia|Myanmar|Bangladesh|Pakistan|Sri Lanka|Russia|Ukraine|Kazakhstan|Estonia|"
    "Latvia|Lithuania|Serbia|Croatia|Romania|Bulgaria|Slovenia|Slovakia|Southeast Asia|"
    "Asia-Pacific|Asia Pacific|Middle East|Latin America|North America|South America|"
    "Central Asia|Greater China|Hong Kong|Macau|Macao|Taiwan"
)
_ENGLISH_CITIES = (
    "Shanghai|Beijing|Suzhou|Hangzhou|Nanjing|Wuhan|Guangzhou|Shenzhen|Chengdu|Chongqing|Tianjin|"
    "Wuxi|Ningbo|Hefei|Xiamen|Fuzhou|Jinan|Qingdao|Yantai|Zhengzhou|Changsha|Zhuhai|Dongguan|"
    "Foshan|Xi'an|Xian|Shenyang|Dalian|Changchun|Harbin|Shijiazhuang|Taiyuan|Kunming|Guiyang|"
    "Nanchang|Nanning|Haikou|Sanya|Boao|Lanzhou|Urumqi|Taizhou|Changzhou|Nantong|Kunshan|Jiaxing|"
    "Shaoxing|Wenzhou|Jiangsu|Zhejiang|Anhui|Fujian|Shandong|Henan|Hubei|Hunan|Guangdong|Hainan|"
    "Sichuan|Guizhou|Yunnan|Shaanxi|Liaoning|Jilin|Heilongjiang|Hebei|Shanxi|Jiangxi|Guangxi|"
    "Tibet|Xinjiang|Inner Mongolia|Pudong|Pudong New Area|Xuhui|Minhang|Fengxian|Lingang|Lin-gang|"
    "Jiading|Songjiang|Baoshan|Jing'an|Huangpu|Yangpu|Haidian|Changping|Daxing|Yizhuang|"
    "Zhongguancun|Hengqin|Nansha|Qianhai|Hetao|Kowloon|New Territories|Taipei|Hsinchu|Taichung|"
    "Tainan|Kaohsiung|Taoyuan|Tokyo|Osaka|Kyoto|Kobe|Yokohama|Nagoya|Seoul|Busan|Incheon|Songdo|"
    "Mumbai|Delhi|New Delhi|Bangalore|Bengaluru|Hyderabad|Chennai|Pune|Ahmedabad|Kolkata|Telangana|"
    "Karnataka|Maharashtra|Gujarat|Kuala Lumpur|Penang|Bangkok|Jakarta|Manila|Hanoi|"
    "Ho Chi Minh City|Sydney|Melbourne|Brisbane|Perth|Adelaide|Auckland|London|Cambridge|Oxford|"
    "Manchester|Edinburgh|Glasgow|Dublin|Cork|Paris|Lyon|Berlin|Munich|Frankfurt|Hamburg|Cologne|"
    "Basel|Zurich|Geneva|Lausanne|Zug|Amsterdam|Leiden|Rotterdam|Utrecht|Brussels|Ghent|Leuven|"
    "Copenhagen|Stockholm|Gothenburg|Uppsala|Lund|Malmö|Oslo|Helsinki|Vienna|Milan|Rome|Madrid|"
    "Barcelona|Lisbon|Warsaw|Prague|Budapest|Athens|Istanbul|Tel Aviv|Jerusalem|Dubai|Abu Dhabi|"
    "Riyadh|Doha|Cairo|Moscow|New York|New Jersey|Boston|Massachusetts|California|San Francisco|"
    "San Diego|Los Angeles|Silicon Valley|Seattle|Chicago|Houston|Dallas|Texas|Philadelphia|"
    "Pennsylvania|Maryland|Rockville|Gaithersburg|Virginia|North Carolina|South Carolina|Durham|"
    "Raleigh|Atlanta|Georgia|Florida|Miami|Ohio|Michigan|Minnesota|Indiana|Indianapolis|Illinois|"
    "Delaware|Connecticut|Washington|Toronto|Montreal|Vancouver|Ontario|Quebec|São Paulo|"
    "Tuas|Jurong|Woodlands|Sha Tin|Tai Po|Yuen Long|Kwun Tong|Tsuen Wan|Lok Ma Chau|Taizhou|Zhubei|"
    "Hertfordshire|Cambridgeshire|Oxfordshire|Stevenage|Harwell|Scotland|Wales|Waltham|Somerville|"
    "Watertown|Lexington|Bedford|Mexico City|Bay Area|Greater Boston|Greater Bay Area|Yangtze"
    " River Delta|Pearl River Delta"
)
ENGLISH_PLACES = frozenset(f"{_ENGLISH_COUNTRIES}|{_ENGLISH_CITIES}".split("|"))


def longest_place_prefix(text: str) -> str:
    """The longest known place that ``text`` starts with, or nothing."""
    for size in range(min(6, len(text)), 1, -1):
        if text[:size] in PLACES:
            return text[:size]
    return ""
