"""The rules engine of interviews: plans from a bank of our own, follows up by rule."""
