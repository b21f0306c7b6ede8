"""Words by which a Chinese clause tells a plan, a flow or a level."""

from __future__ import annotations

import re

SHARES = frozenset({"%", "ratio"})
AREAS = frozenset({"m2", "km2", "ha", "mu", "坪", "平方呎"})
INTENDED = re.compile(
    r"将(?=[在于会有达投新建共继进为由支通启推打带实形引提增扩超突向与获用再从对被开出举陆逐全重还力安设承斥]"
    r"|首次)|拟(?!合)|计划|打算|预计|预估|预期|估计|有望|可望|力争|争取|目标|旨在|届时|准备|筹划"
)
FULLY = re.compile(
    r"达产|满产|满载|达纲|量产后|投产后|投运后|全面投产|产能全开|全部投产|完全投产|全面发展"
)
# A flow belongs to a stretch of time; a level is what there is at a moment.
FLOW = re.compile(
    r"增长|同比|环比|下降|增速|增幅|产值"
    r"|新(?:开工|签约|引进|设立|注册|落户|入驻|获批|认定|批准|立项)"
    r"|研发(?:投入|费用|开支|支出)|(?:管理|销售|行政|经营)(?:费用|开支)|每股(?:盈|纯益|收益|亏)|现金流"
    r"|营收|营业额|收入|销售|税收|出口|进口(?!产品)|利润|纯益|交易额|投资额|成交|年增|年减"
    r"|季增|季减|衰退|上升|回落|提高|收窄|首付款|金额|新增|亏损|上涨|下跌|下滑|成长|毛利率|减少|外资|资产投资|完成投资|增加值"
)
LEVEL = re.compile(
    r"累计|已(?!经?成为|完成)|正在|正与|员工|占地|面积|总部|受试者|持股|占股|股权|出租率|入组|总数|现(?:正|有)|月租|年租"
    r"|[年月日]产能|分布|每[年月日天]|规划|总规模|单价|售价|存量"
)
# 每升值1%，毛利率减少0.3个百分点 holds at any time
AT_ANY_TIME = re.compile(r"每(?:升|增|减|降|涨|跌|提高|下[降跌]|上[升涨])")
