"""What a résumé claims outside of its roles: among achievements, voluntary work and projects.

Much else stands there, such as hobbies, addresses and words of praise. So a sentence counts only
where it begins with a deed that was done and tells of a change, of something made or of people led.
"""

import re
from collections.abc import Iterator

from chassis.hearing.tense import verbs
from contracts.analysis import Bullet, ResumeAnalysis
from contracts.evidence import Span
from services.interview.rules.plan.lines import LineKind, kinds_claimed

_NEXT = re.compile(
    r"(?<=[\w%)][.!?])(?<!\b[A-Z]\.)(?<!\b(?:St|Dr|Mr|Ms|Co|No)\.)(?<!\b(?:Mrs|Ltd|e\.g|i\.e)\.)"
    r"\s+(?=[A-Z])"
)
_BEGINS = re.compile(
    r"\W*(?:(?P<own>i|we) )?(?:(?:have|had|also|then|once|[a-z]+ly) ){0,2}(?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)


def claimed_elsewhere(resume: ResumeAnalysis) -> Iterator[Bullet]:
    """In the order of the text; none of them is in a role."""
    deeds = [*resume.projects, *resume.volunteering]
    spans = [span for deed in deeds for span in (*deed.prose, *deed.lines)]
    seen = set[int]()
    for span in sorted((*spans, *resume.unread), key=lambda one: (one.start, one.end)):
        for said in _sentences(span):
            if said.start not in seen and _claims(said.quote):
                seen.add(said.start)
                yield Bullet(id=f"at-{said.start}", span=said)


def _sentences(span: Span) -> Iterator[Span]:
    found = list(_NEXT.finditer(span.quote))
    starts = [0, *(cut.end() for cut in found)]
    ends = [*(cut.start() for cut in found), len(span.quote)]
    for start, end in zip(starts, ends, strict=True):
        place = {"start": span.start + start, "end": span.start + end}
        yield span.model_copy(update={**place, "quote": span.quote[start:end]})


def _claims(said: str) -> bool:
    return _begins_with_deed(said) and LineKind.ROUTINE not in kinds_claimed(said)


def _begins_with_deed(said: str) -> bool:
    found = _BEGINS.match(said)
    if found is None:
        return False
    verb = found["verb"].lower()
    return verb in verbs().pasts or verb.endswith("ed")
