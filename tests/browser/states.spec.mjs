// How far a learner has come with units: in the sheet of each, and of many at once.

import { expect, test } from "./support/test.mjs";

test("the sheet of a unit says how far the learner is, where it comes from and a note, each undone by itself", async ({ planner, page }) => {
  await planner.open("8607-certificate");
  await planner.tick("8607-550");
  await planner.more("8607-501").click();
  const sheet = planner.details("8607-501");
  await sheet.getByRole("button", { name: "I already have this unit" }).click();
  await expect(sheet.getByRole("radio", { name: "Achieved" })).toBeFocused();
  await expect(sheet.getByRole("radio", { name: "Achieved" })).toBeChecked();
  await sheet.getByLabel("Achieved on").fill("2026-10-05");
  await sheet.getByLabel("How it is earned").selectOption("Transfer");
  await sheet.getByLabel("Where it comes from").fill("Northfield College, 12/345");
  await sheet.getByLabel("Note").fill("Ask Priya.");
  await planner.close();
  await expect(planner.picked.first()).toContainText("achieved");
  await expect(planner.summary).toContainText("3 of 9 credits achieved");
  await expect(planner.row("8607-501")).toContainText("achieved");
  await expect(planner.box("8607-501")).toHaveAccessibleDescription(/achieved/);
  await planner.undo.click();
  await planner.more("8607-501").click();
  await expect(sheet.getByLabel("Note")).toHaveValue("");
  await expect(sheet.getByLabel("Where it comes from")).toHaveValue("Northfield College, 12/345");
  await sheet.getByRole("radio", { name: "Working on it" }).check();
  await expect(sheet.getByLabel("By when")).toBeVisible();
  await page.reload();
  await expect(planner.row("8607-501")).toContainText("in progress");
});

test("units that the learner has already are marked by a list, and undone in one step", async ({ planner }) => {
  await planner.open("8607-certificate");
  await planner.tick("8607-550");
  await planner.button("Plans").click();
  await planner.plans.getByText("I already have units", { exact: true }).click();
  await planner.plans.getByLabel("Codes or titles of units").fill("501\nMaking a Financial Case\n599");
  await planner.plans.getByRole("button", { name: "Mark as achieved" }).click();
  await expect(planner.plans).toContainText("2 units are marked as achieved: 8607-501, 8607-502.");
  await expect(planner.plans).toContainText("Not units of this qualification: “599”");
  await planner.close();
  await expect(planner.summary).toContainText("6 of 12 credits achieved");
  await planner.undo.click();
  await expect(planner.box("8607-502")).not.toBeChecked();
  await expect(planner.summary).not.toContainText("achieved");
});
