"""Reads a résumé: its pages, its sections, and what stands in each."""
