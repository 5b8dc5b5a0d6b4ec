"""Word files: what a person reads on the page, no more and no less."""

import pytest

from rtlint.model.document import ChangeKind, MarkKind, ParagraphKind
from rtlint.read import read_bytes
from tests.read.word import (
    codes,
    gone,
    ins,
    item,
    level,
    numbering,
    p,
    r,
    reading,
    story,
    texts,
    with_parts,
    word,
)

DECIMALS = numbering(
    level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"), level(2, "lowerRoman", "(%3)")
)


def listed(*items: str, levels: str = DECIMALS) -> list[str]:
    return texts(reading(*items, parts={"word/numbering.xml": levels}))


def test_numbers_are_computed_as_word_shows_them() -> None:
    assert listed(
        item("first"), item("a", 1), item("i", 2), item("ii", 2), item("b", 1), item("i", 2),
        item("second"), item("a", 1),
    ) == [
        "1. first", "(a) a", "(i) i", "(ii) ii", "(b) b", "(i) i", "2. second", "(a) a",
    ]  # fmt: skip


def test_legal_numbers() -> None:
    legal = numbering(
        level(0, "upperRoman", "Article %1."),
        level(1, "decimalZero", "Section %1.%2", "<w:isLgl/>"),
        level(2, "ordinalText", "%3:"),
    )
    found = listed(item("x"), item("x"), item("x", 1), item("x", 1), item("x", 2), levels=legal)
    assert found == ["Article I. x", "Article II. x", "Section 2.1 x", "Section 2.2 x", "First: x"]


def test_two_lists_of_one_definition_count_on_unless_told_where_to_start() -> None:
    lists = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    )
    found = listed(
        item("x"), item("x", list_id=2), item("x", list_id=3), item("x", list_id=3),
        levels=numbering(level(0, "decimal", "%1."), more=lists),
    )  # fmt: skip
    assert found == ["1. x", "2. x", "7. x", "8. x"]


@pytest.mark.parametrize(
    ("restart", "last"), [("", "(a)"), ('<w:lvlRestart w:val="0"/>', "(b)")], ids=["anew", "on"]
)
def test_lower_levels_start_anew_unless_told_otherwise(restart: str, last: str) -> None:
    levels = numbering(level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)", restart))
    found = listed(item("x"), item("x", 1), item("x"), item("x", 1), levels=levels)
    assert found[-1] == f"{last} x"


def test_numbers_come_through_styles_too() -> None:
    styles = story(
        "styles",
        '<w:style w:type="paragraph" w:styleId="Clause"><w:pPr><w:numPr><w:numId w:val="1"/>'
        '</w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Sub">'
        '<w:basedOn w:val="Clause"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/>'
        '</w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Free">'
        '<w:basedOn w:val="Clause"/></w:style>',
    )
    of = '<w:pStyle w:val="{}"/>'.format
    document = reading(
        p(r("x"), properties=of("Clause")),
        p(r("x"), properties=of("Sub")),
        p(r("x"), properties=of("Free") + '<w:numPr><w:numId w:val="0"/></w:numPr>'),
        p(r("x"), properties=of("Free")),
        parts={"word/numbering.xml": DECIMALS, "word/styles.xml": styles},
    )
    assert texts(document) == ["1. x", "(a) x", "x", "2. x"]


def test_empty_paragraphs_take_a_number_and_say_nothing() -> None:
    assert listed(
        item("x"), p(properties='<w:numPr><w:numId w:val="1"/></w:numPr>'), item("x")
    ) == [
        "1. x",
        "2.",
        "3. x",
    ]


