// docs/hosting.md and the page itself say the same about headers as the server here sends.

import { readFileSync } from "node:fs";
import { CACHING, HEADERS, SHARED } from "./serve.mjs";

const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const guide = read("docs/hosting.md");
const problems = [];

for (const [name, value] of Object.entries({ ...HEADERS, ...SHARED })) {
  if (!guide.includes(name) || !guide.includes(value)) problems.push(`docs/hosting.md does not give ${name}: ${value}`);
}
for (const value of Object.values(CACHING)) {
  if (!guide.includes(value)) problems.push(`docs/hosting.md does not give Cache-Control: ${value}`);
}

// A page cannot say in itself who may frame it; all else stands in both.
const policy = HEADERS["Content-Security-Policy"].replace(/; frame-ancestors [^;]*/, "");
if (!read("index.html").includes(`content="${policy}"`)) problems.push(`index.html does not carry the policy ${policy}`);

for (const problem of problems) console.error(problem);
process.exitCode = problems.length ? 1 : 0;
