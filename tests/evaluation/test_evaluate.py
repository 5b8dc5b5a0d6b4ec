"""From a folder of labelled cases to figures, with stand-in judges."""

import json
import re
from pathlib import Path

from rtlint.errors import UnreadableDocument
from rtlint.evaluation import as_json, as_lines, evaluate, miss_lines, misses
from rtlint.evaluation.evaluate import Evaluation, Section
from rtlint.model.assessment import Status
from rtlint.model.report import DocumentReport
from tests.evaluation.samples import CLAUSES, order_toml, report, write_corpus

BOTH = {"RT101": Status.MET, "RT102": Status.MET}


def judge_right(source: str | Path, name: str) -> DocumentReport:
    return report(name, BOTH, quote="The parents shall attend. The child shall attend.")


def judge_nothing(source: str | Path, name: str) -> DocumentReport:
    return report(name)


def section(evaluation: Evaluation, name: str) -> Section:
    return next(section for section in evaluation.sections if section.name == name)


def figure(evaluation: Evaluation, name: str, key: str) -> float | None:
    return next(f for f in section(evaluation, name).figures if f.key == key).value


def test_a_judge_that_is_right(tmp_path: Path) -> None:
    found = evaluate(write_corpus(tmp_path, {"a": order_toml(), "b": order_toml()}), judge_right)
    assert len(section(found, "orders").pairs) == 62
    assert figure(found, "orders", "accuracy") == 1.0
    assert figure(found, "orders", "evidence_overlap") == 1.0
    assert misses(found) == []


def test_a_judge_that_sees_nothing(tmp_path: Path) -> None:
    found = evaluate(write_corpus(tmp_path, {"a": order_toml()}), judge_nothing)
    assert figure(found, "orders", "accuracy") == 29 / 31
    missed = misses(found)
    assert [(miss.rule, miss.gold, miss.found) for miss in missed] == [
        ("RT101", "met", "missing"),
        ("RT102", "met", "missing"),
    ]
    assert missed[0].gold_evidence == ("The parents shall attend.",)
    assert [miss.rule for miss in misses(found, "RT102")] == ["RT102"]


def test_what_a_user_is_not_told_counts_as_wrong(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path, {"a": order_toml()})
    found = evaluate(
        folder, lambda _, name: report(name, BOTH, applicable=False, raised=("RT001",))
    )
    assert figure(found, "orders", "accuracy") == 0.0
    assert section(found, "orders").confusion["missing"] == {"not judged": 27}
    assert figure(found, "orders", "drafting_precision") == 0.0


def test_an_order_that_is_not_applicable_is_judged_by_its_drafting_checks(tmp_path: Path) -> None:
    expected = 'batch = "o1"\napplicable = false\n[[drafting]]\nid = "RT001"\n'
    folder = write_corpus(tmp_path, {"a": expected})
    right = evaluate(folder, lambda _, name: report(name, applicable=False, raised=("RT001",)))
    assert figure(right, "orders", "drafting_recall") == 1.0
    wrong = evaluate(folder, judge_nothing)
    assert figure(wrong, "orders", "drafting_recall") == 0.0
    assert [(miss.kind, miss.gold, miss.found) for miss in misses(wrong)] == [
        ("drafting", "raised", "not raised")
    ]


def test_clauses_are_judged_even_where_nothing_seems_applicable(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path, {}, clauses=CLAUSES)
    found = evaluate(folder, lambda _, name: report(name, {"RT101": Status.MET}, applicable=False))
    assert figure(found, "clauses", "about_accuracy") == 0.5
    assert figure(found, "clauses", "listed_accuracy") == 2 / 3
    assert figure(found, "clauses", "false_alarms") == 0.0
    missed = misses(found)
    assert [(miss.case, miss.gold, miss.found) for miss in missed] == [("c1-002", "partial", "met")]
    assert "one parent" in "\n".join(miss_lines(missed))
    assert "Mother shall attend" in "\n".join(miss_lines(missed))


def test_locked_misses_are_never_listed(tmp_path: Path) -> None:
    expected = order_toml("o3", end='[[drafting]]\nid = "RT904"\n')
    folder = write_corpus(tmp_path, {"a": expected}, splits='o3 = "locked"\n')
    (folder / "orders/a/order.pdf").write_bytes(b"%PDF")

    def judge(source: str | Path, name: str) -> DocumentReport:
        return report(name, BOTH if isinstance(source, Path) else {})

    found = evaluate(folder, judge, split="locked", forms=True)
    assert figure(found, "orders", "accuracy") == 29 / 31
    assert misses(found) == []
    assert "shall attend" not in "\n".join(as_lines(found)) + json.dumps(as_json(found))


def test_forms_are_compared_with_the_text(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path, {"a": order_toml(), "b": order_toml()})
    (folder / "orders/a/order.pdf").write_bytes(b"%PDF")

    def judge(source: str | Path, name: str) -> DocumentReport:
        return report(name, BOTH if isinstance(source, str) else {"RT101": Status.MET})

    found = evaluate(folder, judge, forms=True)
    assert found.forms_agree is not None
    assert (found.forms_agree.value, found.forms_agree.n) == (30 / 31, 31)
    differing = [miss for miss in misses(found) if miss.kind == "form"]
    assert [(miss.case, miss.rule) for miss in differing] == [("a/order.pdf", "RT102")]
    assert (differing[0].gold, differing[0].found) == ("met in order.txt", "missing")


def test_forms_are_left_alone_unless_asked_for(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path, {"a": order_toml()})
    (folder / "orders/a/order.pdf").write_bytes(b"%PDF")
    seen: list[str | Path] = []

    def judge(source: str | Path, name: str) -> DocumentReport:
        seen.append(source)
        return report(name)

    assert evaluate(folder, judge).forms_agree is None
    assert [type(source) for source in seen] == [str]


def test_a_document_that_is_refused_counts_as_wrong_and_is_named(tmp_path: Path) -> None:
    def refuse(source: str | Path, name: str) -> DocumentReport:
        if name == "a":
            raise UnreadableDocument("The file is empty.")
        return report(name, error="It is damaged.")

    found = evaluate(write_corpus(tmp_path, {"a": order_toml(), "b": order_toml()}), refuse)
    assert found.failed == (("a", "The file is empty."), ("b", "It is damaged."))
    assert figure(found, "orders", "accuracy") == 0.0
    assert "a could not be judged and counts as wrong: The file is empty." in as_lines(found)


def test_lines_and_json_agree(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path, {"a": order_toml(), "b": ""}, clauses=CLAUSES)
    found = evaluate(folder, judge_nothing)
    data = json.loads(json.dumps(as_json(found)))
    assert data["sections"]["orders"]["figures"]["accuracy"]["n"] == 31
    assert data["sections"]["clauses"]["by_requirement"]["RT101"]["accuracy"]["value"] == 0.0
    assert data["unlabelled"] == ["b"]
    lines = "\n".join(as_lines(found))
    assert re.search(r"status accuracy, micro +0\.935 +31\n", lines)
    assert "Without labels, not judged: b." in lines
