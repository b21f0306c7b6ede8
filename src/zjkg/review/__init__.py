"""Walks a person through pairs of names that may be one thing; what is decided becomes rows."""

from zjkg.review.agenda import Agenda
from zjkg.review.cards import Side, card, side
from zjkg.review.keys import Keys, PipedKeys, keys
from zjkg.review.material import Material
from zjkg.review.questions import Question, Standing, questions
from zjkg.review.session import Session, Tally
from zjkg.review.sheet import Sheet

__all__ = [
    "Agenda",
    "Keys",
    "Material",
    "PipedKeys",
    "Question",
    "Session",
    "Sheet",
    "Side",
    "Standing",
    "Tally",
    "card",
    "keys",
    "questions",
    "side",
]
