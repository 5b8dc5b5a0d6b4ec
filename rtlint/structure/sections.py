"""What a section heading announces: findings, definitions, the decree, an agreement.

A topic, "Costs" or "Reunification Therapy", announces nothing: its section is what the
text before it was.
"""

import re

from rtlint.model.outline import Zone

_SECTIONS = {
    Zone.CERTIFICATE: re.compile(
        r"certificat\w+\s+of\s+(?:service|mailing|delivery)|proof\s+of\s+service|"
        r"notice\s+of\s+entry|distribution|service\s+list",
        re.IGNORECASE,
    ),
    Zone.DEFINITION: re.compile(
        r"(?:definitions?|defined\s+terms|terms\s+defined)\W*$", re.IGNORECASE
    ),
    Zone.DECRETAL: re.compile(
        r"(?:\w+\s+){0,4}(?:orders?|decree|decretal|disposition|ruling|judgment|adjudication)"
        r"(?:\s+(?:of|and|provisions|portion|paragraphs|terms|section).*)?"
        r"(?:\W+[a-z]+\W+\d{1,2}\W+\d{4})?\W*$",  # "Order. May 3, 2024."
        re.IGNORECASE,
    ),
    Zone.FINDING: re.compile(
        r"(?:the\s+)?(?:\w+\s+)?(?:findings?|conclusions?\s+of|conclusions?\W*$|discussion|"
        r"analysis|evidence|testimony|facts?\W*$|statement\s+of\s+facts|opinion\W*$|reasons?\b|"
        r"jurisdiction)",
        re.IGNORECASE,
    ),
    Zone.RECITAL: re.compile(
        r"(?:recitals?|background|introduction|procedural|history|preamble|appearances?|"
        r"witnesseth|factual\s+background|relevant\s+history|preliminary|(?:the\s+)?parties'?\s+"
        r"(?:positions|contentions))\b",
        re.IGNORECASE,
    ),
    Zone.STIPULATION: re.compile(
        r"(?:stipulations?|agreements?|agreed\s+terms|terms\s+of\s+(?:the\s+)?agreement|"
        r"(?:the\s+)?parties'?\s+agreement)\W*$",
        re.IGNORECASE,
    ),
}


def section(heading: str) -> Zone | None:
    """The zone a heading opens by its words, if any."""
    line = heading.strip(" []*_:.")
    return next((zone for zone, pattern in _SECTIONS.items() if pattern.match(line)), None)
