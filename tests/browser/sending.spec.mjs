// A plan as a link: made, opened elsewhere, looked at, and kept or not.

import { small } from "./support/files.mjs";
import { embed } from "./support/embed.mjs";
import { openFile } from "./support/files.mjs";
import { Planner } from "./support/planner.mjs";
import { forget, inStep, kept } from "./support/storage.mjs";
import { expect, servers, test } from "./support/test.mjs";

async function planned(planner) {
  await planner.open("8607-diploma");
  await planner.tick("8607-501", "8607-503", "8607-530");
  await planner.achieved("8607-530").click();
  await planner.rename("Siân’s plan");
  await planner.register("2021-09-01");
}

/** A page in another browser. */
async function elsewhere(browser, troubles) {
  const context = await browser.newContext();
  troubles.watch(context);
  return new Planner(await context.newPage(), servers.site);
}

test("a link shows the whole plan in another browser, and keeps nothing by itself", async ({ planner, browser, troubles }) => {
  await planned(planner);
  const address = await planner.link({ named: true });
  expect(address.length).toBeLessThan(200);
  const there = await elsewhere(browser, troubles);
  await there.page.goto(address);
  await expect(there.page.getByRole("heading", { level: 1, name: "Siân’s plan" })).toBeVisible();
  await expect(there.page.getByText("It is not saved on this device yet")).toBeVisible();
  await expect(there.page.getByText("Registration on 1 September 2021.")).toBeVisible();
  await expect(there.page.getByRole("listitem").filter({ hasText: /Managing Improvement\s*8607-501\s*3 credits\s*8 hours/ })).toBeVisible();
  await expect(there.page.getByText("Achieved already.")).toBeVisible();
  await expect(there.page.getByText("Made with the catalogue")).toHaveCount(0); // it is the one here
  await expect(there.page.getByRole("checkbox")).toHaveCount(0);
  expect(await kept(there.page)).toEqual({});

  await there.button("Keep this plan").click();
  await expect(there.box("8607-501")).toBeChecked();
  await there.expectName("Siân’s plan");
  await there.expectRegistered("2021-09-01");
  await there.page.reload();
  await expect(there.box("8607-503")).toBeChecked();
  await there.open();
  await there.button("Undo adding from a link").click();
  await expect(there.drafts).toHaveCount(0);
  await there.page.context().close();
});

test("a link to a plan that is here already leads to that, and is kept beside it only on purpose", async ({ planner, page }) => {
  await planned(planner);
  // In another order than the one in the link.
  await planner.untick("8607-501");
  await planner.tick("8607-501");
  const address = await planner.link();
  await page.goto("about:blank");
  await page.goto(address);
  const here = page.getByText("You have this plan already: ");
  await here.getByRole("link", { name: "Siân’s plan" }).click();
  await planner.expectName("Siân’s plan");
  await page.goBack();
  await planner.button("Keep it as another plan").click();
  await planner.tick("8607-504");
  await planner.open();
  await expect(planner.drafts).toHaveCount(2);
  await planner.draft("Siân’s plan").getByRole("link").click();
  await planner.untick("8607-530");
  await page.goto(address);
  await expect(planner.button("Keep this plan")).toBeVisible();
  await expect(here).toHaveCount(0);
});

test("a link leaves the name out unless it is asked for", async ({ planner, page }) => {
  await planned(planner);
  const address = await planner.link();
  await forget(page);
  await page.goto("about:blank");
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1, name: "Plan for the Level 5 Diploma" })).toBeVisible();
  await expect(page.getByText("Siân")).toHaveCount(0);
});

test("a link leaves the plans that are there alone, and what is exported from it is the plan in it", async ({ planner, page }) => {
  await planned(planner);
  const address = await planner.link();
  await planner.untick("8607-501", "8607-503");
  // What is removed while the page goes would come back from the copy.
  await inStep(page);
  const before = await kept(page);
  await page.goto("about:blank");
  await page.goto(address);
  await expect(page.getByRole("listitem").filter({ hasText: /Developing Critical Thinking\s*8607-503/ })).toBeVisible();
  const file = await planner.download(planner.button("Save a copy as a file"));
  expect(JSON.parse(file.text).drafts[0].plan.units).toHaveLength(3);
  const table = await planner.download(planner.button("Spreadsheet (CSV)"));
  expect(table.text).toContain("8607-503");
  expect(await kept(page)).toEqual(before);
  await planner.leave();
  await expect(planner.drafts).toHaveCount(1);
});

