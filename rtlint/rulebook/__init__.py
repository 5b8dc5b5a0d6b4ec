"""Rules as data: folders of TOML files become a ``Rulebook``."""

from rtlint.rulebook.load import bundled_rules, load_rules

__all__ = ["bundled_rules", "load_rules"]
