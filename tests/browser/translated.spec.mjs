// A page that the browser has translated: every text was replaced by an element.

import { embed } from "./support/embed.mjs";
import { units } from "./support/facts.mjs";
import { everyPart } from "./support/inspect.mjs";
import { Planner } from "./support/planner.mjs";
import { expect, servers, test } from "./support/test.mjs";

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
  await expect(planner.primary).toHaveText("Help me fill");
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

/** The codes of the shipped units, and what is left of them where all begin alike. */
const CODES = [...new Set([...units.keys()].flatMap((code) => [code, code.split("-")[1]]))];

/** The texts in which a translator would find a code. What is for ears alone stands beside for eyes too. */
const openCodes = (page) =>
  page.evaluate((codes) => {
    const { shadowRoot } = document.querySelector("qualification-planner");
    const walker = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT);
    const found = new Set();
    while (walker.nextNode()) {
      const { nodeValue, parentElement } = walker.currentNode;
      if (parentElement.closest("style, script, textarea, .qp-unseen, [translate=no]")) continue;
      const words = nodeValue.replace(/\b\d+ hours/g, "").split(/[^\w/-]+/);
      if (words.some((word) => codes.includes(word))) found.add(nodeValue);
    }
    return [...found];
  }, CODES);

/** All that is seen on the screen, but for what time it is; of plans changed in one second either may stand first. */
const read = async (page) => {
  // What is searched for once a plan was left alone for a moment is of the plan that is shown.
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  return page.evaluate(() => {
    const { shadowRoot } = document.querySelector("qualification-planner");
    const all = [...shadowRoot.querySelectorAll("[part=planner], dialog[open]")];
    const seen = all.map((one) => one.innerText).join("\n").replace(/\d\d:\d\d/g, "").split(/\s*\n\s*/);
    // What is only said is said for a while.
    const said = new Set([...shadowRoot.querySelectorAll("p.qp-unseen, [role=status].qp-unseen")].map((one) => one.innerText));
    return seen.filter((line) => !said.has(line)).sort();
  });
};

/** Through the screens and sheets; `seen` is called where each has come, and again after something in it was changed. */
async function journey(planner, page, seen) {
  const press = (code) => planner.box(code).press("Space");
  // What lies behind a sheet is changed as another tab would do it.
  const behind = (code) => planner.row(code).getByRole("checkbox", { includeHidden: true }).evaluate((box) => box.click());

  await planner.open();
  await seen("the start");
  await planner.scope.getByRole("group", { name: "Size" }).getByRole("radio", { name: "Certificate" }).press("Space");
  await expect(planner.card("8607-award")).toBeHidden();
  await seen("the start, of one size");
  await planner.card("8607-certificate").getByRole("link").click();
  await everyPart(page);
  await planner.unfold();
  for (const code of ["8607-520", "8607-530"]) await press(code);
  await expect(planner.state).toHaveText(/^Open: /);
  await seen("a plan");

  const rules = await planner.rulesAndFacts();
  await seen("its rules");
  await behind("8607-550");
  await expect(rules.getByText("you chose 530 and 550")).toBeVisible();
  await seen("its rules, of a changed plan");
  await planner.close();
  await press("8607-550");

  await planner.help();
  await seen("what completes it");
  await planner.fill.getByRole("radio", { name: "Units" }).press("Space");
  await expect(planner.fill).toContainText("Fewest units");
  await seen("what completes it by fewest units");
  await planner.button("All units").click();
  for (const code of ["8607-400", "8607-401"]) await press(code);
  await expect(planner.otherRepairs.first()).toBeVisible();
  await seen("what puts it right");
  await planner.otherRepairs.first().click();
  await expect(planner.state).not.toHaveText(/^Broken: /);
  await seen("a plan put right");

  await planner.share();
  await seen("its link");
  const link = planner.sheet.getByLabel("Link to this plan");
  const before = await link.inputValue();
  await behind("8607-501");
  await expect(link).not.toHaveValue(before);
  await seen("its link, of a changed plan");
  const address = await link.inputValue();
  await planner.closeShare();

  await planner.inPlans(async (sheet) => {
    await seen("the plans");
    await planner.name.fill("Evening course");
    await planner.registered.fill("2020-06-30");
    await sheet.getByText("Add units by their codes", { exact: true }).click();
    await planner.scope.getByRole("textbox", { name: "Codes of units" }).fill("501, 504 and 530, nonsense1 8604-308");
    await planner.button("Add these units").click();
    await expect(sheet.getByText(/\d units? (was|were) added/)).toBeVisible();
    await seen("the plans, with codes added");
  });
  await seen("a plan with units by codes");

  await page.goto("about:blank");
  await page.goto(address);
  await expect(page.getByText("Somebody sent you this plan")).toBeVisible();
  await seen("the plan of a link");
  await planner.button("Keep this plan").click();
  await expect(planner.heading("8607-certificate")).toBeFocused();
  await press("8607-502");
  await expect(planner.undo).toBeEnabled();
  await seen("a plan kept from a link");

  await planner.open();
  await seen("the start, with plans");
  await planner.act("Evening course", "Delete");
  await expect(planner.drafts).toHaveCount(1);
  await seen("the start, with a deleted plan");
  await planner.button("Undo deleting").click();
  await expect(planner.drafts).toHaveCount(2);
  await seen("the start, with all plans");

  await page.goto(`${servers.host}hosts/bare.html`);
  await page.evaluate(() => (document.querySelector("#here").style.inlineSize = "300px"));
  const element = await embed(page, { qualification: "8607-certificate" });
  const open = element.button("Open the planner");
  await expect(open).toBeVisible();
  await expect(element.scope.getByText("0 of 13 credits").filter({ visible: true })).toBeVisible();
  await seen("a card");
  await open.click();
  for (const code of ["8607-503", "8607-521"]) await element.box(code).press("Space");
  await expect(element.progress).toHaveAttribute("aria-valuenow", "19");
  await page.keyboard.press("Escape");
  await expect(open).toBeFocused();
  await seen("a card, of a changed plan");
}

test("every screen and sheet says on a page that was translated what it says on another", async ({ browser, troubles }) => {
  const walk = async (isTranslated) => {
    const context = await browser.newContext();
    troubles.watch(context);
    const page = await context.newPage();
    const [texts, codes] = [{}, []];
    await journey(new Planner(page, servers.site), page, async (where) => {
      await everyPart(page);
      texts[where] = await read(page);
      codes.push(...(await openCodes(page)).map((text) => `${where}: ${text}`));
      if (isTranslated) await translate(page);
    });
    await context.close();
    return [texts, codes];
  };
  const [plain, translated] = await Promise.all([walk(false), walk(true)]);
  expect(translated[0]).toEqual(plain[0]);
  expect(plain[1], "codes that are not left alone").toEqual([]);
});
