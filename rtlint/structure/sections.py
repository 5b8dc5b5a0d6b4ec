"""What a section heading announces: findings, definitions, the decree, an agreement.

A topic, "Costs" or "Reunification Therapy", announces nothing: its section is what the
text before it was.
"""

import re

from rtlint.model.outline import Zone

_SECTIONS: tuple[tuple[Zone, re.Pattern[str]], ...] = tuple(
    (zone, re.compile(pattern, re.IGNORECASE))
    for zone, pattern in (
        (Zone.CERTIFICATE, r"certificat\w+\s+of\s+(?:service|mailing|delivery)|proof\s+of\s+service|"
                           r"notice\s+of\s+entry|distribution|service\s+list"),
        (Zone.DEFINITION, r"(?:definitions?|defined\s+terms|terms\s+defined)\W*$"),
        (Zone.DECRETAL, r"(?:\w+\s+){0,4}(?:orders?|decree|decretal|disposition|ruling|judgment|adjudication)"
                        r"(?:\s+(?:of|and|provisions|portion|paragraphs|terms|section).*)?\W*$"),
        (Zone.FINDING, r"(?:the\s+)?(?:\w+\s+)?(?:findings?|conclusions?\s+of|conclusions?\W*$|discussion|analysis|"
                       r"evidence|testimony|facts?\W*$|statement\s+of\s+facts|opinion\W*$|reasons?\b|jurisdiction)"),
        (Zone.RECITAL, r"(?:recitals?|background|introduction|procedural|history|preamble|appearances?|"
                       r"witnesseth|factual\s+background|relevant\s+history|preliminary|(?:the\s+)?parties'?\s+"
                       r"(?:positions|contentions))\b"),
        (Zone.STIPULATION, r"(?:stipulations?|agreements?|agreed\s+terms|terms\s+of\s+(?:the\s+)?agreement|"
                           r"(?:the\s+)?parties'?\s+agreement)\W*$"),
    )
)


def section(heading: str) -> Zone | None:
    """The zone a heading opens by its words, if any."""
    line = heading.strip(" []*_:.")
    return next((zone for zone, pattern in _SECTIONS if pattern.match(line)), None)
