#!/bin/sh
# All tests, in two runs: first the quick ones, spread over two processes; then those that draw, open sockets or start
# processes. The second runs even when the first failed, so that one run tells everything; the exit code is of both.
cd "$(dirname "$0")/.." || exit 1

run() { .venv/bin/python -m pytest --quiet --numprocesses 2 "$@"; }

echo "== tests without screen, processes or sockets"
run -m "not ui and not process"
quick=$?
echo "== tests with screen, browser, processes, sockets and PostgreSQL"
run --dist loadgroup -m "ui or process"
slow=$?
[ "$quick" = 0 ] && [ "$slow" = 0 ]
