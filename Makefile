# Two commands matter: `make run` starts the whole system, `make test` shows that it holds.

PORT ?= 8080
DATA ?= ./data
PROFILE ?= stp-cantho-2023

.PHONY: run build test bench format docs-check clean help

# The program itself listens for Ctrl-C, which a terminal sends to it as well as to make.
run: build
	@exec bin/lylich demo --port $(PORT) --data $(DATA) --profile $(PROFILE)

build:
	@scripts/install-run-deps
	@scripts/build

test:
	@scripts/test

bench: build
	@scripts/bench

format:
	swift format --in-place --parallel --recursive Sources Tests Package.swift

docs-check:
	@scripts/docs-check

clean:
	rm -rf .build bin .venv .venv-bench

help:
	@echo "make run [PORT=$(PORT)] [DATA=$(DATA)] [PROFILE=$(PROFILE)]   start the demo"
	@echo "make build    the release program at bin/lylich"
	@echo "make test     everything that must hold (scripts/test --help)"
	@echo "make bench    the figures of docs/performance.md"
	@echo "make format   swift format, in place"
