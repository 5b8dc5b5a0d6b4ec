"""What mutations make of a text, when they refuse, and how outcomes are counted."""

from pathlib import Path

import pytest

from rtlint.errors import UsageError
from rtlint.evaluation.catalogue import REQUIREMENTS, default_status
from rtlint.evaluation.corpus import ClauseCase, Corpus, Gold, OrderCase, Split, load_corpus
from rtlint.evaluation.mutations import Family, as_json, as_lines, measure, miss_lines, outcomes
from rtlint.evaluation.mutations.generate import KINDS, mutants, sample
from rtlint.evaluation.mutations.mutant import Kind, Made, OrderKind, choose
from rtlint.evaluation.mutations.orders import KINDS as ORDER_KINDS
from rtlint.model.assessment import Status
from rtlint.model.report import DocumentReport
from tests.evaluation.samples import CLAUSES, report, write_corpus

CHECKOUT = Path(__file__).parents[2]
BY_NAME: dict[str, Kind] = {kind.name: kind for kind in KINDS}
ORDERS_BY_NAME: dict[str, OrderKind] = {kind.name: kind for kind in ORDER_KINDS}
DUTY = "Both parents shall attend all sessions that the reunification therapist sets."


def case(
    text: str,
    about: str = "RT104",
    status: Status = Status.MET,
    split: Split = Split.DEVELOP,
    **more: Status,
) -> ClauseCase:
    return ClauseCase(
        id="c1-001",
        batch="c1",
        split=split,
        group="s1",
        about=about,
        text=text,
        labels={about: status, **more},
    )


def made(kind: str, given: ClauseCase) -> Made | None:
    return BY_NAME[kind].make(given)


def text_of(kind: str, given: ClauseCase) -> str:
    found = made(kind, given)
    assert found is not None
    return found.text


FLIPPED = [
    ("shall_to_may", DUTY, "Both parents may attend", Status.PARTIAL),
    ("shall_to_should", DUTY, "Both parents should attend", Status.PARTIAL),
    ("shall_to_need_not", DUTY, "Both parents need not attend", Status.CONTRADICTED),
    ("both_to_neither", DUTY, "Neither parent shall attend any sessions", Status.CONTRADICTED),
    ("exception_in_sentence", DUTY, "sets, except that ", Status.CONTRADICTED),
    ("exception_later_paragraph", DUTY, "\n\n", Status.CONTRADICTED),
    ("condition_in_front", DUTY, "both parents shall attend all", Status.CONTRADICTED),
    ("contention", DUTY, "asked the Court to order the following: “Both", Status.MISSING),
    ("unticked_box", DUTY, "[ ] Both parents shall", Status.MISSING),
    ("recital_reported", DUTY, "never agreed, that both parents shall", Status.MISSING),
]


@pytest.mark.parametrize(("kind", "text", "part", "status"), FLIPPED)
def test_a_flip_says_what_the_status_becomes(
    kind: str, text: str, part: str, status: Status
) -> None:
    found = made(kind, case(text))
    assert found is not None
    assert part in found.text
    assert found.expected == {"RT104": status}
    assert BY_NAME[kind].family is Family.FLIP


REFUSED = [
    # kind, text, why nobody could be sure
    ("shall_to_may", "The parents shall attend and the therapist may excuse them.", "two modals"),
    ("shall_to_may", "Neither parent shall fail to attend.", "a negation"),
    ("shall_to_may", "It is ordered that the parents shall attend.", "another word of force"),
    ("shall_to_need_not", "The parents shall both attend therapy.", "not both, or neither?"),
    ("both_to_neither", "The parents shall attend and pay.", "either may be left"),
    ("one_parent", "Both parents shall bring their children.", "'their' would hang in the air"),
    ("condition_in_front", "You shall attend every session.", "'parent' may not be 'you'"),
    ("exception_in_sentence", "Both parents shall attend, unless ill.", "an exception is there"),
    ("unticked_box", "[X] Both parents shall attend.", "it has a box of its own"),
    ("statute", "Mr. Tallis shall attend every session.", "no statute names him"),
    ("lines_wrapped", "1. Both parents shall attend.\n2. The child shall attend.", "a list"),
    ("numbered", "4. Both parents shall attend.", "it has a number"),
]


@pytest.mark.parametrize(("kind", "text", "why"), REFUSED)
def test_what_is_not_certain_is_left_out(kind: str, text: str, why: str) -> None:
    assert made(kind, case(text)) is None, why


