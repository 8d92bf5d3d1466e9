"""Hears evidence in what somebody says: one mechanism for who asks and for who gives levels.

It reads text and returns places in it; it decides no level, asks nothing and keeps nothing.
"""
