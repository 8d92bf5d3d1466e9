"""What a model is asked for an interview: which words a follow-up picks up, and another plan."""
