// The last step of every build: node tools/finish.mjs FOLDER quick|release
//
// FOLDER holds the program and its glue as wasm-bindgen leaves them; after this it holds the site.
// Trunk calls this as a hook and says where and how in its environment.
//
// Names with a hash can be cached for ever; pages and embed.js keep their names and point to them. All
// addresses are relative, so any base path works. What the pages show before the program is there is made
// by the crate itself (src/pages), as its words are there.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { AHEAD, EARLY, LATER_STYLES, loader, pointsOf, readParts, sharedBy, STYLES } from "./parts.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const [folder = process.env.TRUNK_STAGING_DIR, kind = process.env.TRUNK_PROFILE] = process.argv.slice(2);
const release = kind === "release";
// A quick build needs neither: `make run` works before any npm package is there.
const { transform } = release ? await import("esbuild") : {};
const { shrink } = release ? await import("./shrink.mjs") : {};

// Trunk takes from wasm-bindgen's folder what it knows, and parts are not among that.
const trunks = join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "wasm-bindgen", kind);
const made = process.env.TRUNK_STAGING_DIR ? trunks : folder;
const host = source("src/embed/host.js");
const program = {
  // The module that fetches the parts needs what the program exports. The second copy comes with the program,
  // so that a page never has one without the other; and so does what the element is in a page of another's.
  glue: [
    readFileSync(join(folder, "qualification-planner.js"), "utf8"),
    `export { wasm };\nexport { ${AHEAD}, ${STYLES} } from "./parts.js";`,
    source("src/app/second_copy.js"),
    host,
  ].join("\n"),
  wasm: readFileSync(join(folder, "qualification-planner_bg.wasm")),
  ...readParts(made),
};
// From here the folder holds what is written below and nothing else.
for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });

const element = source("src/embed/element.js");
const writePart = (name, content) => writeHashed(`-${name}`, "wasm", content);
const [css, laterCss] = await Promise.all([
  writeStyles("", ["tokens.css", "base.css", "layout.css", ...stylesIn("parts"), "print.css"]),
  writeStyles(`-${LATER_STYLES}`, stylesIn("later")),
]);
const { glue, wasm } = release ? await shrink(program, element, writePart, laterCss) : quick(program);
const names = {
  glue: release ? writeHashed("", "js", glue) : write("planner.js", glue),
  // What is looked at first comes first.
  parts: [writeHashed("", "wasm", wasm), ...EARLY.flatMap((part) => (part === "rest" ? [laterCss, written(part)] : written(part)))],
  css,
};
write("embed.js", await minified("js", complete(element)));
const template = source("index.html");
for (const { file, head, body } of staticPages()) write(file, page(head, body));
write("licences.txt", source("THIRD-PARTY-NOTICES.txt"));
if (release) readdirSync(folder).forEach(compress);

function source(path) {
  return readFileSync(join(root, path), "utf8");
}

function write(name, content) {
  writeFileSync(join(folder, name), content);
  return name;
}

function writeHashed(part, extension, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 8);
  return write(`planner${part}-${hash}.${extension}`, content);
}

/** The file of a part. */
function written(part) {
  return readdirSync(folder).find((name) => new RegExp(`^planner-${part}-[0-9a-f]{8}\\.wasm$`).test(name));
}

/** The same parts without any optimisation; the module that fetches them stays one of its own. */
function quick({ glue, wasm, parts, loads }) {
  const files = new Map([...parts].map(([name, content]) => [name, writePart(name, content)]));
  files.set(LATER_STYLES, laterCss);
  const points = pointsOf(loads, files).map(([name, code]) => `export const ${name} = ${code};\n`);
  write("parts.js", loader(sharedBy(parts.values()), laterCss) + points.join(""));
  return { glue, wasm };
}

async function minified(loader, code) {
  if (!release) return code;
  return (await transform(code, { legalComments: "none", loader, minify: true, target: "es2022" })).code;
}

/** The files of a folder of `style`. */
function stylesIn(folder) {
  return readdirSync(join(root, "style", folder)).sort().map((name) => `${folder}/${name}`);
}

async function writeStyles(part, names) {
  return writeHashed(part, "css", await minified("css", names.map((name) => source(`style/${name}`)).join("\n")));
}

/** The element with the names of this build's files, and with the sentences that it says. */
function complete(element) {
  const words = JSON.parse(source("src/wording/element.json"));
  const given = { FILES: names, WORDS: words };
  const told = element.replace(/\/\* build:start \*\/[^]*\/\* build:end \*\//, () =>
    Object.entries(given).map(([name, value]) => `const ${name} = ${JSON.stringify(value)};`).join("\n"),
  );
  for (const [name, value] of Object.entries(given)) {
    const used = [...(told + host).matchAll(new RegExp(`\\b${name}\\.(\\w+)`, "g"))].map(([, key]) => key).sort();
    const there = Object.keys(value).sort();
    if ([...new Set(used)].join() !== there.join()) throw new Error(`src/embed uses ${used} of ${name}, and there is ${there}`);
  }
  return told;
}

/** What each page shows before the program is there. */
function staticPages() {
  // What the compiler is told for the program in the browser is not for this one, which is there in seconds.
  const isOfProgram = /^(RUSTC_BOOTSTRAP|CARGO_ENCODED_RUSTFLAGS|CARGO_UNSTABLE_\w+|CARGO_PROFILE_\w+)$/;
  const others = Object.entries(process.env).filter(([name]) => !isOfProgram.test(name));
  const env = { ...Object.fromEntries(others), CARGO_PROFILE_DEV_DEBUG: "0" };
  const made = ["run", "--quiet", "--no-default-features", "--bin", "static-pages"];
  return JSON.parse(execFileSync("cargo", made, { cwd: root, encoding: "utf8", env, maxBuffer: 2 ** 26 }));
}

/** A page, told to fetch everything at once and not one after the other. */
function page(head, body) {
  const fetched = [
    `<link rel="stylesheet" href="${names.css}">`,
    '<script type="module" src="embed.js"></script>',
    `<link rel="modulepreload" href="${names.glue}">`,
    `<link rel="preload" as="fetch" type="application/wasm" crossorigin="anonymous" href="${names.parts[0]}">`,
  ];
  let html = template.replace(/<link\b[^>]*\bdata-trunk\b[^>]*>/g, "");
  for (const [place, text] of Object.entries({ page: head, head: fetched.join("\n    "), planner: body })) {
    const marker = `<!-- build:${place} -->`;
    if (!html.includes(marker)) throw new Error(`index.html has no ${marker}`);
    html = html.replace(marker, () => text);
  }
  return html.replace(/<!--[^]*?-->/g, "").replace(/^\s*\n/gm, "");
}

/** For servers that send a file's compressed neighbour. Not worth a second file below 200 bytes. */
function compress(name) {
  const content = readFileSync(join(folder, name));
  if (content.length <= 200) return;
  write(`${name}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }));
  write(`${name}.gz`, gzipSync(content, { level: 9 }));
}
