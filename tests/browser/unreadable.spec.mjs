// Drafts that cannot be read as they are, and plans that come back as files.

import { openFile, small } from "./support/files.mjs";
import { Planner } from "./support/planner.mjs";
import { block, empty, fill, forget, inStep, kept, spoil, unblock } from "./support/storage.mjs";
import { expect, servers, test } from "./support/test.mjs";

const NOT_SAVED = "Your plan is not saved";
const UNREADABLE = "A plan could not be read";

test.describe("a damaged plan", () => {
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
    // Until it has gone from the second copy too, that would bring it back.
    await inStep(page);
    await page.reload();
    await expect(planner.box("8607-508")).toBeChecked();
    await expect(planner.notice(UNREADABLE)).toHaveCount(0);
  });
});

test("a damaged plan is not overwritten where the storage is too full to put it aside", async ({ planner, page }) => {
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

test("a plan of a newer version can be looked at, stays as it is, and becomes a plan of one’s own", async ({ planner, page }) => {
  await planner.open("8607-diploma");
  await planner.tick("8607-501", "8607-503");
  await planner.rename("Siân’s plan");
  const newer = await spoil(page, "8607-diploma", ['"schema":2', '"schema":9,"mood":1']);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Siân’s plan" })).toBeVisible();
  await expect(page.getByText("made by a newer version of the planner")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: /Developing Critical Thinking\s*8607-503\s*4 credits/ })).toBeVisible();
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  const before = await kept(page);
  const { text } = await planner.download(planner.button("Download it as it is"));
  expect(text).toBe(newer);
  await planner.button("Keep this plan").click();
  await expect(planner.box("8607-503")).toBeChecked();
  await planner.tick("8607-504", "8607-505", "8607-506");
  const after = await kept(page);
  for (const [key, text] of Object.entries(before)) expect(after[key], key).toBe(text);
  await planner.open();
  await expect(planner.draft("Siân’s plan")).toHaveCount(2);
  await expect(planner.draft("Siân’s plan").filter({ hasText: "Made by a newer version" })).toHaveCount(1);
});

