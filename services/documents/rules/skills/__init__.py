"""The curated skills, and finding them in a text."""
