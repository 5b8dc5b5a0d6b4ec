"""Inflected forms, so that a vocabulary lists only the plain one."""

import pytest

from rtlint.rulebook.inflect import noun_forms, verb_forms

VERBS = {
    "attend": {"attend", "attends", "attended", "attending"},
    "comply with": {"comply with", "complies with", "complied with", "complying with"},
    "agree": {"agree", "agrees", "agreed", "agreeing"},
    "provide": {"provide", "provides", "provided", "providing"},
    "confer": {"confer", "confers", "conferred", "conferring"},
    "pay": {"pay", "pays", "paid", "paying"},
    "undertake": {"undertake", "undertakes", "undertook", "undertaken", "undertaking"},
}
NOUNS = {
    "release": {"release", "releases"},
    "minor child": {"minor child", "minor children"},
    "responsibility": {"responsibility", "responsibilities"},
    "release of information": {"release of information", "releases of information"},
}


@pytest.mark.parametrize(("verb", "forms"), VERBS.items(), ids=VERBS)
def test_a_verb_has_all_its_forms(verb: str, forms: set[str]) -> None:
    assert verb_forms(verb) == forms


@pytest.mark.parametrize(("noun", "forms"), NOUNS.items(), ids=NOUNS)
def test_a_noun_has_its_plural(noun: str, forms: set[str]) -> None:
    assert noun_forms(noun) == forms
