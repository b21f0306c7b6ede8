"""The syntax of English sentences, and what its words stand for."""
