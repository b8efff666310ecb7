// The servers that the tests talk to. Each port is an origin of its own.
//
//   site    the planner at /
//   based   the planner at /planner/
//   host    pages of somebody else, under the strictest policy that still lets the planner in
//   reader  the same pages, allowed to read files of their own too

import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "../../../tools/serve.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** What a reader of the examples puts their own address in place of. */
const PLACEHOLDER = "https://planner.example/";

export default async function setup() {
  const site = process.env.QP_SITE ?? join(root, "dist");
  if (!existsSync(join(site, "embed.js"))) throw new Error(`there is no built site in ${site}: run \`make build\` first`);

  const servers = { site: await serve({ root: site }), based: await serve({ root: site, base: "/planner/" }) };
  const pages = hostPages(servers.site.url);
  const planner = new URL(servers.site.url).origin;
  servers.host = await serve({ root: pages, headers: { "Content-Security-Policy": policy(planner) } });
  servers.reader = await serve({ root: pages, headers: { "Content-Security-Policy": policy(planner, "'self'") } });

  const addresses = Object.entries(servers).map(([name, server]) => [name, server.url]);
  process.env.QP_TEST_SERVERS = JSON.stringify(Object.fromEntries(addresses));
  return async () => {
    await Promise.all(Object.values(servers).map((server) => server.close()));
    rmSync(pages, { recursive: true });
  };
}

function policy(planner, files = "") {
  return [
    "default-src 'none'",
    `script-src ${planner} 'wasm-unsafe-eval'`,
    `connect-src ${planner} ${files}`.trim(),
    "style-src 'self'",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** The examples, the pages of hosts/ and the test catalogues, with the planner's real address in them. */
function hostPages(planner) {
  const folder = mkdtempSync(join(tmpdir(), "planner-hosts-"));
  cpSync(join(root, "examples"), join(folder, "examples"), { recursive: true });
  cpSync(join(root, "tests/browser/hosts"), join(folder, "hosts"), { recursive: true });
  cpSync(join(root, "tests/catalogues"), join(folder, "catalogues"), { recursive: true });
  for (const path of readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".html"))) {
    const page = readFileSync(join(folder, path), "utf8");
    if (!page.includes(PLACEHOLDER)) throw new Error(`${path} does not load the planner from ${PLACEHOLDER}`);
    writeFileSync(join(folder, path), page.replaceAll(PLACEHOLDER, planner));
  }
  return folder;
}
