"""Sets what was found beside what is labelled: one pair per case and requirement.

``found`` is None where the judge said nothing that a user would see: the order
was held not applicable, could not be read, or the rule does not exist. Such a
pair counts as wrong, never as left out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rtlint.evaluation.catalogue import DRAFTING_CHECKS, REQUIREMENTS, default_status
from rtlint.evaluation.corpus import ClauseCase, Gold, OrderCase, Split
from rtlint.model.assessment import Assessment, GivenRole, Status
from rtlint.model.report import DocumentReport

DEFECTS = frozenset({Status.PARTIAL, Status.MISSING, Status.CONTRADICTED})


@dataclass(frozen=True, slots=True)
class Pair:
    """One requirement of one case: the label and what was found."""

    case: str
    cluster: str  # what is resampled together: the order, or the contrast set
    batch: str
    split: Split
    requirement: str
    gold: Status
    found: Status | None
    gold_evidence: tuple[str, ...] = ()
    found_evidence: tuple[str, ...] = ()
    gold_role: GivenRole | None = None
    found_role: GivenRole | None = None
    review: bool = False
    listed: bool = True  # False for a requirement that a clause case leaves at its default
    about: bool = False  # the requirement that a clause case was written for
    text: str = ""  # the whole of a clause case; "" for an order
    note: str = ""  # of whoever labelled it
    reason: str = ""  # of the judge
    state: str = ""  # "" where a paper is of no single state
    traps: tuple[str, ...] = ()  # of what a clause case is about, or written in an order's label

    @property
    def right(self) -> bool:
        return self.found is self.gold


@dataclass(frozen=True, slots=True)
class DraftingPair:
    """One drafting check of one order: whether it should be raised, and whether it was."""

    case: str
    batch: str
    split: Split
    check: str
    gold: bool
    found: bool
    gold_evidence: tuple[str, ...] = ()
    found_evidence: tuple[str, ...] = ()

    @property
    def cluster(self) -> str:
        return self.case


def order_pairs(order: OrderCase, report: DocumentReport | None) -> Iterator[Pair]:
    """The pairs of a whole order; none where the label says that nothing is to be judged."""
    seen = _assessments(report) if report is not None and report.applicable else {}
    for requirement, gold in order.labels.items():
        yield _pair(order, order.id, requirement, gold, seen)


def clause_pairs(case: ClauseCase, report: DocumentReport | None) -> Iterator[Pair]:
    """The pairs of a clause case, unlisted requirements included.

    A clause is judged even where the document by itself would not count as an
    order on reunification therapy: the case says that it is one.
    """
    seen = _assessments(report)
    for requirement in REQUIREMENTS:
        listed, about = requirement in case.labels, requirement == case.about
        status = case.labels.get(requirement, default_status(requirement))
        gold = Gold(status, note=case.note if about else "", traps=case.traps if about else ())
        yield _pair(case, case.group, requirement, gold, seen, listed=listed, about=about)


def _assessments(report: DocumentReport | None) -> dict[str, Assessment]:
    return {assessment.rule: assessment for assessment in report.assessments} if report else {}


def _pair(
    case: OrderCase | ClauseCase,
    cluster: str,
    requirement: str,
    gold: Gold,
    seen: Mapping[str, Assessment],
    *,
    listed: bool = True,
    about: bool = False,
) -> Pair:
    found = seen.get(requirement)
    return Pair(
        case=case.id,
        cluster=cluster,
        batch=case.batch,
        split=case.split,
        requirement=requirement,
        gold=gold.status,
        found=found.status if found else None,
        gold_evidence=gold.evidence,
        found_evidence=tuple(part.quote for part in found.evidence) if found else (),
        gold_role=gold.role,
        found_role=found.role if found else None,
        review=found.review if found else False,
        listed=listed,
        about=about,
        text=case.text if isinstance(case, ClauseCase) else "",
        note=gold.note,
        reason=found.reason if found else "",
        state=case.state,
        traps=gold.traps,
    )


def drafting_pairs(order: OrderCase, report: DocumentReport | None) -> Iterator[DraftingPair]:
    """The drafting checks that are labelled or were raised on a whole order."""
    gold = {raised.check: raised.evidence for raised in order.drafting}
    found: dict[str, tuple[str, ...]] = {}
    for finding in report.findings if report is not None else ():
        if finding.rule in DRAFTING_CHECKS:
            quotes = tuple(evidence.quote for evidence in finding.evidence)
            found[finding.rule] = found.get(finding.rule, ()) + quotes
    for check in DRAFTING_CHECKS:
        if check in gold or check in found:
            yield DraftingPair(
                case=order.id,
                batch=order.batch,
                split=order.split,
                check=check,
                gold=check in gold,
                found=check in found,
                gold_evidence=gold.get(check, ()),
                found_evidence=found.get(check, ()),
            )
