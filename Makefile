# The only door: each target is one line that says what it does.
.DEFAULT_GOAL := help
.PHONY: help demo demo-reset test check format coverage lock docs soak screenshots tablet server bench apk
python := .venv/bin/python

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

demo: ## install into .venv, make the demo estate, serve it and open the tablet app; ONCE=1 runs the story and ends
	@tools/setup.sh demo && exec $(python) -m tools.demo

demo-reset: ## forget the demo's data, so that the next `make demo` starts afresh
	@rm -rf demo && echo "The demo's data is gone; make demo starts afresh."

test: ## install what tests need and run all of them
	@tools/setup.sh test && tools/test.sh

check: ## format, lint, types and import direction, in seconds
	@tools/setup.sh check && tools/check.sh

format: ## format the code and mend what lint can mend
	@tools/setup.sh check && .venv/bin/ruff format . && .venv/bin/ruff check --fix .

coverage: ## say which lines no quick test runs
	@tools/setup.sh test && .venv/bin/coverage run -m pytest --quiet -m "not ui and not process" && .venv/bin/coverage report

soak: ## new stories of the sync, simulated and with real processes, for MINUTES=20; failing ones are kept as tests
	@tools/setup.sh test && $(python) -m tools.soak $(MINUTES)

screenshots: ## photograph every tablet screen and office page into docs/screenshots
	@tools/setup.sh test && $(python) -m tools.screenshots

docs: ## write the generated documents anew: the hazard diagram, the protocol's answers
	@tools/setup.sh test && $(python) -m tools.docs

tablet: ## open the tablet app alone
	@tools/setup.sh demo && exec $(python) main.py

server: ## serve the office and the tablets with the settings of the environment
	@tools/setup.sh demo && exec .venv/bin/rounds serve

bench: ## measure the figures of docs/benchmarks.md beside floors and peers; ONLY=name,.. measures some
	@tools/setup.sh test && $(python) -m bench $(ONLY)

apk: ## build the Android package, or say what is missing for it; DOWNLOAD=1 fetches the Android SDK and NDK
	@tools/setup.sh check && DOWNLOAD=$(DOWNLOAD) $(python) -m tools.apk.build

lock: ## pin requirements/*.in anew; UPGRADE=1 takes the newest versions (needs uv)
	@tools/lock.sh
