"""Lays a résumé beside a job, requirement by requirement, and counts."""
