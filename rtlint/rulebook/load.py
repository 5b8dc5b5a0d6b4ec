"""A folder of rule files → ``Rulebook``; anything wrong in it is a ``RuleError``, never ignored."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from rtlint.errors import RuleError
from rtlint.model.assessment import GivenRole, Status
from rtlint.model.drafting import CASES, WATCHED, Outcome
from rtlint.model.report import Severity
from rtlint.model.rule import (
    Case,
    Example,
    Force,
    Pattern,
    RoleWords,
    Rule,
    Rulebook,
    Stance,
    Trap,
)
from rtlint.model.vocabulary import Vocabulary
from rtlint.rulebook.toml import Table, TomlFile
from rtlint.rulebook.vocabulary import load_vocabulary

KINDS = ("requirement", "prohibition", "shares", "topic", *CASES)
_READS_AS = ("duty", "permission", "statement", "ban", "role")
_RULE_KEYS = (
    "id",
    "name",
    "title",
    "kind",
    "why",
    "source",
    "severity",
    "messages",
    "clause",
    "patterns",
    "parts",
    "need",
    "everyone",
    "undone_by",
    "vetoes",
    "denied_by",
    "requires",
    "capped_by",
    "given",
    "matter",
    "topic",
    "cases",
    "watch",
    "named",
    "timed",
    "examples",
    "traps",
)
_CASE_KEYS = ("severity", "message", "clause")
_PATTERN_KEYS = (
    "as",
    "says",
    "lacks",
    "excepts",
    "acts",
    "near",
    "excepted",
    "no_mention",
    "subject",
    "agent",
    "patient",
    "decided_by",
    "not_decided_by",
    "force",
    "stance",
    "parts",
    "bind",
    "role",
    "topic",
)
_SOURCE_KEYS = ("title", "part", "address")


def bundled_rules() -> Path:
    """The folder of rules that ships with rtlint.

    In a wheel it lies inside the package; in a checkout it lies beside it, and
    editable installs show only the checkout.
    """
    package = Path(__file__).resolve().parent.parent
    inside = package / "rules"
    if inside.is_dir():
        return inside
    beside = package.parent / "rules"
    if (package.parent / "pyproject.toml").is_file() and beside.is_dir():
        return beside
    raise RuleError("The rules that belong to rtlint are not installed; install rtlint again.")


def load_rules(folders: Sequence[Path] = (), *, bundled: bool = True) -> Rulebook:
    """Load the bundled rules and those of further folders; a later file replaces an earlier id.

    Args:
        folders: folders of rule files, each with or without a ``vocabulary`` folder.
        bundled: whether rtlint's own rules come first.

    Raises:
        RuleError: a folder or file is wrong; the message says where and how to mend it.
    """
    wanted = ([bundled_rules()] if bundled else []) + [Path(folder) for folder in folders]
    for folder in wanted:
        if not folder.is_dir():
            raise RuleError(f"{folder}: there is no such folder of rules.")
    vocabulary = load_vocabulary(wanted)
    rules: dict[str, Rule] = {}
    for folder in wanted:
        for path in sorted(folder.glob("*.toml")):
            if path.name != "rulebook.toml":
                rule = _rule(TomlFile(path), vocabulary)
                rules[rule.id] = rule
    if not rules:
        raise RuleError(f"{wanted[-1]}: no rule files (*.toml) were found in this folder.")
    title, version = _book(wanted)
    ordered = tuple(sorted(rules.values(), key=lambda rule: rule.id))
    return Rulebook(title, version, _digest(wanted), ordered, vocabulary)


def _book(folders: Sequence[Path]) -> tuple[str, str]:
    """Name and version of the last folder that states them."""
    name, version = "rules", "0"
    for folder in folders:
        if (folder / "rulebook.toml").is_file():
            file = TomlFile(folder / "rulebook.toml")
            file.check_keys(file.table, ("name", "version"), "rulebook.toml")
            name, version = file.string(file.table, "name"), file.string(file.table, "version")
    return name, version


def _digest(folders: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*.toml")):
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(path.read_bytes())
    return f"sha256:{digest.hexdigest()}"


def _rule(file: TomlFile, vocabulary: Vocabulary) -> Rule:
    table = file.table
    file.check_keys(table, _RULE_KEYS, "a rule")
    ident, name = file.string(table, "id"), file.string(table, "name")
    if file.path.stem != f"{ident}-{name}":
        raise file.error(f'name this file "{ident}-{name}.toml", after its id and name.', near="id")
    kind = file.string(table, "kind")
    if kind not in KINDS:
        raise file.error(f'unknown kind "{kind}"; use {", ".join(KINDS)}.', near="kind")
    return Rule(
        id=ident,
        name=name,
        title=file.string(table, "title"),
        kind=kind,
        why=file.string(table, "why").strip(),
        source=_source(file, table.get("source", {})),
        severity=_by_status(file, table.get("severity", {}), Severity),
        messages=_by_status(file, table.get("messages", {}), str),
        clause=_clause(file, table),
        patterns=tuple(_pattern(file, item, vocabulary) for item in table.get("patterns", ())),
        parts=file.strings(table, "parts"),
        need=int(table.get("need", 0)),
        everyone=file.string(table, "everyone", ""),
        undone_by=frozenset(
            _role(file, role, vocabulary, "undone_by") for role in file.strings(table, "undone_by")
        ),
        vetoes={role: _enum(file, Stance, v) for role, v in table.get("vetoes", {}).items()},
        denied_by=dict(table.get("denied_by", {})),
        capped_by=file.strings(table, "capped_by"),
        given=_given(file, table.get("given", {}), vocabulary),
        matter=file.strings(table, "matter"),
        requires=file.strings(table, "requires"),
        topic=file.string(table, "topic", "main"),
        cases=_cases(file, table.get("cases", {}), kind),
        watch=_watch(file, file.string(table, "watch", ""), kind),
        named=_role(file, file.string(table, "named", ""), vocabulary, "named"),
        timed=bool(table.get("timed", False)),
        examples=_examples(file, table.get("examples", {})),
        traps=tuple(_trap(file, item) for item in table.get("traps", ())),
        path=str(file.path),
    )


_GIVEN_KEYS = ("advises", "hands_over", "decides", "waits", "told", "ought")


def _given(file: TomlFile, table: Table, vocabulary: Vocabulary) -> RoleWords | None:
    """How a prohibition tells advice from a decision; None where it does not."""
    if not table:
        return None
    file.check_keys(table, _GIVEN_KEYS, "given")
    known = vocabulary.concepts.keys()

    def concepts(key: str) -> frozenset[str]:
        return _words(file, table, key, known, "concept")

    waits = file.strings(table, "waits")
    return RoleWords(
        advises=concepts("advises"),
        hands_over=concepts("hands_over"),
        decides=concepts("decides"),
        waits=tuple(_known(file, group, known, "concept") for group in waits),
        told=concepts("told"),
        ought=concepts("ought"),
    )


_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_WELL_FORMED = re.compile(r"\{\w+\|[^{}|]+\}")


def _clause(file: TomlFile, table: Table) -> str:
    """The model clause; its placeholders name a role and the words to use without a name."""
    clause = file.string(table, "clause", "").strip()
    for placeholder in _PLACEHOLDER.findall(clause):
        if not _WELL_FORMED.fullmatch(placeholder):
            raise file.error(
                f'write the placeholder {placeholder} as "{{role|words without a name}}".',
                near=placeholder,
            )
    return clause


def _cases(file: TomlFile, table: Table, kind: str) -> dict[str, Case]:
    """What a drafting check may raise; every case of its kind that the rule wants raised."""
    known = CASES.get(kind, ())
    if kind in CASES and not table:
        raise file.error(f'a rule of kind "{kind}" needs [cases.…]: {", ".join(known)}.', "kind")
    file.check_keys(table, known, f'the cases of kind "{kind}"')
    found = {}
    for name, case in table.items():
        file.check_keys(case, _CASE_KEYS, "a case")
        severity = _enum(file, Severity, file.string(case, "severity"))
        found[name] = Case(severity, file.string(case, "message"), _clause(file, case))
    return found


def _watch(file: TomlFile, watch: str, kind: str) -> str:
    known = WATCHED.get(kind, ("",))
    if watch not in known:
        raise file.error(
            f'kind "{kind}" watches for one of: {", ".join(known) or "nothing"}.', "watch"
        )
    return watch


def _role(file: TomlFile, name: str, vocabulary: Vocabulary, key: str) -> str:
    if name and name not in vocabulary.roles:
        raise file.error(f'no role is called "{name}" in the vocabulary.', near=key)
    return name


def _source(file: TomlFile, table: Table) -> str:
    file.check_keys(table, _SOURCE_KEYS, "source")
    return ", ".join(str(table[key]) for key in _SOURCE_KEYS if table.get(key))


def _enum(file: TomlFile, kind: Any, value: str) -> Any:
    """A member of an enumeration; the enumeration's own words are the remedy."""
    try:
        return kind(value)
    except ValueError:
        words = ", ".join(member.value for member in kind)
        raise file.error(f'unknown word "{value}"; use {words}.', near=str(value)) from None


