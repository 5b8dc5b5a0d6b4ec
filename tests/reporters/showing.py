"""What a reader of each format sees, as one line of plain words."""

import csv
import html
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator


def _strings(node: object) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from _strings(value)
    elif isinstance(node, list):
        for value in node:
            yield from _strings(value)


def _json(text: str) -> str:
    return "\n".join(_strings(json.loads(text)))


def _html(text: str) -> str:
    """The text of the page; marks inside a sentence leave no trace."""
    body = text.partition("<body>")[2]
    return html.unescape(re.sub(r"<[^>]*>", "", body))


def _markdown(text: str) -> str:
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


def _csv(text: str) -> str:
    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    return "\n".join(re.sub(r"^'(?=[=+@-])", "", cell) for row in rows for cell in row)


def _github(text: str) -> str:
    for code, char in (("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, char)
    return text


def _junit(text: str) -> str:
    elements = list(ET.fromstring(text).iter())  # noqa: S314, our own
    said = [value for element in elements for value in element.attrib.values()]
    return "\n".join([*said, *(element.text or "" for element in elements)])


_READ: dict[str, Callable[[str], str]] = {
    "text": str,
    "html": _html,
    "markdown": _markdown,
    "json": _json,
    "csv": _csv,
    "sarif": _json,
    "junit": _junit,
    "github": _github,
}


def shown(name: str, rendered: str) -> str:
    """The words of a rendered report, white space folded."""
    return " ".join(_READ[name](rendered).split())
