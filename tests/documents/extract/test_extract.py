"""Files of many kinds become the text that a person would see."""

import codecs
import io
import json
import zipfile

import pytest

from contracts.extraction import ExtractionState
from services.documents.extract import extract
from tests.documents.files import hostile
from tests.documents.files.draw_pdf import beside, classic, drawn, hung
from tests.documents.files.lives import ENGINEER, NURSE
from tests.documents.files.write_docx import cell, package, paragraph, run, table
from tests.documents.reading import rendered, text_of

LONG = "She kept the books of the workshop for nine years and never lost a page of them."


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("nurse-classic.pdf", "pdf"),
        ("nurse-plain.docx", "docx"),
        ("nurse-piped.txt", "text"),
        ("nurse-page.md", "markdown"),
        ("nurse-page.html", "html"),
        ("nurse-resume.json", "json_resume"),
    ],
)
def test_bytes_say_what_a_file_is(name: str, kind: str) -> None:
    report = extract(rendered(name)).report

    assert (report.state, report.format) == (ExtractionState.OK, kind)


@pytest.mark.parametrize(
    ("data", "state", "detail"),
    [
        (b"[1,2]", ExtractionState.UNSUPPORTED, "json"),
        (b'[{"basics": {"name": "Imke"}}]', ExtractionState.UNSUPPORTED, "json"),
        (b'{"skills": ["Go"]}', ExtractionState.UNSUPPORTED, "json"),
        (b'{"basics": {"name": "Imke", "ema', ExtractionState.UNREADABLE, "broken_json"),
        (b'[{"basics": {"name"', ExtractionState.UNREADABLE, "broken_json"),
        (b"[Imke Quarrystone]", ExtractionState.EMPTY, None),
    ],
)
def test_json_that_is_no_resume_says_what_it_is(
    data: bytes, state: ExtractionState, detail: str | None
) -> None:
    report = extract(data).report

    assert (report.state, next(iter(report.warnings), None)) == (state, detail)


@pytest.mark.parametrize(
    ("said", "detail"),
    [
        ("application/vnd.oasis.opendocument.text", "odt"),
        ("application/vnd.oasis.opendocument.text-template", "odt"),
        ("application/vnd.oasis.opendocument.spreadsheet", "xlsx"),
        ("application/epub+zip", "epub"),
        ("something/else", "archive"),
    ],
)
def test_an_open_document_is_known_by_what_it_says_first(said: str, detail: str) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("mimetype", said)

    report = extract(held.getvalue()).report

    assert (report.state, report.warnings) == (ExtractionState.UNSUPPORTED, (detail,))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_the_encoding_it_was_written_in(encoding: str) -> None:
    written = f"Zoë Müller, Café “Été” – naïve – {LONG}"

    assert text_of(written.encode(encoding)) == written


def test_text_in_a_rarer_encoding_is_guessed() -> None:
    written = "Опыт работы: инженер по качеству, завод, город Пермь. " * 6

    assert text_of(written.encode("cp1251")) == written.strip()


def test_ligatures_and_odd_spaces_become_plain() -> None:
    written = f"e\ufb03cient o\ufb03ce\u00a0work\u2009with \ufb01nance soft\u00adware. {LONG}"

    assert text_of(written.encode()).startswith("efficient office work with finance software.")


def test_a_word_in_two_parts_of_an_accent_is_composed() -> None:
    assert text_of(f"Cafe\u0301 {LONG}".encode()).startswith("Café ")


def test_both_ends_of_a_line_are_parted_by_a_tab() -> None:
    lines = text_of(classic(ENGINEER)).splitlines()

    assert "Senior Data Engineer\tJan 2022 – Present" in lines


def test_a_note_in_the_margin_stays_out_of_the_sentences_beside_it() -> None:
    text = text_of(rendered("nurse-drawn-bullets.pdf"))

    head, *_ = (line for line in text.splitlines() if "Northfield" in line)
    assert head.split("\t")[1:] == ["Leeds, UK", "March 2019 – Present"]


def test_bullets_that_are_drawn_are_bullets() -> None:
    text = text_of(rendered("nurse-drawn-bullets.pdf"))

    assert text.count("•") == sum(len(stay.bullets) for stay in NURSE.stays)


def test_word_processors_hide_text_in_many_places_and_all_of_it_is_read() -> None:
    body = (
        table((paragraph("in a cell"), paragraph("in another")))
        + f"<w:sdt><w:sdtContent>{paragraph('in a control')}</w:sdtContent></w:sdt>"
        + f"<w:p><w:ins>{run('inserted')}</w:ins><w:del>{run('deleted')}</w:del></w:p>"
        + f"<w:p><w:hyperlink>{run('linked')}</w:hyperlink></w:p>"
        + f"<w:p><w:r><w:txbxContent>{paragraph('in a box')}</w:txbxContent></w:r></w:p>"
        + paragraph(LONG)
    )

    text = text_of(package(body))

    for said in ("in a cell\tin another", "in a control", "inserted", "linked", "in a box"):
        assert said in text.splitlines()
    assert "deleted" not in text


def test_a_page_set_as_a_table_is_read_by_column() -> None:
    left = "".join(map(paragraph, ("CONTACT", "Leeds", "SKILLS", "Triage", "Wound care")))
    right = "".join(map(paragraph, ("EXPERIENCE", LONG, "EDUCATION", LONG)))

    extracted = extract(package(table((left, right))))

    lines = extracted.text.splitlines()
    assert lines[:5] == ["CONTACT", "Leeds", "SKILLS", "Triage", "Wound care"]
    assert extracted.report.columns == 2


