"""How much a line of a résumé claims: an outcome says more than a size."""

import re

from contracts.analysis import Bullet

_CHANGED = re.compile(
    r"\b(?:cut(?:ting)?|reduc(?:ed|es|ing)|rais(?:ed|es|ing)|gr[eo]w(?:n|ing)?|doubl(?:ed|ing)"
    r"|tripl(?:ed|ing)|halv(?:ed|ing)|increas(?:ed|es|ing)|decreas(?:ed|es|ing)|lower(?:ed|ing)"
    r"|improv(?:ed|es|ing)|brought|f[ea]ll(?:en|ing)?|rose|risen|dropp(?:ed|ing)|shorten(?:ed|ing)"
    r"|ended(?! up\b)"
    r"|speeded|sped|lift(?:ed|ing)|shrank|boosted|sav(?:ed|ing)|slashed|expanded|went"
    r"|(?:up|down)(?! to\b))\b",
    re.IGNORECASE,
)
_UP_TO = re.compile(
    r"(?<!went )(?<!rose )(?<!risen )(?<!grew )(?<!gone )\bup to (?:about |nearly |over |almost )?"
    r"[£$€]?\d[\d.,]*(?: ?%| ?per ?cent\b)?",
    re.IGNORECASE,
)
"""The most that there was, and no change: "banqueting for up to 300"."""

_NUMBER = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|none"
    r"|half|zero)\b"
)
_AMOUNT_OF_CHANGE = re.compile(
    r"\b(?:by|to|from|instead of|rather than)"
    rf" (?:(?:about|nearly|over|almost|under|below|less than|fewer than) )?(?:[£$€]?\d|{_NUMBER})"
    r"|\d ?(?:%|per ?cent\b)|\b(?:doubl|tripl|halv)(?:ed|ing)\b"
    r"|\bby (?:a|one) (?:half|third|quarter)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\d ?(?:%|per ?cent\b)", re.IGNORECASE)
_PORTION = re.compile(
    rf"\b(?!one\b|1\b)(?:\d+|{_NUMBER}) (?:out )?of (?:the |my |our |all |these |those )?"
    rf"(?:\d+\b|{_NUMBER})",
    re.IGNORECASE,
)
"""A share in words: "five of the six passed"; one of six is no more than a place among them."""

_NEVER_SINCE = re.compile(
    r"\b(?:no|not (?:a|an|one|once)|never|none)\b[^.;\n]{0,60}?"
    r"\b(?:since|(?:in|for) (?:[\w,]+ ){1,3}"
    r"(?:years?|months?|weeks?|days?|inspections?|audits?))\b",
    re.IGNORECASE,
)
"""What has not happened for so long: "no damage to a load in four years"."""

_CAME_OF_IT = re.compile(
    r"(?<!do )(?<!did )(?<!done )(?<!doing )"
    r"\bso (?:that|an?|the|our|their|they|he|she|it|nobody|no|every\w*)\b"
    r"|\bwhich (?:meant|means|let|saved|made|gave|stopped|ended)\b|\bas a result\b"
    r"|\b(?:led|leading) to (?:an?|the|our|its|their|fewer|less|more|no|new|better)\b"
    r"|\bresult(?:ed|ing) in\b|\b(?:no longer|for the first time)\b",
    re.IGNORECASE,
)
"""What came of it, told without a number."""

_FOUND_OUT = re.compile(
    r"\bonly (?:once|twice)\b"
    r"|\b(?:traced|diagnosed|found|discovered|spotted|noticed)\b[^.;\n]{0,80}?"
    r"\b(?:and|to an?|to the|that|before|by \w+ing|came from|was)\b",
    re.IGNORECASE,
)
"""A cause that was found, or how seldom it was."""

