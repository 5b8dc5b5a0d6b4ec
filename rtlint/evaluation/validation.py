"""What can be wrong with a label, as sentences that name the key and the remedy.

Pure functions over parsed TOML: each yields every problem it sees, so that a
writer mends a whole file at once.
"""

from collections.abc import Iterator
from typing import Any

from rtlint.evaluation.catalogue import DRAFTING_CHECKS, PROHIBITIONS, REQUIREMENTS
from rtlint.evaluation.traps import TRAPS
from rtlint.model.assessment import GivenRole, Status

Table = dict[str, Any]  # parsed TOML: what stands in it is only known once it is checked

_ORDER_KEYS = {
    "batch", "state", "paper", "voice", "quality", "applicable", "note", "drafting", *REQUIREMENTS,
}  # fmt: skip
_LABEL_KEYS = {"status", "evidence", "role", "note", "trap"}
_DRAFTING_KEYS = {"id", "evidence", "note"}
_CASE_KEYS = {"id", "set", "about", "text", "labels", "note", "trap"}
_CLAUSES_KEYS = {"batch", "state", "paper", "voice", "quality", "note", "case"}
_STATUSES = ", ".join(Status)
_NEED_ROLE = (Status.PARTIAL, Status.CONTRADICTED)
_NEED_EVIDENCE = (Status.MET, Status.PARTIAL, Status.CONTRADICTED)


def squeeze(text: str) -> str:
    """The text with every run of white space as one space: quotes are compared this way."""
    return " ".join(text.split())


def order_problems(table: Table, text: str) -> Iterator[str]:
    """Everything wrong in the ``expected.toml`` of an order with this text."""
    yield from _unknown(table, _ORDER_KEYS, "")
    yield from _batch(table)
    if not isinstance(table.get("applicable"), bool):
        yield "applicable is not given: say true or false."
        return
    flat = squeeze(text)
    labelled = [key for key in REQUIREMENTS if key in table]
    if table["applicable"]:
        missing = [key for key in REQUIREMENTS if key not in table]
        if missing:
            yield f"{', '.join(missing)}: no label; every core requirement needs one."
    elif labelled:
        yield f"{', '.join(labelled)}: labelled, but the order is not applicable; take them out."
    for key in labelled:
        yield from _label_problems(key, table[key], flat)
    for entry in _list(table, "drafting"):
        yield from _drafting_problems(entry, flat)


def clause_problems(table: Table) -> Iterator[str]:
    """Everything wrong in a file of clause cases."""
    yield from _unknown(table, _CLAUSES_KEYS, "")
    yield from _batch(table)
    seen: set[str] = set()
    for number, case in enumerate(_list(table, "case"), start=1):
        name = case.get("id") if isinstance(case, dict) else None
        if not isinstance(name, str) or not name:
            yield f"case {number} has no id."
            continue
        if name in seen:
            yield f"{name}: the id is used twice."
        seen.add(name)
        yield from (f"{name}: {problem}" for problem in _case_problems(case))


def _unknown(table: Table, known: set[str], where: str) -> Iterator[str]:
    for key in table:
        if key not in known:
            yield f"{where}'{key}' is no key of this file; take it out or mend its spelling."


def _batch(table: Table) -> Iterator[str]:
    if not isinstance(table.get("batch"), str) or not table["batch"]:
        yield 'batch is not given: name the batch that the file belongs to, as in batch = "o1".'


def _list(table: Table, key: str) -> list[Any]:
    value = table.get(key, [])
    return value if isinstance(value, list) else []


def _status_problem(key: str, word: object) -> str | None:
    if word not in list(Status):
        return f"{key}: '{word}' is no status; use one of {_STATUSES}."
    if key in PROHIBITIONS and word == Status.MISSING:
        return f"{key}: a prohibition is never missing; a silent order is met."
    return None


def _label_problems(key: str, label: object, flat: str) -> Iterator[str]:
    if not isinstance(label, dict):
        yield f"{key} is not a table: write [{key}] and status = under it."
        return
    yield from _unknown(label, _LABEL_KEYS, f"{key}: ")
    problem = _status_problem(key, label.get("status"))
    if problem:
        yield problem
        return
    status, role = Status(label["status"]), label.get("role")
    if role is not None and role not in list(GivenRole):
        yield f"{key}: '{role}' is no role; use advisory or decision."
    elif key in PROHIBITIONS and status in _NEED_ROLE and role is None:
        yield f'{key}: say which role is given: role = "advisory" or role = "decision".'
    if not label.get("evidence") and key not in PROHIBITIONS and status in _NEED_EVIDENCE:
        yield f"{key}: no evidence; quote the words that make it {status}."
    yield from _trap_problems(key, label)
    yield from _quote_problems(key, label, flat)


def _trap_problems(where: str, table: Table) -> Iterator[str]:
    trap = table.get("trap", [])
    for name in trap if isinstance(trap, list) else [trap]:
        if name not in TRAPS:
            yield f"{where}: '{name}' is no trap; use one or several of {', '.join(TRAPS)}."


def _drafting_problems(entry: object, flat: str) -> Iterator[str]:
    if not isinstance(entry, dict) or entry.get("id") not in DRAFTING_CHECKS:
        yield f"drafting: {entry!r} has no id of a drafting check; use RT001 or RT901 to RT912."
        return
    yield from _unknown(entry, _DRAFTING_KEYS, f"{entry['id']}: ")
    yield from _quote_problems(entry["id"], entry, flat)


def _quote_problems(key: str, table: Table, flat: str) -> Iterator[str]:
    for quote in _list(table, "evidence"):
        if not isinstance(quote, str) or squeeze(quote) not in flat:
            yield f"{key}: these words are not in the order: {quote!r}."


def _case_problems(case: Table) -> Iterator[str]:
    yield from _unknown(case, _CASE_KEYS, "")
    yield from _trap_problems("trap", case)
    about, labels, text = case.get("about"), case.get("labels"), case.get("text")
    if not isinstance(text, str) or not text.strip():
        yield "text is not given."
    if about not in REQUIREMENTS:
        yield f"about: '{about}' is no core requirement."
    if not isinstance(labels, dict) or about not in labels:
        yield f"labels lacks {about}, the requirement that the case is about."
        return
    for key, word in labels.items():
        if key not in REQUIREMENTS:
            yield f"labels: '{key}' is no core requirement."
        else:
            problem = _status_problem(key, word)
            if problem:
                yield problem
