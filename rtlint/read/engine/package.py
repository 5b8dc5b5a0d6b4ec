"""A zip file of XML parts, opened without trust: what Word and OpenDocument files are.

Sizes are checked before anything is unpacked and again while it is, since headers can lie. Names
of parts are only looked up, never turned into paths.
"""

import io
import zipfile
import zlib
from typing import Any, NamedTuple

from lxml import etree

from .record import EngineError

_MOST_RATIO = 200  # honest XML packs to a tenth or so
_RATIO_FROM = 5 * 1024 * 1024
_ENCRYPTED = 1  # flag bit of a zip entry


class Bounds(NamedTuple):
    """How many parts a package may have, and how many bytes in one and in all, unpacked."""

    parts: int
    part_bytes: int
    package_bytes: int


class Package:
    """The parts of the file by name; raises EngineError for what must not be unpacked."""

    def __init__(self, data: bytes, bounds: Bounds) -> None:
        self._most = bounds.part_bytes
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise EngineError("damaged") from error
        entries = self._zip.infolist()
        unpacked = sum(entry.file_size for entry in entries)
        if len(entries) > bounds.parts or unpacked > bounds.package_bytes:
            raise EngineError("too-costly")
        # The last of two parts of one name wins, as in the programs that open such files.
        self._entries = {entry.filename.lstrip("/").lower(): entry for entry in entries}
        self.recovered = False

    def names(self) -> list[str]:
        """Lower-case names of all parts."""
        return list(self._entries)

    def has(self, name: str) -> bool:
        return name.lstrip("/").lower() in self._entries

    def part(self, name: str) -> bytes | None:
        """The unpacked part, None where there is none of that name."""
        entry = self._entries.get(name.lstrip("/").lower())
        if entry is None:
            return None
        if entry.flag_bits & _ENCRYPTED:
            raise EngineError("password")
        bloated = entry.file_size > max(_RATIO_FROM, _MOST_RATIO * entry.compress_size)
        if entry.file_size > self._most or bloated:
            raise EngineError("too-costly")
        try:
            with self._zip.open(entry) as file:
                content = file.read(self._most + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError) as error:
            raise EngineError("damaged") from error
        if len(content) > self._most:
            raise EngineError("too-costly")
        return content

    def xml(self, name: str) -> Any | None:
        """The part's root element, None where there is no such part or nothing in it."""
        content = self.part(name)
        if not content:
            return None
        root, whole = parse_xml(content)
        self.recovered = self.recovered or not whole
        return root


def parse_xml(content: bytes) -> tuple[Any | None, bool]:
    """The root element, and whether the text was well formed to its end.

    Document types, and with them entities, are refused: no word processor writes them.
    """
    try:
        root, whole = etree.fromstring(content, _parser(recover=False)), True
    except etree.XMLSyntaxError:
        try:
            root, whole = etree.fromstring(content, _parser(recover=True)), False
        except etree.XMLSyntaxError as error:
            raise EngineError("damaged") from error
    if root is not None and root.getroottree().docinfo.doctype:
        raise EngineError("unsafe")
    return root, whole


def _parser(*, recover: bool) -> Any:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )


def local(element: Any) -> str:
    """The element's name without its namespace, which differs between editions of a format."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Any, name: str) -> str | None:
    """An attribute by its name without namespace."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return None


def child(element: Any, *names: str) -> Any | None:
    """The first grandchild by these names, one below the other."""
    for name in names:
        element = next((inner for inner in element if local(inner) == name), None)
        if element is None:
            return None
    return element
