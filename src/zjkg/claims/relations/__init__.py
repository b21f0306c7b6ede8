"""Relations of the closed list between two named things, in Chinese and English."""
