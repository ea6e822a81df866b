# `make run` and `make test` do all the set-up on a machine with Python 3.11 or newer and make.
# Paths are relative, so that a folder with a space in its name works.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8001
# A file's tests share what they set up, and each process holds up to a gigabyte.
WORKERS := -n auto --maxprocesses 4 --dist loadfile

.PHONY: run test check format bench docs clean help

help:
	@echo "make run     set up, read sources.yml, serve the timeline on http://127.0.0.1:$(PORT)/"
	@echo "make test    set up what the tests need and run them"
	@echo "make check   lint, format check and types"
	@echo "make format  format the code"
	@echo "make docs    write the pages of docs/ that are generated"
	@echo "make bench   measure size and speed (bench/README.md)"
	@echo "make clean   remove the environment and caches; the archive and the timeline stay"

run: $(VENV)/.installed
	@$(BIN)/python -m ingest run
	@$(BIN)/python -m ingest serve --port $(PORT)

test: $(VENV)/.test
	@$(BIN)/python -m pytest $(WORKERS) $(ARGS)

check: $(VENV)/.test
	@$(BIN)/python -m ruff format --check .
	@$(BIN)/python -m ruff check .
	@$(BIN)/python -m mypy

format: $(VENV)/.test
	@$(BIN)/python -m ruff format .
	@$(BIN)/python -m ruff check --fix .

docs: $(VENV)/.test
	@$(BIN)/python scripts/write_docs.py

bench: $(VENV)/.test
	@$(BIN)/python -m bench

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache build *.egg-info

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Dateline needs Python 3.11 or newer; try: make PYTHON=python3.12 run" >&2; exit 1; }
	@echo "Setting up $(VENV) (a minute, once) ..."
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml $(BIN)/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.test: pyproject.toml $(VENV)/.installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test,dev]'
	@touch $@
