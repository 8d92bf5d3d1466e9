"""What analytics is made of: nothing yet beyond what the chassis gives every owner."""
