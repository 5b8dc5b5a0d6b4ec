"""Rule files: what is wrong in one is said with file, line and remedy, and never passed over."""

from pathlib import Path

import pytest

from rtlint.errors import RuleError
from rtlint.model.assessment import Status
from rtlint.rulebook import load_rules

RULE = """id = "X1"
name = "sample"
title = "A sample"
kind = "requirement"
why = "Because."

[[patterns]]
as = "duty"
says = ["act"]

[examples]
met = ["They <<must act>> now."]
"""
WORDS = '[concept.act]\nverbs = ["act"]\n'


def folder(tmp_path: Path, rule: str = RULE, words: str = WORDS, name: str = "X1-sample") -> Path:
    (tmp_path / "vocabulary").mkdir(exist_ok=True)
    (tmp_path / "vocabulary" / "words.toml").write_text(words, "utf-8")
    (tmp_path / f"{name}.toml").write_text(rule, "utf-8")
    return tmp_path


def test_a_rule_is_read_with_its_examples(tmp_path: Path) -> None:
    rulebook = load_rules([folder(tmp_path)], bundled=False)
    (rule,) = rulebook.rules
    assert rule.patterns[0].says == (frozenset({"act"}),)
    assert rule.examples[0].status is Status.MET
    assert rule.examples[0].text == "They must act now."
    assert rule.examples[0].evidence == ("must act",)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (RULE.replace('title = "A sample"', 'titel = "A sample"'), 'did you mean "title"'),
        (RULE.replace('"requirement"', '"wish"'), 'unknown kind "wish"'),
        (RULE.replace('"duty"', '"order"'), 'unknown "as" value "order"'),
        (RULE.replace('says = ["act"]', 'says = ["axt"]'), 'no concept is called "axt"'),
        (RULE.replace("met = [", "mett = ["), 'unknown word "mett"; use met, partial'),
        (RULE.replace("<<must act>>", "<<must act"), '"<<" without ">>"'),
        (RULE.replace('why = "Because."', ""), '"why" is needed'),
        (RULE.replace("[[patterns]]", "[[patterns"), "not valid TOML"),
    ],
)
def test_what_is_wrong_is_named_with_its_file(tmp_path: Path, wrong: str, message: str) -> None:
    with pytest.raises(RuleError) as caught:
        load_rules([folder(tmp_path, wrong)], bundled=False)
    assert message in str(caught.value)
    assert "X1-sample.toml" in str(caught.value)


def test_the_line_of_a_wrong_key_is_named(tmp_path: Path) -> None:
    wrong = RULE.replace('says = ["act"]', 'sais = ["act"]')
    with pytest.raises(RuleError, match=r"line 9: unknown key \"sais\""):
        load_rules([folder(tmp_path, wrong)], bundled=False)


def test_a_file_is_named_after_its_rule(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"name this file \"X1-sample.toml\""):
        load_rules([folder(tmp_path, name="other")], bundled=False)


def test_a_folder_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no such folder"):
        load_rules([tmp_path / "nowhere"], bundled=False)


def test_a_later_folder_replaces_a_rule_and_adds_to_concepts(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()
    folder(one)
    folder(two, RULE.replace("A sample", "Another"), '[concept.act]\nwords = ["do it"]\n')
    rulebook = load_rules([one, two], bundled=False)
    assert [rule.title for rule in rulebook.rules] == ["Another"]
    assert {"acts", "do it"} <= rulebook.vocabulary.concepts["act"].phrases


def test_the_digest_changes_with_any_word(tmp_path: Path) -> None:
    before = load_rules([folder(tmp_path)], bundled=False).digest
    folder(tmp_path, RULE.replace("Because.", "Because!"))
    assert load_rules([tmp_path], bundled=False).digest != before


def test_the_bundled_rules_are_the_catalogue() -> None:
    rules = load_rules().rules
    requirements = [rule for rule in rules if "RT001" < rule.id < "RT900"]
    assert len(requirements) == 31
    for rule in requirements:
        statuses = {example.status for example in rule.examples}
        met = sum(example.status is Status.MET for example in rule.examples)
        assert met >= 4, rule.id
        assert len(rule.traps) >= 4, rule.id
        assert len(statuses) >= 2, rule.id
        assert rule.clause, rule.id
        assert rule.source, rule.id
        assert len(rule.why.split()) >= 20, rule.id
