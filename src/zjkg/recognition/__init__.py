"""Finds the names in an article: words, candidates from several mechanisms, one joint decision."""

from zjkg.recognition.gazetteer import Gazetteer
from zjkg.recognition.recognizer import Recognizer

__all__ = ["Gazetteer", "Recognizer"]
