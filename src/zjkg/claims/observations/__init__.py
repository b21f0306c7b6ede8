"""Quantities → observations: whose value it is, what is measured, in which mode."""
