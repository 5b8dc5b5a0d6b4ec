"""The first linter for reunification-therapy orders.

``audit`` judges documents, ``load_rules`` loads the rules, ``render`` writes a report.
Importing this package imports neither spaCy nor a PDF library.
"""

from rtlint.api import audit, load_rules, render

__version__ = "0.1.0"
__all__ = ["__version__", "audit", "load_rules", "render"]
