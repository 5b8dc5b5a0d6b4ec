"""Who acts, on whom, and how a sentence with several acts is cut."""

from tests.language.reading import agents, analysis_of, forces, frames


def test_a_list_of_names_is_one_subject() -> None:
    (frame,) = frames("Mother, Father and the minor child shall attend reunification therapy.")
    assert agents(frame) == {"parent:mother", "parent:father", "child"}


def test_a_second_verb_inherits_the_subject() -> None:
    _, second = frames(
        "Both parents shall attend reunification therapy and shall sign all releases."
    )
    assert agents(second) == {"parent"}


def test_a_passive_names_its_agent_after_by() -> None:
    (frame,) = frames("The cost of reunification therapy shall be paid by Father.")
    assert agents(frame) == {"parent:father"}
    assert frame.passive


def test_a_name_under_a_preposition_is_no_subject() -> None:
    (frame,) = frames("Sessions of reunification therapy with Mother shall be held weekly.")
    assert agents(frame) == set()


def test_a_relative_clause_does_not_hide_the_subject() -> None:
    text = (
        "The party in whose care the child is shall bring the child to the reunification therapist."
    )
    (frame,) = frames(text)
    assert agents(frame) == {"parent"}


def test_a_subordinate_modal_opens_no_frame() -> None:
    text = "Both parents shall attend such sessions as the reunification therapist may schedule."
    assert forces(text) == ["must"]


def test_an_indirect_question_opens_no_frame() -> None:
    text = "The reunification therapist shall give her view as to which parent should have custody."
    assert forces(text) == ["must"]


def test_an_exception_with_a_verb_is_a_frame_of_its_own() -> None:
    text = (
        "Both parents shall attend reunification therapy, except that Mother may decline a session."
    )
    first, second = frames(text)
    assert (first.force.value, second.force.value) == ("must", "need_not")
    assert agents(second) == {"parent:mother"}
    assert second.excepted


def test_a_lead_in_governs_its_items() -> None:
    text = (
        "Mother and Father shall:\n\n(a) attend reunification therapy;\n\n"
        "(b) not disparage each other."
    )
    first, second = frames(text)
    assert agents(first) == agents(second) == {"parent:mother", "parent:father"}
    assert (first.force.value, second.force.value) == ("must", "must_not")


def test_the_same_holds_for_repeats_the_frame_before() -> None:
    text = "Petitioner shall attend reunification therapy. The same holds for Respondent."
    first, second = frames(text)
    assert agents(second) == {"parent:second"}
    assert {hit.name for hit in first.hits} <= {hit.name for hit in second.hits}


def test_an_obligation_referred_back_to_is_the_act_before_it() -> None:
    text = "Both parents shall attend reunification therapy. Mother is under no such obligation."
    second = frames(text)[1]
    assert second.force.value == "need_not"
    assert "attend" in {hit.name for hit in second.hits}


def test_who_decides_is_found_on_either_side_of_the_verb() -> None:
    for terms in (
        "as the reunification therapist directs",
        "at the discretion of the reunification therapist",
        "in the reunification therapist's sole judgment",
        "as determined by the reunification therapist",
    ):
        (frame,) = frames(f"Both parents shall attend sessions {terms}.")
        assert "therapist" in {decider.role for decider in frame.deciders}, terms


def test_a_pronoun_decides_for_whom_it_stands() -> None:
    (frame,) = frames("The reunification therapist may see the child alone as she thinks best.")
    deciders = [d for d in frame.deciders if not d.by_agent]
    assert {d.role for d in deciders} == {"therapist"}


def test_words_under_an_exception_are_no_part_of_the_frame() -> None:
    (frame,) = frames(
        "Both parents shall attend reunification therapy unless a release is unsigned."
    )
    assert "release" not in {hit.name for hit in frame.hits}
    assert "release" in {hit.name for hit in frame.excepted_hits()}


def test_another_professional_brings_another_topic() -> None:
    text = (
        "Both parents shall attend reunification therapy.\n\n"
        "The parenting coordinator may decide who attends a meeting."
    )
    topics = [clause.topic for clause in analysis_of(text).clauses]
    assert topics == ["reunification", "other"]
