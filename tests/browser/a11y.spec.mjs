// Every screen in every state, light and dark, at 320, 768 and 1280 px: nothing for axe-core to
// find, no sideways scrolling, no target too small.

import { readFileSync } from "node:fs";
import { openFile, small as catalogue } from "./support/files.mjs";
import { embed } from "./support/embed.mjs";
import { qualifications } from "./support/facts.mjs";
import { everyPart, inspect, overflowing, small } from "./support/inspect.mjs";
import { Planner } from "./support/planner.mjs";
import { sample } from "./support/runs.mjs";
import { block, forget, spoil } from "./support/storage.mjs";
import { expect, servers, test } from "./support/test.mjs";

test.describe("nothing is found on", () => {
  test.slow();

  test("the choice of a qualification", async ({ planner, page }) => {
    await planner.open();
    await inspect(page);
  });

  test("the choice with an open, a met and a broken plan", async ({ planner, page }) => {
    await planner.open("8607-award");
    await planner.tick("8607-520");
    await planner.open("8604-award");
    await planner.button("Pick every mandatory unit").click();
    await planner.open("8607-certificate");
    await planner.rename("A draft with a name that is long enough to need more than one line on a phone");
    await planner.tick("8607-400", "8607-401");
    await planner.open();
    await inspect(page);
  });

  test("the choice with a problem in a catalogue file", async ({ planner, page }) => {
    await planner.open();
    await openFile(planner, "a-file-with-a-rather-long-name-from-a-centre.json", '{"format": 1, "units": 7}');
    await expect(planner.came("cannot be opened here")).toBeVisible();
    await inspect(page);
  });

  for (const { id } of sample(qualifications, 3)) {
    test(`${id}, with nothing picked`, async ({ planner, page }) => {
      await planner.open(id);
      await inspect(page);
    });
  }

  test("the details of a qualification", async ({ planner, page }) => {
    await planner.open("8607-certificate");
    await planner.rulesAndFacts();
    await inspect(page);
  });

  test("an open plan", async ({ planner, page }) => {
    await planner.open("8607-diploma");
    await planner.tick("8607-521", "8607-601");
    await expect(planner.state).toHaveText(/^Open: /);
    await inspect(page, { axeAt: [320, 1280] });
  });

  test("a plan that meets its rules", async ({ planner, page }) => {
    await planner.open("8607-award");
    await planner.tick("8607-520", "8607-518");
    await expect(planner.state).toHaveText(/^\S*Met: Complete/);
    await inspect(page, { axeAt: [320, 1280] });
  });

  test("a plan that breaks them", async ({ planner, page }) => {
    await planner.open("8607-certificate");
    await planner.tick("8607-400", "8607-401", "8607-521", "8607-524", "8607-523", "8607-520");
    await expect(planner.state).toHaveText(/Broken: /);
    await inspect(page, { axeAt: [320, 1280] });
  });

  test("closed units that were picked", async ({ planner, page }) => {
    await planner.open("8607-award");
    await planner.unfold();
    await planner.tick("8607-521", "8607-524", "8607-531", "8607-530");
    await expect(planner.row("8607-530").getByRole("button", { name: "Choose 550" })).toBeVisible();
    await inspect(page);
  });

  test("a search that finds nothing", async ({ planner, page }) => {
    await planner.open("8607-diploma");
    await planner.search.fill("no such unit");
    await inspect(page);
  });

  test("a plan that cannot be saved", async ({ planner, page }) => {
    await page.addInitScript(block);
    await planner.open("8604-award");
    await planner.tick("8604-308");
    await expect(planner.notice("Your plan is not saved")).toBeVisible();
    await inspect(page);
  });

  test("a plan that cannot be read", async ({ planner, page }) => {
    await planner.open("8604-award");
    await planner.tick("8604-308");
    await spoil(page, "8604-award", ["8604-308", "damaged"]);
    await page.reload();
    await expect(planner.notice("A plan could not be read")).toBeVisible();
    await inspect(page);
  });

  test("the question whether to delete everything", async ({ planner, page }) => {
    await planner.open();
    await planner.button("Delete everything from this browser").click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await inspect(page);
  });

  test("what would complete a plan, and what would put it right", async ({ planner, page }) => {
    await planner.open("8607-diploma");
    await planner.tick("8607-501");
    await planner.help();
    for (const place of [0, 1]) await planner.fill.getByRole("checkbox", { name: "Compare" }).nth(place).check();
    await planner.fill.getByRole("button", { name: "Add a unit" }).click();
    await inspect(page);
    await planner.open("8607-certificate");
    await planner.tick("8607-400", "8607-401", "8607-520");
    await expect(planner.otherRepairs.first()).toBeVisible();
    await inspect(page);
  });

  test("the opened plan on a phone", async ({ planner, page }) => {
    await page.setViewportSize({ width: 320, height: 900 });
    await planner.open("8607-certificate");
    await planner.unfold();
    await planner.tick("8607-501", "8607-521", "8607-530");
    await planner.dock.click();
    await expect(planner.rules.first()).toBeVisible();
    await inspect(page, { widths: [320], within: "aside" });
  });

  test("an unknown qualification", async ({ planner, page }) => {
    await page.goto(`${planner.address}#/nothing-of-the-kind`);
    await expect(page.getByRole("heading", { name: "This qualification is not here" })).toBeVisible();
    await inspect(page);
  });

  test("the page before the planner has come, and where it cannot come", async ({ page }) => {
    await page.route(servers.site, async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replace(/<script[^]*?<\/script>|<link rel="(module)?preload"[^>]*>/g, "");
      await route.fulfill({ response: answer, body });
    });
    await page.goto(servers.site);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await inspect(page);
  });

  test("the page whose program could not be fetched", async ({ page, troubles }) => {
    troubles.expect(/failed: .*\.wasm/, /console (error|warning)/);
    await page.route("**/*.wasm", (route) => route.abort());
    await page.goto(servers.site);
    await expect(page.getByRole("alert")).toContainText("could not be loaded");
    await inspect(page);
  });

  test("the example page with two elements", async ({ page }) => {
    await page.goto(`${servers.host}examples/embed.html`);
    await expect(page.getByRole("heading", { name: "Level 5 Diploma in Leadership and Management" })).toBeVisible();
    await page.locator("qualification-planner").last().scrollIntoViewIfNeeded();
    await expect(page.getByRole("heading", { name: "Level 4 Award in Leadership", exact: true })).toBeVisible();
    await inspect(page, { widths: [320, 1280] });
  });
});

