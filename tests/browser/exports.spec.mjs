// What leaves the browser when not all is well, and many drafts at once.

import { openFile } from "./support/files.mjs";
import { Planner } from "./support/planner.mjs";
import { block, empty, fill, forget, inStep, kept, spoil, unblock } from "./support/storage.mjs";
import { expect, servers, test } from "./support/test.mjs";

test("a file of every plan says where what is kept could not be read for it", async ({ planner, page }) => {
  await planner.open("8604-award");
  await planner.tick("8604-308");
  await planner.open("8607-diploma");
  await planner.tick("8607-501");
  await page.evaluate(block);
  await planner.tick("8607-503");
  await planner.leave();
  const { text } = await planner.download(planner.button("Download every plan"));
  const file = JSON.parse(text);
  expect(file.drafts.map(({ plan }) => plan.qualification)).toEqual(["8607-diploma"]);
  expect(file.drafts[0].plan.units.map(({ code }) => code)).toEqual(["8607-501", "8607-503"]);
  await expect(planner.notice("Not every plan is in the file")).toContainText("could not be read");
  await page.evaluate(unblock);
  const all = await planner.download(planner.button("Download every plan"));
  expect(JSON.parse(all.text).drafts).toHaveLength(2);
  await expect(planner.notice("Not every plan is in the file")).toHaveCount(0);
});

test("a file of every plan says where some of them cannot be read", async ({ planner, page }) => {
  await planner.open("8607-diploma");
  await planner.tick("8607-501");
  await spoil(page, "8607-diploma", ["8607-501", "8607-502"]);
  await planner.open("8604-award");
  await planner.tick("8604-308");
  await planner.open();
  await planner.download(planner.button("Save all plans as a file"));
  await expect(planner.notice("Not every plan is in the file")).toContainText("What cannot be read of your plans is not in the file.");
});

test("a file in which nothing is new says so, and offers nothing to add", async ({ planner, page }) => {
  await planner.open("8607-diploma");
  await planner.tick("8607-501");
  await planner.open();
  const { text } = await planner.download(planner.button("Save all plans as a file"));
  await openFile(planner, "same.json", text);
  await expect(planner.fileSheet).toContainText("Nothing new: the plan in it is already here, and the same.");
  await expect(planner.takeIn).toHaveCount(0);
  await planner.closeFile();
  await expect(planner.button("Undo adding from a file")).toHaveCount(0);
});

test("a plan that was never saved is deleted with what could be saved of it", async ({ planner, page }) => {
  await planner.open("8607-diploma");
  await page.evaluate(block);
  await planner.tick("8607-501");
  await expect(planner.saving).toHaveText("Your plan is not saved");
  await page.evaluate(unblock);
  await planner.byPlans("Delete this plan");
  await expect(planner.scope.getByText(/“Plan for the Level 5 Diploma.*” deleted\./)).toBeVisible();
  await expect(planner.drafts).toHaveCount(0);
  await planner.button("Undo deleting").click();
  await expect(planner.drafts).toHaveCount(1);
  // One that was removed for good is not said to be brought back.
  await planner.act("Plan for the Level 5 Diploma in Leadership and Management", "Delete");
  await planner.scope.getByText("Deleted plans (1)").click();
  await planner.scope.getByRole("button", { name: /^Remove for good: / }).click();
  await planner.button("Undo deleting").click();
  await expect(planner.scope.getByText("That plan is no longer here")).toBeVisible();
});

test("everything first is everything, also what is in no save", async ({ planner, page }) => {
  await planner.open("8604-award");
  await planner.tick("8604-308");
  await planner.open("8607-diploma");
  await planner.tick("8607-501");
  await fill(page);
  await planner.tick("8607-503");
  await expect(planner.saving).toHaveText("Your plan is not saved");
  await planner.askToDeleteEverything();
  const { text } = await planner.download(planner.button("Download everything first"));
  await planner.button("Delete everything").click();
  await expect(planner.heading()).toBeVisible();
  await empty(page);
  await openFile(planner, "everything.json", text);
  await planner.takeIn.click();
  await expect(planner.drafts).toHaveCount(2);
  await planner.scope.getByRole("link", { name: /Diploma/ }).first().click();
  await expect(planner.box("8607-501")).toBeChecked();
  await expect(planner.box("8607-503")).toBeChecked();
});

test("where nothing can be read, everything first says so and offers what is open", async ({ planner, page }) => {
  await planner.open("8607-diploma");
  await planner.tick("8607-501");
  await page.evaluate(block);
  await planner.tick("8607-503");
  await planner.askToDeleteEverything();
  const { text } = await planner.download(planner.button("Download everything first"));
  expect(Object.keys(JSON.parse(text))).toHaveLength(1);
  await expect(planner.notices.filter({ hasText: "does not let the page read what it keeps" })).toBeVisible();
});

