"""How a résumé stands on its page: lines, wraps, side bars, and tables without their shape."""
