#!/usr/bin/env bash
# Formatting and clippy: tools/lint.sh [format] [native] [browser], all three without arguments.
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$ROOT"

[ $# -gt 0 ] || set -- format native browser
for part in "$@"; do
  case $part in
    format)
      cargo fmt --check
      cargo fmt --manifest-path tools/bindgen/Cargo.toml --check
      cargo fmt --manifest-path fuzz/Cargo.toml --check
      ;;
    native)
      # Without the command line it is the library that differs. That each test is fit for that too is looked at for a release.
      cargo clippy ${QP_ALL:+--all-targets} --lib --no-default-features -- -D warnings
      cargo clippy --all-targets --no-default-features --features cli -- -D warnings
      ;;
    browser)
      use_wasm_target
      cargo clippy --target wasm32-unknown-unknown -- -D warnings
      ;;
  esac
done
