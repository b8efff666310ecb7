// How soon the page is of use, when it says how the plan stands, and how long a tick takes:
// node tests/bench/tick.mjs [FOLDER [BEFORE]]
//
// FOLDER is a release build (dist), BEFORE one of the planner as it was when its program was one file
// (tools/bench.sh makes it). Beside them stand the pages of pages.mjs, with the same 62 units. All are
// loaded and ticked in turn, each run in a fresh browser context, and medians are printed.
//
// The ratios below the tables are those of the pairs of runs that follow one upon the other, at their middle. One is a
// promise: the state of the plan is shown no later than by BEFORE. Above that this fails.

import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { chromium as playwright } from "playwright-core";
import { chromium } from "../../tools/chromium.mjs";
import { serve } from "../../tools/serve.mjs";
import { median } from "./engine.mjs";
import { byHand, plain, react } from "./pages.mjs";
import { SLOW_4G, TICKS, run } from "./run.mjs";

const RUNS = Number(process.env.RUNS ?? 15);
const LIMIT = 1;
const CONDITIONS = [
  {
    name: "slow 4G, 4 x slower CPU",
    line: SLOW_4G,
    slowerCpu: 4,
  },
  { name: "this computer as it is", slowerCpu: 1 },
];

const [dist = "dist", before] = process.argv.slice(2);
if (!existsSync(join(dist, "index.html"))) {
  console.error(`There is no page in ${dist}: make build first.`);
  process.exit(1);
}

const made = [await byHand(dist), await plain(), await react()];
const planner = { hash: "#/8607-diploma", boxes: ".qp-unit input[type=checkbox][id]", state: "#qp-state .qp-mark-place", total: ".qp-my-total" };
const pages = [
  { name: "planner", folder: dist, ...planner },
  ...(before ? [{ name: "one file", folder: before, ...planner, state: ".qp-state > *", total: ".qp-total-number" }] : []),
  { name: "by hand", folder: made[0], boxes: ".qp-unit input", state: "#state:not(:empty)", total: "#total" },
  { name: "plain", folder: made[1], boxes: "li input", state: "aside li", total: "#total" },
  { name: "React", folder: made[2], boxes: "li input", state: "aside li", total: "aside" },
];

function table(title, results) {
  const row = (name, cells) => console.log(name.padEnd(38) + cells.map((cell) => cell.padStart(10)).join(""));
  console.log(`\n${title}`);
  row("median", pages.map(({ name }) => name));
  for (const name of Object.keys(results[0][0])) {
    const digits = name.endsWith("bytes") ? 0 : 1;
    row(name, results.map((runs) => median(runs.map((run) => run[name])).toFixed(digits)));
  }
}

const servers = [];
for (const page of pages) {
  servers.push(await serve({ root: page.folder }));
  page.url = servers.at(-1).url + (page.hash ?? "");
}
const browser = await playwright.launch({ executablePath: await chromium(), args: ["--no-sandbox"] });
try {
  for (const condition of CONDITIONS) {
    const results = pages.map(() => []);
    for (let number = 0; number < RUNS; number++) {
      // In turn, and in the other direction every second time.
      const turn = [...pages.keys()];
      for (const at of number % 2 ? turn.reverse() : turn) results[at].push(await run(browser, pages[at], condition));
    }
    table(`Cold start and ${TICKS} ticks, ${condition.name}, ${RUNS} runs`, results);
    const ratio = (of, name, to, limit) => {
      const [these, those] = [of, to].map((name) => results[pages.findIndex((page) => page.name === name)]);
      const pairs = these.map((run, at) => run[name] / those[at][name]);
      console.log(`${name.replace(/, ms$/, "")}, ${of} against ${to}: ratio ${median(pairs).toFixed(2)} (goal ${limit})`);
      return median(pairs);
    };
    ratio("planner", "a unit can be ticked, ms", "React", 1.15);
    ratio("planner", "tick to next paint, ms", "plain", 1.1);
    ratio("planner", "tick to next paint, ms", "by hand", 1.1);
    if (before && ratio("planner", "the state is shown, ms", "one file", LIMIT) > LIMIT) process.exitCode = 1;
  }
} finally {
  await browser.close();
  for (const server of servers) await server.close();
  for (const folder of made) await rm(folder, { recursive: true });
}
