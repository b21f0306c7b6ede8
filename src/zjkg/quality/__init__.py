"""Precision and recall of the extraction against gold annotation, with floors and a lock.

Read ``scoring`` first: it names every figure. ``gold`` reads what a person wrote, ``predictions``
turns an article's record into the same shape, one module per class of claim compares the two.
"""

from zjkg.quality.findings import Finding, Kind, Tally
from zjkg.quality.floors import load_floors, raised, under, write_floors
from zjkg.quality.gold import SETS, Gold, GoldArticle, gold_folder, load_gold, load_set
from zjkg.quality.locking import differences, load_lock, locked, write_lock
from zjkg.quality.measuring import LANGUAGES, TOTAL, Measured, figures, measure, tallies
from zjkg.quality.predictions import Prediction, prediction
from zjkg.quality.scores import Figures, Score
from zjkg.quality.scoring import ArticleScore, score
from zjkg.quality.worlds import measure_worlds

__all__ = [
    "LANGUAGES",
    "SETS",
    "TOTAL",
    "ArticleScore",
    "Figures",
    "Finding",
    "Gold",
    "GoldArticle",
    "Kind",
    "Measured",
    "Prediction",
    "Score",
    "Tally",
    "differences",
    "figures",
    "gold_folder",
    "load_floors",
    "load_gold",
    "load_lock",
    "load_set",
    "locked",
    "measure",
    "measure_worlds",
    "prediction",
    "raised",
    "score",
    "tallies",
    "under",
    "write_floors",
    "write_lock",
]
