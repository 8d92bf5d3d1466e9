"""Dates and ranges, as résumés of many languages write them."""
