"""Observations of Chinese sentences: what a value measures, and whose it is."""
