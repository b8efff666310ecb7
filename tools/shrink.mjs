// Makes the program and its glue smaller than each tool alone can.
//
// wasm-bindgen exports everything that any crate offers to JavaScript, Leptos's unused byte streams
// among it, and an export keeps its code. So: the glue is tree-shaken down to what embed.js names;
// exports that the glue no longer calls leave the program; imports that the program no longer has
// leave the glue; until nothing moves. Then wasm-opt, and the long names between the two become
// short ones. A regular expression that no longer fits what wasm-bindgen writes ends in an error
// here (see `agree`), never in a page that fails.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

// Chosen by bytes after brotli on the whole planner; functions of like names are alike and compress
// better side by side. `--traps-never-happen` would save another percent and make nonsense of every
// panic.
const OPTIMISE = ["-O2", "--flatten", "--rereloop", "-O2", "--reorder-functions-by-name"];
const FINISH = ["--strip-debug", "--strip-producers", "--strip-target-features", "--minify-imports-and-exports-and-modules"];

/** @param wanted the text of embed.js: what it names, stays. */
export async function shrink(glue, wasm, wanted) {
  const folder = mkdtempSync(join(tmpdir(), "planner-"));
  try {
    glue = forShaking(glue);
    const entry = `export { ${exportsOf(glue).filter((name) => namedIn(name, wanted)).join(", ")} } from "glue";`;
    let file = join(folder, "0.wasm");
    writeFileSync(file, wasm);
    for (let round = 1; ; round++) {
      const calls = calledBy(await shake(entry, glue));
      const next = join(folder, `${round}.wasm`);
      const graph = join(folder, "graph.json");
      writeFileSync(graph, JSON.stringify([...calls].map((name) => ({ name, export: name, root: true }))));
      binaryen("wasm-metadce", file, `--graph-file=${graph}`, "--debuginfo", "-o", next);
      const less = withoutUnused(glue, importsOf(readFileSync(next)));
      file = next;
      if (less === glue) break;
      glue = less;
    }
    const small = join(folder, "small.wasm");
    binaryen("wasm-opt", file, ...OPTIMISE, "--debuginfo", "-o", small);
    const renamed = binaryen("wasm-opt", small, ...FINISH, "-o", small);
    glue = rename(glue, JSON.parse(renamed));
    wasm = readFileSync(small);
    agree(await shake(entry, glue), wasm);
    return { wasm, glue: await shake(entry, glue, true) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function forShaking(glue) {
  return glue
    .replace(/^if \(Symbol\.dispose\).*\n/gm, "") // would keep every class
    .replaceAll("new FinalizationRegistry", "/* @__PURE__ */ new FinalizationRegistry")
    .replace(/^ {4}if \(module_or_path === undefined\) \{\n.*\n {4}\}\n/m, ""); // embed.js gives the address
}

function exportsOf(glue) {
  const declared = [...glue.matchAll(/^export (?:class|function) (\w+)/gm)].map((match) => match[1]);
  return ["default", ...declared];
}

const namedIn = (name, text) => new RegExp(`\\b${name}\\b`).test(text);

async function shake(entry, glue, minify = false) {
  const result = await build({
    stdin: { contents: entry },
    bundle: true,
    format: "esm",
    legalComments: "none",
    minify,
    plugins: [
      {
        name: "glue",
        setup(build) {
          build.onResolve({ filter: /^glue$/ }, () => ({ path: "glue", namespace: "glue" }));
          build.onLoad({ filter: /^/, namespace: "glue" }, () => ({ contents: glue }));
        },
      },
    ],
    target: "es2022",
    write: false,
  });
  return result.outputFiles[0].text;
}

const calledBy = (glue) => new Set([...glue.matchAll(/\bwasm\.([\w$]+)/g)].map((match) => match[1]));
const importsOf = (wasm) => new Set(WebAssembly.Module.imports(new WebAssembly.Module(wasm)).map(({ name }) => name));

// One entry of the table of imports: a function of several lines, or something on a single line.
const ENTRY = /^ {8}(__wb\w+): (?:function\b[^]*?^ {8}\}(?:, arguments\); \})?|[^\n{]*),\n/gm;

const withoutUnused = (glue, imports) => glue.replace(ENTRY, (entry, name) => (imports.has(name) ? entry : ""));

function rename(glue, { imports, exports }) {
  const inProgram = new Map(imports.map(([, from, to]) => [from, to]));
  const inGlue = new Map(exports);
  const module = imports[0]?.[0];
  return glue
    .replace(ENTRY, (entry, name) => entry.replace(name, () => inProgram.get(name)))
    .replace(/\bwasm\.(\w+)/g, (call, name) => `wasm.${inGlue.get(name) ?? name}`)
    .replaceAll(`"${module}"`, '"a"');
}

/** The glue gives every import that the program has, and calls only what the program exports. */
function agree(glue, wasm) {
  const module = new WebAssembly.Module(wasm);
  const exported = new Set(WebAssembly.Module.exports(module).map(({ name }) => name));
  for (const name of calledBy(glue)) {
    if (!exported.has(name)) throw new Error(`the glue calls ${name}, which the program lost`);
  }
  for (const { name } of WebAssembly.Module.imports(module)) {
    if (!new RegExp(`^ {4}${name.replaceAll("$", "\\$")}: `, "m").test(glue)) {
      throw new Error(`the program asks for ${name}, which the glue lost`);
    }
  }
}

function binaryen(tool, ...args) {
  const path = new URL(`../node_modules/.bin/${tool}`, import.meta.url).pathname;
  return execFileSync(path, args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], maxBuffer: 1 << 26 });
}
