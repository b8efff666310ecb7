// A page that the browser has translated: every text was replaced by an element.

import { expect, test } from "./support/test.mjs";

test("figures follow the plan on a page that was translated", async ({ planner, page }) => {
  await planner.open();
  await planner.card("8607-award").getByRole("link").click();
  await planner.tick("8607-520");
  await expect(planner.state).toBeVisible();
  await page.evaluate(() => {
    const { shadowRoot } = document.querySelector("qualification-planner");
    const walker = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
      const text = walker.currentNode;
      if (text.nodeValue.trim() && !["STYLE", "SCRIPT"].includes(text.parentNode.nodeName)) texts.push(text);
    }
    for (const text of texts) {
      const font = document.createElement("font");
      font.textContent = text.nodeValue;
      text.replaceWith(font);
    }
  });
  const before = await planner.progress.getAttribute("aria-valuenow");
  await planner.box("8607-518").press("Space");
  await expect(planner.progress).not.toHaveAttribute("aria-valuenow", before);
  await expect(planner.state).toHaveText(/^\S*Met: Complete/);
  const now = await planner.progress.getAttribute("aria-valuenow");
  await expect(planner.scope.getByText(new RegExp(`^${now} of `)).first()).toBeVisible();
  await expect(planner.scope.getByText("Saved in this browser").first()).toBeVisible();
  await planner.box("8607-518").press("Space");
  await expect(planner.state).toHaveText(/^Open: /);
  await expect(planner.progress).toHaveAttribute("aria-valuenow", before);
});
