"""Whether a sentence says that somebody is unwell now.

It is met with care, and it is evidence of nothing: neither for a level nor for a story.
"""

import re

from chassis.hearing.lexicon import even, sign_lists

_JOINT = re.compile(
    r"\W*[;:,.!?–—]\W*|\W+(?:and|but|so|because)\b"
    r"(?= (?:i|it|this|my|everything|nothing|all|the room)\b)",
    re.IGNORECASE,
)

_HASTY_I = re.compile(r"\b(i)(m|ve)\b", re.IGNORECASE)
_HASTY_NOT = re.compile(r"\b(ca|do|does|did|is|was|wo|have|has|should)nt\b", re.IGNORECASE)


_POLITE = re.compile(r"(?<=\w),? i(?:’m| am) afraid\b(?=\W*$)", re.IGNORECASE)
"""Behind what one says it is a regret: "we had no budget, I’m afraid"."""


def is_distress(sentence: str) -> bool:
    """Whether it says so and nothing else: "I was anxious" and "I am anxious, so I ask" tell."""
    feeling, beside = (sign_lists("distress.toml")[name] for name in ("feeling", "beside"))
    cut = _clauses(sentence)
    felt = [clause for clause in cut if feeling.match(clause)]
    return bool(felt) and all(clause in felt or beside.match(clause) for clause in cut)


def ends_in_distress(sentence: str) -> bool:
    """Whether that is what a sentence comes to: "the room is spinning and I am panicking"."""
    cut = _clauses(sentence)
    is_case = bool(cut) and bool(sign_lists("distress.toml")["case"].match(cut[0]))
    return is_distress(sentence) or (
        bool(cut) and not is_case and bool(sign_lists("distress.toml")["feeling"].match(cut[-1]))
    )


def holds_distress(sentence: str) -> bool:
    """Whether it is said anywhere in a sentence, beside what else is the matter: "my friend has
    died and I cannot talk". What happens when something is so is told.
    """
    feeling, case = (sign_lists("distress.toml")[name] for name in ("feeling", "case"))
    cut = _clauses(sentence)
    return bool(cut) and not case.match(cut[0]) and any(feeling.match(clause) for clause in cut)


def spelled(sentence: str) -> str:
    """With the apostrophes that are left out in haste: "im", "cant", "dont"."""
    return _HASTY_NOT.sub(r"\1n’t", _HASTY_I.sub(r"\1’\2", even(sentence)))


def _clauses(sentence: str) -> list[str]:
    plain = _POLITE.sub("", spelled(sentence))
    return [one for one in (part.strip() for part in _JOINT.split(plain)) if one]
