// Every screen in every state, light and dark, at 320, 768 and 1280 px: nothing for axe-core to
// find, no sideways scrolling, no target too small.

import { openFile } from "./support/files.mjs";
import { embed } from "./support/embed.mjs";
import { qualifications } from "./support/facts.mjs";
import { inspect, overflowing, small } from "./support/inspect.mjs";
import { block, spoil } from "./support/storage.mjs";
import { expect, servers, test } from "./support/test.mjs";

test.describe("nothing is found on", () => {
  test.slow();

  test("the choice of a qualification", async ({ planner, page }) => {
    await planner.open();
    await inspect(page);
  });

  test("the choice with an open, a met and a broken draft", async ({ planner, page }) => {
    await planner.open("8607-award");
    await planner.tick("8607-520");
    await planner.open("8604-award");
    await planner.button("Pick every mandatory unit").click();
    await planner.open("8607-certificate");
    await planner.name.fill("A draft with a name that is long enough to need more than one line on a phone");
    await planner.tick("8607-400", "8607-401");
    await planner.open();
    await inspect(page);
  });

  test("the choice with a problem in a catalogue file", async ({ planner, page }) => {
    await planner.open();
    await openFile(planner, "a-file-with-a-rather-long-name-from-a-centre.json", '{"format": 1, "units": 7}');
    await expect(planner.notice("There is a problem")).toBeVisible();
    await inspect(page);
  });

  for (const { id } of qualifications) {
    test(`${id}, with nothing picked`, async ({ planner, page }) => {
      await planner.open(id);
      await inspect(page);
    });
  }

  test("the details of a qualification", async ({ planner, page }) => {
    await planner.open("8607-certificate");
    await planner.scope.getByText("About this qualification and its rules").click();
    await inspect(page);
  });

  test("an open plan", async ({ planner, page }) => {
    await planner.open("8607-diploma");
    await planner.tick("8607-521", "8607-601");
    await expect(planner.state).toHaveText(/still open/);
    await inspect(page);
  });

  test("a plan that meets its rules", async ({ planner, page }) => {
    await planner.open("8607-award");
    await planner.tick("8607-520", "8607-518");
    await expect(planner.state).toHaveText("All rules met");
    await inspect(page);
  });

  test("a plan that breaks them", async ({ planner, page }) => {
    await planner.open("8607-certificate");
    await planner.tick("8607-400", "8607-401", "8607-521", "8607-524", "8607-523", "8607-520");
    await expect(planner.state).toHaveText(/broken/);
    await inspect(page);
  });

  test("closed units that were picked", async ({ planner, page }) => {
    await planner.open("8607-award");
    await planner.tick("8607-521", "8607-524", "8607-531", "8607-530");
    await expect(planner.button("Take out 8607-521")).toBeAttached();
    await inspect(page);
  });

  test("a search that finds nothing", async ({ planner, page }) => {
    await planner.open("8607-diploma");
    await planner.search.fill("no such unit");
    await inspect(page);
  });

  test("a plan that cannot be saved", async ({ planner, page }) => {
    await page.addInitScript(block);
    await planner.open("8604-award");
    await expect(planner.notice("Your plan is not saved")).toBeVisible();
    await inspect(page);
  });

  test("a draft that cannot be read", async ({ planner, page }) => {
    await planner.open("8604-award");
    await planner.tick("8604-308");
    await spoil(page, "8604-award", ["8604-308", "damaged"]);
    await page.reload();
    await expect(planner.notice("A draft could not be read")).toBeVisible();
    await inspect(page);
  });

  test("the question whether to delete everything", async ({ planner, page }) => {
    await planner.open();
    await planner.button("Delete everything from this browser").click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await inspect(page);
  });

  test("what would complete a plan, and what would put it right", async ({ planner, page }) => {
    await planner.open("8607-diploma");
    await planner.tick("8607-501");
    await planner.scope.getByText("Ways to complete it").click();
    await expect(planner.summary.getByRole("button", { name: /^Add / })).toHaveCount(3);
    await inspect(page);
    await planner.open("8607-certificate");
    await planner.tick("8607-400", "8607-401", "8607-520");
    await planner.scope.getByText("Ways to put it right").click();
    await expect(planner.summary.getByRole("button", { name: /^Take out \d{4}-4/ }).first()).toBeVisible();
    await inspect(page);
  });

  test("the opened plan on a phone", async ({ planner, page }) => {
    await page.setViewportSize({ width: 320, height: 900 });
    await planner.open("8607-certificate");
    await planner.tick("8607-521", "8607-530");
    await planner.button("See plan").click();
    await expect(planner.rules.first()).toBeVisible();
    await inspect(page, { widths: [320], within: "aside" });
  });

  test("an unknown qualification", async ({ planner, page }) => {
    await page.goto(`${planner.address}#/nothing-of-the-kind`);
    await expect(page.getByRole("heading", { name: "This qualification is not here" })).toBeVisible();
    await inspect(page);
  });

  test("the page before the planner has come, and where it cannot come", async ({ page }) => {
    await page.route(servers.site, async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replace(/<script[^]*?<\/script>|<link rel="(module)?preload"[^>]*>/g, "");
      await route.fulfill({ response: answer, body });
    });
    await page.goto(servers.site);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await inspect(page);
  });

  test("the page whose program could not be fetched", async ({ page, troubles }) => {
    troubles.expect(/failed: .*\.wasm/, /console (error|warning)/);
    await page.route("**/*.wasm", (route) => route.abort());
    await page.goto(servers.site);
    await expect(page.getByRole("alert")).toContainText("could not be loaded");
    await inspect(page);
  });

  test("the example page with two elements", async ({ page }) => {
    await page.goto(`${servers.host}examples/embed.html`);
    await expect(page.getByRole("heading", { name: "Level 5 Diploma in Leadership and Management" })).toBeVisible();
    await page.locator("qualification-planner").last().scrollIntoViewIfNeeded();
    await expect(page.getByRole("heading", { name: "Level 4 Award in Leadership", exact: true })).toBeVisible();
    await inspect(page, { widths: [320, 1280] });
  });
});

