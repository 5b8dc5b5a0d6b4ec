"""Zones: what belongs to the caption, the findings, the decree, the signatures."""

import pytest

from rtlint.model.outline import Zone
from tests.structure.papers import Read

NORTH_CAROLINA = """
STATE OF NORTH CAROLINA

COUNTY OF ALDER

JANE ROE, Plaintiff, v. JOHN ROE, Defendant.

CONSENT ORDER FOR REUNIFICATION THERAPY

THIS MATTER came before the undersigned upon the parties' motion.

FINDINGS OF FACT

1. The parties were married in 2009. Mother must pay the rent, the landlord said.

CONCLUSIONS OF LAW

1. The Court has jurisdiction. Therapy shall help the child.

IT IS NOW, THEREFORE, ORDERED, ADJUDGED AND DECREED:

1. Both parents shall attend.

2. The Court finds that they agree. Father shall pay.

This the 4th day of May, 2025.

______________________________ District Court Judge

CONSENTED TO:

Jane Roe, Plaintiff

CERTIFICATE OF SERVICE

The clerk shall mail copies.
"""


def test_an_order_from_caption_to_certificate() -> None:
    read = Read(NORTH_CAROLINA)
    expected = {
        "JANE ROE, Plaintiff, v": Zone.CAPTION,
        "CONSENT ORDER": Zone.CAPTION,
        "THIS MATTER": Zone.RECITAL,
        "The parties were": Zone.FINDING,
        "Mother must pay": Zone.FINDING,
        "Therapy shall help": Zone.FINDING,
        "Both parents": Zone.DECRETAL,
        "The Court finds": Zone.FINDING,
        "Father shall": Zone.DECRETAL,
        "This the 4th": Zone.SIGNATURE,
        "Jane Roe": Zone.SIGNATURE,
        "The clerk": Zone.CERTIFICATE,
    }
    assert {words: read.zone(words) for words in expected} == expected


@pytest.mark.parametrize(
    "formula",
    [
        "IT IS ORDERED that:",
        "IT IS THEREFORE ORDERED, ADJUDGED AND DECREED as follows:",
        "NOW, THEREFORE, by consent, it is ORDERED:",
        "THIS COURT ORDERS THAT:",
        "The Court hereby orders:",
        "I am ordering the following:",
        "IT IS THE ORDER OF THE COURT THAT:",
        "IT IS THE RECOMMENDATION OF THE MAGISTRATE THAT:",
        "The following orders are entered:",
        "AND NOW, this 3rd day of June, 2025, it is ORDERED as follows:",
        "GOOD CAUSE APPEARING, IT IS HEREBY ORDERED:",
        "IT IS on this 3rd day of May, 2025 ORDERED that:",
        "ORDERED AND ADJUDGED as follows:",
        "ORDER",
        "DECREE",
        "ORDERS OF THE COURT",
    ],
)
def test_what_opens_the_decree(formula: str) -> None:
    read = Read(
        f"FINDINGS OF FACT\n\nThe home is calm.\n\n{formula}\n\n1. Therapy is at her office."
    )
    assert read.zone("The home") is Zone.FINDING
    assert read.zone("Therapy is") is Zone.DECRETAL


@pytest.mark.parametrize(
    "opening",
    [
        "The parties stipulate and agree as follows:",
        "IT IS HEREBY STIPULATED AND AGREED that:",
        "STIPULATION",
        "The parties agree as follows:",
    ],
)
def test_what_opens_a_stipulation(opening: str) -> None:
    read = Read(f"WHEREAS, they live apart;\n\n{opening}\n\n1. Father will attend.")
    assert read.zone("WHEREAS") is Zone.RECITAL
    assert read.zone("Father") is Zone.STIPULATION


