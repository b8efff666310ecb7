// Every test and check, cheap ones first; a failure does not stop the rest:
// node tools/test.mjs [checks|native|node|browser]
//
// A check counts as one. The last line sums up: `N passed, N failed`. A runner that ends badly
// without naming a failed test counts as one failed; so does a tool that set-up cannot get.

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const only = process.argv[2];
const folder = mkdtempSync(join(tmpdir(), "planner-test-"));
const playwrightReport = join(folder, "playwright.json");

// name, the parts it belongs to, what set-up must have ready, the command, how it counts its tests
// (a check without), and a file that must be there.
const steps = [
  { name: "formatting", parts: ["checks"], needs: "lints", command: "tools/lint.sh format" },
  {
    name: "the core depends on nothing of a browser's",
    parts: ["checks"],
    command: "tree=$(cargo tree --no-default-features -e normal --prefix none) && ! grep -E '^(leptos|wasm-bindgen|web-sys|js-sys|gloo)' <<<\"$tree\"",
  },
  { name: "docs/hosting.md gives the headers that tools/serve.mjs sends", parts: ["checks"], command: "node tools/check-hosting.mjs" },
  { name: "THIRD-PARTY-NOTICES.txt is up to date", parts: ["checks"], command: "node tools/notices.mjs --check" },
  { name: "native tests", parts: ["native"], command: "cargo test --no-default-features --features cli --no-fail-fast", count: cargo },
  { name: "clippy, core and tests", parts: ["checks"], needs: "lints", command: "tools/lint.sh native" },
  { name: "clippy, screens", parts: ["checks"], needs: "lints wasm-target", command: "tools/lint.sh browser" },
  { name: "node tests", parts: ["node"], needs: "npm", command: "node --test --test-reporter=spec tests/node/*.test.mjs", count: node, file: "tests/node" },
  { name: "the release builds", parts: ["checks", "browser"], needs: "wasm-target wasm-bindgen npm rust-src", command: "rm -rf dist && tools/build.sh release dist" },
  { name: "no part of it outgrew size.json", parts: ["checks"], command: "node tools/size.mjs dist", file: "dist" },
  {
    name: "browser tests",
    parts: ["browser"],
    needs: "npm chromium",
    command: `PLAYWRIGHT_JSON_OUTPUT_FILE=${playwrightReport} npx --no-install playwright test --config tests/browser/playwright.config.mjs --reporter=dot,json`,
    count: playwright,
    file: "tests/browser/playwright.config.mjs",
  },
  {
    name: "Trunk builds the same bytes",
    parts: ["checks"],
    needs: "wasm-target wasm-bindgen npm rust-src trunk",
    command: "tools/build.sh release target/by-trunk trunk && diff -r dist target/by-trunk",
    file: "dist",
  },
];

// It takes a minute to compile and little changes from day to day: everywhere in CI, elsewhere
// where `make deny` has once put it.
if (process.env.CI || (await run(". tools/env.sh && command -v cargo-deny")).code === 0) {
  steps.push({ name: "licences, sources and vulnerabilities", parts: ["checks"], needs: "cargo-deny", command: "tools/deny.sh" });
}

// What cargo says about what went well.
const UNIMPORTANT = /^( *(Compiling|Checking|Downloaded|Running|Finished) .*|test .* \.\.\. ok)\n/gm;

const total = { passed: 0, failed: 0 };
for (const step of steps.filter(({ parts }) => !only || parts.includes(only))) {
  const { passed, failed } = await take(step);
  total.passed += passed;
  total.failed += failed;
}
rmSync(folder, { recursive: true });
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;

async function take({ name, needs, command, count, file }) {
  if (file && !existsSync(file)) {
    console.log(`not run: ${name} (there is no ${file})`);
    return { passed: 0, failed: 0 };
  }
  if (needs && (await run(`tools/setup.sh ${needs}`, "inherit")).code !== 0) {
    console.log(`FAILED   ${name}: a tool is missing, see above`);
    return { passed: 0, failed: 1 };
  }
  const started = Date.now();
  const { code, output } = await run(command);
  const result = count ? count(output) : { passed: code === 0 ? 1 : 0, failed: 0 };
  if (code !== 0 && result.failed === 0) result.failed = 1;

  const seconds = Math.round((Date.now() - started) / 1000);
  const counts = count ? `: ${result.passed} passed, ${result.failed} failed` : "";
  console.log(`${result.failed ? "FAILED  " : "ok      "} ${name}${counts} (${seconds} s)`);
  if (result.failed) console.log(output.replace(UNIMPORTANT, "").trim().replace(/^/gm, "  | "));
  return result;
}

/** Runs a line of bash; what it prints is kept, or goes to the reader at once with `inherit`. */
function run(command, stdio = "pipe") {
  return new Promise((done) => {
    const child = spawn("bash", ["-c", command], { stdio: ["ignore", stdio, stdio] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (text) => (output += text));
    child.on("close", (code) => done({ code, output }));
  });
}

function cargo(output) {
  const sums = [...output.matchAll(/^test result: \w+\. (\d+) passed; (\d+) failed/gm)];
  // A program of tests that crashes is named as failed, but has no result.
  const named = output.match(/^error: (doc)?test failed, to rerun/gm) ?? [];
  const told = output.match(/^test result: FAILED/gm) ?? [];
  return { passed: sum(sums, 1), failed: sum(sums, 2) + named.length - told.length };
}

function node(output) {
  const count = (what) => sum([...output.matchAll(new RegExp(`^\\S+ ${what} (\\d+)$`, "gm"))], 1);
  return { passed: count("pass"), failed: count("fail") + count("cancelled") };
}

function playwright() {
  if (!existsSync(playwrightReport)) return { passed: 0, failed: 0 };
  const { stats } = JSON.parse(readFileSync(playwrightReport, "utf8"));
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
}

function sum(matches, group) {
  return matches.reduce((all, match) => all + Number(match[group]), 0);
}
