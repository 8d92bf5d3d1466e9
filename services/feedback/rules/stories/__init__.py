"""Which stories were told, and which tellings are of one."""
