#!/bin/sh
# Pins requirements/*.in with hashes into the three files that get installed. One resolution (dev) constrains the others,
# so that a package has one version in the whole checkout. Needs uv; run it after editing an .in file.
set -eu
cd "$(dirname "$0")/../requirements"

pin() { # pin OUTPUT INPUT.. : versions already in OUTPUT stay unless UPGRADE=1
    output=$1
    shift
    uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-emit-find-links \
        --custom-compile-command "make lock" ${UPGRADE:+--upgrade} --output-file "$output" "$@"
}

pin dev.txt mobile.in server.in postgres.in s3.in demo.in dev.in
pin server.txt server.in postgres.in s3.in --constraint dev.txt
pin demo.txt mobile.in server.in demo.in --constraint dev.txt
pin mobile.txt mobile.in --constraint dev.txt
