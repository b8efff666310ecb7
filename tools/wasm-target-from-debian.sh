#!/usr/bin/env bash
# The wasm32 target where rustup's servers do not answer: Debian's own Rust, with the standard
# library compiled once for wasm32 from its packaged source. QP_WASM_TARGET=debian forces it.
set -euo pipefail
. "$(dirname "$0")/env.sh"

# The linker is that of the LLVM which this Rust was built with.
packages="rustc-web cargo-web rust-web-clippy rust-web-src lld-22"
linker=wasm-ld-22

# shellcheck disable=SC2086 # a list of words
dpkg -s $packages >/dev/null 2>&1 || debian_packages "Rust's wasm32 target is missing" $packages

library=$(RUSTC_BOOTSTRAP=1 /usr/bin/rustc --print target-libdir --target wasm32-unknown-unknown)
if ! compgen -G "$library/libstd-*.rlib" >/dev/null; then
  [ "$(id -u)" = 0 ] || fail "Rust's wasm32 library goes into $library. This adds it: sudo tools/wasm-target-from-debian.sh"
  say "compiling Rust's library for wasm32 (about 2 minutes; once)"
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  mkdir "$work/src"
  touch "$work/src/lib.rs"
  printf '[package]\nname = "empty"\nversion = "0.0.0"\nedition = "2024"\n' >"$work/Cargo.toml"
  # Without embedded bitcode the release build's link-time optimisation cannot read the library.
  (cd "$work" && RUSTC_BOOTSTRAP=1 RUSTC=/usr/bin/rustc CARGO_TARGET_DIR=$work/target \
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS=-Cembed-bitcode=yes \
    /usr/bin/cargo build --release -Zbuild-std=std,panic_abort,test --target wasm32-unknown-unknown) \
    >"$work/log" 2>&1 </dev/null || {
    tail -n 20 "$work/log" >&2
    fail "Rust's library could not be compiled for wasm32: see above."
  }
  rm -f "$work"/target/wasm32-unknown-unknown/release/deps/lib{sysroot,empty}-*.rlib
  # Moved into place in one step, so that a library is there whole or not at all.
  mkdir -p "$(dirname "$library")" "$work/lib"
  cp "$work"/target/wasm32-unknown-unknown/release/deps/*.rlib "$work/lib"
  rm -rf "$library"
  mv "$work/lib" "$library"
fi

mkdir -p "$CACHE"
{
  echo "export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=$linker"
  # rustup's cargo, which Trunk calls, is told to use Debian's Rust; without rustup it is the cargo.
  if command -v rustup >/dev/null; then
    rustup toolchain link debian /usr
    echo "export RUSTUP_TOOLCHAIN=debian"
  fi
} >"$CACHE/debian-rust.env"
