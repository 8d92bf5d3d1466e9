"""A person as one layout says it: the words that go on the page, ready to be placed."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from bench.truth.dates import Style, span
from bench.truth.layouts import Layout, Name
from bench.truth.people import Person, Stay, Study

_HEADINGS = {
    "en": {
        "summary": "Summary|Profile|About Me|Professional Summary",
        "experience": "Experience|Work Experience|Professional Experience|Employment History",
        "education": "Education|Education|Academic Background|Qualifications",
        "skills": "Skills|Key Skills|Core Competencies|Skills & Tools",
        "languages": "Languages|Languages|Language Skills|Languages",
        "certifications": "Certifications|Certificates|Licenses & Certifications|Certifications",
        "contact": "Contact|Contact|Contact Details|Get in Touch",
    },
    "de": {
        "summary": "Profil|Kurzprofil|Über mich|Zusammenfassung",
        "experience": "Berufserfahrung|Beruflicher Werdegang|Berufserfahrung|Berufspraxis",
        "education": "Ausbildung|Studium|Bildungsweg|Ausbildung",
        "skills": "Kenntnisse|Fähigkeiten|Kompetenzen|Fachkenntnisse",
        "languages": "Sprachen|Sprachkenntnisse|Sprachen|Sprachen",
        "certifications": "Zertifikate|Weiterbildung|Zertifikate|Weiterbildungen",
        "contact": "Kontakt|Kontakt|Persönliche Daten|Kontakt",
    },
    "fr": {
        "summary": "Profil|À propos|Profil professionnel|Résumé",
        "experience": "Expérience professionnelle|Expériences professionnelles|Expériences"
        "|Parcours professionnel",
        "education": "Formation|Formations|Études|Diplômes",
        "skills": "Compétences|Compétences techniques|Compétences|Aptitudes",
        "languages": "Langues|Langues|Langues|Langues",
        "certifications": "Certifications|Certificats|Certifications|Certifications",
        "contact": "Contact|Coordonnées|Contact|Coordonnées",
    },
    "es": {
        "summary": "Perfil|Perfil profesional|Sobre mí|Resumen",
        "experience": "Experiencia|Experiencia profesional|Experiencia laboral"
        "|Trayectoria profesional",
        "education": "Formación|Educación|Formación académica|Estudios",
        "skills": "Habilidades|Competencias|Conocimientos|Habilidades técnicas",
        "languages": "Idiomas|Idiomas|Idiomas|Idiomas",
        "certifications": "Certificaciones|Certificaciones|Cursos|Certificaciones",
        "contact": "Contacto|Contacto|Datos personales|Contacto",
    },
}


@dataclass(frozen=True)
class Sheet:
    person: Person
    layout: Layout

    @property
    def name(self) -> str:
        """On two lines where the layout wants them and there are two words to part."""
        name = self.person.name
        if self.layout.name_as is Name.CAPITALS:
            return name.upper()
        if self.layout.name_as is Name.TWO_LINES:
            first, _, rest = name.partition(" ")
            return f"{first}\n{rest}" if rest else name
        return name

    @property
    def contact(self) -> tuple[str, ...]:
        person = self.person
        return (person.email, person.phone, person.place, *person.links)

    def heading(self, section: str) -> str:
        words = _HEADINGS[self.person.language][section]
        return words.split("|")[self.layout.headings]

    def when(self, stay: Stay) -> str:
        return span(self.person.language, self.layout.dates, stay.start, stay.end)

    def studied(self, study: Study) -> str:
        return span(self.person.language, Style.YEAR, study.start, study.end).replace("–", " – ")

    def employers(self) -> Iterator[tuple[str, list[Stay]]]:
        """Roles in a row at one employer together, where the layout groups them."""
        if not self.layout.is_grouped:
            yield from ((stay.employer, [stay]) for stay in self.person.stays)
            return
        for employer, stays in groupby(self.person.stays, lambda stay: stay.employer):
            yield employer, list(stays)

    def languages(self, pattern: str) -> list[str]:
        """With a pattern such as `{} ({})`."""
        return [pattern.format(*said) for said in self.person.languages]

    def certificates(self, pattern: str) -> list[str]:
        """With a pattern such as `{0}, {1} ({2})`: name, issuer, year."""
        return [pattern.format(*held) for held in self.person.certifications]
