"""Pages and API about deletion and its receipts."""
