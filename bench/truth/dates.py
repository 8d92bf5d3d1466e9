"""The ways in which résumés write when something was, in four languages."""

from enum import StrEnum


class Style(StrEnum):
    """Named by an example or by what it does."""

    LONG = "March 2019 – Present"
    SHORT = "Mar 2019 - Present"
    UPPER = "MARCH 2019 - PRESENT"
    SLASH = "03/2019 – Present"
    DOT = "03.2019 - Present"
    ISO = "2019-03 – Present"
    YEAR = "2019–Present"
    TO = "Mar 2019 to Present"
    QUOTE = "Mar ’19 – Present"
    SINCE = "since March 2019"


_LONG = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre"
    " diciembre",
}
_SHORT = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "de": "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "es": "ene. feb. mar. abr. may. jun. jul. ago. sept. oct. nov. dic.",
}
_NOW = {"en": "Present", "de": "heute", "fr": "aujourd'hui", "es": "actualidad"}
_TO = {"en": "to", "de": "bis", "fr": "à", "es": "a"}
_SINCE = {"en": "Since", "de": "seit", "fr": "depuis", "es": "desde"}
_JOINS = {
    Style.SHORT: " - ", Style.UPPER: " - ", Style.DOT: " - ", Style.YEAR: "–",
}  # fmt: skip


def span(language: str, style: Style, start: str, end: str) -> str:
    """What the page says for `start` to `end`; an empty end is now."""
    first = _moment(language, style, start)
    if style is Style.SINCE and not end:
        return f"{_SINCE[language]} {first}"
    last = _moment(language, style, end) if end else _NOW[language]
    join = f" {_TO[language]} " if style is Style.TO else _JOINS.get(style, " – ")
    said = f"{first}{join}{last}"
    return said.upper() if style is Style.UPPER else said


def meant(style: Style, month: str) -> str:
    """What can be read of a month in this style."""
    return month[:4] if style is Style.YEAR else month


def _moment(language: str, style: Style, month: str) -> str:
    year, number = month[:4], month[5:]
    if style is Style.YEAR or not number:
        return year
    numeric = {Style.SLASH: f"{number}/{year}", Style.DOT: f"{number}.{year}", Style.ISO: month}
    if style in numeric:
        return numeric[style]
    is_long = style in (Style.LONG, Style.UPPER, Style.SINCE)
    name = (_LONG if is_long else _SHORT)[language].split()[int(number) - 1]
    if style is Style.QUOTE:
        return f"{name} ’{year[2:]}"
    return f"{name} de {year}" if language == "es" and is_long else f"{name} {year}"
