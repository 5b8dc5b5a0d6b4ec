"""What the learned reader is shown: whole paragraphs, with roles for names."""

from rtlint.readers.passages import LONGEST, passages
from tests.language.reading import analysis_of


def texts(text: str) -> list[str]:
    return [passage.text for passage in passages(analysis_of(text))]


def test_a_paragraph_with_its_items_is_one_passage() -> None:
    text = "1. Mother and Father shall:\n\n(a) attend reunification therapy;\n\n(b) sign releases."
    (passage,) = texts(text)
    assert passage.startswith("Mother and Father shall:")
    assert passage.count("Mother and Father shall") == 1
    assert "attend reunification therapy" in passage
    assert "sign releases" in passage


def test_two_numbered_paragraphs_are_two_passages() -> None:
    found = texts("1. Both parents shall attend reunification therapy.\n\n2. Father shall pay.")
    assert len(found) == 2


def test_names_give_way_to_roles() -> None:
    (passage,) = texts("Both parents shall attend reunification therapy with Dr. Ruth Maddox.")
    assert "Maddox" not in passage
    assert "the therapist" in passage


def test_recitals_are_not_shown() -> None:
    text = (
        "WHEREAS, both parents shall sign releases; NOW THEREFORE\n\n"
        "IT IS ORDERED that both parents shall attend reunification therapy."
    )
    assert all("releases" not in passage for passage in texts(text))


def test_a_long_paragraph_is_shown_in_parts_that_fit() -> None:
    sentence = "Both parents shall attend reunification therapy as the therapist directs. "
    found = passages(analysis_of("1. " + sentence * 40))
    assert len(found) > 1
    assert all(len(passage.text.split()) <= 2 * LONGEST for passage in found)


def test_every_clause_is_found_again_in_the_text() -> None:
    text = "1. Both parents shall attend reunification therapy. The child shall attend too."
    (passage,) = passages(analysis_of(text))
    assert len(passage.starts) == len(passage.clauses) == 2
    assert passage.text[passage.starts[1] :].startswith("The child shall attend")
