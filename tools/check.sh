#!/bin/sh
# Everything that can be known without running the product; says all of it before it fails.
cd "$(dirname "$0")/.." || exit 1
failed=
step() { # step NAME COMMAND..
    name=$1
    shift
    "$@" || failed="$failed $name"
}

step format .venv/bin/ruff format --check --quiet .
step lint .venv/bin/ruff check --quiet .
step types .venv/bin/mypy
step imports .venv/bin/lint-imports --no-logo

if [ -n "$failed" ]; then
    echo "check failed:$failed"
    exit 1
fi
echo "check passed: format, lint, types, imports"
