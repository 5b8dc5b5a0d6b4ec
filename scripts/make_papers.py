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
from docx.oxml import parse_xml
from docx.text.paragraph import Paragraph
from PIL import Image, ImageChops, ImageFilter
from reportlab.lib.colors import white
from reportlab.pdfgen.canvas import Canvas

# ruff: noqa: S311, SLF001 - chance hides nothing here; python-docx shows its XML only so
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


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


def with_struck(canvas: Canvas) -> None:
    text = "The therapist shall decide custody."
    canvas.drawString(72, 60, text)
    canvas.line(72, 63.5, 72 + canvas.stringWidth(text, "Times-Roman", 11), 63.5)


def with_white(canvas: Canvas) -> None:
    canvas.setFillColor(white)
    canvas.drawString(72, 60, "The therapist shall decide custody.")


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
        "text.txt": "\n\n".join(truth()).encode(),
        "text-utf16.txt": "\n\n".join(truth()).encode("utf-16"),
        "text-cp1252.txt": "\n\n".join(truth()).encode("cp1252"),
        "markdown.md": _markdown().encode(),
        "pdf.pdf": pdf,
        "pdf-form.pdf": drawn(with_form),
        "pdf-struck.pdf": drawn(with_struck),
        "pdf-white.pdf": drawn(with_white),
        "pdf-stamp.pdf": drawn(with_stamp),
        "pdf-turned.pdf": turned(pdf, 1),
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
    converted(folder / "word.docx", folder)
    converted(folder / "word-tracked.docx", folder)
    print(f"{len(list(folder.iterdir()))} files in {folder}")


if __name__ == "__main__":
    main()
