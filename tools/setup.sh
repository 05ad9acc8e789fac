#!/bin/sh
# Makes this checkout ready to run: setup.sh demo | check | test
#
# Creates .venv with Python 3.11-3.13, installs the pinned requirements by hash and adds system packages only where they
# are missing: by apt when it may (root, or sudo without a password), otherwise it names the command and stops.
# Safe to run every time: with nothing to do it takes a fraction of a second.
set -eu
cd "$(dirname "$0")/.."
mode=${1:-demo}

say() { printf 'setup: %s\n' "$*"; }
fail() {
    printf 'setup: %s\n' "$@" >&2
    exit 1
}
is_mac() { [ "$(uname -s)" = Darwin ]; }
has() { command -v "$1" >/dev/null 2>&1; }

# ---------------------------------------------------------------- system packages
as_root() { # runs a command as root without asking, or fails
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        sudo -n env DEBIAN_FRONTEND=noninteractive "$@"
    fi
}

may_install() {
    has apt-get && { [ "$(id -u)" = 0 ] || { has sudo && sudo -n true 2>/dev/null; }; }
}

apt_install() { # apt_install WHY PACKAGE..
    why=$1
    shift
    if ! has apt-get; then
        fail "missing $why. This is not a Debian or Ubuntu system: please install what Debian calls: $*"
    fi
    if ! may_install; then
        fail "missing $why. Please run this, then the same make command again:" \
            "  sudo apt-get update && sudo apt-get install -y $*"
    fi
    say "installing $why: $*"
    log=$(mktemp)
    if ! {
        as_root apt-get -o DPkg::Lock::Timeout=900 -qq update &&
            as_root apt-get -o DPkg::Lock::Timeout=900 -qq -y --no-install-recommends install "$@"
    } >"$log" 2>&1 </dev/null; then
        tail -n 15 "$log" >&2
        rm -f "$log"
        fail "apt-get could not install: $*"
    fi
    rm -f "$log"
}

shared_library() { # is this library known to the loader?
    { ldconfig -p 2>/dev/null || /sbin/ldconfig -p 2>/dev/null; } | grep -q "$1"
}

graphics() { # what Kivy needs to draw, with a screen or without
    if is_mac; then return; fi
    missing=
    shared_library 'libEGL\.so\.1' || missing="$missing libegl1"
    shared_library 'libGL\.so\.1' || missing="$missing libgl1"
    shared_library 'libGLESv2\.so\.2' || missing="$missing libgles2"
    # Mesa's drivers are loaded by path: the software one draws where there is no graphics card.
    ls /usr/lib/*/dri/*swrast* /usr/lib/*/dri/*kms* /usr/lib*/dri/*swrast* /usr/lib/*/libgallium* >/dev/null 2>&1 ||
        [ -n "$(find /usr/lib /usr/lib64 -maxdepth 3 -name '*swrast_dri.so' 2>/dev/null | head -n 1)" ] ||
        missing="$missing libgl1-mesa-dri"
    # shellcheck disable=SC2086 # a list of package names
    if [ -n "$missing" ]; then apt_install "the graphics libraries the tablet app draws with" $missing; fi
}

browser_works() { "$venv_python" -m tools.browser >/dev/null 2>&1; }

browser() { # the office pages are tested in a real one
    if browser_works; then return; fi
    # Playwright brings its own Node.js, which needs this one library of the system.
    if ! is_mac && ! shared_library 'libatomic\.so\.1'; then
        apt_install "a library for the tests of the office pages" libatomic1
        if browser_works; then return; fi
    fi
    # Ubuntu's package of this name only points to a snap, which containers cannot run.
    if ! is_mac && has apt-get && grep -q '^ID=debian' /etc/os-release; then
        apt_install "a browser for the tests of the office pages" chromium
    else
        say "downloading a browser for the tests of the office pages"
        if may_install; then as_root "$venv_python" -m playwright install-deps chromium >/dev/null; fi
        "$venv_python" -m playwright install chromium >/dev/null ||
            fail "no browser found and none could be downloaded: please install Chromium or Chrome"
    fi
    "$venv_python" -m tools.browser >/dev/null || fail "the browser does not start"
}

