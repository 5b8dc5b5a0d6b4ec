"""Clauses become takes: what each says for each rule."""
