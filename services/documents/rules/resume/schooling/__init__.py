"""Degrees and schools."""
