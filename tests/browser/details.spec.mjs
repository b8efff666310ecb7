// What stands behind the “Details” of a unit, and how many combinations complete a plan.

import { readFileSync } from "node:fs";
import { openFile, small } from "./support/files.mjs";
import { press, stop, tabTo } from "./support/focus.mjs";
import { inspect } from "./support/inspect.mjs";
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

async function openCatalogue(planner, text, title) {
  await planner.open();
  await openFile(planner, "centre.json", text);
  await planner.scope.getByRole("link", { name: title }).click();
  await expect(planner.scope.getByRole("heading", { level: 1, name: title })).toBeFocused();
}

const openSeveral = (planner) => openCatalogue(planner, JSON.stringify(several), "Small Diploma");
const openEarned = (planner) => openCatalogue(planner, earned, "Access to Higher Education Diploma");

test("the details of a unit say before the click what it would do, and follow the plan", async ({ planner }) => {
  await planner.open("8604-award");
  await planner.more("8604-401").click();
  await expect(planner.details("8604-401")).toHaveText("Required: every way to complete the plan has this unit.");
  await planner.tick("8604-308");
  await expect(planner.details("8604-401")).toHaveText(/^Required: .* With it, all rules are met\.$/);
  await planner.box("8604-401").press("Space"); // the middle of the row is in the details
  await expect(planner.details("8604-401")).toHaveText(/^In your plan, and counts in /);
});

test("the details open and close by keyboard, and tick nothing", async ({ planner, page }) => {
  await planner.open("8604-award");
  const more = planner.more("8604-401");
  await expect(more).toHaveAttribute("aria-expanded", "false");
  await tabTo(page, "Details of Planning and Leading a Complex Team Activity");
  await press(page, "Enter");
  await expect(more).toHaveAttribute("aria-expanded", "true");
  await planner.details("8604-401").click();
  await expect(planner.box("8604-401")).not.toBeChecked();
  await more.focus();
  await press(page, "Space");
  await expect(planner.details("8604-401")).toHaveCount(0);
  expect((await stop(page)).name).toBe("Details of Planning and Leading a Complex Team Activity");
});

test.describe("a unit of several groups", () => {
  const group = (planner, name) => planner.group(name).getByRole("listitem").filter({ hasText: "A-2" });
  const counts = (planner) => group(planner, "One").getByRole("combobox", { name: "Counts in" });

  test("is put into one, by keyboard, and taken back", async ({ planner, page }) => {
    await openSeveral(planner);
    await group(planner, "Two").getByRole("checkbox", { name: "Second" }).press("Space");
    await expect(group(planner, "One").getByRole("checkbox", { name: "Second" })).toBeChecked();
    await expect(planner.state).toHaveText(/^\S*Met: Complete/);
    await group(planner, "One").getByRole("button", { name: "Details of Second" }).click();
    await expect(counts(planner).getByRole("option")).toHaveText(["Wherever it helps most", "One", "Two"]);
    await expect(group(planner, "One")).toContainText("In your plan, and counts in Two.");
    await tabTo(page, "Counts in");
    await page.keyboard.press("ArrowDown");
    await expect(counts(planner)).toHaveValue("one");
    await expect(counts(planner)).toBeFocused();
    await expect(planner.state).toHaveText(/^Open: /);
    await expect(group(planner, "One")).toContainText("In your plan, and counts in One.");
    await page.keyboard.press("Control+z");
    await expect(counts(planner)).toHaveValue("");
    await expect(planner.state).toHaveText(/^\S*Met: Complete/);
  });

  test("keeps its group over a reload, and offers none while it is not picked", async ({ planner, page }) => {
    await openSeveral(planner);
    await group(planner, "One").getByRole("button", { name: "Details of Second" }).click();
    await expect(counts(planner)).toBeHidden();
    await group(planner, "One").getByText("Second", { exact: true }).click();
    await counts(planner).selectOption("One");
    await expect(planner.saving).toHaveText("Saved in this browser");
    await page.reload();
    await group(planner, "One").getByRole("button", { name: "Details of Second" }).click();
    await expect(counts(planner)).toHaveValue("one");
  });

  test("has nothing for axe-core to find", async ({ planner, page }) => {
    test.slow();
    await openSeveral(planner);
    await group(planner, "One").getByText("Second", { exact: true }).click();
    for (const name of ["One", "Two"]) await group(planner, name).getByRole("button", { name: "Details of Second" }).click();
    await inspect(page);
  });
});

test.describe("how a unit is earned", () => {
  const way = (planner, code) => planner.details(code).getByRole("combobox", { name: "How it is earned" });

  test("is asked where a rule asks, and changes what the rule says", async ({ planner, page }) => {
    await openEarned(planner);
    const row = planner.scope.getByRole("listitem").filter({ has: page.getByRole("checkbox", { name: "Chemistry" }) });
    await row.getByText("Chemistry", { exact: true }).click();
    await row.getByRole("button", { name: "Details of Chemistry" }).click();
    const select = row.getByRole("combobox", { name: "How it is earned" });
    await expect(select).toHaveValue("study");
    await expect(select.getByRole("option")).toHaveText(["Study", "Recognition of prior learning", "Transfer", "Exemption"]);
    const rule = planner.rules.filter({ hasText: "of at most 30 credits" });
    await expect(rule).toContainText("0 of at most 30");
    await tabTo(page, "How it is earned");
    await page.keyboard.press("ArrowDown");
    await expect(select).toHaveValue("prior-learning");
    await expect(rule).toContainText("12 of at most 30");
    await planner.undo.click();
    await expect(select).toHaveValue("study");
    await expect(rule).toContainText("0 of at most 30");
  });

  test("has nothing for axe-core to find", async ({ planner, page }) => {
    test.slow();
    await openEarned(planner);
    await planner.scope.getByText("Chemistry", { exact: true }).click();
    await planner.scope.getByRole("button", { name: "Details of Chemistry" }).click();
    await planner.scope.getByRole("button", { name: "Details of Essays" }).click();
    await expect(way(planner, "Chemistry")).toBeVisible();
    await inspect(page);
  });
});

test("how many combinations complete a plan is counted where it is asked", async ({ planner, page }) => {
  await planner.open("8607-award");
  const count = planner.summary.getByText(/combinations? of units completes? this plan/);
  await expect(count).toHaveCount(0);
  await planner.scope.getByText("Ways to complete it").click();
  await expect(count).toHaveText(/^\d{1,3}(,\d{3})+ combinations of units complete this plan\.$/);
  const before = await count.textContent();
  await planner.tick("8607-520");
  await expect(count).not.toHaveText(before);
  await planner.open("8607-diploma");
  await planner.scope.getByText("Ways to complete it").click();
  await expect(count).toHaveText(/^\d{3}(,\d{3}){4} combinations of units complete this plan\.$/);
  await inspect(page, { widths: [1280] });
});

test("details that are open stay with nothing for axe-core to find", async ({ planner, page }) => {
  test.slow();
  await planner.open("8607-award");
  await planner.tick("8607-501");
  for (const code of ["8607-501", "8607-502", "8607-521", "8607-530"]) await planner.more(code).click();
  await inspect(page);
});
