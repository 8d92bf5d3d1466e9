"""What the demo account has gone through: two documents, how they fit, and one finished interview.

The answers are prepared ones of an invented person, told one by one to whatever is asked.
"""

import re
import tomllib
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any

from ops.demo.caller import Caller, patiently

_SAMPLES = Path(__file__).parent / "samples"
_WORD = re.compile(r"[^\W\d_]{4,}")
_QUOTED = re.compile(r"“([^”]*)”")
_SKIP, _NEXT = "Skip this one, please.", "Next."


@dataclass(frozen=True)
class _Prepared:
    """One answer: what it may be told about, its words, and what is added when it is asked for,

    by the type of evidence.
    """

    competencies: frozenset[str]
    text: str
    more: dict[str, str]


@dataclass(frozen=True)
class Life:
    """Lived by somebody who is signed in."""

    caller: Caller

    def live(self) -> None:
        """Make what is missing. Raises NotMade. Leaves an account alone that deleted anything."""
        if self.caller.get("/privacy/cases")["cases"]:
            return
        if self.caller.get("/interviews")["interviews"]:
            return
        self._interview(self._fit())

    def _fit(self) -> str:
        """The id of the finished fit report of the two samples."""
        has = self.caller.get("/documents")
        resume = self._document(has["resumes"], "resume", "Platform engineer")
        job = self._document(has["job_descriptions"], "job_description", "Senior Backend Engineer")
        for path in (f"/resumes/{resume}", f"/job-descriptions/{job}"):
            self._wait(path, "the samples have not been analysed")
        body = {"resume_id": resume, "job_description_id": job}
        fits = has["fits"] or [self.caller.post(HTTPStatus.ACCEPTED, "/fits", body)]
        fit = str(fits[0]["fit_id"])
        self._wait(f"/fits/{fit}", "the samples have not been compared")
        return fit

    def _document(self, has: list[dict[str, Any]], kind: str, title: str) -> str:
        """The id of the one that is there, or of the sample that is added now."""
        if has:
            return str(has[0][f"{kind}_id"])
        text = (_SAMPLES / f"{kind}.txt").read_text(encoding="utf-8")
        path = f"/{kind.replace('_', '-')}s"
        made = self.caller.post(HTTPStatus.ACCEPTED, path, {"title": title, "text": text})
        return str(made[f"{kind}_id"])

    def _wait(self, path: str, otherwise: str) -> None:
        patiently(lambda: self.caller.get(path)["state"] == "done", otherwise)

    def _interview(self, fit: str) -> None:
        body = {"fit_id": fit, "mode": "practice"}
        planned = self.caller.post(HTTPStatus.CREATED, "/interviews", body)
        at = f"/interviews/{planned['interview_id']}"
        answers = _Answers(_prepared(), planned["plan"]["questions"])
        view = self.caller.post(HTTPStatus.OK, f"{at}/start", {})
        while view["asked"]:
            said = {
                "turn_id": str(uuid.uuid4()),
                "asked": view["asked"]["turn_id"],
                "text": answers.to(view["asked"]),
            }
            view = self.caller.post(HTTPStatus.OK, f"{at}/answers", said)
        self.caller.post(HTTPStatus.OK, f"{at}/finish", {})
        self._wait_for_report(at)

    def _wait_for_report(self, at: str) -> None:
        """Drills, stories and progress grow out of it, and it is made when it is asked for."""
        patiently(
            lambda: self.caller.ask("GET", f"{at}/report")[0] == HTTPStatus.OK,
            "the interview has not been read",
        )


class _Answers:
    """Finds what to say: each answer once, the nearest to the question first."""

    def __init__(self, prepared: list[_Prepared], questions: list[dict[str, Any]]) -> None:
        self._left = prepared
        self._questions = {one["id"]: one for one in questions}
        self._more: dict[str, str] = {}

    def to(self, asked: dict[str, Any]) -> str:
        if asked["kind"] == "between":
            return _NEXT
        question = self._questions[asked["question_id"]]
        if asked["kind"] != "question":
            wants = (one for one in question["probes"] if asked["text"].endswith(one["ask"]))
            wanted_type = next((one["if_missing"] for one in wants), "")
            return self._more.pop(wanted_type, _SKIP)
        wanted = set(question["competencies"])
        near = [one for one in self._left if one.competencies & wanted]
        if not near:
            return _SKIP
        named = _words(_QUOTED.findall(asked["text"]) or [asked["text"]])
        best = max(near, key=lambda one: len(named & _words([one.text])))
        self._left.remove(best)
        self._more = dict(best.more)
        return best.text


def _words(texts: Iterable[str]) -> set[str]:
    return {word.lower() for text in texts for word in _WORD.findall(text)}


def _prepared() -> list[_Prepared]:
    read = tomllib.loads((_SAMPLES / "answers.toml").read_text(encoding="utf-8"))
    return [
        _Prepared(frozenset(one["competencies"]), one["text"].strip(), one["more"])
        for one in read["answers"]
    ]