/** Three drafts, one of which has a long name and one none. */
async function drafts(planner) {
  await planner.open("8607-diploma");
  await planner.tick("8607-501", "8607-503");
  await planner.rename("A draft with a name that is long enough to need more than one line on a phone");
  await planner.open("8607-award");
  await planner.tick("8607-520", "8607-518");
  await planner.open("8607-certificate");
  await planner.rename("Evening course");
  await planner.tick("8607-400", "8607-401");
}

/** Opens a plan of so many units that its link is longer than a code holds. */
async function large(planner) {
  const units = Array.from({ length: 900 }, (_, at) => ({ code: `X-${(at * 2_654_435_761) % 1_000_000_007}` }));
  await planner.open();
  await openFile(planner, "long.json", JSON.stringify({ qualification: "8607-award", units }));
  await planner.takeIn.click();
  await expect(planner.heading("8607-award")).toBeVisible();
}

/** The link to the plan that is shown, with its name. */
const link = (planner) => planner.link({ named: true });

/** What two tabs change at the same moment; the second one says so. */
async function conflict(planner, context) {
  const deaf = await context.newPage();
  await deaf.addInitScript(() => addEventListener("storage", (event) => event.stopImmediatePropagation(), true));
  const other = new Planner(deaf, servers.site);
  await planner.open("8607-diploma");
  await planner.tick("8607-501");
  await other.open("8607-diploma");
  await planner.tick("8607-503");
  await other.row("8607-504").getByText("Leading Innovation and Change").click();
  await expect(other.notice("Two tabs changed this plan")).toBeVisible();
  return other;
}

/** A catalogue of a learner’s own is opened. */
async function own(planner, of = catalogue) {
  await planner.open();
  await openFile(planner, "own.json", JSON.stringify(of));
  await expect(planner.came("own.json was added")).toBeVisible();
  await planner.closeFile();
}

