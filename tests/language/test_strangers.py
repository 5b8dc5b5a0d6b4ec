"""Who provides the service where no definition says so, and short forms of names."""

import pytest

from rtlint import api
from rtlint.language import analyse
from rtlint.rulebook import load_rules
from rtlint.structure import outline


def therapist(text: str) -> tuple[str, ...]:
    document = api.read_bytes(text.encode(), name="order.txt")
    roles = analyse(document, outline(document), load_rules().vocabulary).roles
    return next((line.names for line in roles if line.role == "therapist"), ())


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Ozark Steps will handle reunification. Ozark Steps can see Sam alone.", "Ozark Steps"),
        ("Plaintiff shall attend reintegration therapy with Lakeshore Clinic.", "Lakeshore Clinic"),
        ("Karen Dominick, LCPC, is retained to do reunification work.", "Karen Dominick"),
        ("Camino Family Counseling is the provider. Camino may call.", "Camino Family Counseling"),
        ("The family is referred to Ana Wu, Ph.D., for reunification therapy.", "Ana Wu"),
    ],
)
def test_a_stranger_beside_the_service_is_its_provider(words: str, name: str) -> None:
    assert therapist(words) == (name,)


@pytest.mark.parametrize(
    "words",
    [
        "Dr. Roe is the custody evaluator. The parties shall attend reunification therapy.",
        "Ms. Okafor and Mr. Brand shall attend reunification therapy.",
        "Liam's counselor, Ms. Treadwell, is paid by Father. Reunification therapy is ordered.",
    ],
)
def test_nobody_is_made_the_provider_for_standing_near(words: str) -> None:
    assert therapist(words) == ()
