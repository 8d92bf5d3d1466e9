"""Erasure: the order to every owner, their receipts, and the case that ends when nothing is left.

Owns cases, the log of orders, what each owner has answered, and who may see which case.
Promises that an order once given reaches every owner, whatever dies meanwhile; that content is
unreadable at once, because keys go first; that a case is completed by the owners' signed counts
of nothing and by nothing else; that asking twice is one case.
Never reads an owner's tables, never takes an owner's word without its signature, never restarts
a case's clock.
"""
