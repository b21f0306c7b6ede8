"""Organizations that any reader of English health and business news knows by name."""

from __future__ import annotations

import re
from typing import Final

_FIRMS: Final = (
    "AbbVie|Abbott|Agilent|Alibaba|Alnylam|Amgen|Anthropic|Apple|Astellas|AstraZeneca|Baidu|"
    "Bayer|BeiGene|BeOne|Celltrion|Lotte Biologics|SK Bioscience|Hanmi|Yuhan|Chugai|"
    "Kyowa Kirin|Sino Biopharm|BGI|Biocon|Biogen|BioMarin|BioNTech|Boehringer Ingelheim|"
    "Boston Scientific|Bristol Myers Squibb|Bristol-Myers Squibb|ByteDance|Catalent|Celgene|"
    "Charles River|Cipla|CSL|Daiichi Sankyo|Danaher|DeepMind|Dr Reddy's|Dr. Reddy's|Eisai|"
    "Eli Lilly|Evotec|Ferring|Flagship Pioneering|Fosun Pharma|Fresenius|Fujifilm|"
    "GE HealthCare|GE Healthcare|Genentech|Genmab|Gilead|Gilead Sciences|Ginkgo Bioworks|"
    "GlaxoSmithKline|GSK|Google|Grifols|Hengrui|Huawei|Hutchmed|IBM|Illumina|Incyte|Innovent|"
    "Intel|Intuitive Surgical|Ipsen|IQVIA|Janssen|Johnson & Johnson|Johnson Matthey|Junshi|"
    "Kite Pharma|Lonza|Lundbeck|Lupin|Lilly|McKinsey|Medtronic|Merck|Merck KGaA|Merck & Co|"
    "Merck Sharp & Dohme|Microsoft|Moderna|MSD|Mylan|Novartis|Novo Nordisk|Novo Holdings|"
    "Novonesis|Novozymes|Nvidia|Olympus|Organon|Otsuka|Pfizer|Philips|PPD|Qiagen|Regeneron|"
    "Roche|Samsung Biologics|Samsung|Sandoz|Sanofi|Sartorius|Servier|Shionogi|Siemens|"
    "Siemens Healthineers|Sinopharm|Sinovac|Stryker|Sun Pharma|SVB|Syneos|Takeda|Temasek|"
    "Tencent|Teva|Thermo Fisher|Thermo Fisher Scientific|UCB|Vertex|Viatris|WuXi AppTec|"
    "WuXi Biologics|Zai Lab|Zeiss|Zydus|3M"
)
_AUTHORITIES: Final = (
    "FDA|US FDA|EMA|MHRA|NMPA|NHS|NHSA|NICE|NIH|NSF|BARDA|CDC|WHO|World Health Organization|"
    "Swissmedic|PMDA|UNICEF|OECD|World Bank|Gavi|Wellcome|Wellcome Trust|UKRI|Innovate UK|"
    "JETRO|EDB|HSA|HKEX|HKSTP|HKTDC|InvestHK|MIIT|NDRC|STAR Market|ChiNext|Kosdaq|KOSDAQ|Kospi|"
    "Nikkei|Yonhap|Kyodo|PTI|TASS|AFP|Nasdaq|NASDAQ|NYSE|Euronext|Xinhua|Reuters|Bloomberg|"
    "CGTN|CNBC|BBC|STAT|Endpoints|Caixin|SHINE|GlobalData|Deloitte|KPMG|EY|PwC|MIT|Harvard|"
    "Caltech|UCLA|UCSF|A*STAR|CSIR|BIRAC|European Commission|European Medicines Agency|"
    "State Council"
)
_NAMES: Final = sorted(f"{_FIRMS}|{_AUTHORITIES}".split("|"), key=lambda name: (-len(name), name))
KNOWN_ORGANIZATION: Final = re.compile(
    rf"(?<![\w&/-])(?:{'|'.join(map(re.escape, _NAMES))})(?![\w&*]|[-'’ ][A-Z]| and (?:Co|Sons)\b)"
)
"""A known name that stands alone: no part of a longer one (``Merck Foundation``)."""
