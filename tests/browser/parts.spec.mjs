// The parts of the program that are fetched later: what is there before they are, and where one cannot
// be fetched.

import { openFile, small } from "./support/files.mjs";
import { stop } from "./support/focus.mjs";
import { inspect } from "./support/inspect.mjs";
import { block, keeps } from "./support/storage.mjs";
import { expect, test } from "./support/test.mjs";

const NEXT = /planner-next-[0-9a-f]+\.wasm$/;
const SUMMARY = /planner-summary-[0-9a-f]+\.wasm$/;
const REST = /planner-rest-[0-9a-f]+\.wasm$/;
const STYLES = /planner-later-[0-9a-f]+\.css$/;
const HOME = "**/planner-home-*.wasm";
const TRAVEL = "**/planner-travel-*.wasm";
const ADVICE = "**/planner-advice-*.wasm";

/** Holds these files until it is called. */
async function hold(page, files) {
  let go;
  const gone = new Promise((done) => (go = done));
  await page.route(files, async (route) => {
    await gone;
    await route.continue();
  });
  return go;
}

const missing = (planner) => planner.notices.filter({ hasText: "This part of the planner could not be loaded" });
const again = (planner) => missing(planner).getByRole("button", { name: "Try again" });

/** Goes to the start within the page, as the way back does: that comes with a later part. */
const leave = (page) => page.evaluate(() => void (location.hash = ""));

/** Asks once more with the key, at each place that waits, and waits until no message is left. */
async function retry(planner) {
  const places = () => missing(planner).count();
  for (let before = await places(); before > 0; before = await places()) {
    await again(planner).first().focus();
    await planner.page.keyboard.press("Enter");
    await expect.poll(places).toBeLessThan(before);
  }
}

/** The focus is on this, and this is in view. */
async function leadsTo(page, name) {
  await expect.poll(async () => (await stop(page)).name).toMatch(name);
  expect((await stop(page)).outside).toBe(false);
}

const saves = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("/draft/")).length);

test("until the engine is there the total follows each tick, no state is named, and nothing is saved", async ({ planner, page }) => {
  const release = await hold(page, NEXT);
  await planner.open("8607-diploma", { whole: false });
  await planner.tick("8607-501", "8607-503");
  await expect(planner.state).toHaveText("7 credits");
  // Nothing that would be judged is named.
  await expect(planner.summary).toHaveText("My plan7 credits");
  expect(await saves(page)).toBe(0);
  release();
  await expect(planner.state).toHaveText(/^Open: /);
  await keeps(page, "8607-503");
  await expect(planner.box("8607-503")).toBeChecked();
});

test("each tick from before the engine was there can be undone", async ({ planner, page }) => {
  const release = await hold(page, NEXT);
  await planner.open("8607-award", { whole: false });
  await planner.tick("8607-501", "8607-503");
  release();
  await expect(planner.state).toHaveText(/^\S*Met: Complete/);
  await planner.button("Undo").click();
  await expect(planner.box("8607-503")).not.toBeChecked();
  await expect(planner.box("8607-501")).toBeChecked();
});

test("a plan that was begun before the engine was there is there again for who comes back to it, and is one plan", async ({ planner, page }) => {
  const release = await hold(page, NEXT);
  await planner.open("8607-award", { whole: false });
  await planner.tick("8607-501");
  await leave(page);
  await expect(planner.heading()).toBeVisible();
  await page.goBack();
  await expect(planner.box("8607-501")).toBeChecked();
  await planner.tick("8607-503");
  await expect(planner.state).toHaveText("7 credits");
  release();
  await keeps(page, "8607-503");
  await leave(page);
  await expect(planner.drafts).toHaveCount(1);
});

test("a plan that was begun before the engine was there and left for another screen is kept", async ({ planner, page }) => {
  const release = await hold(page, NEXT);
  await planner.open("8607-award", { whole: false });
  await planner.tick("8607-501");
  await leave(page);
  await expect(planner.heading()).toBeVisible();
  release();
  await expect(planner.drafts).toHaveCount(1);
  await planner.open("8607-award");
  await expect(planner.box("8607-501")).toBeChecked();
});

