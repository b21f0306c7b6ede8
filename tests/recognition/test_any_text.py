"""Whatever the text, the step holds its promises."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zjkg.model import Article
from zjkg.recognition import Recognizer

PIECES = st.sampled_from(
    [
        *"，。、；：“”《》（）()「」· -—\n等和的在",
        *("苏州", "张伟", "国家", "首届", "第三", "2023", "BioBAY", "AI", "Inc.", "Park"),
        *("产业园", "公司", "集团", "指数", "峰会", "计划", "单抗", "谷", "岛", "医药", "生物"),
        *("记者", "董事长", "表示", "企业", "包括", "简称", "三位院士", "落户", "位于", "新药"),
        *("and ", "of ", "the ", "University ", "Shanghai ", "CEO ", "said ", ", ", "-", "'s "),
        *("𠮷", "é", "\u3000", "１", "臺灣", "產業園區", "😀"),
    ]
)


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_invariants(recognizer: Recognizer, article: Callable[[str], Article], text: str) -> None:
    made = article(text)
    (result,) = recognizer.recognize([made])
    assert len(result.tokens) == len(made.sentences)
    end = 0
    for mention in result.mentions:
        assert end <= mention.span.start < mention.span.end <= len(text)
        assert any(sentence.span.covers(mention.span) for sentence in made.sentences)
        assert mention.evidence == tuple(sorted(set(mention.evidence)))
        assert not mention.span.of(text).isspace()
        end = mention.span.end
    for record in result.dropped:
        assert 0 <= record.span.start <= record.span.end <= len(text)