/** The same, changed since: a unit is gone, one has other credits, and the rules are others. */
function later() {
  const later = structuredClone(catalogue);
  later.units.find((unit) => unit.code === "A-1").credits = 3;
  later.units = later.units.filter((unit) => unit.code !== "A-2");
  later.qualifications.length = 1;
  later.qualifications[0].groups[0].units = ["A-1"];
  later.qualifications[0].rules[0].at_least = 3;
  return later;
}

/** A file with a new draft, one that is here, one that was changed here, one of an unknown qualification, and one that cannot be read; altered. */
async function fileOfAll(planner) {
  await drafts(planner);
  await planner.open();
  const file = JSON.parse((await planner.download(planner.button("Save all plans as a file"))).text);
  const [first] = file.drafts;
  file.drafts.push({ ...structuredClone(first), draft: "another", plan: { ...first.plan, name: "A new one" } });
  file.drafts.push({ ...structuredClone(first), draft: "unknown", plan: { ...first.plan, name: "", qualification: "a-qualification-of-a-centre-that-nobody-here-has" } });
  file.drafts.push({ draft: "NOT A NAME" });
  await planner.draft("Evening course").getByRole("link").click();
  await planner.tick("8607-501");
  await planner.open();
  return JSON.stringify(file);
}

test.describe("nothing is found, where there are many plans, on", () => {
  test.slow();

  test("the list of plans", async ({ planner, page }) => {
    await drafts(planner);
    await planner.open();
    await expect(planner.drafts).toHaveCount(3);
    await inspect(page);
  });

  test("the list with a conflicting copy, and the plan that two tabs have changed", async ({ planner, page, context }) => {
    const other = await conflict(planner, context);
    await inspect(other.page);
    // A page behind another is drawn once a second.
    await page.bringToFront();
    await planner.open();
    await expect(planner.drafts.filter({ hasText: "Conflicting copy" })).toHaveCount(1);
    await inspect(page);
  });

  test("a plan of which it is not known whether it can be completed, and a longer look at it", async ({ planner, page }) => {
    const file = new URL("../catalogues/not-known.json", import.meta.url);
    await planner.open();
    await openFile(planner, "not-known.json", readFileSync(file, "utf8"));
    await planner.closeFile();
    await planner.scope.getByRole("link", { name: "Made-up Diploma" }).click();
    await expect(planner.state).toContainText("Not worked out: too many ways");
    await expect(planner.primary).toHaveCount(0);
    await inspect(page);
    await planner.button("Look longer").press("Enter");
    await expect(planner.state).toContainText("29 credits to go");
    await expect(planner.state).toBeFocused();
    await expect(planner.primary).toHaveText("Help me fill");
    await inspect(page);
  });

  test("what can be done with a plan of the list", async ({ planner, page }) => {
    await drafts(planner);
    await planner.open();
    await planner.acts("Evening course");
    await inspect(page);
  });

  test("the list after deleting, with the deleted plans, and the screen of one", async ({ planner, page }) => {
    await drafts(planner);
    await planner.open();
    await planner.draft("Evening course").getByRole("link").click();
    const address = page.url();
    await planner.open();
    await planner.act("Evening course", "Delete");
    await expect(planner.scope.getByText("“Evening course” deleted.")).toBeVisible();
    await inspect(page);
    await planner.act("A draft with a name that is long enough to need more than one line on a phone", "Delete");
    await planner.scope.getByText("Deleted plans (2)").click();
    await inspect(page);
    await page.goto(address);
    await expect(page.getByRole("heading", { name: "This plan was deleted" })).toBeVisible();
    await inspect(page);
  });

  test("the list with a plan whose qualification is not here", async ({ planner, page }) => {
    await planner.open();
    await openFile(planner, "a.json", JSON.stringify({ qualification: "small-award", units: [{ code: "A-1" }] }));
    await planner.takeIn.click();
    await expect(planner.draft("Plan for small-award")).toContainText("no catalogue here has");
    await inspect(page);
  });

  test("a file of plans before they are added", async ({ planner, page }) => {
    const text = await fileOfAll(planner);
    await openFile(planner, "qualification-planner-plans-2026-11-24.json", text);
    await expect(page.getByText("Not in this browser yet.")).toHaveCount(2);
    await expect(page.getByText("Already here, and the same.")).toHaveCount(2);
    await expect(page.getByText("Already here, and not the same.")).toHaveCount(1);
    await expect(page.getByText("The file is not as it was written")).toBeVisible();
    await expect(page.getByText("1 more plan in it cannot be read.")).toBeVisible();
    await inspect(page);
  });

  test("the plan of a link, with what is different here, and the plan made of it", async ({ planner, page }) => {
    await own(planner);
    await page.goto(`${planner.address}#/small-award`);
    await planner.tick("First", "Second");
    await planner.rename("A plan of a centre with a rather long name");
    const address = await link(planner);
    await own(planner, later());
    await page.goto("about:blank");
    await page.goto(address);
    await expect(planner.notice("The catalogue was changed since this plan was made")).toBeVisible();
    await inspect(page);
    await planner.button("Keep it as another plan").click();
    await expect(planner.notice("The catalogue was changed since this plan was made")).toBeVisible();
    await inspect(page);
  });

  test("the plan of a link to a shipped qualification", async ({ planner, page }) => {
    await planner.open("8607-certificate");
    await planner.unfold();
    await planner.tick("8607-400", "8607-401", "8607-520", "8607-530");
    const address = await link(planner);
    await page.goto("about:blank");
    await page.goto(address);
    await expect(page.getByText("Somebody sent you this plan")).toBeVisible();
    await inspect(page);
  });

  test("the plan of a link whose qualification is not here, and a link that cannot be opened", async ({ planner, page }) => {
    await own(planner);
    await page.goto(`${planner.address}#/small-award`);
    await planner.tick("First", "Second");
    const address = await link(planner);
    await forget(page);
    await page.goto("about:blank");
    await page.goto(address);
    await expect(page.getByText("no catalogue that is open here has")).toBeVisible();
    await inspect(page);
    await page.goto("about:blank");
    await page.goto(address.slice(0, -5));
    await expect(page.getByRole("heading", { name: "This link cannot be opened" })).toBeVisible();
    await inspect(page);
  });

  test("a plan of a newer version, and the list with it", async ({ planner, page }) => {
    await planner.open("8607-diploma");
    await planner.tick("8607-501", "8607-503");
    await spoil(page, "8607-diploma", ['"schema":2', '"schema":9,"mood":1']);
    await page.reload();
    await expect(page.getByText("made by a newer version of the planner")).toBeVisible();
    await inspect(page);
    await planner.open();
    await expect(page.getByText("Made by a newer version of the planner")).toBeVisible();
    await inspect(page);
  });

  test("a plan with its link, its code and the other plans", async ({ planner, page, context }) => {
    await context.grantPermissions(["clipboard-write"]); // a browser without windows can ask nobody
    await drafts(planner);
    await planner.duplicate();
    await planner.inPlans(async (sheet) => {
      await expect(planner.name).toHaveValue("Copy of Evening course");
      await sheet.getByText("Add units by their codes", { exact: true }).click();
      await inspect(page);
    });
    await planner.share();
    await expect(planner.sheet.getByRole("img", { name: "QR code of the link" })).toBeVisible();
    await planner.button("Copy").click();
    await expect(planner.sheet.getByText(/The link is/)).toBeVisible();
    await inspect(page);
  });

  test("a plan that is too large for a code, whose link the device does not take", async ({ planner, page }) => {
    await page.addInitScript(() => (navigator.share = () => Promise.reject(new DOMException("no", "NotAllowedError"))));
    await large(planner);
    await planner.share();
    await planner.button("Other apps").click();
    await expect(planner.sheet.getByText("This device did not take the link.")).toBeVisible();
    await expect(planner.sheet.getByText("This plan is too large for a QR code.")).toBeVisible();
    await inspect(page);
  });

  test("a plan that is not here", async ({ planner, page }) => {
    await page.goto(`${planner.address}#/8607-diploma:nosuchdraft`);
    await expect(planner.notice("This plan is not here")).toBeVisible();
    await inspect(page);
  });
});

