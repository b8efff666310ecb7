// Drafts: kept, followed in another tab, and not lost to a storage that fails.

import { withSettings } from "./support/browser.mjs";
import { credits } from "./support/facts.mjs";
import { Planner } from "./support/planner.mjs";
import { block, empty, fill, unblock } from "./support/storage.mjs";
import { expect, servers, test } from "./support/test.mjs";

const NOT_SAVED = "Your plan is not saved";

test("on a phone, a plan that is not saved and a broken rule are said where the learner is", async ({ planner, page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await planner.open("8607-certificate");
  await planner.tick("8607-501", "8607-504", "8607-400", "8607-408");
  await expect(planner.state).toHaveText(/^\S*Broken: /);
  await expect(planner.state).toBeInViewport();
  // Earlier saves make way first.
  for (const code of ["8607-523", "8607-525", "8607-526"]) {
    await fill(page);
    await planner.tick(code);
  }
  const unsaved = planner.summary.getByText(NOT_SAVED);
  await expect(unsaved).toBeInViewport();
  await expect(planner.scope.getByText(NOT_SAVED)).toHaveCount(1);
  await expect(planner.summary.getByRole("button", { name: "Download a copy" })).toBeInViewport();
  await empty(page);
  await planner.tick("8607-524");
  await expect(unsaved).toHaveCount(0);
});

for (const [width, height, leads] of [
  [390, 844, "state"],
  [320, 256, "dock"],
  [1280, 900, "state"],
]) {
  test(`that saving is blocked is said until it is closed, and then no more in this visit, at ${width} px`, async ({ planner, page }) => {
    await page.setViewportSize({ width, height });
    await page.addInitScript(block);
    await planner.open("8607-award");
    await planner.tick("8607-520");
    const notice = planner.notice(NOT_SAVED);
    await expect(notice).toBeInViewport();
    await notice.getByRole("button", { name: "Close", exact: true }).click();
    await expect(notice).toHaveCount(0);
    // Where the plan stands, or what opens it.
    await expect(planner[leads]).toBeFocused();
    const counts = (...codes) => expect(planner.summary.locator(".qp-my-total")).toHaveText(new RegExp(`^${credits(codes)} `));
    await planner.tick("8607-519");
    await counts("8607-519", "8607-520");
    await expect(notice).toHaveCount(0);
    await planner.open("8607-certificate");
    await planner.tick("8607-520");
    await counts("8607-520");
    await expect(notice).toHaveCount(0);
    await page.reload();
    await planner.tick("8607-520");
    await expect(notice).toBeVisible();
  });
}

test("that the storage is full is not closed: there is something to do about it", async ({ planner, page }) => {
  await planner.open("8607-certificate");
  for (const code of ["8607-523", "8607-525", "8607-526"]) {
    await fill(page);
    await planner.tick(code);
  }
  await expect(planner.notice(NOT_SAVED)).toBeVisible();
  await expect(planner.notice(NOT_SAVED).getByRole("button", { name: "Close" })).toHaveCount(0);
});

test("a plan is there after a reload", async ({ planner, page }) => {
  await planner.open("8607-diploma");
  await expect(planner.saving).toHaveText("Nothing to save yet");
  await planner.tick("8607-501", "8607-530");
  await planner.achieved("8607-530").click();
  await planner.rename("Siân’s plan");
  await planner.register("2021-09-01");
  await expect(planner.saving).toHaveText("Saved in this browser");
  await page.reload();
  await expect(planner.box("8607-501")).toBeChecked();
  await expect(planner.achieved("8607-530")).toHaveAttribute("aria-pressed", "true");
  await planner.expectName("Siân’s plan");
  await planner.expectRegistered("2021-09-01");
  await expect(planner.progress).toHaveAttribute("aria-valuenow", `${credits(["8607-501", "8607-530"])}`);
  await expect(planner.saving).toHaveText("Saved in this browser");
});

test("each qualification has a plan of its own", async ({ planner, page }) => {
  await planner.open("8607-diploma");
  await planner.tick("8607-501");
  await planner.open("8607-award");
  await expect(planner.box("8607-501")).not.toBeChecked();
  await planner.tick("8607-503");
  await page.goBack();
  await expect(planner.heading("8607-diploma")).toBeVisible();
  await expect(planner.box("8607-501")).toBeChecked();
  await expect(planner.box("8607-503")).not.toBeChecked();
});

test("a second tab follows the first, and the first the second", async ({ planner, context }) => {
  const other = new Planner(await context.newPage(), servers.site);
  await planner.open("8607-diploma");
  await other.open("8607-diploma");
  await planner.tick("8607-501");
  await expect(other.box("8607-501")).toBeChecked();
  await expect(other.saving).toHaveText("Saved in this browser");
  await other.tick("8607-503");
  await expect(planner.box("8607-503")).toBeChecked();
  await expect(planner.progress).toHaveAttribute("aria-valuenow", `${credits(["8607-501", "8607-503"])}`);
  await planner.untick("8607-501");
  await expect(other.box("8607-501")).not.toBeChecked();
});

test("the list in a second tab shows a plan’s new total", async ({ planner, context }) => {
  const other = new Planner(await context.newPage(), servers.site);
  await other.open();
  await planner.open("8607-award");
  await planner.tick("8607-520");
  await expect(other.drafts).toContainText("1 unit to go");
});

test.describe("where the browser keeps nothing", () => {
  /** Where the first row begins. */
  const top = async (planner) => (await planner.row("8607-501").boundingBox()).y + (await planner.page.evaluate(() => scrollY));

  for (const [width, height, most] of [[390, 844, 330], [1280, 900, 260]]) {
    test(`the first row stands as high as ever at ${width} px, and what is said is in view`, async ({ planner, page }) => {
      await page.setViewportSize({ width, height });
      await page.addInitScript(block);
      await planner.open("8607-certificate");
      await planner.tick("8607-502");
      await expect(planner.notice(NOT_SAVED)).toBeInViewport();
      await expect(planner.summary.getByRole("button", { name: "Download a copy" })).toBeInViewport();
      expect(await top(planner)).toBeLessThanOrEqual(most);
    });
  }

  async function canBeUsed(planner) {
    await planner.open("8607-award");
    // Nothing is there yet that could be lost.
    await expect(planner.saving).toHaveCount(0);
    await expect(planner.notices).toHaveCount(0);
    const before = await top(planner);
    await planner.tick("8607-520");
    await expect(planner.notice(NOT_SAVED)).toContainText("This browser blocks saving");
    await expect(planner.scope.getByText(NOT_SAVED)).toHaveCount(1);
    expect(await top(planner), "no row moves").toBe(before);
    await planner.tick("8607-518");
    await expect(planner.state).toHaveText(/^\S*Met: Complete/);
    const copy = await planner.download(planner.button("Download a copy"));
    expect(copy.name).toMatch(/^8607-award-\d{4}-\d\d-\d\d\.plan\.json$/);
    expect(JSON.parse(copy.text).drafts[0].plan.units.map((unit) => unit.code)).toEqual(["8607-518", "8607-520"]);
    await planner.button("Try again").click();
    await expect(planner.notice(NOT_SAVED)).toBeVisible();
    await planner.open();
  }

  test("the planner says so, and can be used", async ({ planner, page }) => {
    await page.addInitScript(block);
    await canBeUsed(planner);
  });

  test("the planner says so, and can be used, in a Chromium that is set to block site data", async ({ troubles }, info) => {
    const context = await withSettings(info, { cookies: 2 });
    troubles.watch(context);
    const planner = new Planner(context.pages()[0], servers.site);
    await planner.page.goto(servers.site);
    const denied = await planner.page.evaluate(() => {
      try {
        return String(window.localStorage);
      } catch (error) {
        return error.name;
      }
    });
    expect(denied, "Chromium really blocks").toBe("SecurityError");
    await canBeUsed(planner);
    await context.close();
  });
});

test.describe("storage taken away while editing", () => {
  test("is said at once, loses nothing, and is used again when it is back", async ({ planner, page }) => {
    await planner.open("8607-diploma");
    await planner.tick("8607-501");
    await page.evaluate(block);
    await planner.tick("8607-503");
    await expect(planner.notice(NOT_SAVED)).toContainText("This browser blocks saving");
    await expect(planner.saving).toHaveText("Your plan is not saved");
    await planner.tick("8607-504");
    await planner.undo.click();
    const copy = await planner.download(planner.button("Download a copy"));
    expect(JSON.parse(copy.text).drafts[0].plan.units.map((unit) => unit.code)).toEqual(["8607-501", "8607-503"]);

    await page.evaluate(unblock);
    await planner.button("Try again").click();
    await expect(planner.notice(NOT_SAVED)).toHaveCount(0);
    await expect(planner.saving).toHaveText("Saved in this browser");
    await page.reload();
    await expect(planner.box("8607-503")).toBeChecked();
    await expect(planner.box("8607-504")).not.toBeChecked();
  });

  test("and back unnoticed, is used when the page goes", async ({ planner, page }) => {
    await planner.open("8607-diploma");
    await planner.tick("8607-501");
    await page.evaluate(block);
    await planner.tick("8607-503");
    await expect(planner.saving).toHaveText("Your plan is not saved");
    await page.evaluate(unblock);
    await page.goto("about:blank");
    await planner.open("8607-diploma");
    await expect(planner.box("8607-503")).toBeChecked();
  });

  test("does not take away what one click exports", async ({ planner, page }) => {
    await planner.open("8607-award");
    await planner.tick("8607-520");
    await planner.open("8607-diploma");
    await planner.tick("8607-501");
    await fill(page);
    for (const code of ["8607-503", "8607-504", "8607-505"]) {
      await planner.tick(code);
      await fill(page);
    }
    await expect(planner.notice(NOT_SAVED)).toBeVisible();
    await planner.leave();
    const every = () => planner.download(planner.notice("Not everything is saved").getByRole("button", { name: "Download every plan" }));
    const full = await every();
    expect(JSON.parse(full.text).drafts.map((draft) => draft.plan.units.length)).toEqual([4, 1]);
    await planner.drafts.getByRole("link", { name: /Diploma/ }).click();
    await page.evaluate(block);
    await planner.tick("8607-506");
    await planner.leave();
    const blocked = await every();
    expect(JSON.parse(blocked.text).drafts.map((draft) => draft.plan.units.length), "what can be reached").toEqual([5]);
  });

  test("does not stop the walk between screens", async ({ planner, page }) => {
    await planner.open("8607-diploma");
    await planner.tick("8607-501");
    await page.evaluate(block);
    await planner.leave();
    await expect(planner.heading()).toBeVisible();
    await planner.card("8607-award").getByRole("link").click();
    await planner.tick("8607-520");
    await expect(planner.notice(NOT_SAVED)).toBeVisible();
    await planner.askToDeleteEverything();
    await planner.button("Delete everything").click();
    await expect(page.getByRole("dialog", { name: "Delete everything from this browser?" }).getByRole("alert")).toContainText("Delete the site’s data in the browser’s own settings");
  });
});

test("a storage that is full is said to be full, keeps the earlier plan, and saves when there is room", async ({ planner, page }) => {
  await planner.open("8607-diploma");
  await planner.tick("8607-501", "8607-503", "8607-504");
  await fill(page);
  await planner.tick("8607-523", "8607-409", "8607-521");
  await expect(planner.notice(NOT_SAVED)).toContainText("storage is full");
  await expect(planner.box("8607-521")).toBeChecked();
  const copy = await planner.download(planner.button("Download a copy"));
  expect(JSON.parse(copy.text).drafts[0].plan.units).toHaveLength(6);

  const other = new Planner(await page.context().newPage(), servers.site);
  await other.open("8607-diploma");
  for (const code of ["8607-501", "8607-503", "8607-504"]) await expect(other.box(code)).toBeChecked();
  await other.page.close();

  await empty(page);
  await planner.button("Try again").click();
  await expect(planner.saving).toHaveText("Saved in this browser");
  await page.reload();
  await expect(planner.box("8607-521")).toBeChecked();
});

test("what could not be saved is there when its screen is opened again, and is saved when it can be", async ({ planner, page }) => {
  await planner.open("8607-diploma");
  await planner.tick("8607-501");
  await page.evaluate(block);
  await planner.tick("8607-503");
  await expect(planner.saving).toHaveText("Your plan is not saved");
  await planner.leave();
  await planner.card("8607-diploma").getByRole("link").click();
  await expect(planner.box("8607-503")).toBeChecked();
  await expect(planner.saving).toHaveText("Your plan is not saved");
  await page.evaluate(unblock);
  await planner.leave();
  await planner.drafts.getByRole("link").click();
  await expect(planner.saving).toHaveText("Saved in this browser");
  await page.reload();
  await expect(planner.box("8607-503")).toBeChecked();
});

test("a plan that could not be saved does not come back after everything was deleted", async ({ planner, page }) => {
  await planner.open("8607-diploma");
  await planner.tick("8607-501");
  for (const code of ["8607-503", "8607-504", "8607-505"]) {
    await fill(page);
    await planner.tick(code);
  }
  await expect(planner.saving).toHaveText("Your plan is not saved");
  await planner.askToDeleteEverything();
  await planner.button("Delete everything").click();
  await expect(planner.heading()).toBeVisible();
  await expect(planner.drafts).toHaveCount(0);
  await expect(planner.notice("Not everything is saved")).toHaveCount(0);
  await empty(page);
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
  await planner.open("8607-diploma");
  await expect(planner.box("8607-501")).not.toBeChecked();
  await page.reload();
  await planner.open();
  await expect(planner.drafts).toHaveCount(0);
});

test("the browser asks before a page goes that holds what is in no save, and not otherwise", async ({ planner, page }) => {
  const questions = [];
  page.on("dialog", (dialog) => {
    questions.push(dialog.type());
    return dialog.accept();
  });
  await planner.open("8607-award");
  await planner.tick("8607-520");
  await page.evaluate(block);
  await planner.tick("8607-518");
  await expect(planner.saving).toHaveText("Your plan is not saved");
  await page.evaluate(unblock);
  await planner.button("Try again").click();
  await expect(planner.saving).toHaveText("Saved in this browser");
  await page.reload();
  await expect(planner.box("8607-518")).toBeChecked();
  expect(questions).toEqual([]);

  await page.evaluate(block);
  await planner.tick("8607-519");
  await expect(planner.saving).toHaveText("Your plan is not saved");
  // Wherever in the planner the learner is.
  await planner.leave();
  await expect(planner.saving).toHaveCount(0);
  await page.reload();
  await expect(planner.heading()).toBeVisible();
  expect(questions).toEqual(["beforeunload"]);

  await planner.open("8607-award");
  await page.evaluate(block);
  await planner.tick("8607-521");
  await expect(planner.saving).toHaveText("Your plan is not saved");
  await page.reload();
  await expect(planner.saving).toHaveText("Saved in this browser");
  expect(questions).toEqual(["beforeunload", "beforeunload"]);
});

test("the list says which plan has a change that is in no save, and offers it", async ({ planner, page }) => {
  await planner.open("8607-award");
  await planner.rename("Siân’s plan");
  await planner.tick("8607-520");
  await page.evaluate(block);
  await planner.tick("8607-518");
  await expect(planner.saving).toHaveText("Your plan is not saved");
  await planner.leave();
  await expect(planner.notice("Your plans cannot be read")).toBeVisible();
  const notice = planner.notice("Not everything is saved");
  await expect(notice).toContainText("The last change of “Siân’s plan” is on this page only");
  const { text } = await planner.download(notice.getByRole("button", { name: "Download every plan" }));
  const units = ({ drafts }) => drafts.map((draft) => draft.plan.units.length);
  expect(units(JSON.parse(text))).toEqual([2]);
  // With storage back it is saved when the page is no longer looked at.
  await page.evaluate(unblock);
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
  await expect(notice).toHaveCount(0);
  await expect(planner.draft("Siân’s plan")).toContainText("Complete");
});
