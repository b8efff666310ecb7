// What units count for: beside the plan, as a ladder, and for who already has units.

import { inspect } from "./support/inspect.mjs";
import { expect, test } from "./support/test.mjs";

const UNITS = ["8607-501", "8607-533", "8607-550", "8607-400"];

test("a plan says what else its units count for, and carries them over into one of another size", async ({ planner, page }) => {
  await planner.open("8607-certificate");
  await expect(planner.summary.getByText("Counts also for")).toBeHidden();
  await planner.tick(...UNITS);
  const award = planner.summary.getByRole("button", { name: "Level 5 Award complete" });
  await expect(award).toBeVisible();
  await expect(planner.summary.getByRole("button", { name: "Level 5 Diploma 16 of 37" })).toBeVisible();
  await award.click();
  const sheet = page.getByRole("dialog", { name: "What your units count for" });
  const rungs = sheet.getByRole("listitem");
  await expect(rungs).toHaveCount(3);
  await expect(rungs.nth(0)).toContainText("complete, 12 credits");
  await expect(rungs.nth(0)).toContainText("501, 533 and 550 count. 400 does not: Group 1 only");
  await expect(rungs.nth(1)).toContainText("this plan");
  await expect(rungs.nth(2)).toContainText("16 of 37, 21 to go");
  await expect(sheet.getByText("8609-400 of the Level 5 Award 8609 has the title of 8607-400")).toBeVisible();
  await sheet.getByText("The same as a table").click();
  const row = sheet.getByRole("row", { name: /^Level 5 Diploma/ });
  await expect(row).toContainText("Group 1: 501, 533, 550");
  await expect(row).toContainText("Group 2: 400");
  await inspect(page, { widths: [320, 1280] });
  await sheet.getByRole("button", { name: "Plan the Level 5 Diploma with these units" }).click();
  await expect(planner.heading("8607-diploma")).toBeFocused();
  await expect(page.getByText("Four units are in a new plan for the Level 5 Diploma. Your other plan is as it was.")).toBeVisible();
  for (const code of UNITS) await expect(planner.box(code)).toBeChecked();
  await planner.open();
  await expect(planner.drafts).toHaveCount(2);
});

test("who has units is answered while typing, told once, and led to a plan", async ({ planner, page }) => {
  await planner.open();
  const field = page.getByRole("textbox", { name: "I already have units" });
  await field.pressSequentially("501, 550, 533");
  const answers = page.locator(".qp-answers");
  await expect(answers.getByRole("listitem")).toHaveText([/Level 5 Award\s*complete/, /Level 5 Certificate\s*1 to go/, /Level 5 Diploma\s*25 to go/]);
  await expect(answers.getByRole("status")).toHaveText("Level 5 Award: complete. Level 5 Certificate: 1 to go. Level 5 Diploma: 25 to go.");
  await inspect(page, { widths: [1280] });
  await page.getByRole("button", { name: "See these as plans" }).click();
  await page.getByRole("button", { name: "Plan the Level 5 Certificate with these units" }).click();
  await expect(planner.heading("8607-certificate")).toBeFocused();
  await expect(planner.state).toContainText("1 credit to go");
});

test("on a phone that stands on a sheet, which Escape closes", async ({ planner, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await planner.open();
  await page.getByRole("button", { name: "I already have units" }).click();
  await page.getByRole("textbox", { name: "I already have units" }).fill("400, 999");
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByText("400 may be 8607-400 or 8609-400: type the whole code.")).toBeVisible();
  await expect(sheet.getByText("Not known here: “999”.")).toBeVisible();
  await inspect(page, { widths: [390] });
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "I already have units" })).toBeFocused();
});

test("the sheet of a unit says where else it counts and with what effect", async ({ planner }) => {
  await planner.open("8607-certificate");
  await planner.tick("8607-501", "8607-550", "8607-400");
  await planner.more("8607-550").click();
  const lines = planner.details("8607-550").getByRole("list").last().getByRole("listitem");
  await expect(lines).toHaveText([/Level 5 Award\s*Group 1\s*complete, together with 501/, /Level 5 Certificate\s*Group 1\s*this plan/, /Level 5 Diploma\s*Group 1\s*13 of 37 with your units/]);
});
