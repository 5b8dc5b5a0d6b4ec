"""Clause cases changed so that what they then say is known: exceptions, weak verbs, denials.

The words stand in mutants.toml.
"""

import random
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from rtlint.evaluation.corpus import ClauseCase
from rtlint.model.assessment import Status

_WORDS = tomllib.loads(Path(__file__).with_name("mutants.toml").read_text("utf-8"))
_DUTIES = frozenset({"RT101", "RT102", "RT104", "RT105", "RT106", "RT301"})
_BINDING = re.compile(r"\b(?:shall|must|will)\b(?! not\b)")
_QUALIFIED = re.compile(r"\b(?:unless|except|if|provided|may|should|need not)\b", re.IGNORECASE)
_PLAIN_START = re.compile(
    r"(?:The|Both|Each|Either|All|Neither) [a-z]|Mother|Father|Petitioner|Respondent"
)
_SHARE = 0.5  # of the cases that are taken back by a sentence of their own
_BANS = ("RT601", "RT602")
_SAYS_SO = "RT603"  # contradicted, too, where a role is given and none was barred


Labels = dict[str, Status]


def changed(case: ClauseCase) -> Iterator[tuple[str, Labels]]:
    """Changed texts of a case, each with the answers that are known of it."""
    text, rule = case.text.strip(), case.about
    if case.labels.get(rule) is Status.MET:
        if rule in _DUTIES and _is_plain(text):
            yield from _terms(text, rule)
        denials = _WORDS["denials"].get(rule, ())
        if denials and rule not in _BANS and random.random() < _SHARE:  # noqa: S311 - no secret is made
            yield _beside(text, random.choice(denials)), {rule: Status.CONTRADICTED}  # noqa: S311
    elif not {*_BANS, _SAYS_SO} & case.labels.keys() and random.random() < _SHARE / 5:  # noqa: S311
        ban = random.choice(_BANS)  # noqa: S311
        known = dict.fromkeys((ban, _SAYS_SO), Status.CONTRADICTED)
        yield _beside(text, random.choice(_WORDS["denials"][ban])), known  # noqa: S311


def _is_plain(text: str) -> bool:
    """One unqualified sentence."""
    return text.endswith(".") and text.count(".") == 1 and not _QUALIFIED.search(text)


def _terms(text: str, rule: str) -> Iterator[tuple[str, Labels]]:
    for name, status in (("undoing", Status.CONTRADICTED), ("harmless", Status.MET)):
        yield text[:-1] + random.choice(_WORDS[name]) + ".", {rule: status}  # noqa: S311
        if _PLAIN_START.match(text):
            first = random.choice(_WORDS[f"{name}_first"])  # noqa: S311
            yield first + _lower_first(text), {rule: status}
    if len(_BINDING.findall(text)) == 1:
        yield _BINDING.sub(random.choice(_WORDS["weaker"]), text), {rule: Status.PARTIAL}  # noqa: S311


def _lower_first(text: str) -> str:
    named = text.startswith(("Mother", "Father", "Petitioner", "Respondent"))
    return text if named else text[0].lower() + text[1:]


def _beside(text: str, sentence: str) -> str:
    """A sentence behind a text, or in front of it."""
    separator = "\n\n" if "\n" in text else random.choice((" ", " ", "\n\n"))  # noqa: S311
    front = random.random() < 0.2  # noqa: S311
    return separator.join((sentence, text) if front else (text, sentence))
