"""The rules engine of feedback: what was answered, what of it is evidence, and what it comes to."""
