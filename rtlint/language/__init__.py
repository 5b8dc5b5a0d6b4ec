"""Clauses become frames: who does what, with what force, on which terms."""

from rtlint.language.analysis import Analysis, Reading, analyse

__all__ = ["Analysis", "Reading", "analyse"]
