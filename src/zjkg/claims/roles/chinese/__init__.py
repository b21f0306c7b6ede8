"""Who holds which post in Chinese sentences."""