test("nothing scrolls sideways at 400 % on a screen of 1280 px", async ({ browser, troubles }) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });
  troubles.watch(context);
  const page = await context.newPage();
  for (const fragment of ["", "#/8607-diploma", "#/8617-award", "#/nothing"]) {
    await page.goto(servers.site + fragment);
    await expect(page.getByRole("contentinfo")).toBeVisible();
    expect(await overflowing(page), fragment).toEqual([]);
  }
  await context.close();
});

test("what is in view leaves room for the rest at 400 % on a screen of 1280 px", async ({ browser, troubles }) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 256 } });
  troubles.watch(context);
  const page = await context.newPage();
  await page.goto(`${servers.site}#/8607-diploma`);
  const dock = await page.getByRole("complementary", { name: "Your plan" }).boundingBox();
  expect(dock.height).toBeLessThan(256 / 2);
  await context.close();
});

test("targets are 44 px where fingers press them", async ({ browser, troubles }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 }, hasTouch: true, isMobile: true });
  troubles.watch(context);
  const page = await context.newPage();
  await page.goto(servers.site);
  expect(await page.evaluate(() => matchMedia("(pointer: coarse)").matches)).toBe(true);
  for (const fragment of ["", "#/8607-award", "#/8603-certificate", "#/nothing"]) {
    await page.goto(servers.site + fragment);
    await expect(page.getByRole("contentinfo")).toBeVisible();
    expect.soft(await small(page, 44), fragment).toEqual([]);
  }
  await page.goto(`${servers.site}#/8607-award`);
  await page.getByRole("checkbox", { name: /Management Coaching/ }).check({ force: true });
  expect.soft(await small(page, 44), "with a question below a unit").toEqual([]);
  await page.getByRole("button", { name: "See plan" }).click();
  expect.soft(await small(page, 44, "aside"), "in the opened plan").toEqual([]);
  await page.getByRole("button", { name: "Close plan" }).click();
  await page.getByRole("button", { name: "Delete everything from this browser" }).click();
  expect.soft(await small(page, 44), "in the dialogue").toEqual([]);
  await context.close();
});

test("the element has one name for each thing, whatever else is on the page", async ({ page }) => {
  await page.goto(`${servers.host}hosts/bare.html`);
  const here = await embed(page, { qualification: "8604-award", instance: "here" });
  const there = await embed(page, { qualification: "8604-award", instance: "there" }, "#there");
  await there.near();
  for (const planner of [here, there]) await expect(planner.heading("8604-award")).toBeVisible();
  // Both have the same ids, each in a root of its own: labels and descriptions stay with their own.
  await there.tick("8604-308");
  await expect(here.box("8604-308")).not.toBeChecked();
  await expect(here.box("8604-308")).toHaveAccessibleDescription(/8604-308/);
});
