# Everything a person types here works in a fresh clone: what is missing is set up first, into .venv and nowhere else.
# `make help` lists the targets.

PYTHON ?= python3
ARGS ?=

VENV := .venv
IN_VENV := $(VENV)/bin/python
PIP := $(IN_VENV) -m pip --disable-pip-version-check --quiet
RUNTIME := $(VENV)/.runtime-installed
DEVELOPMENT := $(VENV)/.development-installed
LOCKED := uv pip compile --universal --generate-hashes --no-header --no-annotate --no-emit-index-url \
	--python-version 3.11 --system-certs --quiet pyproject.toml

.DEFAULT_GOAL := help
.PHONY: help run test check lint format bench picture requirements lock clean environment

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | column -t -s '|' 2>/dev/null || \
		sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1  \2/p' $(MAKEFILE_LIST)

run: $(RUNTIME) ## with BOT_TOKEN (environment or .env): the bot; without: the sandbox with a demonstration school
	@if [ -n "$$BOT_TOKEN" ] || grep -Eqs "^[[:space:]]*(export[[:space:]]+)?BOT_TOKEN[[:space:]]*=[[:space:]]*[\"']?[^\"'#[:space:]]" .env; then \
		exec $(IN_VENV) -m bot run $(ARGS); \
	else \
		exec $(IN_VENV) -m bot sandbox $(ARGS); \
	fi

test: $(DEVELOPMENT) ## pass the tests; ARGS="-k meeting" narrows them
	@$(IN_VENV) -m pytest --numprocesses logical --maxprocesses 4 --dist worksteal $(ARGS)

check: lint test ## everything that must be true before a commit: lint, then test

lint: $(DEVELOPMENT) ## formatting, rules, types, import contracts, texts
	$(IN_VENV) -m ruff format --check .
	$(IN_VENV) -m ruff check .
	$(IN_VENV) -m mypy
	$(IN_VENV) -c 'from importlinter.cli import lint_imports_command as check; check()' --no-logo
	$(IN_VENV) -m tools.check_texts

format: $(DEVELOPMENT) ## format the code and mend what can be mended by itself
	$(IN_VENV) -m ruff check --fix-only .
	$(IN_VENV) -m ruff format .

bench: $(DEVELOPMENT) ## what the program costs, beside its peers
	@$(IN_VENV) -m benchmarks $(ARGS)

picture: $(DEVELOPMENT) ## make docs/chat-page.png anew (needs Chromium)
	@$(IN_VENV) -m tools.picture

requirements: $(DEVELOPMENT) ## which requirements are proved by tests, and which are not
	@$(IN_VENV) -m tools.requirements $(ARGS)

lock: $(RUNTIME) ## write requirements.lock and requirements-dev.lock anew from pyproject.toml; ARGS=--upgrade for newer versions
	$(PIP) install uv
	$(IN_VENV) -m $(LOCKED) $(ARGS) --output-file requirements.lock
	$(IN_VENV) -m $(LOCKED) $(ARGS) --group dev --constraints requirements.lock --output-file requirements-dev.lock
	@! grep -nE '://|^-' requirements.lock requirements-dev.lock || { echo 'A lock must not hold addresses.' >&2; exit 1; }

clean: ## remove the environment and what the tools left behind; data/ stays
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The development lock holds all of the runtime lock, so one installation settles both.
$(DEVELOPMENT): requirements-dev.lock
	@echo 'Installing what development needs into $(VENV) (about a minute) …'
	@$(PIP) install --require-hashes --requirement requirements-dev.lock
	@touch $(RUNTIME) $(DEVELOPMENT)

$(RUNTIME): requirements.lock
	@echo 'Устанавливаю зависимости в $(VENV) (около минуты) …'
	@$(PIP) install --require-hashes --requirement requirements.lock
	@touch $(RUNTIME)

# A missing environment, or one whose Python has gone, is made anew whatever the stamps say.
ifneq ($(shell $(IN_VENV) -c 'import pip' 2>/dev/null && echo usable),usable)
$(RUNTIME) $(DEVELOPMENT): environment
endif

environment:
	@command -v '$(PYTHON)' >/dev/null || { \
		echo 'Не найден $(PYTHON): установите Python 3.11 или новее (например: sudo apt install python3 python3-venv)' >&2; \
		echo 'или укажите его: make PYTHON=python3.12 …' >&2; exit 1; }
	@'$(PYTHON)' -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Нужен Python 3.11 или новее, а $(PYTHON) — это $$('$(PYTHON)' --version 2>&1)." >&2; \
		echo 'Укажите более новый: make PYTHON=python3.12 …' >&2; exit 1; }
	@'$(PYTHON)' -m venv --clear $(VENV) || { rm -rf $(VENV); \
		echo 'Окружение не создано: установите модуль venv (например: sudo apt install python3-venv).' >&2; exit 1; }
