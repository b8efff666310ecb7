# Where things are. Sourced by the scripts of this folder; not run.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
TARGET=${CARGO_TARGET_DIR:-$ROOT/target}
CACHE=${QP_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/qualification-planner}

. "$ROOT/tools/versions"

# The version of a package in a Cargo.lock.
locked_version() { # package, lock file
  awk -v wanted="name = \"$1\"" '$0 == wanted { getline; gsub(/[^0-9.]/, ""); print; exit }' "$2"
}

WASM_BINDGEN=$(locked_version wasm-bindgen "$ROOT/Cargo.lock")

# Ours splits the program too, which the usual one does not: it is named by what it is made of.
BINDGEN=bindgen-$WASM_BINDGEN-$(cat "$ROOT"/tools/bindgen/{Cargo.lock,src/main.rs} | cksum | cut -d' ' -f1)

# The cache first: another tool is put there only when the one on PATH is missing or of another version.
PATH=$CACHE/$BINDGEN/bin:$CACHE/trunk-$TRUNK/bin:$CACHE/cargo-deny-$CARGO_DENY/bin:$CACHE/cargo-mutants-$CARGO_MUTANTS/bin:$PATH
export PATH

has_wasm_target() {
  compgen -G "$(rustc --print target-libdir --target wasm32-unknown-unknown)/libstd-*.rlib" >/dev/null
}

has_rust_source() {
  [ -d "$(rustc --print sysroot)/lib/rustlib/src/rust/library" ]
}

# Debian's Rust builds for wasm32 when it was asked for, or when the usual one cannot.
use_wasm_target() {
  if [ -f "$CACHE/debian-rust.env" ] && { [ "${QP_WASM_TARGET:-}" = debian ] || ! has_wasm_target; }; then
    . "$CACHE/debian-rust.env"
  fi
}

say() { printf 'set-up: %s\n' "$*"; }
fail() {
  printf 'set-up: %s\n' "$*" >&2
  exit 1
}

# Installs Debian packages; without the right to do so, prints the command that would and stops.
debian_packages() { # why, packages…
  local why=$1 log
  shift
  command -v apt-get >/dev/null || fail "$why. Install it, then try again."
  [ "$(id -u)" = 0 ] || fail "$why. This adds it: sudo apt-get update && sudo apt-get install -y --no-install-recommends $*"
  say "$why: adding $* (under a minute)"
  log=$(mktemp)
  if ! (apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@") >"$log" 2>&1 </dev/null; then
    tail -n 5 "$log" >&2
    fail "the packages could not be installed: $*. Try again when the package servers answer."
  fi
  rm -f "$log"
}