test("where the browser keeps nothing, a plan can be ticked as early as elsewhere", async ({ planner, page }) => {
  await page.addInitScript(block);
  const releases = [await hold(page, NEXT), await hold(page, REST)];
  await planner.open("8607-award", { whole: false });
  await planner.tick("8607-501");
  await expect(planner.state).toHaveText("3 credits");
  for (const release of releases) release();
  await expect(planner.state).toHaveText(/^Open: /);
  await expect(planner.box("8607-501")).toBeChecked();
});

test("who comes back sees the plan that was saved, and never a fresh one first", async ({ planner, page }) => {
  await planner.open("8607-diploma");
  await planner.tick("8607-501");
  await keeps(page, "8607-501");
  const release = await hold(page, NEXT);
  // Any box that comes, comes ticked or not as it was saved.
  await page.addInitScript(() => {
    window.unticked = 0;
    const look = () => {
      const root = document.querySelector("qualification-planner")?.shadowRoot;
      const box = root?.querySelector("#unit-0-8607-501, [id$='8607-501']");
      if (box && !box.checked) window.unticked += 1;
      requestAnimationFrame(look);
    };
    look();
  });
  await page.reload();
  await expect(planner.scope.locator("[part=planner]")).toBeAttached();
  await expect(planner.scope.getByRole("checkbox")).toHaveCount(0);
  release();
  await expect(planner.box("8607-501")).toBeChecked();
  expect(await page.evaluate(() => window.unticked)).toBe(0);
});

test("what follows the program is asked for while that is on its way, and once", async ({ planner, page }) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname.replace(/^.*\/planner-(\w+)-\w+\.wasm$/, "$1")));
  // The program comes and does not start until it is told to.
  await page.addInitScript(() => {
    const start = WebAssembly.instantiateStreaming;
    const told = new Promise((done) => (window.start = done));
    WebAssembly.instantiateStreaming = async (...given) => {
      await told;
      return start(...given);
    };
  });
  await page.goto(`${planner.address}#/8607-diploma`);
  const early = () => asked.filter((name) => ["next", "summary", "rest"].includes(name));
  await expect.poll(early).toEqual(["next", "summary", "rest"]);
  await page.evaluate(() => window.start());
  await planner.tick("8607-501");
  await keeps(page, "8607-501");
  await expect(planner.button("Undo")).toBeVisible();
  expect(early()).toEqual(["next", "summary", "rest"]);
});

test("where a plan stands is said before what completes the screen is there", async ({ planner, page }) => {
  const release = await hold(page, REST);
  await planner.open("8607-award", { whole: false });
  await planner.tick("8607-520");
  await expect(planner.state).toHaveText(/^Open: /);
  await planner.tick("8607-518");
  await expect(planner.state).toHaveText(/^\S*Met: Complete/);
  await planner.state.focus();
  release();
  await expect(planner.button("Undo")).toBeVisible();
  await expect(planner.state).toBeFocused();
});

test("where what says that cannot be fetched the plan is kept, and said to be whole once it is asked for again", async ({ planner, page, troubles }) => {
  troubles.expect(/failed: .*summary.*\.wasm/, /console error: Failed to load resource/);
  await page.route(SUMMARY, (route) => route.abort());
  await planner.open("8607-award", { whole: false });
  await expect(missing(planner)).toBeVisible();
  await planner.tick("8607-520", "8607-518");
  await keeps(page, "8607-518");
  await page.unroute(SUMMARY);
  await retry(planner);
  await expect(planner.state).toHaveText(/^\S*Met: Complete/);
  await expect(planner.button("Undo")).toBeVisible();
});

test("the plan is saved before what completes the screen is there", async ({ planner, page }) => {
  const release = await hold(page, REST);
  await planner.open("8607-award", { whole: false });
  await planner.tick("8607-520", "8607-518");
  await keeps(page, "8607-518");
  release();
  await expect(planner.state).toHaveText(/^\S*Met: Complete/);
  await expect(planner.button("Undo")).toBeVisible();
});