def test_tracked_changes_are_read_as_accepted() -> None:
    body = p(
        r("Father "), gone("shall"), ins(r("may")), r(" attend"), gone(" all sessions"), r(".")
    )
    document = reading(body)
    assert document.text == "Father may attend."
    assert [(change.kind, change.start, change.text) for change in document.changes] == [
        (ChangeKind.DELETED, 6, "shall"),
        (ChangeKind.INSERTED, 7, "may"),
        (ChangeKind.DELETED, 17, " all sessions"),
    ]
    assert codes(document) == ["tracked-changes-accepted"]
    assert "(1 insertion, 2 deletions)" in document.notices[0].message
    assert document.original.text == "Father shall attend all sessions."
    assert document.original.changes == ()


def test_a_deleted_paragraph_takes_no_number() -> None:
    number = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    body = [
        item("one"),
        p(gone("two"), properties=number + '<w:rPr><w:del w:id="9" w:author="A"/></w:rPr>'),
        item("three"),
        p(ins(r("four")), properties=number + '<w:rPr><w:ins w:id="8" w:author="A"/></w:rPr>'),
        item("five"),
    ]
    parts = {"word/numbering.xml": DECIMALS}
    document = reading(*body, parts=parts)
    assert texts(document) == ["1. one", "2. three", "3. four", "4. five"]
    assert texts(document.original) == ["1. one", "2. two", "3. three", "4. five"]


def test_moved_text_stands_where_it_was_moved_to() -> None:
    body = [
        p(r("A. "), f"<w:moveFrom>{r('moved')}</w:moveFrom>"),
        p(r("B. "), f"<w:moveTo>{r('moved')}</w:moveTo>"),
    ]
    document = reading(*body)
    assert texts(document) == ["A.", "B. moved"]
    assert texts(document.original) == ["A. moved", "B."]


def test_struck_letters_are_marked_and_hidden_ones_too() -> None:
    document = reading(
        p(
            r("Mother shall pay "),
            r("thirty", "<w:strike/>"),
            r(" "),
            r("forty", '<w:strike w:val="0"/>'),
            r(" percent"),
            r(" secret", "<w:vanish/>"),
            r(" white", '<w:color w:val="FFFFFF"/>'),
            r(" tiny", '<w:sz w:val="2"/>'),
            r(" label", '<w:color w:val="FFFFFF"/><w:shd w:fill="000000"/>'),
        )
    )
    assert document.text == "Mother shall pay thirty forty percent secret white tiny label"
    assert [(document.text[m.start : m.end], m.kind) for m in document.marks] == [
        ("thirty", MarkKind.STRUCK),
        ("secret white tiny", MarkKind.HIDDEN),
    ]
    assert codes(document) == ["hidden-text-left-out"]


def test_capitals_are_read_as_shown() -> None:
    assert reading(p(r("Findings of fact", "<w:caps/>"))).text == "FINDINGS OF FACT"


def box(checked: str) -> str:
    return (
        f"<w:sdt><w:sdtPr><w14:checkbox>{checked}</w14:checkbox></w:sdtPr>"
        f"<w:sdtContent>{r('?')}</w:sdtContent></w:sdt>"
    )


def legacy(checked: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>'
        f'<w:default w:val="0"/>{checked}'
        "</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText>"
        '</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (box('<w14:checked w14:val="1"/>'), "☒"),
        (box('<w14:checked w14:val="0"/>'), "☐"),
        (box(""), "☐"),
        (legacy("<w:checked/>"), "☒"),
        (legacy('<w:checked w:val="0"/>'), "☐"),
        (legacy(""), "☐"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "☑"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>', "☐"),
        (r("\uf0fd", '<w:rFonts w:ascii="Wingdings"/>'), "☒"),
        (r("o", '<w:rFonts w:ascii="Wingdings"/>'), "☐"),
        (r("☑"), "☑"),
    ],
)
def test_check_boxes(drawn: str, expected: str) -> None:
    assert reading(p(drawn, r(" Mother shall pay."))).text == f"{expected} Mother shall pay."


