// A plan on paper: a sheet of its own, with nothing of the screen and nothing of the page around an element.

import { embed } from "./support/embed.mjs";
import { credits, hours, qualification, units } from "./support/facts.mjs";
import { openFile } from "./support/files.mjs";
import { Planner } from "./support/planner.mjs";
import { block } from "./support/storage.mjs";
import { expect, servers, test } from "./support/test.mjs";

const NAME = "Siân Gŵyl-Llewellyn, evening course in Aberystwyth";

/** The units of the Diploma with the longest titles, and as many of those that are not closed as are asked for. */
function longest(number) {
  const codes = qualification("8607-diploma").groups.flatMap((group) => group.units);
  const open = codes.filter((code) => code !== "8607-530");
  return open.sort((one, other) => units.get(other).title.length - units.get(one).title.length).slice(0, number);
}

/** Opens a plan of these units, each with a month, in a planner that shows the choice of all. */
async function planned(planner, codes, of = "8607-diploma") {
  const picks = codes.map((code, at) => ({ code, planned: `2027-${String((at % 12) + 1).padStart(2, "0")}` }));
  const plan = { qualification: of, name: NAME, registered: "2026-09-01", units: picks };
  await openFile(planner, "plan.json", JSON.stringify(plan));
  await planner.takeIn.click();
  await expect(planner.heading(of)).toBeVisible();
}

/** The sheet, once the page goes to paper. */
async function onPaper(planner, look = {}) {
  await planner.page.emulateMedia({ media: "print", ...look });
  const sheet = planner.scope.locator(".qp-paper");
  await expect(sheet).toBeVisible();
  return sheet;
}

/** How many pages a PDF of it has. */
async function pages(page) {
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
}

test("stand who, the units, the rules, the hours and lines to sign on, and nothing of the screen", async ({ planner, page }) => {
  const codes = ["8607-521", "8607-524", "8607-503", "8607-400"];
  await planner.open();
  await planned(planner, codes);
  const sheet = await onPaper(planner);
  for (const text of ["Plan, not a registration", qualification("8607-diploma").title, NAME, "1 September 2026"]) {
    await expect(sheet.getByText(text, { exact: true })).toBeVisible();
  }
  await expect(sheet).toContainText("8607, accreditation number 600/5856/0");
  for (const code of codes) {
    const row = sheet.getByRole("row").filter({ hasText: code });
    await expect(row).toContainText(units.get(code).title);
    await expect(row.getByRole("cell").nth(3)).toHaveText(String(credits([code])));
    await expect(row.getByRole("cell").nth(4)).toHaveText(String(hours([code])));
    await expect(row.getByRole("cell").last()).toHaveText(/^[A-Z][a-z]{2} 2027$/);
  }
  await expect(sheet.getByText(/^\d+ credits to go/)).toBeVisible();
  const sums = sheet.getByRole("row").filter({ hasText: "Together" });
  await expect(sums).toContainText(String(credits(codes)));
  await expect(sums).toContainText(String(hours(codes)));
  for (const place of ["Name", "Signature"]) await expect(sheet.getByText(place, { exact: true })).toHaveCount(2);
  await expect(sheet.getByRole("img", { name: "QR code of the link" })).toBeVisible();
  await expect(sheet).toContainText("Unofficial");
  await expect(page.getByRole("button").filter({ visible: true })).toHaveCount(0);
  await expect(page.getByRole("checkbox").filter({ visible: true })).toHaveCount(0);
  await expect(planner.heading("8607-diploma")).toBeHidden();
});

