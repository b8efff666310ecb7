#!/usr/bin/env bash
# Licences, sources, bans and known vulnerabilities of the dependencies: see deny.toml.
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$ROOT"

cargo-deny check bans licenses sources
cargo-deny --config deny.toml --manifest-path tools/bindgen/Cargo.toml check \
  --allow license-not-encountered bans licenses sources

# The database of vulnerabilities is fetched each time; without it the rest still counts.
if ! answer=$(cargo-deny check advisories 2>&1); then
  case $answer in
    *"failed to fetch advisory database"*) echo "advisories not checked: their database could not be fetched" ;;
    *)
      printf '%s\n' "$answer" >&2
      exit 1
      ;;
  esac
fi
