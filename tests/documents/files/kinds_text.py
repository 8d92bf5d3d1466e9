"""Kinds of text, and of what is no document at all, each with the state that it must end in."""

from functools import partial

from contracts.extraction import ExtractionState as State
from tests.documents.files import hostile
from tests.documents.files import hostile_text as text
from tests.documents.files.hostile import FILLER, Kinds

KINDS: Kinds = {
    "tar": (text.tar, State.UNSUPPORTED),
    "database": (text.database, State.UNSUPPORTED),
    "movie": (text.movie, State.UNSUPPORTED),
    "sound": (lambda: b"ID3\x04\0\0" + text.noise(400), State.UNSUPPORTED),
    "noise": (lambda: text.noise(50_000), State.UNSUPPORTED),
    "postscript": (lambda: b"%!PS-Adobe-3.0\n" + FILLER.encode() * 4, State.UNSUPPORTED),
    "bzip": (lambda: b"BZh91AY&SY" + text.noise(400), State.UNSUPPORTED),
    "a mark and nothing": (lambda: b"\xff\xfe", State.EMPTY),
    "utf-16 of odd length": (lambda: text.utf16() + b"x", State.UNSUPPORTED),
    "utf-8 that is none": (
        lambda: FILLER.encode() * 4 + b"\xc3\x28\xf0\x28\x8c\x28\xed\xa0\x80",
        State.OK,
    ),
    "text that is all turned around": (text.everything_turned, State.OK),
    "text of tag characters": (text.of_tags, State.OK),
    "text without shape": (text.shapeless, State.EMPTY),
    "text under marks": (text.zalgo, State.OK),
    "letters without end": (partial(text.long_of, "a"), State.OK),
    "brackets without end": (partial(text.long_of, "("), State.OK),
    "figures without end": (partial(text.long_of, "1"), State.OK),
    "dates without end": (partial(text.long_of, "2019 - 2020 "), State.OK),
    "lines of dates without end": (partial(text.long_of, "Baker, Hollin 2019 - 2020\n"), State.OK),
    "signs without end": (partial(text.long_of, "@"), State.OK),
    "addresses without end": (partial(text.long_of, "a@a."), State.OK),
    "stars without end": (partial(text.long_of, "*a*_**"), State.OK),
    "quotes without end": (partial(text.long_of, ">"), State.OK),
    "links without end": (partial(text.long_of, "[a](https://"), State.OK),
    "bullets without end": (partial(text.long_of, "- \n"), State.OK),
    "commas without end": (partial(text.long_of, "a,"), State.OK),
    "capitals without end": (partial(text.long_of, "EXPERIENCE\n"), State.OK),
    "page of scripts": (
        lambda: b"<html><body><script>" + FILLER.encode() * 9 + b"</script><div></div>",
        State.EMPTY,
    ),
    "page of styles": (lambda: text.html("", "<style>" + "a{}" * 100_000 + "</style>"), State.OK),
    "page with an open comment": (lambda: text.html("<!-- SECRET " + FILLER * 20), State.OK),
    "page with an open attribute": (lambda: text.html('<div class="' + FILLER * 2000), State.OK),
    "page of attributes": (
        lambda: text.html("<div " + " ".join(f"a{n}=1" for n in range(30_000)) + "></div>"),
        State.OK,
    ),
    "page of entities": (lambda: text.html("&#x110000; &#0; &#xD800; &amp;" * 5000), State.OK),
    "page of open elements": (lambda: text.html("<b>" * 500 + FILLER), State.OK),
    "page of tables in tables": (lambda: text.html("<table><tr><td>" * 300), State.OK),
    "page as plain text": (lambda: text.html("<plaintext><script>" + FILLER), State.OK),
    "page that hides": (
        lambda: text.html(f'<div style="display:none">SECRET {FILLER}</div>'),
        State.OK,
    ),
    "page that goes elsewhere": (
        lambda: text.html(
            f'<iframe src="{hostile.LOCAL_FILE}"></iframe>',
            '<meta http-equiv="refresh" content="0;url=http://example.org/">',
        ),
        State.OK,
    ),
    "page with a picture inside": (
        lambda: text.html('<img src="data:image/png;base64,' + "A" * 600_000 + '">'),
        State.OK,
    ),
    "json of lists": (hostile.deep_json, State.TOO_LARGE),
    "json of wrong kinds": (
        lambda: b'{"basics": ["' + FILLER.encode() * 3 + b'"], "work": "x", "skills": 7}',
        State.UNSUPPORTED,
    ),
    "json with a number without end": (
        lambda: text.raw_json('"work": [{"startDate": ' + "9" * 100_000 + "}]"),
        State.UNREADABLE,
    ),
    "json with no number": (
        lambda: text.raw_json('"work": [{"startDate": NaN, "name": 1e999}]'),
        State.OK,
    ),
    "json with the same name twice": (
        lambda: text.raw_json('"work": [], "work": [{"name": "Hollin"}]'),
        State.OK,
    ),
    "json of null": (
        lambda: text.json_resume(
            work=None, education=[None], skills=[{"name": None, "keywords": None}]
        ),
        State.OK,
    ),
    "json of objects in objects": (
        lambda: text.json_resume(work=[{"position": {"a": {"b": "c"}}, "highlights": {"x": 1}}]),
        State.OK,
    ),
    "json of fifty thousand roles": (
        lambda: text.json_resume(work=[{"name": "H", "position": "Baker"}] * 50_000),
        State.TOO_LARGE,
    ),
    "json of half surrogates": (
        lambda: text.raw_json('"work": [{"position": "\\ud800 baker"}]'),
        State.UNREADABLE,
    ),
}
