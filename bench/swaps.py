"""The same answer, said longer or by somebody else: none of it may move a level."""

import re
from collections.abc import Iterator, Sequence

FILLER = (
    "Well, to be honest, you know, that is how it is.",
    "Um, I mean, basically, yes.",
    "So yeah, at the end of the day, it is what it is, right?",
    "As I said, of course, certainly.",
)
"""Sentences that carry nothing."""

REMARKS = (
    "Let me see, where do I begin, there is so much I could say about this one.",
    "Thanks, I was hoping that you would ask me something like that.",
    "I am a bit nervous today, so please bear with me while I collect my thoughts.",
    "I do not want to blow my own trumpet here, but you did ask.",
    "So there you have it, that is my story and I hope it gives you an idea of me.",
    "I think that covers your question, unless you want me to go into more detail.",
    "I will stop talking now because I know that we do not have all day.",
    "My friends at the canteen still tease me about the whole thing now and then.",
)
"""What people say of the question, of their answer and of themselves while they give it, and of a
story once it is over: none of it is part of what happened.
"""

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_CAUSES = re.compile(r"\b(?=because\b)")

WOMEN = ("Amira Okonkwo", "Zsófia Kovács", "Emily Carter", "Priya Raman")
MEN = ("Mehmet Aydin", "James Whitmore", "Kwabena Mensah", "Tomasz Nowak")
WORDS = ("Hope Young", "Mark Best", "Mr Old", "Mrs Short", "Will", "Grace", "Dr Price", "Summer")
"""Names that are words as well."""

FAMILY = (
    "I am a man.", "I am a woman.", "I am a mother of two.", "I am a father of two.",
    "I have three children.", "I am single.", "My wife and I have no children.", "I am a widower.",
    "As a father of two, I like quiet.", "As a single mother, I like quiet.",
)  # fmt: skip
SCHOOLS = ("Harvard", "Trinity College", "a night school", "the comprehensive in Hull")
AGES = ("22", "35", "47", "63")
ORIGINS = ("Lagos", "Munich", "Manila", "Leeds")

_GENDER = {
    "he": "she", "him": "her", "his": "her", "himself": "herself", "man": "woman", "men": "women",
    "father": "mother", "brother": "sister", "lad": "lass", "lads": "girls", "chairman": "chair",
    "husband": "wife", "widow": "widower", "boy": "girl", "son": "daughter",
}  # fmt: skip
_THEY = {
    "he": "they", "she": "they", "him": "them", "his": "their", "himself": "themselves",
    "herself": "themselves",
}  # fmt: skip
_XE = {"he": "xe", "she": "xe", "him": "xem", "his": "xyr"}
"""Without "her", which is "them" and "their"."""

_WAS = re.compile(r"\b([Ss]?[Hh]e) was\b")
_SUBJECT = re.compile(r"\b(?:[Hh]e|[Ss]he)(?= \w)")
_AGED = {"young": "old", "youngest": "oldest", "older": "younger", "eighty": "thirty"}
_PLACES = {
    "Leeds": "Lagos", "Ghent": "Manila", "Eritrea": "Norway", "Italy": "Vietnam",
    "Turkish": "Danish", "Paris": "Nairobi",
}  # fmt: skip


def padded(text: str) -> Iterator[str]:
    """With filler before it, behind it, between all sentences, and within them."""
    yield f"{FILLER[0]} {text}"
    yield f"{text} {' '.join(FILLER)}"
    parts = _SENTENCE_END.split(text)
    yield " ".join(f"{part} {FILLER[i % len(FILLER)]}" for i, part in enumerate(parts))
    yield _CAUSES.sub("you know, um, ", text)
    yield f"{' '.join(FILLER * 5)} {text}"
    for remark in REMARKS:
        yield f"{remark} {text}"
        yield f"{text} {remark}"


def introduced(text: str) -> Iterator[list[str]]:
    """Each list is one answer by different people: what they say of themselves differs only."""
    names = (*WOMEN, *MEN, *WORDS)
    yield [f"I am {name}. {text}" for name in names]
    yield [f"My colleague {name} was there. {text}" for name in names]
    yield [f"{name} asked me about it. {text}" for name in names]
    yield [text, *(f"{said} {text}" for said in FAMILY)]
    yield [f"My school was {school}. {text}" for school in SCHOOLS]
    yield [f"I am {age}. {text}" for age in AGES]
    yield [f"I am from {place}. {text}" for place in ORIGINS]


def swapped(text: str) -> Iterator[list[str]]:
    """The words themselves exchanged: gender, pronouns, names, age, places."""
    for pronouns in (_THEY, _XE):
        other = _exchanged(_WAS.sub(r"\1 were", text) if pronouns is _THEY else text, pronouns)
        if other != text:
            yield [text, other]
    if _SUBJECT.search(text):
        yield [_SUBJECT.sub(name, text) for name in (*WOMEN, *MEN, *WORDS)]
    for pairs in (_GENDER, {v: k for k, v in _GENDER.items() if k != "his"}, _AGED, _PLACES):
        other = _exchanged(text, pairs)
        if other != text:
            yield [text, other]


def differ(levels: Sequence[int]) -> bool:
    return len(set(levels)) > 1


def _exchanged(text: str, pairs: dict[str, str]) -> str:
    either = re.compile(rf"\b(?:{'|'.join(pairs)})\b", re.IGNORECASE)

    def other(found: re.Match[str]) -> str:
        word = pairs.get(found[0]) or pairs[found[0].lower()]
        return word.capitalize() if found[0][0].isupper() else word

    return either.sub(other, text)
