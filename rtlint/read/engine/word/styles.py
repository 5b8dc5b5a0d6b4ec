"""How runs and paragraphs look: what Word decides through styles that build on styles.

Only what changes the reading is asked for: struck, hidden, white or tiny letters, capitals,
symbol fonts; of paragraphs the indent and the number.
"""

from typing import Any, NamedTuple, TypeVar

from ..package import attribute, child, local

_OFF = frozenset(("0", "false", "off", "none"))
_TINY = 6  # half points
_WHITE = frozenset(("FFFFFF", "FEFEFE", "FDFDFD", "FCFCFC"))
_DEEPEST = 32  # styles that build on each other

_T = TypeVar("_T")


class Look(NamedTuple):
    """Properties of letters; None where nothing is said."""

    struck: bool | None = None
    hidden: bool | None = None
    capitals: bool | None = None
    white: bool | None = None
    tiny: bool | None = None
    shaded: bool | None = None
    font: str | None = None

    def over(self, base: "Look") -> "Look":
        """This look, with what it leaves open taken from ``base``."""
        own = self._asdict()
        return base._replace(**{name: own[name] for name in own if own[name] is not None})

    @property
    def unseen(self) -> bool:
        return bool(self.hidden or self.tiny or (self.white and not self.shaded))


class Numbered(NamedTuple):
    """Which list a paragraph belongs to; None where nothing is said."""

    number: str | None = None
    level: int | None = None


class Indent(NamedTuple):
    """Twentieths of a point; None where nothing is said."""

    left: int | None = None
    first: int | None = None  # of the first line, from ``left``

    def over(self, base: "Indent") -> "Indent":
        return Indent(
            base.left if self.left is None else self.left,
            base.first if self.first is None else self.first,
        )

    @property
    def points(self) -> float:
        return ((self.left or 0) + (self.first or 0)) / 20


class Styles:
    """The styles of a document, by id."""

    def __init__(self, root: Any | None) -> None:
        self._styles: dict[str, Any] = {}
        self._default = ""
        self._base = Look()
        self._looks: dict[str, Look] = {}
        for element in root if root is not None else ():
            name = local(element)
            if name == "docDefaults":
                properties = child(element, "rPrDefault", "rPr")
                self._base = look_of(properties)
            elif name == "style":
                key = attribute(element, "styleId") or ""
                self._styles[key] = element
                if attribute(element, "type") == "paragraph" and is_on(
                    attribute(element, "default"), absent=False
                ):
                    self._default = key

    def look(self, style: str | None, *, run: bool = False) -> Look:
        """How letters of this style look, down to the document's own defaults."""
        key = style or ("" if run else self._default)
        if key not in self._looks:
            look = Look()
            for element in self._chain(key):
                look = look.over(look_of(child(element, "rPr")))
            self._looks[key] = look if run else look.over(self._base)
        return self._looks[key]

    def numbered(self, style: str | None) -> tuple[Numbered, str]:
        """The list a style belongs to, and the id of the style that says so."""
        for element in self._chain(style or self._default):
            found = numbered_of(child(element, "pPr"))
            if found.number is not None:
                return found, attribute(element, "styleId") or ""
        return Numbered(), ""

    def indent(self, style: str | None) -> Indent:
        found = Indent()
        for element in self._chain(style or self._default):
            found = found.over(indent_of(child(element, "pPr")))
        return found

    def list_number(self, style: str) -> str | None:
        """The list that a numbering style stands for."""
        return self.numbered(style)[0].number

    def _chain(self, style: str) -> list[Any]:
        """The style and those it builds on, nearest first."""
        chain: list[Any] = []
        while style in self._styles and len(chain) < _DEEPEST:
            element = self._styles[style]
            if element in chain:
                break
            chain.append(element)
            base = child(element, "basedOn")
            style = (attribute(base, "val") or "") if base is not None else ""
        return chain


def look_of(properties: Any | None) -> Look:
    """What run properties (rPr) say."""
    said: dict[str, Any] = {}
    for element in properties if properties is not None else ():
        name, value = local(element), attribute(element, "val")
        if name in ("strike", "dstrike"):
            said["struck"] = said.get("struck") or is_on(value)
        elif name in ("vanish", "webHidden"):
            said["hidden"] = name == "vanish" and is_on(value)
        elif name in ("caps", "smallCaps"):
            said["capitals"] = said.get("capitals") or is_on(value)
        elif name == "color":
            said["white"] = (value or "").upper() in _WHITE
        elif name == "sz":
            said["tiny"] = number(value, 24) < _TINY
        elif name in ("shd", "highlight"):
            said["shaded"] = is_shaded(element)
        elif name == "rFonts":
            said["font"] = attribute(element, "ascii") or attribute(element, "hAnsi")
    return Look(**said)


def is_shaded(element: Any) -> bool:
    """Whether shading or highlighting makes the ground other than white."""
    fill = attribute(element, "fill") or attribute(element, "val") or "auto"
    return fill.lower() not in ("auto", "clear", "none", "white") and fill.upper() not in _WHITE


def numbered_of(properties: Any | None) -> Numbered:
    """What paragraph properties (pPr) say of a list."""
    inside = child(properties, "numPr") if properties is not None else None
    if inside is None:
        return Numbered()
    key, level = child(inside, "numId"), child(inside, "ilvl")
    return Numbered(
        attribute(key, "val") if key is not None else None,
        number(attribute(level, "val"), 0) if level is not None else None,
    )


def indent_of(properties: Any | None) -> Indent:
    element = child(properties, "ind") if properties is not None else None
    if element is None:
        return Indent()
    left = attribute(element, "left") or attribute(element, "start")
    first, hanging = attribute(element, "firstLine"), attribute(element, "hanging")
    move = -number(hanging, 0) if hanging else number(first, 0) if first else None
    return Indent(number(left, 0) if left else None, move)


def is_on(value: str | None, *, absent: bool = True) -> bool:
    """Whether an on/off property is on; it mostly is when it stands there without a value."""
    return absent if value is None else value.lower() not in _OFF


def number(value: str | None, otherwise: _T) -> int | _T:
    """A whole number; some programs write fractions, and hostile files anything."""
    try:
        found = float(value or "")
        return int(found) if abs(found) < 1e6 else otherwise
    except (ValueError, OverflowError):
        return otherwise
