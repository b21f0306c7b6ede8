"""Relations that English sentences state, read from their syntax."""
