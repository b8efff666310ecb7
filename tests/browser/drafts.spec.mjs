// Drafts: kept, followed in another tab, never lost to a storage that fails or to a damaged text.

import { withSettings } from "./support/browser.mjs";
import { openCatalogue, small } from "./support/catalogue.mjs";
import { credits } from "./support/facts.mjs";
import { Planner } from "./support/planner.mjs";
import { block, empty, fill, kept, spoil, unblock } from "./support/storage.mjs";
import { expect, servers, test } from "./support/test.mjs";

const NOT_SAVED = "Your plan is not saved";
const UNREADABLE = "A draft could not be read";

test("a draft is there after a reload", async ({ planner, page }) => {
  await planner.open("8607-diploma");
  await expect(planner.saving).toHaveText("Nothing to save yet");
  await planner.tick("8607-501", "8607-530");
  await planner.scope.getByLabel("I have achieved this unit already").check();
  await planner.name.fill("Siân’s plan");
  await planner.registered.fill("2021-09-01");
  await expect(planner.saving).toHaveText("Saved in this browser");
  await page.reload();
  await expect(planner.box("8607-501")).toBeChecked();
  await expect(planner.scope.getByLabel("I have achieved this unit already")).toBeChecked();
  await expect(planner.name).toHaveValue("Siân’s plan");
  await expect(planner.registered).toHaveValue("2021-09-01");
  await expect(planner.progress).toHaveAttribute("aria-valuenow", `${credits(["8607-501", "8607-530"])}`);
  await expect(planner.saving).toHaveText("Saved in this browser");
});

test("what was taken back is taken back after a reload too", async ({ planner, page }) => {
  await planner.open("8607-diploma");
  await planner.tick("8607-501", "8607-503");
  await planner.undo.click();
  await page.reload();
  await expect(planner.box("8607-501")).toBeChecked();
  await expect(planner.box("8607-503")).not.toBeChecked();
});

test("each qualification has a draft of its own", async ({ planner, page }) => {
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

test("the list in a second tab shows a draft’s new total", async ({ planner, context }) => {
  const other = new Planner(await context.newPage(), servers.site);
  await other.open();
  await planner.open("8607-award");
  await planner.tick("8607-520");
  await expect(other.card("8607-award")).toContainText("6 of 6 to 12 credits");
});

test.describe("where the browser keeps nothing", () => {
  async function canBeUsed(planner) {
    await planner.open("8607-award");
    await expect(planner.notice(NOT_SAVED)).toContainText("does not let the page keep anything");
    await expect(planner.saving).toHaveText("Not saved");
    await planner.tick("8607-520", "8607-518");
    await expect(planner.state).toHaveText("All rules met");
    const copy = await planner.download(planner.button("Download a copy"));
    expect(copy.name).toBe("8607-award.plan.json");
    expect(JSON.parse(copy.text).content.plan.units.map((unit) => unit.code)).toEqual(["8607-518", "8607-520"]);
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
    await expect(planner.notice(NOT_SAVED)).toContainText("does not let the page keep anything");
    await expect(planner.saving).toHaveText("Not saved");
    await planner.tick("8607-504");
    await planner.undo.click();
    const copy = await planner.download(planner.button("Download a copy"));
    expect(JSON.parse(copy.text).content.plan.units.map((unit) => unit.code)).toEqual(["8607-501", "8607-503"]);

    await page.evaluate(unblock);
    await planner.button("Try again").click();
    await expect(planner.notice(NOT_SAVED)).toHaveCount(0);
    await expect(planner.saving).toHaveText("Saved in this browser");
    await page.reload();
    await expect(planner.box("8607-503")).toBeChecked();
    await expect(planner.box("8607-504")).not.toBeChecked();
  });

  test("does not stop the walk between screens", async ({ planner, page }) => {
    await planner.open("8607-diploma");
    await planner.tick("8607-501");
    await page.evaluate(block);
    await page.getByRole("link", { name: "Qualification planner" }).click();
    await expect(planner.heading()).toBeVisible();
    await planner.card("8607-award").getByRole("link").click();
    await expect(planner.notice(NOT_SAVED)).toBeVisible();
    await planner.button("Delete everything from this browser").click();
    await planner.button("Delete everything").click();
    await expect(page.getByRole("dialog").getByRole("alert")).toContainText("Delete the site’s data in the browser’s own settings");
  });
});

test("a storage that is full is said to be full, keeps the earlier draft, and saves when there is room", async ({ planner, page }) => {
  await planner.open("8607-diploma");
  await planner.tick("8607-501", "8607-503", "8607-504");
  await fill(page);
  await planner.tick("8607-523", "8607-409", "8607-521");
  await expect(planner.notice(NOT_SAVED)).toContainText("storage is full");
  await expect(planner.box("8607-521")).toBeChecked();
  const copy = await planner.download(planner.button("Download a copy"));
  expect(JSON.parse(copy.text).content.plan.units).toHaveLength(6);

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
  await openCatalogue(planner, "own.json", JSON.stringify(small));
  await expect(planner.notice("own.json was added")).toBeVisible();
  await page.goto(`${planner.address}#/small-award`);
  await planner.tick("First", "Second");
  await expect(planner.state).toHaveText("All rules met");

  const later = structuredClone(small);
  later.units = later.units.filter((unit) => unit.code !== "A-2");
  later.qualifications.length = 1;
  later.qualifications[0].groups[0].units = ["A-1"];
  await planner.open();
  await openCatalogue(planner, "own.json", JSON.stringify(later));
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

test.describe("deleting everything", () => {
  test("offers a copy first, takes every draft, and leaves what others keep here", async ({ planner, page }) => {
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
    expect(Object.keys(before).length).toBeGreaterThan(3);

    await planner.button("Delete everything from this browser").click();
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
    await openCatalogue(planner, "own.json", JSON.stringify(small));
    await expect(page.getByText("Small Award")).toBeVisible();
    await planner.button("Delete everything from this browser").click();
    await planner.button("Delete everything").click();
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
    await planner.button("Delete everything from this browser").click();
    await planner.button("Delete everything").click();
    await expect(planner.heading()).toBeVisible();
    await expect(other.saving).not.toHaveText("Saved in this browser");
  });

  test("is not done by “Keep it” nor by Escape", async ({ planner, page }) => {
    await planner.open("8607-award");
    await planner.tick("8607-520");
    const dialog = page.getByRole("dialog");
    await planner.button("Delete everything from this browser").click();
    await planner.button("Keep it").click();
    await expect(dialog).toBeHidden();
    await planner.button("Delete everything from this browser").click();
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await page.reload();
    await expect(planner.box("8607-520")).toBeChecked();
  });
});
