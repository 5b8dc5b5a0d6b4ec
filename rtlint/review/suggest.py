"""The model clause of a rule with the document's own names in its placeholders."""

import re
from collections.abc import Sequence

from rtlint.model.report import RoleLine

_PLACEHOLDER = re.compile(r"\{(\w+)\|([^{}]*)\}")
_SENTENCE_START = re.compile(r"(^|[.!?]\s+)([a-z])")


def fill(clause: str, roles: Sequence[RoleLine]) -> str:
    """Replace ``{role|words}`` by the name found for the role, else by the words."""
    names = {line.role: _name(line.names) for line in roles if line.names}
    filled = _PLACEHOLDER.sub(lambda match: names.get(match[1], match[2]), clause)
    return _SENTENCE_START.sub(lambda match: match[1] + match[2].upper(), filled)


def _name(names: Sequence[str]) -> str:
    """A person's name where there is one; a defined term takes its article."""
    person = next((name for name in names if " " in name), None)
    return person or f"the {names[0]}"
