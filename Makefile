# Hallcall: the two commands are `make demo` and `make test`; everything they need they set up.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
OUT ?= out/demo

.PHONY: help install demo test lint bench proof lock pictures words clean
help:            ## what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/' | expand -t 12

install: $(STAMP) ## prepare .venv with the command .venv/bin/hall

$(STAMP): requirements.lock pyproject.toml .ci/system-packages .ci/words $(wildcard assets/i18n/*.ts)
	@bash .ci/system-packages
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Hallcall needs Python 3.11 or newer; set PYTHON=/path/to/python3.11"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing the locked packages into $(VENV) (a few minutes the first time)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
	@bash .ci/words
	@touch $(STAMP)

demo: install    ## open a hall on this machine (without a screen: play one visit into out/demo)
	@$(BIN)/hall demo --out $(OUT)

lint: install    ## formatting, lint, types, import rules, QML
	@bash .ci/lint

test: install lint ## lint, types, import rules and tests
	@bash .ci/system-packages tests
	@QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software $(BIN)/python -m pytest

bench: install   ## speed beside bare loops, with the goals: a table and out/bench.json
	@$(BIN)/python -m tests.benchmarks

proof: install   ## every test with the full counts, and the figures (hours); kept in docs/proof
	@bash .ci/system-packages tests
	@QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software HALLCALL_PROOF=1 $(BIN)/python -m pytest -p no:cacheprovider --timeout 7200 --figures=docs/proof/figures.json
	@$(BIN)/python -m tests.benchmarks --out docs/proof/bench.json

pictures: install ## draw the pictures of README and docs again
	@$(BIN)/hall demo --headless --out out/pictures
	@mkdir -p docs/pictures
	@cd out/pictures && cp kiosk-1-home.png kiosk-3-search.png kiosk-5-slip.png kiosk-6-green.png board.png dock.png paper.png led.png pad.png ../../docs/pictures/

words: install   ## collect every sentence for translators, and build what the windows read
	@bash .ci/words update
	@bash .ci/words

lock:            ## compile requirements.lock again (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --all-extras pyproject.toml -o requirements.lock

clean:           ## remove what was built, never a hall's data
	rm -rf $(VENV) out .mypy_cache .ruff_cache .pytest_cache .hypothesis
