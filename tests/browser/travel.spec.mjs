// A plan in and out: a list of codes, a table for a spreadsheet, dates for a calendar.

import { inspect } from "./support/inspect.mjs";
import { expect, test } from "./support/test.mjs";

/** Adds units by a text, in the sheet that it leaves open. */
async function add(planner, text) {
  await planner.button("Plans").click();
  await planner.scope.getByText("Add units by their codes", { exact: true }).click();
  await planner.scope.getByRole("textbox", { name: "Codes of units" }).fill(text);
  await planner.button("Add these units").click();
  return planner.scope.getByRole("dialog").getByRole("status").filter({ hasText: /added/ });
}

test("pasted codes are ticked, and whatever is not is named with its reason", async ({ planner, page }) => {
  await planner.open("8607-diploma");
  await planner.tick("8607-504");
  const said = await add(planner, "501 Managing Improvement 5 3 8\n8607–503; 504\n530 and 999, nonsense1");
  await expect(said).toContainText("2 units were added: 8607-501, 8607-503.");
  await expect(said).toContainText("In your plan already: 8607-504.");
  await expect(said).toContainText(/8607-530 was not added\. Closed/);
  await expect(said).toContainText("Not units of this qualification: “999”, “nonsense1”.");
  await inspect(page);
  await planner.close();
  await planner.unfold();
  await expect(planner.box("8607-501")).toBeChecked();
  await expect(planner.box("8607-503")).toBeChecked();
  await expect(planner.box("8607-530")).not.toBeChecked();
  await planner.undo.click();
  await expect(planner.box("8607-501")).not.toBeChecked();
  await expect(planner.box("8607-503")).not.toBeChecked();
  await expect(planner.box("8607-504")).toBeChecked();
});

test("what came of pasted codes is in view, on a phone too", async ({ planner, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await planner.open("8607-certificate");
  const said = await add(planner, "501 400 xyz 999");
  await expect(said).toContainText("Not units of this qualification: “xyz 999”.");
  await expect(said).toBeInViewport({ ratio: 1 });
});

test("a text that is too long adds nothing and says so", async ({ planner }) => {
  await planner.open("8607-award");
  const said = await add(planner, "501 ".repeat(20_000));
  await expect(said).toContainText("too long");
  await expect(planner.box("8607-501")).not.toBeChecked();
});

test("what is pasted is shown as text and nothing else", async ({ planner, page }) => {
  await planner.open("8607-award");
  let ran = false;
  await page.exposeFunction("ran", () => (ran = true));
  const said = await add(planner, "<img src=x onerror=ran()> <script>ran()</script> 999");
  await expect(said).toContainText("“999”");
  await expect(said.locator("img, script")).toHaveCount(0);
  expect(ran).toBe(false);
});

test("a table for a spreadsheet has every picked unit, and no cell of it is a formula", async ({ planner, page }) => {
  await planner.open("8607-diploma");
  await planner.tick("8607-501");
  await add(planner, "8607-504");
  await planner.close();
  await planner.rename('=HYPERLINK("x") Siân Gŵyl, née Gaëlle');
  await planner.register("2024-09-01");
  const { name, text } = await planner.shared("Spreadsheet (CSV)");
  expect(name).toMatch(/^8607-diploma-hyperlink-x-siân-gŵyl-née-gaëlle-\d{4}-\d\d-\d\d\.csv$/);
  expect(text.startsWith("\ufeffPlan,Qualification,")).toBe(true);
  const lines = text.trimEnd().split("\r\n");
  expect(lines).toHaveLength(3);
  expect(lines[1]).toContain(`"'=HYPERLINK(""x"") Siân Gŵyl, née Gaëlle"`);
  expect(lines[1]).toContain(",2024-09-01,8607-501,Managing Improvement,5,3,8,");
  expect(lines[2]).toContain(",8607-504,");
  expect(lines[1]).toMatch(/,8,1 rule still open,,2026-11-22,,Credits,8,Planned,,,yes,0$/);
  // A plan without units is in the records too.
  await planner.clear();
  const none = await planner.shared("Spreadsheet (CSV)");
  expect(none.text.trimEnd().split("\r\n")[1]).toMatch(/,2024-09-01,,,,,,,,,,,,0,.+,,2026-11-22,,Credits,0,,,,,0$/);
});

test("dates for a calendar are the days planned for units and the last day of all", async ({ planner, page }) => {
  await planner.open("8604-award");
  const button = planner.sheet.getByRole("button", { name: "Calendar" });
  await planner.share();
  await expect(button).toHaveAttribute("aria-disabled", "true");
  await expect(button).toHaveAccessibleDescription(/^Add a date to a unit first/);
  await planner.closeShare();
  await planner.tick("8604-308");
  await planner.more("8604-308").click();
  await planner.details("8604-308").getByLabel("By when").fill("2025-03-31");
  await planner.close();
  await planner.inPlans(async (sheet) => {
    await planner.registered.fill("2024-09-01");
    await expect(sheet.getByText("To be completed by 31 August 2027.")).toBeVisible();
  });
  await planner.share();
  await expect(button).not.toHaveAttribute("aria-disabled");
  await expect(button).toHaveAccessibleDescription("2 dates, the last in Aug 2027");
  await planner.closeShare();
  const { name, text } = await planner.shared("Calendar");
  expect(name).toMatch(/^8604-award-\d{4}-\d\d-\d\d\.ics$/);
  const unfolded = text.replaceAll("\r\n ", "");
  expect(unfolded).toContain("DTSTART;VALUE=DATE:20250331\r\n");
  expect(unfolded).toContain("SUMMARY:8604-308 Understanding Leadership\r\n");
  expect(unfolded).toContain("DTSTART;VALUE=DATE:20270831\r\n");
  await page.reload();
  await planner.more("8604-308").click();
  await expect(planner.details("8604-308").getByLabel("By when")).toHaveValue("2025-03-31");
  await planner.close();

  // The same plan of the same draft keeps its names; another draft has others beside them in one calendar.
  const names = (text) => text.replaceAll("\r\n ", "").match(/^UID:.*$/gm);
  expect(names((await planner.shared("Calendar")).text)).toEqual(names(text));
  const address = page.url();
  await planner.byPlans("Duplicate this plan");
  await expect(page).not.toHaveURL(address);
  await planner.expectName(/copy/i);
  const others = names((await planner.shared("Calendar")).text);
  expect(others).toHaveLength(names(text).length);
  for (const other of others) expect(names(text)).not.toContain(other);
});

test("a copy of the plan can be taken at any time and opens again", async ({ planner, page }) => {
  await planner.open("8607-diploma");
  await planner.tick("8607-501");
  const { name, text } = await planner.shared("Plan file");
  expect(name).toMatch(/^8607-diploma-\d{4}-\d\d-\d\d\.plan\.json$/);
  expect(JSON.parse(text).drafts[0].plan.units).toEqual([{ code: "8607-501", achieved: false }]);
});
