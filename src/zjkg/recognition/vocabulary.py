"""Word lists of Chinese and English news: heads that bear a type, generic nouns, posts, verbs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from zjkg.model import EntityType
from zjkg.recognition.agencies import AGENCIES


def _words(text: str) -> tuple[str, ...]:
    return tuple(sorted(text.split(), key=lambda word: (-len(word), word)))


def row_of(words: Iterable[str]) -> str:
    """A pattern of one or more of the words in a row, which can be read in one way only.

    Words made of others (生物医药 of 生物 and 医药) are left out: the pattern matches the same, and
    does not try every reading of a long row that fails in the end.
    """
    words = tuple(words)
    made = {word for word in words if _is_row(word, [each for each in words if each != word])}
    return f"(?:{'|'.join(re.escape(word) for word in words if word not in made)})+"


def _is_row(text: str, words: list[str]) -> bool:
    return not text or any(
        _is_row(text[len(word) :], words) for word in words if text.startswith(word)
    )


ORGANIZATION_HEADS = _words(
    "有限责任公司 股份有限公司 有限公司 公司 株式会社 集团 研究所 研究院 科学院 工程院 高等研究院 "
    "大学 学院 中学 小学 医院 卫生院 药监局 管理局 监督局 商务局 教育局 科技局 税务局 "
    "海关 法院 检察院 警察局 环境局 旅游局 总局 分局 委员会 管委会 科经委 科委 发改委 "
    "经信委 卫健委 国资委 商务委 科协 办公室 领导小组 工作组 人民政府 政府 联盟 联合会 "
    "基金会 基金 协会 学会 商会 促进会 中心 实验室 银行 报社 出版社 通讯社 日报 晚报 "
    "时报 电视台 事务所 交易所 合作社 俱乐部 孵化器 加速器 药监局 卫生部 科技部 商务部 "
    "教育部 经济部 财政部 工信部 分公司 事业部 "
    "工信厅 科技厅 商务厅 卫健局 市场监管局 信息化局 产业局 发展局 创新局 规划局 财政局 "
    "管理处 服务处 筹备处 卫生局 卫生署 食药署 科技署 发展署 管理署 工业局 国税局 "
    "联合体 研究会 工作站 促进中心 服务中心 大使馆 领事馆 出版集团 通讯社 周报 周刊 财经网 "
    "电视 电台 广播 新闻网 产经网 科技网 商报 都市报 青年报 联合报 经济报 产业报 月刊 "
    "药厂 制药厂 药房 诊所 书院 医学院 药学院 商学院 工学院 高等学院 "
    "区公所 市公所 公所 医疗体系 试验所 检验所 检测所 药检所 疾控中心 设计院 规划院 检验院 "
    "检测院 认证中心 基金公司 创投公司 "
    "律师事务所 会计师事务所 "
    "同业公会 公会 总会 联会 理事会 产业联盟 合作组织 俱乐部 产业协会 "
    "创投基金 产业基金 投资基金 引导基金 母基金 "
    "国投 城投 产投 金控 建投 有限公司 财团法人 农会 工会 商会 总商会 制造联会"
)
# A firm's short name is a brand and one of these.
BRAND_HEADS = _words(
    "药业 制药 医药 生物医药 生物科技 生物技术 生物制药 生物 医疗 医学 科技 基因 智能 "
    "生技 医材 生医 药品 药厂 大药厂 生化 资讯 光电 医电 疫苗厂 细胞治疗 再生医学 精准医疗 "
    "医疗器械 医疗科技 生命科学 药物 免疫 影像 眼科 齿科 微电子 半导体 机器人 创业投资 "
    "基金 银行 保险 信托 置业 地产 智造 生态 材料 能源 环保 食品 中药 国药 药房 网络 软件 "
    "芯片 光学 精密 仪器 试剂 耗材 动保 合成生物 核酸 抗体 智药 疗法 再生 "
    "检测 诊断 健康 器械 细胞 疫苗 资本 创投 证券 投资 控股 电子 化学 集团 股份 "
    "微创 农科 冷链 医美 口腔 脑科 智控 传感 产投 医检 生命科技 生命健康 生命技术 生命医学"
)
PARK_HEADS = _words(
    "合作区 合作示范区 科技产业园区 工业园区 医学园区 高新园区 科技园区 产业园区 软件园 创业园 "
    "产业园 "
    "科技园 科学园 工业园 医药园 生物园 药物园 创新园 创意园 园区 科学城 科技城 健康城 "
    "医学城 医药城 药城 生命城 未来城 高新技术产业开发区 经济技术开发区 高新技术开发区 "
    "高新技术产业示范区 自主创新示范区 高新技术产业区 高新区 经开区 开发区 示范区 保税区 "
    "自贸区 自由贸易试验区 产业化基地 产业基地 创新基地 制造基地 示范基地 研发基地 "
    "孵化基地 生产基地 医药基地 生物基地 器械基地 药物基地 健康基地 未来谷 生命谷 基因谷 医药谷 "
    "生物谷 生物岛 基因岛 生命岛 药谷 医谷 "
    "智谷 岛 谷 城 港 湾 园 产业聚落 聚落 科学工业园区 科学园区 加工出口区 科技产业园 "
    "科技产业区 综合保税区 经济开发区 综保区 医疗城 医疗器械园 药谷 生物医药谷 医药谷 "
    "生物湾 数字港 创业谷 硅谷园 大数据园 总部园 中试基地 成果转化基地 "
    "科研基地 产学研基地 智造园 工业邨 工业村 创新区 创新港 产业港 科技港 生物湾 创新湾 科学湖 "
    "智慧岛 "
    "药都 医都 核心启动区 启动区 先导区 工业区 化学工业区 化工区 机器人谷 生物城 "
    "生物医药城 医药港 药港 小镇 大健康城 生态城 "
    "产业新城 科创园 科创城 孵化园 加速园 中试园 研创园 创智园 示范园 转化园 "
    "经济区 航空港区 综合实验区 蓝湾 绿谷 美谷 芯谷 慧谷 云谷 芯港 智港"
)
EVENT_HEADS = _words(
    "高峰会 年度会议 博览展 开年会 交流会 推介会 对接会 洽谈会 招商大会 宣讲会 媒合会 媒合日 "
    "开放日 创业大赛 嘉年华 "
    "科技展 医疗展 生技展 双年会 学术会议 国际会议 圆桌会议 路演 沙龙 训练营 生技月 "
    "高峰论坛 峰会 论坛 大会 年会 博览会 展览会 交易会 进博会 研讨会 发布会 启动仪式 "
    "开工仪式 签约仪式 揭牌仪式 颁奖典礼 产业周 创新周 活动周 科技周 文化周 科技节 "
    "旅游月 大赛 竞赛 媒合会 说明会 成果展 联展 特展 国际展 发表会 成果发表会 记者会 座谈会 "
    "年度盛典 盛典 晚会 恳谈会 动员会 推进会 大展 博览暨论坛 展"
)
INDEX_HEADS = _words("指数")
POLICY_HEADS = _words(
    "意见 规划 办法 方案 条例 计划 规定 通知 措施 决定 纲要 细则 指南 条款 法 若干政策 "
    "政策 公告 蓝图 行动计划 条 须知 清单 通告 法案 法规 规则 规章 准则 议定书 协定 倡议书"
)
PROJECT_HEADS = _words("行动计划 计划 工程 专项 行动 项目 蓝皮书 白皮书 年度报告")
PRODUCT_HEADS = _words(
    "胶囊 注射液 单抗 缓释片 片剂 颗粒 口服液 疫苗 替尼 帕利 利单抗 珠单抗 妥单抗 "
    "注射剂 冻干粉针 滴眼液 吸入剂 贴剂 软膏 胶囊剂 细胞注射液 植入剂 "
    "手术机器人 试剂盒 胺片 尼片 韦片 唑片 平片 坦片 汀片 定片 素片"
)

PLACE_HEADS = _words(
    "会展中心 博览中心 会议中心 展览中心 会议展览中心 展览馆 科学会堂 大会堂 世贸馆 "
    "新片区 新区 先行区 经济圈 城市群 都市圈 大湾区 经济带 科创走廊"
)

HEADS: tuple[tuple[EntityType, tuple[str, ...]], ...] = (
    (EntityType.ORGANIZATION, ORGANIZATION_HEADS),
    (EntityType.PARK, PARK_HEADS),
    (EntityType.EVENT, EVENT_HEADS),
    (EntityType.INDEX, INDEX_HEADS),
    (EntityType.PROJECT, PROJECT_HEADS),
    (EntityType.PRODUCT, PRODUCT_HEADS),
    (EntityType.PLACE, PLACE_HEADS),
)
# Poetic words: a park is named by them even where only a trade stands in front (生命蓝湾).
POETIC = ("蓝湾", "绿谷", "美谷", "芯谷", "慧谷", "云谷", "芯港", "智港")
# An island or a valley is a park only where a trade stands before it.
TRADE = (
    *("制造", "智造"),
    *("生物", "医药", "基因", "生命", "科技", "创新", "智慧", "未来", "细胞", "健康", "药物"),
    *("器械", "农业", "生技", "生医", "研发", "创业", "制药", "医疗", "医学", "化工", "研究"),
    *("器材", "食品", "工业", "设备", "精密", "再生", "长照"),
    *(
        "创科",
        "服务",
        "诊断",
        "孵化",
        "影像",
        "疫苗",
        "数字",
        "芯片",
        "纳米",
        "动力",
        "智能",
        "光",
        "药",
        "医",
        "硅",
        "材料",
        "金融",
    ),
)
# With a foreign word in front these name one thing; other heads then still name a class (AI公司).
NAMING_HEADS = (
    *("联盟", "协会", "学会", "委员会", "基金会", "计划", "峰会", "论坛", "大会", "指数"),
    *("年会", "博览会", "产业周", "研究院"),
)
# Words that bear a type and are also names as they stand.
SELF_NAMES = AGENCIES | frozenset(
    "科技部 商务部 教育部 财政部 工信部 卫生部 经济部 卫健委 发改委 国资委 进博会".split()
)
CLASS_ENDINGS = (
    *("上市公司", "跨国公司", "初创公司", "新创公司", "料药厂", "衍生物", "子公司", "本地公司"),
    *(
        "灌装中心",
        "生产中心",
        "制造中心",
        "物流中心",
        "生产基地",
        "研发总部",
        "生产总部",
        "区域总部",
    ),
    *(
        "中国总部",
        "全球总部",
        "亚太总部",
        "营运总部",
        "运营总部",
        "工厂",
        "二厂",
        "新厂",
        "厂房",
        "查厂",
        "设厂",
        "建厂",
        "扩厂",
    ),
    *("幼儿园", "动物园", "植物园", "校园", "家园", "母公司"),
    *("生产线", "产线", "板公司", "新办法", "新政策", "项目主管", "办公楼"),
    *("枢纽", "高地", "集群", "地标", "生态圈", "产业链", "率"),
    *("科学家", "企业家", "创业者", "投资人", "从业者", "研究者"),
)
CLASS_NOUNS = (
    *("跨国企业", "跨国公司", "大企业", "企业", "公司", "机构", "药企", "高校", "单位", "专家"),
    *("国家级", "省级", "市级", "世界级", "各类", "一批"),
)
HEAD_TYPES = {head: kind for kind, heads in reversed(HEADS) for head in heads}
HEAD = re.compile("|".join(map(re.escape, sorted(HEAD_TYPES, key=lambda w: (-len(w), w)))))
_LONG = 4
_LONGEST_HEAD = max(map(len, HEAD_TYPES))
_ENDINGS = frozenset(head[-1] for head in HEAD_TYPES)

# Words that every name of the trade may hold; a phrase made of them alone names nothing.
GENERIC = frozenset(
    "全区 全县 全镇 全园 全城 全院 全校 全行业 "
    "筛查 早筛 闭环 返岗 智慧 高阶 高值 低值 软体 硬体 眼底 全港 全台 数位 流感 水痘 新冠 狂犬病 "
    "糖尿病 心血管 心脏 神经 骨科 眼科 牙科 皮肤 呼吸 消化 肝炎 乙肝 肺炎 结核 癌症 耐药 抗癌 "
    "规上 放射性 高通量 罕见病 慢性病 儿童 女性 老年 养老 宠物 水产 养殖 畜牧 海洋 同类 累计 再生 "
    "体外 植入 微创 穿戴 三甲 二甲 三级甲等 三级 公立 私立 教学 社区 专科 基层 县级 民办 双一流 "
    "生科 生技 生医 医材 精准 转译 本地 内地 集中 重组 生物 医药 生物医药 基因 细胞 产业 创新 "
    "国际 全球 科技 科学 技术 研发 研究 开发 发展 "
    "开放 大 新 大企业 企业 机构 公司 药物 新药 药品 药 医疗 医学 健康 生命 器械 "
    "医疗器械 临床 试验 实验 动物 孵化 服务 平台 公共 共享 专业 检测 诊断 治疗 制造 先进 "
    "智能 数字 人工智能 高等级 高端 前沿 特色 核心 重大 重点 未来 总部 运营 投资 金融 "
    "贸易 市场 监督 管理 监管 生态 环境 人才 教育 学习 项目 工程 合作 联合 协同 战略 "
    "国家 国家级 世界级 省级 市级 全国 全省 全市 本市 我国 我省 区域 综合 行业 龙头 头部 "
    "领域 各类 相关 一流 国内外 国内 海外 跨国 外资 内资 民营 小微 上市 本土 当地 "
    "高新技术 高新 转化 应用 示范 集聚 引领 联动 拓展 扩展 制药 药企 基地 园区 产业园 "
    "产业集聚 标志性 三大 两大 重磅 具体 行动 专项 农民专业 专利 成果 首席 中心 实验室 "
    "孵化器 加速器 联盟 集团 总 基础 设施 基础设施 产品 系列 活动 新闻 年度 规模 经济 "
    "社会 政府 部门 单位 主管 有关 整个 多个 一批 各 该 本 此 这 那 其 我 某 每 双 多 "
    "工业 化学 农业 分子 测序 抗体 疫苗 免疫 肿瘤 管线 生产 产业化 关键 攻关 资源 汇聚 "
    "五年 三年 长期 学术 国际化 商业 企业家 专家 投融资 资本 高质量 城市 县 市 省 区 "
    "综合性 大型 中小 中小型 城镇化 文化 旅游 新型 安全 质量 审评 检验 评价 现代 数据 "
    "信息 网络 品牌".split()
)
NOT_NAMES = frozenset(
    "天使轮 种子轮 "
    "单位 南方 北方 通讯员 区党工委 党工委 民国 当局 湾区 高新技术 CHF SGD HKD Phase RSV HPV "
    "EGFR CAR "
    "企业 园区 该公司 公司 集团 联盟 基地 平台 中心 机构 指数 计划 峰会 论坛 大会 政府 "
    "医院 大学 本报 记者 编辑 责任编辑 原标题 新冠肺炎 新冠 人民币 美元 欧元 港元 日元 "
    "亿元 院士 博士 教授 所长 主任 董事长 总经理 首席执行官 创始人 全球 全国 国内 国外 "
    "海外 国际 世界 本市 全市 我国 我省 全省 省政府 市政府 大企业 跨国企业 产业园 "
    "产业园区 科技园 高新区 开发区 示范区 新药 创新药 药品 药物 疫苗 医药 生物 生物医药 "
    "基因 细胞 人工智能 卵巢癌 胃癌 肺癌 肝癌 乳腺癌 肿瘤 糖尿病 农民专业合作社 总台 "
    "省药监局 新华 华投资 董事会 监事会 理事会 党委 党组 北上广 十四五 十三五 核酸 抗体 "
    "单抗 双抗 AI CEO CFO CTO CRO "
    "CDMO CMO R&D IPO GDP IT CAR-T PD-1 DNA RNA mRNA UDI IAP License license APP "
    "GMP GCP GLP CXO ADC IND NDA BLA CMC 曾任 时任 现任 历任 兼任 曾在 曾是 曾于 出任 转任 "
    "COVID-19 PhD Dr Mr Ms Ltd Inc yuan RMB USD Top Special Covid Reports".split()
)
# In front of a name: not part of it.
LEADING = re.compile(
    r"^(?:[文图][/／]\s?|但(?=.{4})|[日美德英法韩港陆瑞荷星]商(?=..)|[的在与和及、以由向对从将为是于至被把让]|前(?![海沿瞻])(?=.{4})|包括|例如|其中|"
    r"正在|此次|本次|当日|同日|昨天|[去今明前隔同翌次]年(?=.{2})|同[业行](?=.{3})|"
    r"今天|目前|聚集|集聚|吸引|引进|汇聚|依托|围绕|参观|毗邻|位于|入驻|落户|共建|合组|设有|拥有|开设|可申请|不含|原|总投资)+"
)
DATE_PREFIX = re.compile(r"^(?:\d{2,4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?[上下]?午?")

SAYS = (
    "(?:表示|说明|说|称|认为|介绍|透露|指出|告诉|强调|坦言|坦承|补充|谈到|看来|接受|向|对|出席|"
    "致辞|致词|"
    "分析|提到|解释|相信|感叹|回应|回忆|总结|评价|笑言|直言|预期|预计|预估|指|建议|呼吁|提醒|宣布|"
    "笑说)"
)
COMPOUND_SURNAMES = frozenset(
    "欧阳 司徒 司马 上官 诸葛 夏侯 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 东方 南宫 西门 端木 百里 "
    "轩辕 澹台 太史 淳于 呼延 独孤 张简 范姜".split()
)
JAPANESE_SURNAMES = frozenset(
    "佐藤 铃木 高桥 田中 伊藤 渡边 山本 中村 小林 加藤 吉田 山田 山口 松本 井上 木村 斋藤 清水 "
    "山崎 池田 桥本 "
    "阿部 石川 山下 中岛 石井 小川 前田 冈田 藤田 后藤 近藤 村上 远藤 青木 坂本 福田 太田 西村 "
    "藤井 金子 "
    "冈本 藤原 三浦 中川 中野 松田 原田 竹内 小野 田村 中山 和田 石田 上田 森田 小岛 柴田 酒井 "
    "工藤 横山 "
    "宫崎 宫本 内田 高木 安藤 岛田 谷口 大野 高田 丸山 今井 武田 藤本 河野 上野 杉山 村田 大塚 "
    "平野 菅原 "
    "增田 小山 千叶 久保 松井 岩崎 樱井 木下 野口 松尾 野村 菊地 佐野 大西 杉本 新井 古川 滨田 "
    "市川 水野 "
    "小松 高野 藤堂 本田 丰田 永井 西田 川口 川崎 稻叶 片山 服部 三木 大岛 黑田 黑川 樱川 森本 "
    "平田 吉川 "
    "星野 岩田 川上 松下 大谷 秋山 浅野 望月 土屋 户田 堀内 藤川 藤野 西川 北村 南野 "
    "东野 福岛 长岛 盐野".split()
)
SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章"
    "云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐"
    "于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊"
    "纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞"
    "万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀"
    "羊惠甄曲封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾"
    "暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴能"
    "苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充"
    "慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东殴欧岳帅亢况闫佟阳覃仝苑蒙逯利蔚越夔隆师巩"
    "隋苟冼丛鞠付尉鄢阚游钮谌丘邝佘揭商牟谷粟亓郇楚尧楼"
    "厍聂晁勾敖融冷辛阚那简饶空曾关肖涂区官占衣辜粘练朴卞玄芦檀栗郄邸訾缑綦乜弋郗鹿"
)


def head_type(name: str) -> EntityType | None:
    """The type that the last word of a Chinese name bears, if it bears one."""
    if name[-1:] not in _ENDINGS:
        return None
    for size in range(min(_LONGEST_HEAD, len(name) - 1), 0, -1):
        found = HEAD_TYPES.get(name[-size:])
        if found is not None and (size > 1 or _traded(name)):
            return found
    return None


def _traded(name: str) -> bool:
    """Whether a trade stands before a name's last character, or anywhere in a long name."""
    body = name[:-1]
    return body.endswith(TRADE) or (len(body) > _LONG and any(word in body for word in TRADE))


def is_generic(words: tuple[str, ...]) -> bool:
    """Whether a phrase is made of words that name nothing."""
    return all(word in GENERIC or word in NOT_NAMES or word in HEAD_TYPES for word in words)
