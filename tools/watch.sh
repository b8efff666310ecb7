#!/usr/bin/env bash
# Trunk builds on every save; the server is ours, so that the page has the headers it will have.
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$ROOT"
use_wasm_target
export CARGO_PROFILE_DEV_DEBUG=0 # as `make run` builds, so that one does not undo the other

mkdir -p target/run
node tools/serve.mjs target/run &
trap "kill $!" EXIT
trunk watch --dist target/run
