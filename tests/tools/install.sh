#!/bin/sh
# install.sh rust|build|pages|frictionless|browser|fuzz: has what the Makefile's commands need,
# installing what is missing. Called by the Makefile, which sets LANTU_CACHE and the versions.
#
# Each tool has its own folder in $LANTU_CACHE, named by version. A folder is filled under another
# name and moved into place when it is whole, so that an interrupted install never looks done.
set -eu
mkdir -p "$LANTU_CACHE"

say() { printf '▸ %s\n' "$*"; }
die() { printf '✗ %s\n' "$*" >&2; exit 1; }
need() { command -v "$1" >/dev/null 2>&1 || die "$1 is missing: please install $2"; }

# workplace NAME: a fresh folder that becomes $LANTU_CACHE/NAME with `in_place NAME`.
workplace() { work="$LANTU_CACHE/.$1.$$"; rm -rf "$work"; mkdir "$work"; }
in_place() { mv "$work" "$LANTU_CACHE/$1" 2>/dev/null || rm -rf "$work"; }  # another run was first

# Leaves nothing half done behind, however an install ends.
tidy() {
    shared=${shared:-} work=${work:-}
    trap 'rm -rf "$shared" "$work"' EXIT
    trap 'exit 130' INT TERM
}

rust() {
    need cargo "rustup, which brings Rust"
    target=$(rustc --print target-libdir --target wasm32-unknown-unknown 2>/dev/null) || target=
    if [ ! -d "$target" ] || [ ! -d "$(rustc --print sysroot)/lib/rustlib/src/rust/library" ] || ! cargo fmt --version >/dev/null 2>&1 || ! cargo clippy --version >/dev/null 2>&1; then
        need rustup "rustup, or Rust as rust-toolchain.toml names it"
        say "rust: the toolchain and the wasm target of rust-toolchain.toml"
        rustup toolchain install || rustup show  # before rustup 1.28 `show` installs it
        rustup target add wasm32-unknown-unknown
        rustup component add rustfmt clippy rust-src
    fi
}

# cargo_tool NAME VERSION CRATE [FLAG]: optimised less than a release, which halves the wait and
# is not felt in use.
cargo_tool() {
    [ ! -e "$LANTU_CACHE/$1-$2" ] || return 0
    say "$1 $2: installing it once, which takes minutes"
    : "${shared:=$(mktemp -d "$LANTU_CACHE/.build.XXXXXX")}"
    workplace "$1-$2"
    CARGO_TARGET_DIR=$shared CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=1 \
        CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
        cargo install --quiet --root "$work" --version "=$2" ${4:-} "$3"
    in_place "$1-$2"
}

build() {
    rust
    need npm "Node.js with npm"
    need git git
    tidy
    cargo_tool trunk "$TRUNK" trunk --locked
    # Not --locked: its own lock file may name releases that a mirror of the registry lacks.
    cargo_tool wasm-bindgen "$WASM_BINDGEN" wasm-bindgen-cli
    if [ ! -e "$LANTU_CACHE/binaryen-$BINARYEN" ]; then
        say "binaryen $BINARYEN: installing it"
        workplace "binaryen-$BINARYEN"
        npm install --loglevel=error --no-audit --no-fund --prefix "$work" "binaryen@$BINARYEN"
        in_place "binaryen-$BINARYEN"
    fi
    # An old wasm-opt breaks the page without a word, so its version counts, not its presence.
    wasm_opt=$("$LANTU_CACHE/binaryen-$BINARYEN/node_modules/.bin/wasm-opt" --version)
    case $wasm_opt in
        "wasm-opt version ${BINARYEN%%.*}" | "wasm-opt version ${BINARYEN%%.*} "*) ;;
        *) die "expected wasm-opt ${BINARYEN%%.*}, found: $wasm_opt" ;;
    esac
}

pages() {
    need npm "Node.js with npm"
    [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || die "the page tests need Node.js 20 or newer"
    folder=pages-$(cat tests/package.json tests/package-lock.json | cksum | cut -d' ' -f1)
    if [ ! -e "$LANTU_CACHE/$folder" ]; then
        say "npm packages of the page tests: installing them"
        tidy
        workplace "$folder"
        cp tests/package.json tests/package-lock.json "$work"
        npm ci --loglevel=error --no-audit --no-fund --prefix "$work"
        in_place "$folder"
    fi
    ln -sfn "$LANTU_CACHE/$folder/node_modules" tests/node_modules
}

fuzz() {
    rust
    if ! cargo +nightly --version >/dev/null 2>&1; then
        need rustup "rustup, and with it a nightly toolchain"
        say "rust: the nightly toolchain, which instruments what is fuzzed"
        rustup toolchain install nightly --profile minimal
    fi
    tidy
    cargo_tool cargo-fuzz "$CARGO_FUZZ" cargo-fuzz --locked
}

# The validator of data packages, a Python program in a folder of its own.
frictionless() {
    [ ! -e "$LANTU_CACHE/frictionless-$FRICTIONLESS" ] || return 0
    need python3 "Python 3.10 or newer: it checks the data package"
    say "frictionless $FRICTIONLESS: installing it"
    # Its programs hold the folder's name: it is built in place, and `pip` is asked for it last.
    work="$LANTU_CACHE/frictionless-$FRICTIONLESS"
    trap 'rm -rf "$work"' EXIT
    trap 'exit 130' INT TERM
    python3 -m venv "$work" >/dev/null || die "python3 has no venv: please install python3-venv"
    "$work/bin/pip" install --quiet --disable-pip-version-check "frictionless==$FRICTIONLESS"
    trap - EXIT INT TERM
}

browser() {
    missing=
    found=
    for name in ${CHROMIUM:-} chromium chromium-browser google-chrome; do
        # Some systems have a `chromium-browser` that only says where to get one.
        if "$name" --version >/dev/null 2>&1; then found=$name; break; fi
    done
    [ -n "$found" ] || missing="chromium"
    [ -n "$(fc-list :lang=zh-cn 2>/dev/null)" ] || missing="$missing fonts-noto-cjk"
    [ -n "$missing" ] || return 0
    if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
        say "system packages:$missing"
        apt-get update -qq
        # shellcheck disable=SC2086 # a list
        DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing >/dev/null
    else
        die "please install with your system's package manager: $missing (a browser elsewhere: CHROMIUM=/its/path)"
    fi
}

for part in "$@"; do "$part"; done
