#!/usr/bin/env bash
# The benchmarks: native ones by cargo, those of the page by Node. They print; nothing depends on
# what they say.
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$ROOT"

if [ -d benches ]; then cargo bench --no-default-features; fi
for bench in tests/bench/*.mjs; do
  if [ -e "$bench" ]; then node "$bench"; fi
done
