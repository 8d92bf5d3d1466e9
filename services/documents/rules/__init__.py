"""The rules engine: reads and judges without a model; the same input gives the same result."""
