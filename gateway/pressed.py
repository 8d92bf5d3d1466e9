"""What a button of the room says for a person, and what it is called where it was pressed."""

SAYS = {
    "pause": "Pause, please.",
    "skip": "Please skip this question.",
    "stop": "Stop, please.",
    "go on": "Go on.",
    "no": "No.",
    "next": "Next, please.",
    "again": "Try again, please.",
    "repeat": "Could you repeat the question?",
    "meaning": "What exactly do you mean?",
    "hint": "A hint, please.",
    "moment": "Let me think.",
}

_CHOSEN = {
    "pause": "to pause",
    "skip": "to skip the question",
    "stop": "to stop",
    "go on": "to go on",
    "no": "no",
    "next": "to go on to what is next",
    "again": "to try this one again",
    "repeat": "to hear the question again",
    "meaning": "to ask what is meant",
    "hint": "a hint",
    "moment": "a moment to think",
}
_BY_WORDS = {words: _CHOSEN[name] for name, words in SAYS.items()}


def chosen(text: str, kind: str) -> str | None:
    """What was chosen by a button that says `text`; None where a person answered in words."""
    return None if kind == "answer" else _BY_WORDS.get(text)