@pytest.mark.parametrize(
    ("sentence", "zone"),
    [
        ("Both parents shall attend.", Zone.DECRETAL),
        ("Dr. Roe decides when the therapy ends.", Zone.DECRETAL),
        ("The parties are urged to attend.", Zone.DECRETAL),
        ("Mother's request for recommendations is denied.", Zone.DECRETAL),
        ("If Mother requests a session, the therapist shall hold one.", Zone.DECRETAL),
        ("What the therapist recommends, the parties shall do.", Zone.DECRETAL),
        ("The Court recognizes that the length of therapy varies.", Zone.DECRETAL),
        ("I understand that both of us are part of the work.", Zone.DECRETAL),
        ("Mother, who was ordered to pay, may attend.", Zone.DECRETAL),
        ("The parties request that Dr. Roe begin at once.", Zone.DECRETAL),
        ("I therefore find that both must attend.", Zone.FINDING),
        ("The mother says that he must not come.", Zone.FINDING),
        ("The Court finds that both need therapy and orders them to attend.", Zone.DECRETAL),
        (
            "Without directing how, the parties ask and the Court orders that she begin.",
            Zone.DECRETAL,
        ),
        ("The Court finds that both parents must attend.", Zone.FINDING),
        ("Based on the testimony, the Court finds that therapy is needed.", Zone.FINDING),
        ("Father testified that Mother shall never attend.", Zone.FINDING),
        ("Mother requests that the therapist shall decide custody.", Zone.FINDING),
        ("The guardian ad litem recommended that both parents attend.", Zone.FINDING),
        ("Ms. Borg testified that both must attend.", Zone.FINDING),
        ("WHEREAS, both parents shall attend;", Zone.RECITAL),
        ("This matter came before the Court on Father's motion.", Zone.RECITAL),
        ("On May 3, 2023, the Court ordered both parents to attend.", Zone.RECITAL),
        ("The Court previously ordered therapy.", Zone.RECITAL),
        ('"Therapist" means the child\'s own counselor.', Zone.DEFINITION),
        ('As used in this order, "Therapy" shall mean counseling.', Zone.DEFINITION),
    ],
)
def test_what_a_bare_sentence_is(sentence: str, zone: Zone) -> None:
    assert Read(sentence).zone(sentence[:12]) is zone


def test_prose_opinions_are_read_sentence_by_sentence() -> None:
    read = Read(
        """
        IN THE SUPERIOR COURT OF ALDER COUNTY

        Jane Roe, Petitioner, and John Roe, Respondent.

        MEMORANDUM OPINION

        The Court heard two days of testimony. Father has not seen the child since May. The Court
        finds that therapy is needed. Both parents shall attend it. Dr. Roe is wise.

        Father has moved twice. The therapist told him that he would pay.

        The Court orders Father to pay half. Mother will pay the rest.
        """
    )
    zones = {
        words: read.zone(words).operative
        for words in (
            "The Court heard",
            "Father has not",
            "The Court finds",
            "Both parents",
            "Father has moved",
            "The therapist told",
            "The Court orders",
            "Mother will",
        )
    }
    assert [words for words, operative in zones.items() if operative] == [
        "Both parents",
        "The Court orders",
        "Mother will",
    ]


def test_a_paper_without_enacting_words_is_operative_after_its_introduction() -> None:
    read = Read(
        "SUPERIOR COURT OF ARIZONA\n\nMINUTE ENTRY\n\nThis is the time set for hearing "
        "on Father's motion.\n\nParties to split costs 50/50.\n\nMother to sign releases."
    )
    assert read.zone("Mother to sign").operative


def test_definitions_and_run_in_sections() -> None:
    read = Read(
        "IT IS ORDERED:\n\n1. Definitions. The therapist is Dr. Roe.\n\n2. Background. They moved."
        "\n\n3. Therapy. Both shall attend."
    )
    assert read.zone("The therapist is") is Zone.DEFINITION
    assert read.zone("They moved") is Zone.RECITAL
    assert read.zone("Both") is Zone.DECRETAL


def test_a_topic_after_findings_ends_them() -> None:
    read = Read(
        "[Findings]\n\nThe Court finds that they agree. All is well.\n\n[Therapy]\n\nIT IS ORDERED "
        "that they attend. Dr. Roe is the therapist."
    )
    assert read.zone("All is") is Zone.FINDING
    assert read.zone("Dr. Roe") is Zone.DECRETAL


EXHIBIT = """
IT IS ORDERED:

1. {words}

Dated: May 3, 2025

______________________________ Judge

EXHIBIT A - FEE AGREEMENT

1. You agree to pay me.
"""


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("The agreement attached as Exhibit A is incorporated herein.", Zone.EXHIBIT),
        ('The paper marked "Exhibit A" is made part of this order.', Zone.EXHIBIT),
        ("Exhibit A is adopted as an order of the Court.", Zone.EXHIBIT),
        ("The terms in Exhibit A are terms of this order.", Zone.EXHIBIT),
        ("Exhibit A binds both parents as though it were set out here.", Zone.EXHIBIT),
        (
            "The terms of Exhibit A bind both, with one exception: section 9 is not adopted.",
            Zone.EXHIBIT,
        ),
        ("A letter is attached as Exhibit A.", Zone.ANNEX),
        ("Exhibit A is attached but is not incorporated in this order.", Zone.ANNEX),
    ],
)
def test_attachments(words: str, zone: Zone) -> None:
    read = Read(EXHIBIT.format(words=words))
    assert read.zone("You agree") is zone
    assert read.clause("You agree").paragraph == "Ex. A, 1"


