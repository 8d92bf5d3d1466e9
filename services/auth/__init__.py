"""Accounts, the proof of who somebody is, and every mail that Mira sends.

Owns accounts (name, address, password hash, role), living sign-ins, the links in mails, and the
counters that slow down guessing.
Promises that nobody learns from an answer, its text or its time whether an address is known;
that a sign-in ends within a second of being revoked; that a link works once; that one call mints
a passport good for a minute, which is all that other services need to know about who asks.
Never stores a password, a token or a network address in clear, never sends a mail that is not in
its short list of templates, and never locks an account because of what a stranger does.
"""
