# Every command prepares what it needs; what is prepared already costs nothing the second time.
# Needed beforehand: Python 3.11+ with its venv module, make, git.

PYTHON ?= python3
SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:

BIN := .venv/bin
UI_SOURCES := $(shell find balinea \( -path '*/styles/*' -o -path '*/scripts/*' -o -path '*/ui/marks/*' \) -type f 2>/dev/null) \
  $(wildcard balinea/platform/ui/build.mjs balinea/platform/ui/icons.json)
CATALOGUES := $(shell find balinea -path '*/locale/*' -name '*.po' 2>/dev/null)
TEMPLATES := $(shell find balinea -path '*/templates/*' -name '*.html' 2>/dev/null)
PACKAGES := .venv/.packages
FRONT_END := .venv/.front-end
TEXTS := .venv/.texts

.PHONY: help
help: ## list the commands
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -e 's/:.*## /\t/' | expand -t 16

.PHONY: setup
setup: $(PACKAGES) $(FRONT_END) $(TEXTS) ## prepare everything: packages, front end, translations

$(PACKAGES): requirements/develop.txt requirements/product.in pyproject.toml
	@echo 'Preparing the virtual environment and its locked packages'
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo 'Balinea needs Python 3.11 or newer; name one: make PYTHON=python3.12 ...' >&2; exit 1; }
	@$(BIN)/python -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	  || $(PYTHON) -m venv --clear .venv || { \
	  echo 'The venv module of Python is missing; on Debian: apt-get install python3-venv' >&2; exit 1; }
	@sed -n '/^uv==/,/^[^ ]*==/{/^uv==/p;/^ .*--hash/p;}' requirements/develop.txt > .venv/uv.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r .venv/uv.txt
	@$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes requirements/develop.txt
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --offline --editable .
	@touch $@

node_modules/.packages: $(PACKAGES) $(wildcard package.json package-lock.json .npmrc)
	@echo 'Installing the locked front-end packages'
	@mkdir -p node_modules
	@tools/node npm ci --no-audit --no-fund --loglevel=error
	@touch $@

tools/audit/node_modules/.packages: $(PACKAGES) $(wildcard tools/audit/package*.json)
	@echo 'Installing the locked audit packages'
	@tools/node npm ci --prefix tools/audit --no-audit --no-fund --loglevel=error
	@touch $@

ifneq ($(wildcard package.json),)
$(FRONT_END): node_modules/.packages $(UI_SOURCES)
	@echo 'Building the front end'
	@tools/node npm run --silent build
	@touch $@
else
$(FRONT_END): $(PACKAGES)
	@touch $@
endif

$(TEXTS): $(PACKAGES) $(CATALOGUES)
	@$(BIN)/python tools/catalogues.py compile
	@touch $@

.PHONY: run
run: setup ## run the product here: PORT, HOST, DATA_DIR, DEMO=yes|no, WEB_WORKERS
	@END_WITH_PARENT=yes exec $(BIN)/balinea run

.PHONY: test
test: setup ## run every test, browser tests included
	@tools/chromium
	$(BIN)/pytest -n 2 $(TESTS)

.PHONY: laws
laws: setup ## the long form of the property tests: engine against oracle
	BALINEA_LAWS=long $(BIN)/pytest -n 2 -m laws $(TESTS)

.PHONY: race
race: setup ## the long form of the races: 50 rounds of each kind
	BALINEA_RACE_ROUNDS=50 $(BIN)/pytest -m race $(TESTS)

.PHONY: screens
screens: setup ## take pictures of all screens: tests/pictures/
	@tools/chromium
	$(BIN)/python -m tools.screens

.PHONY: audit
audit: setup tools/audit/node_modules/.packages ## Lighthouse on the public pages, median of five
	@tools/chromium
	$(BIN)/python -m tools.audit

.PHONY: bench
bench: setup ## benchmarks; JSON in bench/results/
	$(BIN)/python -m bench

.PHONY: bench-large
bench-large: setup ## benchmarks with 100,000 venues
	$(BIN)/python -m bench --large

.PHONY: lint
lint: setup ## check formatting, types, contracts, migrations, templates and translations
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy balinea
	$(BIN)/lint-imports --no-logo
	$(BIN)/python tools/migrations.py
	$(if $(TEMPLATES),$(BIN)/djlint --lint --quiet $(TEMPLATES))
	$(BIN)/python tools/catalogues.py check

.PHONY: format
format: setup ## bring code into its form
	$(BIN)/ruff check --fix-only --exit-zero .
	$(BIN)/ruff format .

.PHONY: texts
texts: $(PACKAGES) ## bring the texts of code and templates into the catalogues
	@$(BIN)/python tools/catalogues.py update

.PHONY: lock
lock: $(PACKAGES) ## pin the libraries anew, with hashes and without addresses
	@for name in product develop; do \
	  $(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --python-version 3.11 --no-emit-index-url \
	    --no-emit-find-links --custom-compile-command 'make lock' requirements/$$name.in -o requirements/$$name.txt \
	    $$(test $$name = develop && echo --constraints requirements/product.txt); \
	done
	@if test -e package.json; then tools/node npm install --package-lock-only --omit-lockfile-registry-resolved; fi
	@tools/node npm install --prefix tools/audit --package-lock-only --omit-lockfile-registry-resolved

.PHONY: clean
clean: ## remove what the other commands prepared; data stay
	rm -rf .venv node_modules build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis
