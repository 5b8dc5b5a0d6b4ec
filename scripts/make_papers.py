"""Make one invented order in every form in which a lawyer holds it, and what it says in truth.

Run ``scripts/make_papers.py FOLDER``. python-docx writes the Word files, LibreOffice turns them
into the other formats (forms that need it are left out where it is not installed), reportlab and
pypdf write the PDFs, Pillow makes the scans worse. benchmarks/papers.py measures what rtlint
reads.
"""

import io
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import docx
import pypdf
import pypdfium2
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.text.paragraph import Paragraph
from PIL import Image, ImageChops, ImageFilter
from reportlab.lib.colors import blue, red, white
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

# ruff: noqa: S311, SLF001 - chance hides nothing here; python-docx shows its XML only so
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


class Item(NamedTuple):
    """A paragraph of the order: its list level (-1 for none), the label there, the text."""

    level: int
    label: str
    text: str


ORDER = (
    Item(-1, "", "SUPERIOR COURT OF ALDER COUNTY"),
    Item(-1, "", "IN RE THE MARRIAGE OF HELENE OSTRANDER, Petitioner, and PIERS OSTRANDER, "
         "Respondent"),
    Item(-1, "", "ORDER FOR REUNIFICATION THERAPY"),
    Item(-1, "", "THE COURT, having heard the parties, ORDERS:"),
    Item(0, "1.", "Both parents and their daughter Maud shall participate in reunification therapy "
         "with Dr. Imre Castellan (the therapist)."),
    Item(0, "2.", "The therapy shall continue for as long as the therapist determines that it is "
         "productive and in the best interest of the child."),
    Item(0, "3.", "The parents shall:"),
    Item(1, "(a)", "attend every session that the therapist schedules for them;"),
    Item(1, "(b)", "bring the child to every session that the therapist schedules for her; and"),
    Item(1, "(c)", "follow the recommendations of the therapist."),
    Item(0, "4.", "The therapist decides who attends which session, and may hold individual "
         "sessions with each parent and with the child, and joint sessions in any combination."),
    Item(0, "5.", "Both parents shall sign all releases of information that the therapist "
         "requests, for any past or current provider of either parent or of the child."),
    Item(0, "6.", "The therapist may speak with counsel for both parents."),
    Item(0, "7.", "The parents shall share the costs of the therapy as follows:"),
)  # fmt: skip
FEES = (
    ("Service", "Mother", "Father"),
    ("Individual sessions of each parent", "40%", "60%"),
    ("Individual sessions of the child", "40%", "60%"),
    ("Family sessions", "50%", "50%"),
)
REST = (
    Item(0, "8.", "The therapist shall make no recommendation about custody or parenting time."),
    Item(-1, "", "SO ORDERED on March 4, 2026."),
)


def truth(*, table: bool = True) -> list[str]:
    """The paragraphs that a reader of the order reads."""
    rows = [" | ".join(row) for row in FEES] if table else []
    return [*map(_line, ORDER), *rows, *map(_line, REST)]


def _line(item: Item) -> str:
    return f"{item.label} {item.text}".strip()


# ---- Word


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


# What a form, a deletion or a hidden line says, and the order does not.
FOREIGN = "The therapist shall decide custody of the child."


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
    old = (
        f'<w:r {_W}><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:sizeAuto/>'
        '<w:default w:val="0"/></w:checkBox></w:ffData></w:fldChar></w:r>',
        f"<w:r {_W}><w:instrText> FORMCHECKBOX </w:instrText></w:r>",
        f'<w:r {_W}><w:fldChar w:fldCharType="end"/></w:r>',
        _run(f" {FOREIGN}"),
    )
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


# ---- PDF