_UNHARMED = re.compile(
    r"\b(?:without|with no|with zero|no|zero|never) (?:an? |any |one |single |a single |had an? )*"
    r"(?:\w+ )?(?:fail\w*|accidents?|complaints?|defects?|errors?|faults?|incidents?|injur\w+"
    r"|losse?s?|damag\w*|late|lateness|downtime|delays?|returns?|recalls?|breach\w*|missed)\b",
    re.IGNORECASE,
)
"""What did not happen is an outcome too: "900 circuits without a failed audit"."""

_GAINED = re.compile(
    r"\b(?:recover|reclaim|sav|rescu|recoup)(?:ed|ing)\b[^.;\n]{0,60}[£$€] ?\d"
    r"|\b(?:took|taken|taking|shaved|knocked)\b[^.;\n]{0,20}\d[\d.,]*(?: ?%| \w+)? off (?=\w)"
    r"|\bcleared (?:an?|the) (?:[\w-]+ ){0,3}(?:backlog|difference|debts?|arrears|shortfall)\b"
    r"(?=[^.;\n]{0,40}\d)"
    r"|\b(?:clawed|won|got) back\b[^.;\n]{0,40}[£$€] ?\d"
    r"|\brais(?:ed|ing) (?:over |about |around |nearly |almost |more than |some )?[£$€] ?\d"
    r"|\b(?:won|secured|landed|brought in|awarded)\b[^.;\n]{0,40}[£$€] ?\d[^.;\n]{0,40}"
    r"\b(?:business|contracts?|funding|grants?|tenders?|accounts?|deals?|sponsorship|investment"
    r"|sales|orders?|bids?)\b"
    r"|\b(?:won|secured|landed) [^.;\n]{0,40}\b(?:business|contracts?|funding|grants?|tenders?"
    r"|accounts?|deals?|sponsorship|investment|bids?)\b[^.;\n]{0,30}[£$€] ?\d"
    r"|\b(?:found|identified|spotted|uncovered|caught|traced|detected|discovered)\b"
    r"(?=[^.;\n]{0,80}[£$€] ?\d)[^.;\n]{0,80}\b(?:errors?|mistakes?|overpa\w+|overcharg\w+"
    r"|underpa\w+|discrepanc\w+|savings?|fraud|loss(?:es)?|duplicat\w+|shortfalls?|leaks?|missing"
    r"|unpaid|unbilled|expired|waste|wrong\w*)\b",
    re.IGNORECASE,
)
"""Money or time that was found, saved or won."""

_TURNED = re.compile(
    r"\bturn(?:ed|ing) [^;\n]{0,60}\b(?:loss(?:es)?|deficit|shortfall)\b[^;\n]{0,60}"
    r"\binto [^;\n]{0,30}\b(?:profits?|surplus|gains?)\b"
    r"|\bfrom (?:(?:twice|once) )?(?P<often>a year|yearly|quarterly|monthly|weekly|daily)\b"
    r" to (?!(?P=often))(?:yearly|quarterly|monthly|weekly|daily|hourly|nightly)\b",
    re.IGNORECASE,
)
"""Into its contrary, or to another rhythm: a loss into a profit, from weekly to daily."""

_PRIZE = re.compile(
    r"\b(?:won|winner of|awarded|received|earned|voted|named|given|shortlisted for|finalist"
    r"|runner[- ]up|nominated)\b[^.;\n]{0,60}\b(?:award|prize|medal|trophy|cup|competition"
    r"|scholarship|title of|of the (?:month|quarter|year))\b"
    r"|\b\w+ of the (?:month|quarter|year)\b(?=\W*(?:award|winner|in |19|20|twice|three|\(|,|$))"
    r"|(?<!the )\b(?:award|prize|medal)\b(?=\W*(?:19|20)\d\d|\W*$| for | winner\b)"
    r"|\bfirst in (?:the |our |my |its |all |whole )*(?:region|country|county|company|class|year"
    r"|area|store|district|group|city|state|uk|ireland|division|team|world|industry)\b"
    r"|\b(?:came|placed|finished|ranked) (?:first|top|second|third|\#?1st|in the top)\b"
    r"|\btop (?:seller|performer|salesperson|scorer|biller|of (?:the|my|\d))\b",
    re.IGNORECASE,
)
_NO_PRIZE = re.compile(
    r"\b(?:level (?:\d|one|two|three|four|five)|first aid|award[- ]winning|nvq|btec)\b",
    re.IGNORECASE,
)
"""A certificate that is called an award, and the prize of somebody else."""

