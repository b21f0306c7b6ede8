"""Posts that translate each other; the English word stands for the group."""

from __future__ import annotations

from zjkg.folding import match_key

_POSTS = {
    "director": "所长 院长 主任 局长 厅长 处长 馆长 总监 署长 director head dean",
    "president": "总裁 院长 校长 会长 行长 president",
    "chair": "董事长 主席 理事长 chairman chairwoman chairperson chair",
    "chief executive": "首席执行官 执行长 行政总裁 ceo chiefexecutive chiefexecutiveofficer"
    " 总经理 generalmanager",
    "chief scientist": "首席科学家 首席科学官 chiefscientist chiefscientificofficer cso",
    "chief medical officer": "首席医学官 chiefmedicalofficer cmo",
    "chief financial officer": "首席财务官 财务总监 财务长 chieffinancialofficer cfo",
    "vice president": "副总经理 副院长 副校长 副会长 副总裁 vicepresident deputygeneralmanager",
    "deputy director": "副所长 副院长 副主任 副局长 副处长 副署长 deputydirector deputyhead",
    "founder": "创始人 创办人 联合创始人 共同创始人 founder cofounder",
    "professor": "教授 professor",
    "secretary general": "秘书长 secretarygeneral",
    "mayor": "市长 mayor",
    "reporter": "记者 通讯员 reporter correspondent",
    "editor": "编辑 责任编辑 editor",
}
_GROUPS: dict[str, frozenset[str]] = {
    word: frozenset(group for group, words in _POSTS.items() if word in words.split())
    for listed in _POSTS.values()
    for word in listed.split()
}


def post_groups(post: str) -> frozenset[str]:
    """The groups of a post (院长 is a director or a president), or itself where none holds it."""
    key = match_key(post)
    return _GROUPS.get(key, frozenset({key}))
