// What the pages of a benchmark are watched by, and how they are opened and ticked.

import { median } from "./engine.mjs";

/** How many boxes are ticked in a run. */
export const TICKS = 15;

/** A slow line, as of a phone far from the mast. */
export const SLOW_4G = { offline: false, latency: 562.5, downloadThroughput: 184_320, uploadThroughput: 84_480 };

/** Runs in the page before anything else of it: notes when what is looked for is there, and ticks. */
function watch({ boxes, state, total }) {
  const noted = (window.noted = { paint: 0, ready: 0, judged: 0, ticks: [], totals: [], events: [] });
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
  // Where the total stands is looked up before a tick: to find it among many units takes longer than to tick one.
  let place;
  const text = () => {
    if (!place?.isConnected) place = root().querySelector(total);
    return place?.textContent;
  };
  window.lookUp = text;
  // From the click until the frame with its outcome has been handed on: a message posted in the
  // animation frame is taken up after its paint.
  addEventListener("click", (event) => {
    // A label's click makes a second one on its box; the first is the learner's.
    if (!event.isTrusted || event.detail === 0) return;
    const painted = (then) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => then(performance.now() - event.timeStamp);
      port2.postMessage(0);
    };
    const before = text();
    const follow = () => {
      if (text() === before) requestAnimationFrame(follow);
      else painted((time) => noted.totals.push(time));
    };
    requestAnimationFrame(() =>
      painted((time) => {
        noted.ticks.push(time);
        follow();
      }),
    );
  }, true);
  // What the page has fetched by then, as it came: compressed, each file once.
  window.bytesBy = (time) => {
    const entries = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
    const there = entries.filter(({ responseEnd }) => responseEnd > 0 && responseEnd <= time);
    const sizes = new Map(there.map(({ name, encodedBodySize }) => [name, encodedBodySize]));
    return [...sizes.values()].reduce((sum, size) => sum + size, 0);
  };
}

/**
 * Opens the page in a browser that has never seen it, and ticks its first boxes when all is there. `prepare` does
 * what has to be done before that.
 */
export async function run(browser, { url, boxes, state, total, prepare }, { line, slowerCpu }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(watch, { boxes, state, total });
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  if (line) await devtools.send("Network.emulateNetworkConditions", line);
  if (prepare) await prepare(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowerCpu });
  await page.goto(url, { waitUntil: "commit" });
  const isThere = () => window.noted?.ready && window.noted.judged && window.noted.paint;
  await page.waitForFunction(isThere, null, { timeout: 60_000 });
  await page.waitForLoadState("networkidle");
  for (let index = 0; index < TICKS; index++) {
    const place = await page.evaluate((index) => {
      window.lookUp();
      const box = window.boxes()[index];
      box.scrollIntoView({ block: "center" });
      const { x, y, width, height } = box.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }, index);
    // Who ticks sees the page at rest: what the scrolling above leaves to be drawn is no part of a tick.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done))));
    await page.waitForTimeout(60);
    await page.mouse.click(place.x, place.y);
    const isPainted = (count) => window.noted.ticks.length > count && window.noted.totals.length > count;
    await page.waitForFunction(isPainted, index, { timeout: 10_000 });
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
    "tick to the total painted, ms": median(found.totals),
  };
}