_PASSED = re.compile(
    r"\b(?:pass(?:ed|ing)|came through|cleared)(?! (?:on|to|out|round|over)\b)[^.;\n]{0,60}"
    r"\b(?:with (?:no|zero|distinction|merit|full marks|honours)|without an?|first time"
    r"|at the first attempt)\b",
    re.IGNORECASE,
)

_NEXT_LINE = re.compile(
    r"(?<![,;:/&(+–-])(?<!\band)(?<!\bor)(?<!\bof)(?<!\bin)(?<!\bon)(?<!\bto)(?<!\bat)(?<!\bby)"
    r"(?<!\bfor)(?<!\bthe)(?<!\ba)(?<!\ban)(?<!\bwith)(?<!\bfrom)(?<!\busing)(?<!\bas)(?<!\binto)"
    r"\n(?=[A-Z][a-z][\w’-]*,? \w)"
)

_SIZE = re.compile(r"(?<![\w.])(?!(?:19|20)\d\d\b)\d[\d.,]*\b(?!(?:st|nd|rd|th)\b)")


def parts(bullet: Bullet) -> list[Bullet]:
    """The lines that stand in one, each by itself: behind a break that no sentence runs over, a
    capital begins another. One that was only wrapped stays whole.
    """
    said, first = bullet.span.quote, bullet.span.start
    ends = [found.start() for found in _NEXT_LINE.finditer(said)]
    found = []
    for start, end in zip([0, *ends], [*ends, len(said)], strict=True):
        line = said[start:end].strip()
        at = first + start + said[start:end].index(line)
        span = bullet.span.model_copy(update={"start": at, "end": at + len(line), "quote": line})
        held = tuple(one for one in bullet.metrics if at <= one.span.start < at + len(line))
        found.append(bullet.model_copy(update={"span": span, "metrics": held}))
    return found if ends else [bullet]


def is_outcome(line: str) -> bool:
    """Whether it tells what changed, against what was before or by how much, or what was gained:
    money, a prize, a test that was passed.
    """
    return _is_change(line) or _is_prize(line)


def tells_what_came(line: str) -> bool:
    """Whether it tells in words what came of something that was done once."""
    return _CAME_OF_IT.search(line) is not None


def weakness(bullet: Bullet) -> int:
    """0 for what was changed or gained, 1 for a prize, a share, what was kept from happening or
    what came of it in words, 2 for a mere size or a cause that was found, 3 for none of these.
    """
    line = bullet.span.quote
    if _is_change(line):
        return 0
    if _is_prize(line) or _is_share_or_safe(line) or tells_what_came(line):
        return 1
    return 2 if bullet.metrics or _SIZE.search(line) or _FOUND_OUT.search(line) else 3


def _is_share_or_safe(line: str) -> bool:
    plain = _UP_TO.sub(" ", line)
    if _SHARE.search(plain) or _PORTION.search(plain) or _NEVER_SINCE.search(line):
        return True
    return bool(_SIZE.search(plain) and _UNHARMED.search(line))


def _is_change(line: str) -> bool:
    plain = _UP_TO.sub(" ", line)
    if _CHANGED.search(plain) and _AMOUNT_OF_CHANGE.search(plain):
        return True
    return any(sign.search(plain) for sign in (_GAINED, _TURNED, _PASSED))


def _is_prize(line: str) -> bool:
    return bool(_PRIZE.search(line)) and not _NO_PRIZE.search(line)
