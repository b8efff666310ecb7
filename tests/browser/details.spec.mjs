// The sheet of a unit.

import { readFileSync } from "node:fs";
import { openFile, small } from "./support/files.mjs";
import { press, stop, tabTo } from "./support/focus.mjs";
import { inspect } from "./support/inspect.mjs";
import { qualification } from "./support/facts.mjs";
import { expect, test } from "./support/test.mjs";

/** “Second” may count in two groups, and the second of them needs it. */
const several = structuredClone(small);
several.qualifications = [small.qualifications[1]];
several.qualifications[0].groups[1].units.unshift("A-2");
several.qualifications[0].rules = [
  { id: "two", kind: "amount", measure: "credits", of: { groups: ["two"] }, at_least: 4, heading: "Rules" },
];

/** The test file of form 18: at most 30 credits that were not studied, at most 18 by exemption. */
const earned = readFileSync(new URL("../forms/18-caps-by-how-credit-is-earned.catalogue.json", import.meta.url), "utf8");

/** Opens the fold of the closed units. */
const unfold = (planner) => planner.scope.getByText(/^\d+ (closed|replaced|closed or replaced) units?$/).first().click();

async function openCatalogue(planner, text, title) {
  await planner.open();
  await openFile(planner, "centre.json", text);
  await expect(planner.came("centre.json was added")).toBeVisible();
  await planner.closeFile();
  await planner.scope.getByRole("link", { name: title }).click();
  await expect(planner.scope.getByRole("heading", { level: 1, name: title })).toBeFocused();
}

const openSeveral = (planner) => openCatalogue(planner, JSON.stringify(several), "Small Diploma");
const openEarned = (planner) => openCatalogue(planner, earned, "Access to Higher Education Diploma");

test("the sheet of a unit says before the click what it would do where that is not plain, and puts it into the plan", async ({ planner }) => {
  await planner.open("8604-award");
  await planner.more("8604-401").click();
  const sheet = planner.details("8604-401");
  await expect(sheet).toContainText("8604-401");
  await expect(sheet).toContainText("Every way to complete the plan has this unit.");
  await planner.close();
  await planner.tick("8604-308");
  await planner.more("8604-401").click();
  await expect(sheet).toContainText("Every way to complete the plan has this unit. With it, the plan is complete.");
  await sheet.getByRole("button", { name: "Add to my plan" }).click();
  await expect(sheet.getByRole("button", { name: "Remove from my plan" })).toBeFocused();
  await expect(sheet).not.toContainText("Every way");
  await planner.close();
  await expect(planner.box("8604-401")).toBeChecked();
});

test("the sheet opens and closes by keyboard, ticks nothing, and gives the focus back to what opened it", async ({ planner, page }) => {
  const title = "Planning and Leading a Complex Team Activity";
  await planner.open("8604-award");
  await planner.more("8604-401").focus();
  for (const key of ["Enter", "Space"]) {
    await press(page, key);
    await expect(planner.details("8604-401").getByRole("heading", { name: title })).toBeFocused();
    await press(page, "Escape");
    await expect(planner.details("8604-401")).toHaveCount(0);
    expect((await stop(page)).name).toBe(`More about ${title}`);
  }
  await expect(planner.box("8604-401")).not.toBeChecked();
});

