# One word per job; `make` alone lists them. Works with any Python 3.11 or later: make PYTHON=python3.13

PYTHON ?= python3
BIN := .venv/bin
ORDER ?= $(firstword $(sort $(wildcard corpus/orders/*/order.pdf)))

.DEFAULT_GOAL := help
.PHONY: help setup check test lint format types imports rules evaluate misses bench corpus duplicates docs mutations layers goldens build ci clean

help: ## list these jobs
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

setup: $(BIN)/rtlint ## make .venv with rtlint and everything to work on it

$(BIN)/rtlint: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@

check: lint types imports test rules ## all of lint, types, imports, test and rules

test: setup ## run the tests
	$(BIN)/pytest

lint: setup ## look for mistakes and check the layout of the code
	$(BIN)/ruff check
	$(BIN)/ruff format --check

format: setup ## lay out the code and mend what can be mended by itself
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

types: setup ## check types
	$(BIN)/mypy

imports: setup ## check that imports only go down
	$(BIN)/lint-imports

rules: setup ## run the examples and traps that rules carry
	$(BIN)/rtlint test

evaluate: setup ## measure rtlint on corpus/, all that is not locked
	$(BIN)/rtlint evaluate corpus

misses: setup ## list what rtlint gets wrong on corpus/: of one rule with RULE=RT101
	$(BIN)/python -m rtlint evaluate corpus --misses $(or $(RULE),all)

bench: setup ## measure time and memory
	$(BIN)/python benchmarks/judging.py

corpus: setup ## remake the PDFs of corpus/, and check that every label is sound
	$(BIN)/python scripts/make_pdfs.py
	$(BIN)/pytest tests/evaluation/test_corpus.py

duplicates: setup ## list texts of the corpus that are nearly the same
	$(BIN)/python scripts/diversity.py --duplicates

docs: setup ## remake the figures in README.md and docs/, the list of rules, docs/diversity.md
	$(BIN)/python -m scripts.pages

mutations: setup ## remake docs/mutations.md: what flips and what stays when texts are changed
	$(BIN)/python -m scripts.pages mutations

layers: setup ## remake docs/layers.md: what each layer of the judgement is worth
	$(BIN)/python -m scripts.pages layers

goldens: setup ## judge the rich order of the tests again, and remake its golden files in every format
	PYTHONPATH=. $(BIN)/python scripts/goldens.py

build: setup ## build the source distribution and the wheel into dist/
	$(BIN)/python -m build

ci: ## everything that must hold before a change is merged, from scratch
	.ci/run

clean: ## remove what the jobs above leave behind
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
