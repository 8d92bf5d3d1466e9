"""Skills as a résumé lists and uses them."""