def drawn(extra: Callable[[Canvas], None] | None = None, **options: object) -> bytes:
    """The order set by reportlab on one page or two, the fee table ruled."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(612, 792), invariant=1, **options)
    y = 730.0
    for item in ORDER:
        y = _set(canvas, item, y)
    for row in FEES:
        for x, width, text in zip((108, 348, 428), (240, 80, 80), row, strict=True):
            canvas.rect(x, y - 4, width, 16)
            canvas.drawString(x + 4, y, text)
        y -= 16
    y -= 8
    for item in REST:
        y = _set(canvas, item, y)
    if extra:
        extra(canvas)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def _set(canvas: Canvas, item: Item, y: float) -> float:
    canvas.setFont("Times-Roman", 11)
    left = 72 + 36 * max(item.level, 0)
    canvas.drawString(left, y, item.label)
    left += 30 if item.label else 0
    line = ""
    for word_ in item.text.split():
        if canvas.stringWidth(f"{line} {word_}", "Times-Roman", 11) > 540 - left:
            canvas.drawString(left, y, line)
            y, line = y - 14, ""
        line = f"{line} {word_}".strip()
    canvas.drawString(left, y, line)
    return y - 22


def with_form(canvas: Canvas) -> None:
    form = canvas.acroForm
    canvas.drawString(90, 60, "The therapist shall decide custody.")
    form.checkbox(x=72, y=58, size=12, checked=False, name="a")
    canvas.drawString(320, 60, "Starts within:")
    form.textfield(x=400, y=55, width=80, height=16, value="10 days", name="b")
    form.radio(x=72, y=38, size=12, selected=False, name="c", value="yes")
    canvas.drawString(90, 40, "The therapist shall set the visitation schedule.")
    form.radio(x=372, y=38, size=12, selected=True, name="c", value="no")
    canvas.drawString(390, 40, "Each party bears own fees.")


def with_struck(canvas: Canvas) -> None:
    text = "The therapist shall decide custody."
    canvas.drawString(72, 60, text)
    canvas.line(72, 63.5, 72 + canvas.stringWidth(text, "Times-Roman", 11), 63.5)


def with_white(canvas: Canvas) -> None:
    canvas.setFillColor(white)
    canvas.drawString(72, 60, "The therapist shall decide custody.")


def with_footnote(canvas: Canvas) -> None:
    canvas.line(72, 62, 180, 62)
    canvas.setFont("Times-Roman", 6)
    canvas.drawString(72, 52, "1")
    canvas.setFont("Times-Roman", 8)
    canvas.drawString(76, 50, "See the guidance of the court of 2024.")


def with_redline(canvas: Canvas) -> None:
    """A deletion struck through in red beside its insertion, underlined."""
    gone, added = "The therapist shall decide custody. ", "Each party bears own fees."
    x = 72 + canvas.stringWidth(gone, "Times-Roman", 11)
    canvas.setFont("Times-Roman", 11)
    canvas.setFillColor(red)
    canvas.setStrokeColor(red)
    canvas.drawString(72, 60, gone)
    canvas.line(72, 63.5, x - 3, 63.5)
    canvas.setFillColor(blue)
    canvas.drawString(x, 60, added)
    canvas.line(x, 58.5, x + canvas.stringWidth(added, "Times-Roman", 11), 58.5)


def with_symbols(canvas: Canvas) -> None:
    """Check boxes as signs of a symbol font: an empty one and a cross."""
    for y, sign, text in ((60, "\u274f", FOREIGN), (44, "\u2718", "Each party bears own fees.")):
        canvas.setFont("ZapfDingbats", 11)
        canvas.drawString(72, y, sign)
        canvas.setFont("Times-Roman", 11)
        canvas.drawString(90, y, text)


def with_tiny(canvas: Canvas) -> None:
    canvas.setFont("Times-Roman", 0.5)
    canvas.drawString(72, 60, FOREIGN)


def with_unseen(canvas: Canvas) -> None:
    """Text in the mode that draws nothing, off the page, and under a picture."""
    text = canvas.beginText(72, 60)
    text.setTextRenderMode(3)
    text.textOut(FOREIGN)
    canvas.drawText(text)
    canvas.setFont("Times-Roman", 11)
    canvas.drawString(72, -40, FOREIGN)
    canvas.drawString(72, 40, FOREIGN)
    canvas.drawInlineImage(Image.new("L", (8, 8), 128), 70, 36, 300, 16)


def with_red_stamp(canvas: Canvas) -> None:
    """A clerk's stamp set straight across the text of the order."""
    canvas.saveState()
    canvas.setFillColorRGB(0.8, 0.1, 0.1, alpha=0.6)
    canvas.setFont("Helvetica-Bold", 20)
    canvas.drawString(250, 512, "FILED")
    canvas.drawString(230, 490, "MAR 04 2026")
    canvas.rect(222, 484, 160, 50)
    canvas.restoreState()