def test_items_of_a_finding_are_findings() -> None:
    read = Read(
        "IT IS ORDERED that both attend.\n\nThe Court finds that:\n\n(a) both must change; and\n\n"
        "(b) IT IS ORDERED that they begin.\n\nFather asks that Mother: (a) must pay; and (b) sign."
    )
    assert read.live() == [
        "IT IS ORDERED that both attend.",
        "The Court finds that: IT IS ORDERED that they begin.",
    ]


def test_a_form_whose_item_is_answered_as_attached() -> None:
    read = Read(
        "THE COURT ORDERS\n\n3. Custody: As attached.\n\nATTACHMENT 3\n\nBoth shall attend."
    )
    assert read.zone("Both") is Zone.EXHIBIT


def test_enacting_words_inside_numbered_paragraphs() -> None:
    read = Read(
        "ONTARIO\n\nSUPERIOR COURT OF JUSTICE\n\nJANE ROE, Applicant\n\nORDER\n\nON READING them,"
        "\n\n1. THIS COURT ORDERS THAT both attend.\n\n2. THIS COURT ORDERS THAT both pay."
    )
    assert read.live() == [
        "THIS COURT ORDERS THAT both attend.",
        "THIS COURT ORDERS THAT both pay.",
    ]


def test_numbered_reasons_that_end_in_orders() -> None:
    read = Read(
        "[1] They separated. The father asks for therapy.\n\n[2] I find that both need help. "
        "She has room.\n\n[3] I therefore order that both attend. Costs are shared."
    )
    assert read.live() == ["I therefore order that both attend.", "Costs are shared."]
    assert read.clause("Costs").paragraph == "3"


@pytest.mark.parametrize(
    ("words", "operative"),
    [
        ("The foregoing recitals are incorporated as orders of the Court.", True),
        ("The recitals above are hereby adopted and made orders of this Court.", True),
        ("The foregoing recitals are incorporated herein by reference.", False),
        ("The recitals are not adopted as orders of the Court.", False),
    ],
)
def test_recitals_made_orders(words: str, operative: bool) -> None:
    read = Read(f"WHEREAS, both parents will attend;\n\nIT IS ORDERED:\n\n1. {words}")
    assert read.zone("WHEREAS").operative is operative


def test_orders_after_a_signature_line_are_orders_again() -> None:
    read = Read(
        "1. Father shall attend.\n\nDated: May 1, 2025\n\n_______________ Jane Roe\n\nIT IS "
        "ORDERED that the stipulation above is adopted and both parents shall attend."
    )
    assert read.zone("IT IS") is Zone.DECRETAL


@pytest.mark.parametrize(
    "line",
    [
        "SO ORDERED.",
        "BY THE COURT:",
        "APPROVED AS TO FORM:",
        "Dated: ____________",
        "/s/ Jane Roe",
        "SIGNED on May 3, 2025.",
        "Respectfully submitted,",
        "Done and ordered in chambers this day.",
    ],
)
def test_what_closes_an_order(line: str) -> None:
    read = Read(f"IT IS ORDERED that both parents shall attend.\n\n{line}\n\nJane Roe, Attorney")
    assert read.zone("Jane Roe, Attorney") is Zone.SIGNATURE


def test_a_line_that_looks_like_a_signature_does_not_end_a_long_order() -> None:
    duties = "\n\n".join(
        f"Both of you keep appointment {n} with Dr. Roe, whatever the weather and the traffic, and "
        "you bring the child along in good time."
        for n in range(1, 25)
    )
    read = Read(f"FAMILY COURT\n\nThe parties were sworn.\n\nJudge Ann Roe\n\n{duties}")
    assert read.zone("Both of you keep appointment 24").operative


