// The pages of the qualifications: before the program is there, while it comes, and where it cannot run.

import { withSettings } from "./support/browser.mjs";
import { qualification, qualifications, units } from "./support/facts.mjs";
import { inspect } from "./support/inspect.mjs";
import { Planner } from "./support/planner.mjs";
import { inStep } from "./support/storage.mjs";
import { expect, servers, test } from "./support/test.mjs";

const PROGRAM = /\/planner-[0-9a-f]{8}\.wasm$/;

const address = (id) => `${servers.site}${id}.html`;

/** Holds the program back, until what this gives is called. */
async function holdBack(page) {
  let go;
  const gate = new Promise((done) => (go = done));
  await page.route(PROGRAM, async (route) => {
    await gate;
    await route.continue();
  });
  return go;
}

/** The box of a unit on the page by itself, and in the planner: whichever is seen. */
const box = (page, code) => page.getByRole("checkbox", { name: units.get(code).title, exact: true });

/** Where the heading, the first group and the first rows stand. */
function places(page) {
  const parts = page.locator("h1, .qp-group-head, .qp-unit").filter({ visible: true });
  return parts.evaluateAll((all) => all.slice(0, 12).map((one) => one.getBoundingClientRect().y));
}

/** They stand where they stood, but for a hair. */
async function expectPlaces(page, before) {
  const now = await places(page);
  before.forEach((y, at) => expect(Math.abs(now[at] - y), `${at}, which was at ${y}`).toBeLessThan(3));
}

test.describe("without JavaScript", () => {
  test("a page says its units, rules and hours, has no box that does nothing, and leads to the others by name", async ({}, info) => {
    const context = await withSettings(info, { javascript: 2 });
    const page = context.pages()[0];
    await page.goto(servers.site);
    for (const one of qualifications) {
      // From page to page, each by the link of the one before.
      await page.getByRole("link", { name: one.title, exact: true }).click();
      await expect(page).toHaveURL(address(one.id));
      await expect(page).toHaveTitle(`${one.title} · Qualification planner`);
      await readsWell(page, one);
      await expect(page.locator("noscript p")).toHaveText(/^Planning needs JavaScript and WebAssembly, which are off/);
    }
    await page.getByRole("link", { name: "Start", exact: true }).click();
    await expect(page).toHaveURL(servers.site);
    await context.close();
  });
});

async function readsWell(page, one) {
  await expect(page.getByRole("heading", { level: 1, name: one.title, exact: true })).toBeVisible();
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  for (const group of one.groups.filter(({ name }) => name)) {
    await expect(page.getByRole("heading", { level: 2, name: group.name, exact: true })).toBeVisible();
  }
  for (const fold of await page.locator("details > summary").all()) await fold.click();
  const rows = page.getByRole("group", { name: "Units" }).getByRole("listitem");
  const said = await rows.allInnerTexts();
  for (const code of one.groups.flatMap((group) => group.units)) {
    const { title, credits, hours } = units.get(code);
    const row = said.find((text) => text.includes(title));
    expect(row, title).toMatch(new RegExp(`\\b${code.split("-")[1]}\\b[^]*\\b${credits}\\b[^]*\\b${hours}\\b`));
  }
  const facts = page.getByRole("complementary");
  await expect(facts).toContainText(one.accreditation_number);
  for (const { least, most } of [one.overall, one.unitCount, ...one.groups.map((group) => group.bounds)].filter(Boolean)) {
    for (const number of [least, most].filter(Boolean)) {
      await expect(facts.getByText(new RegExp(`\\b${number}\\b.* (credits|units) (in all|from Group \\d)`)).first()).toBeVisible();
    }
  }
  for (const code of one.mandatory) await expect(facts.getByText(new RegExp(`${code}.*mandatory`))).toBeVisible();
  await expect(facts.getByText(new RegExp(`\\b${one.tutorial.hours} hours?\\b`)).first()).toBeVisible();
  await expect(page.getByRole("contentinfo")).toContainText("Unofficial");
}

