"""A finding's identity across drafts: the rule and its words, never the line."""

import hashlib
import re
from collections.abc import Iterable

from rtlint.model.assessment import Evidence, EvidenceRole


def fingerprint(rule: str, evidence: Iterable[Evidence], occurrence: int) -> str:
    """Sixteen hexadecimal digits that stay the same while rule and quoted words do.

    Args:
        occurrence: counts findings of the same rule with the same words, from 0.
    """
    words = [_plain(e.quote) for e in evidence if e.role is not EvidenceRole.NEAREST]
    digest = hashlib.sha256("\n".join([rule, *words, str(occurrence)]).encode())
    return digest.hexdigest()[:16]


def _plain(quote: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", quote.casefold()).strip()
