"""Reads a job description: its clauses, and what each asks for."""
