"""Whose choice an act waits for, wherever in the sentence the term stands."""

import pytest

from rtlint.language.choice import choosers
from tests.language.reading import frames


@pytest.mark.parametrize(
    "text",
    [
        "Unless either parent objects, the parties shall attend reunification therapy.",
        "If both parents so wish, the parties shall attend reunification therapy.",
        "As long as neither parent objects, the parties shall attend reunification therapy.",
        "Provided that Mother consents, the parties shall attend reunification therapy.",
        "The parties shall, unless Mother prefers otherwise, attend reunification therapy.",
        "The parties shall attend reunification therapy, subject to Father's consent.",
        "IT IS ORDERED that, if Mother agrees, the parties shall attend reunification therapy.",
    ],
)
def test_a_parents_choice_governs_the_act(text: str) -> None:
    *_, frame = frames(text)
    assert {decider.role for decider in choosers(frame)} == {"parent"}
    assert frame.force == "must"


@pytest.mark.parametrize(
    "text",
    [
        "Even if a parent objects, both parents shall attend reunification therapy.",
        "Whether or not Mother agrees, both parents shall attend reunification therapy.",
        "The parties shall attend every session of reunification therapy that Mother requests.",
        "Both parents shall attend reunification therapy until Mother objects.",
    ],
)
def test_a_choice_that_governs_nothing(text: str) -> None:
    assert not [d for frame in frames(text) for d in choosers(frame)]


def test_a_term_in_front_ends_at_its_comma() -> None:
    (frame,) = frames("Unless Mother objects, both parents shall attend reunification therapy.")
    (term,) = frame.adjuncts
    assert frame.view.text(term.first, term.last) == "Unless Mother objects ,"
    assert "therapy" in {hit.name for hit in frame.hits}
