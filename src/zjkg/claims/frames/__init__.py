"""Sentences with their names abstracted, on which all grammar of claims works."""