def test_a_nested_table_is_read_where_it_stands() -> None:
    inner = table((paragraph("2019 - 2021"), paragraph("Baker, Corner Mill")))
    outer = f"<w:tbl><w:tr>{cell(inner)}</w:tr></w:tbl>"

    text = text_of(package(outer + paragraph(LONG)))

    assert text.splitlines()[0] == "2019 - 2021\tBaker, Corner Mill"


def test_html_is_read_in_blocks_and_the_name_comes_first() -> None:
    text = text_of(rendered("engineer-page.html"))

    lines = [line for line in text.splitlines() if line]
    assert lines[0] == ENGINEER.name
    assert "Senior Data Engineer\tJan 2022 – Present" in lines
    assert "• Python" in lines
    assert "nobody sees this" not in text
    assert "nor(this)" not in text


def test_markdown_is_read_as_it_would_be_shown() -> None:
    text = text_of(f"# Ada\n\n**Baker**\n\n- one *two*\n- three\n\n{LONG}".encode())

    assert [line for line in text.splitlines() if line][:4] == [
        "Ada",
        "Baker",
        "• one two",
        "• three",
    ]


@pytest.mark.parametrize(
    ("pasted", "shown"),
    [
        ("**Bake** bread", "Bake bread"),
        ("### What you bring", "What you bring"),
        ("__Asked__\n_At least_ two years", "Asked\nAt least two years"),
        ("# Nurse\nOn a **ward**", "Nurse\n\nOn a ward"),
        ("Cook<br>**Asked**<br>", "Cook\nAsked"),
        ("- **Weld** in a yard\n\n- Lift", "• Weld in a yard\n\n• Lift"),
    ],
)
def test_a_few_marks_are_markdown_and_not_shown(pasted: str, shown: str) -> None:
    assert text_of(f"{pasted}\n\n{LONG}".encode()).startswith(f"{shown}\n")


@pytest.mark.parametrize(
    "plain",
    [
        "# of openings: 3",
        "Pay** and bonus** by grade",
        "Name: ____ Date: ____",
        "C# or F#, #hashtag",
        "snake_case_names and _one of them",
        "Prices: 5 * 3 ** 2",
        "1. Drive\n2. Load",
    ],
)
def test_what_only_looks_like_markdown_stays_as_it_is(plain: str) -> None:
    assert text_of(f"{plain}\n\n{LONG}".encode()).startswith(f"{plain}\n")


def test_the_paragraph_of_a_point_stands_beside_it() -> None:
    html = f"<ul><li><p>Bake</p></li><li>\n<div>Sell</div><p>Clean</p></li></ul><p>{LONG}</p>"

    assert text_of(html.encode()).startswith("• Bake\n\n• Sell\n\nClean\n")


def test_relatives_of_json_resume_are_read_too() -> None:
    document = {
        "personalInfo": {"name": "Ada Fernweh", "title": "Baker"},
        "workExperience": [
            {"title": "Baker", "company": "Mill", "years": "2019 - 2021", "description": [LONG]}
        ],
        "additional": {"technicalSkills": ["Baking"]},
    }

    lines = text_of(json.dumps(document).encode()).splitlines()

    assert lines[:2] == ["Ada Fernweh", "Baker"]
    work = ["Position: Baker", "Employer: Mill", "Dates: 2019 - 2021", f"• {LONG}"]
    assert work == lines[4:8]


def test_a_byte_order_mark_is_no_text() -> None:
    assert text_of(codecs.BOM_UTF8 + LONG.encode()) == LONG


def test_lines_are_never_cut_and_limits_are_exact() -> None:
    most = ("word " * 40_000)[:200_000].rstrip() + "s"

    assert extract(most.encode()).report.state is ExtractionState.OK
    assert text_of(most.encode()) == most


def test_thirty_pages_are_read_and_thirty_one_refused() -> None:
    thirty, more = (extract(hostile.a_pdf(pages=pages)).report for pages in (30, 31))

    assert (thirty.state, thirty.pages) == (ExtractionState.OK, 30)
    assert (more.state, more.warnings) == (ExtractionState.TOO_LARGE, ("pages",))


def test_a_hyphen_at_the_end_of_a_line_stays_in_a_link() -> None:
    lines = [LONG, LONG, LONG, "bread.example/in/ada-", "fernweh and a well-", "known mill"]

    text = text_of(drawn(lines))

    assert "bread.example/in/ada-fernweh" in text


def test_dates_in_a_side_bar_do_not_make_it_a_margin() -> None:
    main = [f"• Line {number} of the work that was done in that place" for number in range(24)]
    side = [
        "SCHOOLS",
        "Carrow College",
        "2012 - 2014",
        "Ashby School",
        "2009 - 2012",
        "2005 - 2009",
    ]

    lines = text_of(beside(main, side)).splitlines()

    assert set(main) | set(side) <= set(lines)


def test_each_item_keeps_its_line_however_far_its_bullet_stands() -> None:
    items = [LONG, LONG, LONG, "Revenue Management – 2018", "First Aid Level 2 – 2021"]

    lines = text_of(hung(items)).splitlines()

    assert [line for line in lines if line] == [f"•\t{item}" for item in items]
