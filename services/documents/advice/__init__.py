"""What a language model is asked about a document, and what of its answer stands.

It may name skills and say where they stand; the rules read on from there. It can add what the text
proves and take nothing away, so no order in a document moves a score.
"""
