"""Findings that somebody decided to leave as they are, kept in a file beside the order.

An acceptance holds for the rule, the status and the words it was given for, and for so many
findings: never for a line or a file. When the words change, the finding is open again. Accepted
findings stay in every report; they only no longer count.
"""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime

from rtlint.errors import UsageError
from rtlint.model.assessment import EvidenceRole, Status
from rtlint.model.document import Notice
from rtlint.model.report import Acceptance, DocumentReport, Finding

DRAFTING = "drafting"  # what the file says for a finding without a status
_KEYS = tuple(field.name for field in fields(Acceptance))
_OPTIONAL = ("quote", "expires", "count")
_HEADER = """\
# Findings that somebody decided to leave as they are. "rtlint accept" adds entries; edit or remove
# them as you like. An entry holds while rule, status and words (the fingerprint) stay the same.
"""


@dataclass(slots=True)
class _Use:
    acceptance: Acceptance
    times: int = 0
    expired: bool = False  # and a finding would have been covered


def parse(text: str, *, name: str) -> tuple[Acceptance, ...]:
    """The acceptances in a file; ``name`` is what messages call it.

    Raises:
        UsageError: the file is not as it should be; the message names entry and key.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{name!r} is no TOML file that can be read ({error}).") from error
    entries = data.pop("accepted", [])
    if data or not isinstance(entries, list):
        wrong = next(iter(data), "accepted")
        raise UsageError(f"{name!r} has a part {wrong!r}; it may hold [[accepted]] entries only.")
    return tuple(_entry(entry, f"entry {n} of {name!r}") for n, entry in enumerate(entries, 1))


def added(text: str, acceptances: Iterable[Acceptance]) -> str:
    """The file's text with more acceptances at its end; what stands in it is kept."""
    head = text.rstrip("\n") + "\n" if text.strip() else _HEADER
    return head + "".join(map(_written, acceptances))


def acceptance(
    findings: Sequence[Finding], *, reason: str, by: str, day: str, expires: str | None
) -> Acceptance:
    """The acceptance of findings that share one fingerprint."""
    first = findings[0]
    quotes = [e.quote for e in first.evidence if e.role is not EvidenceRole.NEAREST]
    return Acceptance(
        rule=first.rule,
        status=first.status,
        fingerprint=first.fingerprint,
        quote=" […] ".join(quotes),
        reason=reason,
        by=by,
        date=day,
        expires=expires,
        count=len(findings),
    )


def apply(
    document: DocumentReport, acceptances: Sequence[Acceptance], today: str
) -> DocumentReport:
    """The document with its accepted findings marked, and notices on what no longer applies.

    Args:
        today: ISO 8601; an acceptance that expired before it covers nothing.
    """
    if document.error is not None or not acceptances:
        return document
    uses = [_Use(acceptance) for acceptance in acceptances]
    findings = tuple(_marked(finding, uses, today) for finding in document.findings)
    notices = tuple(notice for use in uses for notice in _notices(use))
    return replace(document, findings=findings, notices=document.notices + notices)


def _marked(finding: Finding, uses: Iterable[_Use], today: str) -> Finding:
    for use in uses:
        given = use.acceptance
        same = (given.rule, given.status, given.fingerprint) == (
            finding.rule, finding.status, finding.fingerprint,
        )  # fmt: skip
        if not same or use.times >= given.count:
            continue
        if given.expires is not None and given.expires < today:
            use.expired = True
            continue
        use.times += 1
        return replace(finding, accepted=given)
    return finding


def _notices(use: _Use) -> Iterable[Notice]:
    given = use.acceptance
    who = f"The acceptance of {given.rule} by {given.by} ({given.date})"
    if use.expired:
        yield Notice(
            "acceptance-expired",
            f"{who} expired on {given.expires}, so the finding counts again. Reason then: "
            f"{given.reason}",
        )
    elif not use.times:
        words = f' It was given for these words: "{given.quote}"' if given.quote else ""
        yield Notice(
            "acceptance-unused", f"{who} fits no finding any more; it can be removed.{words}"
        )
    elif use.times < given.count:
        yield Notice(
            "acceptance-unused",
            f"{who} covers {given.count} findings, and only {use.times} are left.",
        )


def _entry(entry: object, where: str) -> Acceptance:
    if not isinstance(entry, dict):
        raise UsageError(f"{where} is no table; begin it with [[accepted]].")
    unknown = [key for key in entry if key not in _KEYS]
    missing = [key for key in _KEYS if key not in entry and key not in _OPTIONAL]
    if unknown or missing:
        said = f"an unknown key {unknown[0]!r}" if unknown else f"no key {missing[0]!r}"
        raise UsageError(f"{where} has {said}. The keys are: {', '.join(_KEYS)}.")
    count = entry.get("count", 1)
    if not isinstance(count, int) or isinstance(count, bool) or count < 1:
        raise UsageError(f"{where}: count must be a whole number from 1.")
    return Acceptance(
        rule=_text(entry, "rule", where),
        status=_status(_text(entry, "status", where), where),
        fingerprint=_text(entry, "fingerprint", where),
        quote=_text(entry, "quote", where) if "quote" in entry else "",
        reason=_text(entry, "reason", where),
        by=_text(entry, "by", where),
        date=_day(entry["date"], f"{where}: date"),
        expires=_day(entry["expires"], f"{where}: expires") if "expires" in entry else None,
        count=count,
    )


def _text(entry: dict[str, object], key: str, where: str) -> str:
    value = entry[key]
    if not isinstance(value, str) or (not value.strip() and key != "quote"):
        raise UsageError(f"{where}: {key} must be words between quotation marks.")
    return value


def _status(value: str, where: str) -> Status | None:
    if value == DRAFTING:
        return None
    try:
        return Status(value)
    except ValueError as error:
        known = ", ".join([*(status.value for status in Status), DRAFTING])
        raise UsageError(f"{where}: there is no status {value!r}. Use one of: {known}.") from error


def _day(value: object, where: str) -> str:
    try:
        day = date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        day = None
    # A moment is a day too, for TOML; nobody means one.
    if not isinstance(day, date) or isinstance(day, datetime):
        raise UsageError(f"{where} must be a day like 2026-05-03.")
    return day.isoformat()


def _written(given: Acceptance) -> str:
    lines = [
        "[[accepted]]",
        f"rule = {_quoted(given.rule)}",
        f"status = {_quoted(given.status.value if given.status else DRAFTING)}",
        f"quote = {_quoted(given.quote)}",
        f"reason = {_quoted(given.reason)}",
        f"by = {_quoted(given.by)}",
        f"date = {given.date}",
    ]
    if given.expires is not None:
        lines.append(f"expires = {given.expires}")
    if given.count > 1:
        lines.append(f"count = {given.count}")
    lines.append(f"fingerprint = {_quoted(given.fingerprint)}")
    return "\n" + "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """``text`` as a TOML basic string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{"".join(map(_escaped, escaped))}"'


def _escaped(char: str) -> str:
    return char if char.isprintable() else f"\\U{ord(char):08X}"


def grouped(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Findings by fingerprint, in the order of their first."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.rule, finding.fingerprint), []).append(finding)
    return list(groups.values())
