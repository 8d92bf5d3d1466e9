"""What became of a file, in words: what it was, what was left out of it, why it was refused."""

from dataclasses import dataclass

from contracts.extraction import ExtractionState

FORMATS = {
    "pdf": "PDF",
    "docx": "Word (DOCX)",
    "html": "HTML",
    "markdown": "Markdown",
    "json_resume": "JSON Resume",
    "text": "Plain text",
}
HIDDEN = {
    "white": "Text in the colour of the page",
    "low_contrast": "Text so pale that nobody can read it",
    "tiny": "Text too small to read",
    "mode3": "Text that is drawn invisibly",
    "transparent": "Text that is transparent",
    "covered": "Text under a shape or a picture",
    "offpage": "Text outside the page",
    "layer": "Text on a layer that is switched off",
    "clipped": "Text outside of the frame that it is cut to",
    "vanish": "Text marked as hidden in Word",
    "hidden_element": "Parts of the page that a browser does not show",
    "hidden_style": "Text that its style hides",
    "zero_width": "Characters without width",
    "direction": "Marks that turn the direction of text around",
    "tag": "Invisible tag characters, which spell out words for programs",
}
NOTICED = {
    "page_without_text": "A page has no text: a picture of text cannot be read.",
    "script_ignored": "The file holds a script. It was not run.",
    "attachment_ignored": "The file holds another file. It was not opened.",
    "external_reference_ignored": "The file refers to something elsewhere. It was not fetched.",
    "unsafe_name_ignored": "A part of the file has a name that leads out of it. It was not opened.",
}
"""Everything else that the reader of files tells; what is not listed is told by its code."""


@dataclass(frozen=True)
class Refusal:
    """Why nothing was read, and what to do instead."""

    why: str
    instead: str


