"""Pages and API about accounts and sign-ins."""
