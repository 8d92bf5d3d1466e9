"""How levels move from session to session."""
