#!/usr/bin/env bash
# The benchmarks: native ones by cargo, the engine beside other solvers, and those of the page. They
# print. One line is a promise and makes this fail: the state of a plan is shown no later than it was when
# the program was one file.
#
# BENCH_PYTHON names a Python with ortools; without it one is made.
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$ROOT"
use_wasm_target

# The planner as it was when its program was one file, for the page to be held against: built once from
# the history, by its own tools. docs/speed.md says why this one.
one_file() {
  local commit=e22225dc9f2d6ac84f83d0677d03520fabe5b0d0 new
  local folder=$CACHE/bench-one-file-${commit:0:8}
  [ -f "$folder/index.html" ] && { echo "$folder" && return; }
  git cat-file -e "$commit^{commit}" 2>/dev/null || return 0
  new=$(mktemp -d)
  (
    unset CARGO_TARGET_DIR
    git archive "$commit" | tar -x -C "$new"
    cd "$new"
    tools/setup.sh rust wasm-target wasm-bindgen node npm rust-src
    tools/build.sh release dist
  ) >&2
  mkdir -p "$CACHE"
  mv "$new/dist" "$folder"
  rm -rf "$new"
  echo "$folder"
}

cargo bench --no-default-features

made=$TARGET/bench
export CARGO_TARGET_DIR=$TARGET/bench-engine
(cd tests/bench/engine && cargo build --release --bin bench-engine)
(cd tests/bench/engine && cargo build --release --lib --target wasm32-unknown-unknown)
wasm-bindgen --target web --no-typescript --out-dir "$made" --out-name bench_engine \
  "$CARGO_TARGET_DIR/wasm32-unknown-unknown/release/bench_engine.wasm"
unset CARGO_TARGET_DIR

(cd tests/bench && npm ci --silent --no-audit --no-fund)
python=${BENCH_PYTHON:-$CACHE/bench-python/bin/python}
if ! "$python" -c 'import ortools' 2>/dev/null; then
  # CP-SAT is one of several: where it cannot be had the others are still worth their while.
  python=$CACHE/bench-python/bin/python
  { python3 -m venv "$CACHE/bench-python" && "$python" -m pip install --quiet 'ortools==9.15.6755'; } || python=
fi
node tests/bench/search.mjs "$made" "$TARGET/bench-engine/release/bench-engine" $python
node tests/bench/tangled.mjs "$made" "$TARGET/bench-engine/release/bench-engine" $python
node tests/bench/judge.mjs "$made"
node tests/bench/heavy.mjs
before=$(one_file)
[ -n "$before" ] || echo "The planner of one file is left out: its commit is not in this clone's history."
node tests/bench/tick.mjs dist $before
node tests/bench/many.mjs dist
