"""English names that are people's: by their given name or family name, and by what they take on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zjkg.model import EntityType, Span
from zjkg.recognition.candidates.context import POST_WORDS, person_like
from zjkg.recognition.candidates.given_names import GIVEN_NAMES
from zjkg.recognition.english_places import ENGLISH_PLACES
from zjkg.recognition.passage import Candidate, Passage

_FAMILY: Final = frozenset(
    "An Ao Bai Ban Bao Bi Bian Cai Cao Cen Chai Chang Che Chen Cheng Chi Chu Cui Dai Deng Di"
    " Ding Dong"
    " Dou Du Duan Fan Fang Fei Feng Fu Gan Gao Ge Geng Gong Gou Gu Guan Gui Guo Hai Han Hao"
    " He Hong Hou"
    " Hu Hua Huang Huo Ji Jia Jian Jiang Jiao Jin Jing Ju Kang Kong Kuang Lai Lan Lei Leng Li"
    " Lian Liang"
    " Liao Lin Ling Liu Long Lou Lu Luan Luo Lyu Ma Mao Mei Meng Mi Miao Ming Mo Mu Ni Nie"
    " Ning Niu Ou"
    " Ouyang Pan Pang Pei Peng Pi Ping Pu Qi Qian Qiao Qin Qiu Qu Quan Ran Rao Ren Rong Ruan"
    " Rui Sang Sha"
    " Shan Shang Shao Shen Sheng Shi Shu Situ Song Su Sui Sun Tai Tan Tang Tao Teng Tian Tong"
    " Tu Wan Wang"
    " Wei Wen Weng Wu Xi Xia Xiang Xiao Xie Xin Xing Xiong Xu Xuan Xue Yan Yang Yao Ye Yi Yin"
    " Ying You Yu"
    " Yuan Yue Yun Zang Zeng Zhai Zhan Zhang Zhao Zheng Zhong Zhou Zhu Zhuang Zong Zou Zuo"
    # as written in Taiwan, Hong Kong and Singapore
    " Chan Chang Chao Chau Cheung Chia Chiang Chien Chin Ching Chiu Cho Chong Chou Chow Choy"
    " Chua Chuang"
    " Chui Chung Fong Foo Fung Goh Heng Ho Hsiao Hsieh Hsu Hu Hui Hung Ip Kan Ko Koh Kok Kuo"
    " Kwan Kwok"
    " Kwong Lam Lau Lee Leong Leung Lim Liong Lo Loh Low Lui Mak Mok Ng Ngai Ong Poon Quek"
    " Seah Shih Shum"
    " Sim Sit Siu Soh Sze Szeto Tam Tan Tay Teng Teo Toh Tong Tsai Tsang Tse Tseng Tsui Wong"
    " Woo Yap Yeh"
    " Yeo Yeung Yip Yiu Yuen Yung Park Kim Choi Jung Kang Yoon".split()
)
_SYLLABLE: Final = (
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei"
    r"|ao|ou|an|en|in|un|ia|ie|iu|ua|ui|uo|ue|ve|er|a|o|e|i|u|v))"
)
_ROMANIZED: Final = re.compile(rf"{_SYLLABLE}(?:-?{_SYLLABLE})?", re.IGNORECASE)
_AFTER: Final = re.compile(
    r" (?:(?:has|have|had|was|is|will|would|to)(?: (?:been|be|also|now))* )?(?:appointed"
    r"|named|elected|hired"
    r"|promoted|joins?|joined|succeeds?|succeeded|replaces?|replaced|serves|served|steps?"
    r" down|stepped down"
    r"|heads|headed|co-founded|chairs|graduated|retires|retired)\b"
    rf"|,? (?:is|was|becomes|became|remains) (?:the |a |an |its |their |also |now"
    rf" )?(?:[a-z-]+ ){{0,3}}?"
    rf"(?:{POST_WORDS})\b"
    rf"|(?: as| to be| to become)?(?: the| its| their)? (?:new |first |next |acting |interim"
    rf" )?(?:[a-z-]+ )?"
    rf"(?:{POST_WORDS})\b(?![’'])"
)
_BEFORE: Final = re.compile(
    r"\b(?:appointed|appoints|appoint|named|names|hired|hires|elected|elects|promoted|promotes|succeed"
    r"|succeeds|succeeding|succeeded|replaces|replacing|founded by|co-founded by|led by"
    r"|headed by|chaired by"
    r"|established by|set up by|started by|run by|directed by|joined by) $"
)
_INVERTED: Final = re.compile(
    r"\b(?:appointed|appoints|appoint|named|names|hired|hires|elected|promoted) $"
)


def propose(passage: Passage, span: Span) -> Iterator[Candidate]:
    """Evidence that a capitalized phrase is a person."""
    text, limit = passage.text, passage.span.end
    name = span.of(text)
    if not person_like(name) or name in ENGLISH_PLACES:
        return
    known = is_persons(name)
    if known:
        yield Candidate(span, EntityType.PERSON, "vocabulary:person")
    before = text[max(passage.span.start, span.start - 24) : span.start]
    taken_on = _INVERTED.search(before) and _AFTER.match(text, span.end, limit)
    if taken_on or (known and (_BEFORE.search(before) or _AFTER.match(text, span.end, limit))):
        yield Candidate(span, EntityType.PERSON, "context:person")


def is_persons(name: str) -> bool:
    """Whether a name begins with a common given name, or with a Chinese family name."""
    first, *rest = name.split()
    if first in GIVEN_NAMES:
        return True
    return first in _FAMILY and all(_ROMANIZED.fullmatch(word) for word in rest)
