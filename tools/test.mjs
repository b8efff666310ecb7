// Every test and check: node tools/test.mjs [checks|native|node|browser|all]
//
// Two lanes at once, as there are two cores at least: what is compiled for this machine in one, the page
// in the other. In each the steps come one by one, and a failure does not stop the rest. `all` adds what
// takes longer than a day's work should wait: see docs/testing.md.
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
const everything = only === "all";
const folder = mkdtempSync(join(tmpdir(), "planner-test-"));

const CORE = "cargo test --no-default-features --features cli";
const LONG = "cargo test --release --no-default-features";
const target = process.env.CARGO_TARGET_DIR ?? "target";
// What a first build keeps for the next one would take a good part of its time.
if (!existsSync(join(target, "debug/incremental"))) process.env.CARGO_INCREMENTAL ??= "0";
if (everything) process.env.QP_ALL = "1";

// name, the parts it belongs to, what set-up must have ready, the command, how it counts its tests
// (a check without), a file that must be there, and whether what it prints is read when all is well.
const native = [
  { name: "formatting", parts: ["checks"], needs: "lints", command: "tools/lint.sh format" },
  {
    name: "the core depends on nothing of a browser's",
    parts: ["checks"],
    command: "tree=$(cargo tree --no-default-features -e normal --prefix none) && ! grep -E '^(leptos|wasm-bindgen|web-sys|js-sys|gloo)' <<<\"$tree\"",
  },
  { name: "docs/hosting.md gives the headers that tools/serve.mjs sends", parts: ["checks"], command: "node tools/check-hosting.mjs" },
  { name: "THIRD-PARTY-NOTICES.txt is up to date", parts: ["checks"], command: "node tools/notices.mjs --check" },
  { name: "native tests", parts: ["native"], command: `${CORE} --no-fail-fast`, count: cargo },
  { name: "node tests", parts: ["node"], needs: "npm", command: "node --test --test-reporter=spec tests/node/*.test.mjs", count: node, file: "tests/node" },
  { name: "clippy, core and tests", parts: ["checks"], needs: "lints", command: "tools/lint.sh native" },
  { name: "clippy, screens", parts: ["checks"], needs: "lints wasm-target", command: "tools/lint.sh browser" },
];
const page = [
  { name: "the release builds", parts: ["checks", "browser"], needs: "wasm-target wasm-bindgen npm rust-src", command: "rm -rf dist && tools/build.sh release dist" },
  { name: "no part of it outgrew size.json", parts: ["checks"], command: "node tools/size.mjs dist", file: "dist" },
  browserTests("browser tests", "", ["browser"]),
];

// It takes a minute to compile and little changes from day to day: everywhere in CI, elsewhere
// where `make deny` has once put it.
if (everything || process.env.CI || (await run(". tools/env.sh && command -v cargo-deny")).code === 0) {
  native.push({ name: "licences, sources and vulnerabilities", parts: ["checks"], needs: "cargo-deny", command: "tools/deny.sh" });
}

const before = [
  { name: "exactness by search, 5,000 plans of each qualification", command: `EXACTNESS_PLANS=5000 ${LONG} --test exactness`, count: cargo },
  { name: "the slow engine and tangled rules, 40,000 cases of each kind", command: `ORACLE_CASES=40000 ${LONG} --test oracle --test tangled`, count: cargo },
  { name: "fuzzing, a minute for each input", command: "tools/fuzz.sh 60" },
  { name: "the tests find mutants", needs: "cargo-mutants", command: "tools/mutants.sh" },
  {
    name: "Trunk builds the same bytes",
    needs: "wasm-target wasm-bindgen npm rust-src trunk",
    command: "tools/build.sh release target/by-trunk trunk && diff -r dist target/by-trunk",
    file: "dist",
  },
  browserTests("endurance: 300 crashes and 300 kills", "QP_RUNS=300", ["all"], "crash.spec kill.spec"),
  { name: "benchmarks", needs: "wasm-target wasm-bindgen npm chromium", command: "tools/bench.sh", isRead: true },
].map((step) => ({ ...step, parts: ["all"] }));

// What cargo says about what went well.
const UNIMPORTANT = /^( *(Compiling|Checking|Downloaded|Running|Finished) .*|test .* \.\.\. ok)\n/gm;

const wanted = (steps) => steps.filter(({ parts }) => !only || everything || parts.includes(only));
const total = { passed: 0, failed: 0 };
// Tools first, and one at a time: two that are added at once would be in each other's way.
const missing = new Set();
const needed = [native, page, everything ? before : []].flatMap(wanted).flatMap(({ needs }) => needs?.split(" ") ?? []);
for (const tool of new Set(needed)) {
  if ((await run(`tools/setup.sh ${tool}`, "inherit")).code !== 0) missing.add(tool);
}
// What this machine has compiled of other people's crates it need not compile again.
const isNew = !existsSync(join(target, "debug"));
const kept = `tests ${target} debug wasm32-unknown-unknown/debug`;
await run(`tools/kept.sh take ${kept}`, "inherit");
// The page takes longer, so what stands beside it gives way.
await Promise.all([lane(native, true), lane(page)]);
if (isNew && !only) await run(`tools/kept.sh keep ${kept}`, "inherit");
if (everything) await lane(before);
rmSync(folder, { recursive: true });
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;

async function lane(steps, nice = false) {
  for (const step of wanted(steps)) {
    const { passed, failed } = await take(step, nice);
    total.passed += passed;
    total.failed += failed;
  }
}

async function take({ name, needs = "", command, count, file, isRead }, nice) {
  if (file && !existsSync(file)) {
    console.log(`not run: ${name} (there is no ${file})`);
    return { passed: 0, failed: 0 };
  }
  if (needs.split(" ").some((tool) => missing.has(tool))) {
    console.log(`FAILED   ${name}: a tool is missing, see above`);
    return { passed: 0, failed: 1 };
  }
  const started = Date.now();
  const { code, output } = await run(nice ? `renice -n 5 $$ >/dev/null; ${command}` : command);
  const result = count ? count(output) : { passed: code === 0 ? 1 : 0, failed: 0 };
  if (code !== 0 && result.failed === 0) result.failed = 1;

  const seconds = Math.round((Date.now() - started) / 1000);
  const counts = count ? `: ${result.passed} passed, ${result.failed} failed` : "";
  console.log(`${result.failed ? "FAILED  " : "ok      "} ${name}${counts} (${seconds} s)`);
  if (result.failed || isRead) console.log(output.replace(UNIMPORTANT, "").trim().replace(/^/gm, "  | "));
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

/** Browser tests as a step; all of them, or those of these files. */
function browserTests(name, environment, parts, files = "") {
  const report = join(folder, `${name.replace(/\W+/g, "-")}.json`);
  return {
    name,
    parts,
    needs: "npm chromium",
    command: `${environment} PLAYWRIGHT_JSON_OUTPUT_FILE=${report} npx --no-install playwright test --config tests/browser/playwright.config.mjs --reporter=dot,json ${files}`,
    file: "dist",
    count() {
      if (!existsSync(report)) return { passed: 0, failed: 0 };
      const { stats } = JSON.parse(readFileSync(report, "utf8"));
      return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
    },
  };
}

function sum(matches, group) {
  return matches.reduce((all, match) => all + Number(match[group]), 0);
}
