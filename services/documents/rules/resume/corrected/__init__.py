"""What an owner corrects, in place of what was read."""
