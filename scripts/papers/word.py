"""The order as Word files: plain, and with one thing of Word's in each."""

import io
from collections.abc import Callable

import docx
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.text.paragraph import Paragraph

from scripts.papers.order import FEES, FOREIGN, ORDER, REST, Item

# ruff: noqa: SLF001 - python-docx shows its XML only so
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'

_SHAPES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def word(change: Callable[[docx.document.Document], None] | None = None) -> bytes:
    """The order as a Word file with automatic numbers, and with one thing changed."""
    document = docx.Document()
    _numbering(document)
    for item in ORDER:
        _add(document, item)
    table = document.add_table(len(FEES), 3)
    table.style = "Table Grid"
    for row, texts in zip(table.rows, FEES, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    for item in REST:
        _add(document, item)
    if change:
        change(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _add(document: docx.document.Document, item: Item) -> None:
    paragraph = document.add_paragraph(item.text)
    if item.level >= 0:
        number = f'<w:numPr {_W}><w:ilvl w:val="{item.level}"/><w:numId w:val="77"/></w:numPr>'
        paragraph._p.get_or_add_pPr().append(parse_xml(number))


def _numbering(document: docx.document.Document) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/><w:pPr><w:ind w:left="{720 + 720 * depth}" '
        'w:hanging="720"/></w:pPr></w:lvl>'
        for depth, (kind, text) in enumerate((("decimal", "%1."), ("lowerLetter", "(%2)")))
    )
    root = document.part.numbering_part.element
    root.insert(0, parse_xml(f'<w:abstractNum {_W} w:abstractNumId="77">{levels}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {_W} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))


def _paragraph(document: docx.document.Document, beginning: str) -> Paragraph:
    return next(each for each in document.paragraphs if each.text.startswith(beginning))


def _run(text: str, properties: str = "") -> str:
    return f'<w:r {_W}><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def tracked(document: docx.document.Document) -> None:
    """Typed as "may attend", changed to what the order says."""
    paragraph = _paragraph(document, "The therapist may speak")
    paragraph.clear()
    for part in (
        _run("The therapist "),
        f'<w:del {_W} w:id="1" w:author="A"><w:r><w:delText>shall not</w:delText></w:r></w:del>',
        f'<w:ins {_W} w:id="2" w:author="A">{_run("may")}</w:ins>',
        _run(" speak with counsel for both parents."),
    ):
        paragraph._p.append(parse_xml(part))


def struck(document: docx.document.Document) -> None:
    run = (
        _paragraph(document, "SO ORDERED")
        .insert_paragraph_before()
        .add_run("The therapist shall decide the custody schedule.")
    )
    run.font.strike = True


def hidden(document: docx.document.Document) -> None:
    run = (
        _paragraph(document, "SO ORDERED")
        .insert_paragraph_before()
        .add_run("The therapist shall decide the custody schedule.")
    )
    run.font.hidden = True


def commented(document: docx.document.Document) -> None:
    runs = _paragraph(document, "Both parents and").runs
    document.add_comment(runs, "Should Father be left out?", author="B", initials="B")


def framed(document: docx.document.Document) -> None:
    document.sections[0].header.paragraphs[0].text = "Case No. FL-2026-118"
    document.sections[0].footer.paragraphs[0].text = "ORDER FOR REUNIFICATION THERAPY"


def boxed(document: docx.document.Document) -> None:
    for ticked, text in (
        (0, "The therapist shall decide custody."),
        (1, "Each party bears own fees."),
    ):
        glyph = _run("☒" if ticked else "☐")
        control = (
            f'<w:sdt {_W} {_W14}><w:sdtPr><w14:checkbox><w14:checked w14:val="{ticked}"/>'
            f"</w14:checkbox></w:sdtPr><w:sdtContent>{glyph}</w:sdtContent></w:sdt>"
        )
        paragraph = _paragraph(document, "SO ORDERED").insert_paragraph_before()
        paragraph._p.append(parse_xml(control))
        paragraph._p.append(parse_xml(_run(f" {text}")))


def noted(document: docx.document.Document) -> None:
    """A footnote and an endnote, in parts of their own, as Word writes them."""
    raised, small = '<w:vertAlign w:val="superscript"/>', '<w:sz w:val="18"/>'
    for kind, beginning, text in (
        ("footnote", "The therapist decides", " See the guidance of the court of 2024."),
        ("endnote", "Both parents shall sign", " The forms are at the clerk's office."),
    ):
        number = f"<w:r><w:rPr>{raised}</w:rPr><w:{kind}Ref/></w:r>"
        note = f'<w:{kind} w:id="2"><w:p>{number}{_run(text, small)}</w:p></w:{kind}>'
        blob = f"<w:{kind}s {_W}>{note}</w:{kind}s>".encode()
        part = Part(
            PackURI(f"/word/{kind}s.xml"), f"{_WORD_TYPE}.{kind}s+xml", blob, document.part.package
        )
        document.part.relate_to(part, f"{_OFFICE}/{kind}s")
        call = f'<w:r {_W}><w:rPr>{raised}</w:rPr><w:{kind}Reference w:id="2"/></w:r>'
        _paragraph(document, beginning)._p.append(parse_xml(call))


def text_boxed(document: docx.document.Document) -> None:
    """A clause in a text box, saved in two ways, as Word does for old programs."""
    paragraph = _paragraph(document, "The therapist may speak")
    box = (
        f"<w:txbxContent><w:p>{_run('Reserved for the file stamp of the clerk.')}</w:p>"
        "</w:txbxContent>"
    )
    drawing = (
        f'<w:r {_W} {_SHAPES}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:inline><wp:extent cx="2000000" cy="400000"/><wp:docPr id="9" name="Box"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        "<wps:wsp><wps:cNvSpPr/><wps:spPr/>"
        f"<wps:txbx>{box}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
        f"</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect><v:textbox>{box}"
        "</v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    paragraph._p.append(parse_xml(drawing))


def controlled(document: docx.document.Document) -> None:
    """Words in content controls, and a check box of the old kind."""
    paragraph = _paragraph(document, "The therapist may speak")
    paragraph.clear()
    control = (
        f"<w:sdt {_W}><w:sdtPr/><w:sdtContent>{_run('counsel for both')}</w:sdtContent></w:sdt>"
    )
    for part in (_run("The therapist may speak with "), control, _run(" parents.")):
        paragraph._p.append(parse_xml(part))
    field = f'<w:r {_W}><w:fldChar w:fldCharType="{{}}">{{}}</w:fldChar></w:r>'.format
    box = '<w:ffData><w:checkBox><w:sizeAuto/><w:default w:val="0"/></w:checkBox></w:ffData>'
    code = f"<w:r {_W}><w:instrText> FORMCHECKBOX </w:instrText></w:r>"
    old = (field("begin", box), code, field("end", ""), _run(f" {FOREIGN}"))
    paragraph = _paragraph(document, "SO ORDERED").insert_paragraph_before()
    for part in old:
        paragraph._p.append(parse_xml(part))


def captioned(document: docx.document.Document) -> None:
    """The caption as lawyers build it: a table without lines, parties left, title right."""
    parties, title = document.paragraphs[1], document.paragraphs[2]
    table = document.add_table(1, 3)
    left, middle, right = table.rows[0].cells
    left.text = parties.text
    middle.text = "\n".join(")" * 5)
    right.text = title.text
    parties._p.addprevious(table._tbl)
    for paragraph in (parties, title):
        paragraph._p.getparent().remove(paragraph._p)


def double_spaced(document: docx.document.Document) -> None:
    """Double spacing, numbered pages and lines, a letterhead: as filed in California."""
    section = document.sections[0]
    section.header.paragraphs[0].text = "Law Offices of Ansel & Birch, 12 Quay Street, Alder"
    footer = section.footer.paragraphs[0]
    for part in (
        _run("Page "),
        f'<w:fldSimple {_W} w:instr=" PAGE ">{_run("1")}</w:fldSimple>',
    ):
        footer._p.append(parse_xml(part))
    section._sectPr.append(parse_xml(f'<w:lnNumType {_W} w:countBy="1" w:restart="newPage"/>'))
    for paragraph in document.paragraphs:
        paragraph.paragraph_format.line_spacing = 2.0
