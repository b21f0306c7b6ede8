"""Trade in licences: which observations are about it, and which way the rights go."""
