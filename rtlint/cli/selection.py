"""Rules by the names that users give them: ``RT101``, ``rt101``, ``both-parents``, ``RT6``.

A selection narrows what a report shows, after everything was judged: one
requirement's status can rest on another's, and must not change with the view.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches

from rtlint.errors import UsageError
from rtlint.model.report import DocumentReport, Report, Severity
from rtlint.model.rule import Rule, Rulebook


def named(rulebook: Rulebook, key: str) -> Rule:
    """The rule with this id or short name."""
    rule = rulebook.rule(key.strip())
    if rule is None:
        raise UsageError(f"There is no rule {key!r}. {_near(rulebook, key)}")
    return rule


def check(rulebook: Rulebook, keys: Iterable[str]) -> None:
    """Raise ``UsageError`` when a key names no rule."""
    ids(rulebook, keys)


def graded(report: Report, rulebook: Rulebook, severity: Mapping[str, Severity]) -> Report:
    """The report with severities from the settings; a rule's own key beats its family's."""
    changed: dict[str, Severity] = {}
    for key in sorted(severity, key=len):
        changed |= dict.fromkeys(ids(rulebook, (key,)), severity[key])
    if not changed:
        return report
    return replace(report, documents=tuple(_graded(d, changed) for d in report.documents))


def _graded(document: DocumentReport, severity: Mapping[str, Severity]) -> DocumentReport:
    findings = [replace(f, severity=severity.get(f.rule, f.severity)) for f in document.findings]
    return replace(
        document, findings=tuple(sorted(findings, key=lambda f: (-f.severity.rank, f.rule)))
    )


def selected(
    report: Report, rulebook: Rulebook, select: Iterable[str], ignore: Iterable[str]
) -> Report:
    """The report, narrowed to the rules selected and without those ignored."""
    wanted = ids(rulebook, select) or {rule.id for rule in rulebook.rules}
    wanted -= ids(rulebook, ignore)
    return replace(
        report,
        rules=tuple(rule for rule in report.rules if rule.id in wanted),
        documents=tuple(_narrowed(document, wanted) for document in report.documents),
    )


def _narrowed(document: DocumentReport, wanted: set[str]) -> DocumentReport:
    return replace(
        document,
        assessments=tuple(item for item in document.assessments if item.rule in wanted),
        findings=tuple(item for item in document.findings if item.rule in wanted),
    )


def ids(rulebook: Rulebook, values: Iterable[str]) -> set[str]:
    """The ids of the rules that these keys name; each may hold several, with commas."""
    keys = [key.strip() for value in values for key in value.split(",")]
    return {ident for key in keys if key for ident in _matching(rulebook, key)}


def _matching(rulebook: Rulebook, key: str) -> set[str]:
    rule = rulebook.rule(key)
    if rule is not None:
        return {rule.id}
    family = key.upper().rstrip("X")
    ids = {rule.id for rule in rulebook.rules if family and rule.id.startswith(family)}
    if not ids:
        raise UsageError(f"There is no rule {key!r}. {_near(rulebook, key)}")
    return ids


def _near(rulebook: Rulebook, key: str) -> str:
    names = {name: rule for rule in rulebook.rules for name in (rule.id.casefold(), rule.name)}
    near = get_close_matches(key.strip().casefold(), names, n=2)
    close = list(dict.fromkeys(f"{names[name].id} ({names[name].name})" for name in near))
    meant = f"Did you mean {' or '.join(close)}? " if close else ""
    return f'{meant}"rtlint rules" lists all of them.'
