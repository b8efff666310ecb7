// What each shipped file weighs after brotli, and the gate that size.json sets:
// node tools/size.mjs FOLDER [--accept]
//
// size.json holds what was decided. A part may grow by 1 % or 200 bytes, whichever is more, before
// somebody has to decide again with --accept, which writes the file anew for the commit to show.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

// The most that a first visit may weigh until a unit can be ticked and the total answers. It was 90 KB until the new
// screens, which are written with the views and signals of Leptos.
const MOST_FIRST = 110 * 1024;
// The most that the element may weigh, which every page fetches that has one, whether it is seen or not.
const MOST_ELEMENT = 3000;
// The most that the part may weigh which is fetched right after the first screen.
const MOST_NEXT = 110 * 1024;
// The most that a page may weigh: its text is there before anything else, and reads well by itself.
const MOST_PAGE = 6 * 1024;
// What a first visit fetches beside a page before a unit can be ticked. The rest is fetched when asked for.
const FIRST_USE = ["embed.js", "planner.js", "planner.wasm", "planner.css"];

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = process.argv[2];
const decidedFile = join(root, "size.json");
const recipe = readFileSync(join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "recipe"), "utf8").trim();

const parts = readdirSync(folder)
  .filter((name) => ![".br", ".gz"].includes(extname(name)))
  .map((name) => {
    const content = readFileSync(join(folder, name));
    // Node's brotli is at its highest level unless told otherwise.
    return { name: name.replace(/-[0-9a-f]{8}(?=\.)/, ""), raw: content.length, brotli: brotliCompressSync(content).length };
  });
const pages = parts.filter(({ name }) => name.endsWith(".html")).sort((one, other) => other.brotli - one.brotli);
// A visit begins with one page, and it may be the heaviest.
const first = [pages[0], ...FIRST_USE.map((name) => parts.find((part) => part.name === name))];
const then = ["next.wasm", "summary.wasm", "later.css", "rest.wasm"].map((file) => parts.find(({ name }) => name === `planner-${file}`));
const [next] = then;
const later = parts.filter((part) => ![...then, ...first, ...pages].includes(part));

if (process.argv.includes("--accept")) {
  const brotli = Object.fromEntries([...new Set([...first, ...pages, ...then, ...later])].map((part) => [part.name, part.brotli]));
  writeFileSync(decidedFile, `${JSON.stringify({ recipe, brotli }, null, 2)}\n`);
}
const decided = JSON.parse(readFileSync(decidedFile, "utf8"));

const total = (list, key) => list.reduce((sum, part) => sum + part[key], 0);
const row = (name, raw, brotli, note = "") =>
  console.log(`${name.padEnd(24)}${raw.padStart(10)}${brotli.padStart(10)}  ${note}`.trimEnd());
const show = ({ name, raw, brotli }) => {
  const change = brotli - (decided.brotli[name] ?? 0);
  row(name, raw.toLocaleString("en"), brotli.toLocaleString("en"), change ? `${change > 0 ? "+" : ""}${change}` : "");
};

row("", "bytes", "brotli", "since decided");
first.forEach(show);
const sum = total(first, "brotli");
const left = MOST_FIRST - sum;
row(
  "first use",
  total(first, "raw").toLocaleString("en"),
  sum.toLocaleString("en"),
  `${(sum / 1024).toFixed(1)} KB of ${MOST_FIRST / 1024} KB: ${Math.abs(left).toLocaleString("en")} bytes ${left < 0 ? "over" : "left"}`,
);
console.log("\nother pages, of which a first visit may be one in place of that");
pages.slice(1).forEach(show);
console.log("\nfetched right after the first screen");
then.forEach(show);
console.log("\nfetched when asked for");
later.forEach(show);
console.log();
row("all files", total(parts, "raw").toLocaleString("en"), total(parts, "brotli").toLocaleString("en"));
console.log(`\nBuilt by the recipe: ${recipe}.`);

const [nameOf, rustOf] = [0, 1].map((index) => [recipe, decided.recipe].map((text) => text.split(", ")[index]));
if (nameOf[0] !== nameOf[1]) {
  console.log(`Not judged: size.json was decided with the ${nameOf[1]} recipe (see tools/build.sh).`);
} else {
  if (rustOf[0] !== rustOf[1]) console.log(`size.json was decided with ${rustOf[1]}, which may differ a little.`);
  const grown = parts.filter(({ name, brotli }) => {
    const before = decided.brotli[name] ?? 0;
    return brotli > before + Math.max(200, before / 100);
  });
  for (const { name, brotli } of grown) {
    console.error(`${name} grew from ${decided.brotli[name] ?? 0} to ${brotli} bytes. To decide so: make size ACCEPT=1`);
  }
  const limits = [
    ["a first visit", sum, MOST_FIRST],
    ["embed.js", first.find(({ name }) => name === "embed.js").brotli, MOST_ELEMENT],
    [next.name, next.brotli, MOST_NEXT],
    [pages[0].name, pages[0].brotli, MOST_PAGE],
  ];
  const tooLarge = limits.filter(([, weight, most]) => weight > most);
  for (const [what, weight, most] of tooLarge) {
    console.error(`${what} weighs ${weight} bytes, and may weigh ${most}: something has to move to a later part.`);
  }
  process.exitCode = grown.length || tooLarge.length ? 1 : 0;
}
