"""A published résumé parser, read in its own environment: `python reading_peer.py <files>`.

leverparser 0.1.0 (MIT), the one on PyPI that reads PDF, DOCX and text by rules alone and offers
roles, schools and dates. Prints one JSON object per line and file. Imports nothing of the project.
"""

import json
import logging
import sys
from collections.abc import Iterator
from typing import Any

PACKAGE = "leverparser==0.1.0"


def read(parser: Any, path: str) -> dict[str, Any]:
    """Its answer under our names; everything empty where it fails."""
    try:
        resume = parser.parse(path)
    except Exception:  # noqa: BLE001 - whatever it raises, it has not read the file
        return {"single": {}, "roles": [], "education": [], "certifications": [], "skills": []}
    contact = resume.contact_info
    single = {
        "name": contact.name, "email": contact.email, "phone": contact.phone,
        "place": contact.address,
    }  # fmt: skip
    return {
        "single": {name: said for name, said in single.items() if said},
        "links": [said for said in (contact.linkedin, contact.github, contact.website) if said],
        "roles": [
            [role.title or "", role.company or "", _month(role.start_date),
             "now" if role.current else _month(role.end_date), role.responsibilities]
            for role in resume.experience
        ],
        "education": [
            [study.degree or "", study.institution or ""] for study in resume.education
        ],
        "certifications": [held.name for held in resume.certifications if held.name],
        "skills": [skill.name for skill in resume.skills],
    }  # fmt: skip


def _month(day: Any) -> str:
    return f"{day:%Y-%m}" if day else ""


def answers(paths: list[str]) -> Iterator[str]:
    from pyresume import ResumeParser  # noqa: PLC0415 - only the environment of the peer has it

    parser = ResumeParser()
    for path in paths:
        yield json.dumps(read(parser, path))


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    print("\n".join(answers(sys.argv[1:])))
