#!/bin/sh
# All tests, in four runs: the quick ones, spread over two processes; those of the kernel and the Kivy-free tablet once
# more as the tablet runs Python, without asserts and docstrings (pytest rewrites the assertions of tests, so they count);
# then those that draw, open sockets or start processes; then the simulation of the sync with its planted faults. All four
# run, so that one run tells everything. A number shuffles the tests; it is printed, and SEED=NUMBER in the environment
# shuffles them the same way again.
cd "$(dirname "$0")/.." || exit 1
quick="not ui and not process and not simulation"
failed=
seed=${SEED:-$(date +%s)}

run() { # run NAME [VARIABLE=VALUE..] COMMAND..
    name=$1
    shift
    printf '\n== tests %s\n' "$name"
    env "$@" || failed="$failed\n  $name"
}

pytest=".venv/bin/python -m pytest --quiet --tb=short --numprocesses 2"
shuffled="$pytest --randomly-seed=$seed"
printf 'the tests are shuffled by SEED=%s\n' "$seed"
# shellcheck disable=SC2086 # a command and its arguments
{
    run "without screen, processes or sockets" $shuffled --ignore tests/ui -m "$quick"
    run "of the kernel and the tablet, without asserts" PYTHONOPTIMIZE=2 HYPOTHESIS_PROFILE=glance $shuffled \
        -W ignore::pytest.PytestConfigWarning -m "$quick" tests/shared tests/mobile
    run "with screen, browser, processes, sockets and PostgreSQL" $shuffled --dist loadscope -m "ui or process"
    # The thousand stories first, in halves of minutes; the planted faults, each a process of seconds, fill what is left.
    run "of the sync: a thousand simulated stories, and every planted fault" $pytest --dist worksteal -p no:randomly \
        -m simulation tests/system/test_simulation.py tests/system/test_mutants.py
}

if [ -n "$failed" ]; then
    printf '\ntests failed:%b\n' "$failed"
    exit 1
fi
