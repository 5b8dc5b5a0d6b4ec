"""What a reader of each format sees, as one line of plain words."""

import html
import json
import re
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


_READ: dict[str, Callable[[str], str]] = {"text": str, "html": _html, "json": _json}


def shown(name: str, rendered: str) -> str:
    """The words of a rendered report, white space folded."""
    return " ".join(_READ[name](rendered).split())
