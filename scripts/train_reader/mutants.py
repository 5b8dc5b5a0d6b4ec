"""Exceptions added to a duty: a parent's or the child's undoes it, the therapist's does not.

That is rule 5 of the labelling guide, so the labels of these samples are known by construction.
"""

DUTIES = frozenset({"RT101", "RT102", "RT104", "RT105", "RT106", "RT301"})
UNDOING = (
    ", unless Mother objects",
    ", except when Father prefers otherwise",
    ", unless either parent declines",
    " if Mother agrees",
    ", provided that Father consents",
    ", except Mother",
    ", unless the child refuses",
    ", but only if both parents wish it",
    ", unless Father elects not to",
    ", except that Mother may decline",
    ", at Mother's option",
    ", if the child is willing",
    ", unless a parent opts out in writing",
    ", other than Father",
    ", subject to Mother's consent",
    ", if and when Father chooses",
)
HARMLESS = (
    ", unless the therapist excuses it",
    ", unless the therapist directs otherwise",
    ", except as the therapist may excuse in writing",
    ", unless the Court orders otherwise",
    ", absent an emergency",
    ", except in case of illness",
    ", without exception",
    ", whether or not either parent agrees",
    ", even if the child objects",
)
