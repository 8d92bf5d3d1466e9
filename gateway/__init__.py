"""The only process a browser or a program talks to.

Owns nothing: it asks the services, renders and forgets.
Promises an answer within 5 s whatever is broken behind it, the same headers on every answer, and
that no problem repeats what was sent.
Never keeps content, never opens a database, never talks to a foreign host.
"""