def test_only_what_is_met_can_be_taken_back() -> None:
    partial = case(DUTY, status=Status.PARTIAL)
    assert made("shall_to_may", partial) is None
    assert made("exception_next_sentence", partial) is None


def test_one_parent_takes_the_place_of_both() -> None:
    found = made("one_parent", case("The parties shall sign all releases.", "RT301"))
    assert found is not None
    assert found.text in ("Mother shall sign all releases.", "Father shall sign all releases.")
    assert found.expected == {"RT301": Status.PARTIAL}


def test_another_professional_is_given_the_role() -> None:
    text = "The reunification therapist shall recommend which parent should have custody."
    given = case(text, "RT601", Status.CONTRADICTED, RT603=Status.CONTRADICTED)
    found = made("other_professional", given)
    assert found is not None
    assert "therapist" not in found.text
    assert found.expected == {"RT601": Status.MET, "RT603": Status.MISSING}


def test_no_other_professional_where_a_therapist_stays_in_sight() -> None:
    text = "The reunification therapist, Dr. Wu, shall recommend who has custody."
    assert made("other_professional", case(text, "RT601", Status.CONTRADICTED)) is None


def test_a_bar_is_lifted() -> None:
    text = "The reunification therapist shall make no recommendation on custody or visits."
    found = made("bar_lifted", case(text, "RT603"))
    assert found is not None
    assert "shall make a recommendation on" in found.text
    assert set(found.expected.values()) == {Status.CONTRADICTED}


def test_what_is_withdrawn_leaves_every_requirement_at_its_default() -> None:
    given = case(DUTY, RT101=Status.MET, RT601=Status.CONTRADICTED, RT302=Status.MISSING)
    found = made("vacated_order", given)
    assert found is not None
    assert found.expected == {
        "RT104": Status.MISSING,
        "RT101": Status.MISSING,
        "RT601": Status.MET,
    }


def test_a_rewrite_keeps_every_label() -> None:
    given = case(DUTY, RT101=Status.MET)
    for kind in KINDS:
        found = kind.make(given) if kind.family is Family.REWRITE else None
        if found is not None:
            assert found.expected == given.labels
            assert found.text != given.text, kind.name


def test_words_and_layout_of_rewrites() -> None:
    given = case(DUTY)
    assert text_of("shall_to_must", given) == DUTY.replace("shall", "must")
    assert text_of("capitals", given) == DUTY.upper()
    assert text_of("therapy_other_name", given) == DUTY.replace("reunif", "reinteg").replace(
        "reintegication", "reintegration"
    )
    assert text_of("ligatures", given) == DUTY.replace("fi", "ﬁ")
    assert text_of("lines_wrapped", given).split() == DUTY.split()
    assert text_of("word_divided", given).replace("-\n", "") == DUTY
    signed = case("Both parents shall sign every release.", "RT301")
    assert text_of("passive", signed) == "Every release shall be signed by both parents."
    listed = case("The therapist may:\n(a) see a parent;\n(b) see the child.", "RT202")
    assert (
        text_of("list_run_in", listed) == "The therapist may: (a) see a parent; (b) see the child."
    )


def test_names_are_introduced_before_they_stand_for_anybody() -> None:
    text = text_of("parents_by_name", case("Mother shall attend; Father's visits go on."))
    introduction, _, rest = text.partition("\n\n")
    assert "Ana Alder" in introduction
    assert rest == "Ms. Alder shall attend; Mr. Birch's visits go on."


ORDER = """\
ORDER

1. The parents shall sign all releases that the therapist asks for.

2. The therapist may speak with counsel for both parties.

3. Father shall pay the cost.

4. The child shall attend."""


def order(*met: tuple[str, str]) -> OrderCase:
    labels = {rule: Gold(default_status(rule)) for rule in REQUIREMENTS}
    labels |= {rule: Gold(Status.MET, (quote,)) for rule, quote in met}
    return OrderCase("o1-smith", "o1", Split.DEVELOP, ORDER, applicable=True, labels=labels)


def test_a_clause_is_deleted_from_an_order() -> None:
    quote = "The therapist may speak with counsel for both parties."
    found = ORDERS_BY_NAME["order_clause_deleted"].make(order(("RT401", quote)))
    assert found is not None
    assert quote not in found.text
    assert found.expected == {"RT401": Status.MISSING}


