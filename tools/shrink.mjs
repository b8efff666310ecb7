// Makes the program and its glue smaller than each tool alone can.
//
// wasm-bindgen exports everything that any crate offers to JavaScript, Leptos's unused byte streams
// among it, and an export keeps its code. So: the glue is tree-shaken down to what embed.js names;
// exports that the glue no longer calls leave the program; imports that the program no longer has
// leave the glue; until nothing moves. Then wasm-opt, and the long names between the two become
// short ones. The parts that are fetched later are optimised one by one; what they call stays, for
// it stands in the program's table of functions.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "acorn";
import { full } from "acorn-walk";
import { build } from "esbuild";
import { EARLY, LATER_STYLES, LOAD, loader, pointsOf, sharedBy } from "./parts.mjs";

// Chosen by bytes after brotli on the whole planner; functions of like names are alike and compress
// better side by side. `--traps-never-happen` would save another percent and make nonsense of every
// panic.
const OPTIMISE = ["-O2", "--flatten", "--rereloop", "-O2", "--reorder-functions-by-name"];
const STRIP = ["--strip-debug", "--strip-producers", "--strip-target-features"];

/**
 * @param program the glue, the first part, the other parts by name, and what each split point loads
 * @param wanted the text of embed.js: what it names, stays
 * @param named writes a part and says under which name
 * @param styles the name of the later styles
 */