_PASTE = "Or paste the text: that always works."
_REFUSALS = {
    ExtractionState.SCANNED: Refusal(
        "This looks like a scan: pictures of pages, without text in them.",
        "Export it as PDF from the program that it was written in.",
    ),
    ExtractionState.PASSWORD: Refusal(
        "This file is protected by a password.", "Save a copy without the password."
    ),
    ExtractionState.TOO_LARGE: Refusal(
        "This file is over a limit: 5 MB, 30 pages, 200,000 characters.",
        "Shorten it to the part that matters.",
    ),
    ExtractionState.BOMB: Refusal(
        "This file unpacks to far more than its size, so it was not opened.",
        "Export it anew from your word processor.",
    ),
    ExtractionState.UNSUPPORTED: Refusal(
        "This kind of file cannot be read here.",
        "Export it as PDF, DOCX, TXT, Markdown, HTML or JSON Resume.",
    ),
    ExtractionState.EMPTY: Refusal(
        "There is hardly any text in this file.", "Check that it is the right one."
    ),
    ExtractionState.UNREADABLE: Refusal(
        "This file is damaged: it could not be read to its end.",
        "Export it anew from the program that it was written in.",
    ),
}
_PICTURE = Refusal(
    "This is a picture, and text in pictures cannot be read here.",
    "Export the document itself as PDF or DOCX.",
)
_PACKED = Refusal("This is an archive of files.", "Unpack it, and add the one file that is meant.")
_PRECISE = {
    (ExtractionState.TOO_LARGE, "pages"): Refusal(
        "This file has more than 30 pages, which is the limit.",
        "Export the pages that are meant.",
    ),
    (ExtractionState.TOO_LARGE, "bytes"): Refusal(
        "This file is larger than 5 MB, which is the limit.",
        "Export it without pictures: a page of text needs very little.",
    ),
    (ExtractionState.TOO_LARGE, "characters"): Refusal(
        "There are more than 200,000 characters in this file, which is the limit.",
        "Shorten it to the part that matters.",
    ),
    (ExtractionState.EMPTY, "all_hidden"): Refusal(
        "What text there is in this file is such that no reader of the page can see it.",
        "Give it a colour and a size that can be read.",
    ),
    **{
        (ExtractionState.UNSUPPORTED, kind): _PICTURE
        for kind in ("png", "jpeg", "gif", "tiff", "bmp", "webp")
    },
    **{(ExtractionState.UNSUPPORTED, kind): _PACKED for kind in ("gzip", "7z", "rar", "archive")},
    (ExtractionState.UNSUPPORTED, "legacy_office"): Refusal(
        "This is a file of an older Word (.doc) or another older Office program.",
        "Open it there and save it as DOCX or PDF.",
    ),
    (ExtractionState.UNSUPPORTED, "odt"): Refusal(
        "This is an OpenDocument file (.odt).", "Export it as PDF or DOCX from LibreOffice."
    ),
    (ExtractionState.UNSUPPORTED, "rtf"): Refusal(
        "This is a file in Rich Text Format (.rtf).", "Save it as DOCX or PDF."
    ),
    (ExtractionState.UNSUPPORTED, "pages"): Refusal(
        "This is a file of Apple Pages.", "Export it as PDF or Word from Pages."
    ),
    (ExtractionState.UNSUPPORTED, "xlsx"): Refusal(
        "This is a spreadsheet.", "Print it into a PDF, or save it as text."
    ),
    (ExtractionState.UNSUPPORTED, "pptx"): Refusal("This is a presentation.", "Export it as PDF."),
    (ExtractionState.UNSUPPORTED, "json"): Refusal(
        "This is JSON, but no JSON Resume: it has no “basics”.",
        "See jsonresume.org for the form.",
    ),
    (ExtractionState.UNREADABLE, "broken_json"): Refusal(
        "This is JSON that is cut short or has a mistake in it.",
        "Save it again from the program that made it.",
    ),
    (ExtractionState.UNREADABLE, "broken_archive"): Refusal(
        "This is a Word file or an archive that is damaged: it could not be opened.",
        "Save it again as DOCX or PDF.",
    ),
    (ExtractionState.UNSUPPORTED, "epub"): Refusal("This is an e-book.", "Export it as PDF."),
    (ExtractionState.UNSUPPORTED, "xml"): Refusal(
        "This is XML or a drawing, and no document.", "Export the document as PDF or DOCX."
    ),
}
_OF_A_JOB = {
    (ExtractionState.EMPTY, ""): Refusal(
        "There is hardly any text in this.", "Give it whole, from its title to its end."
    ),
    (ExtractionState.UNSUPPORTED, ""): Refusal(
        "This kind of file cannot be read here.", "Export it as PDF, DOCX, TXT, Markdown or HTML."
    ),
    (ExtractionState.UNSUPPORTED, "json"): Refusal(
        "This is JSON, which is for programs.", "Save the page of the job as HTML or PDF."
    ),
}
"""Where another thing is to be done about a job description than about a résumé."""


def refusal_of(code: str) -> Refusal | None:
    """Of a code such as `resume-unsupported-legacy-office`; None where it is about no file."""
    what, _, why = code.partition("-")
    for state in ExtractionState:
        begins = state.replace("_", "-")
        if what in ("resume", "job") and (why == begins or why.startswith(f"{begins}-")):
            detail = why[len(begins) + 1 :].replace("-", "_")
            return refusal(state, detail, is_job=what == "job")
    return None


def refusal(state: ExtractionState | None, detail: str | None, *, is_job: bool = False) -> Refusal:
    """As precisely as the reader of files told it."""
    known = {**_PRECISE, **_OF_A_JOB} if is_job else _PRECISE
    general = known.get((state, "")) or _REFUSALS.get(state) if state else None
    found = (known.get((state, detail or "")) if state else None) or general
    found = found or Refusal("This file could not be read.", "Export it anew.")
    return Refusal(found.why, f"{found.instead} {_PASTE}")
