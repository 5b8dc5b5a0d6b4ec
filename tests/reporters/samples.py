"""One of everything that a reporter must show, made by hand."""

from pathlib import Path

from rtlint.model.assessment import Assessment, Evidence, EvidenceRole, GivenRole, Status
from rtlint.model.document import Box, Place
from rtlint.model.report import Acceptance, Finding, RuleSummary, Severity

GOLDEN = Path(__file__).parent / "golden"
RICH = Path(__file__).parent / "rich"  # one order in every format, remade by scripts/goldens.py
RICH_REPORT = RICH / "report.json"

BARRED = Evidence(
    EvidenceRole.CONTRADICTS,
    "The therapist shall recommend a custody arrangement to the Court within sixty days.",
    410,
    493,
    Place(2, 7, (Box(2, 72.0, 310.504, 540.0, 338.1), Box(2, 72.0, 340.0, 200.0, 352.0))),
    "4(b)",
    "shall recommend",
)
WEAK = Evidence(
    EvidenceRole.QUALIFIES,
    "Mother may attend [PROPOSED] sessions.",
    120,
    158,
    Place(1, 9),
    "2",
    "may",
)
NEAREST = Evidence(
    EvidenceRole.NEAREST, "The parties shall exchange school records.", 20, 62, Place(3, 1), "9"
)
GOOD = Evidence(
    EvidenceRole.SUPPORTS,
    "Both parents shall bring the child.",
    70,
    105,
    Place(1, 5),
    "1",
    "shall bring",
)
BLANK = Evidence(
    EvidenceRole.DECIDES, "on or before ____, 2026", 600, 623, Place(3, 12), "11", "____"
)


def _rule(ident: str, name: str, title: str) -> RuleSummary:
    return RuleSummary(ident, name, title, f"Why {name} matters.", "Practice guidance, part 1")


RULES = (
    _rule("RT101", "both-parents", "Both parents take part in the therapy"),
    _rule("RT105", "bring-child", "Both parents see to it that the child attends"),
    _rule("RT301", "releases", "Both parents sign releases"),
    _rule("RT501", "who-pays", "The order says who pays"),
    _rule("RT601", "no-custody-role", "The therapist is not asked for custody recommendations"),
    _rule("RT603", "says-no-role", "The order says that the therapist has no custody role"),
    _rule("RT901", "blanks", "No blank or placeholder is left"),
)
ASSESSMENTS = (
    Assessment("RT101", Status.PARTIAL, (WEAK,), review=True, reason="Mother is only permitted."),
    Assessment("RT105", Status.MET, (GOOD,), reason="Both parents are bound."),
    Assessment("RT301", Status.MISSING, (NEAREST,), reason="No clause speaks of releases."),
    Assessment("RT501", Status.UNDETERMINED, (), reason="Exhibit B is not attached."),
    Assessment("RT601", Status.CONTRADICTED, (BARRED,), role=GivenRole.ADVISORY),
    Assessment("RT603", Status.MET, (), review=True, reason="The wording is unusual."),
)
FINDINGS = (
    Finding(
        "RT101",
        Severity.WARNING,
        Status.PARTIAL,
        "Only one parent is bound to take part.",
        (WEAK,),
        "Mother and Father shall participate in reunification therapy.",
        "f1",
        review=True,
    ),
    Finding(
        "RT301",
        Severity.ERROR,
        Status.MISSING,
        "Nothing obliges the parents to sign releases.",
        (NEAREST,),
        "Both parents shall sign all releases that the therapist requests.",
        "f2",
    ),
    Finding(
        "RT501",
        Severity.WARNING,
        Status.UNDETERMINED,
        "Exhibit B would say who pays, and it is not attached.",
        (),
        "",
        "f3",
    ),
    Finding(
        "RT601",
        Severity.ERROR,
        Status.CONTRADICTED,
        "The order asks the therapist for a custody recommendation.",
        (BARRED,),
        "The therapist shall make no recommendation on custody or parenting time.",
        "f4",
    ),
    Finding("RT901", Severity.WARNING, None, "A date is left blank.", (BLANK,), "", "f5"),
)
ACCEPTANCE = Acceptance(
    "RT301",
    Status.MISSING,
    "f2",
    "",
    "Releases stand in the order of 3 May & are not repeated.",
    "N. Okafor",
    "2026-05-03",
    "2027-05-03",
)
