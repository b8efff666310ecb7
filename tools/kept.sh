#!/usr/bin/env bash
# What is compiled of other people's crates, kept outside the clone: tools/kept.sh take|keep NAME FOLDER PART…
#
# take   puts it into the parts of a folder of Cargo's, where the first of them is not there yet
# keep   keeps what stands there for the next clone: asked of a folder that was new, which has nothing old in it
#
# Cargo itself looks whether each crate is as it has to be: what does not fit is compiled, and costs nothing else.
# It is copied whole and then renamed, so that several clones can do so at once.
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$ROOT"

what=$1 name=$2 folder=$3
shift 3
key=$({ rustc -vV && cat Cargo.lock Cargo.toml tools/wasm-streams/Cargo.toml tools/wasm-streams/src/*; } | cksum | cut -d' ' -f1)
kept=$CACHE/compiled-$name-$key

case $what in
  take)
    [ -d "$kept" ] && [ ! -e "$folder/$1" ] || exit 0
    mkdir -p "$folder"
    new=$(mktemp -d "$folder/.new-XXXXXX")
    trap 'rm -rf "$new"' EXIT
    cp -a "$kept/." "$new" || exit 0
    for part in "$@"; do
      [ -d "$new/$part" ] && [ ! -e "$folder/$part" ] || continue
      mkdir -p "$(dirname "$folder/$part")"
      mv "$new/$part" "$folder/$part"
    done
    # The one crate that stands in the clone: for Cargo its files are older than what was made of them.
    find tools/wasm-streams -type f -exec touch -d 2000-01-01 {} +
    touch "$kept"
    ;;
  keep)
    [ ! -d "$kept" ] || exit 0
    mkdir -p "$CACHE"
    new=$(mktemp -d "$CACHE/.new-XXXXXX")
    trap 'rm -rf "$new"' EXIT
    # Nothing of ours, which is compiled anew in every clone.
    (cd "$folder" && find "$@" \( -path '*/deps/lib*' -o -path '*/build/*' -o -path '*/.fingerprint/*' \) -type f \
      ! -path '*qualification[-_]planner*' -print0) | tar -C "$folder" --null -T - -cf - | tar -C "$new" -xf -
    mv -T "$new" "$kept" 2>/dev/null || exit 0
    find "$CACHE" -maxdepth 1 -name "compiled-$name-*" -mtime +14 -exec rm -rf {} +
    ;;
esac
