// Where things stand: what only a browser that lays the screens out can show.

import { qualifications } from "./support/facts.mjs";
import { expect, test } from "./support/test.mjs";

/** How far down something begins. */
const top = async (one) => (await one.boundingBox()).y;

// The type of the machine may be wider than that of a phone: some lines more are allowed for. The way in for who has units
// stands before them.
for (const [width, most] of [
  [390, 760],
  [1280, 620],
]) {
  test(`on a first visit the qualifications begin after thin examples, at ${width} px`, async ({ page, planner }) => {
    await page.setViewportSize({ width, height: 844 });
    await planner.open();
    await expect(planner.button("Start from this: Money and projects")).toBeVisible();
    expect(await top(page.getByRole("heading", { name: "Start with a qualification" }))).toBeLessThan(most);
  });
}

test("the first unit of each qualification begins high, with and without a name of the plan", async ({ page, planner }) => {
  for (const { id } of qualifications) {
    for (const name of ["", "Siân’s plan"]) {
      await planner.open(id);
      if (name) await planner.rename(name);
      for (const [width, height, most] of [
        [390, 844, 330],
        [1280, 900, 260],
      ]) {
        await page.setViewportSize({ width, height });
        expect.soft(await top(page.getByRole("checkbox").first()), `${id} at ${width} px, named “${name}”`).toBeLessThanOrEqual(most);
      }
    }
  }
});

for (const width of [320, 390]) {
  test(`at ${width} px the title of a plan is never cut, in however wide a type`, async ({ page, planner }) => {
    await page.setViewportSize({ width, height: 844 });
    for (const { id } of qualifications) {
      await planner.open(id);
      for (const spacing of ["normal", "0.1em"]) {
        const sizes = await planner.heading(id).evaluate((title, spacing) => {
          title.style.letterSpacing = spacing;
          return [title.scrollHeight - title.clientHeight, title.scrollWidth - title.clientWidth];
        }, spacing);
        expect(Math.max(...sizes), `${id}, ${spacing}`).toBeLessThanOrEqual(1);
      }
    }
  });
}

test("at 768 px the head of a plan has drawings alone, and the rules in one line", async ({ page, planner }) => {
  await page.setViewportSize({ width: 768, height: 1024 });
  await planner.open("8607-certificate");
  await expect(page.getByText("Rules and facts", { exact: true })).toBeHidden();
  expect((await page.getByRole("banner").last().boundingBox()).height).toBeLessThan(72);
});

test("in a column of 1000 px the search has its room", async ({ page, planner }) => {
  await page.setViewportSize({ width: 1000, height: 844 });
  await planner.open("8607-certificate");
  expect((await planner.search.boundingBox()).width).toBeGreaterThan(170);
});

test("in the sheet of a unit a button is as high as its words, and nothing stands where nothing is said", async ({ page, planner }) => {
  await planner.open("8607-certificate");
  await planner.unfold();
  await planner.more("8607-530").click();
  const add = planner.details("8607-530").getByRole("button", { name: "Add to my plan" });
  await expect(planner.details("8607-530").getByText("Replaced by 550")).toBeVisible();
  expect((await add.boundingBox()).height).toBeLessThan(3 * 16);
  await planner.close();
  await planner.more("8607-501").click();
  const sheet = planner.details("8607-501");
  const line = await sheet.getByText("8607-501", { exact: true }).boundingBox();
  expect((await top(sheet.getByText(/^With this unit/).or(sheet.getByRole("heading", { name: "What it covers" })).first())) - line.y).toBeLessThan(4 * 16);
});

test("a box that is ticked in a sheet is as large as others", async ({ page, planner }) => {
  await planner.open("8607-award");
  await planner.rename("Siân’s plan");
  await planner.share();
  const box = await page.getByLabel("Put the plan’s name in the link").boundingBox();
  expect([box.width, box.height]).toEqual([20, 20]);
});

test("where there is room the plans are a menu below their button, else a sheet from the foot", async ({ page, planner }) => {
  await planner.open("8607-certificate");
  const box = async (width) => {
    await page.setViewportSize({ width, height: 844 });
    await planner.button("Plans").click();
    const box = await planner.plans.boundingBox();
    await planner.plans.getByRole("button", { name: "Close" }).click();
    return box;
  };
  const menu = await box(1280);
  expect([menu.x < 40, menu.y < 100, menu.width < 450]).toEqual([true, true, true]);
  const sheet = await box(390);
  expect([sheet.x, sheet.width]).toEqual([0, 390]);
});

test("enlarged four times the first unit is seen, and what narrows the list comes with the search", async ({ page, planner }) => {
  await page.setViewportSize({ width: 320, height: 225 });
  await planner.open("8607-certificate");
  const dock = await page.locator(".qp-my-plan").boundingBox();
  expect(await top(planner.row("8607-501"))).toBeLessThan(dock.y - 32);
  await expect(page.getByLabel("Level", { exact: true })).toBeHidden();
  await planner.search.focus();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("radio", { name: "All" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Level", { exact: true })).toBeFocused();
});

test("with the browser’s text at 24 px the first unit of a phone begins in the upper half", async ({ page, planner }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const browser = await page.context().newCDPSession(page);
  await browser.send("Page.setFontSizes", { fontSizes: { standard: 24, fixed: 20 } });
  await planner.open("8607-certificate");
  expect(await top(planner.row("8607-501"))).toBeLessThan(400);
});
