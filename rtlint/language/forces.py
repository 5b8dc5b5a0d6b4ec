"""What a chain of modal words does with the act it governs.

A chain is read from the outside in: "shall not be required to decline" is a duty,
negated, that requires, that refuses. ``compose`` is that arithmetic as one table.
"""

from enum import StrEnum

from rtlint.model.rule import Force


class Operator(StrEnum):
    """A word that changes the force of the act after it."""

    NOT = "not"
    REQUIRE = "require"
    PERMIT = "permit"
    FORBID = "forbid"
    EXCUSE = "excuse"
    ENCOURAGE = "encourage"
    TRY = "try"
    REFUSE = "refuse"


_M, _W, _Y, _X, _N, _I, _O = (
    Force.MUST, Force.WEAK, Force.MAY, Force.MUST_NOT, Force.NEED_NOT, Force.IS, Force.IS_NOT,
)  # fmt: skip

_COLUMNS = (_M, _W, _Y, _X, _N, _I, _O)
_TABLE: dict[Operator, tuple[Force, ...]] = {
    #                   must weak may  must_not need_not is  is_not
    Operator.NOT:       (_X, _O, _X, _M, _M, _O, _I),
    Operator.REQUIRE:   (_M, _W, _Y, _N, _N, _M, _N),
    Operator.PERMIT:    (_Y, _Y, _Y, _X, _N, _Y, _X),
    Operator.FORBID:    (_X, _X, _X, _Y, _Y, _X, _Y),
    Operator.EXCUSE:    (_N, _N, _N, _M, _M, _N, _M),
    Operator.ENCOURAGE: (_W, _W, _W, _N, _N, _W, _N),
    Operator.TRY:       (_W, _W, _W, _X, _N, _W, _O),
    Operator.REFUSE:    (_X, _O, _N, _M, _M, _O, _M),
}  # fmt: skip


def compose(force: Force, operator: Operator) -> Force:
    """The force of an act that ``operator`` introduces under ``force``."""
    return _TABLE[operator][_COLUMNS.index(force)]


MODALS: dict[str, Force] = {
    "shall": Force.MUST,
    "must": Force.MUST,
    "will": Force.MUST,
    "ll": Force.MUST,
    "'ll": Force.MUST,
    "may": Force.MAY,
    "can": Force.MAY,
    "should": Force.WEAK,
    "might": Force.MAY,
    "could": Force.MAY,
    "would": Force.WEAK,
    "ought": Force.WEAK,
}
BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "'s", "'re", "stand", "stands", "remain", "remains"})
NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "nothing", "none", "nobody"})
# Words after which a negation is none: "no later than", "not only", "whether or not".
HARMLESS = (
    ("no", "later", "than"), ("not", "later", "than"), ("not", "less", "than"), ("no", "less", "than"),
    ("no", "fewer", "than"), ("not", "fewer", "than"), ("not", "only"), ("not", "merely"), ("not", "limited"), ("or", "not"),
    ("not", "just"), ("not", "simply"), ("no", "matter"), ("no", "fault"), ("not", "inconsistent"), ("if", "not"), ("not", "more", "than"),
    ("no", "more", "than"), ("not", "to", "exceed"), ("no", "sooner", "than"), ("no", "cost"), ("not", "withstanding"), ("not", "until"),
)  # fmt: skip