def pleading() -> bytes:
    """The order on pleading paper: 28 numbered lines, a ruled margin, caption in two columns."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(612, 792), invariant=1)
    lines: list[tuple[float, str]] = []  # where each line begins, and what it says
    court, _, _, opening = ORDER[:4]
    lines.append((200, court.text))
    lines += [(0, row) for row in _CAPTION]
    for item in (opening, *ORDER[4:]):
        lines += _wrapped(item)
    for row in FEES:
        lines.append((0, "\t".join(row)))
    for item in REST:
        lines += _wrapped(item)
    for first in range(0, len(lines), 28):
        _pleading_page(canvas, lines[first : first + 28], first // 28 + 1)
    canvas.save()
    return file.getvalue()


_CAPTION = (
    "IN RE THE MARRIAGE OF HELENE\t)\tCase No. FL-2026-118",
    "OSTRANDER, Petitioner, and\t)\t",
    "PIERS OSTRANDER, Respondent\t)\tORDER FOR REUNIFICATION",
    "\t)\tTHERAPY",
    "____________________________\t)\t",
)


def _wrapped(item: Item) -> list[tuple[float, str]]:
    first, rest = (36.0 * (item.level + 1), 0.0) if item.level >= 0 else (36.0, 0.0)
    found: list[tuple[float, str]] = []
    line, x = "", first
    for each in _line(item).split():
        if stringWidth(f"{line} {each}", "Times-Roman", 12) > 450 - x:
            found.append((x, line))
            line, x = "", rest
        line = f"{line} {each}".strip()
    return [*found, (x, line)]


def _pleading_page(canvas: Canvas, lines: list[tuple[float, str]], page: int) -> None:
    canvas.setFont("Times-Roman", 12)
    for x in (96, 99, 565):
        canvas.line(x, 20, x, 780)
    for index in range(28):
        canvas.drawRightString(90, 726 - 24 * index, str(index + 1))
    for index, (x, text) in enumerate(lines):
        for tab, part in zip(
            (x, 230, 260) if "\t)" in text else (x, 250, 350), text.split("\t"), strict=False
        ):
            canvas.drawString(105 + tab, 726 - 24 * index, part)
    canvas.line(105, 48, 560, 48)
    canvas.setFont("Times-Roman", 10)
    canvas.drawCentredString(330, 36, f"- {page} -")
    canvas.drawCentredString(330, 24, "ORDER FOR REUNIFICATION THERAPY")
    canvas.showPage()


def mixed(data: bytes) -> bytes:
    """The order with a page of text after it and, between them, a scanned page of the same."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    scan = pypdf.PdfReader(io.BytesIO(scanned(_letter(), SCANS["scan-300"])))
    for page in (*scan.pages, *pypdf.PdfReader(io.BytesIO(_letter())).pages):
        writer.add_page(page)
    return _written(writer)


