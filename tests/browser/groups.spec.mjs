// Many groups: how far each has come stands above the list and stays there, and leads to each.

import { file, openFile, small } from "./support/files.mjs";
import { inspect } from "./support/inspect.mjs";
import { expect, test } from "./support/test.mjs";

/** A qualification of so many groups of twelve units, each of two credits; of each group four credits at least. */
const withGroups = (number) => {
  const letters = [..."ABCDEF"].slice(0, number);
  const [first] = small.qualifications;
  const codes = (letter) => Array.from({ length: 12 }, (_, at) => `${letter}-${at + 1}`);
  const units = letters.flatMap((letter) => codes(letter).map((code) => ({ ...small.units[0], code, title: `Unit ${code}`, credits: 2 })));
  const groups = letters.map((letter) => ({ id: letter.toLowerCase(), title: `Group ${letter}`, units: codes(letter) }));
  const asked = groups.map(({ id }) => ({ id: `of-${id}`, kind: "amount", measure: "credits", of: { groups: [id] }, at_least: 4, at_most: 6, heading: "Structure" }));
  const rules = [{ id: "all", kind: "amount", measure: "credits", at_least: 4 * number, heading: "Structure" }, ...asked];
  const { id, title, size } = first;
  return { ...small, units, qualifications: [{ id, title, size, groups, rules }] };
};

const open = async (planner, page, own) => {
  await planner.open();
  await openFile(planner, "own.json", JSON.stringify(own));
  await planner.closeFile();
  await page.goto(`${planner.address}#/${own.qualifications[0].id}`);
  await expect(planner.search).toBeVisible();
};

const strip = (planner) => planner.scope.getByRole("navigation", { name: "Groups" });

for (const [width, height] of [
  [390, 844],
  [1280, 900],
]) {
  test(`six groups stand in short above the list, and lead to each, at ${width} px`, async ({ planner, page }) => {
    await page.setViewportSize({ width, height });
    await open(planner, page, withGroups(6));
    const group = (name) => strip(planner).getByRole("button", { name });
    await expect(strip(planner).getByRole("button")).toHaveCount(6);
    await expect(group(/^Group A .*Open: 0 of 4/)).toBeVisible();
    await planner.tick("Unit A-1", "Unit A-2");
    await expect(group(/^Group A .*Met: 4/)).toBeVisible();
    await inspect(page);
    await page.setViewportSize({ width, height });
    await planner.search.focus();

    const head = planner.scope.getByRole("heading", { name: "Group E", exact: true });
    await group(/^Group E/).click();
    await expect(head).toBeFocused();
    await expect(head).toBeInViewport();
    await expect(strip(planner)).toBeInViewport();
    const below = (await strip(planner).boundingBox()).y + (await strip(planner).boundingBox()).height;
    const at = (await head.boundingBox()).y;
    expect(at, "the head is not covered").toBeGreaterThanOrEqual(below - 1);
    expect(at - below, "and stands at the top").toBeLessThan(40);

    // A group of which the search leaves nothing is shown for that.
    await planner.search.fill("A-12");
    await expect(head).toBeHidden();
    await group(/^Group E/).click();
    await expect(head).toBeFocused();
    await expect(planner.search).toHaveValue("");
  });

  test(`no row moves when they come, at ${width} px`, async ({ planner, page }) => {
    await page.setViewportSize({ width, height });
    await open(planner, page, withGroups(3));
    const row = planner.row("Unit A-1");
    const at = async () => (await row.boundingBox()).y;
    await page.evaluate(() => scrollTo(0, 0));
    await expect(strip(planner)).toBeVisible();
    const then = await at();
    // What stands there before: the same place, empty.
    await planner.scope.locator(".qp-finder").evaluate((finder) => finder.replaceChildren());
    expect(Math.abs((await at()) - then)).toBeLessThanOrEqual(1);
  });
}

test("two groups have none", async ({ planner }) => {
  await planner.open("8607-certificate");
  await expect(planner.search).toBeVisible();
  await expect(strip(planner)).toHaveCount(0);
});

test("a pathway is chosen beside the search, and what it asks for is added from its rule", async ({ planner, page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await open(planner, page, JSON.parse(file("../forms/05-pathway-with-named-units.catalogue.json")));
  const pathway = planner.scope.getByRole("search").getByLabel("Pathway", { exact: true });
  await pathway.selectOption("Pathway: Dementia");
  const rule = planner.summary.getByRole("listitem").filter({ hasText: "What Dementia Is" });
  await expect(rule).toContainText("Open:");
  await inspect(page);
  await rule.getByRole("button", { name: "Add What Dementia Is", exact: true }).click();
  await expect(planner.box("What Dementia Is")).toBeChecked();
  await expect(planner.state).toBeFocused();
  await expect(rule.getByRole("button", { name: /^Add/ })).toHaveCount(0);
  // The same choice as among the plans.
  await planner.inPlans((sheet) => expect(sheet.getByRole("combobox", { name: "Pathway" })).toHaveValue("dementia"));
  await planner.undo.click();
  await planner.undo.click();
  await expect(pathway).toHaveValue("");
});
