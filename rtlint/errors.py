"""Everything that rtlint raises on purpose.

``RtlintError`` is the root; catch it to catch all. Each message is one plain
sentence that says what happened and what to do next, fit to show a user.

    RtlintError
    ├── UnreadableDocument   a file that cannot be read or judged (exit code 3)
    ├── UsageError           a wrong option, path or setting (exit code 2)
    └── RuleError            a rule or vocabulary file that is wrong (exit code 2)
"""


class RtlintError(Exception):
    """Root of rtlint's own errors; ``str(error)`` is fit to show a user."""


class UnreadableDocument(RtlintError):
    """A document that cannot be read: empty, encrypted, damaged, of a wrong type."""


class UsageError(RtlintError):
    """A wrong option, path or setting."""


class RuleError(RtlintError):
    """A rule or vocabulary file that is wrong; the message names file, key and remedy."""
