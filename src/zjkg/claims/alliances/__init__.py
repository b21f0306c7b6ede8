"""Alliances: which organizations are one, and who plays which part in it."""
