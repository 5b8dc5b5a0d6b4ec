"""Names and defined terms: who is who is learned from the document itself."""

from tests.language.reading import agents, analysis_of, frames


def roles(text: str) -> dict[str, tuple[str, ...]]:
    return {line.role: line.names for line in analysis_of(text).roles}


def test_a_defined_term_names_the_therapist() -> None:
    text = (
        'Lena Ortiz, Ph.D. (the "Provider") shall provide reunification therapy. '
        "The Provider may call counsel."
    )
    assert "therapist" in roles(text)
    assert "therapist" in agents(frames(text)[1])


def test_a_term_for_the_therapy_is_nobody_s_name() -> None:
    text = (
        'The family shall begin reunification therapy (the "Process"). The Process shall continue.'
    )
    assert "therapist" not in roles(text)


def test_a_name_beside_the_therapy_is_the_therapist() -> None:
    text = (
        "Both parents shall attend reunification therapy with Dr. Ruth Maddox. "
        "Dr. Maddox may see the child."
    )
    assert roles(text)["therapist"] == ("Dr. Ruth Maddox",)
    assert agents(frames(text)[1]) == {"therapist"}


def test_a_guardian_ad_litem_is_not_the_therapist() -> None:
    text = (
        "Ann Roe, the guardian ad litem, may attend the reunification therapy. Ms. Roe may speak."
    )
    assert agents(frames(text)[1]) == {"professional"}


def test_plaintiff_and_mother_are_one_person_when_the_order_says_so() -> None:
    text = "Petitioner (Mother) shall attend reunification therapy. Mother shall sign releases."
    first, second = frames(text)
    assert agents(first) == agents(second)


def test_two_people_known_by_courtesy_titles_are_the_parents() -> None:
    (frame,) = frames("Ms. Okafor and Mr. Brandvold shall attend reunification therapy.")
    assert agents(frame) == {"parent:mother", "parent:father"}


def test_a_child_is_known_by_first_name_or_initials() -> None:
    for name in ("Tobias", "A.R."):
        (frame,) = frames(f"Both parents shall bring {name} to reunification therapy.")
        assert "child" in {mention.role for mention in frame.patients}, name


def test_a_parent_s_own_therapist_is_another_professional() -> None:
    text = "Both parents shall attend reunification therapy. Mother's therapist may write a letter."
    assert agents(frames(text)[1]) == {"professional"}


def test_counsel_takes_the_side_it_is_counsel_for() -> None:
    text = (
        "The reunification therapist may speak with counsel for Mother and with Father's attorney."
    )
    (frame,) = frames(text)
    sides = {m for mention in frame.patients if mention.role == "counsel" for m in mention.members}
    assert sides == {"mother", "father"}


def test_a_name_the_user_gives_wins() -> None:
    text = "Both parents shall attend reunification therapy. Rivers shall bill monthly."
    analysis = analysis_of(text, therapist=("Rivers",))
    frame = analysis.clauses[1].frames[0]
    assert agents(frame) == {"therapist"}
    assert analysis.roles[0].source == "option"
