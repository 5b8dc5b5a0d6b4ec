"""Who the named people of a paper are, by all that is said around their names."""

import pytest

from rtlint.language.people.persons import persons
from rtlint.language.people.spotting import names_in
from rtlint.language.people.telling import NOBODY, Teller, shipped_teller
from rtlint.language.tokens import TokenizedText
from rtlint.model.linear import Linear
from tests.language.reading import analysis_of

ORDER = """DISTRICT COURT, OURAY COUNTY

MARIT SOLBAKKEN, Petitioner,
v.
HENRIK SOLBAKKEN, Respondent.

ORDER ON REUNIFICATION THERAPY

Petitioner was represented by Lucia Ferrante. Respondent appeared with his attorney, Tom Abiodun.

1. The parties have one child, Nils, who is twelve. Both parties shall attend reunification therapy.

2. Priya Raman, LCSW, of Box Canyon Family Counseling will provide the therapy. Ms. Raman decides
who attends each session, and Nils shall attend the sessions to which she calls him.

3. Dr. Kettleby, who saw Nils for his asthma, is not part of the therapy. Nils shall remain at
Telluride Middle School.

4. Ms. Raman may speak with Ms. Ferrante and with Mr. Abiodun.

5. Each party shall sign the releases that Ms. Raman requests. The therapy lasts as long as
Ms. Raman finds it useful to Nils. The parties shall pay Ms. Raman in equal shares.

Dated May 4, 2026.

/s/ Judge Amos Whitlock
"""


def _spotted(text: str) -> list[str]:
    tokens = TokenizedText(text)
    return [
        text[tokens.tokens[n.first].start : tokens.tokens[n.last - 1].end]
        for n in names_in(text, tokens.tokens, (), ())
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The fee of Dr. Lena Ortiz is due.", ["Dr. Lena Ortiz"]),
        ("They go to Box Canyon Family Counseling weekly.", ["Box Canyon Family Counseling"]),
        ("Whatever is due on Monday is paid in June 2026.", []),
        ("Owen waits. They bring Owen.", ["Owen", "Owen"]),
        ("Priya Raman, LCSW, decides.", ["Priya Raman"]),
    ],
)
def test_names_are_spotted(text: str, names: list[str]) -> None:
    assert _spotted(text) == names


def test_long_and_short_names_are_one_person() -> None:
    text = "They see Lena Ortiz. They pay Dr. Ortiz, and Ortiz bills."
    tokens = TokenizedText(text)
    (person,) = persons(tokens.tokens, names_in(text, tokens.tokens, (), ()))
    assert person.key == ("Lena", "Ortiz")
    assert len(person.names) == 3


def test_a_shared_surname_is_nobodys_short_form() -> None:
    text = "They see Lena Ortiz and Paul Ortiz. They pay Ms. Ortiz."
    tokens = TokenizedText(text)
    found = persons(tokens.tokens, names_in(text, tokens.tokens, (), ()))
    assert [person.key for person in found] == [
        ("Lena", "Ortiz"),
        ("Paul", "Ortiz"),
        ("ms", "Ortiz"),
    ]


def test_everybody_in_an_order_has_a_role() -> None:
    roles = {name: line.role for line in analysis_of(ORDER).roles for name in line.names}
    assert roles["Priya Raman"] == "therapist"
    assert roles["Nils"] == "child"
    assert roles["Dr. Kettleby"] == "professional"
    assert "Telluride Middle School" not in roles
    counsel = {m.role for m in analysis_of(ORDER).mentions if m.named and m.role == "counsel"}
    assert counsel == {"counsel"}


def test_the_model_knows_the_roles_of_the_rules() -> None:
    teller = shipped_teller()
    assert NOBODY in teller.model.classes
    assert teller.serves({"parent", "child", "therapist", "professional", "counsel", "court"})
    assert not teller.serves({"buyer", "seller"})


def test_chances_follow_the_weights() -> None:
    teller = Teller(Linear(["a", "b"], [0.0, 0.0], {"title=dr": [2.0, -2.0]}))
    assert teller.chances(()) == {"a": 0.5, "b": 0.5}
    assert teller.chances({"title=dr", "unknown sign"})["a"] > 0.95