def _letter() -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(612, 792), invariant=1)
    canvas.setFont("Times-Roman", 12)
    canvas.drawString(72, 700, "The clerk shall send a copy of the order to each party.")
    canvas.drawString(72, 680, "A copy of it shall be kept with the papers of the court.")
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def moved(data: bytes) -> bytes:
    """The same page with its corner elsewhere, and cut to what is seen of it."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    for page in writer.pages:
        page.add_transformation(pypdf.Transformation().translate(100, 200))
        for box in (page.mediabox, page.cropbox):
            box.lower_left, box.upper_right = (100, 200), (712, 992)
    return _written(writer)


def with_stamp(canvas: Canvas) -> None:
    canvas.saveState()
    canvas.translate(200, 300)
    canvas.rotate(35)
    canvas.setFont("Helvetica-Bold", 48)
    canvas.setFillGray(0.8)
    canvas.drawString(0, 0, "FILED MAR 4 2026")
    canvas.restoreState()


def turned(data: bytes, quarter: int) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    for page in writer.pages:
        page.rotate(90 * quarter)
    return _written(writer)


def locked(data: bytes) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt("", "owner", algorithm="AES-256")
    return _written(writer)


def _written(writer: pypdf.PdfWriter) -> bytes:
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


# ---- scans


class Scan(NamedTuple):
    """How a scan differs from the page."""

    dpi: int
    skew: float = 0.0  # degrees
    blur: float = 0.0  # pixels
    noise: int = 0  # of 255
    bilevel: bool = False


SCANS = {
    "scan-300": Scan(300),
    "scan-300-worn": Scan(300, skew=0.7, blur=0.8, noise=40),
    "scan-200-worn": Scan(200, skew=-0.9, blur=0.7, noise=40),
    "scan-150-fax": Scan(150, skew=0.4, bilevel=True),
}


def scanned(data: bytes, scan: Scan) -> bytes:
    """The PDF's pages as pictures without text."""
    dice = random.Random(7)
    pictures = []
    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            picture = page.render(scale=scan.dpi / 72, grayscale=True).to_pil().convert("L")
            picture = picture.rotate(scan.skew, fillcolor=255, resample=Image.Resampling.BICUBIC)
            if scan.blur:
                picture = picture.filter(ImageFilter.GaussianBlur(scan.blur))
            if scan.noise:
                grain = Image.frombytes(
                    "L", picture.size, dice.randbytes(picture.width * picture.height)
                )
                grain = grain.point(lambda value: value * scan.noise // 255)
                picture = ImageChops.subtract(picture, grain)
            pictures.append(picture.convert("1") if scan.bilevel else picture)
    file = io.BytesIO()
    pictures[0].save(file, "PDF", save_all=True, append_images=pictures[1:], resolution=scan.dpi)
    return file.getvalue()


# ---- all


def papers() -> dict[str, bytes]:
    """Every form by its file name, without those that LibreOffice makes."""
    pdf = drawn()
    made = {
        "word.docx": word(),
        "word-tracked.docx": word(tracked),
        "word-struck.docx": word(struck),
        "word-hidden.docx": word(hidden),
        "word-comments.docx": word(commented),
        "word-header.docx": word(framed),
        "word-boxes.docx": word(boxed),
        "word-notes.docx": word(noted),
        "word-textbox.docx": word(text_boxed),
        "word-controls.docx": word(controlled),
        "word-caption.docx": word(captioned),
        "word-double.docx": word(double_spaced),
        "text.txt": "\n\n".join(truth()).encode(),
        "text-utf16.txt": "\n\n".join(truth()).encode("utf-16"),
        "text-cp1252.txt": "\n\n".join(truth()).encode("cp1252"),
        "markdown.md": _markdown().encode(),
        "pdf.pdf": pdf,
        "pdf-form.pdf": drawn(with_form),
        "pdf-struck.pdf": drawn(with_struck),
        "pdf-white.pdf": drawn(with_white),
        "pdf-stamp.pdf": drawn(with_stamp),
        "pdf-red-stamp.pdf": drawn(with_red_stamp),
        "pdf-note.pdf": drawn(with_footnote),
        "pdf-redline.pdf": drawn(with_redline),
        "pdf-symbols.pdf": drawn(with_symbols),
        "pdf-tiny.pdf": drawn(with_tiny),
        "pdf-unseen.pdf": drawn(with_unseen),
        "pdf-pleading.pdf": pleading(),
        "pdf-mixed.pdf": mixed(pdf),
        "pdf-moved.pdf": moved(pdf),
        "pdf-turned.pdf": turned(pdf, 1),
        "pdf-turned-180.pdf": turned(pdf, 2),
        "pdf-turned-270.pdf": turned(pdf, 3),
        "pdf-locked.pdf": locked(pdf),
        "pdf-damaged.pdf": pdf[: pdf.rindex(b"xref")],
    }
    return made | {f"{name}.pdf": scanned(pdf, scan) for name, scan in SCANS.items()}


def _markdown() -> str:
    lines = ["   " * max(item.level, 0) + _line(item) for item in ORDER]
    rows = [" | ".join(row) for row in FEES]
    table = "\n".join([rows[0], "---|---|---", *rows[1:]])
    return "\n\n".join([*lines, table, *map(_line, REST)])


def converted(source: Path, folder: Path) -> None:
    """What LibreOffice makes of the Word file."""
    program = shutil.which("soffice")
    if program is None:
        print("LibreOffice is not installed: no .odt, .rtf, .doc, .html, and no PDF of its making")
        return
    with tempfile.TemporaryDirectory() as profile:
        for kind in ("odt", "rtf", "doc", "html", "pdf"):
            arguments = (f"-env:UserInstallation={Path(profile).as_uri()}", "--headless")
            target = folder / "made"
            command = [
                program,
                *arguments,
                "--convert-to",
                kind,
                "--outdir",
                str(target),
                str(source),
            ]
            subprocess.run(command, check=False, capture_output=True, timeout=300)
            made = target / source.with_suffix(f".{kind}").name
            if made.exists():
                made.replace(folder / f"libreoffice-{source.stem}.{kind}")
        shutil.rmtree(folder / "made", ignore_errors=True)


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in papers().items():
        (folder / name).write_bytes(data)
    (folder / "truth.txt").write_text("\n\n".join(truth()), encoding="utf-8")
    for name in (
        "word",
        "word-tracked",
        "word-notes",
        "word-textbox",
        "word-caption",
        "word-double",
    ):
        converted(folder / f"{name}.docx", folder)
    print(f"{len(list(folder.iterdir()))} files in {folder}")


if __name__ == "__main__":
    main()