test("the sheet opens again although the browser has not told yet that Escape closed it", async ({ planner, page }) => {
  // What the browser tells of a dialogue that closed is kept back until it has opened again.
  await page.addInitScript(() => {
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (options) {
      const root = attach.call(this, options);
      root.addEventListener("close", (event) => {
        if (!event.isTrusted) return;
        event.stopImmediatePropagation();
        (window.kept ??= []).push(event.target);
      }, true);
      return root;
    };
  });
  await planner.open("8604-award");
  await planner.more("8604-401").press("Enter");
  await expect(planner.details("8604-401")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(planner.details("8604-401")).toBeHidden();
  await expect.poll(() => page.evaluate(() => window.kept?.length)).toBe(1);
  await planner.more("8604-401").press("Enter");
  await expect(planner.details("8604-401")).toBeVisible();
  await page.evaluate(() => window.kept.splice(0).forEach((dialog) => dialog.dispatchEvent(new Event("close"))));
  await expect(planner.details("8604-401")).toBeVisible();
});

test("a closed unit says why, and offers the one that replaced it or to say that it was achieved", async ({ planner, page }) => {
  await planner.open("8607-certificate");
  await unfold(planner);
  await planner.more("8607-530").click();
  const sheet = planner.scope.getByRole("dialog");
  await expect(sheet).toContainText("Replaced by 550 on 1 July 2020");
  await sheet.getByRole("button", { name: "I already have 530" }).click();
  const achieved = sheet.getByRole("radio", { name: "Achieved" });
  await expect(achieved).toBeFocused();
  await expect(achieved).toBeChecked();
  await expect(sheet).not.toContainText("Replaced by");
  await sheet.getByRole("radio", { name: "Not started" }).check();
  await expect(sheet.getByRole("button", { name: "I already have 530" })).toBeVisible();
  await sheet.getByRole("button", { name: "Choose 550" }).click();
  await expect(planner.details("8607-550").getByRole("heading", { level: 2 })).toBeFocused();
  await expect(sheet).toContainText("Replaced 530 on 1 July 2020");
  await planner.close();
  await expect(planner.box("8607-550")).toBeChecked();
});

test("a unit that depends on the day of registration asks for it, and keeps the focus in the field", async ({ planner, page }) => {
  await planner.open("8607-certificate");
  await unfold(planner);
  await planner.more("8607-530").click();
  const sheet = planner.details("8607-530");
  const day = sheet.getByLabel("Registration date (optional)");
  await day.fill("2020-06-30");
  await expect(sheet).not.toContainText("Replaced by");
  await expect(day).toBeFocused();
  await day.fill("0020-06-30");
  await expect(sheet.getByRole("alert").filter({ visible: true })).toContainText("Enter a year from 1900 to 2999");
  await page.keyboard.press("Escape");
  await planner.more("8607-501").click();
  await expect(planner.details("8607-501").getByLabel("Registration date (optional)")).toHaveCount(0);
});

test("a day after the last is named in words", async ({ planner }) => {
  await planner.open("8603-certificate");
  await planner.scope.getByRole("button", { name: "Plans", exact: true }).click();
  await planner.registered.fill("2026-09-07");
  await planner.close();
  const [code] = qualification("8603-certificate").mandatory;
  await planner.tick(code);
  await planner.more(code).click();
  const sheet = planner.details(code);
  const day = sheet.getByLabel("By when");
  await day.fill("2030-01-01");
  await expect(sheet).toContainText("3 months too late: the last day is 6 September 2029.");
  await expect(day).toBeFocused();
  await day.fill("2029-09-06");
  await expect(sheet).not.toContainText("too late");
});

test.describe("a unit of several groups", () => {
  const group = (planner, name) => planner.group(name).last().getByRole("listitem").filter({ hasText: "A-2" });
  const open = (planner, name) => group(planner, name).getByRole("button", { name: "More about Second" }).click();
  const sheet = (planner) => planner.scope.getByRole("dialog", { name: "Second" });
  const counts = (planner) => sheet(planner).getByRole("combobox", { name: "Counts in" });

  test("is put into one, by keyboard, and taken back", async ({ planner, page }) => {
    await openSeveral(planner);
    await group(planner, "Two").getByRole("checkbox", { name: "Second" }).press("Space");
    await expect(group(planner, "One").getByRole("checkbox", { name: "Second" })).toBeChecked();
    await expect(planner.state).toHaveText(/^\S*Met: Complete/);
    await open(planner, "One");
    await expect(counts(planner).getByRole("option")).toHaveText(["Wherever it helps most", "One", "Two"]);
    await expect(sheet(planner)).toContainText("Counts in Two.");
    await tabTo(page, "Counts in");
    await page.keyboard.press("ArrowDown");
    await expect(counts(planner)).toHaveValue("one");
    await expect(counts(planner)).toBeFocused();
    await expect(sheet(planner)).toContainText("Counts in One.");
    await page.keyboard.press("Control+z");
    await expect(counts(planner)).toHaveValue("");
    await expect(sheet(planner)).toContainText("Counts in Two.");
  });

  test("keeps its group over a reload, and offers none while it is not picked", async ({ planner, page }) => {
    await openSeveral(planner);
    await open(planner, "One");
    await expect(counts(planner)).toBeHidden();
    await sheet(planner).getByRole("button", { name: "Add to my plan" }).click();
    await counts(planner).selectOption("One");
    await planner.close();
    await page.reload();
    await open(planner, "One");
    await expect(counts(planner)).toHaveValue("one");
  });

  test("has nothing for axe-core to find", async ({ planner, page }) => {
    test.slow();
    await openSeveral(planner);
    await group(planner, "One").getByText("Second", { exact: true }).click();
    await open(planner, "One");
    await expect(counts(planner)).toBeVisible();
    await inspect(page);
  });
});

test.describe("how a unit is earned", () => {
  test("is asked where a rule asks, and changes what the rule says", async ({ planner, page }) => {
    await openEarned(planner);
    await planner.scope.getByText("Chemistry", { exact: true }).click();
    await planner.scope.getByRole("button", { name: "More about Chemistry" }).click();
    const select = planner.details("Chemistry").getByRole("combobox", { name: "How it is earned" });
    await expect(select).toHaveValue("study");
    await expect(select.getByRole("option")).toHaveText(["Study", "Recognition of prior learning", "Transfer", "Exemption"]);
    await tabTo(page, "How it is earned");
    await page.keyboard.press("ArrowDown");
    await expect(select).toHaveValue("prior-learning");
    await page.keyboard.press("Control+z");
    await expect(select).toHaveValue("study");
    await select.selectOption("Exemption");
    await planner.close();
    await expect((await planner.rulesAndFacts()).getByText("you have 12").first()).toBeVisible();
  });

  test("has nothing for axe-core to find", async ({ planner, page }) => {
    test.slow();
    await openEarned(planner);
    await planner.scope.getByText("Chemistry", { exact: true }).click();
    await planner.scope.getByRole("button", { name: "More about Chemistry" }).click();
    await expect(planner.details("Chemistry").getByRole("combobox", { name: "How it is earned" })).toBeVisible();
    await inspect(page);
  });
});

test("the sheets of units have nothing for axe-core to find", async ({ planner, page }) => {
  test.slow();
  await planner.open("8607-award");
  await planner.tick("8607-501");
  await unfold(planner);
  for (const code of ["8607-501", "8607-521", "8607-530"]) {
    await planner.more(code).click();
    await expect(planner.details(code)).toContainText("Your centre has the full unit.");
    await inspect(page);
    await planner.close();
  }
});
