"""What every service stands on: no business, no owner, no state of its own."""
