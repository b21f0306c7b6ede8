"""Observations of English sentences: what a value measures, and whose it is."""