test("the link of a plan stands in a field that can be selected, with a code of it, two taps from the plan", async ({ planner, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await planned(planner);
  await planner.button("Share").first().click();
  await expect(page.getByRole("heading", { name: "Share “Siân’s plan”" })).toBeFocused();
  await planner.button("Copy").click();
  await expect(planner.sheet.getByText("The link is on the clipboard.")).toBeVisible();
  const field = planner.sheet.getByLabel("Link to this plan");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await field.inputValue());
  await field.focus();
  expect(await page.evaluate(() => {
    const field = document.querySelector("qualification-planner").shadowRoot.activeElement;
    return field.selectionEnd - field.selectionStart === field.value.length;
  })).toBe(true);
  await expect(field).toHaveAccessibleDescription(/^In the link: the qualification, the 3 units, what you have achieved and your registration date\./);
  const code = planner.sheet.getByRole("img", { name: "QR code of the link" });
  const path = await code.locator("path").getAttribute("d");
  await planner.sheet.getByLabel("Put the plan’s name in the link").check();
  await expect(field).not.toHaveValue(copied);
  await expect(code.locator("path")).not.toHaveAttribute("d", path);
  await expect(field).toHaveAccessibleDescription(/ and the plan’s name\./);
  await planner.closeShare();
  await expect(planner.button("Share").first()).toBeFocused();
  await planner.tick("8607-504");
  expect(await planner.link()).not.toBe(copied);
});

test("the code of a link is black on white, with four modules of white round it", async ({ planner, page }) => {
  await planned(planner);
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    await planner.share();
    const code = planner.sheet.getByRole("img", { name: "QR code of the link" });
    await expect(code).toHaveCSS("background-color", "rgb(255, 255, 255)");
    await expect(code.locator("path")).toHaveCSS("fill", "rgb(0, 0, 0)");
    const { x, y, width, height } = await code.evaluate((svg) => {
      const { x, y, width, height } = svg.viewBox.baseVal;
      return { x, y, width, height };
    });
    const dark = await code.locator("path").evaluate((path) => path.getBBox().width);
    expect({ x, y, width, height }).toEqual({ x: -4, y: -4, width: dark + 8, height: dark + 8 });
    await planner.closeShare();
  }
});

test.describe("on a phone", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  /** Has the device take a link, or refuse it by an error of this name. */
  const device = (page, refuses) =>
    page.addInitScript((refuses) => {
      window.given = [];
      navigator.share = async (given) => {
        window.given.push(given);
        if (refuses) throw new DOMException("no", refuses);
      };
    }, refuses);

  test("the link goes by the phone’s own share, and the name only where it is asked for", async ({ planner, page }) => {
    await device(page);
    await planned(planner);
    const sheet = await planner.share();
    const send = sheet.getByRole("button", { name: "Send from this device" });
    await expect(send).toHaveClass(/qp-button--main/);
    await expect(sheet.getByRole("button", { name: "Copy" })).not.toHaveClass(/qp-button--main/);
    const field = sheet.getByLabel("Link to this plan");
    const unnamed = await field.inputValue();
    await send.click();
    await sheet.getByLabel("Put the plan’s name in the link").check();
    await expect(field).not.toHaveValue(unnamed);
    await send.click();
    expect(await page.evaluate(() => window.given)).toEqual([
      { title: "Level 5 Diploma in Leadership and Management", url: unnamed },
      { title: "Siân’s plan", url: await field.inputValue() },
    ]);
  });

  test("it is said where the phone does not take the link, and not where the reader gave it up", async ({ planner, page }) => {
    await device(page, "AbortError");
    await planned(planner);
    const sheet = await planner.share();
    const send = sheet.getByRole("button", { name: "Send from this device" });
    await send.click();
    await expect.poll(() => page.evaluate(() => window.given.length)).toBe(1);
    await expect(sheet.getByRole("status")).toHaveText("");
    await page.evaluate(() => (navigator.share = () => Promise.reject(new DOMException("no", "NotAllowedError"))));
    await send.click();
    await expect(sheet.getByRole("status")).toHaveText("This device did not take the link. Copy it instead.");
  });
});

