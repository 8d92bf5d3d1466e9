"""What every template can use: words, times, assets, who is reading."""

import hashlib
from calendar import month_name
from datetime import datetime
from functools import cache
from itertools import cycle
from pathlib import Path

from flask import Flask, render_template, request, url_for
from markupsafe import Markup, escape

from chassis.errors import MiraError
from contracts.auth import Entrance
from gateway.notices import NOTICES
from gateway.numbering import numbered
from gateway.pressed import SAYS, chosen
from gateway.session import visitor
from gateway.words import (
    apart_words,
    claim_advice,
    claim_word,
    dimension,
    field_name,
    label,
    mode_name,
    scope_of,
    sending_outcome,
    size,
    standing,
)

STATIC = Path(__file__).parent / "static"


def install(app: Flask) -> None:
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters |= {
        "label": label,
        "apart_words": apart_words,
        "mode_name": mode_name,
        "scope_of": scope_of,
        "claim_word": claim_word,
        "claim_advice": claim_advice,
        "dimension": dimension,
        "field_name": field_name,
        "size": size,
        "sending_outcome": sending_outcome,
        "standing": standing,
        "numbered": numbered,
        "when": when,
        "percent": percent,
        "month": month,
        "ticked": ticked,
        "chosen": chosen,
    }
    app.jinja_env.globals |= {
        "asset": asset,
        "says": SAYS,
        "csrf_token": csrf_token,
        "notice": notice,
        "reader": reader,
        "is_fragment": is_fragment,
    }


def shown(page: str, fragment: str, **values: object) -> str:
    """`fragment` where htmx asks for the part that changes, else the whole `page`."""
    return render_template(fragment if is_fragment() else page, **values)


def is_fragment() -> bool:
    return "HX-Request" in request.headers


def when(at: datetime) -> Markup:
    """A time in UTC, with the machine's form for the script that shows the reader's own zone."""
    return Markup('<time datetime="{}">{}</time>').format(
        at.isoformat(timespec="seconds"), f"{at:%d %B %Y, %H:%M} UTC".lstrip("0")
    )


def percent(share: float) -> int:
    """A share in [0, 1] as 0 to 100."""
    return round(share * 100)


def month(at: str) -> str:
    """`2021-03` as March 2021; a bare year stays one."""
    year, _, number = at.partition("-")
    return f"{month_name[int(number)]} {year}" if number else year


def ticked(text: str) -> Markup:
    """Text of ours where `words` between backticks are code."""
    parts = text.split("`")
    marked = [
        Markup("<code>{}</code>").format(part) if odd else escape(part)
        for odd, part in zip(cycle((False, True)), parts, strict=False)
    ]
    return Markup("").join(marked)


@cache
def asset(name: str) -> str:
    """The address of a static file, with a fingerprint so that browsers may keep it for good."""
    fingerprint = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return url_for("static", filename=name, v=fingerprint)


def reader() -> Entrance | None:
    """Who is signed in, for the navigation; a page must not fail because auth is away."""
    try:
        who = visitor()
    except MiraError:
        return None
    return who.entrance if who else None


def csrf_token() -> str:
    who = reader()
    return who.csrf if who else ""


def notice() -> str:
    """The notice that a redirect left in the address, out of a closed set."""
    return NOTICES.get(request.args.get("notice", ""), "")
