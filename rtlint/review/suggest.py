"""The model clause of a rule with the document's own names in its placeholders."""

import re
from collections.abc import Sequence

from rtlint.model.report import RoleLine

_PLACEHOLDER = re.compile(r"\{(\w+)\|([^{}]*)\}")


def fill(clause: str, roles: Sequence[RoleLine]) -> str:
    """Replace ``{role|words}`` by the name found for the role, else by the words."""
    names = {line.role: line.names[0] for line in roles if line.names}
    return _PLACEHOLDER.sub(lambda match: names.get(match[1], match[2]), clause)