test("a page that is not the planner yet is accessible", async ({ page }) => {
  await holdBack(page);
  for (const id of ["8607-diploma", "8617-award"]) {
    await page.goto(address(id));
    await expect(page.getByRole("checkbox").first()).toBeEnabled();
    await inspect(page);
  }
});

for (const [width, height] of [[390, 844], [1280, 900]]) {
  test(`nothing moves when the planner comes, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    for (const id of ["8607-diploma", "8604-award"]) {
      const go = await holdBack(page);
      await page.goto(address(id));
      await expect(page.getByRole("checkbox").first()).toBeEnabled();
      const before = await places(page);
      go();
      await expect(page.getByRole("group", { name: "Units" }).getByRole("button", { name: /^More about/ }).first()).toBeVisible();
      await expectPlaces(page, before);
      // What the plan says comes last.
      await expect(new Planner(page).state).toHaveText(/^Open: /);
      await expectPlaces(page, before);
      await page.unroute(PROGRAM);
    }
  });
}

/** Writes down in `said` what a screen reader is told of by itself. */
function listen(page) {
  return page.evaluate(() => {
    window.said = [];
    const root = document.querySelector("qualification-planner").shadowRoot;
    const last = new Map();
    new MutationObserver(() => {
      for (const place of root.querySelectorAll("[role=status], [aria-live]")) {
        const text = place.textContent.trim();
        if (text && last.get(place) !== text) window.said.push(text);
        last.set(place, text);
      }
    }).observe(root, { childList: true, subtree: true, characterData: true });
  });
}

for (const [width, height, top] of [[390, 844, 0], [1280, 900, 64]]) {
  test(`the head of a group stays at the head of a page that is not the planner yet, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await holdBack(page);
    await page.goto(address("8607-diploma"));
    await page.evaluate(() => scrollTo(0, 600));
    const heads = () => page.locator(".qp-group-head").evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)));
    await expect.poll(async () => (await heads())[0]).toBeLessThanOrEqual(top);
    expect((await heads())[0], "it stays").toBeGreaterThanOrEqual(0);
  });
}

test("what is ticked before the planner is there is in the plan: as one step, with the focus, told once", async ({ planner, page }) => {
  await page.addInitScript(() => {
    window.told = [];
    document.addEventListener("plan-change", (event) => window.told.push(event.detail.units));
  });
  const go = await holdBack(page);
  await page.goto(address("8607-diploma"));
  await page.getByText(units.get("8607-501").title, { exact: true }).click();
  await box(page, "8607-503").focus();
  await page.keyboard.press("Space");
  for (const code of ["8607-501", "8607-503"]) await expect(box(page, code)).toBeChecked();
  await listen(page);
  go();
  await expect(planner.more("8607-503")).toBeVisible();
  for (const code of ["8607-501", "8607-503"]) await expect(planner.box(code)).toBeChecked();
  await expect(planner.box("8607-503")).toBeFocused();
  await expect(planner.state).toHaveText(/^Open: /);
  await expect.poll(() => page.evaluate(() => window.said)).toEqual([expect.stringMatching(/^7 of 37 credits/)]);
  await planner.undo.click();
  await expect(planner.box("8607-501")).not.toBeChecked();
  await expect(planner.box("8607-503")).not.toBeChecked();
  await expect(planner.undo).toBeDisabled();
  await planner.redo.click();
  await expect(planner.box("8607-503")).toBeChecked();
  expect((await page.evaluate(() => window.told))[0]).toEqual(["8607-501", "8607-503"]);
  // The browser fills nothing in again that would be ticked a second time.
  await page.unroute(PROGRAM);
  await page.reload();
  await expect(planner.undo).toBeEnabled();
  await expect(planner.box("8607-501")).toBeChecked();
  await planner.leave();
  await expect(planner.drafts).toHaveCount(1);
});

test("a tick may be taken back before the planner is there, and nothing is kept", async ({ planner, page }) => {
  const go = await holdBack(page);
  await page.goto(address("8604-award"));
  for (const checked of [true, false]) await box(page, "8604-308").setChecked(checked, { force: true });
  go();
  await expect(planner.state).toHaveText(/^Open: /);
  await expect(planner.box("8604-308")).not.toBeChecked();
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("/draft/")))).toEqual([]);
});

