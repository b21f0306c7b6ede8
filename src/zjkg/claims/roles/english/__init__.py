"""Who holds which post in English sentences."""
