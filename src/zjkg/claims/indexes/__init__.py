"""Indexes: their editions and their dimensions."""
