"""The one invented order that all made papers hold, and what a reader of it reads."""

from typing import NamedTuple


class Item(NamedTuple):
    """A paragraph of the order: its list level (-1 for none), the label there, the text."""

    level: int
    label: str
    text: str


ORDER = (
    Item(-1, "", "SUPERIOR COURT OF ALDER COUNTY"),
    Item(-1, "", "IN RE THE MARRIAGE OF HELENE OSTRANDER, Petitioner, and PIERS OSTRANDER, "
         "Respondent"),
    Item(-1, "", "ORDER FOR REUNIFICATION THERAPY"),
    Item(-1, "", "THE COURT, having heard the parties, ORDERS:"),
    Item(0, "1.", "Both parents and their daughter Maud shall participate in reunification therapy "
         "with Dr. Imre Castellan (the therapist)."),
    Item(0, "2.", "The therapy shall continue for as long as the therapist determines that it is "
         "productive and in the best interest of the child."),
    Item(0, "3.", "The parents shall:"),
    Item(1, "(a)", "attend every session that the therapist schedules for them;"),
    Item(1, "(b)", "bring the child to every session that the therapist schedules for her; and"),
    Item(1, "(c)", "follow the recommendations of the therapist."),
    Item(0, "4.", "The therapist decides who attends which session, and may hold individual "
         "sessions with each parent and with the child, and joint sessions in any combination."),
    Item(0, "5.", "Both parents shall sign all releases of information that the therapist "
         "requests, for any past or current provider of either parent or of the child."),
    Item(0, "6.", "The therapist may speak with counsel for both parents."),
    Item(0, "7.", "The parents shall share the costs of the therapy as follows:"),
)  # fmt: skip
FEES = (
    ("Service", "Mother", "Father"),
    ("Individual sessions of each parent", "40%", "60%"),
    ("Individual sessions of the child", "40%", "60%"),
    ("Family sessions", "50%", "50%"),
)
REST = (
    Item(0, "8.", "The therapist shall make no recommendation about custody or parenting time."),
    Item(-1, "", "SO ORDERED on March 4, 2026."),
)


def truth(*, table: bool = True) -> list[str]:
    """The paragraphs that a reader of the order reads."""
    rows = [" | ".join(row) for row in FEES] if table else []
    return [*map(line_of, ORDER), *rows, *map(line_of, REST)]


def line_of(item: Item) -> str:
    return f"{item.label} {item.text}".strip()


# What a form, a deletion or a hidden line says, and the order does not.
FOREIGN = "The therapist shall decide custody of the child."
