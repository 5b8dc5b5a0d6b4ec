"""The text report: golden texts, and what must hold whatever a document contains."""

import io
import os
import re
from dataclasses import replace

import pytest
from rich.console import Console

from rtlint.model.assessment import Assessment, Evidence, EvidenceRole, Status
from rtlint.model.document import Place
from rtlint.model.report import DocumentReport, Finding, Report, Severity
from rtlint.reporters.layout import columns
from rtlint.reporters.terminal import styled
from rtlint.reporters.text import Detail, render_text
from tests.reporters.samples import GOLDEN

HOSTILE = "\x1b[31mred\x1b[0m \u202eesrever\u202c \u200bzero \x9b5n\r\nline\u2028sep [bold]x[/bold]"


def with_quote(report: Report, quote: str, cue: str = "") -> Report:
    evidence = Evidence(EvidenceRole.SUPPORTS, quote, 0, len(quote), Place(1, 1), "1", cue)
    finding = Finding("RT101", Severity.ERROR, Status.PARTIAL, quote, (evidence,), quote, "f")
    document = replace(report.documents[0], name=quote, findings=(finding,))
    return replace(report, documents=(document,))


def check_golden(name: str, text: str) -> None:
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDENS"):
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "detail"),
    [
        ("whole.txt", Detail.PLACES),
        ("whole-quiet.txt", Detail.FINDINGS),
        ("whole-quotes.txt", Detail.QUOTES),
    ],
)
def test_golden(report: Report, name: str, detail: Detail) -> None:
    check_golden(name, render_text(report, detail=detail))


def test_golden_of_several_documents(mixed: Report) -> None:
    check_golden("mixed.txt", render_text(mixed))


def test_findings_come_gravest_first(report: Report) -> None:
    labels = re.findall(r"^([A-Z]+) \(", render_text(report), re.MULTILINE)
    assert labels == ["CONTRADICTED", "MISSING", "PARTIAL", "UNDETERMINED", "DRAFTING"]


def test_an_unsure_reading_without_a_finding_is_shown_however_quiet(report: Report) -> None:
    text = render_text(report, detail=Detail.FINDINGS)
    assert "MET, CHECK THIS ONE YOURSELF: RT603" in text


def test_what_is_not_met_and_raises_no_finding_is_listed(report: Report) -> None:
    document = replace(
        report.documents[0],
        findings=(),
        assessments=(Assessment("RT701", Status.MISSING, ()),),
    )
    text = render_text(replace(report, documents=(document,)))
    assert "MISSING\nRT701\n" in text


@pytest.mark.parametrize("width", [20, 40, 80, 100])
def test_no_line_is_wider_than_asked(mixed: Report, width: int) -> None:
    wide = with_quote(mixed, "x" * 230 + " 反統一" * 40)
    for line in (render_text(mixed, width=width) + render_text(wide, width=width)).split("\n"):
        assert columns(line) <= width


def test_nothing_a_terminal_obeys_gets_through(report: Report) -> None:
    text = render_text(with_quote(report, HOSTILE, cue="zero"))
    assert all(char == "\n" or char.isprintable() for char in text)
    assert "[bold]x[/bold]" in text


def test_long_quotes_are_cut_around_their_deciding_words(report: Report) -> None:
    quote = "word " * 400 + "unless she declines " + "tail " * 400
    text = " ".join(render_text(with_quote(report, quote, cue="unless")).split())
    assert "[...]" in text
    assert "unless she declines" in text.partition("Quote")[2].partition("Suggested")[0]


def test_a_report_narrowed_to_drafting_points_still_reads_well(report: Report) -> None:
    document = replace(report.documents[0], assessments=())
    assert "\n0 requirements; 1 drafting point; 1" in render_text(
        replace(report, documents=(document,))
    )


def test_of_what_does_not_apply_only_the_read_part_is_spoken_of(mixed: Report) -> None:
    lease = replace(mixed.documents[2], complete=False)
    text = render_text(replace(mixed, documents=(lease,)))
    assert "do not apply to the part that could be read." in " ".join(text.split())


def test_of_many_quotes_the_last_are_only_named(report: Report) -> None:
    places = [
        Evidence(EvidenceRole.SUPPORTS, f"Clause {n}.", n, n, Place(1, n), str(n)) for n in range(6)
    ]
    finding = replace(report.documents[0].findings[0], evidence=tuple(places))
    shortened = replace(report, documents=(replace(report.documents[0], findings=(finding,)),))
    assert "See also p. 1, l. 4, ¶ 4; p. 1, l. 5, ¶ 5" in render_text(shortened)
    assert "Clause 5." not in render_text(shortened)
    assert "Clause 5." in render_text(shortened, detail=Detail.QUOTES)


def test_colour_adds_nothing_but_escape_codes(mixed: Report) -> None:
    file = io.StringIO()
    console = Console(file=file, force_terminal=True, width=80, color_system="standard")
    console.print(styled(mixed, width=80), end="", soft_wrap=True, highlight=False)
    assert "\x1b[" in file.getvalue()
    assert re.sub(r"\x1b\[[0-9;]*m", "", file.getvalue()) == render_text(mixed)


def test_the_deciding_words_are_marked_on_a_terminal(report: Report) -> None:
    spans = [span for span in styled(report).spans if span.style == "bold underline"]
    marked = [styled(report).plain[span.start : span.end] for span in spans]
    assert "shall recommend" in " ".join(marked)


def test_every_finding_is_shown(document: DocumentReport, report: Report) -> None:
    text = " ".join(render_text(report).split())
    for finding in document.findings:
        assert finding.message in text
        assert finding.suggestion in text


def test_the_disclaimer_stands_once_and_last(mixed: Report) -> None:
    text = render_text(mixed)
    assert text.count("not legal advice") == 1
    assert "not legal advice" in text[-250:]
