"""Résumés of other people's test suites, read where somebody has put them beside the project."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from bench.truth.facts import NOW, Facts, RoleFacts, StudyFacts
from services.documents.rules.resume.dates.periods import periods

MULTI_DEGREE = "multi-degree-coursework"
RENDERCV = "rendercv-classic"


def elsewhere(folder: Path) -> Iterator[tuple[Path, Facts]]:
    """Each file that is there, with the truth that its authors wrote; nothing where none is."""
    for name, read in ((MULTI_DEGREE, _multi_degree), (RENDERCV, _rendercv)):
        paths = [folder / f"{name}.pdf", *folder.glob(f"{name}.truth.*")]
        if len(paths) > 1 and all(path.exists() for path in paths):
            yield paths[0], read(yaml.safe_load(paths[1].read_text()))
    for path in folder.glob("*.resume.json"):
        yield path, _json_resume(json.loads(path.read_text()))


def _multi_degree(said: dict[str, Any]) -> Facts:
    contact = said["contact"]
    roles = []
    for role in said["experience"]:
        (period,) = periods(role["dates"])
        ends = (str(period.first), str(period.last) if period.last else NOW)
        roles.append(RoleFacts(role["title"], role["company"], *ends, bullets=None))
    return Facts(
        single={"name": contact["full_name"], "email": contact["email"], "phone": contact["phone"]},
        links=None,
        roles=tuple(roles),
        education=tuple(
            StudyFacts(study["degree"], study["institution"], None) for study in said["education"]
        ),
        certifications=None,
        languages=None,
        skills=tuple(frozenset({skill}) for skill in said["skills"]),
        metrics=None,
        prose=None,
    )


def _rendercv(said: dict[str, Any]) -> Facts:
    person, sections = said["cv"], said["cv"]["sections"]
    return Facts(
        single={"name": person["name"], "email": person["email"], "place": person["location"]},
        links=None,
        roles=tuple(
            RoleFacts(
                role["position"],
                role["company"],
                role["start_date"],
                NOW if role["end_date"] == "present" else role["end_date"],
                bullets=None,
            )
            for role in sections["experience"]
        ),
        education=tuple(
            StudyFacts(
                study["degree"],
                study["institution"],
                f"{study['start_date']} {study['end_date']}",
            )
            for study in sections["education"]
        ),
        certifications=None,
        languages=None,
        skills=None,
        metrics=None,
    )


def _json_resume(said: dict[str, Any]) -> Facts:
    basics = said["basics"]
    single = {field: basics[field] for field in ("name", "email", "phone")}
    return Facts(
        single={**single, "headline": basics["label"]},
        links=None,
        roles=tuple(
            RoleFacts(
                role["position"],
                role["name"],
                role["startDate"][:7],
                role.get("endDate", NOW)[:7],
                tuple(role["highlights"]),
            )
            for role in said["work"]
        ),
        education=tuple(
            StudyFacts(
                f"{study['studyType']} in {study['area']}",
                study["institution"],
                f"{study['startDate'][:7]} {study['endDate'][:7]}",
            )
            for study in said["education"]
        ),
        certifications=None,
        languages=tuple(f"{one['language']} {one['fluency']}" for one in said["languages"]),
        skills=None,
        metrics=None,
    )
