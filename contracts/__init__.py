"""What may be said between processes: one module per owner, and nothing but data and Protocols."""
