"""How well is the same order read and judged in every form?

Run ``python -m scripts.make_papers FOLDER`` and then ``benchmarks/papers.py FOLDER``. Letters
wrong is the edit distance between what was read and the truth, per letter of the truth; what a form
adds (a struck clause, an unticked box) is taken out first. Order is the share of the truth's
paragraphs found word for word, in their order. Agreement is the share of requirements judged as
in text.txt.
"""

import sys
from difflib import SequenceMatcher
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from rtlint.api import audit_document, load_rules
from rtlint.errors import UnreadableDocument
from rtlint.model.document import Document
from rtlint.read import read


def main() -> None:
    folder = Path(sys.argv[1])
    truth = (folder / "truth.txt").read_text("utf-8").split("\n\n")
    rules = load_rules()
    usual = judged(read(folder / "text.txt"), rules)
    print(f"{'file':32}{'letters wrong':>14}{'order':>8}{'agreement':>11}  notices")
    for path in sorted(folder.iterdir()):
        if path.name == "truth.txt":
            continue
        try:
            document = read(path)
        except UnreadableDocument as error:
            print(f"{path.name:32}not read: {error}")
            continue
        found = judged(document, rules)
        same = sum(found.get(rule) == status for rule, status in usual.items()) / len(usual)
        notices = " ".join(notice.code for notice in document.notices)
        wrong, order = measured(document, truth)
        print(f"{path.name:32}{wrong:>14.4f}{order:>8.2f}{same:>11.3f}  {notices}")
        for rule, status in usual.items():
            if found.get(rule) != status:
                print(f"{'':34}{rule}: {status}, here {found.get(rule)}")


def judged(document: Document, rules: object) -> dict[str, str]:
    report = audit_document(document, rules, model=False)
    return {each.rule: each.status.value for each in report.assessments}


def measured(document: Document, truth: list[str]) -> tuple[float, float]:
    """Letters wrong per letter, and paragraphs found whole and in order per paragraph."""
    read_ = [document.text[each.start : each.end] for each in document.paragraphs]
    known = set(truth)
    matcher = SequenceMatcher(None, truth, read_, autojunk=False)
    whole = sum(block.size for block in matcher.get_matching_blocks())
    kept = [text for text in read_ if text in known or not _is_extra(text, truth)]
    wrong = Levenshtein.distance("\n".join(truth), "\n".join(kept))
    return wrong / len("\n".join(truth)), whole / len(truth)


def _is_extra(text: str, truth: list[str]) -> bool:
    """Whether the paragraph is one that the form adds, not a misreading of one of the truth's."""
    return max(Levenshtein.normalized_similarity(text, each) for each in truth) < 0.5


if __name__ == "__main__":
    main()
