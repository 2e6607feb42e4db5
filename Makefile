# The index of everything one can do here. Each target sets up what it needs.

VENV ?= .venv
LOCK ?= requirements.txt
PYTHON ?= python3
EDITION ?= trainee
BIN := $(VENV)/bin
RUN := PATH="$(CURDIR)/$(BIN):$$PATH"
ENVIRONMENT := $(VENV)/ready
ASSETS := src/coursekit/assets/README
# With its folders, so that a file that is gone is noticed too.
FRONTEND := $(shell find frontend) package-lock.json
COMPILE := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --upgrade --custom-compile-command "make lock"

.DEFAULT_GOAL := help
.PHONY: help setup book serve execute check lint test bench lab wheel lock clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 10

$(ENVIRONMENT): $(LOCK) pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("The course needs Python 3.11 or later; this is " + sys.version.split()[0] + ". Name another with PYTHON=python3.12.") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(LOCK)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

node_modules/ready: package-lock.json | $(ENVIRONMENT)
	$(RUN) npm ci --ignore-scripts
	@touch $@

$(ASSETS): $(FRONTEND) node_modules/ready
	$(RUN) node frontend/build/build.mjs
	@touch $@

setup: $(ENVIRONMENT) $(ASSETS) ## install what is locked and bundle the exercises

book: setup ## build the static book into _build/html; EDITION=facilitator: with solutions
	$(RUN) coursekit build --edition $(EDITION)

serve: book ## build the book and serve it on localhost; EDITION as for book
	$(RUN) coursekit serve --edition $(EDITION)

execute: setup ## run all notebooks afresh and store their outputs
	$(RUN) coursekit execute

check: setup ## check datasets, exercises and solutions, and say what to mend
	$(RUN) coursekit check

lint: setup ## ruff, mypy and tsc
	$(RUN) ruff check .
	$(RUN) ruff format --check .
	$(RUN) mypy
	$(RUN) npm run --silent types

test: lint check book ## run every test: unit, notebooks, browser
	$(RUN) coursekit build --edition facilitator
	$(RUN) python -m tests.browser.chromium
	$(RUN) pytest tests --numprocesses 2 --dist loadgroup
	$(RUN) pytest --nbval --nbval-cell-timeout 60 --numprocesses 2 --dist loadfile chapters exercises solutions

bench: book ## measure weight and speed against a stock build
	$(RUN) python -m tests.bench

lab: ## open the notebooks in JupyterLab, with live exercises (an environment of its own)
	$(MAKE) setup VENV=.venv-lab LOCK=requirements-lab.txt
	PATH="$(CURDIR)/.venv-lab/bin:$$PATH" jupyter lab

wheel: setup ## make the package of the toolkit in dist, with the built frontend inside
	$(RUN) python -m flit_core.wheel --outdir dist
	@ls -sh dist/*.whl

lock: setup ## renew the lock files from what pyproject.toml and package.json ask for
	$(RUN) $(COMPILE) --extra dev --output-file requirements.txt pyproject.toml
	$(RUN) $(COMPILE) --extra dev --extra lab --constraint requirements.txt --output-file requirements-lab.txt pyproject.toml
	$(RUN) npm install --package-lock-only --ignore-scripts

clean: ## remove everything that can be made again
	rm -rf _build dist book/datasets .venv .venv-lab node_modules src/coursekit/assets .pytest_cache .mypy_cache .ruff_cache .hypothesis
