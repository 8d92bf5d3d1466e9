"""What was said to one question: what of it counts, and why some of it is no answer."""
