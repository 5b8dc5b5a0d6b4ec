"""The force of an act: what a chain of modal words comes to."""

import pytest

from rtlint.language.forces import Operator, compose
from rtlint.model.rule import Force
from tests.language.reading import forces

CHAINS = {
    "Mother shall attend reunification therapy.": "must",
    "Mother must attend reunification therapy.": "must",
    "Mother agrees to attend reunification therapy.": "must",
    "Mother is hereby ordered to attend reunification therapy.": "must",
    "Mother is to attend reunification therapy.": "must",
    "Mother has to attend reunification therapy.": "must",
    "Mother shall be required to attend reunification therapy.": "must",
    "Mother is under an obligation to attend reunification therapy.": "must",
    "Mother shall not fail to attend reunification therapy.": "must",
    "Mother may not refuse to attend reunification therapy.": "must",
    "Mother is enjoined to attend reunification therapy.": "must",
    "Mother should attend reunification therapy.": "weak",
    "Mother is encouraged to attend reunification therapy.": "weak",
    "Mother shall make reasonable efforts to attend reunification therapy.": "weak",
    "Mother shall use best efforts to attend reunification therapy.": "weak",
    "Mother may attend reunification therapy.": "may",
    "Mother is authorized to attend reunification therapy.": "may",
    "Mother shall be permitted to attend reunification therapy.": "may",
    "Mother shall not be precluded from attending reunification therapy.": "may",
    "Mother shall not attend reunification therapy.": "must_not",
    "Mother may not attend reunification therapy.": "must_not",
    "Mother is prohibited from attending reunification therapy.": "must_not",
    "Mother is enjoined from attending reunification therapy.": "must_not",
    "Mother shall refrain from attending reunification therapy.": "must_not",
    "Mother shall not be asked to attend reunification therapy.": "must_not",
    "Neither parent shall attend reunification therapy.": "must_not",
    "No party may attend reunification therapy.": "must_not",
    "Mother shall not be required to attend reunification therapy.": "need_not",
    "Mother need not attend reunification therapy.": "need_not",
    "Mother is excused from reunification therapy.": "need_not",
    "Mother may decline to attend reunification therapy.": "need_not",
    "Neither parent shall be required to attend reunification therapy.": "need_not",
    "Mother's attendance at reunification therapy is optional.": "need_not",
    "Mother attends reunification therapy.": "is",
}


@pytest.mark.parametrize(("sentence", "force"), CHAINS.items(), ids=CHAINS)
def test_a_chain_of_modal_words_comes_to_one_force(sentence: str, force: str) -> None:
    assert forces(sentence) == [force]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mother shall attend reunification therapy no later than May 1.",
        "Mother shall attend not only the reunification therapy but also its intake.",
        "Mother shall attend not less than six sessions of the reunification therapy.",
        "Mother shall attend reunification therapy whether or not it suits her.",
    ],
)
def test_a_harmless_negation_negates_nothing(sentence: str) -> None:
    assert forces(sentence) == ["must"]


def test_nothing_prevents_is_a_permission() -> None:
    sentence = (
        "Nothing in this order prevents the reunification therapist from speaking with counsel."
    )
    assert forces(sentence) == ["may"]


def test_an_inverted_negative_is_counted_once() -> None:
    text = "The reunification therapist shall not set parenting time, nor shall she suspend it."
    assert forces(text) == ["must_not", "must_not"]


def test_the_month_of_may_is_no_permission() -> None:
    assert forces("Mother shall attend reunification therapy from May 3.") == ["must"]


def test_an_enacting_formula_without_a_modal_orders() -> None:
    text = (
        "IT IS ORDERED that Petitioner, Respondent and the child participate in "
        "reunification therapy."
    )
    assert forces(text) == ["must"]


@pytest.mark.parametrize("force", Force)
def test_two_negations_of_a_duty_never_leave_a_ban(force: Force) -> None:
    twice = compose(compose(force, Operator.NOT), Operator.NOT)
    if force in (Force.MUST, Force.IS):
        assert twice is force
    assert not (force is Force.MUST and twice is Force.MUST_NOT)
