// How soon the page is of use, when it says how the plan stands, and how long a tick takes:
// node tests/bench/tick.mjs [FOLDER [BEFORE]]
//
// FOLDER is a release build (dist), BEFORE one of the planner as it was when its program was one file
// (tools/bench.sh makes it). Beside them stand the pages of pages.mjs, with the same 62 units. All are
// loaded and ticked in turn, each run in a fresh browser context, and medians are printed.
//
// One number is a promise: the state of the plan is shown no later than by BEFORE, at the middle of the
// pairs of runs that follow one upon the other. Above that this fails.

import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { chromium as playwright } from "playwright-core";
import { chromium } from "../../tools/chromium.mjs";
import { serve } from "../../tools/serve.mjs";
import { median } from "./engine.mjs";
import { byHand, react } from "./pages.mjs";

const RUNS = Number(process.env.RUNS ?? 15);
const TICKS = 15;
const LIMIT = 1;
const CONDITIONS = [
  {
    name: "slow 4G, 4 x slower CPU",
    line: { offline: false, latency: 562.5, downloadThroughput: 184_320, uploadThroughput: 84_480 },
    slowerCpu: 4,
  },
  { name: "this computer as it is", slowerCpu: 1 },
];

const [dist = "dist", before] = process.argv.slice(2);
if (!existsSync(join(dist, "index.html"))) {
  console.error(`There is no page in ${dist}: make build first.`);
  process.exit(1);
}

const made = [await byHand(dist), await react()];
const planner = { hash: "#/8607-diploma", boxes: ".qp-unit input[type=checkbox][id]", state: "#qp-state .qp-mark-place" };
const pages = [
  { name: "planner", folder: dist, ...planner },
  ...(before ? [{ name: "one file", folder: before, ...planner }] : []),
  { name: "by hand", folder: made[0], boxes: ".qp-unit input", state: "#state:not(:empty)" },
  { name: "React", folder: made[1], boxes: "li input", state: "aside li" },
];

/** Runs in the page before anything else of it: notes when what is looked for is there, and ticks. */
function watch({ boxes, state }) {
  const noted = (window.noted = { paint: 0, ready: 0, judged: 0, ticks: [], events: [] });
  const root = () => document.querySelector("qualification-planner")?.shadowRoot ?? document;
  window.boxes = () => [...root().querySelectorAll(boxes)];
  const look = () => {
    const now = performance.now();
    if (!noted.ready && root().querySelector(boxes)) noted.ready = now;
    if (!noted.judged && root().querySelector(state)) noted.judged = now;
    if (!noted.ready || !noted.judged) setTimeout(look, 5);
  };
  look();
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) {
      if (name === "first-contentful-paint") noted.paint = startTime;
    }
  }).observe({ type: "paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === "click") noted.events.push(duration);
  }).observe({ type: "event", durationThreshold: 16 });
  // From the click until the frame with its outcome has been handed on: a message posted in the
  // animation frame is taken up after its paint.
  addEventListener("click", (event) => {
    // A label's click makes a second one on its box; the first is the learner's.
    if (!event.isTrusted || event.detail === 0) return;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => noted.ticks.push(performance.now() - event.timeStamp);
      port2.postMessage(0);
    });
  }, true);
  // What the page has fetched by then, as it came: compressed, each file once.
  window.bytesBy = (time) => {
    const entries = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
    const there = entries.filter(({ responseEnd }) => responseEnd > 0 && responseEnd <= time);
    const sizes = new Map(there.map(({ name, encodedBodySize }) => [name, encodedBodySize]));
    return [...sizes.values()].reduce((sum, size) => sum + size, 0);
  };
}

/** Opens the page in a browser that has never seen it, and ticks its first boxes when all is there. */
async function run(browser, { url, boxes, state }, { line, slowerCpu }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(watch, { boxes, state });
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  if (line) await devtools.send("Network.emulateNetworkConditions", line);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowerCpu });
  await page.goto(url, { waitUntil: "commit" });
  const isThere = () => window.noted?.ready && window.noted.judged && window.noted.paint;
  await page.waitForFunction(isThere, null, { timeout: 60_000 });
  await page.waitForLoadState("networkidle");
  for (let index = 0; index < TICKS; index++) {
    const place = await page.evaluate((index) => {
      const box = window.boxes()[index];
      box.scrollIntoView({ block: "center" });
      const { x, y, width, height } = box.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }, index);
    await page.waitForTimeout(60);
    await page.mouse.click(place.x, place.y);
    await page.waitForFunction((count) => window.noted.ticks.length > count, index, { timeout: 10_000 });
  }
  await page.waitForTimeout(200);
  const found = await page.evaluate(() => ({
    ...window.noted,
    ticked: window.boxes().filter((box) => box.checked).length,
    bytes: [window.noted.ready, window.noted.judged].map(window.bytesBy),
  }));
  await context.close();
  if (found.ticked !== TICKS) throw new Error(`${url}: ${found.ticked} of ${TICKS} boxes are ticked`);
  // Event Timing says nothing of a click of under 16 ms, and rounds to 8 ms.
  const events = [...found.events, ...Array(TICKS).fill(8)].slice(0, TICKS);
  return {
    "first contentful paint, ms": found.paint,
    "a unit can be ticked, ms": found.ready,
    "the state is shown, ms": found.judged,
    "fetched until then: a tick, bytes": found.bytes[0],
    "fetched until then: the state, bytes": found.bytes[1],
    "tick to next paint, ms": median(found.ticks),
    "the same by Event Timing, ms": median(events),
  };
}

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
    if (!before) continue;
    const [now, then] = results.map((runs) => runs.map((run) => run["the state is shown, ms"]));
    const ratio = median(now.map((time, at) => time / then[at]));
    console.log(`the state, against one file: ratio ${ratio.toFixed(2)} (limit ${LIMIT.toFixed(1)})`);
    if (ratio > LIMIT) process.exitCode = 1;
  }
} finally {
  await browser.close();
  for (const server of servers) await server.close();
  for (const folder of made) await rm(folder, { recursive: true });
}