test("the host page hears of what was changed before the engine was there, once it is judged", async ({ planner, page }) => {
  const release = await hold(page, NEXT);
  await planner.open("8607-award", { whole: false });
  await page.evaluate(() => {
    window.heard = [];
    const planner = document.querySelector("qualification-planner");
    for (const name of ["plan-change", "plan-complete"]) planner.addEventListener(name, ({ detail }) => window.heard.push([name, detail.state, detail.credits]));
  });
  await planner.tick("8607-501");
  expect(await page.evaluate(() => window.heard)).toEqual([]);
  release();
  await expect.poll(() => page.evaluate(() => window.heard)).toEqual([["plan-change", "open", 3]]);
});

test("where the engine cannot be fetched ticks stay, nothing is saved, and both come when it is asked for again", async ({ planner, page, troubles }) => {
  troubles.expect(/failed: .*next.*\.wasm/, /console error: Failed to load resource/);
  await page.route(NEXT, (route) => route.abort());
  await planner.open("8607-diploma", { whole: false });
  await expect(missing(planner)).toBeVisible();
  await inspect(page);
  await planner.tick("8607-501");
  await expect(planner.state).toHaveText("3 credits");
  expect(await saves(page)).toBe(0);
  await page.unroute(NEXT);
  await retry(planner);
  await expect(planner.state).toHaveText(/^Open: /);
  await keeps(page, "8607-501");
  await page.reload();
  await expect(planner.box("8607-501")).toBeChecked();
});

test("after the connection is lost the planner goes on, and says of a part that it could not be loaded", async ({ planner, page, context, troubles }) => {
  troubles.expect(/failed: .*advice.*\.wasm/, /console error: Failed to load resource/);
  await planner.open("8607-diploma");
  await expect(planner.state).toHaveText(/^Open: /);
  await context.setOffline(true);
  await planner.tick("8607-501");
  await keeps(page, "8607-501");
  await planner.more("8607-501").click();
  await expect(missing(planner)).toBeVisible();
  await context.setOffline(false);
  await again(planner).click();
  await expect(planner.details("8607-501")).toContainText("In your plan");
});

test("a page that is open over a deployment says that a part is gone, and goes on after a reload", async ({ planner, page, troubles }) => {
  troubles.expect(/answer 404: .*advice/, /console error: Failed to load resource/);
  await planner.open("8607-diploma");
  await planner.tick("8607-501");
  await page.route(ADVICE, (route) => route.fulfill({ status: 404, body: "" }));
  await planner.more("8607-501").click();
  await expect(missing(planner)).toContainText("reload the page");
  await expect(planner.box("8607-501")).toBeChecked();
  await page.unroute(ADVICE);
  await page.reload();
  await planner.more("8607-501").click();
  await expect(planner.details("8607-501")).toContainText("In your plan");
});

const LOST = [/failed: .*planner-.*\.(wasm|css)/, /console error: Failed to load resource/];

