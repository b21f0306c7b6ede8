"""The mechanisms that propose names, one module each. None of them decides."""
