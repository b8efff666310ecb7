// What a plan is made with: the list and its search, undo and redo, the date, the name, the screens.

import { credits, qualification, units } from "./support/facts.mjs";
import { expect, test } from "./support/test.mjs";

test.describe("the list of units", () => {
  const members = qualification("8607-diploma").groups.flatMap((group) => group.units);
  const all = members.length;

  test.beforeEach(({ planner }) => planner.open("8607-diploma"));

  test("is searched as it is typed, and says how many it found", async ({ planner }) => {
    await expect(planner.found).toHaveText(""); // nothing narrows the list
    await planner.search.fill("team");
    const titles = await planner.group("Group 1").getByRole("listitem").filter({ visible: true }).allInnerTexts();
    const has = titles.map((text) => /\bteam\b/i.test(text));
    expect(has.lastIndexOf(true), "whole words come first").toBeLessThan(has.includes(false) ? has.indexOf(false) : has.length);
    await planner.search.fill("601");
    await expect(planner.found).toHaveText("1 unit");
    await expect(planner.row("8607-601")).toBeVisible();
    await expect(planner.group("Group 1")).toBeHidden();
  });

  test("is narrowed to a level", async ({ planner }) => {
    for (const level of [4, 5, 6]) {
      await planner.scope.getByRole("combobox", { name: "Level" }).selectOption(`Level ${level}`);
      const number = members.filter((code) => units.get(code).level === level).length;
      await expect(planner.found).toHaveText(number === 1 ? "1 unit" : `${number} units`);
    }
  });

  test("is narrowed to what is in the plan, and to what is open", async ({ planner }) => {
    const show = planner.scope.getByRole("combobox", { name: "Show" });
    await planner.tick("8607-501", "8607-601");
    await show.selectOption("In my plan");
    await expect(planner.found).toHaveText("2 units");
    await expect(planner.row("8607-502")).toBeHidden();
    await planner.inPlans(() => {});
    await expect(planner.found, "told once, and not again behind a sheet").toHaveText("");
    await show.selectOption("Open to me");
    await expect(planner.found).toHaveText(`${all - 1} units`);
    await expect(planner.row("8607-530")).toBeHidden();
  });

  test("says so where nothing fits, and comes back with one click", async ({ planner }) => {
    await planner.tick("8607-501");
    await planner.search.fill("no such unit");
    await expect(planner.found).toHaveText("No unit found");
    await expect(planner.scope.getByText("fits “no such unit”")).toBeVisible();
    await expect(planner.progress).toHaveAttribute("aria-valuenow", `${credits(["8607-501"])}`);
    await planner.button("Show all units").click();
    await expect(planner.found).toHaveText("");
    await expect(planner.search).toHaveValue("");
    await expect(planner.search).toBeFocused(); // the button that had the focus is gone
  });
});

test.describe("changes", () => {
  test.beforeEach(({ planner }) => planner.open("8607-diploma"));

  test("are taken back and made again by button", async ({ planner }) => {
    await expect(planner.undo).toBeDisabled();
    await planner.tick("8607-501", "8607-503");
    await planner.undo.click();
    await expect(planner.box("8607-503")).not.toBeChecked();
    await planner.undo.click();
    await expect(planner.progress).toHaveAttribute("aria-valuenow", "0");
    await planner.redo.click();
    await planner.redo.click();
    await expect(planner.progress).toHaveAttribute("aria-valuenow", `${credits(["8607-501", "8607-503"])}`);
    await expect(planner.redo).toBeDisabled();
  });

  test("are taken back and made again by the usual keys", async ({ planner, page }) => {
    await planner.tick("8607-501", "8607-503");
    await page.keyboard.press("Control+z");
    await expect(planner.box("8607-503")).not.toBeChecked();
    await page.keyboard.press("Control+Shift+z");
    await expect(planner.box("8607-503")).toBeChecked();
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+y");
    await expect(planner.box("8607-503")).toBeChecked();
  });

  test("in a text field are taken back by the field itself", async ({ planner, page }) => {
    await planner.tick("8607-501");
    await planner.inPlans(async (sheet) => {
      await planner.name.pressSequentially("Siân");
      await page.keyboard.press("Control+z");
      await sheet.getByText("Add units by their codes").click();
      await sheet.getByRole("textbox", { name: "Codes of units" }).pressSequentially("8607-502");
      await page.keyboard.press("Control+z");
    });
    await expect(planner.box("8607-501")).toBeChecked();
  });
});

