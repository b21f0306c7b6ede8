"""Milestones that Chinese sentences state."""
