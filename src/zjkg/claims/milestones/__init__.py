"""Milestones: what happened, or is to happen, to things at a date that the text names."""
