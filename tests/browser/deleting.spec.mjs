// The one button that deletes everything from this browser.

import { openFile, small } from "./support/files.mjs";
import { Planner } from "./support/planner.mjs";
import { copied, inStep, kept, turnBack, whole } from "./support/storage.mjs";
import { expect, servers, test } from "./support/test.mjs";

async function deleteEverything(planner) {
  await planner.askToDeleteEverything();
  await planner.button("Delete everything").click();
  await expect(planner.scope.getByRole("dialog")).toHaveCount(0);
  await expect(planner.heading()).toBeVisible();
  await expect(planner.scope.getByRole("status").filter({ hasText: "Everything is deleted from this browser." })).toBeVisible();
}

test.describe("deleting everything", () => {
  test("offers a copy first, takes every plan, and leaves what others keep here", async ({ planner, page }) => {
    await page.goto(planner.address);
    await page.evaluate(() => {
      localStorage.setItem("somebody else’s", "stays");
      localStorage.setItem("qualification-planners of another make", "stay");
    });
    await planner.open("8607-diploma");
    await planner.tick("8607-501");
    await planner.open("8607-award");
    await planner.tick("8607-520");
    const before = await kept(page);
    expect(Object.keys(before)).toHaveLength(2);

    await planner.askToDeleteEverything();
    const dialog = page.getByRole("dialog", { name: "Delete everything from this browser?" });
    await expect(dialog).toContainText("cannot be undone");
    const copy = await planner.download(planner.button("Download everything first"));
    expect(JSON.parse(copy.text)).toEqual(before);
    await dialog.getByRole("button", { name: "Delete everything", exact: true }).click();
    await expect(planner.heading()).toBeVisible();
    expect(await kept(page)).toEqual({});
    expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({
      "somebody else’s": "stays",
      "qualification-planners of another make": "stay",
    });
    await page.reload();
    await planner.open("8607-award");
    await expect(planner.box("8607-520")).not.toBeChecked();
    expect(await kept(page), "looking saves nothing").toEqual({});
  });

  test("takes the catalogue files too", async ({ planner, page }) => {
    await planner.open();
    await openFile(planner, "own.json", JSON.stringify(small));
    await planner.closeFile();
    await expect(page.getByText("Small Award")).toBeVisible();
    await deleteEverything(planner);
    await expect(page.getByText("Small Award")).toHaveCount(0);
    await page.reload();
    await expect(planner.heading()).toBeVisible();
    await expect(page.getByText("Small Award")).toHaveCount(0);
  });

  test("is noticed by another tab, which does not go on saying that its plan is saved", async ({ planner, context }) => {
    const other = new Planner(await context.newPage(), servers.site);
    await planner.open("8607-award");
    await planner.tick("8607-520");
    await other.open("8607-award");
    await expect(other.saving).toHaveText("Saved in this browser");
    await planner.askToDeleteEverything();
    await planner.button("Delete everything").click();
    await expect(planner.heading()).toBeVisible();
    await expect(other.saving).toHaveText("Deleted from this browser; the next change saves it again");
    await other.tick("8607-518");
    await expect(other.saving).toHaveText("Saved in this browser");
  });

  test("is not done by “Keep it” nor by Escape", async ({ planner, page }) => {
    await planner.open("8607-award");
    await planner.tick("8607-520");
    const dialog = page.getByRole("dialog", { name: "Delete everything from this browser?" });
    await planner.askToDeleteEverything();
    await planner.button("Keep it").click();
    await expect(dialog).toBeHidden();
    await planner.button("Delete everything from this browser").click();
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await page.reload();
    await expect(planner.box("8607-520")).toBeChecked();
  });

  test("is not undone by a browser that is killed before it has written that, and what was planned since stays", async ({ planner, page }) => {
    await planner.open();
    await openFile(planner, "own.json", JSON.stringify(small));
    await expect(planner.came("own.json was added")).toBeVisible();
    await planner.closeFile();
    await planner.open("8607-award");
    await planner.tick("8607-520");
    await inStep(page);
    const before = await whole(page);
    await deleteEverything(planner);
    await turnBack(page, before);
    await page.reload();
    await expect(planner.drafts).toHaveCount(0);
    await expect(page.getByText("Small Award")).toHaveCount(0);
    await expect.poll(() => kept(page)).toEqual({});
    expect(await inStep(page)).toEqual([]);

    // The same file once more, and a plan: kept anew, and the browser is killed once more.
    await openFile(planner, "own.json", JSON.stringify(small));
    await expect(planner.came("own.json was added")).toBeVisible();
    await planner.closeFile();
    await inStep(page);
    await page.reload();
    await expect(page.getByText("Small Award").first()).toBeVisible();
    await planner.open("8607-award");
    await planner.tick("8607-518");
    const since = await inStep(page);
    await turnBack(page, before);
    await page.reload();
    await expect(planner.box("8607-518")).toBeChecked();
    await expect(planner.box("8607-520")).not.toBeChecked();
    expect(await inStep(page)).toEqual(since);
    await planner.open();
    await expect(page.getByText("Small Award").first()).toBeVisible();
    await expect(planner.drafts).toHaveCount(1);
  });

  test("is not undone by a kill that brings back what had gone shortly before", async ({ planner, page }) => {
    await planner.open("8607-diploma");
    await planner.tick("8607-501");
    await inStep(page);
    const early = await whole(page);
    const before = Object.keys(await kept(page));
    await planner.tick("8607-503", "8607-504", "8607-505", "8607-506");
    const keys = await inStep(page);
    expect(keys.filter((key) => before.includes(key))).toEqual([]);
    await deleteEverything(planner);
    await turnBack(page, early);
    await page.reload();
    await expect(planner.heading()).toBeVisible();
    await expect(planner.drafts).toHaveCount(0);
    await expect.poll(() => kept(page)).toEqual({});
    expect(await copied(page)).toEqual([]);
  });

  test("leaves nothing but a number, by which a browser that was killed knows what is from before", async ({ planner, page }) => {
    const left = () =>
      page.evaluate(async () => {
        const answer = (request) => new Promise((done) => (request.onsuccess = () => done(request.result)));
        const database = await answer(indexedDB.open("qualification-planner", 1));
        const texts = database.transaction("texts").objectStore("texts");
        const [keys, all] = [await answer(texts.getAllKeys()), await answer(texts.getAll())];
        database.close();
        return { first: Object.keys(localStorage), second: keys, number: all[0] };
      });
    await planner.open("8607-award");
    await planner.tick("8607-520");
    await inStep(page);
    const before = await left();
    await deleteEverything(planner);
    const after = await left();
    expect(after).toEqual({ first: [], second: ["qualification-planner-life"], number: expect.stringMatching(/^\d+$/) });
    expect(before.number).not.toBe(after.number);
  });

  test("is not undone by a tab that is just opening", async ({ planner, page, context }) => {
    await planner.open("8607-award");
    await planner.tick("8607-520");
    await inStep(page);
    // It has looked into the second copy, and holds still before it gives back what is missing.
    const other = new Planner(await context.newPage(), servers.site);
    await other.page.addInitScript(() => {
      const getAll = IDBObjectStore.prototype.getAll;
      IDBObjectStore.prototype.getAll = function () {
        const asked = getAll.call(this);
        const held = {};
        const still = () => {
          window.holds = true;
          if (window.goes) held.onsuccess();
          // Its transaction goes on as long as it asks for something.
          else this.get("nothing").onsuccess = still;
        };
        asked.onsuccess = () => {
          held.result = asked.result;
          still();
        };
        return held;
      };
    });
    await other.page.goto(other.address);
    await expect.poll(() => other.page.evaluate(() => window.holds)).toBe(true);
    await page.bringToFront();
    await planner.askToDeleteEverything();
    await planner.button("Delete everything").click();
    await expect.poll(() => kept(page)).toEqual({});
    const dialog = page.getByRole("dialog", { name: "Delete everything from this browser?" });
    await expect(dialog, "it waits for the other tab").toBeVisible();
    await other.page.evaluate(() => (window.goes = true));
    await expect(dialog).toBeHidden();
    expect(await kept(page)).toEqual({});
    expect(await copied(page)).toEqual([]);
    await page.reload();
    await expect(planner.heading()).toBeVisible();
    await expect(planner.drafts).toHaveCount(0);
    await expect(other.drafts).toHaveCount(0);
  });

  test("and going back to a plan begins it anew, and that stays", async ({ planner, page }) => {
    await planner.open("8607-award");
    await planner.rename("One");
    await planner.tick("8607-520");
    await planner.open();
    await planner.draft("One").getByRole("link").click();
    // A save by this very page.
    await planner.tick("8607-519");
    await inStep(page);
    await deleteEverything(planner);
    await page.goBack();
    await expect(planner.box("8607-520")).not.toBeChecked();
    await planner.tick("8607-518");
    await expect(planner.saving).toHaveText("Saved in this browser");
    await inStep(page);
    await page.reload();
    await expect(planner.box("8607-518")).toBeChecked();
    await expect(planner.saving).toHaveText("Saved in this browser");
  });

  test("says so where the second copy cannot be deleted", async ({ planner, page }) => {
    await planner.open("8607-award");
    await planner.tick("8607-520");
    await inStep(page);
    await page.evaluate(() => {
      IDBObjectStore.prototype.clear = () => {
        throw new DOMException("no", "UnknownError");
      };
    });
    await planner.askToDeleteEverything();
    await planner.button("Delete everything").click();
    await expect(page.getByRole("dialog", { name: "Delete everything from this browser?" }).getByRole("alert")).toContainText("Delete the site’s data in the browser’s own settings.");
  });
});
