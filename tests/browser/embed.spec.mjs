// The element on somebody else's page: another origin, a strict content policy, two on one page.

import { embed } from "./support/embed.mjs";
import { credits } from "./support/facts.mjs";
import { Planner } from "./support/planner.mjs";
import { expect, servers, test } from "./support/test.mjs";

const open = (page, name = "bare") => page.goto(`${servers.host}hosts/${name}.html`);

test.describe("the example page", () => {
  /** One of its planners, which stand below headings of level 2. */
  const planner = (page, index) => Object.assign(new Planner(page.locator("qualification-planner").nth(index)), { level: 3 });

  test.beforeEach(({ page }) => page.goto(`${servers.host}examples/embed.html`));

  test("is served under a policy that lets in the planner’s origin and nothing inline", async ({ page }) => {
    const policy = (await page.request.get(page.url())).headers()["content-security-policy"];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src ${new URL(servers.site).origin} 'wasm-unsafe-eval'`);
    expect(policy).not.toMatch(/unsafe-(inline|eval)'(?<!wasm-unsafe-eval')/);
    expect(new URL(page.url()).origin).not.toBe(new URL(servers.site).origin);
  });

  test("shows two planners that are planned one by one, with plans of their own", async ({ page }) => {
    const [diploma, award] = [0, 1].map((index) => planner(page, index));
    await award.scope.scrollIntoViewIfNeeded();
    await expect(diploma.heading("8607-diploma")).toBeVisible();
    await expect(award.heading("8604-award")).toBeVisible();
    await award.tick("8604-308", "8604-401");
    await diploma.tick("8607-521");
    await expect(award.state).toHaveText(/^\S*Met: Complete/);
    await expect(diploma.progress).toHaveAttribute("aria-valuenow", `${credits(["8607-521"])}`);
    await page.reload();
    await award.scope.scrollIntoViewIfNeeded();
    await expect(award.state).toHaveText(/^\S*Met: Complete/);
    await expect(diploma.box("8607-521")).toBeChecked();
  });

  test("keeps its address and its title, and the focus where it was", async ({ page }) => {
    const [address, title] = [page.url(), await page.title()];
    const diploma = planner(page, 0);
    await diploma.tick("8607-521");
    await diploma.leave();
    await expect(diploma.heading()).toBeFocused();
    await diploma.card("8607-award").getByRole("button").click();
    await expect(diploma.heading("8607-award")).toBeFocused();
    expect(page.url()).toBe(address);
    expect(await page.title()).toBe(title);
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
  });

  test("does not scroll sideways on a phone", async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await expect(planner(page, 0).button("Open the planner")).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});

test("mounting leaves the focus and the scroll position alone", async ({ page }) => {
  await open(page);
  await page.locator("#button").focus();
  const planner = await embed(page, { qualification: "8607-diploma" });
  await expect(planner.heading("8607-diploma")).toBeVisible();
  await expect(page.locator("#button")).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test.describe("two elements of one page", () => {
  test("with different names keep different plans of one qualification", async ({ page }) => {
    await open(page);
    const here = await embed(page, { qualification: "8607-award", instance: "here" });
    const there = await embed(page, { qualification: "8607-award", instance: "there" }, "#there");
    await there.near();
    await here.tick("8607-520");
    await there.tick("8607-518");
    await expect(here.box("8607-518")).not.toBeChecked();
    await expect(here.progress).toHaveAttribute("aria-valuenow", `${credits(["8607-520"])}`);
    await expect(there.progress).toHaveAttribute("aria-valuenow", `${credits(["8607-518"])}`);
  });

  test("with the same name show the same plan, and neither overwrites the other", async ({ page }) => {
    await open(page);
    const here = await embed(page, { qualification: "8607-award" });
    const there = await embed(page, { qualification: "8607-award" }, "#there");
    await there.near();
    await expect(there.heading("8607-award")).toBeVisible();
    await here.tick("8607-520");
    await expect(there.box("8607-520")).toBeChecked();
    await there.tick("8607-518");
    await expect(here.box("8607-518")).toBeChecked();
    await expect(here.state).toHaveText(/^\S*Met: Complete/);
    await page.reload();
    const again = await embed(page, { qualification: "8607-award" });
    await expect(again.state).toHaveText(/^\S*Met: Complete/);
  });

  test("fetch the program once", async ({ page }) => {
    const fetched = [];
    page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
    await open(page);
    for (const place of ["#here", "#there"]) {
      const planner = await embed(page, { qualification: "8604-award" }, place);
      await planner.near();
      await expect(planner.heading("8604-award")).toBeVisible();
      await expect(planner.state).toBeVisible();
      await expect(planner.saving).toBeVisible();
    }
    const files = fetched.filter((path) => /\.(wasm|css)$/.test(path)).map((path) => path.replace(/-[0-9a-f]{8}\./, "."));
    expect(files).toEqual(expect.arrayContaining(["/planner.css", "/planner.wasm"]));
    expect(files, "each file once").toEqual([...new Set(files)]);
    expect(files.filter((path) => /-(home|travel|advice)\.wasm$/.test(path)), "what nobody has opened").toEqual([]);
  });
});

test.describe("an element that is moved in the document", () => {
  test("keeps what is searched for, what is open, and the steps that can be taken back", async ({ page }) => {
    await open(page);
    const planner = await embed(page, { qualification: "8607-diploma" });
    await planner.tick("8607-501", "8607-503");
    await planner.search.fill("coaching");
    const sheet = await planner.rulesAndFacts();
    await planner.withElement((element) => document.querySelector("#there").append(element));
    await expect(sheet.getByRole("heading", { name: "Good to know" })).toBeVisible();
    await planner.close();
    await expect(planner.search).toHaveValue("coaching");
    await expect(planner.row("8607-550")).toBeVisible();
    await expect(planner.row("8607-504")).toBeHidden();
    await planner.undo.click();
    await expect(planner.progress).toHaveAttribute("aria-valuenow", `${credits(["8607-501"])}`);
    await expect.poll(() => planner.events("ready")).toHaveLength(1);
  });

  test("before the program has come, is shown where it is then", async ({ page }) => {
    await open(page);
    await page.evaluate(() => {
      const element = document.createElement("qualification-planner");
      element.setAttribute("qualification", "8604-award");
      document.querySelector("#here").append(element);
      document.querySelector("#there").append(element);
      document.querySelector("#here").append(element);
    });
    await expect(new Planner(page.locator("#here qualification-planner")).heading("8604-award")).toBeVisible();
    await expect(page.getByRole("progressbar")).toHaveCount(1);
  });
});

test.describe("an element that is taken out", () => {
  test("and put back has its plan, and can be planned with", async ({ page }) => {
    await open(page);
    const planner = await embed(page, { qualification: "8607-award" });
    await planner.tick("8607-520");
    // Until the engine is there nothing keeps a tick.
    await expect(planner.saving).toHaveText("Saved in this browser");
    await planner.withElement(async (element) => {
      element.remove();
      await new Promise((done) => setTimeout(done));
      document.querySelector("#there").append(element);
    });
    await expect(planner.box("8607-520")).toBeChecked();
    await planner.tick("8607-518");
    await expect(planner.state).toHaveText(/^\S*Met: Complete/);
    await expect.poll(() => planner.events("ready")).toHaveLength(2);
  });

  test("while the program is on its way leaves nothing behind", async ({ page }) => {
    await open(page);
    let wasm;
    await page.route("**/*.wasm", async (route) => (wasm = route));
    const planner = await embed(page, { qualification: "8604-award" });
    await expect.poll(() => wasm).toBeTruthy();
    await planner.withElement((element) => element.remove());
    await wasm.continue();
    await page.unroute("**/*.wasm");
    const other = await embed(page, { qualification: "8607-award" });
    await expect(other.heading("8607-award")).toBeVisible();
    expect(await planner.events()).toEqual([]);
    await planner.withElement((element) => document.querySelector("#there").append(element));
    await planner.near();
    await expect(planner.heading("8604-award")).toBeVisible();
  });

  test("many times over leaves no listener and no node behind", async ({ page }) => {
    test.setTimeout(90_000);
    await open(page);
    await (await embed(page, { qualification: "8604-award" }, "#there")).tick("8604-308");
    const browser = await page.context().newCDPSession(page);
    await browser.send("Performance.enable");
    const cycles = (number) =>
      page.evaluate(async (number) => {
        for (let cycle = 0; cycle < number; cycle++) {
          const element = document.createElement("qualification-planner");
          element.setAttribute("qualification", "8604-award");
          const ready = new Promise((done) => element.addEventListener("ready", done, { once: true }));
          document.querySelector("#here").append(element);
          await ready;
          element.shadowRoot.querySelector("input[type=checkbox]").click();
          element.remove();
          await new Promise((done) => setTimeout(done));
        }
      }, number);
    const measure = async () => {
      await browser.send("HeapProfiler.collectGarbage");
      await browser.send("HeapProfiler.collectGarbage");
      const { metrics } = await browser.send("Performance.getMetrics");
      return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    };
    await cycles(20);
    const before = await measure();
    await cycles(200);
    // The last of them may still be waiting for a timer; what is left behind stays, however long one waits.
    await expect(async () => {
      const after = await measure();
      for (const kind of ["JSEventListeners", "Nodes", "Documents", "Frames"]) {
        // A cycle has about 30 listeners and 400 nodes: one in ten left behind would be seen.
        expect(after[kind] - before[kind], kind).toBeLessThan(200);
      }
      expect((after.JSHeapUsedSize - before.JSHeapUsedSize) / 200, "bytes of JavaScript a cycle").toBeLessThan(2000);
    }).toPass({ timeout: 20_000 });
  });
});
