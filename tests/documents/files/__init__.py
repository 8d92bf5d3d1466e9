"""Résumés of invented people in many shapes, and files that nobody should send."""
