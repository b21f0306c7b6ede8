"""Made-up stores of any size in exactly the shape that zjkg writes, for benchmarks."""
