// The second copy of what is kept, for what a killed browser had not written.

import { embed } from "./support/embed.mjs";
import { copied, inStep, turnBack, whole } from "./support/storage.mjs";
import { expect, servers, test } from "./support/test.mjs";

test("what the browser had not written yet is there all the same", async ({ planner, page }) => {
  await planner.open("8607-diploma");
  await planner.tick("8607-501");
  await inStep(page);
  const early = await whole(page);
  await planner.tick("8607-503", "8607-504");
  await planner.rename("Siân’s plan");
  await inStep(page);
  await turnBack(page, early);
  await page.reload();
  await expect(planner.box("8607-504")).toBeChecked();
  await planner.expectName("Siân’s plan");
  await expect(planner.saving).toHaveText("Saved in this browser");
  await planner.tick("8607-505");
  await page.reload();
  await expect(planner.box("8607-505")).toBeChecked();
  await planner.open();
  await expect(planner.drafts).toHaveCount(1);
});

test("what is deleted goes from the copy too", async ({ planner, page }) => {
  await planner.open("8607-diploma");
  await planner.tick("8607-501");
  await planner.open("8604-award");
  await planner.tick("8604-308");
  await planner.open();
  await planner.act("Plan for the Level 4 Award in Leadership", "Delete");
  await planner.scope.getByText("Deleted plans (1)").click();
  await planner.button("Remove for good: Plan for the Level 4 Award in Leadership").click();
  await expect(planner.scope.getByText(/Deleted plans/)).toHaveCount(0);
  const keys = await inStep(page);
  expect(keys.filter((key) => key.includes("/draft/"))).toHaveLength(1);
  await planner.askToDeleteEverything();
  await planner.button("Delete everything").click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(await copied(page), "when the dialogue has closed").toEqual([]);
  await expect(planner.drafts).toHaveCount(0);
  await page.reload();
  await expect(planner.drafts).toHaveCount(0);
});

test("where there can be no copy, everything else works", async ({ planner, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "indexedDB", { get: () => ({ open() { throw new DOMException("no", "SecurityError"); } }) });
  });
  await planner.open("8607-diploma");
  await planner.tick("8607-501");
  await page.reload();
  await expect(planner.box("8607-501")).toBeChecked();
});

/** Ways in which a second copy can fail, all of them in the page from its beginning. */
const FAULTS = {
  "is full": () => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("there is no room", "QuotaExceededError");
    };
  },
  "is given up in the middle": () => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given) {
      const asked = put.apply(this, given);
      this.transaction.abort();
      return asked;
    };
  },
  "is never opened": () => {
    IDBFactory.prototype.open = () => new EventTarget();
  },
  "never comes to an end": () => {
    IDBObjectStore.prototype.getAllKeys = () => new EventTarget();
  },
};

for (const [fault, init] of Object.entries(FAULTS)) {
  test(`where the copy ${fault}, what is called saved is there`, async ({ planner, page }) => {
    await page.addInitScript(init);
    await planner.open("8607-diploma");
    await planner.tick("8607-501");
    await expect(planner.saving).toHaveText("Saved in this browser");
    await planner.tick("8607-503");
    await expect(planner.saving).toHaveText("Saved in this browser");
    await page.reload();
    await expect(planner.box("8607-501")).toBeChecked();
    await expect(planner.box("8607-503")).toBeChecked();
  });
}

test("a host page that clears its storage takes no plan away", async ({ page }) => {
  await page.goto(`${servers.host}hosts/bare.html`);
  const planner = await embed(page, { qualification: "8604-award" });
  await planner.tick("8604-308");
  const other = await embed(page, { qualification: "8607-award" }, "#there");
  await other.near();
  await other.tick("8607-520");
  await expect(other.saving).toHaveText("Saved in this browser");
  await page.evaluate(() => localStorage.clear());
  await planner.tick("8604-401");
  await expect(planner.saving).toHaveText("Saved in this browser");
  await page.reload();
  const again = await embed(page, {});
  await expect(again.drafts).toHaveCount(2);
  await expect(again.scope.getByText(/Conflicting copy/)).toHaveCount(0);
  await again.scope.getByRole("button", { name: "Plan for the Level 4 Award in Leadership", exact: true }).click();
  await expect(again.box("8604-308")).toBeChecked();
  await expect(again.box("8604-401")).toBeChecked();
});
