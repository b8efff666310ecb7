// A page that the browser has translated: every text was replaced by an element.

import { units } from "./support/facts.mjs";
import { expect, test } from "./support/test.mjs";

/** What a page translator does: every text node gives way to an element with new text. */
const translate = (page) =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector("qualification-planner");
    const walker = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
      const text = walker.currentNode;
      const isKept = text.parentElement.closest("style, script, [translate=no]");
      if (text.nodeValue.trim() && !isKept) texts.push(text);
    }
    for (const text of texts) {
      const font = document.createElement("font");
      font.textContent = text.nodeValue;
      text.replaceWith(font);
    }
  });

test("figures follow the plan on a page that was translated", async ({ planner, page }) => {
  await planner.open();
  await planner.card("8607-certificate").getByRole("link").click();
  await planner.tick("8607-520");
  await expect(planner.state).toHaveText(/^Open: /);
  await translate(page);
  const group = planner.group("Group 1");
  const total = planner.summary.locator(".qp-my-total");

  await planner.box("8607-501").press("Space");
  await expect(planner.progress).toHaveAttribute("aria-valuenow", "9");
  await expect(total).toHaveText(/^9 of 13 credits/);
  await expect(planner.state).toHaveText("Open: 4 credits to go");
  await expect(group).toHaveAccessibleName(/Met: 9/);
  await expect(planner.rule("From Group 1")).toHaveText(/Met: .*9$/);
  await expect(planner.picked).toHaveCount(2);
  await translate(page);

  await planner.box("8607-400").press("Space");
  await expect(total).toHaveText(/^13 credits/);
  await expect(planner.state).toHaveText(/^\S*Met: Complete/);
  await expect(planner.primary).toHaveText("Share");
  await translate(page);

  await planner.box("8607-401").press("Space");
  await expect(planner.state).toHaveText(/Broken: Too many Group.2 credits: 8, limit 6/);
  await expect(planner.group("Group 2")).toHaveAccessibleName(/Broken: 8, limit 6/);
  await expect(planner.rule("From Group 2")).toHaveText(/Broken: .*8$/);
  await expect(planner.primary).toHaveText(/^Take out “/);
  await translate(page);

  await page.setViewportSize({ width: 360, height: 640 });
  await expect(planner.dock).toHaveText("My plan (4)");
  await planner.dock.click();
  await translate(page);
  await planner.undo.click();
  await planner.undo.click();
  await expect(planner.dock).toHaveText("My plan (2)");
  await expect(planner.state).toHaveText("Open: 4 credits to go");
  await expect(total).toHaveText(/^9 of 13 credits/);
  await expect(planner.primary).toHaveText("Ways to complete");
});

test("rows, notes and what is found follow on a page that was translated, and codes are left alone", async ({ planner, page }) => {
  await planner.open("8607-diploma");
  await planner.unfold();
  await translate(page);
  await planner.box("8607-530").press("Space");
  const choose = planner.row("8607-530").getByRole("button", { name: "Choose 550" });
  await expect(choose.locator("[translate=no]")).toHaveText("550");
  await expect(planner.row("8607-530")).toContainText("Not counted");
  await planner.register("2020-06-30");
  await expect(planner.row("8607-530")).not.toContainText("Not counted");
  await planner.search.fill("601");
  await expect(planner.found).toHaveText("1 unit");
  await planner.search.fill("zzz");
  await expect(planner.found).toHaveText("No unit found");
  const code = planner.scope.getByText("501", { exact: true }).first();
  expect(await code.evaluate((code) => code.closest("[translate=no]") !== null)).toBe(true);
});

test("the sheet of a unit follows on a page that was translated", async ({ planner, page }) => {
  const code = "8607-501";
  await planner.open("8607-diploma");
  await planner.more(code).click();
  const sheet = planner.details(code);
  await expect(sheet.getByRole("heading", { name: units.get(code).title })).toBeVisible();
  await translate(page);
  await sheet.getByRole("button", { name: "Add to my plan" }).click();
  await expect(sheet.getByRole("button", { name: "Remove from my plan" })).toBeVisible();
  await expect(sheet.getByLabel("By when")).toBeVisible();
});
