// Coming back to a page that the browser had put aside whole: its scripts go on where they were, and
// have heard of nothing that happened in between.

import { launch } from "./support/browser.mjs";
import { Planner } from "./support/planner.mjs";
import { inStep, keeps } from "./support/storage.mjs";
import { expect, servers, test } from "./support/test.mjs";

const SWITCH = "--disable-back-forward-cache";

/** Two tabs of a browser that puts pages aside, which Playwright’s own does not. */
async function twoTabs(troubles, info) {
  const context = await launch(info, info.outputPath("profile"), { ignoreDefaultArgs: [SWITCH] });
  troubles.watch(context);
  return [context.pages()[0], await context.newPage()].map((page) => new Planner(page, servers.site));
}

/** Leaves the page, and comes back after `meanwhile` to the very same page. */
async function away(planner, meanwhile) {
  expect(await leave(planner, meanwhile), "the page was put aside and is back").toEqual([true]);
}

/** Leaves the page, and comes back after `meanwhile`: what the page has written down of that. One that is loaded anew has nothing. */
async function leave({ page }, meanwhile = async () => {}) {
  // A page that is still writing to IndexedDB is not put aside.
  await inStep(page);
  await page.evaluate(() => {
    window.stayed = [];
    addEventListener("pageshow", ({ persisted }) => window.stayed.push(persisted), { once: true });
  });
  await page.goto(`${servers.site}?elsewhere`);
  await meanwhile();
  // A page that comes back is not loaded, so there is no such event to wait for.
  await page.goBack({ waitUntil: "commit" });
  const shown = () =>
    page.evaluate(() => {
      if (document.readyState !== "complete" || location.search) return "not yet";
      return window.stayed?.length === 0 ? "not yet" : (window.stayed ?? "another page");
    });
  await expect.poll(shown).not.toBe("not yet");
  return shown();
}

test("a page with the planner is put aside whole, and comes back", async ({ troubles }, info) => {
  const [planner] = await twoTabs(troubles, info);
  await planner.open("8607-diploma");
  await planner.tick("8607-501");
  await away(planner);
  await expect(planner.box("8607-501")).toBeChecked();
  await planner.undo.click();
  await expect(planner.box("8607-501"), "its history is still there").not.toBeChecked();
  await planner.page.context().close();
});

test("a planner that comes back shows what another tab has changed", async ({ troubles }, info) => {
  const [planner, other] = await twoTabs(troubles, info);
  await planner.open("8607-diploma");
  await planner.tick("8607-501");
  await away(planner, async () => {
    await other.open("8607-diploma");
    await other.tick("8607-503");
    await other.rename("Changed elsewhere");
    await keeps(other.page, "Changed elsewhere");
  });
  await expect(planner.box("8607-503")).toBeChecked();
  await planner.expectName("Changed elsewhere");
  await planner.page.context().close();
});

test("what is changed after coming back is saved, and nothing that another tab has changed is lost", async ({ troubles }, info) => {
  const [planner, other] = await twoTabs(troubles, info);
  await planner.open("8607-diploma");
  await planner.tick("8607-501");
  await away(planner, async () => {
    await other.open("8607-diploma");
    await other.tick("8607-503");
    await keeps(other.page, "8607-503");
    await other.page.close();
  });
  await planner.tick("8607-504");
  await keeps(planner.page, "8607-504");
  await planner.page.reload();
  for (const code of ["8607-501", "8607-503", "8607-504"]) await expect(planner.box(code)).toBeChecked();
  await planner.page.context().close();
});

test("the choice of all that comes back shows what another tab has changed", async ({ troubles }, info) => {
  const [planner, other] = await twoTabs(troubles, info);
  await planner.open();
  await away(planner, async () => {
    await other.open("8607-award");
    await other.tick("8607-520");
    await keeps(other.page, "8607-520");
  });
  await expect(planner.drafts).toContainText("1 unit to go");
  await planner.page.context().close();
});

test("where the cache is off, a page that comes back is another", async ({ planner, page }) => {
  await planner.open("8607-diploma");
  expect(await leave(planner)).toBe("another page");
});
