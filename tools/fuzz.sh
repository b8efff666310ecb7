#!/usr/bin/env bash
# Reads arbitrary bytes as catalogues, plans, drafts, files of drafts and links: tools/fuzz.sh SECONDS
#
# With libFuzzer where cargo-fuzz and a nightly Rust are there, since it follows which code an input
# reaches; else with the driver of tests/fuzz_corpus.rs, which changes the kept inputs by chance.
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$ROOT"

seconds=$1
case $seconds in '' | *[!0-9]*) fail "SECONDS is a whole number" ;; esac

if cargo +nightly fuzz --version >/dev/null 2>&1; then
  for target in catalogue plan draft file link; do
    mkdir -p "fuzz/corpus/$target"
    kept=("tests/fuzz/corpus/$target")
    [ "$target" != catalogue ] || kept+=(src/catalogue/data tests/catalogues/{whole,broken,lint})
    # What it finds new goes into the first folder, which is not kept.
    cargo +nightly fuzz run "$target" "fuzz/corpus/$target" "${kept[@]}" -- \
      -max_total_time="$seconds" -timeout=30 -max_len=65536 -print_final_stats=1
  done
  # The longest texts, which are longer than what libFuzzer is let make.
  FUZZ_SECONDS=1 cargo test --release --no-default-features --test fuzz_corpus -- --nocapture as_long_as_may_be
else
  say "cargo-fuzz or a nightly Rust is not there: changing the kept inputs by chance instead"
  FUZZ_SECONDS=$seconds cargo test --release --no-default-features --test fuzz_corpus -- --nocapture --test-threads=1
fi
