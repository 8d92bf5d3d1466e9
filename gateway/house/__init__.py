"""Pages that belong to no service: the landing page, the dashboard, help for programs."""
