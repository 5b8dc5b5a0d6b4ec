"""Clauses become frames: who does what, with what force, on which terms."""

from rtlint.language.analysis import Analysis, ClauseReading, analyse

__all__ = ["Analysis", "ClauseReading", "analyse"]
