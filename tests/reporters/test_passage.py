"""The text is cut at quotations so that nothing is lost and every quotation keeps its words."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from rtlint.model.assessment import Assessment, Evidence, EvidenceRole, Status
from rtlint.model.document import Place
from rtlint.model.report import DocumentReport
from rtlint.reporters.passage import Piece, context, paragraphs, quotations

TEXTS = st.lists(st.text("ab .", min_size=1, max_size=12), min_size=1, max_size=4)


def reported(
    text: str, spans: list[tuple[int, int]], starts: tuple[tuple[int, int], ...] = ()
) -> DocumentReport:
    evidence = tuple(
        Evidence(role, text[start:end], start, end, Place(1, 1))
        for (start, end), role in zip(spans, list(EvidenceRole) * len(spans), strict=False)
    )
    judged = (Assessment("RT101", Status.PARTIAL, evidence),)
    return DocumentReport(
        "o.txt", "text/plain", "", None, True, judged, (), (), text=text, page_starts=starts
    )


def words(pieces: list[Piece], number: int) -> str:
    """What stands from where a quotation begins to where it ends."""
    begin = next(i for i, piece in enumerate(pieces) if number in piece.begins)
    end = next(i for i, p in enumerate(pieces) if number in [q.number for q in p.ends])
    return "".join(piece.text for piece in pieces[begin : end + 1])


@settings(deadline=None)
@given(TEXTS, st.data())
def test_pieces_make_up_the_text_and_quotations_keep_their_words(
    parts: list[str], data: st.DataObject
) -> None:
    text = "\n\n".join(part.strip() or "x" for part in parts)
    spans = [
        (start, data.draw(st.integers(start + 1, len(text))))
        for start in data.draw(st.lists(st.integers(0, len(text) - 1), max_size=5))
    ]
    page = ((1, 0), (2, data.draw(st.integers(0, len(text) - 1))))
    document = reported(text, spans, page)
    made = list(paragraphs(document))
    assert "\n\n".join("".join(p.text for p in pieces) for pieces in made) == text
    flat = [piece for pieces in made for piece in pieces]
    for quoted in quotations(document):
        quote = text[quoted.start : quoted.end]
        if quote == quote.strip("\n"):
            assert words(flat, quoted.number) == quote.replace("\n\n", "")


def test_the_gravest_role_marks_words_that_several_quotations_cover() -> None:
    document = reported("one two three", [(0, 13), (4, 7)])
    ((first, second, third),) = paragraphs(document)
    assert (first.role, second.role, third.role) == (
        EvidenceRole.SUPPORTS,
        EvidenceRole.CONTRADICTS,
        EvidenceRole.SUPPORTS,
    )


def test_a_quotation_that_is_not_in_the_text_is_not_marked() -> None:
    document = replace(reported("one two", [(0, 3)]), text="another")
    assert quotations(document) == ()
    assert context(document, document.assessments[0].evidence[0]).before == ""


def test_context_is_the_rest_of_the_paragraph_within_reason() -> None:
    text = "Title\n\n" + "long " * 60 + "HERE" + " tail" * 60 + "\n\nEnd"
    start = text.index("HERE")
    document = reported(text, [(start, start + 4)])
    around = context(document, document.assessments[0].evidence[0])
    assert around.before.startswith("… ")
    assert around.after.endswith(" …")
    assert "Title" not in around.before
    assert len(around.before) < 170
    assert text[start - 50 : start] in around.before
