"""The plan: what is asked of this person for this job, and why."""