def test_content_controls() -> None:
    def control(text: str, properties: str = "") -> str:
        return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{text}</w:sdtContent></w:sdt>"

    document = reading(
        p(control(r("Dr. Wu")), r(" shall treat "), control(r("Enter name"), "<w:showingPlcHdr/>")),
        control(p(r("A block."))),
    )
    assert texts(document) == ["Dr. Wu shall treat [Enter name]", "A block."]


def test_field_codes_are_not_shown_and_their_results_are() -> None:
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    code = "<w:r><w:instrText> REF _Ref1 \\h </w:instrText></w:r>"
    document = reading(
        p(
            r("See paragraph "),
            field("begin"),
            code,
            field("separate"),
            r("4"),
            field("end"),
            r("."),
        ),
        p('<w:fldSimple w:instr="DATE">' + r("May 4") + "</w:fldSimple>"),
    )
    assert texts(document) == ["See paragraph 4.", "May 4"]


def test_text_boxes_are_read_once() -> None:
    inner = f"<w:txbxContent>{p(r('In the box.'))}</w:txbxContent>"
    drawing = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx>"
        f"{inner}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
        f"{inner}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(reading(p(r("Beside it."), drawing))) == ["Beside it.", "In the box."]


def test_notes_follow_the_paragraph_that_calls_them() -> None:
    def note(key: int, text: str) -> str:
        return f'<w:footnote w:id="{key}">{p(r(text))}</w:footnote>'

    line = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
    end = f'<w:endnote w:id="1">{p(r("At the end."))}</w:endnote>'
    document = reading(
        p(
            r("First"),
            '<w:r><w:footnoteReference w:id="2"/></w:r>',
            r(" sentence."),
            '<w:r><w:endnoteReference w:id="1"/></w:r>',
        ),
        p(r("Second.")),
        parts={
            "word/footnotes.xml": story("footnotes", line, note(2, "A note.")),
            "word/endnotes.xml": story("endnotes", end),
        },
    )
    assert texts(document) == ["First sentence.", "1 A note.", "Second.", "i At the end."]
    kinds = [each.kind for each in document.paragraphs]
    note_kind = ParagraphKind.NOTE
    assert kinds == [ParagraphKind.BODY, note_kind, ParagraphKind.BODY, note_kind]


def table(*rows: list[str]) -> str:
    def cell(content: str) -> str:
        return f"<w:tc>{content if content.startswith('<') else p(r(content))}</w:tc>"

    inside = "".join("<w:tr>" + "".join(map(cell, row)) + "</w:tr>" for row in rows)
    return f"<w:tbl>{inside}</w:tbl>"


def test_tables_are_read_by_row() -> None:
    document = reading(table(["Service", "Mother", "Father"], ["Family sessions", "40%", "60%"]))
    assert texts(document) == ["Service | Mother | Father", "Family sessions | 40% | 60%"]
    assert {each.kind for each in document.paragraphs} == {ParagraphKind.ROW}


def test_a_caption_laid_out_as_a_table_is_read_by_column() -> None:
    left = p(r("ANA LIND,")) + p(r("Petitioner,")) + p(r("v.")) + p(r("OLE LIND,"))
    document = reading(table([left, p(r(")")) * 4, p(r("Case No. 12")) + p(r("ORDER"))]))
    assert texts(document) == [
        "ANA LIND,", "Petitioner,", "v.", "OLE LIND,", "Case No. 12", "ORDER",
    ]  # fmt: skip


def test_a_box_beside_its_sentence_is_one_paragraph() -> None:
    document = reading(table([box(""), "Mother shall pay."], ["☒", "Father shall pay."]))
    assert texts(document) == ["☐ Mother shall pay.", "☒ Father shall pay."]


def test_line_breaks() -> None:
    def lines(*parts: str) -> str:
        return p("<w:r><w:br/></w:r>".join(map(r, parts)))

    assert texts(reading(lines("SUPERIOR COURT", "COUNTY OF ALDER"))) == [
        "SUPERIOR COURT",
        "COUNTY OF ALDER",
    ]
    assert texts(reading(lines("Each parent shall attend", "all sessions."))) == [
        "Each parent shall attend all sessions."
    ]
    assert texts(reading(lines("The parents shall:", "(a) attend; and", "(b) pay."))) == [
        "The parents shall:",
        "(a) attend; and",
        "(b) pay.",
    ]