ADOPTED_AT_THE_FOOT = """
FAMILY COURT

Dear Mr. Roe,

We met on Tuesday and agreed on the counseling.

Dr. Poe sees Ann alone as often as she likes, and the rest of us when she asks.

You pay two thirds and I pay one third of what she charges. Where a bill is in doubt, we
ask her office for a copy of the ledger before either of us writes to the other about it.

Nothing is said to Ann about money, about lawyers, or about who is late with what. When she asks
what the counseling is for, each of us says that it is for all three of us.

The dog stays with Ann. The bicycle travels with her. Her uncle fetches both when the weather is
bad and brings them back before school begins on Monday.

ORDER

The foregoing letter is approved and is so ordered.
"""


def test_an_order_at_the_foot_adopts_what_stands_above_it() -> None:
    read = Read(ADOPTED_AT_THE_FOOT)
    assert read.zone("You pay two thirds").operative
    assert read.zone("Dr. Poe sees").operative


def test_in_a_short_paper_the_order_at_the_foot_may_be_a_third_of_it() -> None:
    signed = "Given under my hand at Alder on May 3.\n\n____________________\n\nJudge of the Court"
    kept = [
        p for p in ADOPTED_AT_THE_FOOT.split("\n\n") if "Nothing is" not in p and "dog" not in p
    ]
    read = Read("\n\n".join([*kept, signed]))
    assert read.zone("You pay two thirds").operative


def test_a_short_order_after_long_findings_adopts_none_of_them() -> None:
    denied = "The motion for counseling is denied."
    read = Read(
        ADOPTED_AT_THE_FOOT.replace("The foregoing letter is approved and is so ordered.", denied)
    )
    assert not read.zone("You pay two thirds").operative


PLAN = """
FAMILY COURT

INTRODUCTION

Ann is ten. The mediator wrote down what was said.

THE WEEK

1-A. Ann lives with Jane during the school week. John shall drive her on Fridays.

1-B. John has the summer.

COUNSELING

2-A. Dr. Poe may see Ann alone.

2-B. Both of us are expected to come. We will sign what she asks for.

2-C. John pays half.

2-D. Nobody shall record a session.

ORDER

{order} {rest}
"""


def test_lists_that_order_together_are_decrees_though_enacted_later() -> None:
    order = "The plan is entered. The clerk shall close the file."
    read = Read(PLAN.format(order=order, rest="The hearing is vacated. " * 12))
    assert read.paths()[:5] == ["1-A", "1-B", "2-A", "2-B", "2-C"]
    for words in ("Ann lives", "John has", "Dr. Poe may", "Both of us", "John pays"):
        assert read.zone(words) is Zone.DECRETAL, words
    assert not read.zone("Ann is ten").operative


@pytest.mark.parametrize(
    ("sentence", "adopted"),
    [
        ("Each party shall pay every charge listed in Schedule 1 as it falls due.", True),
        ('"Engagement Terms" means Schedule 1. The Engagement Terms are adopted.', True),
        ("The decree otherwise stands; a copy is annexed as Schedule 1.", False),
        ("Schedule 1 is attached for reference only and shall bind nobody.", False),
    ],
)
def test_exhibits_by_which_something_is_ordered(sentence: str, adopted: bool) -> None:
    read = Read(
        f"IT IS ORDERED that both parents shall attend.\n\n{sentence}\n\nSO ORDERED.\n\n"
        "SCHEDULE 1\n\nJohn pays half of each session."
    )
    assert read.zone("John pays half").operative is adopted


def test_prose_that_has_begun_to_order_goes_on_in_what_it_allows() -> None:
    read = Read(
        "FAMILY COURT\n\nThe parties were heard. Counsel may be proud.\n\nDr. Poe is appointed.\n\n"
        "Counsel may write to her.\n\nIt is ordered that John pay.\n\nSO ORDERED."
    )
    assert not read.zone("Counsel may be proud").operative
    assert read.zone("Counsel may write").operative


def test_a_dated_heading_opens_the_decree() -> None:
    read = Read(
        "FAMILY COURT\n\nFindings.\n\nAnn is ten.\n\nOrder. May 3, 2024.\n\nJohn pays half."
    )
    assert not read.zone("Ann is ten").operative
    assert read.zone("John pays").operative


def test_a_line_that_orders_ends_the_caption_of_a_form() -> None:
    text = """STATE OF MICHIGAN

DICKINSON COUNTY CIRCUIT COURT

Plaintiff: ANNA ROE

THE COURT ORDERS:

1. Custody. Legal: joint

a. Counselor: Bay Counseling

b. Start: within 14 days"""
    read = Read(text)
    assert read.clause("Counselor").zone is Zone.DECRETAL
