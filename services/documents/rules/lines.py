"""The lines of a text, none longer than what anybody writes on one."""

import re

LONGEST = 2_000
"""Characters of what is read as one thing: twice what a long paragraph has.

Beyond, a text is cut, so that the work grows with its length and not with its square.
"""

LINE = re.compile(
    rf"[^\n]{{1,{LONGEST}}}(?![^\n])"
    rf"|[^\n]{{1,{LONGEST}}}(?<=[.!?;]\s)|[^\n]{{1,{LONGEST}}}(?!\S)|[^\n]{{1,{LONGEST}}}"
)
"""A line; of one that is longer a piece, up to the last sentence that ends in it, or else word."""