def test_headers_comments_and_pictures_are_told() -> None:
    header = story(
        "hdr", p(r("This order supersedes all that was agreed before it by anybody at all."))
    )
    comments = story("comments", f'<w:comment w:id="0">{p(r("Delete this!"))}</w:comment>')
    document = reading(
        p(r("Order."), "<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>"),
        parts={"word/header1.xml": header, "word/comments.xml": comments},
    )
    assert document.text == "Order."
    assert codes(document) == ["comments-left-out", "headers-left-out", "pictures-not-read"]


def test_paragraphs_are_what_is_cited() -> None:
    document = reading(p(r("One.")), p(), p(r("Two.")))
    place = document.place(6, 9)
    assert (place.page, place.line, place.paragraph) == (None, None, 2)


def test_the_strict_edition_of_the_format() -> None:
    space = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    strict = f'<w:document xmlns:w="{space}"><w:body>{p(r("Order."))}</w:body></w:document>'
    data = with_parts(word(p()), {"word/document.xml": strict})
    assert read_bytes(data, name="order.docx").text == "Order."


def listnum(code: str) -> str:
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    text = f"<w:r><w:instrText> LISTNUM {code} </w:instrText></w:r>"
    return field("begin") + text + field("end")


def test_numbers_of_listnum_fields() -> None:
    outline = '"OutlineDefault" '
    document = reading(
        p(listnum(""), r(" first, "), listnum("\\l 2"), r(" inner, "), listnum(""), r(" second")),
        p(listnum(outline + "\\l 1"), r(" one "), listnum(outline + "\\l 3 \\s 4"), r(" four")),
        p('<w:fldSimple w:instr=" LISTNUM LegalDefault \\l 1 "/>', r(" Costs")),
        p('<w:fldSimple w:instr=" LISTNUM LegalDefault \\l 2 "/>', r(" Shares")),
    )
    assert texts(document) == [
        "1) first, a) inner, 2) second", "I. one 4. four", "1. Costs", "1.1. Shares",
    ]  # fmt: skip
    assert codes(document) == []


def test_numbers_of_listnum_fields_within_items_begin_anew() -> None:
    document = reading(
        item(f"Mother </w:t></w:r>{listnum('')}<w:r><w:t> pays"),
        item(
            f"Father </w:t></w:r>{listnum('')}<w:r><w:t> pays, </w:t></w:r>{listnum('')}<w:r><w:t>"
        ),
        parts={"word/numbering.xml": DECIMALS},
    )
    assert texts(document) == ["1. Mother a) pays", "2. Father a) pays, b)"]


def test_a_list_of_ones_own_in_listnum_fields_is_told() -> None:
    document = reading(p(listnum('"Mine" \\l 1'), r("Both parents.")))
    assert codes(document) == ["numbers-not-computed"]


def test_a_caption_in_a_table_is_read_column_by_column() -> None:
    def row(*cells: str) -> str:
        return f"<w:tr>{''.join(f'<w:tc>{p(r(cell))}</w:tc>' for cell in cells)}</w:tr>"

    rows = (
        row("HELENE OSTRANDER,", ")", "Case No. 26-118"),
        row("Petitioner, and", ")", ""),
        row("PIERS OSTRANDER,", ")", "ORDER FOR THERAPY"),
    )
    assert texts(reading(f"<w:tbl>{''.join(rows)}</w:tbl>")) == [
        "HELENE OSTRANDER,", "Petitioner, and", "PIERS OSTRANDER,",
        "Case No. 26-118", "ORDER FOR THERAPY",
    ]  # fmt: skip
