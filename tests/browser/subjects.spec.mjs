// Units by what they are about: chips that narrow the list on a phone, the choice beside the search elsewhere, and the sheet of
// a unit. What is found is tested natively, in tests/editor/about.rs.

import { inspect } from "./support/inspect.mjs";
import { expect, test } from "./support/test.mjs";

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("a chip narrows the list to a subject, and a search for what there is not says so in view", async ({ planner, page }) => {
    await planner.open("8607-certificate");
    const subjects = planner.scope.getByRole("group", { name: "Subject" });
    await expect(subjects.getByRole("radio")).toHaveCount(7);
    await expect(subjects.getByRole("radio", { name: "All" })).toBeChecked();
    const chip = subjects.locator("label").filter({ hasText: "People" });
    expect((await chip.boundingBox()).height).toBeGreaterThanOrEqual(44);
    await chip.tap();
    await expect(subjects.getByRole("radio", { name: "People" })).toBeChecked();
    await expect(planner.row("8607-505")).toBeVisible();
    await expect(planner.row("8607-501")).toBeHidden();
    await inspect(page, { widths: [390] });

    await planner.search.fill("digital");
    const nothing = planner.scope.getByText("No unit fits this search");
    await expect(nothing).toBeInViewport();
    await planner.button("Show all units").tap();
    await expect(subjects.getByRole("radio", { name: "All" })).toBeChecked();
    await expect(planner.row("8607-501")).toBeVisible();
  });
});

test("the choice of a subject stands beside the search, and a unit opened says what it covers and whose words those are", async ({ planner, page }) => {
  await planner.open("8607-diploma");
  await expect(planner.scope.getByRole("radio", { name: "People" })).toBeHidden();
  await planner.scope.getByRole("combobox", { name: "Subject" }).selectOption("Yourself");
  await expect(planner.row("8607-505")).toBeHidden();
  await planner.search.fill("leadership set");
  await expect(planner.found).toHaveText("1 unit");
  await planner.more("8607-531").click();
  const sheet = planner.scope.getByRole("dialog");
  await expect(sheet.getByRole("heading", { name: "What it covers" })).toBeVisible();
  await expect(sheet.getByRole("list").filter({ hasText: "action learning set" }).getByRole("listitem")).toHaveCount(7);
  await expect(sheet).toContainText("A summary in our words of ILM 8607 specification");
  await expect(sheet).toContainText("Subjects: Yourself and Direction");
  await expect(sheet).toContainText("which unit stands where");
  await inspect(page, { widths: [1280] });
});
