"""The command line: one file per command, and the only place that prints or exits.

``main`` is the entry point. What judges a document is imported inside the
commands that judge, because spaCy alone takes longer to import than ``rtlint
--help`` may take in all.
"""

from rtlint.cli.app import main

__all__ = ["main"]
