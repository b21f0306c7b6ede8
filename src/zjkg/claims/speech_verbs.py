"""Verbs and phrases with which a text says that somebody speaks."""

from __future__ import annotations

from typing import Final

ZH_SPEECH: Final = (
    "表示 指出 介绍 透露 认为 强调 坦言 解释 说明 补充 补充道 直言 谈到 谈道 提到 说道 说起 表达 "
    "告诉记者 告诉 回应 回答 "
    "回忆 总结 呼吁 建议 评价 感慨 感叹 笑称 称赞 宣布 宣称 声称 披露 分析 预测 预计 判断 相信 "
    "指称 重申 承诺 坚信 "
    "打趣 调侃 写道 写到 问道 问 答 喊 讲 讲述 讲道 说 称 道 表态 致辞 发言 看来 解读 反映 期待 "
    "坚称 明确 "
    "接受采访时 接受记者采访时 接受专访时 受访时 采访时 提出 形容 提醒 警告 阐述 阐释 吐露 介绍称 "
    "介绍说 表示称"
).split()
"""Longest first when compiled; 道 and 称 also follow other verbs (补充道, 介绍称)."""

ZH_NOT_SPEECH: Final = (
    "说明书|说法|称号|称为|称之|称作|称得|道路|问题|讲座|讲话精神|可以说|应该说|据说|也就是说"
)
"""Words in which a verb's characters say something else."""

ZH_ABOUT: Final = "对|向|跟|给|与|和|为|于|采访|对话|专访|把|将"
"""Words before a person who is spoken to, not speaking."""

EN_SPEECH: Final = (
    r"said|says|say|saying|told|tells|added|adds|noted|notes|explained|explains|stressed|stresses"
    r"|emphasi[sz]ed|commented|comments|remarked|stated|states|continued|pointed out|points out"
    r"|announced|revealed|admitted|recalled|argued|argues|believes?|believed|observed|concluded"
    r"|predicted|warned|insisted|replied|responded|asked|wrote|acknowledged|claimed|claims"
    r"|confirmed|suggested|described|mentioned"
)
