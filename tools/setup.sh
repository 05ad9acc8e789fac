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

# ---------------------------------------------------------------- system packages
missing=  # what is not there, by Debian's names

need() { missing="$missing $*"; }

shared_library() { # is this library known to the loader?
    { ldconfig -p 2>/dev/null || /sbin/ldconfig -p 2>/dev/null; } | grep -q "$1"
}

need_venv_module() { # Debian and Ubuntu keep part of Python's venv in a package of its own
    if suits .venv/bin/python || "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then return; fi
    need "$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
}

need_graphics() { # what Kivy draws with, with a screen or without
    shared_library 'libEGL\.so\.1' || need libegl1
    shared_library 'libGL\.so\.1' || need libgl1
    shared_library 'libGLESv2\.so\.2' || need libgles2
    # Mesa's drivers are loaded by path: the software one draws where there is no graphics card.
    [ -n "$(find /usr/lib /usr/lib64 -maxdepth 3 -name '*swrast_dri.so' 2>/dev/null | head -n 1)" ] ||
        ls /usr/lib/*/libgallium* /usr/lib64/libgallium* >/dev/null 2>&1 ||
        need libgl1-mesa-dri
}

need_browser() { # the office pages are opened in a real one; elsewhere than on Debian Playwright downloads it
    shared_library 'libatomic\.so\.1' || need libatomic1 # Playwright's Node.js is linked with it
    if grep -q '^ID=debian' /etc/os-release 2>/dev/null; then
        has chromium || has google-chrome-stable || has google-chrome || need chromium
    fi
}

need_postgresql() { # the tests of the store run on SQLite and on PostgreSQL
    has initdb || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || need postgresql
}

need_proxies() { # what stands in front of several servers is run by the tests, and units and compose files are read
    has nginx || [ -x /usr/sbin/nginx ] || need nginx-light
    has caddy || need caddy
    has systemd-analyze || need systemd
    has openssl || need openssl
}

need_chinese_font() { # pages and forms are looked at as pictures
    if has fc-list && [ -n "$(fc-list :lang=zh-cn 2>/dev/null | head -n 1)" ]; then return; fi
    ls /usr/share/fonts/opentype/noto/NotoSansCJK* >/dev/null 2>&1 || need fonts-noto-cjk
}

check_mac() { # everything else comes with the Python packages or with macOS
    if [ "$mode" != test ]; then return; fi
    if ! has initdb; then
        ls /opt/homebrew/opt/postgresql*/bin/initdb /usr/local/opt/postgresql*/bin/initdb >/dev/null 2>&1 ||
            fail "missing PostgreSQL for the tests of the store. Please run: brew install postgresql@17"
    fi
    for program in nginx caddy; do
        has $program || fail "missing $program for the tests of the deployment. Please run: brew install nginx caddy"
    done
}

as_root() { # runs a command as root without asking for a password, or fails
    if [ "$(id -u)" = 0 ]; then
        env DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo -n env DEBIAN_FRONTEND=noninteractive "$@"
    fi
}

may_install() {
    has apt-get && { [ "$(id -u)" = 0 ] || { has sudo && sudo -n true 2>/dev/null; }; }
}

apt_install() { # apt_install PACKAGE.. : says what went wrong and fails, but does not end the setup
    say "installing system packages: $*"
    log=$(mktemp)
    if {
        as_root apt-get -o DPkg::Lock::Timeout=900 -qq update &&
            as_root apt-get -o DPkg::Lock::Timeout=900 -qq -y --no-install-recommends install "$@"
    } >"$log" 2>&1 </dev/null; then
        rm -f "$log"
        return
    fi
    tail -n 15 "$log" >&2
    rm -f "$log"
    return 1
}

# shellcheck disable=SC2086 # a list of package names
install_missing() {
    if [ -z "$missing" ]; then return; fi
    if ! has apt-get; then
        fail "please install what Debian calls:$missing"
    fi
    if ! may_install; then
        fail "some system packages are missing. Please run this, then the same make command again:" \
            "  sudo apt-get update && sudo apt-get install -y$missing"
    fi
    apt_install $missing || fail "apt-get could not install:$missing"
    missing=
}

# shellcheck disable=SC2086 # as above
try_missing() { # what the demo does without, if it must
    if [ -n "$missing" ] && may_install; then apt_install $missing || true; fi
    missing=
}

# ---------------------------------------------------------------- the environment
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

create_venv() {
    if suits "$venv_python"; then return; fi
    say "creating .venv with $("$python" --version)"
    "$python" -m venv --clear .venv
}

has_browser() {
    if [ -e .venv/.browser-works ]; then return; fi
    "$venv_python" -m tools.browser >/dev/null 2>&1 && touch .venv/.browser-works
}

get_browser() { # where Debian's is not to be had: the one that Playwright brings
    if has_browser; then return; fi
    say "downloading a browser for the office pages"
    {
        if may_install; then as_root "$venv_python" -m playwright install-deps chromium; fi
        "$venv_python" -m playwright install chromium
    } >/dev/null 2>&1
    has_browser
}

is_without_screen() { # then the demo tells its story by itself, with pictures of the office pages
    [ -n "${ONCE:-}" ] || { ! is_mac && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }
}

# ---------------------------------------------------------------- what each mode asks for
case $mode in
demo | check | test) ;;
*) fail "unknown mode '$mode': demo, check or test" ;;
esac

venv_python=.venv/bin/python
python=$venv_python
suits "$venv_python" || python=$(pick_python)

if is_mac; then
    check_mac
else
    need_venv_module
    if [ "$mode" != check ]; then need_graphics; fi
    if [ "$mode" = test ]; then
        need_browser
        need_postgresql
        need_proxies
        need_chinese_font
    fi
    install_missing
    if [ "$mode" = demo ] && is_without_screen; then
        need_browser
        need_chinese_font
        try_missing
    fi
fi

create_venv
if [ "$mode" != demo ]; then
    install_packages dev
elif [ "$(cat .venv/.installed-dev 2>/dev/null)" != "$(digest requirements/dev.txt)" ]; then
    install_packages demo # unless the tests' packages are there: they include the demo's, in the same versions
fi
install_commands

if [ "$mode" = test ]; then
    get_browser || fail "no browser starts here: please install Chromium or Chrome, then see .venv/bin/python -m tools.browser"
elif [ "$mode" = demo ] && is_without_screen; then
    get_browser || say "no browser starts here: the story will have no pictures of the office pages"
fi