test("a unit that the catalogue has lost stays in the plan, named and uncounted, and can be taken out", async ({ planner, page }) => {
  await planner.open();
  await openFile(planner, "own.json", JSON.stringify(small));
  await expect(planner.came("own.json was added")).toBeVisible();
  await planner.closeFile();
  await page.goto(`${planner.address}#/small-award`);
  await planner.tick("First", "Second");
  await expect(planner.state).toHaveText(/^\S*Met: Complete/);

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
  await planner.button("Remove Second").click();
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
    await planner.rename("Siân’s plan");
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
    await expect(there.page.getByRole("heading", { name: "Plans in 8607-award.plan.json" })).toBeFocused();
    await expect(there.page.getByText("Not in this browser yet.")).toBeVisible();
    await there.takeIn.click();
    await expect(there.heading("8607-award")).toBeFocused();
    await expect(there.state).toHaveText(/^\S*Met: Complete/);
    await there.expectName("Siân’s plan");
    await expect(there.saving).toHaveText("Saved in this browser");
    await there.page.reload();
    await expect(there.state).toHaveText(/^\S*Met: Complete/);
    await context.close();
  });

  test("is known again on another computer when it comes a second time", async ({ planner, page, browser, troubles }) => {
    await planner.open("8607-award");
    await planner.tick("8607-520");
    const first = await planner.shared("Plan file");
    await planner.tick("8607-518");
    const second = await planner.shared("Plan file");
    const context = await browser.newContext();
    troubles.watch(context);
    const there = new Planner(await context.newPage(), servers.site);
    await there.open();
    await openFile(there, "first.json", first.text);
    await there.takeIn.click();
    await expect(there.box("8607-520")).toBeChecked();
    await there.open();
    await openFile(there, "second.json", second.text);
    await expect(there.scope.getByText("Already here, and not the same.")).toBeVisible();
    await there.replace.check();
    await there.takeIn.click();
    await expect(there.box("8607-518")).toBeChecked();
    await there.open();
    await expect(there.draft("Plan for the Level 5 Award in Leadership and Management")).toHaveCount(1);
    // Under whatever name: what is the same is said to be here.
    await openFile(there, "second.json", second.text);
    await expect(there.scope.getByText("1 plan that is already here, and the same")).toBeVisible();
    await context.close();
  });

  test("is kept beside the plan that it was, or takes its place, or is left out", async ({ planner, page }) => {
    await planner.open("8607-award");
    await planner.tick("8607-520");
    const { text } = await planner.shared("Plan file");
    await planner.open();
    await openFile(planner, "again.json", text);
    await page.getByText("1 plan that is already here, and the same").click();
    await expect(page.getByText("Already here, and the same.", { exact: true })).toBeVisible();
    await expect(planner.arrival("Plan for the Level 5 Award in Leadership and Management")).not.toBeChecked();
    await planner.closeFile();
    await planner.open("8607-award");
    await planner.untick("8607-520");
    await planner.tick("8607-501");

    await planner.open();
    await openFile(planner, "again.json", text);
    await expect(page.getByText("Already here, and not the same.")).toBeVisible();
    await planner.takeIn.click();
    await expect(planner.box("8607-520")).toBeChecked();
    await planner.open();
    await expect(planner.drafts).toHaveCount(2);
    await planner.button("Undo adding from a file").click();
    await expect(planner.drafts).toHaveCount(1);

    await openFile(planner, "again.json", text);
    await planner.replace.check();
    await planner.takeIn.click();
    await expect(planner.box("8607-520")).toBeChecked();
    await planner.open();
    await expect(planner.drafts).toHaveCount(1);
    await page.reload();
    await planner.button("Undo adding from a file").click();
    await expect(planner.drafts).toHaveCount(1);
    await planner.drafts.getByRole("link").click();
    await expect(planner.box("8607-501")).toBeChecked();
    await expect(planner.box("8607-520")).not.toBeChecked();
  });

  test("and was changed since is said to be changed before it is added", async ({ planner, page }) => {
    const text = await copy(planner, page);
    await planner.open();
    await openFile(planner, "some.plan.json", text.replace("8607-518", "8607-519"));
    await expect(page.getByText("The file is not as it was written")).toBeVisible();
    await planner.closeFile();
    await expect(page.getByText("The file is not as it was written")).toHaveCount(0);
    await expect(planner.drafts, "the one that the copy was taken of").toHaveCount(1);
  });

  for (const [what, change, reason] of [
    ["was cut short", (text) => text.slice(0, -40), "it was changed or cut short"],
    ["is of a newer version", (text) => text.replace('"schema": 2', '"schema": 9, "mood": 1'), "newer version"],
  ]) {
    test(`and ${what} is refused with the reason`, async ({ planner, page }) => {
      const text = change(await copy(planner, page));
      await planner.open();
      await openFile(planner, "some.plan.json", text);
      await expect(planner.came("“some.plan.json” cannot be opened")).toContainText(reason);
      await expect(planner.card("8607-award")).toBeVisible();
    });
  }

  test("and is for a qualification that is not here is kept, and opens when its catalogue is here", async ({ planner, page }) => {
    await planner.open();
    await openFile(planner, "own.json", JSON.stringify(small));
    await page.goto(`${planner.address}#/small-award`);
    await planner.tick("First");
    const { text } = await planner.shared("Plan file");
    await forget(page);
    await page.goto(planner.address);
    await page.reload();
    await openFile(planner, "some.plan.json", text);
    await planner.takeIn.click();
    const draft = planner.draft("Plan for small-award");
    await expect(draft).toContainText("no catalogue here has");
    await draft.getByRole("link").click();
    await expect(planner.scope.getByText("This plan is kept in this browser as it is.")).toBeVisible();
    await planner.open();
    await openFile(planner, "own.json", JSON.stringify(small));
    await expect(planner.came("own.json was added")).toBeVisible();
    await planner.closeFile();
    await planner.draft("Plan for the Small Award").getByRole("link").click();
    await expect(planner.box("First")).toBeChecked();
  });
});
