"""Make one invented order in every form in which a lawyer holds it, and what it says in truth.

Run ``python -m scripts.make_papers FOLDER``. python-docx writes the Word files, LibreOffice turns
them into the other formats (what needs it is left out where it is not installed), reportlab and
pypdf write the PDFs, Pillow makes the scans worse. benchmarks/papers.py measures what rtlint
reads.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts.papers import pdf, word
from scripts.papers.order import FEES, ORDER, REST, line_of, truth
from scripts.papers.pleading import pleading
from scripts.papers.scans import SCANS, scanned


def papers() -> dict[str, bytes]:
    """Every form by its file name, without those that LibreOffice makes."""
    usual = pdf.drawn()
    made = {
        "word.docx": word.word(),
        "word-tracked.docx": word.word(word.tracked),
        "word-struck.docx": word.word(word.struck),
        "word-hidden.docx": word.word(word.hidden),
        "word-comments.docx": word.word(word.commented),
        "word-header.docx": word.word(word.framed),
        "word-boxes.docx": word.word(word.boxed),
        "word-notes.docx": word.word(word.noted),
        "word-textbox.docx": word.word(word.text_boxed),
        "word-controls.docx": word.word(word.controlled),
        "word-caption.docx": word.word(word.captioned),
        "word-double.docx": word.word(word.double_spaced),
        "text.txt": "\n\n".join(truth()).encode(),
        "text-utf16.txt": "\n\n".join(truth()).encode("utf-16"),
        "text-cp1252.txt": "\n\n".join(truth()).encode("cp1252"),
        "markdown.md": _markdown().encode(),
        "pdf.pdf": usual,
        "pdf-form.pdf": pdf.drawn(pdf.with_form),
        "pdf-struck.pdf": pdf.drawn(pdf.with_struck),
        "pdf-white.pdf": pdf.drawn(pdf.with_white),
        "pdf-stamp.pdf": pdf.drawn(pdf.with_stamp),
        "pdf-red-stamp.pdf": pdf.drawn(pdf.with_red_stamp),
        "pdf-note.pdf": pdf.drawn(pdf.with_footnote),
        "pdf-redline.pdf": pdf.drawn(pdf.with_redline),
        "pdf-symbols.pdf": pdf.drawn(pdf.with_symbols),
        "pdf-tiny.pdf": pdf.drawn(pdf.with_tiny),
        "pdf-unseen.pdf": pdf.drawn(pdf.with_unseen),
        "pdf-pleading.pdf": pleading(),
        "pdf-mixed.pdf": pdf.mixed(usual),
        "pdf-moved.pdf": pdf.moved(usual),
        "pdf-turned.pdf": pdf.turned(usual, 1),
        "pdf-turned-180.pdf": pdf.turned(usual, 2),
        "pdf-turned-270.pdf": pdf.turned(usual, 3),
        "pdf-locked.pdf": pdf.locked(usual),
        "pdf-damaged.pdf": usual[: usual.rindex(b"xref")],
    }
    return made | {f"{name}.pdf": scanned(usual, scan) for name, scan in SCANS.items()}


def _markdown() -> str:
    lines = ["   " * max(item.level, 0) + line_of(item) for item in ORDER]
    rows = [" | ".join(row) for row in FEES]
    table = "\n".join([rows[0], "---|---|---", *rows[1:]])
    return "\n\n".join([*lines, table, *map(line_of, REST)])


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