test("where the clipboard is closed that is said", async ({ planner, page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await planned(planner);
  await planner.share();
  await planner.button("Copy").click();
  await expect(planner.sheet.getByText("Copy the link above by hand.")).toBeVisible();
});

const CHANGED_AND_GOOD = [
  ["escaped", (text) => text.replace("#qp=", "#qp%3D")],
  ["escaped twice", (text) => text.replace("#qp=", "#qp%253d")],
  ["escaped by a mail", (text) => text.replace("#qp=", "#qp=3D")],
  ["broken", (text) => text.replace(/#qp=.{20}/, "$&=%0D%0A")],
  ["given a parameter", (text) => `${text}&utm_source=mail`],
  ["wrapped", (text) => `${text}>.`],
];

test("a link that was changed on its way and has lost nothing opens", async ({ planner, page }) => {
  await planned(planner);
  const whole = await planner.link();
  for (const [what, change] of CHANGED_AND_GOOD) {
    await test.step(what, async () => {
      await page.goto("about:blank");
      await page.goto(change(whole));
      await expect(page.getByText("Somebody sent you this plan"), what).toBeVisible();
      await expect(page.getByRole("listitem").filter({ hasText: /Managing Improvement\s*8607-501/ }), what).toBeVisible();
    });
  }
});

const CHANGED_AND_BAD = [
  ["cut short", (text) => text.slice(0, -7), "Its end is missing"],
  ["changed", (text) => text.replace(/(.)(.)Z$/, (_, one, other) => `${one === "A" ? "B" : "A"}${other}Z`), "Something in it was changed"],
  ["of a newer version", (text) => text.replace("#qp=1", "#qp=3"), "made by a newer version"],
  ["longer than 64 KiB", (text) => text.replace("Z", "A".repeat(70_000)), "longer than any link"],
  ["empty", (text) => text.replace(/#qp=.*/, "#qp="), "Its end is missing"],
  ["none", (text) => text.replace(/#qp=.*/, "#qp=hello"), "does not begin as a link"],
  ["of letters that no link has", (text) => text.replace(/#qp=.*/, "#qp=1<script>alert(1)</script>Z"), "Something in it was changed"],
];

test("a link that has lost something is refused with the reason, and nothing is touched", async ({ planner, page }) => {
  await planned(planner);
  const whole = await planner.link();
  // What is removed while the page goes would come back from the copy.
  await inStep(page);
  const before = await kept(page);
  for (const [what, change, reason] of CHANGED_AND_BAD) {
    await test.step(what, async () => {
      await page.goto("about:blank");
      await page.goto(change(whole));
      await expect(page.getByRole("heading", { level: 1, name: "This link cannot be opened" }), what).toBeVisible();
      await expect(page.getByText(reason), what).toBeVisible();
      await expect(page.getByText("your plans are as they were"), what).toBeVisible();
      expect(await kept(page), what).toEqual(before);
      await planner.button("See all qualifications").click();
      await expect(planner.drafts).toHaveCount(1);
    });
  }
});

test("a link names what this catalogue has otherwise, and the plan made of it does too", async ({ planner, page }) => {
  await planner.open();
  await openFile(planner, "own.json", JSON.stringify(small));
  await expect(planner.came("own.json was added")).toBeVisible();
  await planner.closeFile();
  await page.goto(`${planner.address}#/small-award`);
  await planner.tick("First", "Second");
  const address = await planner.link();
  const later = structuredClone(small);
  later.units.find((unit) => unit.code === "A-1").credits = 3;
  later.units = later.units.filter((unit) => unit.code !== "A-2");
  later.qualifications.length = 1;
  later.qualifications[0].groups[0].units = ["A-1"];
  later.qualifications[0].rules[0].at_least = 3;
  await planner.open();
  await openFile(planner, "own.json", JSON.stringify(later));
  await expect(planner.came("own.json was added")).toBeVisible();
  await planner.closeFile();
  await page.goto("about:blank");
  await page.goto(address);
  const told = planner.notice("The catalogue was changed since this plan was made");
  await expect(told).toContainText("The rules of the qualification are written otherwise now.");
  await expect(told).toContainText("A-1 had 2 credits and 6 guided learning hours; it is now First with 3 credits and 6 guided learning hours.");
  await expect(told).toContainText("A-2 (4 credits and 8 guided learning hours) is not there any more.");
  await planner.button("Keep it as another plan").click();
  await expect(told).toBeVisible();
  await planner.untick("First");
  await planner.tick("First");
  await page.reload();
  await expect(told).toContainText("A-2");
  await planner.button("I have seen this").click();
  await expect(told).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Small Award" })).toBeVisible();
  await expect(told).toHaveCount(0);
  // What it was is not lost with that.
  await planner.button("Show what it was").click();
  await expect(told).toContainText("A-2 (4 credits");
  await page.reload();
  await expect(told).toContainText("A-2 (4 credits");
});

test("a link to a qualification that is not here shows its units and opens when the catalogue is", async ({ planner, page }) => {
  await planner.open();
  await openFile(planner, "own.json", JSON.stringify(small));
  await expect(planner.came("own.json was added")).toBeVisible();
  await planner.closeFile();
  await page.goto(`${planner.address}#/small-award`);
  await planner.tick("First");
  const address = await planner.link();
  await forget(page);
  await page.goto("about:blank");
  await page.goto(address);
  await expect(page.getByText("no catalogue that is open here has")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: /A-1\s*2 credits\s*6 guided learning hours/ })).toBeVisible();
  await planner.button("Keep this plan").click();
  await expect(page.getByText("The plan was kept. It opens when its catalogue’s file is here.")).toBeVisible();
  await expect(planner.drafts).toHaveCount(1);
  await openFile(planner, "own.json", JSON.stringify(small));
  await expect(planner.came("own.json was added")).toBeVisible();
  await planner.closeFile();
  await planner.drafts.getByRole("link").click();
  await expect(planner.box("First")).toBeChecked();
});

test("a link to a plan for the host’s own catalogue opens when that has come, and the catalogue outlives the plans", async ({ page, context }) => {
  await page.goto(`${servers.reader}hosts/bare.html`);
  const here = await embed(page, { qualification: "small-award", catalogue: "../catalogues/small.json" });
  await here.tick("First");
  const address = await here.link();
  const there = await context.newPage();
  await there.goto(address);
  const one = await embed(there, { qualification: "small-award", catalogue: "../catalogues/small.json" });
  await expect(one.scope.getByText("4 credits to go")).toBeVisible();
  await one.askToDeleteEverything();
  await one.button("Delete everything").click();
  await expect(one.heading()).toBeVisible();
  await expect(one.scope.getByText("Small Award")).toBeVisible();
});

test("a link from an element leads to the page around it, whose first element shows it", async ({ page, context }) => {
  await page.goto(`${servers.host}hosts/bare.html#elsewhere`);
  const here = await embed(page, { qualification: "8604-award", instance: "here" });
  await here.tick("8604-308");
  const address = await here.link();
  expect(address.startsWith(`${servers.host}hosts/bare.html#qp=`)).toBe(true);
  expect(page.url().endsWith("#elsewhere")).toBe(true);
  const there = await context.newPage();
  await there.goto(address);
  const one = await embed(there, { qualification: "8604-award", instance: "one" });
  const two = await embed(there, { qualification: "8603-certificate", instance: "two" }, "#there");
  await two.near();
  await expect(one.scope.getByText("Somebody sent you this plan")).toBeVisible();
  await expect(two.heading("8603-certificate")).toBeVisible();
  await one.button("Keep this plan").click();
  await expect(one.box("8604-308")).toBeChecked();
  expect(there.url()).toBe(address);
});
