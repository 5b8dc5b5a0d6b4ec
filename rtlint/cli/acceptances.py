"""The file of acceptances that may stand beside an order: ``order.pdf.accepted.toml``."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from rtlint.errors import UsageError
from rtlint.model.report import Acceptance, Report
from rtlint.review import accept

SUFFIX = ".accepted.toml"


def beside(order: Path) -> Path:
    """Where the acceptances of an order stand."""
    return order.with_name(order.name + SUFFIX)


def read(path: Path) -> tuple[str, tuple[Acceptance, ...]]:
    """The text of the file and the acceptances in it; nothing where there is no file."""
    if not path.is_file():
        return "", ()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{str(path)!r} could not be read. It must be a text file.") from error
    return text, accept.parse(text, name=path.name)


def applied(report: Report, files: Sequence[Path | None], day: str) -> Report:
    """The report with what was accepted beside each file; ``day`` is today where it is "".

    The clock is only looked at for acceptances that expire.
    """
    found = [read(beside(path))[1] if path is not None else () for path in files]
    if not any(found):
        return report
    today = day or date.today().isoformat()  # noqa: DTZ011, the user's own day
    documents = tuple(
        accept.apply(document, given, today)
        for document, given in zip(report.documents, found, strict=True)
    )
    return replace(report, documents=documents)
