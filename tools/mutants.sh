#!/usr/bin/env bash
# Changes the engine in small ways, one at a time, and sees whether a test notices: tools/mutants.sh [MANY]
#
# cargo-mutants knows thousands of such changes. So many of them are tried, spread evenly over all, and SEED
# chooses which. Some change nothing that anybody could notice, as a bound that only saves time: up to one in
# ten may live. Those that do are named.
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$ROOT"

many=${1:-40}
where=(--no-default-features --file 'src/assess/**' --file 'src/solve/**' --file 'src/plan/**')
tests=(--lib --test cases --test forms --test solve --test verdicts --test exactness --test oracle)

all=$(cargo mutants --list "${where[@]}" | wc -l)
parts=$(((all + many - 1) / many))
out=$TARGET/mutants
mkdir -p "$out"
# What it says by its status is said below, with one in ten allowed.
CARGO_INCREMENTAL=1 cargo mutants "${where[@]}" --output "$out" --shard "$((${SEED:-1} % parts))/$parts" \
  --sharding round-robin --minimum-test-timeout 300 --colors never --no-times -- "${tests[@]}" || true

count() { cat "$out/mutants.out/$1.txt" | wc -l; }
caught=$(($(count caught) + $(count timeout))) missed=$(count missed)
echo "$caught mutants were noticed, $missed were not, of $all that there are."
cat "$out/mutants.out/missed.txt"
[ "$caught" -gt 0 ] && [ "$missed" -le $(((caught + missed) / 10)) ]
