"""rtlint as a library: ``load_rules``, ``audit``, ``render``.

The one line that the whole package is: bytes are read into a document, its structure
and language are analysed, rules are judged on it, and the judgement is graded.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from rtlint.errors import UnreadableDocument
from rtlint.model.document import Document, Line, Notice, Paragraph
from rtlint.model.report import DocumentReport, Report, RoleLine
from rtlint.model.rule import Rulebook
from rtlint.rulebook import load_rules

if TYPE_CHECKING:
    from rtlint.language import Analysis
    from rtlint.read import Limits

Roles = Mapping[
    str, Sequence[str]
]  # role or member ("therapist", "mother") -> names given by the user


def audit(
    paths: Sequence[Path | str],
    *,
    rules: Rulebook | None = None,
    roles: Roles | None = None,
    password: str | None = None,
    model: bool = True,
    filed: date | None = None,
    limits: "Limits | None" = None,
    progress: Callable[[str], None] | None = None,
) -> Report:
    """Judge documents, each by itself; one that cannot be read is reported in its place.

    Args:
        paths: files to read.
        rules: the rules to judge by; rtlint's own when None.
        roles: names that win over what each document says of who is who.
        password: opens encrypted PDF files.
        model: whether the learned reader reads beside the frames.
        filed: the day the paper is filed; what it sets for a day before is then a finding.
        limits: what reading one file may cost; the defaults of ``rtlint.read.Limits`` when None.
        progress: called with each file's name before it is read.
    """
    # The first file is read in a child process: the engine is imported meanwhile.
    Thread(target=import_module, args=("rtlint.checks.judge",), daemon=True).start()
    rulebook = rules or load_rules()
    found = []
    for path in paths:
        name = Path(path).name
        if progress:
            progress(name)
        try:
            document = read_document(path, password=password, limits=limits)
            found.append(audit_document(document, rulebook, roles, model=model, filed=filed))
        except UnreadableDocument as error:
            found.append(unread(name, str(error)))
        except Exception as error:  # noqa: BLE001 - one document's fault must not cost the others
            found.append(unread(name, _fault(error)))
    return report(rulebook, found, model=model)


def read_document(
    path: Path | str, *, password: str | None = None, limits: "Limits | None" = None
) -> Document:
    """Read one file.

    Raises:
        UnreadableDocument: with a sentence that says why, and what to do.
    """
    from rtlint.read import Limits, read

    return read(path, password=password, limits=limits or Limits())


def read_bytes(
    data: bytes, *, name: str, password: str | None = None, limits: "Limits | None" = None
) -> Document:
    """Read the bytes of a file; ``name`` is what reports call it.

    Raises:
        UnreadableDocument: with a sentence that says why, and what to do.
    """
    from rtlint.read import Limits
    from rtlint.read import read_bytes as read

    return read(data, name=name, password=password, limits=limits or Limits())


def audit_document(
    document: Document,
    rulebook: Rulebook,
    roles: Roles | None = None,
    *,
    model: bool = True,
    filed: date | None = None,
) -> DocumentReport:
    """Judge one document that has been read; ``audit`` explains what may be given."""
    from rtlint.checks.applies import applies
    from rtlint.checks.drafting import remarks
    from rtlint.checks.judge import judge
    from rtlint.language import analyse
    from rtlint.readers.learned import shipped_reader
    from rtlint.review.grade import grade, not_applicable
    from rtlint.review.revisions import decided_by_changes
    from rtlint.structure import outline

    analysis = analyse(document, outline(document), rulebook.vocabulary, roles)
    reader = shipped_reader() if model else None
    judgement = judge(analysis, rulebook, reader)
    assessments = judgement.assessments
    applicable = applies(analysis, assessments, learned=reader is not None)
    findings = (
        grade(rulebook, assessments, remarks(analysis, rulebook, judgement, filed), analysis.roles)
        if applicable
        else not_applicable(rulebook)
    )
    if applicable and document.original is not None:
        before = audit_document(document.original, rulebook, roles, model=model)
        findings += decided_by_changes(assessments, before.assessments)
    return DocumentReport(
        name=document.name,
        media_type=document.media_type,
        sha256=document.sha256,
        pages=document.pages,
        applicable=applicable,
        assessments=assessments,
        findings=findings,
        notices=document.notices + (_role_notices(analysis) if applicable else ()),
        roles=analysis.roles,
        complete=not (document.unread_pages or document.unread_parts),
        text=document.text,
        page_starts=document.page_starts(),
    )


def audit_text(
    text: str,
    *,
    name: str,
    rules: Rulebook | None = None,
    roles: Roles | None = None,
    model: bool = True,
    filed: date | None = None,
) -> DocumentReport:
    """Judge a text given as a string, as if it were a plain-text file."""
    document = read_bytes(text.encode(), name=name)
    return audit_document(document, rules or load_rules(), roles, model=model, filed=filed)


def role_map(
    document: Document, rulebook: Rulebook, roles: Roles | None = None
) -> tuple[RoleLine, ...]:
    """Who is who in a document."""
    from rtlint.language import analyse
    from rtlint.structure import outline

    return analyse(document, outline(document), rulebook.vocabulary, roles).roles


def unread(name: str, error: str) -> DocumentReport:
    """The report of a document that could not be read."""
    return DocumentReport(
        name,
        "application/octet-stream",
        hashlib.sha256(b"").hexdigest(),
        None,
        applicable=False,
        assessments=(),
        findings=(),
        notices=(),
        error=error,
        complete=False,
    )


def report(
    rulebook: Rulebook, documents: Sequence[DocumentReport], *, model: bool = False
) -> Report:
    """One report over documents judged by the same rules."""
    from rtlint import __version__
    from rtlint.readers.learned import shipped_digest
    from rtlint.review.grade import summaries

    return Report(
        __version__,
        rulebook.version,
        rulebook.digest,
        summaries(rulebook),
        tuple(documents),
        shipped_digest() if model else "",
    )


def render(report: Report, name: str = "text") -> str:
    """A report as text in one of the formats of ``rtlint.reporters.FORMATS``."""
    from rtlint.reporters import render as render_report

    return render_report(report, name)


def _fault(error: Exception) -> str:
    """A sentence for a mistake of rtlint's own; it quotes nothing of the document."""
    return (
        f"rtlint itself failed on this document ({type(error).__name__}), so it was not judged. "
        "Please report this, if you can with a made-up document that shows it."
    )


def _role_notices(analysis: "Analysis") -> tuple[Notice, ...]:
    """A notice for every expected role that nobody in the document can be told to have."""
    told = {mention.role for mention in analysis.mentions if mention.members - {"?"}}
    return tuple(
        Notice(
            "role-not-told",
            f"Nobody in this document could be told to be the {role.name}; "
            f"what depends on that may be misjudged. Name the {role.name} with an option.",
        )
        for role in analysis.vocabulary.roles.values()
        if role.expected and role.name not in told
    )


__all__ = [
    "Document",
    "DocumentReport",
    "Line",
    "Paragraph",
    "Report",
    "Rulebook",
    "audit",
    "audit_document",
    "audit_text",
    "load_rules",
    "read_document",
    "render",
    "report",
    "role_map",
    "unread",
]
