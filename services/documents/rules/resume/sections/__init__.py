"""What each part of a résumé is about: by its headings, or by its lines where it has none."""
