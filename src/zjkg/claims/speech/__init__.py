"""Direct and indirect speech, and who speaks."""
