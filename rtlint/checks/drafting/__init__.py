"""The drafting checks: remarks on a whole document, beside the requirements.

One module for each kind of check; which rule uses which kind, and in what words it speaks,
is said by the rule files.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from rtlint.checks.drafting.blanks import check_blanks
from rtlint.checks.drafting.figures import check_figures
from rtlint.checks.drafting.names import check_names
from rtlint.checks.drafting.page import check_page
from rtlint.checks.drafting.provision import check_provision
from rtlint.checks.drafting.readings import check_readings
from rtlint.checks.drafting.references import check_references
from rtlint.checks.drafting.scene import Scene
from rtlint.checks.judge import Judgement
from rtlint.language.analysis import Analysis
from rtlint.model.drafting import Remark
from rtlint.model.rule import Rule, Rulebook

Check = Callable[[Scene, Rule], Iterable[Remark]]
CHECKS: Mapping[str, Check] = {
    "blanks": check_blanks,
    "figures": check_figures,
    "provision": check_provision,
    "readings": check_readings,
    "references": check_references,
    "names": check_names,
    "page": check_page,
}


def remarks(
    analysis: Analysis, rulebook: Rulebook, judgement: Judgement, filed: date | None = None
) -> tuple[Remark, ...]:
    """What the drafting checks of a rulebook raise on a document, rule by rule.

    Args:
        filed: the day the paper is filed, where the user says it.
    """
    scene = Scene(analysis, rulebook, judgement, filed)
    return tuple(
        remark
        for rule in rulebook.rules
        if rule.drafting
        for remark in CHECKS[rule.kind](scene, rule)
        if remark.case in rule.cases
    )


__all__ = ["CHECKS", "remarks"]
