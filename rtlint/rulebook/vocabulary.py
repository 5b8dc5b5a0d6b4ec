"""``vocabulary/*.toml`` → ``Vocabulary``: concepts, roles and topics in every form."""

from collections.abc import Iterable
from pathlib import Path

from rtlint.model.vocabulary import Concept, Role, Topic, Vocabulary
from rtlint.rulebook.inflect import noun_forms, verb_forms
from rtlint.rulebook.toml import Table, TomlFile

_CONCEPT_KEYS = ("about", "verbs", "nouns", "words", "includes")
_ROLE_KEYS = (
    "about",
    "plural",
    "singular",
    "members",
    "systems",
    "everyone",
    "titles",
    "pronouns",
    "owned",
    "bare",
    "owned_as",
    "indefinite_as",
    "bare_names",
    "never_named",
    "expected",
)
_TOPIC_KEYS = ("about", "main", "nouns", "words", "roles", "weak")


def load_vocabulary(folders: Iterable[Path]) -> Vocabulary:
    """Read every vocabulary file of the folders; later files add to what earlier ones hold.

    Raises:
        RuleError: a file is not valid TOML or holds an unknown key.
    """
    concepts: dict[str, Concept] = {}
    roles: dict[str, Role] = {}
    topics: dict[str, Topic] = {}
    includes: dict[str, tuple[str, ...]] = {}
    for folder in folders:
        for path in sorted(folder.glob("vocabulary/*.toml")):
            file = TomlFile(path)
            file.check_keys(
                file.table, ("version", "concept", "role", "topic"), "a vocabulary file"
            )
            for name, table in file.table.get("concept", {}).items():
                concepts[name] = _concept(file, name, table, concepts.get(name))
                includes[name] = includes.get(name, ()) + file.strings(table, "includes")
            for name, table in file.table.get("role", {}).items():
                roles[name] = _role(file, name, table)
            for name, table in file.table.get("topic", {}).items():
                topics[name] = _topic(file, name, table)
    return Vocabulary(_include(concepts, includes), roles, topics)


def _concept(file: TomlFile, name: str, table: Table, known: Concept | None) -> Concept:
    file.check_keys(table, _CONCEPT_KEYS, f"concept {name}")
    phrases = set(file.strings(table, "words"))
    for verb in file.strings(table, "verbs"):
        phrases |= verb_forms(verb)
    for noun in file.strings(table, "nouns"):
        phrases |= noun_forms(noun)
    if known:
        phrases |= known.phrases
    about = file.string(table, "about", known.about if known else "")
    return Concept(name, about, frozenset(phrase.casefold() for phrase in phrases))


def _include(
    concepts: dict[str, Concept], includes: dict[str, tuple[str, ...]]
) -> dict[str, Concept]:
    """A concept that includes others matches wherever one of them does."""
    full: dict[str, Concept] = {}
    for name, concept in concepts.items():
        phrases = set(concept.phrases)
        waiting, seen = list(includes.get(name, ())), {name}
        while waiting:
            other = waiting.pop()
            if other in concepts and other not in seen:
                seen.add(other)
                phrases |= concepts[other].phrases
                waiting.extend(includes.get(other, ()))
        full[name] = Concept(name, concept.about, frozenset(phrases))
    return full


def _role(file: TomlFile, name: str, table: Table) -> Role:
    file.check_keys(table, _ROLE_KEYS, f"role {name}")
    members = {
        member: frozenset(word.casefold() for word in file.strings(table["members"], member))
        for member in table.get("members", {})
    }
    pronouns = {
        member: frozenset(file.strings(table["pronouns"], member))
        for member in table.get("pronouns", {})
    }
    return Role(
        name,
        plural=_folded(file, table, "plural"),
        singular=_folded(file, table, "singular"),
        members=members,
        systems=tuple(tuple(system) for system in table.get("systems", ())),
        everyone=_folded(file, table, "everyone"),
        titles=_folded(file, table, "titles"),
        pronouns=pronouns,
        owned=bool(table.get("owned", False)),
        bare=_folded(file, table, "bare"),
        owned_as=file.string(table, "owned_as", ""),
        indefinite_as=file.string(table, "indefinite_as", ""),
        expected=bool(table.get("expected", False)),
        never_named=bool(table.get("never_named", False)),
        bare_names=bool(table.get("bare_names", False)),
    )


def _folded(file: TomlFile, table: Table, key: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in file.strings(table, key))


def _topic(file: TomlFile, name: str, table: Table) -> Topic:
    file.check_keys(table, _TOPIC_KEYS, f"topic {name}")
    phrases = set(file.strings(table, "words"))
    for noun in file.strings(table, "nouns"):
        phrases |= noun_forms(noun)
    return Topic(
        name,
        bool(table.get("main", False)),
        frozenset(phrase.casefold() for phrase in phrases),
        frozenset(file.strings(table, "roles")),
        _folded(file, table, "weak"),
    )
