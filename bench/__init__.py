"""What things cost, always beside a peer in the same run."""
