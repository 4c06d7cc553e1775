# Variorum: the two commands of README and what else a maintainer runs. `make help` lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help report test lint format extract verify picture lock clean

help:  ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' Makefile

report: $(READY)  ## build the report and say where it is
	@$(BIN)/variorum build

test: $(READY)  ## run the tests
	@$(BIN)/python -m pytest

lint: $(READY)  ## run the gates: format, lint, types
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy analysis

format: $(READY)  ## put the code into the house format
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

extract: $(READY)  ## write the features anew; needs the texts: make extract TEXTS=folder
	@$(BIN)/variorum extract --texts "$(TEXTS)"

verify: $(READY)  ## recompute every number and compare
	@$(BIN)/variorum verify

picture: report  ## take README's picture of the report; needs Debian's chromium
	chromium --headless --no-sandbox --disable-gpu --disable-background-networking --hide-scrollbars \
	  --user-data-dir=$$(mktemp -d) --window-size=1280,1500 --screenshot=.github/report.png \
	  "file://$(CURDIR)/_build/html/index.html"

lock: $(READY)  ## pin every dependency anew, with hashes
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-emit-find-links \
	  --python-version 3.11 --group dev pyproject.toml --output-file requirements.lock

clean:  ## remove what was built; the environment stays
	rm -rf _build .cache book/results/figures

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Variorum needs Python 3.11 or newer; found " + sys.version.split()[0] + ". Name another: make PYTHON=python3.12 report")'
	@echo "Setting up $(VENV) (once, a few minutes) …"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)
