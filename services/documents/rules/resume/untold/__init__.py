"""What looks like something and was read as nothing: told to its owner."""