test.describe("the registration date", () => {
  test.beforeEach(async ({ page, planner }) => {
    await page.clock.setFixedTime(new Date("2026-11-22T12:00:00"));
    await planner.open("8607-award");
    await planner.button("Plans").click();
  });

  test("is today where none is given, and what is to be known of one is said with it", async ({ planner }) => {
    await expect(planner.registered).toHaveAccessibleDescription("No date? We use today’s, 22 November 2026.");
    await planner.registered.fill("2026-11-23");
    await expect(planner.registered).toHaveAccessibleDescription("Checked for 23 November 2026.");
    await planner.registered.fill("2012-09-01");
    await expect(planner.registered).toHaveAccessibleDescription("");
  });
});

test("a unit that is closed from a day of registration on says who may take it, until that day is known", async ({ planner }) => {
  await planner.open("8607-certificate");
  await planner.unfold();
  const row = planner.row("8607-530");
  const before = row.getByText("Registered before 1 July 2020? Open this unit and give your date.");
  await expect(before).toBeVisible();
  // It is asked for where the words lead.
  await planner.more("8607-530").click();
  await planner.details("8607-530").getByLabel("Registration date (optional)").fill("2021-09-01");
  await planner.close();
  await expect(row).toContainText("Replaced by 550 on 1 July 2020");
  await expect(before).toBeHidden();
  await planner.register("2019-09-01");
  await expect(row).toBeVisible();
  await expect(row).not.toContainText("Replaced by 550");
  await expect(before).toBeHidden();
});

test("a year that no plan has is refused in words, and the date before it stays", async ({ planner }) => {
  await planner.open("8607-award");
  const refused = planner.scope.getByText("Enter a year from 1900 to 2999.");
  await planner.inPlans(async () => {
    await planner.registered.fill("2020-06-30");
    await planner.registered.fill("0200-01-01");
    await expect(refused).toBeVisible();
  });
  await expect(planner.row("8607-530")).not.toContainText("Replaced by 550");
  await planner.inPlans(async () => {
    await planner.registered.fill("2020-07-01");
    await expect(refused).toBeHidden();
  });
  await planner.unfold();
  await expect(planner.row("8607-530")).toContainText("Replaced by 550");
});

test("a link leads back to the other qualifications", async ({ planner }) => {
  await planner.open("8607-award");
  await planner.button("Plans").click();
  await planner.scope.getByRole("link", { name: "All plans and qualifications" }).click();
  await expect(planner.heading()).toBeFocused();
});

test("a plan’s name and total stand on its card", async ({ planner, page }) => {
  await planner.open("8607-award");
  await planner.tick("8607-520");
  await planner.open();
  await expect(planner.drafts).toContainText("1 unit to go");
  await expect(planner.drafts).toContainText("Open:"); // a second unit is missing
  await planner.drafts.getByRole("link").click();
  await planner.rename("Siân");
  await page.goBack();
  await expect(planner.draft("Siân")).toContainText("1 unit to go");
});

test("the total is said to a screen reader a second after the last change, once", async ({ planner, page }) => {
  await page.clock.install();
  // The clock's timers have numbers that no browser gives, too large for a program of 32 bits.
  await page.addInitScript(() => {
    const { setTimeout, clearTimeout } = window;
    const ids = [];
    window.setTimeout = (...args) => ids.push(setTimeout(...args));
    window.clearTimeout = (number) => clearTimeout(ids[number - 1]);
  });
  await planner.open("8607-award");
  await expect(planner.state).toBeVisible();
  await page.clock.pauseAt(Date.now() + 60_000);
  planner.clockIsHeld = true;
  const said = page.getByRole("status").filter({ hasText: "credits" });
  await planner.tick("8607-520");
  await page.clock.runFor(900);
  await planner.tick("8607-518");
  await page.clock.runFor(900);
  await expect(said).toHaveCount(0);
  await page.clock.runFor(100);
  await expect(said).toHaveText("8 credits. Complete.");
});

test("the back and forward buttons walk between the screens", async ({ planner, page }) => {
  await planner.open();
  await planner.card("8607-award").getByRole("link").click();
  await expect(planner.heading("8607-award")).toBeFocused();
  await expect(page).toHaveTitle(/^Level 5 Award in Leadership and Management · /);
  await page.goBack();
  await expect(planner.heading()).toBeFocused();
  await expect(page).toHaveTitle("Qualification planner");
  await page.goForward();
  await expect(planner.heading("8607-award")).toBeFocused();
});
