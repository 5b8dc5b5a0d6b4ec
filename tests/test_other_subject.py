"""The engine knows no rule: a folder of rules on another subject is all it takes."""

import re
from pathlib import Path

from rtlint import api
from rtlint.evaluation.selftest import run_rule_tests
from rtlint.model.assessment import Status
from rtlint.rulebook import load_rules

NDA = Path(__file__).parent / "subjects" / "nda"
ENGINE = Path(api.__file__).parent


def test_a_non_disclosure_agreement_is_judged_by_its_own_rules() -> None:
    rulebook = load_rules([NDA], bundled=False)
    text = (
        "1. The receiving party shall not disclose confidential information to anybody.\n\n"
        "2. The receiving party shall return all confidential information within ten days.\n\n"
        "3. The parties shall meet every month."
    )
    report = api.audit_text(text, name="nda.txt", rules=rulebook)
    found = {a.rule: a.status for a in report.assessments}
    assert report.applicable
    assert found == {"N1": Status.MET, "N2": Status.PARTIAL, "N3": Status.MISSING}
    (clause,) = {e.paragraph for a in report.assessments if a.rule == "N1" for e in a.evidence}
    assert clause == "1"


def test_its_rules_pass_the_tests_they_carry() -> None:
    rulebook = load_rules([NDA], bundled=False)
    tests = run_rule_tests(
        rulebook, lambda text, name: api.audit_text(text, name=name, rules=rulebook)
    )
    assert len(tests) == 12
    assert [test.problem for test in tests if not test.passed] == []


def test_no_module_of_the_engine_names_a_rule() -> None:
    modules = [
        p for p in ENGINE.rglob("*.py") if "evaluation" not in p.parts and "cli" not in p.parts
    ]
    named = [p.name for p in modules if re.search(r"\bRT\d{3}\b", _code(p))]
    assert len(modules) > 80
    assert named == []


def _code(path: Path) -> str:
    """A module without its docstrings and comments, which may give examples."""
    text = re.sub(r'""".*?"""', "", path.read_text("utf-8"), flags=re.DOTALL)
    return re.sub(r"#.*", "", text)