test("where the program cannot be loaded, what is kept can be downloaded all the same", async ({ planner, page, troubles }) => {
  troubles.expect(/failed: .*\.wasm/, /console error: Failed to load resource/);
  await planner.open("8607-diploma");
  await planner.tick("8607-501");
  await inStep(page);
  const before = await kept(page);
  await page.route("**/*.wasm", (route) => route.abort());
  await page.reload();
  await expect(page.getByRole("alert")).toContainText("could not be loaded");
  const { text } = await planner.download(planner.button("Download every plan"));
  expect(JSON.parse(text)).toEqual(before);
  // What only the second copy has is offered too.
  await page.evaluate(() => localStorage.clear());
  await page.route("**/planner*.js", (route) => route.abort());
  troubles.expect(/failed: .*\.js/);
  await page.reload();
  expect(JSON.parse((await planner.download(planner.button("Download every plan"))).text)).toEqual(before);
  // Where there is nothing, there is nothing to offer.
  await forget(page);
  await page.reload();
  await expect(page.getByRole("alert")).toContainText("could not be loaded");
  await expect(planner.button("Download every plan")).toHaveCount(0);
});

/** A file of so many drafts, the last one changed last. */
const file = (number) => {
  const draft = (_, place) => ({
    changed: 1_700_000_000 + place,
    plan: { qualification: "8607-award", name: `Plan ${place + 1}`, units: [{ code: "8607-520" }] },
  });
  return JSON.stringify({ format: "qualification-planner drafts", schema: 2, drafts: Array.from({ length: number }, draft) });
};

test("of many plans a page is shown, and more when asked for", async ({ planner, page }) => {
  await planner.open();
  await openFile(planner, "many.json", file(120));
  const preview = planner.fileSheet;
  await expect(preview.getByRole("listitem")).toHaveCount(50);
  await planner.arrival("Plan 2").uncheck();
  await preview.getByRole("button", { name: "Show 50 more of the other 70" }).click();
  await expect(preview.getByRole("listitem")).toHaveCount(100);
  await expect(preview.getByRole("listitem").nth(50)).toBeFocused();
  await expect(planner.arrival("Plan 2")).not.toBeChecked();
  await planner.takeIn.click();
  await expect(page.getByText("119 plans were added from the file.")).toBeVisible();

  await expect(planner.drafts).toHaveCount(50);
  await expect(planner.drafts.first()).toContainText("Plan 120");
  await planner.button("Show 50 more of the other 69").click();
  await planner.button("Show the other 19").click();
  await expect(planner.drafts).toHaveCount(119);
  await expect(planner.drafts.nth(100)).toBeFocused();
  await expect(planner.draft("Plan 2")).toHaveCount(0);
  await planner.button("Undo adding from a file").click();
  await expect(planner.draft("Plan 120")).toHaveCount(0);
  await planner.button("Redo adding from a file").click();
  await expect(planner.draft("Plan 120")).toHaveCount(1);
});

test("all of many plans are in the file, and are known again where they were added", async ({ planner, browser, troubles }) => {
  await planner.open();
  await openFile(planner, "many.json", file(60));
  await planner.takeIn.click();
  const { text } = await planner.download(planner.button("Save all plans as a file"));
  expect(JSON.parse(text).drafts).toHaveLength(60);
  const context = await browser.newContext();
  troubles.watch(context);
  const there = new Planner(await context.newPage(), servers.site);
  await there.open();
  await openFile(there, "all.json", text);
  await there.takeIn.click();
  await expect(there.page.getByText("60 plans were added from the file.")).toBeVisible();
  await openFile(there, "all.json", text);
  await expect(there.scope.getByText("60 plans that are already here, and the same")).toBeVisible();
  await context.close();
});

test("a plan of hundreds of units is shown a page at a time, as one that is kept and as a link", async ({ planner, page }) => {
  const units = Array.from({ length: 300 }, (_, number) => ({ code: `X-${number}` }));
  await planner.open();
  await openFile(planner, "long.json", JSON.stringify({ qualification: "8607-award", units }));
  await planner.takeIn.click();
  const out = planner.summary.getByRole("button", { name: /^Remove X-/ });
  await expect(out).toHaveCount(100);
  await planner.button("Show 100 more of the other 200").click();
  await expect(out).toHaveCount(200);
  await page.goto(await planner.link());
  const shown = page.getByRole("listitem").filter({ hasText: /^X-/ });
  await expect(shown).toHaveCount(100);
  await planner.button("Show 100 more of the other 200").click();
  await planner.button("Show the other 100").click();
  await expect(shown).toHaveCount(300);
  await expect(shown.nth(200)).toBeFocused();
});
