"""What a line asks for, without the words that say how much it is wanted: "SIA licence" of "SIA
licence would be an advantage". Read aloud behind "the job asks for", only the one is a sentence.
"""

import re

from contracts.evidence import Span

_WANTED = (
    r"(?:must(?:[- ]have)?|essential|required|requirement|desirable|desired|preferred"
    r"|advantage(?:ous)?|necessary|needed|useful|helpful|beneficial|benefit|plus|bonus|mandatory"
    r"|ideal|welcome|asset|nice[- ]to[- ]have)"
)
_HOW = r"(?:(?:an?|also|highly|very|much|absolutely|strongly|distinct|definite|big|real|great) )*"
_BUT = (
    r"(?:,? (?:(?:but|though|although|and) )?(?:(?:it )?is |it['’]s )?not"
    r" (?:strictly |absolutely )?(?:essential|required|needed|necessary|mandatory|vital))?"
)
_TOLD_BEHIND = re.compile(
    rf"(?:,? (?:is|are|would be|will be)(?: (?:all|both))? {_HOW}(?:{_WANTED}|great){_BUT}"
    rf"|[,;:(–-] ?\(?(?:[–-] )?{_HOW}{_WANTED}{_BUT}\)?"
    rf"| (?:an?|is) (?:must|plus|bonus|advantage)"
    r"| (?:preferred|required|advantageous|desirable|helpful))"
    r"\W*$",
    re.IGNORECASE,
)
_NOT_ALONE = re.compile(
    r"\b(?:what|as|where|if|when|that|which)\b[^,;:(]*$|\bthe\b[^,;:(]*$", re.IGNORECASE
)
"""Before words that belong to the sentence: "what is needed", "to the standard required"."""

_TOLD_BEFORE = re.compile(
    r"^\W*(?:(?:you(?:[’']ll| will)? )?(?:must |should |need to |will )*(?:have|hold|possess) "
    r"(?!been\b|worked\b|led\b|done\b)(?:an? (?=\w))?|(?:to )?be (?=an? ))",
    re.IGNORECASE,
)


def demand_in(line: Span) -> Span:
    """The part of `line` that is asked for; all of it where nothing else stands in it."""
    said = line.quote
    behind = _TOLD_BEHIND.search(said)
    end = behind.start() if behind and not _NOT_ALONE.search(said[: behind.start()]) else len(said)
    before = _TOLD_BEFORE.match(said)
    start = before.end() if before else 0
    kept = said[start:end]
    if kept.count("(") > kept.count(")"):
        kept = kept[: kept.rindex("(")]
    kept = kept.rstrip(" ,;:–-(")
    if not kept:
        return line
    return line.model_copy(
        update={
            "start": line.start + start,
            "end": line.start + start + len(kept),
            "quote": kept,
        }
    )
