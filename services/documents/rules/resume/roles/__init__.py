"""What somebody did, for whom, when and with what effect."""
