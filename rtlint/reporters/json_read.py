"""A JSON report made into a ``Report`` again, so that it can be shown in any other format.

Unknown keys are ignored, as the contract asks of everybody who reads such a report.
"""

import json
from collections.abc import Callable
from typing import TypeVar

from rtlint.errors import UsageError
from rtlint.model.assessment import Assessment, Evidence, EvidenceRole, GivenRole, Status
from rtlint.model.document import Box, Notice, Place
from rtlint.model.report import (
    Acceptance,
    Audience,
    DocumentReport,
    Finding,
    Report,
    RoleLine,
    RuleSummary,
    Severity,
)
from rtlint.reporters.json_report import SCHEMA_VERSION

T = TypeVar("T")


class _Wrong(Exception):
    """A value that the schema does not allow; the message is its path."""


class _Node:
    """A JSON object that knows where it stands, for a message that names the wrong key."""

    def __init__(self, value: object, path: str) -> None:
        if not isinstance(value, dict):
            raise _Wrong(path)
        self._values = value
        self._path = path

    def raw(self, key: str) -> object:
        if key not in self._values:
            raise _Wrong(self._at(key))
        return self._values[key]

    def text(self, key: str) -> str:
        return self._typed(key, str)

    def flag(self, key: str) -> bool:
        return self._typed(key, bool)

    def number(self, key: str) -> int:
        value = self.raw(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise _Wrong(self._at(key))
        return value

    def optional(self, key: str, take: Callable[[str], T]) -> T | None:
        return None if self.raw(key) is None else take(key)

    def each(self, key: str, make: Callable[["_Node"], T]) -> tuple[T, ...]:
        items = self._typed(key, list)
        return tuple(make(_Node(v, f"{self._at(key)}[{n}]")) for n, v in enumerate(items))

    def texts(self, key: str) -> tuple[str, ...]:
        items = self._typed(key, list)
        if not all(isinstance(item, str) for item in items):
            raise _Wrong(self._at(key))
        return tuple(items)

    def rows(self, key: str, length: int) -> list[list[float]]:
        rows = self._typed(key, list)
        for row in rows:
            if not (isinstance(row, list) and len(row) == length):
                raise _Wrong(self._at(key))
            if not all(isinstance(n, int | float) and not isinstance(n, bool) for n in row):
                raise _Wrong(self._at(key))
        return rows

    def node(self, key: str) -> "_Node":
        return _Node(self.raw(key), self._at(key))

    def one_of(self, key: str, kind: Callable[[str], T]) -> T:
        try:
            return kind(self.text(key))
        except ValueError as error:
            raise _Wrong(self._at(key)) from error

    def _typed(self, key: str, kind: type[T]) -> T:
        value = self.raw(key)
        if not isinstance(value, kind):
            raise _Wrong(self._at(key))
        return value

    def _at(self, key: str) -> str:
        return f"{self._path}.{key}".removeprefix(".")


def read_report(data: bytes, *, name: str) -> Report:
    """The report that ``render_json`` wrote; ``name`` is what messages call the file.

    Raises:
        UsageError: it is no report, or one of a later major version.
    """
    try:
        value = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{name!r} is no JSON report of rtlint. {_REMEDY}") from error
    try:
        node = _Node(value, "")
        version = node.text("schema_version")
        if version.partition(".")[0] != SCHEMA_VERSION.partition(".")[0]:
            raise UsageError(
                f"{name!r} is a report of version {version}; this rtlint reads {SCHEMA_VERSION}. "
                "Use the rtlint that wrote it, or check the document anew."
            )
        return _report(node)
    except _Wrong as wrong:
        at = f" ({wrong} is missing or wrong)" if str(wrong) else ""
        raise UsageError(f"{name!r} is no JSON report of rtlint{at}. {_REMEDY}") from wrong


_REMEDY = "Make one with: rtlint order.pdf -f json:report.json"


def _report(node: _Node) -> Report:
    tool, rulebook = node.node("tool"), node.node("rulebook")
    return Report(
        tool_version=tool.text("version"),
        rulebook_version=rulebook.text("version"),
        rulebook_digest=rulebook.text("digest"),
        rules=rulebook.each("rules", _rule),
        documents=node.each("documents", _document),
        model=tool.optional("model", tool.text) or "",
        audience=node.one_of("audience", Audience),
        date=node.optional("date", node.text) or "",
    )


def _rule(node: _Node) -> RuleSummary:
    return RuleSummary(*(node.text(key) for key in ("id", "name", "title", "why", "source")))


def _document(node: _Node) -> DocumentReport:
    return DocumentReport(
        name=node.text("name"),
        media_type=node.text("media_type"),
        sha256=node.text("sha256"),
        pages=node.optional("pages", node.number),
        applicable=node.flag("applicable"),
        assessments=node.each("requirements", _assessment),
        findings=node.each("findings", _finding),
        notices=node.each("notices", _notice),
        roles=node.each("roles", _role),
        error=node.optional("error", node.text),
        complete=node.flag("complete"),
        text=node.text("text"),
        page_starts=tuple((int(page), int(at)) for page, at in node.rows("page_starts", 2)),
    )


def _role(node: _Node) -> RoleLine:
    return RoleLine(node.text("role"), node.texts("names"), node.text("source"))


def _assessment(node: _Node) -> Assessment:
    return Assessment(
        node.text("id"),
        node.one_of("status", Status),
        node.each("evidence", _evidence),
        node.flag("review"),
        node.optional("role", lambda key: node.one_of(key, GivenRole)),
        node.text("reason"),
    )


def _finding(node: _Node) -> Finding:
    status = node.optional("status", lambda key: node.one_of(key, Status))
    accepted = node.optional("accepted", node.node)
    rule, fingerprint = node.text("id"), node.text("fingerprint")
    return Finding(
        rule,
        node.one_of("severity", Severity),
        status,
        node.text("message"),
        node.each("evidence", _evidence),
        node.text("suggestion"),
        fingerprint,
        node.flag("review"),
        None if accepted is None else _acceptance(accepted, rule, status, fingerprint),
    )


def _acceptance(node: _Node, rule: str, status: Status | None, fingerprint: str) -> Acceptance:
    return Acceptance(
        rule=rule,
        status=status,
        fingerprint=fingerprint,
        quote=node.text("quote"),
        reason=node.text("reason"),
        by=node.text("by"),
        date=node.text("date"),
        expires=node.optional("expires", node.text),
        count=node.number("count"),
    )


def _evidence(node: _Node) -> Evidence:
    boxes = tuple(Box(int(page), *edges) for page, *edges in node.rows("boxes", 5))
    place = Place(
        node.optional("page", node.number),
        node.optional("line", node.number),
        boxes,
        node.optional("paragraph_number", node.number),
    )
    return Evidence(
        node.one_of("role", EvidenceRole),
        node.text("quote"),
        node.number("start"),
        node.number("end"),
        place,
        node.text("paragraph"),
        node.text("cue"),
    )


def _notice(node: _Node) -> Notice:
    return Notice(node.text("code"), node.text("message"), node.optional("page", node.number))
