"""Lists of names and of words beside them: who hides a name and who hears one read the same."""