test("stands a plan as it is each time, with a reason for what does not count", async ({ planner, page }) => {
  await planner.open();
  await planned(planner, ["8607-501", "8607-530"]);
  const sheet = await onPaper(planner);
  const struck = sheet.getByRole("cell", { name: units.get("8607-530").title });
  await expect(struck).toHaveCSS("text-decoration-line", "line-through");
  await expect(sheet.getByText(/^Closed to learners registered from 1 July 2020/)).toBeVisible();
  await page.emulateMedia({ media: "screen" });
  await expect(sheet).toBeHidden();
  const title = units.get("8607-503").title;
  await page.getByRole("checkbox", { name: title }).first().evaluate((box) => box.click());
  await onPaper(planner);
  await expect(sheet).toHaveCount(1);
  await expect(sheet).toContainText(title);
});

test("seven units with the longest titles are one page, thirty two, black on white where the screen is dark too", async ({ planner, page }) => {
  for (const [number, most] of [[7, 1], [30, 2]]) {
    await planner.open();
    await planned(planner, longest(number));
    for (const colorScheme of ["light", "dark"]) {
      const sheet = await onPaper(planner, { colorScheme });
      expect(await sheet.evaluate((one) => getComputedStyle(one).color)).toBe("rgb(0, 0, 0)");
      await expect(sheet.getByRole("row").filter({ hasText: /^8607-/ })).toHaveCount(number);
      expect(await pages(page), `${number} units, ${colorScheme}`).toBe(most);
      await page.emulateMedia({ media: "screen" });
    }
  }
});

test.describe("of an element on another's page", () => {
  for (const theme of ["light", "dark"]) {
    test(`stands one page of its plan and nothing of theirs, where it is ${theme}`, async ({ page }) => {
      await page.goto(`${servers.host}hosts/hostile.html`);
      const planner = await embed(page, { theme });
      await planned(planner, longest(7));
      await page.evaluate(() => {
        window.printed = 0;
        window.print = () => window.printed++;
      });
      await planner.button("Print").first().evaluate((button) => button.click());
      expect(await page.evaluate(() => window.printed)).toBe(1);
      const sheet = await onPaper(planner);
      await expect(page.locator("body > *").filter({ visible: true })).toHaveCount(1);
      for (const theirs of ["#text", "#button", "body > h1"]) await expect(page.locator(theirs)).toBeHidden();
      expect(await sheet.evaluate((one) => getComputedStyle(one).color)).toBe("rgb(0, 0, 0)");
      expect(await pages(page)).toBe(1);
      await page.emulateMedia({ media: "screen" });
      await page.evaluate(() => dispatchEvent(new Event("afterprint")));
      expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
      await expect(page.locator("#text")).toBeVisible();
      expect(await planner.withElement((element) => element.hasAttribute("printed"))).toBe(false);
    });
  }
});

test("the planner over the window of another's page is printed as on any other screen", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(`${servers.host}hosts/root.html`);
  const planner = await embed(page);
  await planner.button("Open the planner").click();
  await planned(planner, longest(7));
  await page.evaluate(() => (window.print = () => {}));
  await planner.button("Print").first().click();
  const sheet = await onPaper(planner);
  for (const theirs of ["#text", "#button", "body > h1"]) await expect(page.locator(theirs)).toBeHidden();
  await expect(planner.button("Close")).toBeHidden();
  await expect(sheet.getByRole("row").filter({ hasText: /^8607-/ })).toHaveCount(7);
  expect(await pages(page)).toBe(1);
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(planner.button("Close")).toBeVisible();
});

test("a plan that is not saved does not print its trouble", async ({ planner, page }) => {
  await page.addInitScript(block);
  await planner.open("8607-award");
  await page.getByRole("checkbox").first().evaluate((box) => box.click());
  await onPaper(planner);
  await expect(page.getByRole("alert").filter({ visible: true })).toHaveCount(0);
});

test("a plan on a phone is printed as on any other screen", async ({ browser, troubles }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, locale: "en-GB" });
  troubles.watch(context);
  const planner = new Planner(await context.newPage(), servers.site);
  await planner.open();
  await planned(planner, longest(7));
  await onPaper(planner);
  expect(await pages(planner.page)).toBe(1);
  await context.close();
});