test.describe("who asks once more for what could not be fetched, and stays there, is led", () => {
  test.beforeEach(({ troubles }) => troubles.expect(...LOST));

  for (const [files, width] of [
    [[NEXT], 1280],
    [[REST], 1280],
    [[STYLES], 1280],
    [[NEXT, REST], 320],
  ]) {
    test(`to where the plan stands: ${files.length === 2 ? "engine and rest" : files[0]}, ${width} px`, async ({ planner, page }) => {
      await page.setViewportSize({ width, height: 900 });
      for (const one of files) await page.route(one, (route) => route.abort());
      await planner.open("8607-diploma", { whole: false });
      await expect(missing(planner)).toBeVisible();
      for (const one of files) await page.unroute(one);
      await retry(planner);
      await leadsTo(page, /to go/);
    });
  }

  test("to the message once more, where it cannot be fetched yet", async ({ planner, page }) => {
    await page.route(REST, (route) => route.abort());
    await planner.open("8607-diploma", { whole: false });
    await again(planner).focus();
    const asked = page.waitForEvent("requestfailed");
    await page.keyboard.press("Enter");
    await asked;
    await leadsTo(page, /could not be loaded/);
    await page.unroute(REST);
    await retry(planner);
    await leadsTo(page, /to go/);
  });

  test("to the heading of a plan that is kept", async ({ planner, page }) => {
    await planner.open("8607-diploma");
    await planner.tick("8607-501");
    await keeps(page, "8607-501");
    await page.route(NEXT, (route) => route.abort());
    await page.reload();
    await expect(missing(planner)).toBeVisible();
    await page.unroute(NEXT);
    await retry(planner);
    await expect(planner.heading("8607-diploma")).toBeFocused();
    await expect(planner.box("8607-501")).toBeChecked();
  });

  for (const [what, files] of [["with what completes every screen", REST], ["after it", TRAVEL]]) {
    test(`to the heading of a plan from a link, which comes ${what}`, async ({ planner, page }) => {
      await page.route(files, (route) => route.abort());
      await page.goto(`${planner.address}#qp=hello`);
      await expect(missing(planner)).toBeVisible();
      await page.unroute(files);
      await retry(planner);
      await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    });
  }

  test("to the heading, where it has to be known first which catalogues there are", async ({ planner, page }) => {
    await planner.open();
    await openFile(planner, "small.json", JSON.stringify(small));
    await expect(planner.came("small.json was added")).toBeVisible();
    await planner.closeFile();
    await page.route(REST, (route) => route.abort());
    for (const address of ["", "#/8607-diploma", "#/nothing"]) {
      await page.goto("about:blank");
      await page.goto(planner.address + address);
      await expect(missing(planner)).toBeVisible();
      await page.unroute(REST);
      await retry(planner);
      await expect(page.getByRole("heading", { level: 1 }), address).toBeFocused();
      await page.route(REST, (route) => route.abort());
    }
  });

  test("to the qualifications, where what lists the plans could not be fetched", async ({ planner, page }) => {
    await planner.open("8607-diploma");
    await planner.tick("8607-501");
    await keeps(page, "8607-501");
    await page.route(REST, (route) => route.abort());
    await page.goto("about:blank");
    await page.goto(planner.address);
    // That for the drafts, and that for the rest of the screen.
    await expect(missing(planner)).toHaveCount(2);
    await page.unroute(REST);
    await retry(planner);
    await leadsTo(page, /Start a plan/);
    await expect(planner.drafts).toHaveCount(1);
  });

  test("to the plans, and into the details of a unit", async ({ planner, page }) => {
    await planner.open("8607-diploma");
    await planner.tick("8607-501");
    await keeps(page, "8607-501");
    await page.route(ADVICE, (route) => route.abort());
    await planner.more("8607-501").click();
    await expect(missing(planner)).toBeVisible();
    await page.unroute(ADVICE);
    await retry(planner);
    await leadsTo(page, /What it covers/);
    await planner.close();
    await page.route(HOME, (route) => route.abort());
    await leave(page);
    await expect(missing(planner)).toHaveCount(1);
    await page.unroute(HOME);
    await retry(planner);
    await leadsTo(page, /^Plan for the Level 5 Diploma/);
    await expect(planner.drafts).toContainText("34 credits to go");
  });
});

test("the focus stays with who has gone on while it was fetched once more", async ({ planner, page, troubles }) => {
  troubles.expect(...LOST);
  await page.route(NEXT, (route) => route.abort());
  await planner.open("8607-diploma", { whole: false });
  await expect(missing(planner)).toBeVisible();
  await page.unroute(NEXT);
  const release = await hold(page, NEXT);
  await again(planner).click();
  await planner.tick("8607-501");
  await planner.box("8607-503").focus();
  release();
  await expect(planner.state).toHaveText(/^Open: /);
  await expect(missing(planner)).toHaveCount(0);
  await expect(planner.box("8607-503")).toBeFocused();
});

test("a screen that was asked for and cannot be fetched has the focus on its message, and then on its heading", async ({ planner, page, troubles }) => {
  troubles.expect(...LOST);
  await planner.open();
  await page.route(TRAVEL, (route) => route.abort());
  await page.evaluate(() => (location.hash = "qp=hello"));
  await leadsTo(page, /could not be loaded/);
  await page.unroute(TRAVEL);
  await retry(planner);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});
