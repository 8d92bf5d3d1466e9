"""What a model is asked in a session: which words of an answer a follow-up may pick up."""