def test_no_clause_is_deleted_where_another_speaks_of_its_matter() -> None:
    quote = "The parents shall sign all releases that the therapist asks for."
    given = order(("RT301", quote))
    again = OrderCase(
        given.id, given.batch, given.split, ORDER + "\n\n5. Releases last a year.",
        applicable=True, labels=given.labels,
    )  # fmt: skip
    assert ORDERS_BY_NAME["order_clause_deleted"].make(given) is not None
    assert ORDERS_BY_NAME["order_clause_deleted"].make(again) is None


def test_a_denial_is_put_among_operative_paragraphs() -> None:
    given = order(
        ("RT301", "The parents shall sign all releases that the therapist asks for."),
        ("RT102", "The child shall attend."),
    )
    at_once = ORDERS_BY_NAME["order_denied_next_paragraph"].make(given)
    later = ORDERS_BY_NAME["order_denied_later_paragraph"].make(given)
    assert at_once is not None
    assert at_once.expected == {"RT301": Status.CONTRADICTED}
    assert at_once.text.split("\n\n")[2].startswith("IT IS FURTHER ORDERED that ")
    assert later is None, "nothing operative stands below the last paragraph"


def test_the_sample_is_the_same_every_time_and_grows_by_its_end() -> None:
    corpus = load_corpus(CHECKOUT / "corpus", batches=["c19"])
    small, large = sample(corpus, 2), sample(corpus, 4)
    assert [mutant.id for mutant in sample(corpus, 2)] == [mutant.id for mutant in small]
    assert {mutant.id for mutant in small} <= {mutant.id for mutant in large}
    assert len({mutant.id for mutant in large}) == len(large)
    assert choose(("a", "b", "c"), "x", "y") == choose(("a", "b", "c"), "x", "y")


def test_nothing_is_made_of_locked_batches() -> None:
    locked = Corpus((), (case(DUTY, split=Split.LOCKED),))
    with pytest.raises(UsageError, match="leave the locked batches out"):
        mutants(locked, KINDS[0])


def test_a_flip_passes_by_its_label_and_a_rewrite_by_what_was_found_before() -> None:
    corpus = Corpus((), (case(DUTY),))
    chosen = [
        mutant
        for name in ("shall_to_may", "shall_to_must")
        for mutant in mutants(corpus, BY_NAME[name])
    ]

    def judge(text: str, name: str) -> DocumentReport:
        # Takes "may" for a duty, and is wrong about the text to begin with.
        return report(name, {"RT104": Status.CONTRADICTED, "RT101": Status.MET})

    judged = list(outcomes(chosen, judge))
    flip, rewrite = (found[0] for found, _ in judged)
    assert (flip.passed, flip.began_right) == (False, False)
    assert (rewrite.passed, rewrite.began_right) == (True, False)
    trials = {trial.name: trial for trial in measure(judged)}
    assert trials["all flips"].passed.value == 0.0
    assert trials["shall_to_must"].passed.value == 1.0
    assert trials["shall_to_must"].of_right.value is None
    assert as_json(trials.values())["shall_to_may"]
    assert any("shall_to_must" in line for line in as_lines(list(trials.values())))
    assert miss_lines(judged)[0] == "shall_to_may/c1-001/RT104: partial, found contradicted"
    assert miss_lines(judged, "RT105") == []


def test_a_rewrite_that_stirs_another_requirement_is_counted() -> None:
    chosen = mutants(Corpus((), (case(DUTY),)), BY_NAME["shall_to_must"])

    def judge(text: str, name: str) -> DocumentReport:
        return report(name, {"RT205": Status.MET} if "must" in text else {})

    assert measure(list(outcomes(chosen, judge)))[1].stirred == 1


def test_every_kind_makes_something_of_the_corpus() -> None:
    corpus = load_corpus(CHECKOUT / "corpus", split="develop")
    empty = [kind.name for kind in (*KINDS, *ORDER_KINDS) if not mutants(corpus, kind, 1)]
    assert empty == []


def test_statuses_of_mutants_are_ones_the_guide_knows(tmp_path: Path) -> None:
    corpus = load_corpus(write_corpus(tmp_path, {}, clauses=CLAUSES))
    for mutant in sample(corpus):
        for rule, status in mutant.expected.items():
            assert rule not in ("RT601", "RT602") or status is not Status.MISSING
