"""How much is remembered of names: as they come again, what was found out about them is at hand."""

REMEMBERED = 1 << 16
"""Entries of each cache; memory does not grow with the number of different names."""
