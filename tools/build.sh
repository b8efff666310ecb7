#!/usr/bin/env bash
# Builds the page into a folder: tools/build.sh quick|release FOLDER [cargo|trunk]
#
# quick    for `make run`: no optimisation, nothing minified, needs no npm packages
# release  what is shipped
#
# Cargo and wasm-bindgen make the program and its glue, or Trunk calls the two; tools/finish.mjs
# does everything after that, so both ways end in the same bytes.
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$ROOT"
use_wasm_target

kind=$1 folder=$2 front=${3:-cargo}

if [ "$kind" = release ]; then
  flags=(--remap-path-prefix="${CARGO_HOME:-$HOME/.cargo}"=cargo) # this computer's paths are nobody's business
  recipe=plain
  if has_rust_source; then
    # The standard library built for size and without panic messages, as much as a fifth of the
    # program. These are unstable options: the price is that a new Rust may rename them.
    recipe=small
    flags+=(-Zunstable-options -Cpanic=immediate-abort)
    export RUSTC_BOOTSTRAP=1
    export CARGO_UNSTABLE_BUILD_STD=std,panic_abort
    export CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
  fi
  CARGO_ENCODED_RUSTFLAGS=$(IFS=$'\x1f'; printf '%s' "${flags[*]}")
  export CARGO_ENCODED_RUSTFLAGS
  # A folder of its own, so that the recipes and everyday builds do not undo each other.
  export CARGO_TARGET_DIR=$TARGET/$recipe
  # What rustc would strip tells wasm-bindgen and wasm-opt which features the program may use, and
  # they make it smaller for that. In the end they strip it themselves.
  export CARGO_PROFILE_RELEASE_STRIP=none
  profile=(--release)
  made=release
else
  export CARGO_TARGET_DIR=$TARGET
  export CARGO_PROFILE_DEV_DEBUG=0 # less to compile, and for wasm-bindgen to read
  profile=()
  made=debug
fi

case $front in
  cargo)
    kept=("${recipe:-}" "$CARGO_TARGET_DIR" release wasm32-unknown-unknown/release)
    is_new=$([ "$kind" != release ] || [ -e "$CARGO_TARGET_DIR/release" ] || echo yes)
    [ -z "$is_new" ] || tools/kept.sh take "${kept[@]}"
    cargo build "${profile[@]}" --target wasm32-unknown-unknown --bin qualification-planner
    [ -z "$is_new" ] || tools/kept.sh keep "${kept[@]}"
    rm -rf "$folder.new"
    wasm-bindgen --target web --no-typescript --out-dir "$folder.new" --out-name qualification-planner \
      "$CARGO_TARGET_DIR/wasm32-unknown-unknown/$made/qualification-planner.wasm"
    node tools/finish.mjs "$folder.new" "$kind"
    rm -rf "$folder"
    mv "$folder.new" "$folder"
    ;;
  trunk) trunk build "${profile[@]}" --dist "$folder" ;;
esac

if [ "$kind" = release ]; then
  printf '%s, %s\n' "$recipe" "$(rustc --version | cut -d' ' -f1-2)" >"$TARGET/recipe"
  echo "Built $folder by the $recipe recipe."
fi
