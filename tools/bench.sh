#!/usr/bin/env bash
# The benchmarks: native ones by cargo, the engine beside other solvers, and those of the page. They
# print; nothing depends on what they say.
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$ROOT"
use_wasm_target

cargo bench --no-default-features

made=$TARGET/bench
export CARGO_TARGET_DIR=$TARGET/bench-engine
(cd tests/bench/engine && cargo build --release --bin bench-engine)
(cd tests/bench/engine && cargo build --release --lib --target wasm32-unknown-unknown)
wasm-bindgen --target web --no-typescript --out-dir "$made" --out-name bench_engine \
  "$CARGO_TARGET_DIR/wasm32-unknown-unknown/release/bench_engine.wasm"
unset CARGO_TARGET_DIR

(cd tests/bench && npm ci --silent --no-audit --no-fund)
python=$CACHE/bench-python/bin/python
if ! "$python" -c 'import ortools' 2>/dev/null; then
  # CP-SAT is one of several: where it cannot be had the others are still worth their while.
  { python3 -m venv "$CACHE/bench-python" && "$python" -m pip install --quiet 'ortools==9.15.6755'; } || python=
fi
node tests/bench/search.mjs "$made" "$TARGET/bench-engine/release/bench-engine" $python
node tests/bench/tangled.mjs "$made" "$TARGET/bench-engine/release/bench-engine" $python
node tests/bench/judge.mjs "$made"
node tests/bench/tick.mjs
node tests/bench/heavy.mjs