test("targets of plans, files and links are 44 px where fingers press them", async ({ browser, troubles }) => {
  test.slow();
  const context = await browser.newContext({ viewport: { width: 360, height: 800 }, hasTouch: true, isMobile: true });
  troubles.watch(context);
  const page = await context.newPage();
  const planner = new Planner(page, servers.site);
  const text = await fileOfAll(planner);
  const look = async (where, within) => expect.soft(await small(page, 44, within), where).toEqual([]);
  await look("the list of plans");
  await planner.acts("Evening course");
  await look("what can be done with one");
  await page.keyboard.press("Escape");
  await planner.act("Evening course", "Delete");
  await planner.scope.getByText("Deleted plans (1)").click();
  await look("with the deleted drafts");
  await planner.button("Undo deleting").click();
  await openFile(planner, "all.json", text);
  await expect(page.getByText("Not in this browser yet.")).toHaveCount(2);
  await look("a file before it is added");
  await openFile(planner, "bad.json", "{");
  await look("a file that cannot be opened");
  await planner.closeFile();
  await planner.drafts.getByRole("link", { name: "Evening course" }).click();
  await planner.duplicate();
  await planner.inPlans(async (sheet) => {
    await expect(planner.name).toHaveValue("Copy of Evening course");
    await look("the other drafts");
  });
  await planner.share();
  await look("the link and its code");
  await planner.closeShare();
  const address = await link(planner);
  await page.goto("about:blank");
  await page.goto(address);
  await expect(page.getByText("Somebody sent you this plan")).toBeVisible();
  await look("the plan of a link");
  await page.goto("about:blank");
  await page.goto(`${servers.site}#qp=1`);
  await expect(page.getByRole("heading", { name: "This link cannot be opened" })).toBeVisible();
  await look("a link that cannot be opened");
  await page.goto(`${servers.site}#/8607-diploma:nosuchdraft`);
  await expect(planner.notice("This plan is not here")).toBeVisible();
  await look("a draft that is not here");
  await context.close();
});