export async function shrink({ glue, wasm, parts, loads, sharedWith }, wanted, named, styles) {
  const folder = mkdtempSync(join(tmpdir(), "planner-"));
  try {
    const small = new Map();
    for (const [name, content] of joined(folder, parts, sharedWith)) {
      const file = join(folder, "part.wasm");
      writeFileSync(file, content);
      binaryen("wasm-opt", file, ...FEATURES, ...OPTIMISE, ...STRIP, "-o", file);
      small.set(name, readFileSync(file));
    }
    const shared = sharedBy(small.values());
    const files = new Map([...small].map(([name, content]) => [name, named(name, content)]));

    // What others share with the parts that are fetched before them is there already.
    const needed = (names) => {
      const before = EARLY.slice(0, EARLY.findIndex((part) => names.includes(part)) + 1);
      return [...new Set([...(before.length ? before : EARLY), ...names.filter((name) => files.has(name))])];
    };
    glue = inOneTable(
      glue,
      pointsOf(
        loads.map(([point, names]) => [point, needed(names)]),
        new Map([...files, [LATER_STYLES, styles]]),
      ),
    );
    let parting = loader(shared, styles);
    const exported = await exportsOf(glue, parting);
    const entry = `export { ${exported.filter((name) => namedIn(name, wanted)).join(", ")} } from "glue";`;
    let file = join(folder, "0.wasm");
    writeFileSync(file, wasm);
    for (let round = 1; ; round++) {
      const calls = [...new Set(callsIn(await shake(entry, glue, parting)).map(({ name }) => name))];
      const next = join(folder, `${round}.wasm`);
      const graph = join(folder, "graph.json");
      writeFileSync(graph, JSON.stringify(calls.map((name) => ({ name, export: name, root: true }))));
      binaryen("wasm-metadce", file, `--graph-file=${graph}`, "--debuginfo", "-o", next);
      const left = importsOf(readFileSync(next));
      const unused = entriesIn(glue).filter(({ name }) => !left.has(name));
      file = next;
      if (!unused.length) break;
      glue = edited(glue, unused.map(({ start, end }) => [start, glue[end] === "," ? end + 1 : end, ""]));
    }
    const short = join(folder, "small.wasm");
    binaryen("wasm-opt", file, ...OPTIMISE, "--debuginfo", "-o", short);
    const renamed = JSON.parse(binaryen("wasm-opt", short, ...STRIP, "--minify-imports-and-exports-and-modules", "-o", short));
    const inProgram = new Map(renamed.imports.map(([, from, to]) => [from, to]));
    const inGlue = new Map(renamed.exports);
    const calls = (code) => callsIn(code).map(({ name, start, end }) => [start, end, inGlue.get(name) ?? name]);
    const entries = entriesIn(glue).map(({ name, key }) => [key.start, key.end, inProgram.get(name)]);
    glue = edited(glue, [...calls(glue), ...entries, [...moduleIn(glue), '"a"']]);
    parting = edited(parting, calls(parting));
    wasm = readFileSync(short);
    agree(await shake(entry, glue, parting), entriesIn(glue), wasm);
    return { wasm, glue: await shake(entry, glue, parting, true) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The parts, in which an early one has all that it shares with later ones: one file in place of several. */
function joined(folder, parts, sharedWith) {
  const all = new Map(parts);
  for (const [part, shared] of sharedWith) {
    if (!shared.length) continue;
    all.set(part, merged(folder, [part, ...shared].map((name) => parts.get(name))));
    for (const name of shared) all.delete(name);
  }
  return all;
}

function merged(folder, contents) {
  const files = contents.map((content, index) => {
    const file = join(folder, `merged${index}.wasm`);
    writeFileSync(file, content);
    return file;
  });
  // A module of their name gives each what it imports: so they all import it once, from another name.
  const taken = binaryen("wasm-dis", files[0], ...FEATURES).match(/^ \(import .*$/gm);
  const asked = taken.map((line) => line.replace(/"[^"]*"/, '"program"'));
  const given = taken.map((line) => line.replace(/^ \(import "[^"]*" ("[^"]*") \((\w+).*$/, " (export $1 ($2 0))"));
  const [text, adapter] = ["adapter.wat", "adapter.wasm"].map((name) => join(folder, name));
  const [first] = taken[0].match(/"[^"]*"/);
  writeFileSync(text, `(module\n${[...asked, ...given].join("\n")})`);
  binaryen("wasm-as", text, ...FEATURES, "-o", adapter);
  const modules = files.flatMap((file, index) => [file, `part${index}`]);
  const all = join(folder, "joined.wasm");
  binaryen("wasm-merge", adapter, JSON.parse(first), ...modules, ...FEATURES, "-o", all);
  return readFileSync(all);
}

// What rustc uses for WebAssembly and every browser has that this planner is for.
const FEATURES = ["bulk-memory", "bulk-memory-opt", "call-indirect-overlong", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"].map(
  (name) => `--enable-${name}`,
);

const namedIn = (name, text) => new RegExp(`\\b${name}\\b`).test(text);

async function exportsOf(glue, parting) {
  const { metafile } = await bundle('export * from "glue"; export { default } from "glue";', glue, parting);
  return Object.values(metafile.outputs)[0].exports;
}

const shake = async (...code) => (await bundle(...code)).outputFiles[0].text;

function bundle(entry, glue, parting, minify = false) {
  const modules = { glue, "./parts.js": parting };
  const path = (name) => (name === "./planner.js" ? "glue" : name);
  return build({
    stdin: { contents: entry },
    bundle: true,
    // What would keep every class: each is made known to the browser's own ways of disposal.
    define: { "Symbol.dispose": "undefined" },
    pure: ["FinalizationRegistry"],
    format: "esm",
    legalComments: "none",
    metafile: true,
    minify,
    minifySyntax: true,
    plugins: [
      {
        name: "glue",
        setup(build) {
          build.onResolve({ filter: /^/ }, (asked) => ({ path: path(asked.path), namespace: "glue" }));
          build.onLoad({ filter: /^/, namespace: "glue" }, (asked) => ({ contents: modules[asked.path] }));
        },
      },
    ],
    target: "es2022",
    write: false,
  });
}

const importsOf = (wasm) => new Set(WebAssembly.Module.imports(new WebAssembly.Module(wasm)).map(({ name }) => name));

const syntax = (code) => parse(code, { ecmaVersion: "latest", sourceType: "module" });

/** Where the code names what the program exports: `wasm.name`. */
function callsIn(code) {
  const found = [];
  full(syntax(code), ({ type, object, property, computed }) => {
    if (type === "MemberExpression" && !computed && object.name === "wasm") found.push(property);
  });
  return found;
}

/** What the program imports, by the name of the module: `return { __proto__: null, "…": import0, … }`. */
function tablesIn(glue) {
  const start = syntax(glue).body.find(({ id }) => id?.name === "__wbg_get_imports").body.body;
  const given = start.find(({ type }) => type === "ReturnStatement").argument.properties.filter(({ key }) => key.name !== "__proto__");
  const [table] = start[0].declarations;
  return { given, table: table.init };
}

const moduleIn = (glue) => {
  const [{ key }] = tablesIn(glue).given;
  return [key.start, key.end];
};

/** The entries of the table that the glue gives the program. */
function entriesIn(glue) {
  const entries = tablesIn(glue).table.properties.filter(({ key }) => key.name !== "__proto__");
  return entries.map(({ key, start, end }) => ({ name: key.name, key, start, end }));
}

/** The functions that load parts, which the glue would take from a module of their own, in its own table. */
function inOneTable(glue, points) {
  const imports = syntax(glue).body.filter(({ type, source }) => type === "ImportDeclaration" && source.value === "./parts.js");
  const { given, table } = tablesIn(glue);
  const first = given.at(0);
  const last = given.at(-1);
  const at = table.properties[0].start;
  return edited(glue, [
    ...imports.map(({ start, end }, index) => [start, end, index ? "" : `import { ${LOAD} } from "./parts.js";`]),
    [first.end, last.end, ""],
    [at, at, points.map(([name, code]) => `${name}: ${code},\n`).join("")],
  ]);
}

/** The code with other texts in these places. */
function edited(code, edits) {
  let text = code;
  for (const [start, end, to] of edits.sort(([one], [other]) => other - one)) text = text.slice(0, start) + to + text.slice(end);
  return text;
}

/** The glue gives every import that the program has, and calls only what it exports. */
function agree(glue, entries, wasm) {
  const module = new WebAssembly.Module(wasm);
  const exported = new Set(WebAssembly.Module.exports(module).map(({ name }) => name));
  for (const { name } of callsIn(glue)) {
    if (!exported.has(name)) throw new Error(`the glue calls ${name}, which the program lost`);
  }
  const given = new Set(entries.map(({ name }) => name));
  for (const { name } of WebAssembly.Module.imports(module)) {
    if (!given.has(name)) throw new Error(`the program asks for ${name}, which the glue lost`);
  }
}

function binaryen(tool, ...args) {
  const path = new URL(`../node_modules/.bin/${tool}`, import.meta.url).pathname;
  // Binaryen is WebAssembly here. To compile what it calls often once more, and better, takes longer than it saves in the
  // few seconds that it runs.
  return execFileSync(process.execPath, ["--liftoff-only", path, ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], maxBuffer: 1 << 26 });
}
