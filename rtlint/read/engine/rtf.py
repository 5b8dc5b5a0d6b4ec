"""Rich text (RTF): a stream of control words, read once from front to back.

Writers put the number of a list item into the file (listtext), so none is computed. Whatever is
marked as an optional destination and not known here is passed over, as the format asks.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from .dingbats import symbols_of
from .flow import DELETED, HIDDEN, INSERTED, STRUCK, BlockRecord, PieceRecord, paragraph, table
from .record import EngineError

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)"
)
_CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5",
    161: "cp1253", 162: "cp1254", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250", 255: "cp437",
}  # fmt: skip
_LETTERS = {
    "tab": "\t", "cell_": "", "line": "\n", "emdash": "—", "endash": "–", "lquote": "'",
    "rquote": "'", "ldblquote": '"', "rdblquote": '"', "bullet": "•", "emspace": " ",
    "enspace": " ", "qmspace": " ", "page": "\n", "column": "\n", "softline": "\n",
}  # fmt: skip
_SIGNS = {b"~": "\u00a0", b"_": "-", b"-": "", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n"}
_SKIPPED = frozenset(
    "stylesheet info fldinst listtable listoverridetable pict objdata nonshppict themedata "
    "colorschememapping datastore latentstyles rsidtbl xmlnstbl generator bkmkstart bkmkend xe tc "
    "rxe ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn atnid atnauthor atntime atnref atndate "
    "atnicn filetbl revtbl userprops docvar mmathPr pgdsctbl shprslt sp wgrffmtfilter "
    "passwordhash pntxta pntxtb".split()
)
_PLACES = {
    **dict.fromkeys("header headerl headerr headerf".split(), "frame"),
    **dict.fromkeys("footer footerl footerr footerf".split(), "frame"),
    **dict.fromkeys(("listtext", "pntext"), "label"),
    "fonttbl": "fonts", "colortbl": "colours", "upr": "upr", "formfield": "form",
}  # fmt: skip
"""Where the text of a group goes that begins with this word."""

_STORIES = {"footnote": "note", "annotation": "comment", "shptxt": "box", "dptxbxtext": "box"}
_KNOWN = frozenset("shpinst shptxt shppict ud fldrslt shp dptxbxtext formfield annotation".split())
_SWITCHES = {
    "strike": "struck", "striked": "struck", "v": "hidden", "caps": "capitals",
    "scaps": "capitals", "deleted": "deleted", "revised": "inserted",
}  # fmt: skip
_DEEPEST = 2000
_TINY = 6  # half points


@dataclass(slots=True)
class _State:
    """What a group sets for itself and what is in it."""

    place: str = ""  # "skip", "frame", "fonts", "colours", "label", "form", "" for text
    font: int = 0
    fallback: int = 1  # characters that stand in for each \\u
    struck: bool = False
    hidden: bool = False
    capitals: bool = False
    deleted: bool = False
    inserted: bool = False
    white: bool = False
    tiny: bool = False
    opens: str = ""  # what this group opened: "note", "endnote", "box", "comment", "form"


@dataclass(slots=True)
class _Story:
    """Text that runs by itself: the body, a note, a box."""

    pieces: list[PieceRecord] = field(default_factory=list)
    label: str = ""
    indent: float = 0.0
    first: float = 0.0
    in_table: bool = False
    blocks: list[BlockRecord] = field(default_factory=list)
    after: list[BlockRecord] = field(default_factory=list)  # waits for the paragraph's end
    cell: list[BlockRecord] = field(default_factory=list)
    row: list[list[BlockRecord]] = field(default_factory=list)
    rows: list[list[list[BlockRecord]]] = field(default_factory=list)


class RichText:
    """A file that is read when its blocks are asked for."""

    def __init__(self, data: bytes, *, original: bool = False) -> None:
        self.facts: Counter[str] = Counter()
        self._data = data
        self._original = original
        self._state = _State()
        self._stack: list[_State] = []
        self._stories = [_Story()]
        self._fonts: dict[int, tuple[str, str]] = {}  # encoding and name
        self._named = ""
        self._encoding = "cp1252"
        self._whites: set[int] = set()
        self._colour: list[int] = []
        self._colours = 0
        self._bytes = b""
        self._pass = 0  # characters that stand in for one already read
        self._starred = False
        self._notes = Counter[str]()
        self._endnotes: list[BlockRecord] = []
        self._form: dict[str, int] = {}

    def blocks(self) -> Iterator[BlockRecord]:
        position, data = 0, self._data
        story = self._stories[0]
        while position < len(data):
            match = _TOKEN.match(data, position)
            if match is None:
                position += 1
                continue
            position = match.end()
            if match[1] and match[1] == b"bin":
                position += max(int(match[2] or 0), 0)
                continue
            self._token(match)
            if len(self._stories) == 1 and story.blocks:
                yield from story.blocks
                story.blocks.clear()
        if self._stack:
            self.facts["damaged"] += 1
        while len(self._stories) > 1:
            self._close_story(self._state.opens or "box")
        self._flush()
        self._end_paragraph(story)
        self._end_table(story)
        yield from story.blocks
        yield from self._endnotes

    # ---- tokens

    def _token(self, match: "re.Match[bytes]") -> None:
        word, number, code, sign, brace, text = match.groups()
        if code:
            self._byte(bytes.fromhex(code.decode()))
            return
        if text is not None:
            self._byte(text)
            return
        self._flush()
        if brace == b"{":
            if len(self._stack) >= _DEEPEST:
                raise EngineError("too-costly")
            self._stack.append(self._state)
            self._state = replace(self._state, opens="")
        elif brace == b"}":
            self._close()
        elif sign is not None:
            if sign == b"*":
                self._starred = True
            elif sign in _SIGNS:
                self._put(_SIGNS[sign])
            elif sign == b"\r":
                self._word("par", None)
        else:
            self._word(word.decode(), int(number) if number else None)

    def _byte(self, text: bytes) -> None:
        self._starred = False
        if self._state.place == "skip":  # pictures come as megabytes of figures
            return
        if self._pass:
            kept = text[self._pass :]
            self._pass = max(self._pass - len(text), 0)
            text = kept
        self._bytes += text

    def _flush(self) -> None:
        """Bytes gathered so far, as letters of the font in force."""
        if not self._bytes:
            return
        raw, self._bytes = self._bytes, b""
        encoding, name = self._fonts.get(self._state.font, (self._encoding, ""))
        text = raw.decode(encoding, "replace")
        symbols = symbols_of(name)
        self._put("".join(symbols.get(letter, letter) for letter in text) if symbols else text)

    # ---- control words

    def _word(self, word: str, number: int | None) -> None:
        starred, self._starred = self._starred, False
        state = self._state
        if state.place == "skip" and word != "formfield":  # which stands in a field's code
            return
        if self._opens(word):
            return
        if starred and word not in _KNOWN:
            state.place = "skip"
        elif state.place in ("fonts", "colours", "form"):
            self._table_word(word, number)
        else:
            self._text_word(word, number)

    def _opens(self, word: str) -> bool:
        """Whether the word says what the group it stands in is."""
        state = self._state
        if word in _SKIPPED:
            self.facts["pictures"] += word == "pict"
            self.facts["embedded"] += word == "objdata"
            state.place = "skip"
        elif word in _PLACES:
            state.place = _PLACES[word]
            if state.place == "label":
                self._stories[-1].label = ""
            elif state.place == "form":
                state.opens, self._form = "form", {}
        elif word in _STORIES:
            self._open_story(_STORIES[word])
        elif word == "ftnalt" and state.opens == "note":
            state.opens = "endnote"
        elif word == "ud":
            state.place = self._stack[-2].place if len(self._stack) > 1 else ""
        else:
            return False
        return True

    def _table_word(self, word: str, number: int | None) -> None:
        state = self._state
        if word == "f" and state.place == "fonts":
            state.font = number or 0
            self._fonts[state.font] = (self._encoding, "")
        elif word == "fcharset":
            _, name = self._fonts.get(state.font, ("", ""))
            self._fonts[state.font] = (_CHARSETS.get(number or 0, self._encoding), name)
        elif word in ("red", "green", "blue"):
            self._colour.append(number or 0)
        elif state.place == "form":
            self._form[word] = number or 0

    def _text_word(self, word: str, number: int | None) -> None:
        state, story = self._state, self._stories[-1]
        if word == "u":
            self._put(_letter(number or 0))
            self._pass = state.fallback
        elif word in _LETTERS:
            self._put(_LETTERS[word])
        elif word in ("par", "sect"):
            self._end_paragraph(story)
        elif word in ("cell", "nestcell", "row"):
            self._table_end(story, word)
        elif word == "pard":
            story.indent, story.first, story.in_table, story.label = 0.0, 0.0, False, ""
        elif word == "intbl":
            story.in_table = True
        elif word in ("li", "fi"):
            setattr(story, "indent" if word == "li" else "first", (number or 0) / 20)
        elif word == "plain":
            self._state = _State(state.place, state.font, state.fallback, opens=state.opens)
        elif word in _SWITCHES:
            setattr(state, _SWITCHES[word], number != 0)
        else:
            self._font_word(word, number)

    def _font_word(self, word: str, number: int | None) -> None:
        state = self._state
        if word == "f":
            state.font = number or 0
        elif word == "fs":
            state.tiny = (number or 24) < _TINY
        elif word == "cf":
            state.white = number in self._whites
        elif word == "uc":
            state.fallback = min(max(number or 0, 0), 8)
        elif word in ("ansicpg", "mac", "pc", "pca"):
            name = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}.get(word, f"cp{number}")
            self._encoding = name if _is_encoding(name) else "cp1252"

    # ---- groups

    def _close(self) -> None:
        closing = self._state
        if closing.opens == "form":
            self._box()
        elif closing.opens:
            self._close_story(closing.opens)
        self._state = self._stack.pop() if self._stack else _State()
        if closing.place == "label" and self._state.place != "label":
            self._stories[-1].label = self._stories[-1].label.strip()

    def _box(self) -> None:
        form, self._form = self._form, {}
        if form.get("fftype") == 1:
            state = form.get("ffres", 25)
            ticked = form.get("ffdefres", 0) if state == 25 else state
            self._stories[-1].pieces.append(("☒" if ticked else "☐", "", ""))

    def _open_story(self, kind: str) -> None:
        if len(self._stories) > 20:
            self._state.place = "skip"
            return
        self._state = _State(fallback=self._state.fallback, opens=kind)
        self._stories.append(_Story())

    def _close_story(self, kind: str) -> None:
        if len(self._stories) < 2:
            return
        story = self._stories.pop()
        self._end_paragraph(story)
        self._end_table(story)
        above = self._stories[-1]
        if kind == "comment":
            self.facts["comments"] += 1
        elif kind == "box":
            above.after += story.blocks
        else:
            self._notes[kind] += 1
            label = str(self._notes[kind])
            for block in story.blocks:
                if block["block"] == "paragraph":
                    block["note"], block["label"], label = True, label, ""
            (above.after if kind == "note" else self._endnotes).extend(story.blocks)

    # ---- text

    def _put(self, text: str) -> None:
        state = self._state
        if state.place in ("skip", "upr", "form"):
            return
        if state.place == "frame":
            self.facts["frame_words"] += sum(any(map(str.isalpha, w)) for w in text.split())
        elif state.place == "label":
            self._stories[-1].label += text
        elif state.place == "fonts":
            encoding, name = self._fonts.get(state.font, (self._encoding, ""))
            self._fonts[state.font] = (encoding, name + text.rstrip(";"))
        elif state.place == "colours":
            for _ in range(text.count(";")):
                if len(self._colour) >= 3 and min(self._colour[-3:]) > 250:
                    self._whites.add(self._colours)
                self._colour.clear()
                self._colours += 1
        else:
            self._write(text)

    def _write(self, text: str) -> None:
        state, pieces = self._state, self._stories[-1].pieces
        change = DELETED if state.deleted else INSERTED if state.inserted else ""
        if self._original:
            if change == INSERTED:
                return
            change = ""
        elif change and not (pieces and pieces[-1][2] == change):
            self.facts["insertions" if change == INSERTED else "deletions"] += 1
        mark = STRUCK if state.struck else ""
        if state.hidden or state.white or state.tiny:
            mark = HIDDEN
            self.facts["hidden"] += len(text.split())
        pieces.append((text.upper() if state.capitals else text, mark, change))

    def _end_paragraph(self, story: _Story) -> None:
        """Close the paragraph, and with the first one outside it the table before it."""
        pieces, story.pieces = story.pieces, []
        told = any(text.strip() for text, _, _ in pieces)
        if told or story.label:
            indent = max(story.indent + story.first, 0.0)
            block = paragraph(pieces, label=story.label, indent=indent)
            story.label = ""
            if story.in_table:
                story.cell.append(block)
            else:
                self._end_table(story)
                story.blocks.append(block)
        waiting, story.after = story.after, []
        (story.cell if story.in_table else story.blocks).extend(waiting)

    def _table_end(self, story: _Story, word: str) -> None:
        story.in_table = True
        if word != "row":
            self._end_paragraph(story)
        if word == "cell":
            story.row.append(story.cell)
            story.cell = []
        elif word == "row":
            story.rows.append(story.row)
            story.row = []

    @staticmethod
    def _end_table(story: _Story) -> None:
        rows = story.rows + ([[*story.row, story.cell]] if story.row or story.cell else [])
        if rows:
            story.blocks.append(table(rows))
        story.rows, story.row, story.cell = [], [], []


def _letter(code: int) -> str:
    code %= 0x10000  # negative numbers are how older writers reach the upper half
    return "" if 0xD800 <= code < 0xE000 else chr(code)


def _is_encoding(name: str) -> bool:
    try:
        b"".decode(name)
    except LookupError:
        return False
    return True
