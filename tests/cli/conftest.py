"""A stand-in for the engine, so that the command line is tested without it.

It judges by the words in a file: ERROR, WARNING and INFO raise findings, DAMAGED
and PARTLY make the document unreadable or half read, CRASH raises what nobody foresaw.
"""

import hashlib
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner, Result

import rtlint
from rtlint.cli import main
from rtlint.model.assessment import Assessment, Evidence, EvidenceRole, Status
from rtlint.model.document import Document, Place
from rtlint.model.limits import Limits
from rtlint.model.report import DocumentReport, Finding, Report, RoleLine, RuleSummary, Severity
from rtlint.model.rule import Example, Rule, Rulebook, Trap
from rtlint.model.vocabulary import Vocabulary

Run = Callable[..., Result]
RULES = tuple(
    Rule(
        id=ident,
        name=name,
        title=title,
        kind="requirement",
        why=f"Why {title.lower()} matters.",
        source="Practice guidance",
        severity={Status.MISSING: Severity.ERROR, Status.PARTIAL: Severity.WARNING},
        clause="{mother|Both} parents shall take part.",
        examples=(
            Example(Status.MET, "Both parents shall attend.", ("shall attend",)),
            Example(Status.PARTIAL, "Mother shall attend."),
            Example(Status.CONTRADICTED, "Father need not attend."),
        ),
        traps=(Trap(Status.MISSING, "The guardian shall attend.", "a guardian is no parent."),),
    )
    for ident, name, title in (
        ("RT101", "both-parents", "Both parents take part"),
        ("RT102", "child", "The child takes part"),
        ("RT601", "no-custody-role", "The therapist decides no custody"),
    )
)
RULEBOOK = Rulebook("rt", "2026.11", "sha256:" + "0" * 64, RULES, Vocabulary({}, {}, {}))
RAISED = {"RT601": Severity.ERROR, "RT101": Severity.WARNING, "RT102": Severity.INFO}


class Engine(ModuleType):
    """What ``rtlint.api`` offers, and what it was asked."""

    def __init__(self) -> None:
        super().__init__("rtlint.api")
        self.asked: dict[str, object] = {}

    def audit(
        self,
        paths: Sequence[Path],
        *,
        rules: Rulebook,
        roles: Mapping[str, Sequence[str]] | None = None,
        progress: Callable[[str], None] | None = None,
        password: str | None = None,
        model: bool = True,
        filed: date | None = None,
        limits: Limits | None = None,
    ) -> Report:
        self.asked = {"roles": dict(roles or {}), "password": password, "progress": progress}
        self.asked |= {"model": model, "filed": filed, "limits": limits}
        documents = []
        for path in paths:
            if progress:
                progress(path.name)
            text = path.read_text(encoding="utf-8")
            documents.append(self.audit_text(text, name=path.name, rules=rules))
        summaries = tuple(RuleSummary(r.id, r.name, r.title, r.why, r.source) for r in rules.rules)
        return Report("1.0", rules.version, rules.digest, summaries, tuple(documents))

    def audit_document(
        self,
        document: Document,
        rules: Rulebook,
        roles: Mapping[str, Sequence[str]],
        *,
        model: bool = True,
        filed: date | None = None,
    ) -> DocumentReport:
        return self.audit_text(document.text, name=document.name, rules=rules)

    def unread(self, name: str, error: str) -> DocumentReport:
        return DocumentReport(name, "", "", None, False, (), (), (), error=error, complete=False)

    def role_map(
        self, document: Document, rules: Rulebook, roles: Mapping[str, Sequence[str]]
    ) -> tuple[RoleLine, ...]:
        self.asked = {"roles": dict(roles)}
        if "Dana" not in document.text:
            return ()
        return (RoleLine("mother", ("Dana Reyes", "Petitioner"), "caption"),)

    def audit_text(
        self, text: str, *, name: str, rules: Rulebook, model: bool = True
    ) -> DocumentReport:
        if "CRASH" in text:
            raise ValueError(text)
        if "DAMAGED" in text:
            return self.unread(name, "It is damaged.")
        quote = Evidence(EvidenceRole.SUPPORTS, text[:60], 0, len(text[:60]), Place(1, 1), "1")
        findings = tuple(
            Finding(rule, severity, Status.PARTIAL, f"{severity} here.", (quote,), "", rule)
            for rule, severity in RAISED.items()
            if severity.name in text
        )
        found = {finding.rule for finding in findings}
        statuses = {r.id: Status.PARTIAL if r.id in found else Status.MET for r in rules.rules}
        return DocumentReport(
            name,
            "text/plain",
            hashlib.sha256(text.encode()).hexdigest(),
            None,
            True,
            tuple(Assessment(ident, status, (quote,)) for ident, status in statuses.items()),
            findings,
            (),
            complete="PARTLY" not in text,
        )


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Engine:
    made = Engine()
    monkeypatch.setitem(sys.modules, "rtlint.api", made)
    monkeypatch.setattr(rtlint, "api", made, raising=False)
    monkeypatch.setattr("rtlint.rulebook.load_rules", lambda folders=(): RULEBOOK)
    return made


@pytest.fixture
def run(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line in an empty folder, with the stand-in engine."""
    monkeypatch.chdir(tmp_path)

    def invoke(*arguments: str, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, list(arguments), input=stdin, prog_name="rtlint")

    return invoke
