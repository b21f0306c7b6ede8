"""Milestones that English sentences state."""
