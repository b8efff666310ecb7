#!/usr/bin/env bash
# Tests, builds and packs a release: tools/release.sh x.y.z
# It tags and publishes nothing: docs/releasing.md says what is left to do by hand.
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$ROOT"

stop() {
  printf 'release: %s\n' "$*" >&2
  exit 1
}

version=$1
[[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || stop "which version? make release VERSION=x.y.z"
[ -z "$(git status --porcelain)" ] || stop "there are changes that are not committed"
grep -qx "version = \"$version\"" Cargo.toml || stop "Cargo.toml has another version"
grep -q "^## \[$version\] - [0-9-]*$" CHANGELOG.md || stop "CHANGELOG.md has no heading \"## [$version] - date\""

make check-all
make build
[[ $(cat "$TARGET/recipe") == small,* ]] || stop "the source of Rust's library is missing: a release is built by the small recipe"

name=qualification-planner-$version
folder=target/packages/$name
rm -rf "$folder"
mkdir -p "$folder"
cp -r dist "$folder/site"
cp CHANGELOG.md LICENSE-APACHE LICENSE-MIT docs/hosting.md "$folder"

# The same commit gives the same bytes: names in order, the commit's time, nobody's account.
cd target/packages
tar --create --sort=name --mtime="@$(git log -1 --format=%ct)" --owner=0 --group=0 --numeric-owner \
  --mode=u=rwX,go=rX "$name" | gzip --no-name --best >"$name.tar.gz"
sha256sum "$name.tar.gz" | tee "$name.tar.gz.sha256"
echo "Packed target/packages/$name.tar.gz. What is left to do by hand: docs/releasing.md"
