"""The independent count: how many rows are left, told by somebody who cannot delete any.

Owns nothing: it has no schema and keeps no state, so it can be killed at any time.
Promises to find the tables in PostgreSQL's catalogue and not in the code that maps them, to say
nothing where it cannot see everything, and to sign what it says with a key of its own.
Never reads anything but ids, never imports an owner, never takes an owner's word.
"""
