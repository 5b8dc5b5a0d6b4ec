"""Patterns of rules against frames, and likeness of wording."""