test("nothing scrolls sideways at 400 % on a screen of 1280 px", async ({ browser, troubles }) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });
  troubles.watch(context);
  const page = await context.newPage();
  for (const fragment of ["", "#/8607-diploma", "#/8617-award", "#/nothing"]) {
    await page.goto(servers.site + fragment);
    await expect(page.getByRole("main")).toBeVisible();
    expect(await overflowing(page), fragment).toEqual([]);
  }
  await context.close();
});

for (const [width, size] of [[320, 1], [390, 1], [390, 2], [1280, 1]]) {
  test(`what narrows and orders the list is read whole, ${width} px wide with texts ${size} times as large`, async ({ planner, page }) => {
    await page.setViewportSize({ width, height: 800 });
    await planner.open("8607-diploma");
    await page.locator("qualification-planner").evaluate((one, size) => one.style.setProperty("--qp-size", size), size);
    // With texts this large they come with it.
    await planner.search.focus();
    for (const name of ["Level", "Show", "Order"]) {
      const choice = planner.scope.getByLabel(name, { exact: true });
      // As wide as it would be by itself, for what is chosen.
      const [room, wanted] = await choice.evaluate((one) => {
        const alone = one.cloneNode();
        alone.append(one.selectedOptions[0].cloneNode(true));
        alone.style.cssText = "position: absolute; flex: none";
        one.after(alone);
        const wanted = alone.getBoundingClientRect().width;
        alone.remove();
        return [one.getBoundingClientRect().width, wanted];
      });
      expect(room, name).toBeGreaterThanOrEqual(Math.floor(wanted));
      // On a phone they stand behind the chips, in a line that scrolls.
      await choice.evaluate((one) => one.scrollIntoView({ block: "nearest", inline: "nearest" }));
      await expect(choice).toBeInViewport({ ratio: 1 });
    }
    expect(await overflowing(page)).toEqual([]);
  });
}

test("what is in view leaves room for the rest at 400 % on a screen of 1280 px", async ({ browser, troubles }) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 225 } });
  troubles.watch(context);
  const page = await context.newPage();
  const planner = new Planner(page, servers.site);
  const { dock, summary } = planner;
  await planner.open("8607-diploma");
  await planner.tick("8607-521", "8607-503", "8607-409");
  await page.evaluate(() => scrollTo(0, 0));
  // How much of the screen is the plan's, from its foot up.
  const height = await summary.evaluate((plan) => {
    const isPlan = (y) => plan.contains(plan.getRootNode().elementFromPoint(innerWidth / 2, y));
    let top = innerHeight - 1;
    while (top > 0 && isPlan(top)) top--;
    return innerHeight - 1 - top;
  });
  expect(height, "the dock is one line").toBeLessThan(56);
  expect(height, "at the foot").toBeGreaterThan(40);
  const first = await planner.row("8607-501").boundingBox();
  expect(first.height, "the first unit").toBeGreaterThan(40);
  expect(first.y + first.height, "the first unit is whole").toBeLessThanOrEqual(225 - height);
  await context.close();
});

