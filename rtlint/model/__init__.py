"""Frozen types that cross the borders between rtlint's layers; standard library only."""