def _by_status(file: TomlFile, table: Table, kind: Any) -> dict[Status, Any]:
    convert = kind if kind is str else lambda value: _enum(file, kind, value)
    return {_enum(file, Status, key): convert(value) for key, value in table.items()}


def _pattern(file: TomlFile, table: Table, vocabulary: Vocabulary) -> Pattern:
    file.check_keys(table, _PATTERN_KEYS, "a pattern")
    reads_as = file.string(table, "as")
    if reads_as not in _READS_AS:
        raise file.error(f'unknown "as" value "{reads_as}"; use {", ".join(_READS_AS)}.', reads_as)
    known = vocabulary.roles.keys() | {"none", "any"}

    def roles(key: str) -> frozenset[str]:
        return _words(file, table, key, known, "role")

    def concepts(key: str) -> frozenset[str]:
        return _words(file, table, key, vocabulary.concepts.keys(), "concept")

    return Pattern(
        reads_as=reads_as,
        says=tuple(
            _known(file, group, vocabulary.concepts.keys(), "concept")
            for group in file.strings(table, "says")
        ),
        lacks=concepts("lacks"),
        excepts=tuple(
            _known(file, group, vocabulary.concepts.keys(), "concept")
            for group in file.strings(table, "excepts")
        ),
        acts=concepts("acts"),
        near=tuple(_pair(file, pair, vocabulary) for pair in file.strings(table, "near")),
        excepted=table.get("excepted"),
        no_mention=roles("no_mention"),
        subject=concepts("subject"),
        agent=roles("agent"),
        patient=roles("patient"),
        decided_by=roles("decided_by"),
        not_decided_by=roles("not_decided_by"),
        force=frozenset(_enum(file, Force, word) for word in file.strings(table, "force")),
        stance=_enum(file, Stance, table["stance"]) if "stance" in table else None,
        parts=file.strings(table, "parts"),
        bind=file.string(table, "bind", ""),
        role=_enum(file, GivenRole, table["role"]) if "role" in table else None,
        topic=table.get("topic"),
    )


