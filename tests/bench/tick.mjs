// How long the page takes to be of use, and a tick to be seen: node tests/bench/tick.mjs [FOLDER]
//
// FOLDER is a release build (dist). Beside it a page written by hand (vanilla.html) shows the same
// 62 rows from the same catalogue with the same styles. Both are loaded and clicked in turn, each
// run in a fresh browser context, and medians are printed. Nothing fails on a number.

import { copyFile, mkdtemp, readdir, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium as playwright } from "playwright-core";
import { chromium } from "../../tools/chromium.mjs";
import { serve } from "../../tools/serve.mjs";

const RUNS = Number(process.env.RUNS ?? 15);
const TICKS = 15;
const SLOWER_CPU = 4;
const SLOW_4G = { offline: false, latency: 562.5, downloadThroughput: 184_320, uploadThroughput: 84_480 };

const dist = process.argv[2] ?? "dist";
if (!existsSync(join(dist, "index.html"))) {
  console.error(`There is no page in ${dist}: make build first.`);
  process.exit(1);
}

/** A folder with the page written by hand, the styles of the build and the shipped catalogue. */
async function vanillaFolder() {
  const folder = await mkdtemp(join(tmpdir(), "qp-vanilla-"));
  const here = (path) => fileURLToPath(new URL(path, import.meta.url));
  const styles = (await readdir(dist)).find((name) => name.endsWith(".css"));
  await copyFile(join(dist, styles), join(folder, "planner.css"));
  await copyFile(here("vanilla.html"), join(folder, "index.html"));
  await copyFile(here("vanilla.js"), join(folder, "vanilla.js"));
  await copyFile(here("../../src/catalogue/data/8607.json"), join(folder, "8607.json"));
  return folder;
}

/** Runs in the page before anything else of it: notes paints, the first checkbox, and ticks. */
function watch() {
  const noted = (window.noted = { paint: 0, ready: 0, ticks: [], events: [] });
  const root = () => document.querySelector("qualification-planner")?.shadowRoot ?? document;
  window.boxes = () => [...root().querySelectorAll(".qp-unit input[type=checkbox][id]")];
  const look = () => {
    if (window.boxes().length) noted.ready = performance.now();
    else setTimeout(look, 5);
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
}

async function open(browser, address, slowLine) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(watch);
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  if (slowLine) await devtools.send("Network.emulateNetworkConditions", SLOW_4G);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER_CPU });
  await page.goto(address, { waitUntil: "commit" });
  await page.waitForFunction(() => window.noted?.ready && window.noted.paint, null, { timeout: 60_000 });
  return { context, page };
}

async function coldStart(browser, address) {
  const { context, page } = await open(browser, address, true);
  const { paint, ready } = await page.evaluate(() => window.noted);
  await context.close();
  return { "first contentful paint": paint, "a box can be ticked": ready };
}

async function ticking(browser, address) {
  const { context, page } = await open(browser, address, false);
  await page.waitForTimeout(500);
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
  const ticked = await page.evaluate(() => window.boxes().filter((box) => box.checked).length);
  if (ticked !== TICKS) throw new Error(`${address}: ${ticked} of ${TICKS} boxes are ticked`);
  const { ticks, events } = await page.evaluate(() => window.noted);
  await context.close();
  // Event Timing says nothing of a click of under 16 ms, and rounds to 8 ms.
  while (events.length < TICKS) events.push(8);
  return { "tick to next paint": median(ticks), "the same by Event Timing": median(events) };
}

function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}

function table(title, planner, vanilla) {
  console.log(`\n${title}`);
  console.log(`${"ms, median".padEnd(28)}${"planner".padStart(10)}${"by hand".padStart(10)}${"ratio".padStart(8)}`);
  for (const name of Object.keys(planner[0])) {
    const [own, other] = [planner, vanilla].map((runs) => median(runs.map((run) => run[name])));
    const cells = [own.toFixed(1).padStart(10), other.toFixed(1).padStart(10), (own / other).toFixed(2).padStart(8)];
    console.log(name.padEnd(28) + cells.join(""));
  }
}

const folder = await vanillaFolder();
const servers = [await serve({ root: dist }), await serve({ root: folder })];
const addresses = [`${servers[0].url}#/8607-diploma`, servers[1].url];
const browser = await playwright.launch({ executablePath: await chromium(), args: ["--no-sandbox"] });
try {
  for (const [title, measure] of [
    [`Tick, ${SLOWER_CPU} x slower CPU, ${RUNS} runs of ${TICKS} ticks`, ticking],
    [`Cold start, slow 4G, ${SLOWER_CPU} x slower CPU, ${RUNS} runs`, coldStart],
  ]) {
    const results = [[], []];
    for (let run = 0; run < RUNS; run++) {
      // In turn, and each first every other time.
      for (const variant of run % 2 ? [1, 0] : [0, 1]) {
        results[variant].push(await measure(browser, addresses[variant]));
      }
    }
    table(title, ...results);
  }
} finally {
  await browser.close();
  for (const server of servers) await server.close();
  await rm(folder, { recursive: true });
}
