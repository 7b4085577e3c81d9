# Everything needed is installed by the first target that needs it: uv into .tools, Python 3.13 by uv, the rest from
# the lock files. The logic lives in Python (local/twin_local); this file only says what runs.

UV_VERSION := 0.13.9
UV := .tools/uv/bin/uv
PYTHON := .venv/bin/python
PYTEST := $(PYTHON) -m pytest

# Without bytecode every command below starts seconds later; an active virtual environment is not ours.
unexport PYTHONDONTWRITEBYTECODE VIRTUAL_ENV PYTHONPATH PYTHONHOME

# Trust what the machine trusts, as pip does; uv by itself would know only the certificates it was built with.
export UV_SYSTEM_CERTS := 1

.DEFAULT_GOAL := help
.PHONY: help install dev test check e2e bench eval calibrate fmt openapi synth deploy clean

help: ## list the targets
	@sed -n 's/^\([a-z0-9]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

dev: install ## start the local stack, deploy to it, publish the example profile, stay up (PORT=8787)
	@exec $(PYTHON) -m twin_local up

test: check e2e ## every check that gates a change

check: install ## the fast part of test: format, lint, types, architecture, and all tests but end-to-end
	.venv/bin/ruff format --check
	.venv/bin/ruff check
	.venv/bin/basedpyright
	.venv/bin/lint-imports
	$(PYTEST) -n 2 -m "not e2e"

e2e: install
	$(PYTEST) -m e2e

bench: install ## measure on injected latencies, beside two rivals; then the local stack if one is up
	PYTHONPATH=tests $(PYTHON) -m bench

eval: install ## measure the answers on the gold set, or with ARGS=held-out on the people kept apart
	POWERTOOLS_LOG_LEVEL=WARNING $(PYTHON) -m twin_eval $(ARGS)

calibrate: install ## sweep the relevance floor of the embedder over the gold set
	POWERTOOLS_LOG_LEVEL=WARNING $(PYTHON) -m twin_eval.calibrate

fmt: install ## format, and fix what the linter can
	.venv/bin/ruff format
	.venv/bin/ruff check --fix

openapi: install ## write docs/openapi.json and the MCP tools' fixture anew, after a change of what callers see
	PYTHONPATH=tests $(PYTHON) -m support.openapi
	PYTHONPATH=tests $(PYTHON) -m support.mcp_tools

synth: install ## synthesize the CDK app into cdk.out (ARGS="-c key=value")
	$(PYTHON) -m twin_local cdk synth --quiet $(ARGS)

deploy: install ## deploy to the AWS account of your credentials (asks before it widens permissions; ARGS="-c key=value")
	@test -n "$$AWS_PROFILE$$AWS_ACCESS_KEY_ID" || \
	  { echo "make deploy needs credentials: set AWS_PROFILE, or AWS_ACCESS_KEY_ID and its secret" >&2; exit 2; }
	@echo "Deploying every stack to AWS as $${AWS_PROFILE:-$$AWS_ACCESS_KEY_ID}; this creates billable resources."
	$(PYTHON) -m twin_local cdk deploy --all $(ARGS)

install: .venv/installed.lock
	@$(PYTHON) -m twin_local install

clean: ## throw away the local stack's state and all build results (not while it runs)
	@[ ! -x $(PYTHON) ] || $(PYTHON) -m twin_local clean
	rm -rf .local cdk.out .pytest_cache .ruff_cache .coverage htmlcov

.venv/installed.lock: uv.lock pyproject.toml .python-version | $(UV)
	$(UV) sync --locked --compile-bytecode
	@touch $@

$(UV):
	@command -v python3 >/dev/null || { echo "Python 3 is missing: install it first" >&2; exit 2; }
	python3 -m venv .tools/uv
	.tools/uv/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
