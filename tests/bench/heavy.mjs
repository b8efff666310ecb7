// How long a page stands still over what comes from outside and is as large as it may be, or made to take
// long: node tests/bench/heavy.mjs [FOLDER]
//
// FOLDER is a release build (dist). The longest task of the page is printed for each; tasks below 50 ms are
// not told apart, as browsers do not. Nothing fails on a number.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium as playwright } from "playwright-core";
import { chromium } from "../../tools/chromium.mjs";
import { serve } from "../../tools/serve.mjs";

const RUNS = 3;
const dist = process.argv[2] ?? "dist";
if (!existsSync(join(dist, "index.html"))) {
  console.error(`There is no page in ${dist}: make build first.`);
  process.exit(1);
}

const within = (drafts) => `{"format":"qualification-planner drafts","schema":2,"drafts":[${drafts}]}`;
const plan = (name, units) => ({ qualification: "8607-diploma", name, units });
const units = (number, code) => Array.from({ length: number }, (_, at) => ({ code: code(at) }));
const drafts = (number, each) =>
  Array.from({ length: number }, (_, at) => JSON.stringify({ changed: 1_700_000_000 + at, plan: plan(`Plan ${at}`, each) }));
const usual = units(12, (at) => `8607-${501 + at}`);

const FILES = {
  "a draft of 12 units": within(drafts(1, usual)),
  "500 drafts of 12 units": within(drafts(500, usual)),
  "a draft of 5,000 unknown units": within(drafts(1, units(5_000, (at) => `X-${at}`))),
  "1 MiB of opening brackets": within("[".repeat(1_000_000)),
  "1 MiB of lists in lists": within("[".repeat(500_000) + "]".repeat(500_000)),
  "500,000 numbers for drafts": within(Array(500_000).fill(0)),
  "500 empty drafts": within(Array(500).fill("{}")),
  "everything, 15 MiB in one text": JSON.stringify({ "qualification-planner/2//draft/x/y-1": "x".repeat(15_000_000) }),
  "everything, 9,000 damaged texts": JSON.stringify(
    Object.fromEntries(Array.from({ length: 9_000 }, (_, at) => [`qualification-planner/2//draft/x${at}/y-1`, "{"])),
  ),
  "1 MiB of control characters": within(`"${"\\u0000".repeat(170_000)}"`),
};

const server = await serve({ root: dist });
const browser = await playwright.launch({ executablePath: await chromium(), args: ["--no-sandbox"] });

function watch() {
  window.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
  }).observe({ type: "longtask" });
}

/** The longest task of what `act` sets going, in the best of a few runs. */
async function longest(prepare, act) {
  const found = [];
  for (let run = 0; run < RUNS; run += 1) {
    const page = await (await browser.newContext()).newPage();
    await page.addInitScript(watch);
    await page.goto(server.url);
    await page.getByRole("button", { name: "Delete everything from this browser" }).waitFor();
    await prepare?.(page);
    await page.waitForTimeout(300);
    await page.evaluate(() => (window.longest = 0));
    await act(page);
    await page.waitForTimeout(1500);
    found.push(await page.evaluate(() => window.longest));
    await page.context().close();
  }
  return Math.min(...found);
}

const ask = async (page) => {
  await page.getByRole("button", { name: "Open a file" }).click();
  await page.locator("input[type=file]").waitFor({ state: "attached" });
};
const open = (text) => (page) =>
  page.evaluate((text) => {
    const field = document.querySelector("qualification-planner").shadowRoot.querySelector("input[type=file]");
    const chosen = new DataTransfer();
    chosen.items.add(new File([text], "drafts.json"));
    field.files = chosen.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }, text);
const button = (page) => page.getByRole("button", { name: /^Add \d/ });
const add = (page) => button(page).evaluate((button) => button.click());
const told = (time) => (time ? `${time.toFixed(0).padStart(6)} ms` : " below 50 ms");

try {
  console.log("\nThe longest task of the page\n");
  for (const [name, text] of Object.entries(FILES)) console.log(`${name.padEnd(40)}${told(await longest(ask, open(text)))}`);
  for (const name of ["500 drafts of 12 units", "a draft of 5,000 unknown units"]) {
    const prepare = async (page) => {
      await ask(page);
      await open(FILES[name])(page);
      await button(page).waitFor();
    };
    console.log(`${`adding ${name}`.padEnd(40)}${told(await longest(prepare, add))}`);
  }
  // A link of as many units as go into it, made by the page itself.
  const made = await (await browser.newContext()).newPage();
  await made.goto(server.url);
  await made.getByRole("button", { name: "Delete everything from this browser" }).waitFor();
  await ask(made);
  await open(within(drafts(1, units(5_000, (at) => `${(at * 2_654_435_761) % 1_000_000_007}`))))(made);
  await add(made);
  await made.getByRole("button", { name: "Share", exact: true }).first().click();
  const link = (await made.getByLabel("Link to this plan").inputValue()).replace(/.*#/, "#");
  const follow = (page) => page.evaluate((link) => (location.hash = link), link);
  console.log(`${`a link of ${link.length} letters`.padEnd(40)}${told(await longest(undefined, follow))}`);
} finally {
  await browser.close();
  await server.close();
}
