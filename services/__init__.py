"""The owners of personal data: one package and one process each."""
