"""Relations that Chinese sentences state, read from their clauses."""
