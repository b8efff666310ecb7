// Whether a tick takes longer where there are many units: node tests/bench/many.mjs [FOLDER]
//
// FOLDER is a release build (dist). Two made-up qualifications, of 70 and of 5,000 units, are opened as files and ticked
// in turn on a slowed-down processor; the ratio is that of the pairs of runs, at their middle.

import { chromium as playwright } from "playwright-core";
import { chromium } from "../../tools/chromium.mjs";
import { serve } from "../../tools/serve.mjs";
import { catalogue, instance } from "./instances.mjs";
import { median } from "./engine.mjs";
import { run } from "./run.mjs";

const RUNS = Number(process.env.RUNS ?? 7);
const GOAL = 1.25;
const SIZES = [70, 5_000];
const TICK = "tick to next paint, ms";
const server = await serve({ root: process.argv[2] ?? "dist" });
const browser = await playwright.launch({ executablePath: await chromium(), args: ["--no-sandbox"] });

/** The page of a qualification with so many units, whose file the reader opens before. */
function pageOf(size) {
  const text = JSON.stringify(catalogue(instance("ordinary", size, 1)));
  const file = { name: "many.json", mimeType: "application/json", buffer: Buffer.from(text) };
  const prepare = async (page) => {
    await page.goto(server.url);
    await page.getByRole("button", { name: "Open a file" }).click();
    await page.locator("input[type=file]").setInputFiles(file);
    await page.getByRole("button", { name: "See all qualifications" }).click();
    await page.goto("about:blank");
  };
  const id = JSON.parse(text).qualifications[0].id;
  const boxes = ".qp-unit input[type=checkbox][id]";
  return { url: `${server.url}#/${id}`, boxes, state: "#qp-state .qp-mark-place", total: ".qp-my-total", prepare };
}

try {
  const pages = SIZES.map(pageOf);
  const times = pages.map(() => []);
  for (let number = 0; number < RUNS; number++) {
    const turn = [...pages.keys()];
    for (const at of number % 2 ? turn.reverse() : turn) times[at].push((await run(browser, pages[at], { slowerCpu: 4 }))[TICK]);
  }
  console.log(`\nTicks among many units, 4 x slower CPU, ${RUNS} runs`);
  for (const [at, size] of SIZES.entries()) console.log(`${TICK}, ${size} units: ${median(times[at]).toFixed(1)}`);
  const [few, many] = times;
  const ratio = median(many.map((time, at) => time / few[at]));
  console.log(`${SIZES[1]} units against ${SIZES[0]}: ratio ${ratio.toFixed(2)} (goal ${GOAL})`);
} finally {
  await browser.close();
  await server.close();
}
