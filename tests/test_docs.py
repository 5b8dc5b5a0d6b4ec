"""The documentation keeps up with the program: links, commands, keys and the list of rules."""

import json
import re
from pathlib import Path

import pytest

from tests.running import CHECKOUT

PAGES = sorted(
    [*CHECKOUT.glob("*.md"), *CHECKOUT.glob("docs/*.md"), *CHECKOUT.glob("benchmarks/*.md")]
)
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


@each_page
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8"))
    inside = [link for link in links if not re.match(r"[a-z]+:", link)]
    assert [link for link in inside if not (page.parent / link).exists()] == []


@each_page
def test_commands_that_are_shown_exist(page: Path) -> None:
    from rtlint.cli.app import COMMANDS

    shown = re.findall(r"^rtlint ([a-z]+)(?= |$)", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert [name for name in shown if name not in COMMANDS] == []


def test_documents_of_the_corpus_that_the_readme_names_are_there() -> None:
    named = re.findall(r"corpus/\S+\.(?:pdf|docx|txt)", (CHECKOUT / "README.md").read_text())
    assert named
    assert [path for path in named if not (CHECKOUT / path).is_file()] == []


def test_every_key_of_the_json_report_is_documented() -> None:
    from rtlint.reporters.json_report import schema

    described = json.loads(schema())
    page = (CHECKOUT / "docs" / "json.md").read_text(encoding="utf-8")
    objects = [described, *described["$defs"].values()]
    keys = {key for entry in objects for key in entry.get("properties", ())}
    assert sorted(key for key in keys if f"`{key}`" not in page) == []


def test_every_key_of_a_rule_file_is_documented() -> None:
    from rtlint.rulebook import load

    page = (CHECKOUT / "docs" / "writing-rules.md").read_text(encoding="utf-8")
    keys = {*load._RULE_KEYS, *load._PATTERN_KEYS}
    missing = [key for key in keys if not re.search(rf"(?<![a-z_]){key}(?![a-z_])", page)]
    assert sorted(missing) == []


def test_the_list_of_rules_is_up_to_date() -> None:
    from rtlint.api import load_rules
    from scripts.pages import RULES_PAGE, rules_page

    assert RULES_PAGE.is_file(), "run: make docs"
    assert RULES_PAGE.read_text(encoding="utf-8") == rules_page(load_rules()), "run: make docs"


def test_every_target_of_the_makefile_is_explained() -> None:
    makefile = (CHECKOUT / "Makefile").read_text(encoding="utf-8")
    phony = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[0].split()
    explained = re.findall(r"^([a-z]+):.*## \S", makefile, re.MULTILINE)
    assert sorted(phony) == sorted(explained)
