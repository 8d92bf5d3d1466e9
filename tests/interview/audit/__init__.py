"""An audit of the interviewer: scripted candidates, whole sessions, yes or no questions."""
