"""Codes of drugs and devices, ABC-101, apart from targets, viruses, standards and amounts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zjkg.model import EntityType, Span
from zjkg.recognition.passage import Candidate, Passage

_CODE = re.compile(
    r"(?<![A-Za-z0-9/-])(?:[A-Z]{1,4}-)?(?:[A-Z][A-Za-z]{0,6}-?\d{2,6}[A-Z]?|[A-Z][A-Za-z]{1,7}-\d[A-Z]?)"
    r"(?:注射液|胶囊|片|单抗|颗粒|软膏|注射剂|细胞注射液|滴眼液)?(?![A-Za-z0-9-])"
)
_NO_CODE = re.compile(
    r"(?:PD-?L?\d|CD-?\d+|GLP-?\d.*|IL-?\d+.*|TNF.*|HER-?\d|BCMA|CTLA-?\d|LAG-?\d|TIM-?\d|VEGF.*|"
    r"EGFR.*|FGFR\d?|KRAS.*|PCSK9|SGLT-?\d|DPP-?\d|COVID-?\d+|Covid-?\d+|CoV-?\d|SARS-?.*|H\d+N\d+|"
    r"HPV\d*|TROP-?\d|CLDN\d.*|Claudin[ -]?\d.*|PM2.*|ISO-?\d+|IEC-?\d+|GB-?\d+|[BG]\d[BG]|"
    r"TOP-?\d+|Top-?\d+|"
    r"No-?\d+|PCV-?\d*|EV-?71|OX-?40|JAK-?\d?|PARP-?\d?|CDK.*|MERS.*|BSL-?\d|[A-Z]\d{1,2}|"
    r"(?:US|RMB|HK|NT|USD|EUR|CHF|SGD|HKD|CNY|GBP)-?\d+|WEB-?\d|Phase-?\d|FY-?\d+|BRCA\d|[A-Z]{2,5}\d[A-Z]\d?|"
    r"Factor-?\d+|"
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*-?\d+|"
    r"Nasdaq-?\d+|CSI-?\d+|Omega-?\d|Pre-?\d+|Building-?\d+|Block-?\d+|Level-?\d+|Lp-?PLA2|Ig[ADEGM]\d?)"
)


def propose(passage: Passage) -> Iterator[Candidate]:
    """Every word that looks like a product's code."""
    for match in _CODE.finditer(passage.text, passage.span.start, passage.span.end):
        if not _NO_CODE.fullmatch(match.group()):
            yield Candidate(Span(*match.span()), EntityType.PRODUCT, "pattern:code")


def is_class(name: str) -> bool:
    """Whether a word is a target, virus, standard or class: no name of a product."""
    return _NO_CODE.fullmatch(name) is not None
