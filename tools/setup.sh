#!/usr/bin/env bash
# Makes sure that the tools named are there: tools/setup.sh WHAT…
#
#   rust lints wasm-target rust-src wasm-bindgen node npm chromium trunk cargo-deny cargo-mutants
#
# What is there is used; what is missing is added, in a cache outside the clone where it is ours.
# A line is printed only for a step that does something.
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$ROOT"

rust() {
  command -v cargo >/dev/null ||
    fail "Rust is missing. This adds it: curl --proto '=https' -sSf https://sh.rustup.rs | sh -s -- -y"
}

lints() {
  rust
  cargo clippy --version >/dev/null 2>&1 && cargo fmt --version >/dev/null 2>&1 && return
  say "adding clippy and rustfmt (seconds)"
  rustup component add clippy rustfmt >/dev/null 2>&1 || fail "clippy and rustfmt are missing: install them with your Rust"
}

wasm_target() {
  rust
  if [ "${QP_WASM_TARGET:-}" != debian ]; then
    has_wasm_target && return
    # Once Debian's Rust stands in, rustup is not asked again each time.
    if [ ! -f "$CACHE/debian-rust.env" ] && command -v rustup >/dev/null; then
      say "adding Rust's wasm32 target (seconds)"
      rustup target add wasm32-unknown-unknown >/dev/null 2>&1 && return
      say "rustup could not add it; trying Debian's packages instead"
    fi
  fi
  tools/wasm-target-from-debian.sh
}

# Optional: the release is smaller with it, see tools/build.sh.
rust_src() (
  use_wasm_target
  has_rust_source && return
  command -v rustup >/dev/null && rustup component add rust-src >/dev/null 2>&1 && return
  say "the source of Rust's library is not to be had: release builds will be larger"
)

node_() {
  [ "$(node --version 2>/dev/null | sed 's/^v//; s/\..*//')" -ge "$NODE" ] 2>/dev/null && return
  local packaged
  packaged=$(apt-cache policy nodejs 2>/dev/null | sed -n 's/.*Candidate: \([0-9]*\).*/\1/p' || true)
  [ "${packaged:-0}" -ge "$NODE" ] || fail "Node $NODE or newer is missing: see https://nodejs.org/en/download"
  debian_packages "Node $NODE or newer is missing" nodejs npm
}

npm_packages() {
  local lock
  node_
  lock=$(cksum <package-lock.json)
  [ "$(cat node_modules/.lock-file 2>/dev/null)" = "$lock" ] && return
  say "adding the npm packages of package-lock.json (seconds)"
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error </dev/null >/dev/null ||
    fail "npm could not fetch the packages. Try again when its registry answers."
  printf '%s\n' "$lock" >node_modules/.lock-file
}

# Runs `cargo install` with what follows into a folder of the cache. Compiled the quickest way,
# since these tools run for seconds; in a folder of its own first, so that a tool in the cache is
# always whole.
cargo_install() { # folder, how long, arguments of cargo install…
  local folder=$1 time=$2 new
  shift 2
  rust
  say "compiling $folder (about $time; once, kept in $CACHE)"
  mkdir -p "$CACHE"
  new=$(mktemp -d "$CACHE/.new-XXXXXX")
  trap 'rm -rf "'"$new"'"' EXIT
  CARGO_PROFILE_RELEASE_CODEGEN_UNITS=64 CARGO_PROFILE_RELEASE_DEBUG=0 \
    CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_TARGET_DIR=$new/target \
    cargo install --locked --root "$new/root" "$@" >"$new/log" 2>&1 </dev/null || {
    tail -n 20 "$new/log" >&2
    fail "$folder could not be compiled: see above. The commonest reason is a registry that did not answer: try again."
  }
  rm -rf "${CACHE:?}/$folder"
  mv "$new/root" "$CACHE/$folder"
  rm -rf "$new"
}

wasm_bindgen() {
  [ -x "$CACHE/$BINDGEN/bin/wasm-bindgen" ] && return
  [ "$(locked_version wasm-bindgen-cli-support tools/bindgen/Cargo.lock)" = "$WASM_BINDGEN" ] ||
    fail "Cargo.lock has wasm-bindgen $WASM_BINDGEN, tools/bindgen has another. This mends it: cargo update --manifest-path tools/bindgen/Cargo.toml wasm-bindgen-cli-support --precise $WASM_BINDGEN"
  cargo_install "$BINDGEN" "a minute on two cores" --path tools/bindgen
}

trunk_() {
  case "$(trunk --version 2>/dev/null)" in "trunk ${TRUNK%.*}."*) return ;; esac
  cargo_install "trunk-$TRUNK" "3 to 5 minutes on two cores" --no-default-features "trunk@$TRUNK"
}

cargo_deny() {
  [ "$(cargo-deny --version 2>/dev/null)" = "cargo-deny $CARGO_DENY" ] && return
  cargo_install "cargo-deny-$CARGO_DENY" "1 to 2 minutes on two cores" --no-default-features "cargo-deny@$CARGO_DENY"
}

cargo_mutants() {
  [ "$(cargo mutants --version 2>/dev/null)" = "cargo-mutants $CARGO_MUTANTS" ] && return
  cargo_install "cargo-mutants-$CARGO_MUTANTS" "1 to 2 minutes on two cores" "cargo-mutants@$CARGO_MUTANTS"
}

chromium() {
  local found
  found=$(node tools/chromium.mjs 2>/dev/null) ||
    debian_packages "no Chromium was found (name one in CHROMIUM)" chromium chromium-headless-shell fonts-dejavu-core
  # Optional: the tests take half the time with it. Only beside Debian's own Chromium, and of its version.
  [ "$found" = /usr/bin/chromium ] && [ "$(id -u)" = 0 ] && ! node tools/chromium.mjs headless >/dev/null 2>&1 || return 0
  (debian_packages "Chromium without windows is missing, in which tests take half the time" chromium-headless-shell) ||
    say "the tests will take longer"
}

for what in "$@"; do
  case $what in
    rust) rust ;;
    lints) lints ;;
    wasm-target) wasm_target ;;
    rust-src) rust_src ;;
    wasm-bindgen) wasm_bindgen ;;
    node) node_ ;;
    npm) npm_packages ;;
    chromium) chromium ;;
    trunk) trunk_ ;;
    cargo-deny) cargo_deny ;;
    cargo-mutants) cargo_mutants ;;
    *) fail "$what is not something that set-up knows" ;;
  esac
done
