// Writes THIRD-PARTY-NOTICES.txt: the licences of what is shipped. `--check` only compares.
//
// Shipped is what the browser program links: normal dependencies as resolved for wasm32, without
// macros and build scripts, and Rust's own library. Where a crate gives a choice of licences the
// first of TEXTS is taken. Crates under the same words are named together and the words stand once.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const file = join(root, "THIRD-PARTY-NOTICES.txt");

// How the words of a licence begin: before that stand its title and the copyright lines.
const TEXTS = new Map([
  ["MIT", /^Permission is hereby granted/m],
  ["Zlib", /^This software is provided/m],
  ["BSL-1.0", /^Boost Software License/m],
  ["Unicode-3.0", /^UNICODE LICENSE V3/m],
]);
const MIT = textOf("MIT", readFileSync(join(root, "LICENSE-MIT"), "utf8")).words;

const RUST = { name: "The Rust standard library", version: "", copyright: "Copyright (c) The Rust Project Contributors" };

const text = notices(shipped());
if (!process.argv.includes("--check")) writeFileSync(file, text);
else if (readFileSync(file, "utf8") !== text) {
  console.error("THIRD-PARTY-NOTICES.txt is not what Cargo.lock asks for. This mends it: make notices");
  process.exit(1);
}

function shipped() {
  const args = ["metadata", "--format-version", "1", "--filter-platform", "wasm32-unknown-unknown"];
  const metadata = JSON.parse(execFileSync("cargo", args, { cwd: root, maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] }));
  const packages = new Map(metadata.packages.map((each) => [each.id, each]));
  const nodes = new Map(metadata.resolve.nodes.map((each) => [each.id, each]));
  const isMacro = (id) => packages.get(id).targets.some((target) => target.kind.includes("proc-macro"));
  const found = new Set([metadata.resolve.root]);
  for (const id of found) {
    for (const { pkg, dep_kinds } of nodes.get(id).deps) {
      if (dep_kinds.some(({ kind }) => kind === null) && !isMacro(pkg)) found.add(pkg);
    }
  }
  found.delete(metadata.resolve.root);
  // What has no source is our own.
  return [...found].map((id) => packages.get(id)).filter(({ source }) => source).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function notices(packages) {
  const groups = new Map(); // licence and words -> { licence, words, crates }
  const put = (licence, words, crate) => {
    const key = `${licence}\n${words.replace(/\W+/g, " ").toLowerCase()}`;
    if (!groups.has(key)) groups.set(key, { licence, words, crates: [] });
    groups.get(key).crates.push(crate);
  };
  put("MIT", MIT, RUST);
  for (const each of packages) {
    for (const licence of chosen(each)) {
      const { copyright, words } = textFor(each, licence);
      put(licence, words, { name: each.name, version: each.version, copyright });
    }
  }
  const order = [...TEXTS.keys()];
  const rank = ({ licence, words }) => `${order.indexOf(licence)} ${words}`;
  const sorted = [...groups.values()].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  return [
    "What the qualification planner is made of, beside its own code, and under which terms.",
    ...sorted.map(({ licence, words, crates }) => [`==== ${licence} ====`, ...holders(crates), words].join("\n\n")),
  ].join("\n\n") + "\n";
}

/** The licences that apply: of each choice the first of TEXTS. */
function chosen({ name, license }) {
  return license.replaceAll("/", " OR ").split(" AND ").map((choice) => {
    const offered = choice.replace(/[()]/g, "").split(" OR ").map((one) => one.trim());
    const taken = [...TEXTS.keys()].find((one) => offered.includes(one));
    if (!taken) throw new Error(`${name} is under ${license}, which tools/notices.mjs does not know`);
    return taken;
  });
}

function textFor({ name, manifest_path, authors }, licence) {
  const folder = dirname(manifest_path);
  const files = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|unlicense)/i.test(name)).sort();
  for (const file of files) {
    const found = textOf(licence, readFileSync(join(folder, file), "utf8"));
    if (found) return found;
  }
  if (licence !== "MIT") throw new Error(`${name} comes without the words of ${licence}`);
  const names = authors.map((author) => author.replace(/ *<.*>/, "")).join(", ");
  return { copyright: names && `By ${names}`, words: MIT };
}

/** Copyright lines and words, if the text is of that licence. */
function textOf(licence, text) {
  const clean = text.replace(/\r/g, "").replace(/[ \t]+$/gm, "");
  const start = clean.search(TEXTS.get(licence));
  if (start < 0) return undefined;
  const copyright = clean.slice(0, start).split("\n").map((line) => line.trim()).filter((line) => /copyright|©|\(c\)/i.test(line));
  return { copyright: copyright.join("\n"), words: clean.slice(start).trim() };
}

/** Each holder once, with the crates of theirs. */
function holders(crates) {
  const byHolder = new Map();
  for (const { name, version, copyright } of crates) {
    byHolder.set(copyright, [...(byHolder.get(copyright) ?? []), `${name} ${version}`.trim()]);
  }
  return [...byHolder].map(([copyright, names]) => [names.join(", "), copyright].filter(Boolean).join("\n"));
}
