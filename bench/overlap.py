"""The rate that a keyword matcher shows: which share of a job's words a résumé has.

Words are what is left between characters other than a-z, 0-9 and the hyphen, in lower case, of
three letters or more and not among the stop words. That is how Resume-Matcher describes its match
rate; the code here is our own.
"""

import re

_SPLIT = re.compile(r"[^a-z0-9-]+")
_LEAST = 3
_STOP_WORDS = """
about above across after again against all also although always among and any anyone anything
are around ask aware away back because been before behind being below best better between both
but came can cannot could did does doing done down during each either else enough even ever
every everyone everything few first for from full further get give goes going good got great
had has have having help her here hers herself him himself his how however including into its
itself just keep know known last least less let like likely looking made make makes making many
may might more most much must near need needs never new next nor not nothing now off often once
one only onto other others our ours ourselves out over own part per perhaps please put rather
same see seem several shall she should since some someone something soon still such take than
that the their theirs them themselves then there these they thing things this those though
through thus together too toward under until upon use used using very want was way well were
what when where whether which while who whole whom whose why will with within without would yes
yet you your yours yourself
"""
_STOP = frozenset(_STOP_WORDS.split())


def words(text: str) -> frozenset[str]:
    found = _SPLIT.split(text.lower())
    return frozenset(word for word in found if len(word) >= _LEAST and word not in _STOP)


def overlap(resume: str, job: str) -> float:
    """In [0, 1]; 0 for a job without words."""
    asked = words(job)
    return len(asked & words(resume)) / len(asked) if asked else 0.0
