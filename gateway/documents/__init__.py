"""Pages and API about résumés, job descriptions and fit reports."""
