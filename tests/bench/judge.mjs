// Whether a plan is met, in a real page: the engine as WebAssembly beside a check by filter and
// reduce: node tests/bench/judge.mjs WASM. Both have to say the same of every plan.

import { copyFile, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium as playwright } from "playwright-core";
import { chromium } from "../../tools/chromium.mjs";
import { serve } from "../../tools/serve.mjs";

const folder = await mkdtemp(join(tmpdir(), "qp-judge-"));
for (const name of await readdir(process.argv[2])) await copyFile(join(process.argv[2], name), join(folder, name));
const shipped = fileURLToPath(new URL("../../src/catalogue/data/8607.json", import.meta.url));
await copyFile(shipped, join(folder, "8607.json"));
await copyFile(fileURLToPath(new URL("judge-page.js", import.meta.url)), join(folder, "judge-page.js"));
await writeFile(join(folder, "index.html"), '<!doctype html><title>Judge</title><script type="module" src="judge-page.js"></script>');

const server = await serve({ root: folder });
const browser = await playwright.launch({ executablePath: await chromium(), args: ["--no-sandbox"] });
try {
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(error));
  await page.goto(server.url);
  const outcome = await page.locator("output").textContent({ timeout: 120_000 });
  const { plans, differ, plain, quick, whole } = JSON.parse(outcome);
  console.log("\nOne plan of the 62 units of 8607-diploma in a page, nanoseconds\n");
  console.log(`plain JavaScript         ${plain.toFixed(0).padStart(8)}`);
  console.log(`state, WebAssembly       ${quick.toFixed(0).padStart(8)}   ${(plain / quick).toFixed(0)} times as fast`);
  console.log(`assessment, WebAssembly  ${whole.toFixed(0).padStart(8)}   ${(plain / whole).toPrecision(2)} times as fast, with every finding`);
  console.log(`${plans} plans, ${differ} told differently`);
} finally {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true });
}