# Words of each operator after "is", "shall be", "has the" …; a phrase is a tuple of words.
OPERATORS: dict[str, Operator] = {
    **dict.fromkeys(
        "required ordered directed obligated obliged mandated compelled bound mandatory compulsory "
        "instructed commanded necessary obligatory duty obligation responsibility imperative incumbent bidden charged".split(),
        Operator.REQUIRE,
    ),
    **dict.fromkeys(
        "permitted authorized authorised allowed entitled empowered free liberty discretion right authority "
        "option power latitude permission entitlement freedom able permissible leave licence license privilege prerogative leeway flexibility".split(),
        Operator.PERMIT,
    ),
    **dict.fromkeys(
        "prohibited barred enjoined restrained forbidden precluded prevented excluded disallowed banned denied debarred foreclosed "
        "disqualified impermissible prohibit bar preclude prevent forbid prohibits bars precludes prevents restrict "
        "restricts limit limits".split(),
        Operator.FORBID,
    ),
    **dict.fromkeys(
        "excused exempt exempted relieved optional voluntary waived discretionary excuse excuses exempts relieves released dispensed elective spared".split(),
        Operator.EXCUSE,
    ),
    **dict.fromkeys(
        "encouraged urged invited requested asked expected advised hoped anticipated welcome encourages urges invites "
        "hopes expects advisable preferable desirable recommended".split(),
        Operator.ENCOURAGE,
    ),
    **dict.fromkeys(
        "endeavor endeavour try attempt strive endeavors endeavours efforts effort aspire seek".split(), Operator.TRY
    ),
    **dict.fromkeys(
        "refuse decline refrain abstain fail withhold miss skip neglect avoid forgo forego refuses declines "
        "refusing declining fails refraining failing withholding missing skipping".split(),
        Operator.REFUSE,
    ),
}
# Operators of several words, tried before those of one.
PHRASES: dict[tuple[str, ...], Operator] = {
    **dict.fromkeys(
        [("opt", "out"), ("stand", "aside"), ("stay", "away"), ("stay", "out"), ("keep", "out"), ("bow", "out"), ("sit", "out"), ("walk", "away"),
         ("step", "back"), ("absent", "himself"), ("absent", "herself"), ("absent", "themselves"), ("hold", "back"), ("turn", "down"), ("pass", "on"),
         ("excuse", "himself"), ("excuse", "herself"), ("excuse", "themselves"), ("say", "no"), ("give", "or", "keep"), ("back", "out"), ("pull", "out"),
         ("drop", "out"), ("leave", "off"), ("remain", "outside"), ("stay", "home"), ("remain", "away"), ("be", "absent"), ("keep", "away")],
        Operator.REFUSE,
    ),
    **dict.fromkeys(
        [("at", "liberty"), ("as", "he", "pleases"), ("as", "she", "pleases")], Operator.PERMIT
    ),
    **dict.fromkeys(
        [("no", "need"), ("if", "he", "chooses"), ("if", "she", "chooses"), ("a", "matter", "of"), ("hers", "to"), ("his", "to"), ("let", "off"),
         ("excused", "from"), ("off", "the", "hook")],
        Operator.EXCUSE,
    ),
}  # fmt: skip
# Words that stand for what was said before them: a frame with one speaks of the frame before it.
ANAPHORS = frozenset(
    "so same obligation duty requirement thereof therefrom therein thereto such likewise it this that them foregoing undertaking mandate".split()
)
# Active verbs whose object does the act: "the Court orders Mother to", "nothing requires Mother to".
ACTIVE: dict[str, Operator] = {
    **dict.fromkeys("orders order directs direct requires require obligates obliges compels compel commands mandates instructs".split(), Operator.REQUIRE),
    **dict.fromkeys("permits permit allows allow authorizes authorize entitles empowers lets".split(), Operator.PERMIT),
    **dict.fromkeys("prohibits prohibit forbids forbid bars bar precludes preclude prevents prevent enjoins restrains restricts restrict limits limit".split(), Operator.FORBID),
    **dict.fromkeys("excuses excuse exempts exempt relieves relieve releases".split(), Operator.EXCUSE),
    **dict.fromkeys("encourages encourage urges urge invites invite asks requests expects".split(), Operator.ENCOURAGE),
}  # fmt: skip
AGREEING = frozenset("agree agrees agreed covenant covenants undertake undertakes stipulate stipulates consent consents commit commits promise promises".split())
# Passed over inside a chain.
FILLERS = frozenset(
    "be been hereby also each both all further then at its their the a an sole have has had having and full complete absolute "
    "in to by of from so now do does use make best good reasonable every faith , own right using making "
    "therefore under it such specifically expressly either immediately continue".split()
)
