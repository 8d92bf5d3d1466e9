"""What a candidate took back or corrected, and answers as they count after it."""
