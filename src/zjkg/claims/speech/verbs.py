"""Verbs and phrases with which a text says that somebody speaks."""

from __future__ import annotations

from typing import Final

ZH_SPEECH: Final = (
    "表示 指出 介绍 透露 认为 强调 坦言 解释 说明 补充 补充道 直言 谈到 谈道 提到 说道 说起 表达 "
    "告诉记者 告诉 回应 回答 回忆 总结 呼吁 建议 评价 感慨 感叹 笑称 称赞 宣布 宣称 声称 披露 "
    "分析 预测 预计 判断 相信 指称 重申 承诺 坚信 打趣 调侃 写道 写到 问道 问 答 喊 讲 讲述 讲道 "
    "说 称 道 表态 致辞 发言 看来 解读 反映 期待 坚称 明确 笑说 笑言 笑道 直指 估计 估算 预期 "
    "预估 粗算 关切 认同 赞同 补充说 总结道 感叹道 形容 自评 评论 回忆道 解释道 强调说 抱怨 吐槽 "
    "感言 断言 断定 说明 疾呼 指 提到 反问 追问 坦承 承认 透露说 自信地说 打比方 接受采访时 "
    "接受记者采访时 接受专访时 受访时 采访时 提出 形容 提醒 警告 阐述 阐释 吐露 介绍称 介绍说 "
    "表示称"
).split()
"""Longest first when compiled; 道 and 称 also follow other verbs (补充道, 介绍称)."""

ZH_NOT_SPEECH: Final = (
    "说明书|说法|说服|小说|学说|游说|称号|称为|称之|称作|称得|称职|名称|简称|俗称|号称|堪称|全称"
    "|职称|对称|人称"
    "|据称|昵称|道路|道德|道理|报道|频道|渠道|通道|轨道|街道|管道|赛道|味道|知道|隧道|航道|跑道"
    "|人道|一道"
    "|难道|消化道|肠道|呼吸道|问题|问世|问询|顾问|访问|学问|提问|疑问|慰问|答案|答辩|讲座|讲师"
    "|讲席|讲台"
    "|讲话精神|演讲|可以说|应该说|据说|也就是说|发言人|代言|分析师|分析员|分析仪|解释权|建议书"
    "|判断力"
    "|介绍信|(?:基因|蛋白|高|过|转录|抗体|病毒|载体)表达|表达(?:量|载体|谱|系统|水平|平台)|预测性"
    "|宣布会|解读机"
    "|披露易|信息披露|期待值"
)
"""Words in which a verb's characters say something else."""

ZH_ABOUT: Final = "对|向|跟|给|与|和|为|于|采访|对话|专访|把|将"
"""Words before a person who is spoken to, not speaking."""

EN_SPEECH: Final = (
    r"said|says|say|saying|told|tells|added|adds|noted|notes|explained|explains|stressed|stresses"
    r"|emphasi[sz]ed|commented|comments|remarked|stated|states|continued|pointed out|points out"
    r"|announced|revealed|admitted|recalled|argued|argues|believes?|believed|observed|concluded"
    r"|predicted|warned|insisted|replied|responded|asked|wrote|acknowledged|claimed|claims"
    r"|confirmed|suggested|described|mentioned|joked|jokes|quipped|quips|cautioned|cautions"
    r"|declared|declares|urged|urges|lamented|laments|mused|recounted|countered|retorted"
    r"|reiterated|reckons|reckoned|conceded|concedes|contended|contends|disclosed|elaborated"
    r"|enthused|exclaimed|laughed|shrugged|vowed|wondered|warns|predicts|predicted|recalls"
    r"|insists|estimates|estimated|thinks|summed up|sums up|put it|puts it|summari[sz]ed|shot back"
    r"|fired back|chimed in"
)
