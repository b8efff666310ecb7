// Serves a built folder, and from a second origin examples/embed.html with that address in it:
// node tools/example.mjs FOLDER

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "./serve.mjs";

const examples = fileURLToPath(new URL("../examples", import.meta.url));
const planner = await serve({ root: process.argv[2] });
const origin = new URL(planner.url).origin;

const folder = mkdtempSync(join(tmpdir(), "planner-example-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit());
cpSync(examples, folder, { recursive: true });
const page = join(folder, "embed.html");
writeFileSync(page, readFileSync(page, "utf8").replaceAll("https://planner.example", origin));

const policy = `default-src 'none'; script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}; style-src 'self'; img-src data:`;
const host = await serve({ root: folder, headers: { "Content-Security-Policy": policy } });
console.log(`A page of another site: ${host.url}embed.html`);
console.log(`The planner it embeds:  ${planner.url}`);
