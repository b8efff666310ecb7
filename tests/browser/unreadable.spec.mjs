// Drafts that cannot be read as they are, and plans that come back as files.

import { openFile, small } from "./support/files.mjs";
import { Planner } from "./support/planner.mjs";
import { block, empty, fill, kept, spoil, unblock } from "./support/storage.mjs";
import { expect, servers, test } from "./support/test.mjs";

const NOT_SAVED = "Your plan is not saved";
const UNREADABLE = "A draft could not be read";

test.describe("a damaged draft", () => {
  let damaged;
  test.beforeEach(async ({ planner, page }) => {
    await planner.open("8607-diploma");
    await planner.tick("8607-501", "8607-503");
    damaged = await spoil(page, "8607-diploma", ["8607-503", "8607-5Ø3\n"]);
    await page.reload();
  });

  test("is said to be damaged, and the one before it is opened", async ({ planner }) => {
    await expect(planner.notice(UNREADABLE)).toContainText("damaged");
    await expect(planner.box("8607-501")).toBeChecked();
    await expect(planner.box("8607-503")).not.toBeChecked();
  });

  test("can be downloaded letter by letter", async ({ planner }) => {
    const { text } = await planner.download(planner.button("Download it"));
    expect(text).toBe(damaged);
  });

  test("is not overwritten by later savings, until it is removed", async ({ planner, page }) => {
    await planner.tick("8607-504", "8607-505", "8607-506", "8607-507", "8607-508");
    await page.reload();
    await expect(planner.notice(UNREADABLE)).toHaveCount(1);
    await expect(planner.box("8607-508")).toBeChecked();
    const { text } = await planner.download(planner.button("Download it"));
    expect(text).toBe(damaged);
    await planner.button("Remove it").click();
    await expect(planner.notice(UNREADABLE)).toHaveCount(0);
    await page.reload();
    await expect(planner.box("8607-508")).toBeChecked();
    await expect(planner.notice(UNREADABLE)).toHaveCount(0);
  });
});

test("a damaged draft is not overwritten where the storage is too full to put it aside", async ({ planner, page }) => {
  await planner.open("8607-diploma");
  await planner.tick("8607-501", "8607-503", "8607-504");
  const damaged = await spoil(page, "8607-diploma", ["8607-503", "damaged"]);
  await fill(page);
  await page.reload();
  await expect(planner.notice(UNREADABLE)).toHaveCount(1);
  await planner.tick("8607-505", "8607-506", "8607-507", "8607-508");
  await expect(planner.notice(NOT_SAVED)).toBeVisible();
  expect(Object.values(await kept(page))).toContain(damaged);
  await empty(page);
  await planner.button("Try again").click();
  await expect(planner.saving).toHaveText("Saved in this browser");
  expect(Object.values(await kept(page))).toContain(damaged);
  await page.reload();
  await expect(planner.box("8607-508")).toBeChecked();
  await expect(planner.notice(UNREADABLE)).toHaveCount(1);
});

test("a draft of a newer version is kept as it is, and said to be newer", async ({ planner, page }) => {
  await planner.open("8607-diploma");
  await planner.tick("8607-501", "8607-503");
  const newer = await spoil(page, "8607-diploma", ['"schema":1', '"schema":2']);
  await page.reload();
  await expect(planner.notice(UNREADABLE)).toContainText("newer version");
  await planner.tick("8607-504", "8607-505", "8607-506");
  expect(Object.values(await kept(page))).toContain(newer);
  const { text } = await planner.download(planner.button("Download it"));
  expect(text).toBe(newer);
});

test("a unit that the catalogue has lost stays in the draft, named and uncounted, and can be taken out", async ({ planner, page }) => {
  await planner.open();
  await openFile(planner, "own.json", JSON.stringify(small));
  await expect(planner.notice("own.json was added")).toBeVisible();
  await page.goto(`${planner.address}#/small-award`);
  await planner.tick("First", "Second");
  await expect(planner.state).toHaveText("All rules met");

  const later = structuredClone(small);
  later.units = later.units.filter((unit) => unit.code !== "A-2");
  later.qualifications.length = 1;
  later.qualifications[0].groups[0].units = ["A-1"];
  await planner.open();
  await openFile(planner, "own.json", JSON.stringify(later));
  await page.goto(`${planner.address}#/small-award`);
  const lost = planner.summary.getByRole("listitem").filter({ hasText: "A-2" });
  await expect(lost).toContainText("Second");
  await expect(lost).toContainText("Not a unit of the Small Award, so it does not count.");
  await expect(planner.progress).toHaveAttribute("aria-valuenow", "2");

  await planner.tick("First"); // no change, nothing lost
  await planner.untick("First");
  await page.reload();
  await expect(lost).toContainText("Second");
  await planner.button("Take out A-2").click();
  await expect(lost).toHaveCount(0);
  await page.reload();
  await expect(planner.progress).toHaveAttribute("aria-valuenow", "0");
  await expect(lost).toHaveCount(0);
});

test.describe("a plan that was downloaded", () => {
  /** The copy that a learner gets where nothing can be saved. */
  async function copy(planner, page) {
    await planner.open("8607-award");
    await page.evaluate(block);
    await planner.tick("8607-520", "8607-518");
    await planner.name.fill("Siân’s plan");
    const { text } = await planner.download(planner.button("Download a copy"));
    await page.evaluate(unblock);
    return text;
  }

  test("is opened again on another computer", async ({ planner, page, browser, troubles }) => {
    const text = await copy(planner, page);
    const context = await browser.newContext();
    troubles.watch(context);
    const there = new Planner(await context.newPage(), servers.site);
    await there.open();
    await openFile(there, "8607-award.plan.json", text);
    await expect(there.heading("8607-award")).toBeFocused();
    await expect(there.state).toHaveText("All rules met");
    await expect(there.name).toHaveValue("Siân’s plan");
    await expect(there.saving).toHaveText("Saved in this browser");
    await there.page.reload();
    await expect(there.state).toHaveText("All rules met");
    await context.close();
  });

  test("takes the place of the draft that is there as one step, which can be taken back", async ({ planner, page }) => {
    const text = await copy(planner, page);
    await page.reload();
    await planner.tick("8607-501");
    await planner.open();
    await openFile(planner, "8607-award.plan.json", text);
    await expect(planner.box("8607-520")).toBeChecked();
    await expect(planner.box("8607-501")).not.toBeChecked();
    await planner.undo.click();
    await expect(planner.box("8607-520")).not.toBeChecked();
    await expect(planner.box("8607-501")).toBeChecked();
  });

  for (const [what, change, reason] of [
    ["was changed", (text) => text.replace("8607-518", "8607-519"), "it was changed or cut short"],
    ["is of a newer version", (text) => text.replace('"schema":1', '"schema":2'), "newer version"],
    ["is for a qualification that is not here", undefined, "Open that catalogue first"],
  ]) {
    test(`and ${what} is refused with the reason`, async ({ planner, page }) => {
      let text;
      if (change) {
        text = change(await copy(planner, page));
        await planner.open();
      } else {
        await planner.open();
        await openFile(planner, "own.json", JSON.stringify(small));
        await page.goto(`${planner.address}#/small-award`);
        await page.evaluate(block);
        await planner.tick("First");
        ({ text } = await planner.download(planner.button("Download a copy")));
        await page.evaluate(unblock);
        await page.evaluate(() => localStorage.clear());
        await page.goto(planner.address);
      }
      await openFile(planner, "some.plan.json", text);
      await expect(planner.notice("There is a problem with some.plan.json")).toContainText(reason);
      await expect(planner.card("8607-award")).toBeVisible();
    });
  }
});
