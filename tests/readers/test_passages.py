"""What the learned reader is shown: whole paragraphs, with roles for names."""

from rtlint.readers.passages import LOOKS, at_one_look, passages
from tests.language.reading import analysis_of


def texts(text: str) -> list[str]:
    return [passage.text for passage in at_one_look(analysis_of(text))]


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
    found = at_one_look(analysis_of("1. " + sentence * 40))
    assert len(found) > 1
    assert all(len(passage.text.split()) <= 2 * LOOKS[0] for passage in found)


def test_the_second_look_is_at_sentences() -> None:
    duty = "Both parents shall attend the reunification therapy on every day the therapist names. "
    found = passages(analysis_of("1. " + duty * 4))
    looks = [passage.look for passage in found]
    assert looks.count(0) == 1
    assert looks.count(1) > 1
    assert all(len(p.text.split()) <= LOOKS[1] + 15 for p in found if p.look == 1)


def test_every_clause_is_found_again_in_the_text() -> None:
    text = "1. Both parents shall attend reunification therapy. The child shall attend too."
    (passage,) = at_one_look(analysis_of(text))
    assert len(passage.starts) == len(passage.clauses) == 2
    assert passage.text[passage.starts[1] :].startswith("The child shall attend")


OTHERS = "Dr. Maddox is the individual counselor of Father. Dr. Maddox shall send a report."


def test_other_services_are_not_shown_once_the_therapist_is_known() -> None:
    therapist = "1. Dr. Ruth Poe is appointed reunification therapist.\n\n"
    assert all("report" not in text for text in texts(f"{therapist}2. {OTHERS}"))


def test_other_services_are_shown_where_nobody_is_known_by_name_as_the_therapist() -> None:
    assert any("report" in text for text in texts(f"1. Both parents attend.\n\n2. {OTHERS}"))


def test_a_section_that_speaks_of_the_therapy_is_shown_whole() -> None:
    order = (
        "1. Dr. Ruth Poe is appointed reunification therapist.\n\nTHE THERAPY\n\n"
        f"2. The reunification therapy begins in May.\n\n3. {OTHERS}"
    )
    assert any("report" in text for text in texts(order))
