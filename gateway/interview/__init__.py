"""Pages and API about plans, interviews and transcripts."""
