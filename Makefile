# make: builds the archive. make help: everything else.
PYTHON  ?= python3
SITEURL ?=
PORT    ?= 8000
BIN     := .venv/bin
CORPORA := $(or $(MORGUE_CORPORA),../shared/corpora)

.DEFAULT_GOAL := site
.PHONY: site test test-long serve clean help lint lock evaluate bench nightly

site: .venv/.site ## build the archive into output/ (SITEURL=https://example.org/archive for publishing)
	@SITEURL="$(SITEURL)" $(BIN)/pelican -s pelican.conf.py
	@echo "Built output/. $(if $(SITEURL),Copy it to $(SITEURL).,To look at it: make serve)"

test: .venv/.dev ## run the tests, but for the long ones
	@$(BIN)/pytest -n 2 --dist loadfile -m "not long"

test-long: .venv/.dev ## run the long ones: labelled data, large and hostile files, processes that die
	@$(BIN)/pytest -n 2 --dist loadfile -m long

serve: .venv/.site ## show output/ on http://localhost:8000/ (PORT=… for another)
	@test -d output || { echo "There is no output/ yet: run make first."; exit 1; }
	@echo "http://localhost:$(PORT)/ (Ctrl-C stops)"
	@$(BIN)/python -m http.server --bind 127.0.0.1 --directory output $(PORT)

evaluate: .venv/.site ## score the rooms on the labelled data in MORGUE_CORPORA
	@$(BIN)/morgue evaluate extraction
	@$(if $(MORGUE_CORPORA)$(wildcard $(CORPORA)/snippet-pages),$(BIN)/morgue evaluate extraction $(CORPORA)/snippet-pages)
	@$(BIN)/morgue evaluate cleaning
	@$(BIN)/morgue evaluate quotes
	@$(BIN)/morgue evaluate actors
	@$(BIN)/morgue evaluate actors --authority own

bench: .venv/.site ## time inspection and the pipeline against trafilatura (PAGES=10000), pages that repeat without end, and a WARC against warcio
	@$(BIN)/python benchmarks/inspection.py
	@$(BIN)/python benchmarks/repetition.py
	@$(BIN)/python benchmarks/captures.py
	@PAGES="$(or $(PAGES),10000)" $(BIN)/python benchmarks/pipeline.py

nightly: .venv/.dev ## feed damaged files of every kind to the readers, FUZZ_INPUTS=20000 a kind (about an hour)
	@FUZZ_INPUTS="$(or $(FUZZ_INPUTS),20000)" $(BIN)/pytest -n 2 tests/fuzz

lint: .venv/.dev ## ruff, mypy and the import contract
	@$(BIN)/ruff check && $(BIN)/ruff format --check && $(BIN)/mypy && $(BIN)/lint-imports

lock: .venv/.dev ## write the hash-pinned requirement files anew
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		pyproject.toml --group build -o requirements.txt
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		pyproject.toml --group dev -c requirements.txt -o requirements-dev.txt

clean: ## remove output/ and the virtual environment
	rm -rf output .venv

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# The environment is made anew when what it holds has changed.
.venv/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Morgue needs Python 3.11 or newer: make PYTHON=/path/to/python3.11"; exit 1; }
	@echo "Creating .venv (once)"
	@$(PYTHON) -m venv .venv || { echo "python3 has no venv module: apt install python3-venv"; rm -rf .venv; exit 1; }
	@touch $@

.venv/.site: requirements.txt pyproject.toml | .venv/.python
	@echo "Installing what the archive needs"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.dev: requirements-dev.txt .venv/.site
	@echo "Installing what the tests need"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@