def _pair(
    file: TomlFile, text: str, vocabulary: Vocabulary
) -> tuple[frozenset[str], frozenset[str]]:
    """``"individual + @child"``: two sides of concepts, or of roles marked with ``@``."""
    known = {*vocabulary.concepts, *(f"@{role}" for role in vocabulary.roles)}
    left, plus, right = text.partition("+")
    if not plus:
        raise file.error(
            '"near" pairs two sides with a plus sign: "individual + @child".', near=text
        )
    sides = [_known(file, side, known, "concept or role") for side in (left, right)]
    return sides[0], sides[1]


def _words(file: TomlFile, table: Table, key: str, known: Any, what: str) -> frozenset[str]:
    return frozenset().union(
        *(_known(file, group, known, what) for group in file.strings(table, key))
    )


def _known(file: TomlFile, group: str, known: Any, what: str) -> frozenset[str]:
    words = frozenset(word.strip() for word in group.split("|"))
    for word in sorted(words):
        if word not in known:
            raise file.error(f'no {what} is called "{word}" in the vocabulary.', near=word)
    return words


def _examples(file: TomlFile, table: Table) -> tuple[Example, ...]:
    found = []
    for status, texts in table.items():
        for text in texts:
            plain, evidence = _unmark(file, text)
            found.append(Example(_verdict(file, status), plain, evidence))
    return tuple(found)


def _verdict(file: TomlFile, word: str) -> Status | Outcome:
    """A status of a requirement, or the outcome of a drafting check."""
    if word in tuple(Outcome):
        return Outcome(word)
    status: Status = _enum(file, Status, word)
    return status


def _unmark(file: TomlFile, text: str) -> tuple[str, tuple[str, ...]]:
    """The text without its ``<<…>>`` marks, and what stood between them."""
    plain, evidence, rest = [], [], text.strip()
    while "<<" in rest:
        before, _, rest = rest.partition("<<")
        inside, closed, rest = rest.partition(">>")
        if not closed:
            raise file.error('an example has "<<" without ">>".', near=inside[:30])
        plain += [before, inside]
        evidence.append(inside)
    return "".join([*plain, rest]), tuple(evidence)


def _trap(file: TomlFile, table: Table) -> Trap:
    file.check_keys(table, ("status", "text", "because"), "a trap")
    return Trap(
        _verdict(file, file.string(table, "status")),
        file.string(table, "text").strip(),
        file.string(table, "because"),
    )