test("where a plan is kept it is what comes, and nothing can be ticked in its place", async ({ planner, page }) => {
  await planner.open("8607-diploma");
  await planner.tick("8607-501");
  await inStep(page);
  const go = await holdBack(page);
  await page.goto(address("8607-diploma"));
  await expect(page.getByText(units.get("8607-502").title, { exact: true })).toBeVisible();
  await page.evaluate(() => customElements.whenDefined("qualification-planner"));
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  go();
  await expect(planner.box("8607-501")).toBeChecked();
});

test("a plan of which only the second copy is left stands beside the one that was begun in the page", async ({ planner, page }) => {
  await planner.open("8604-award");
  await planner.tick("8604-308");
  await inStep(page);
  await page.evaluate(() => localStorage.clear());
  const go = await holdBack(page);
  await page.goto(address("8604-award"));
  await box(page, "8604-401").check({ force: true });
  go();
  await expect(planner.state).toHaveText(/^Open: /);
  await expect(planner.box("8604-401")).toBeChecked();
  await expect(planner.box("8604-308")).not.toBeChecked();
  await planner.leave();
  await expect(planner.drafts).toHaveCount(2);
});

test("an address that asks for another screen offers no box of this page", async ({ planner, page }) => {
  const go = await holdBack(page);
  await page.goto(`${address("8607-diploma")}#/8604-award`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.evaluate(() => customElements.whenDefined("qualification-planner"));
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  go();
  await expect(planner.heading("8604-award")).toBeVisible();
});

test("back and forth between a page, the start and another qualification", async ({ planner, page }) => {
  await page.goto(address("8607-diploma"));
  await planner.leave();
  await expect(page).toHaveURL(`${address("8607-diploma")}#/`);
  await planner.card("8604-award").getByRole("link").click();
  await expect(planner.heading("8604-award")).toBeVisible();
  for (const id of ["", "8607-diploma"]) {
    await page.goBack();
    await expect(planner.heading(id)).toBeVisible();
  }
  await expect(page).toHaveTitle(`${qualification("8607-diploma").title} · Qualification planner`);
  await page.goForward();
  await expect(planner.heading()).toBeVisible();
  // From the start by itself its address without anything leads to the start.
  await planner.open();
  await planner.card("8617-award").getByRole("link").click();
  await expect(planner.heading("8617-award")).toBeVisible();
  await page.goBack();
  await expect(planner.heading()).toBeVisible();
});

test("the start leads to the page of a qualification before the planner is there, and within it after that", async ({ planner, page }) => {
  await holdBack(page);
  await page.goto(servers.based);
  await page.getByRole("link", { name: qualification("8607-award").title, exact: true }).click();
  await expect(page).toHaveURL(`${servers.based}8607-award.html`);
  await page.unroute(PROGRAM);
  await page.goto(servers.based);
  const asked = [];
  page.on("request", (request) => request.isNavigationRequest() && asked.push(request.url()));
  await expect(page.locator("[part=planner]")).toBeVisible();
  await planner.card("8607-award").getByRole("link").click();
  await expect(planner.heading("8607-award")).toBeVisible();
  expect(asked).toEqual([]);
});

test("a link to a plan leads to the start, whichever page it was made on", async ({ planner, page }) => {
  await page.goto(address("8604-award"));
  await expect(planner.more("8604-308")).toBeVisible();
  await box(page, "8604-308").check({ force: true });
  const link = await planner.link();
  expect(link.startsWith(`${servers.site}#qp=`), link).toBe(true);
});

test("where the program cannot be fetched the page says so, and has no box that does nothing", async ({ page, troubles }) => {
  troubles.expect(/failed: .*wasm/, /answer 404|ERR_FAILED/);
  await page.route(PROGRAM, (route) => route.abort());
  await page.goto(address("8604-award"));
  await expect(page.getByRole("alert")).toHaveText(/could not be loaded/);
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  await expect(page.getByText(units.get("8604-308").title, { exact: true })).toBeVisible();
});