postgresql() { # the store's tests run on SQLite and on PostgreSQL
    if has initdb || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then return; fi
    if is_mac; then
        if ls /opt/homebrew/opt/postgresql*/bin/initdb /usr/local/opt/postgresql*/bin/initdb >/dev/null 2>&1; then
            return
        fi
        fail "missing PostgreSQL for the tests of the store. Please run: brew install postgresql@17"
    fi
    apt_install "PostgreSQL for the tests of the store" postgresql
}

chinese_font() { # pages and forms are looked at as pictures
    if is_mac; then return; fi
    if has fc-list && [ -n "$(fc-list :lang=zh-cn 2>/dev/null | head -n 1)" ]; then return; fi
    if ls /usr/share/fonts/opentype/noto/NotoSansCJK* >/dev/null 2>&1; then return; fi
    apt_install "a Chinese font for the tests of the office pages" fonts-noto-cjk
}

# ---------------------------------------------------------------- Python
suits() { # is this a Python that everything here installs on?
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' >/dev/null 2>&1
}

pick_python() {
    for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11 python}; do
        if has "$candidate" && suits "$candidate"; then
            command -v "$candidate"
            return
        fi
    done
    found=$(python3 --version 2>&1 || true)
    hint="please install one of them with your package manager"
    if is_mac; then hint="please run: brew install python@3.13"; fi
    fail "Python 3.11, 3.12 or 3.13 is needed (Kivy has no build for others); found: ${found:-none}." "$hint" \
        "If it lies outside PATH, name it: make PYTHON=/path/to/python3.12 ..."
}

create_venv() {
    python=$(pick_python)
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        apt_install "Python's venv module" "python$version-venv"
    fi
    say "creating .venv with Python $version"
    "$python" -m venv --clear .venv
}

digest() { # digest FILE.. : one hash over the files and the interpreter
    "$venv_python" - "$@" <<'END'
import hashlib, pathlib, sys
parts = [sys.version.encode(), *(pathlib.Path(name).read_bytes() for name in sys.argv[1:])]
print(hashlib.sha256(b"\0".join(parts)).hexdigest())
END
}

pip() { "$venv_python" -m pip --disable-pip-version-check --no-input -qq "$@"; }

install_packages() { # install_packages NAME : requirements/NAME.txt, unless this very file is installed already
    stamp=".venv/.installed-$1"
    wanted=$(digest "requirements/$1.txt")
    if [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then return; fi
    say "installing $(grep -c '^[a-zA-Z0-9].*==' "requirements/$1.txt") Python packages into .venv (a minute or two)"
    "$venv_python" -m pip --version >/dev/null 2>&1 || "$venv_python" -m ensurepip >/dev/null
    pip install --require-hashes --requirement "requirements/$1.txt" || fail "pip could not install requirements/$1.txt"
    printf '%s\n' "$wanted" >"$stamp"
}

install_commands() { # the `rounds` command, running the code of this checkout
    stamp=.venv/.installed-project
    wanted=$(digest pyproject.toml)
    if [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then return; fi
    pip install --no-deps --no-build-isolation --editable . || fail "could not install the rounds command"
    printf '%s\n' "$wanted" >"$stamp"
}

venv_python=.venv/bin/python
suits "$venv_python" || create_venv

case $mode in
demo)
    graphics
    # What the tests need includes what the demo needs, in the same versions.
    if [ "$(cat .venv/.installed-dev 2>/dev/null)" != "$(digest requirements/dev.txt)" ]; then install_packages demo; fi
    ;;
check)
    install_packages dev
    ;;
test)
    install_packages dev
    graphics
    browser
    postgresql
    chinese_font
    ;;
*)
    fail "unknown mode '$mode': demo, check or test"
    ;;
esac
install_commands
