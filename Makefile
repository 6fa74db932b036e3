# Sets up what a command needs, then runs it. `make` alone lists the commands.
#
# Files under .venv/ say what is ready, so a second call goes straight to work; a changed lock is installed again.

PYTHON := .venv/bin/python
INSTALL := $(PYTHON) -m pip install --quiet --disable-pip-version-check --no-input --require-hashes --requirement
COMPILE := $(PYTHON) -m uv pip compile --quiet --system-certs $(UPGRADE) pyproject.toml

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run demo test check lint types bench fuzz lock clean again

help:
	@echo "make run     cài đặt (lần đầu) và mở bảng theo dõi tại http://127.0.0.1:8501"
	@echo "make demo    như trên, với số liệu mẫu trong một kho riêng"
	@echo
	@echo "For those who work on the code:"
	@echo "make test    every test, in a real browser too; ARGS='-k name' runs some"
	@echo "make check   lint, types and every test"
	@echo "make bench   speed beside peers"
	@echo "make fuzz    ten minutes of sheets made at random, read and held against what was written"
	@echo "make lock    pins what pyproject.toml asks for; UPGRADE=--upgrade takes the newest"
	@echo "make clean   removes everything that was set up; the data stay"

run: .venv/ready-to-run
	@exec $(PYTHON) -m streamlit run app.py

demo: .venv/ready-to-run
	@exec $(PYTHON) -m indicators.demo

test: .venv/ready-to-test .venv/chromium .venv/soffice
	@$(PYTHON) -m pytest --numprocesses 2 --dist loadfile $(ARGS)

lint: .venv/ready-to-test
	@$(PYTHON) -m ruff check
	@$(PYTHON) -m ruff format --check

types: .venv/ready-to-test
	@$(PYTHON) -m mypy

check: lint types test

bench: .venv/ready-to-test .venv/chromium
	@$(PYTHON) -m tests.bench

fuzz: .venv/ready-to-test
	@FUZZ_FILES=100000 $(PYTHON) -m pytest tests/intake/test_generated.py

# The second lock holds the first, so that tests run on what the office runs.
lock: .venv/ready-to-test
	@$(COMPILE) --output-file requirements.txt
	@$(COMPILE) --extra dev --constraint requirements.txt --output-file requirements-dev.txt

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(PYTHON):
	@sh setup/python.sh .venv

.venv/ready-to-run: requirements.txt | $(PYTHON)
	@echo "Đang cài đặt các thư viện (chỉ lần đầu, vài phút)…"
	@$(INSTALL) requirements.txt
	@touch $@

.venv/ready-to-test: requirements-dev.txt requirements.txt | $(PYTHON)
	@echo "Installing the libraries for work on the code (the first time only, some minutes)…"
	@$(INSTALL) requirements-dev.txt
	@touch .venv/ready-to-run $@

# These two hold the path of the program that was found working; one that has gone since is looked for again.
is_gone = $(shell test -x "$$(cat $(1) 2>&1)" || echo again)

.venv/chromium: .venv/ready-to-test $(call is_gone,.venv/chromium)
	@sh setup/chromium.sh $(PYTHON) > $@

.venv/soffice: $(call is_gone,.venv/soffice) | $(PYTHON)
	@sh setup/libreoffice.sh > $@
