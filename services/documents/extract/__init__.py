"""Reads a file into the text that a person would see, or says why it cannot be read.

Owns nothing. Promises that bytes alone decide what a file is, that it is read whole or refused,
that limits are checked before and while unpacking, and that hidden text is reported, not read.
Never runs, fetches or writes anything. `python -m services.documents.extract` is the one-shot
child process in which files of strangers are read, because a bomb may abort it.
"""

from services.documents.extract.file import extract

__all__ = ["extract"]