test("a plan of many units that is opened on a phone is closed where it opens", async ({ planner, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await planner.open("8607-certificate");
  await planner.tick("8607-501", "8607-502", "8607-503", "8607-504", "8607-505", "8607-506", "8607-507", "8607-508");
  await planner.dock.click();
  await expect(planner.remove("8607-501")).toBeVisible();
  // Nothing is to be scrolled for it.
  await expect(planner.dock).toBeInViewport({ ratio: 1 });
  await expect(planner.primary).toBeInViewport({ ratio: 1 });
  // Keys and ears meet what stands there in the order in which it is seen.
  await planner.primary.focus();
  await page.keyboard.press("Tab");
  await expect(planner.picked.first().getByRole("button").first()).toBeFocused();
  const seen = (one) => one.evaluate((one) => one.getBoundingClientRect().top);
  expect(await seen(planner.primary)).toBeLessThan(await seen(planner.picked.first()));
  await page.keyboard.press("Escape");
  await expect(planner.dock).toBeFocused();
  await planner.dock.click();
  await planner.dock.click();
  await expect(planner.remove("8607-501")).toBeHidden();
});

test("targets are 44 px where fingers press them", async ({ browser, troubles }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 }, hasTouch: true, isMobile: true });
  troubles.watch(context);
  const page = await context.newPage();
  await page.goto(servers.site);
  expect(await page.evaluate(() => matchMedia("(pointer: coarse)").matches)).toBe(true);
  for (const fragment of ["", "#/8607-award", "#/8603-certificate", "#/nothing"]) {
    await page.goto(servers.site + fragment);
    await expect(page.getByRole("main")).toBeVisible();
    expect.soft(await small(page, 44), fragment).toEqual([]);
  }
  const planner = new Planner(page, servers.site);
  await page.goto(`${servers.site}#/8607-award`);
  await everyPart(page);
  await planner.unfold();
  await planner.box("8607-530").press("Space");
  await expect(planner.row("8607-530").getByRole("button", { name: "I already have 530" })).toBeVisible();
  expect.soft(await small(page, 44), "with a question below a unit").toEqual([]);
  await planner.dock.tap();
  expect.soft(await small(page, 44, "aside"), "in the opened plan").toEqual([]);
  await planner.dock.tap();
  await planner.more("8607-530").tap();
  await expect(planner.details("8607-530")).toContainText("Your centre has the full unit.");
  expect.soft(await small(page, 44), "in the sheet of a unit").toEqual([]);
  await planner.close();
  await planner.rulesAndFacts();
  expect.soft(await small(page, 44), "in the rules and facts").toEqual([]);
  await planner.close();
  await planner.button("Help me fill").tap();
  await planner.fill.getByRole("button", { name: /^Keep \d/ }).tap();
  await planner.fill.getByRole("button", { name: "Add a unit" }).tap();
  expect.soft(await small(page, 44), "in the ways to complete").toEqual([]);
  await planner.button("All units").tap();
  await planner.button("Plans").tap();
  expect.soft(await small(page, 44), "in the sheet of the plans").toEqual([]);
  await planner.button("Delete everything from this browser").tap();
  expect.soft(await small(page, 44), "in the dialogue").toEqual([]);
  await context.close();
});

test("the element has one name for each thing, whatever else is on the page", async ({ page }) => {
  await page.goto(`${servers.host}hosts/bare.html`);
  const here = await embed(page, { qualification: "8604-award", instance: "here" });
  const there = await embed(page, { qualification: "8604-award", instance: "there" }, "#there");
  await there.near();
  for (const planner of [here, there]) await expect(planner.heading("8604-award")).toBeVisible();
  // Both have the same ids, each in a root of its own: labels and descriptions stay with their own.
  await there.tick("8604-308");
  await expect(here.box("8604-308")).not.toBeChecked();
  await expect(here.box("8604-308")).toHaveAccessibleDescription(/8604-308/);
});
